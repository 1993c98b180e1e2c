import { type HttpAnswer, type HttpOptions, httpClient, readAnswer } from '../http/http.ts';
import { errorCode } from '../http/transience.ts';
import { isLoopback, pingOf } from './endpoint.ts';

/** What a TLS greeting gets from a server that speaks plain HTTP. */
const NOT_TLS: readonly string[] = [
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ECONNRESET',
];

/** Where a registry is, and what it answered to the first question, if it was asked one on the way there. */
export type Address = { readonly registry: URL; readonly greeting?: HttpAnswer };

/**
 * addressOf tells a registry's address. It is reached by TLS; a registry on this machine may speak plain HTTP, as
 * docker allows there, and is asked by TLS first.
 */
export async function addressOf(host: string, options: HttpOptions): Promise<Address> {
  const registry = new URL(`https://${host}`);
  if (!isLoopback(registry.hostname)) return { registry };
  const client = httpClient(options);
  try {
    const answer = await client.open(pingOf(registry));
    const greeting = await readAnswer(answer).catch(() => undefined);
    return greeting === undefined ? { registry } : { registry, greeting };
  } catch (error) {
    options.signal.throwIfAborted();
    return { registry: NOT_TLS.includes(errorCode(error)) ? new URL(`http://${host}`) : registry };
  } finally {
    client.close();
  }
}

import { httpClient } from '../http/client.ts';
import { type HttpAnswer, type HttpOptions, HttpProblem, readAnswer } from '../http/http.ts';
import { errorCode } from '../http/transient-answers.ts';
import { isLoopback } from '../text/loopback.ts';
import { pingOf } from './endpoint.ts';

/** What a TLS greeting gets from a server that speaks plain HTTP. */
const NOT_TLS: readonly string[] = [
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ECONNRESET',
];

/**
 * How long a server on this machine may take to answer a TLS greeting, in milliseconds: some that speak plain HTTP wait
 * for the rest of a line that never comes.
 */
const GREETING = 5_000;

/** Where a registry is, and what it answered to the first question, if it was asked one on the way there. */
export type Address = { readonly registry: URL; readonly greeting?: HttpAnswer };

/**
 * addressOf tells a registry's address. It is reached by TLS; a registry on this machine may speak plain HTTP, as
 * docker allows there, and is asked by TLS first.
 */
export async function addressOf(host: string, options: HttpOptions): Promise<Address> {
  const registry = new URL(`https://${host}`);
  if (!isLoopback(registry.hostname)) return { registry };
  const client = httpClient({ ...options, connectWithin: GREETING });
  try {
    const answer = await client.open(pingOf(registry));
    const greeting = await readAnswer(answer).catch(() => undefined);
    return greeting === undefined ? { registry } : { registry, greeting };
  } catch (error) {
    options.signal.throwIfAborted();
    const isNotTls = NOT_TLS.includes(errorCode(error)) || (error instanceof HttpProblem && error.lost === GREETING);
    return { registry: isNotTls ? new URL(`http://${host}`) : registry };
  } finally {
    client.close();
  }
}

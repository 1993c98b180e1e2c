import { type HttpOptions, httpClient } from '../http/http.ts';
import { errorCode } from '../http/transience.ts';
import { isLoopback } from './endpoint.ts';

/** What a TLS greeting gets from a server that speaks plain HTTP. */
const NOT_TLS: readonly string[] = [
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ECONNRESET',
];

/**
 * addressOf tells a registry's address. It is reached by TLS; a registry on this machine may speak plain HTTP, as
 * docker allows there, and is asked by TLS first.
 */
export async function addressOf(host: string, options: HttpOptions): Promise<URL> {
  const secure = new URL(`https://${host}`);
  if (!isLoopback(secure.hostname)) return secure;
  const client = httpClient(options);
  try {
    const ping = { method: 'GET', url: new URL('/v2/', secure), headers: {}, limit: 0 } as const;
    (await client.open(ping)).cancel();
    return secure;
  } catch (error) {
    options.signal.throwIfAborted();
    return NOT_TLS.includes(errorCode(error)) ? new URL(`http://${host}`) : secure;
  } finally {
    client.close();
  }
}

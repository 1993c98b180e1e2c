import { httpClient } from '../http/client.ts';
import { type HttpAnswer, type HttpClient, type HttpOptions, HttpProblem, readAnswer } from '../http/http.ts';
import { errorCode } from '../http/transient-answers.ts';
import { isLoopback } from '../text/loopback.ts';
import { systemTimer } from '../time/clock.ts';
import { pingOf } from './endpoint.ts';

/** Errors of a TLS greeting if the server speaks plain HTTP. */
const NOT_TLS: readonly string[] = [
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'ECONNRESET',
];

/**
 * How long a server on this machine may take to answer a TLS greeting, in milliseconds: some that speak plain HTTP wait
 * for the end of a line that never comes.
 */
const GREETING = 5_000;

/**
 * The address of a registry. If we asked it something to find that out: its answer, and the client, so that the
 * connection can be reused.
 */
export type Address = { readonly registry: URL; readonly greeting?: HttpAnswer; readonly client?: HttpClient };

/**
 * addressOf returns the address of a registry. We use TLS; only on this machine may a registry speak plain HTTP, as
 * docker allows. There we greet it in both ways at once, without a secret, and the TLS answer wins.
 */
export async function addressOf(host: string, options: HttpOptions): Promise<Address> {
  const registry = new URL(`https://${host}`);
  if (!isLoopback(registry.hostname)) return { registry };
  const plain = greeting(new URL(`http://${host}`), options);
  const client = httpClient({ ...options, connectWithin: GREETING });
  try {
    // Only to see whether it is TLS: the connections of this client are not used further.
    const answer = await client.open({ ...pingOf(registry), ahead: 0 });
    plain.client.close();
    const read = await readAnswer(answer).catch(() => undefined);
    return read === undefined ? { registry } : { registry, greeting: read };
  } catch (error) {
    options.signal.throwIfAborted();
    const isNotTls = NOT_TLS.includes(errorCode(error)) || (error instanceof HttpProblem && error.lost === GREETING);
    if (isNotTls) return await plain.address;
    plain.client.close();
    return { registry };
  } finally {
    client.close();
  }
}

/**
 * Greets a server by plain HTTP. A server that does not answer in time is asked again later, when the answer is needed.
 */
function greeting(registry: URL, options: HttpOptions) {
  const { timer = systemTimer } = options;
  const client = httpClient(options);
  const isOver = timer(GREETING, () => client.close());
  const address = client
    .open(pingOf(registry))
    .then(readAnswer)
    .then(
      (answer): Address => ({ registry, greeting: answer, client }),
      (): Address => ({ registry, client }),
    )
    .finally(isOver);
  return { client, address };
}

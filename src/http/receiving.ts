import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Timer } from '../time/clock.ts';
import { BodyTooLong, DEADLINES, type HttpStream, silent } from './http.ts';

/** Slowest pace of a long answer, in bytes per millisecond (16 KiB/s): a slower server keeps us busy on purpose. */
const SLOWEST = 16;

/** Longest body of an error that is read, in bytes. */
const ERROR_LIMIT = 64 * 1024;

type Bounds = {
  readonly sent: ClientRequest;
  /** Most bytes of body that are read. */
  readonly limit: number;
  readonly timer: Timer;
};

/** received is an answer whose body must still be read: limited in length and pace, whatever its headers say. */
export function received(response: IncomingMessage, { sent, limit, timer }: Bounds): HttpStream {
  // From here on bytes should arrive, so now the socket's own silence counts.
  sent.setTimeout(DEADLINES.idle, () => response.destroy(silent(DEADLINES.idle)));
  return {
    status: response.statusCode ?? 0,
    headers: joined(response.headersDistinct),
    body: bounded(response, isError(response) ? ERROR_LIMIT : limit, timer),
    cancel: () => response.destroy(),
    timer,
    from: response.socket.remoteAddress,
  };
}

/** Only our own count matters. The answer is timed from here on, not from its first reading. */
function bounded(response: IncomingMessage, limit: number, timer: Timer): AsyncIterable<Uint8Array> {
  const seen = { length: 0 };
  const watch = (rings: number): (() => void) =>
    timer(DEADLINES.whole, () => {
      if (seen.length < rings * DEADLINES.whole * SLOWEST) response.destroy(silent(DEADLINES.whole));
      else isOver = watch(rings + 1);
    });
  let isOver = watch(1);
  response.once('close', () => isOver());
  return counted(response, limit, seen);
}

async function* counted(response: IncomingMessage, limit: number, seen: { length: number }): AsyncIterable<Uint8Array> {
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    seen.length += chunk.byteLength;
    if (seen.length > limit) {
      // The status of an error counts, however long a proxy's error page is.
      if (isError(response)) return;
      throw new BodyTooLong(limit);
    }
    yield chunk;
  }
}

function isError({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode >= 400;
}

function joined(headers: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

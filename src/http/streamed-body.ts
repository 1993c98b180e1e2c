import type { ClientRequest } from 'node:http';

/** A body that is sent as it comes. */
export type StreamedBody = {
  /** In bytes; undefined if only its end will tell, and then it is sent in chunks. */
  readonly length: number | undefined;
  /** open gives the body from its beginning, once more for each time that the request is made. */
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** A body on its way. */
export type Sending = {
  /** Resolves when nothing more will be sent: all of it was, or the other side no longer wants it. */
  readonly done: Promise<void>;
  /** isComplete tells whether the other side can have all of it. */
  readonly isComplete: () => boolean;
};

/** Begins to wait for the other side to take what was written; what it returns is called when it has. */
export type Wait = () => () => void;

export function isStreamed(body: Uint8Array | string | StreamedBody | undefined): body is StreamedBody {
  return typeof body === 'object' && !ArrayBuffer.isView(body);
}

/**
 * sendBody writes a body no faster than it is taken, so that memory holds a piece of it at a time. It ends early when
 * the request does, or when the answer is there already: a refusal need not wait for the rest. An error of the source
 * ends the request, and is what `done` rejects with.
 */
export function sendBody(sent: ClientRequest, body: StreamedBody, wait: Wait): Sending {
  let count = 0;
  let hasEnded = false;
  let isUnwanted = false;
  const isComplete = () => hasEnded || count === body.length;
  sent.once('response', (response) => {
    if (isComplete()) return;
    isUnwanted = true;
    // What is left of the body has no place on this connection, and nothing else has either.
    response.once('close', () => sent.destroy());
  });
  const isOver = () => isUnwanted || sent.destroyed;
  const send = async () => {
    if (sent.socket === null) await oneOf(sent, ['socket', 'close']);
    for await (const piece of body.open()) {
      if (isOver()) return;
      count += piece.byteLength;
      const isFull = !sent.write(piece);
      if (isFull && !isComplete()) {
        const isTaken = wait();
        await oneOf(sent, ['drain', 'response', 'close']);
        isTaken();
      }
      if (isOver()) return;
    }
    if (body.length !== undefined && count !== body.length) throw new Error(`${count} bytes for ${body.length}`);
    hasEnded = true;
    sent.end();
  };
  const done = send().catch((error) => {
    sent.destroy(error);
    throw error;
  });
  return { done, isComplete };
}

/** Resolves at the first of these events. */
function oneOf(sent: ClientRequest, events: readonly string[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settle = () => {
    for (const event of events) sent.off(event, settle);
    resolve();
  };
  for (const event of events) sent.on(event, settle);
  return promise;
}

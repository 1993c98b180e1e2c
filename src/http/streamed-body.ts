import type { ClientRequest } from 'node:http';

/** A body that is sent while it is read. */
export type StreamedBody = {
  /** In bytes; undefined if the length is known only at the end, and then it is sent in chunks. */
  readonly length: number | undefined;
  /**
   * open gives the body from its beginning, again each time that the request is made. A piece must stay valid only
   * until the next one is asked for.
   */
  readonly open: () => AsyncIterable<Uint8Array>;
};

/** A body during sending. */
export type Sending = {
  /** Resolves when nothing more will be sent: all was sent, or the other side no longer wants it. */
  readonly done: Promise<void>;
  /** isComplete tells whether the other side can have all of it. */
  readonly isComplete: () => boolean;
};

/** Begins to wait until the other side takes what was written; call the returned function when it has. */
export type Wait = () => () => void;

export function isStreamed(body: Uint8Array | string | StreamedBody | undefined): body is StreamedBody {
  return typeof body === 'object' && !ArrayBuffer.isView(body);
}

/**
 * sendBody writes a body as fast as the server reads it, so only one piece is in memory. It ends early if the request
 * ends, or if the answer has arrived: a rejection need not wait for the rest. An error of the source ends the request,
 * and `done` rejects with it.
 */
export function sendBody(sent: ClientRequest, body: StreamedBody, wait: Wait): Sending {
  let count = 0;
  let hasEnded = false;
  let isUnwanted = false;
  const isComplete = () => hasEnded || count === body.length;
  sent.once('response', (response) => {
    if (isComplete()) return;
    isUnwanted = true;
    // The rest of the body must not be sent on this connection, and no other request either.
    response.once('close', () => sent.destroy());
  });
  const isOver = () => isUnwanted || sent.destroyed;
  const send = async () => {
    if (sent.socket === null) await oneOf(sent, ['socket', 'close']);
    for await (const piece of body.open()) {
      if (isOver()) return;
      count += piece.byteLength;
      const taken = write(sent, piece);
      if (isComplete()) continue;
      const isTaken = wait();
      await taken;
      isTaken();
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

/** Resolves when the piece was sent, so that its memory may be used again, or when nobody waits for it any more. */
function write(sent: ClientRequest, piece: Uint8Array): Promise<void> {
  return oneOf(sent, ['response', 'close'], (settle) => sent.write(piece, settle));
}

/** Resolves at the first of these events, or when the work that was begun calls `settle`. */
function oneOf(
  sent: ClientRequest,
  events: readonly string[],
  begin: (settle: () => void) => void = () => {},
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settle = () => {
    for (const event of events) sent.off(event, settle);
    resolve();
  };
  for (const event of events) sent.on(event, settle);
  begin(settle);
  return promise;
}

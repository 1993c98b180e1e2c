/**
 * openedAhead opens a stream immediately, so that its first piece arrives during another wait. The first call of `open`
 * gets this stream, later calls a new one. Disposing closes the stream if nobody took it.
 */
export function openedAhead(
  open: () => AsyncIterable<Uint8Array>,
): { readonly open: () => AsyncIterable<Uint8Array> } & Disposable {
  const stream = open()[Symbol.asyncIterator]();
  const first = stream.next();
  // The code that takes the stream gets its error.
  first.catch(() => undefined);
  let isTaken = false;
  return {
    open: () => {
      if (isTaken) return open();
      isTaken = true;
      return following(first, stream);
    },
    [Symbol.dispose]: () => {
      if (!isTaken) void stream.return?.().catch(() => undefined);
    },
  };
}

async function* following(
  first: Promise<IteratorResult<Uint8Array>>,
  stream: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let isOver = false;
  try {
    for (let piece = await first; ; piece = await stream.next()) {
      isOver = piece.done === true;
      if (piece.done === true) return;
      yield piece.value;
    }
  } catch (error) {
    isOver = true;
    throw error;
  } finally {
    if (!isOver) await stream.return?.();
  }
}

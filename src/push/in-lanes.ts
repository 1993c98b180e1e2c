/**
 * inLanes processes the items in order, as many at once as there are lanes. The first failure aborts the running work
 * by the signal that it got, and is thrown when all of that has ended.
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined && !failed.signal.aborted; item = queue.shift()) {
      await work(item, failed.signal).catch((error) => failed.abort(error));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  failed.signal.throwIfAborted();
}

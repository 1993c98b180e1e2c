/**
 * inLanes works through the items in their order, as many at once as there are lanes. The first failure calls off what
 * is under way, by the signal that the work is handed, and is thrown when all of it has ended.
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

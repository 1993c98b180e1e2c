import { Readable } from 'node:stream';
import { decompressorFor, LARGEST_WINDOW } from './blob-digests.ts';

/** decompressed streams the decompressed bytes of gzip or Zstandard. Chunks that go in must stay valid. */
export async function* decompressed(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = packed[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const { transform, cut } = decompressorFor(first.value, LARGEST_WINDOW);
  const source = async function* () {
    yield* cut(first.value);
    for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield* cut(next.value);
  };
  const input = Readable.from(source());
  input.once('error', (error) => transform.destroy(error));
  try {
    yield* input.pipe(transform) as AsyncIterable<Uint8Array>;
  } finally {
    input.destroy();
  }
}

import { createHash } from 'node:crypto';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { Digest } from '../image/digest.ts';
import type { BlobDigests } from './registry.ts';

/** What a layer begins with when it is compressed; engines go by this too, whatever the media type says. */
const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/**
 * digestsOf hashes a blob as it streams by, as it is and decompressed. Nothing is kept, so memory does not grow with
 * the blob or with what it decompresses to.
 */
export async function digestsOf(body: AsyncIterable<Uint8Array>, wanted: Digest): Promise<BlobDigests> {
  const algorithm = wanted.slice(0, wanted.indexOf(':'));
  const served = createHash(algorithm);
  const plain = createHash('sha256');
  let size = 0;
  let decompressor: Transform | undefined;
  let decompressed: Promise<boolean> | undefined;
  const begin = (start: Uint8Array): Transform => {
    const transform = decompressorFor(start);
    decompressed = pipeline(transform, async (output: AsyncIterable<Uint8Array>) => {
      for await (const chunk of output) plain.update(chunk);
    }).then(
      () => true,
      () => false,
    );
    return transform;
  };
  let held: Uint8Array = new Uint8Array();
  for await (const chunk of body) {
    size += chunk.byteLength;
    served.update(chunk);
    // How a layer is compressed can be told from its first bytes only when they are all there.
    held = held.byteLength === 0 ? chunk : Buffer.concat([held, chunk]);
    if (decompressor === undefined && held.byteLength < ZSTD.length) continue;
    decompressor ??= begin(held);
    // A layer that cannot be decompressed is still hashed to its end as it is served.
    if (!decompressor.destroyed && !decompressor.write(held)) await drained(decompressor);
    held = new Uint8Array();
  }
  decompressor ??= begin(held);
  if (held.byteLength > 0) decompressor.write(held);
  if (!decompressor.destroyed) decompressor.end();
  const isWhole = await decompressed;
  return {
    size,
    digest: `${algorithm}:${served.digest('hex')}` as Digest,
    diffId: isWhole ? (`sha256:${plain.digest('hex')}` as Digest) : undefined,
  };
}

function decompressorFor(start: Uint8Array): Transform {
  if (GZIP.every((byte, index) => start[index] === byte)) return createGunzip();
  if (ZSTD.every((byte, index) => start[index] === byte)) return createZstdDecompress();
  return new PassThrough();
}

/** Resolves when there is room again, or when there will be none because the data was no good. */
function drained(stream: Transform): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  stream.once('drain', resolve);
  stream.once('close', resolve);
  return promise;
}

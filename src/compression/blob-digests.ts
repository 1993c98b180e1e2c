import { createHash } from 'node:crypto';
import { PassThrough, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createZstdDecompress } from 'node:zlib';
import type { Digest } from '../image/digest.ts';
import { compressionOf, LONGEST_MAGIC } from './formats.ts';
import { zstdFrames } from './zstd-frames.ts';

/** The hashes of a blob that were made while it was downloaded. */
export type BlobDigests = {
  /** In bytes, as it is served. */
  readonly size: number;
  /** Of the bytes as they are served, by the algorithm of the requested digest. */
  readonly digest: Digest;
  /** SHA-256 of the decompressed bytes, a layer's diff_id; undefined if they could not be decompressed. */
  readonly diffId: Digest | undefined;
};

/** How far zstd may look back at most, as the logarithm of bytes: 128 MiB, which is also zstd's own limit. */
export const LARGEST_WINDOW = 27;

/**
 * digestsOf hashes a blob while it is streamed, as it is and decompressed. Nothing is kept, so memory does not grow
 * with the blob or with its decompressed size.
 */
export async function digestsOf(
  body: AsyncIterable<Uint8Array>,
  wanted: Digest,
  largestWindow = LARGEST_WINDOW,
): Promise<BlobDigests> {
  const algorithm = wanted.slice(0, wanted.indexOf(':'));
  const served = createHash(algorithm);
  const plain = new Decompression(largestWindow);
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    served.update(chunk);
    await plain.write(chunk);
  }
  return { size, digest: `${algorithm}:${served.digest('hex')}` as Digest, diffId: await plain.end() };
}

/** Hashes the decompressed bytes of a layer. If a layer cannot be decompressed, writing continues without effect. */
class Decompression {
  readonly #hash = createHash('sha256');
  readonly #largestWindow: number;
  /** The beginning, until it is long enough to tell how it is compressed. */
  #start: Uint8Array = new Uint8Array();
  #running: Running | undefined;

  constructor(largestWindow: number) {
    this.#largestWindow = largestWindow;
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.#running !== undefined) return this.#put(chunk);
    this.#start = Buffer.concat([this.#start, chunk]);
    if (this.#start.byteLength >= LONGEST_MAGIC) return this.#put(this.#start);
  }

  /** end returns the diff_id; undefined if the layer could not be decompressed. */
  async end(): Promise<Digest | undefined> {
    if (this.#running === undefined) await this.#put(this.#start);
    const { transform, isWhole } = this.#begun();
    if (!transform.destroyed) transform.end();
    return (await isWhole) ? (`sha256:${this.#hash.digest('hex')}` as Digest) : undefined;
  }

  async #put(chunk: Uint8Array): Promise<void> {
    const { transform, cut } = this.#begun();
    for (const piece of cut(chunk)) {
      if (transform.destroyed) return;
      if (!transform.write(piece)) await drained(transform);
    }
  }

  #begun(): Running {
    if (this.#running !== undefined) return this.#running;
    const { transform, cut } = decompressorFor(this.#start, this.#largestWindow);
    const isWhole = pipeline(transform, async (output: AsyncIterable<Uint8Array>) => {
      for await (const chunk of output) this.#hash.update(chunk);
    }).then(
      () => true,
      () => false,
    );
    this.#running = { transform, cut, isWhole };
    return this.#running;
  }
}

type Running = { readonly transform: Transform; readonly cut: Cut; readonly isWhole: Promise<boolean> };

/** How written bytes are cut into pieces that the decompressor can take. */
export type Cut = (chunk: Uint8Array) => readonly Uint8Array[];

/** decompressorFor chooses the decompressor by the first bytes; uncompressed bytes pass through. */
export function decompressorFor(
  start: Uint8Array,
  largestWindow: number,
): { readonly transform: Transform; readonly cut: Cut } {
  const whole: Cut = (chunk) => [chunk];
  const compression = compressionOf(start);
  if (compression === 'gzip') return { transform: createGunzip(), cut: whole };
  if (compression === 'zstd') {
    const params = { [constants.ZSTD_d_windowLogMax]: largestWindow };
    return { transform: createZstdDecompress({ params }), cut: zstdFrames() };
  }
  return { transform: new PassThrough(), cut: whole };
}

/** Resolves when there is space again, or when there will be none because the data was invalid. */
function drained(stream: Transform): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = () => {
    stream.off('drain', end);
    stream.off('close', end);
    resolve();
  };
  stream.on('drain', end);
  stream.on('close', end);
  return promise;
}

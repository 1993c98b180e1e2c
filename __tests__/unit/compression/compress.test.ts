import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestsOf } from '../../../src/compression/blob-digests.ts';
import { compress, type Target } from '../../../src/compression/compress.ts';
import { digestOf } from '../../../src/image/digest.ts';
import { wholeOf } from '../../doubles/whole.ts';

const MIB = 1 << 20;
const TARGETS: readonly Target[] = ['gzip', 'zstd'];

/** Text that compresses, and never repeats itself as a whole. */
function text(length: number): Buffer {
  let seed = 1;
  const words = Array.from({ length: Math.ceil(length / 7) }, () => {
    seed = (seed * 48271) % 2147483647;
    return `word${seed % 997} `;
  });
  return Buffer.from(words.join('')).subarray(0, length);
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const compressed = (bytes: Buffer, target: Target, { chunk = 65536, atOnce = 3 } = {}) =>
  wholeOf(compress(inChunks(bytes, chunk), target, atOnce));
const plain = (bytes: Buffer, target: Target) => (target === 'gzip' ? gunzipSync(bytes) : zstdDecompressSync(bytes));

describe.each(TARGETS)('%s', (target) => {
  it.each([0, 1, MIB - 1, MIB, MIB + 1, 4 * MIB, 9 * MIB + 5])('brings %d bytes back as they were', async (length) => {
    const bytes = text(length);
    expect(plain(await compressed(bytes, target), target).equals(bytes)).toBe(true);
  });

  it('makes the same bytes however the source is cut and however many blocks are in work', async () => {
    const bytes = text(6 * MIB + 321);
    const ways = await Promise.all(
      [1, 2, 7].flatMap((atOnce) =>
        [1000, 70_000, 8 * MIB].map((chunk) => compressed(bytes, target, { chunk, atOnce })),
      ),
    );
    expect(new Set(ways.map((way) => digestOf(way))).size).toBe(1);
  });

  it('is what the verification decompresses to the diff_id', async () => {
    const bytes = text(10 * MIB);
    const stream = inChunks(await compressed(bytes, target), 100_000);
    expect((await digestsOf(stream, digestOf(bytes))).diffId).toBe(digestOf(bytes));
  });

  it('takes bytes as they are, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 700 }), async (bytes, chunk) => {
        const whole = Buffer.from(bytes);
        return plain(await compressed(whole, target, { chunk }), target).equals(whole);
      }),
    );
  });

  it('ends with the error of its source, before its last bytes', async () => {
    const changed = new Error('changed');
    const source = async function* () {
      yield text(2 * MIB);
      throw changed;
    };
    const stream = compress(source(), target);
    const seen: Uint8Array[] = [];
    const reading = (async () => {
      for await (const piece of stream) seen.push(Uint8Array.from(piece));
    })();
    await expect(reading).rejects.toBe(changed);
    const whole = await compressed(text(2 * MIB), target);
    expect(Buffer.concat(seen).length).toBeLessThan(whole.length);
  });

  it('gives the memory of a piece back when the next one is asked for', async () => {
    const source = inChunks(randomBytes(20 * MIB), MIB);
    const given: Uint8Array[] = [];
    for await (const piece of compress(source, target)) given.push(piece);
    const kept = given.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    expect(kept).toBeLessThan(MIB);
  });

  it('leaves its source when nobody wants more', async () => {
    let isLeft = false;
    const source = async function* () {
      try {
        for (;;) yield text(MIB);
      } finally {
        isLeft = true;
      }
    };
    for await (const piece of compress(source(), target)) if (piece.length > 100) break;
    expect(isLeft).toBe(true);
  });
});

it('makes gzip as short as one stream of it would be, give or take a hundredth', async () => {
  const bytes = text(8 * MIB);
  expect((await compressed(bytes, 'gzip')).length).toBeLessThan(gzipSync(bytes, { level: 4 }).length * 1.01);
});

it('stores in gzip what does not compress, and compresses what does beside it', async () => {
  const noise = randomBytes(MIB);
  const [alone, mixed] = [await compressed(noise, 'gzip'), await compressed(Buffer.concat([noise, text(MIB)]), 'gzip')];
  expect([alone.length - noise.length < 1000, mixed.length < 1.5 * MIB]).toEqual([true, true]);
  expect(gunzipSync(alone).equals(noise)).toBe(true);
});

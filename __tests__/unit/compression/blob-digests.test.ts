import { createHash, randomBytes } from 'node:crypto';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestsOf } from '../../../src/compression/blob-digests.ts';
import type { Digest } from '../../../src/image/digest.ts';

const hash = (algorithm: string, bytes: Uint8Array) =>
  `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}` as Digest;
async function* chunks(bytes: Uint8Array, size = bytes.length || 1) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const read = (bytes: Uint8Array, size?: number, wanted = hash('sha256', bytes)) =>
  digestsOf(chunks(bytes, size), wanted);

const PLAIN = Buffer.concat([randomBytes(3000), Buffer.alloc(100_000, 'layer')]);
const FORMS = [
  ['as it is', PLAIN],
  ['in gzip', gzipSync(PLAIN)],
  ['in gzip of two members', Buffer.concat([gzipSync(PLAIN.subarray(0, 5000)), gzipSync(PLAIN.subarray(5000))])],
  ['in zstd', zstdCompressSync(PLAIN)],
] as const;

describe('digestsOf', () => {
  it.each(FORMS)('hashes a layer %s, as it is served and as it was', async (_name, bytes) => {
    expect(await read(bytes)).toEqual({
      size: bytes.length,
      digest: hash('sha256', bytes),
      diffId: hash('sha256', PLAIN),
    });
  });

  it.each(FORMS)('hashes a layer %s that comes byte by byte', async (_name, bytes) => {
    const { digest, diffId } = await read(bytes, 1);
    expect([digest, diffId]).toEqual([hash('sha256', bytes), hash('sha256', PLAIN)]);
  });

  it.each(FORMS)('hashes a layer %s in any pieces', async (_name, bytes) => {
    for (const size of [2, 3, 4, 5, 1000, 65_536]) expect((await read(bytes, size)).diffId).toBe(hash('sha256', PLAIN));
  });

  it('hashes by the algorithm that was asked for', async () => {
    const { digest, diffId } = await read(PLAIN, 1000, hash('sha512', PLAIN));
    expect([digest, diffId]).toEqual([hash('sha512', PLAIN), hash('sha256', PLAIN)]);
  });

  it('hashes nothing', async () => {
    const empty = hash('sha256', Buffer.alloc(0));
    expect(await read(Buffer.alloc(0))).toEqual({ size: 0, digest: empty, diffId: empty });
  });

  it.each([
    ['half of a gzip', gzipSync(PLAIN).subarray(0, 2000)],
    ['a gzip with a wrong sum', Buffer.concat([gzipSync(PLAIN).subarray(0, -8), Buffer.alloc(8)])],
    ['what only begins like a gzip', Buffer.concat([Buffer.from([0x1f, 0x8b]), randomBytes(5000)])],
    ['half of a zstd', zstdCompressSync(randomBytes(50_000)).subarray(0, 2000)],
  ])('hashes %s as it is served, and has no diff_id', async (_name, bytes) => {
    expect(await read(bytes, 700)).toEqual({ size: bytes.length, digest: hash('sha256', bytes), diffId: undefined });
  });

  it('takes a compression that it does not know for none', async () => {
    const bytes = deflateSync(PLAIN);
    expect((await read(bytes)).diffId).toBe(hash('sha256', bytes));
  });

  it('throws what the body throws', async () => {
    async function* broken() {
      yield gzipSync(PLAIN).subarray(0, 1000);
      throw new Error('reset');
    }
    await expect(digestsOf(broken(), hash('sha256', PLAIN))).rejects.toThrow('reset');
  });

  it('reads to its end what is a thousand times larger than it looks', async () => {
    const zeros = Buffer.alloc(16 << 20);
    const bomb = gzipSync(zeros);
    expect(await read(bomb, 4096)).toMatchObject({ size: bomb.length, diffId: hash('sha256', zeros) });
  });

  it('finds any bytes again, in any pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        async (plain, size, zip) => {
          fc.pre(zip || (plain[0] !== 0x1f && plain[0] !== 0x28));
          const bytes = zip ? gzipSync(plain) : Buffer.from(plain);
          expect((await read(bytes, size)).diffId).toBe(hash('sha256', plain));
        },
      ),
      { numRuns: 50 },
    );
  });
});

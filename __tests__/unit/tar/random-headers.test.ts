import { describe, expect, it } from '@jest/globals';
import { FileProblem } from '../../../src/tar/file-problem.ts';
import { BLOCK, binary, type Entry, header, MAGIC, octal, record } from '../../doubles/archives/tar.ts';
import { archiveInMemory, randomFrom } from '../files/in-memory.ts';

const HEADERS = 100_000;
const TYPES = [...'0000000011122557xxgLK346', '\0', 'S', '\xff'];
const GOOD = ['a', 'b', '../files/a', 'c', 'a/b', 'x'.repeat(100), 'ä', 'a//b', 'b/c', '..a'];
const NAMES = [...GOOD, ...GOOD, ...GOOD, 'a/', '../a', '/a', '', '\0', 'a/../b'];
const KEYS = ['path', 'linkpath', 'size', 'mtime', 'mtime', 'comment', 'comment', 'GNU.sparse.map', ''];
const VALUES = [...NAMES, '0', '5', '1e3', '-1', '9'.repeat(20), 'a\0b'];

const random = randomFrom(1);
const noise = Buffer.from(Array.from({ length: 1 << 16 }, () => Math.floor(random() * 256)));

/** What makes an archive up: headers whose fields are mostly right, and now and then anything at all. */
class Archives {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  archive(): { readonly bytes: Buffer; readonly headers: number } {
    const headers = 1 + this.#below(6);
    const parts = Array.from({ length: headers }, () => this.#entry());
    const end = this.#pick([Buffer.alloc(2 * BLOCK), Buffer.alloc(2 * BLOCK), Buffer.alloc(BLOCK), this.#noise(BLOCK)]);
    const bytes = Buffer.concat([...parts, end]);
    return { bytes: this.#seldom() ? bytes.subarray(0, this.#below(bytes.length)) : bytes, headers };
  }

  #entry(): Buffer {
    const type = this.#pick(TYPES);
    const content = this.#content(type);
    const entry: Entry = {
      name: this.#pick(NAMES),
      type,
      link: this.#pick(NAMES),
      prefix: this.#pick(['', '', '', 'a', '..']),
      format: this.#pick(Object.keys(MAGIC) as (keyof typeof MAGIC)[]),
      size: this.#size(content.length),
      ...(this.#seldom() ? { checksum: this.#below(100_000) } : {}),
    };
    const block = header(entry);
    if (this.#seldom()) block[this.#below(BLOCK)] = this.#below(256);
    const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK, this.#seldom() ? 1 : 0);
    return Buffer.concat([this.#seldom() ? this.#noise(BLOCK) : block, content, padding]);
  }

  #content(type: string): Buffer {
    if (type === 'x' || type === 'g') {
      const records = Array.from({ length: this.#below(3) }, () => record([this.#pick(KEYS), this.#pick(VALUES)]));
      return this.#seldom() ? this.#noise(this.#below(600)) : Buffer.from(records.join(''));
    }
    if (type === 'L' || type === 'K') return Buffer.from(`${this.#pick(NAMES)}\0`);
    return !'07\0'.includes(type) && !this.#seldom() ? Buffer.alloc(0) : this.#noise(this.#below(1200));
  }

  #size(length: number): Buffer {
    if (!this.#seldom()) return octal(length);
    return this.#pick([
      octal(this.#below(5000)),
      binary(BigInt(length)),
      binary(-1n),
      binary(2n ** 60n),
      this.#noise(12),
    ]);
  }

  #noise(length: number): Buffer {
    const start = this.#below(noise.length - length);
    return Buffer.from(noise.subarray(start, start + length));
  }

  #seldom(): boolean {
    return this.#below(40) === 0;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #pick<T>(values: readonly T[]): T {
    return values[this.#below(values.length)] as T;
  }
}

/** Reads whatever can be found under the names that occur; the bytes of it all. */
async function readAll(bytes: Buffer): Promise<number> {
  const storage = await archiveInMemory(bytes);
  let read = 0;
  for (const name of NAMES) {
    const stored = await storage.find(name).catch((error: unknown) => {
      if (!(error instanceof FileProblem)) throw error;
      return undefined;
    });
    if (stored === undefined) continue;
    for await (const chunk of stored.read()) read += chunk.length;
    expect(stored.size).toBeLessThanOrEqual(bytes.length);
  }
  return read;
}

describe('the reader of archives', () => {
  it(`takes ${HEADERS} random headers, or refuses them, and never reads outside`, async () => {
    const archives = new Archives(20_261_121);
    const seen = { taken: 0, refused: 0, read: 0 };
    for (let headers = 0; headers < HEADERS; ) {
      const archive = archives.archive();
      headers += archive.headers;
      try {
        // A read outside of the archive throws, and not as a FileProblem.
        seen.read += await readAll(archive.bytes);
        seen.taken += 1;
      } catch (error) {
        if (!(error instanceof FileProblem)) throw error;
        expect(error.message).toMatch(/^(?:it|its) /);
        seen.refused += 1;
      }
    }
    // Both must have been seen often, else the headers are too random, or too tame.
    expect(seen.taken).toBeGreaterThan(1000);
    expect(seen.refused).toBeGreaterThan(1000);
    expect(seen.read).toBeGreaterThan(1000);
  });
});

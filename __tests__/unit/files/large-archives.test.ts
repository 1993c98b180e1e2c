import { describe, expect, it } from '@jest/globals';
import { openArchive } from '../../../src/files/archive.ts';
import type { Bytes } from '../../../src/tar/random-access.ts';
import { BLOCK, binary, header } from '../../doubles/archives/tar.ts';

/** A file that is made up as it is read, and counts what is asked of it. */
class MadeUp implements Bytes {
  readonly size: number;
  readonly #blockAt: (position: number) => Buffer | undefined;
  bytes = 0;
  calls = 0;

  constructor(size: number, blockAt: (position: number) => Buffer | undefined) {
    this.size = size;
    this.#blockAt = blockAt;
  }

  async read(position: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, this.size - position)));
    this.bytes += bytes.length;
    this.calls += 1;
    const first = Math.floor(position / BLOCK) * BLOCK;
    for (let at = first; at < position + bytes.length; at += BLOCK) {
      const block = this.#blockAt(at);
      if (block !== undefined) block.copy(bytes, Math.max(0, at - position), Math.max(0, position - at));
    }
    return bytes;
  }

  async *stream(start: number, length: number): AsyncGenerator<Uint8Array, void, undefined> {
    for (let at = start; at < start + length; at += 1 << 16)
      yield this.read(at, Math.min(1 << 16, start + length - at));
  }

  async close(): Promise<void> {}
}

const MILLION = 1_000_000;

describe('a large archive', () => {
  it('of a million entries is refused, by less than a tenth of it', async () => {
    const file = new MadeUp((MILLION + 2) * BLOCK, (at) =>
      at < MILLION * BLOCK ? header({ name: `blobs/${at / BLOCK}` }) : undefined,
    );
    await expect(openArchive(file)).rejects.toThrow(/more than 65536 entries/);
    expect(file.bytes).toBeLessThan(file.size / 10);
  });

  it('of as many entries as are taken is read in large pieces', async () => {
    const entries = 65_536;
    const file = new MadeUp((entries + 2) * BLOCK, (at) =>
      at < entries * BLOCK ? header({ name: `blobs/${at / BLOCK}` }) : undefined,
    );
    const archive = await openArchive(file);
    expect(await archive.find('blobs/65535')).toMatchObject({ size: 0 });
    expect(file.calls).toBeLessThan(1000);
    expect(file.bytes).toBeLessThan(file.size * 1.1);
  });

  it('of names that are long altogether is refused', async () => {
    const name = 'x'.repeat(4000);
    const long = header({ name: '././@LongLink', type: 'L', format: 'gnu' }, name.length);
    const content = Buffer.from(name.padEnd(8 * BLOCK, '\0')).fill(0, name.length);
    const entry = 10 * BLOCK;
    const file = new MadeUp(MILLION * entry, (at) => {
      const within = at % entry;
      if (within === 0) return long;
      return within === 9 * BLOCK ? header({ name: 'x', format: 'gnu' }) : content.subarray(within - BLOCK, within);
    });
    await expect(openArchive(file)).rejects.toThrow(/names are too long for an image/);
    expect(file.bytes).toBeLessThan(64 << 20);
  });

  it('of layers of 10 GiB is indexed without reading them', async () => {
    const content = 10 * 2 ** 30;
    const layers = 8;
    const entry = BLOCK + content;
    const file = new MadeUp(layers * entry + 2 * BLOCK, (at) => {
      const isHeader = at % entry === 0 && at < layers * entry;
      return isHeader ? header({ name: `layer-${at / entry}`, size: binary(BigInt(content)) }) : undefined;
    });
    const archive = await openArchive(file);
    for (let at = 0; at < layers; at++) expect(await archive.find(`layer-${at}`)).toMatchObject({ size: content });
    expect(file.bytes).toBeLessThan(1 << 20);
  });
});

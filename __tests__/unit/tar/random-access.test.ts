import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { checked } from '../../../src/files/storage.ts';
import { digestOf } from '../../../src/image/digest.ts';
import { RandomAccess } from '../../../src/tar/random-access.ts';

const folder = mkdtempSync(join(tmpdir(), 'random-access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, 'file');
const content = randomBytes(3 * 1024 * 1024 + 12_345);
writeFileSync(path, content);

describe('a stream of a file', () => {
  it.each([
    { start: 0, length: content.length },
    { start: 4_711, length: content.length - 4_711 },
    { start: 4_711, length: 1 },
    { start: content.length, length: 0 },
  ])('has the $length bytes from $start on', async ({ start, length }) => {
    const file = await RandomAccess.open(path);
    const read: Uint8Array[] = [];
    for await (const chunk of file.stream(start, length)) read.push(Uint8Array.from(chunk));
    await file.close();
    expect(Buffer.concat(read).equals(content.subarray(start, start + length))).toBe(true);
  });

  it('leaves a chunk as it is until the second one after it is asked for', async () => {
    const file = await RandomAccess.open(path);
    let before: { readonly chunk: Uint8Array; readonly at: number } | undefined;
    let at = 0;
    for await (const chunk of file.stream(0, content.length)) {
      // The next one is being read already: it must not go where one of these two is.
      await file.read(0, 1);
      for (const each of [before, { chunk, at }]) {
        if (each !== undefined) expect(content.subarray(each.at).indexOf(each.chunk)).toBe(0);
      }
      before = { chunk, at };
      at += chunk.length;
    }
    await file.close();
  });

  it('uses the same memory again, however long the file is', async () => {
    const file = await RandomAccess.open(path);
    const memory = new Set<ArrayBufferLike>();
    for await (const chunk of file.stream(0, content.length)) memory.add(chunk.buffer);
    await file.close();
    expect(memory.size).toBe(3);
  });

  it('is the same when it is hashed on its way and its last chunk held back', async () => {
    const file = await RandomAccess.open(path);
    const stored = { size: content.length, read: () => file.stream(0, content.length) };
    let at = 0;
    for await (const chunk of checked(stored, digestOf(content))) {
      await file.read(0, 1);
      expect(content.subarray(at).indexOf(chunk)).toBe(0);
      at += chunk.length;
    }
    await file.close();
    expect(at).toBe(content.length);
  });
});

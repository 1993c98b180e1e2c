import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HARMLESS, image, REFUSED } from './malicious-tars.ts';
import { contentOf, folder, onDisk, open, openFiles, refusal } from './opened.ts';

describe('an archive with', () => {
  it.each(REFUSED)('%s is refused, with the reason', async (_name, archive, reason) => {
    const path = onDisk(archive);
    const before = readdirSync(folder);
    const error = await refusal(open(path));
    expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
    expect(error.message).toMatch(reason);
    expect(error.message.length).toBeLessThan(1000);
    expect(readdirSync(folder)).toEqual(before);
    expect(openFiles()).toBe(0);
  });

  it('a file twice is refused with a way out: programs that write one so do it each time', async () => {
    const [, archive] = REFUSED.find(([name]) => name === 'two files of one name, the same') ?? [];
    const { hint } = await refusal(open(archive ?? Buffer.alloc(0)));
    expect(hint).toMatch(/tar -xf/);
  });

  it.each(HARMLESS)('%s is read right', async (_name, archive) => {
    const file = await open(archive);
    expect(file).toMatchObject({ kind: 'packed', image: { root: { digest: image.digest } } });
    expect([...(await contentOf(file))].every(([digest, found]) => digest === found)).toBe(true);
    await file.close();
    expect(openFiles()).toBe(0);
  });
});

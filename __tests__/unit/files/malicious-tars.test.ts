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

  it.each(HARMLESS)('%s is read right', async (_name, archive) => {
    const file = await open(archive);
    expect(file).toMatchObject({ kind: 'packed', root: { digest: image.digest } });
    expect([...(await contentOf(file))].every(([digest, found]) => digest === found)).toBe(true);
    await file.close();
    expect(openFiles()).toBe(0);
  });
});

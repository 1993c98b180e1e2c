import { describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../../src/image/manifest.ts';
import { lookedAhead } from '../../../src/tags/last-look.ts';

describe('a tag that is looked at ahead', () => {
  const manifests = ['first', 'second'].map((digest) => ({ digest }) as unknown as Manifest);

  function start() {
    const clock = { now: 0 };
    const looks: number[] = [];
    const look = lookedAhead(
      async () => {
        looks.push(clock.now);
        return manifests[looks.length - 1];
      },
      () => clock.now,
    );
    return { clock, looks, look };
  }

  it.each([
    [0, 'first'],
    [500, 'first'],
    [501, 'second'],
  ])('is looked at again only by whoever writes it much later: %d ms', async (later, shown) => {
    const { clock, looks, look } = start();
    expect(looks).toEqual([0]);
    clock.now = later;
    expect(await look()).toMatchObject({ digest: shown });
  });

  it('tells whoever writes it why it could not be read', async () => {
    const look = lookedAhead(
      () => Promise.reject(new Error('gone')),
      () => 0,
    );
    await expect(look()).rejects.toThrow('gone');
  });
});

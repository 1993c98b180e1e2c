import { describe, expect, it } from '@jest/globals';
import type { ShortLivedCredential } from '../../../src/keyless/keyless.ts';
import { renewing } from '../../../src/keyless/renewing.ts';
import { Secret } from '../../../src/secret/secret.ts';

const MINUTE = 60_000;

function start(life: number) {
  const clock = { date: 0 };
  const made: ShortLivedCredential[] = [];
  let fails = false;
  const make = async (): Promise<ShortLivedCredential> => {
    if (fails) throw new Error('not today');
    const expiresAt = clock.date + life;
    const one = { username: 'u', password: new Secret(`p${made.length}`), expiresAt, kind: '', width: '' };
    made.push(one);
    return one;
  };
  const current = renewing(make, () => clock.date);
  return { clock, made, current, fail: (now: boolean) => (fails = now) };
}

describe('a credential that ends', () => {
  it.each([
    [60 * MINUTE, 55 * MINUTE],
    [12 * 60 * MINUTE, 715 * MINUTE],
    [10 * MINUTE, 5 * MINUTE],
    [5 * MINUTE, 2.5 * MINUTE],
    // Ended already, by this clock: it is shown all the same, or nothing would go on.
    [0, MINUTE],
    [-365 * 24 * 60 * MINUTE, MINUTE],
  ])('of %d ms is kept for %d ms', async (life, kept) => {
    const { clock, made, current } = start(life);
    const first = await current();
    clock.date = kept - 1;
    expect(await current()).toBe(first);
    clock.date = kept;
    expect(await current()).not.toBe(first);
    expect(made).toHaveLength(2);
  });

  it('is made once for all who ask at the same time, also when it is made anew', async () => {
    const { clock, made, current } = start(10 * MINUTE);
    const first = await Promise.all([current(), current(), current()]);
    expect(new Set(first).size).toBe(1);
    clock.date = 9 * MINUTE;
    const second = await Promise.all([current(), current(), current()]);
    expect(new Set([...first, ...second]).size).toBe(2);
    expect(made).toHaveLength(2);
  });

  it('that could not be made is asked for again', async () => {
    const { clock, current, fail } = start(10 * MINUTE);
    fail(true);
    await expect(current()).rejects.toThrow('not today');
    fail(false);
    const first = await current();
    clock.date = 9 * MINUTE;
    fail(true);
    await expect(Promise.all([current(), current()])).rejects.toThrow('not today');
    fail(false);
    expect(await current()).not.toBe(first);
  });
});

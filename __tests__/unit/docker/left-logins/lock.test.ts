import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLock } from '../../../../src/docker/left-logins/lock.ts';

let job: string;
let folder: string;
beforeEach(() => {
  job = mkdtempSync(join(tmpdir(), 'with-lock-'));
  folder = join(job, 'around', 'ours');
});
afterEach(() => rmSync(job, { recursive: true, force: true }));

/** Time goes by only where somebody waits; `meanwhile` is what others do. */
const locker = (id: string, meanwhile: () => void = () => {}) => {
  const began = Date.now();
  let waited = 0;
  const sleep = async (milliseconds: number) => {
    waited += milliseconds;
    meanwhile();
    await new Promise(setImmediate);
  };
  const clock = { now: () => waited, date: () => began + waited, sleep };
  return { id, clock, signal: new AbortController().signal };
};

describe('a lock', () => {
  it('makes its folder, tells whether it made the one around it, and removes its own when it is empty', async () => {
    mkdirSync(join(job, 'around'));
    expect(await withLock(folder, locker('a'), async (madeParent) => madeParent)).toBe(false);
    expect(readdirSync(join(job, 'around'))).toEqual([]);
    rmSync(join(job, 'around'), { recursive: true });
    expect(await withLock(folder, locker('a'), async (madeParent) => madeParent)).toBe(true);
  });

  it('leaves what the work has put into the folder', async () => {
    await withLock(folder, locker('a'), async () => writeFileSync(join(folder, 'kept'), ''));
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(folder, locker('a'), () => Promise.reject(new Error('no space')))).rejects.toThrow(
      'no space',
    );
    expect(existsSync(folder)).toBe(false);
  });

  it('is held by one at a time', async () => {
    let inside = 0;
    const work = async () => {
      inside += 1;
      expect(inside).toBe(1);
      await new Promise(setImmediate);
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 20 }, (_, index) => withLock(folder, locker(String(index)), work)));
  });

  it('is waited for, and then there is an error that names it', async () => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'lock');
    // Taken anew all the time.
    const hold = () => {
      writeFileSync(path, 'another');
      utimesSync(path, new Date(), new Date(Date.now() + 3_600_000));
    };
    hold();
    await expect(withLock(folder, locker('a', hold), async () => {})).rejects.toThrow(`another step has held ${path}`);
    expect(existsSync(path)).toBe(true);
  });

  it('is taken over from a step that has left it: at once from oneself, after some seconds from another', async () => {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'lock');
    writeFileSync(path, 'a');
    const own = locker('a');
    await withLock(folder, own, async () => writeFileSync(join(folder, 'kept'), ''));
    expect(own.clock.now()).toBe(0);
    const other = locker('a');
    writeFileSync(path, 'b');
    await withLock(folder, other, async () => {});
    expect(other.clock.now()).toBeGreaterThanOrEqual(9_000);
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it('stops waiting when the step is stopped', async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'lock'), 'b');
    const { clock, ...rest } = locker('a');
    const sleep = () => Promise.reject(new Error('cancelled'));
    await expect(withLock(folder, { ...rest, clock: { ...clock, sleep } }, async () => {})).rejects.toThrow(
      'cancelled',
    );
  });
});

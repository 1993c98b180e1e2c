import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../time/clock.ts';

/** How long someone may hold a lock, and how long it is waited for, in milliseconds; what it is for takes a few of them. */
const HELD = 10_000;
const PATIENCE = 30_000;
const PAUSE = 20;

export type Locker = { readonly id: string; readonly clock: Clock; readonly signal: AbortSignal };

/**
 * withLock makes a folder of our own and works in it while no other step does; a folder that is empty then is removed. A
 * lock that was left by a step that was killed is taken over: by the post step of that very step at once. The work is
 * told whether the folder around it had to be made, too.
 */
export async function withLock<T>(
  folder: string,
  locker: Locker,
  work: (madeParent: boolean) => Promise<T>,
): Promise<T> {
  const path = join(folder, 'lock');
  const madeParent = await lock(folder, path, locker);
  try {
    return await work(madeParent);
  } finally {
    await rm(path, { force: true });
    await rmdir(folder).catch(() => {});
  }
}

async function lock(folder: string, path: string, { id, clock, signal }: Locker): Promise<boolean> {
  const started = clock.now();
  let madeParent = false;
  for (;;) {
    try {
      const made = await mkdir(folder, { recursive: true, mode: 0o700 });
      madeParent ||= made !== undefined && made !== folder;
      await writeFile(path, id, { flag: 'wx', mode: 0o600 });
      return madeParent;
    } catch (error) {
      // The other one has it, or has just removed the folder with it.
      if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
    if (clock.now() - started > PATIENCE) throw new Error(`another step has held ${path} for ${PATIENCE / 1000} s`);
    if (!wasLeft(path, { id, now: clock.date() })) await clock.sleep(PAUSE, signal);
  }
}

/**
 * wasLeft removes a lock that somebody has left. All who wait see that at once, and the first of them has a lock of its own
 * in a moment: so that none removes that one, nothing else is done between looking and removing.
 */
function wasLeft(path: string, { id, now }: { readonly id: string; readonly now: number }): boolean {
  try {
    const isLeft = readFileSync(path, 'utf8') === id || statSync(path).mtimeMs < now - HELD;
    if (isLeft) rmSync(path);
    return isLeft;
  } catch {
    return false;
  }
}

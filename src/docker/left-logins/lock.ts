import { readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../time/clock.ts';

/** How long someone may hold a lock, and how long others wait for it, in milliseconds; the work takes a few of them. */
const HELD = 10_000;
const PATIENCE = 30_000;
const PAUSE = 20;

export type Locker = { readonly id: string; readonly clock: Clock; readonly signal: AbortSignal };

/**
 * withLock creates our folder and works in it while no other step does. An empty folder is removed afterwards. If a
 * killed step has left a lock, another step takes it over after a time, and the killed step's post step immediately.
 * The work learns whether the parent folder had to be created, too.
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
      // Another step has the lock, or has just removed the folder with it.
      if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
    if (clock.now() - started > PATIENCE) throw new Error(`another step has held ${path} for ${PATIENCE / 1000} s`);
    if (!wasLeft(path, { id, now: clock.date() })) await clock.sleep(PAUSE, signal);
  }
}

/**
 * wasLeft removes a lock that a killed step has left. All waiting steps see it at the same time, and the first of them
 * creates a new lock. Nothing else happens between the check and the removal, so no step removes the new lock.
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

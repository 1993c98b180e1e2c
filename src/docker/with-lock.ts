import { mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../http/clock.ts';

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
    if (await isLeft(path, { id, now: clock.date() })) await rm(path, { force: true });
    else await clock.sleep(PAUSE, signal);
  }
}

async function isLeft(path: string, { id, now }: { readonly id: string; readonly now: number }): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')) === id || (await stat(path)).mtimeMs < now - HELD;
  } catch {
    return false;
  }
}

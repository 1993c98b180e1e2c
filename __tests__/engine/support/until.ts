import { setTimeout as pause } from 'node:timers/promises';

/** How long anything may take in these tests, in milliseconds; it is reached only when something is wrong. */
export const PATIENCE = 300_000;

const INTERVAL = 10;
const LIMIT = 120_000;

/** until looks again and again until the condition holds; its name is told when it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + LIMIT;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${LIMIT / 1000} s in vain until ${what}`);
    await pause(INTERVAL);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Fires once after so many milliseconds, unless the returned function was called before. */
export type Timer = (milliseconds: number, ring: () => void) => () => void;

/** The clock, as far as a registry's client needs it. */
export type Clock = {
  /** Milliseconds since some moment; never goes back. */
  readonly now: () => number;
  /** Milliseconds since 1970, to compare with dates from others. */
  readonly date: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
};

export const systemTimer: Timer = (milliseconds, ring) => {
  const timeout = setTimeout(ring, milliseconds);
  return () => clearTimeout(timeout);
};

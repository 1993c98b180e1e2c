import { setImmediate as giveWay } from 'node:timers/promises';
import type { Clock, Timer } from '../../../src/time/clock.ts';

/** When every run begins, so that dates in headers can be written beforehand. */
export const START = Date.UTC(2026, 10, 20);

/** A clock that nobody waits for: whoever sleeps is taken to the moment at which it wants to wake. */
export class VirtualClock implements Clock {
  #now = 0;
  #alarm: { readonly at: number; readonly ring: () => void } | undefined;
  readonly #timers = new Set<{ left: number; readonly ring: () => void }>();

  readonly now = (): number => this.#now;
  readonly date = (): number => START + this.#now;
  readonly sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    const until = this.#now + milliseconds;
    // Those who sleep at once wake one after the other, but their time does not add up.
    await giveWay();
    this.leap(until);
    signal.throwIfAborted();
  };

  /** Time that others sleep away is none that an answer takes: a timer runs down in silences only. */
  readonly timer: Timer = (milliseconds, ring) => {
    const timer = { left: milliseconds, ring };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  /** fallSilent lets so much time pass in which nothing arrives, and rings for everyone who does not wait longer. */
  fallSilent(milliseconds: number): void {
    this.leap(this.#now + milliseconds);
    for (const timer of [...this.#timers]) {
      timer.left -= milliseconds;
      if (timer.left <= 0 && this.#timers.delete(timer)) timer.ring();
    }
  }

  /** alarm rings when the time is reached. */
  alarm(at: number, ring: () => void): void {
    this.#alarm = { at, ring };
  }

  /** leap goes on to a moment, or to the alarm that lies before it. */
  leap(until: number): void {
    const alarm = this.#alarm;
    if (alarm === undefined || until < alarm.at) {
      this.#now = Math.max(this.#now, until);
      return;
    }
    // Time stands still after the alarm: whatever goes on then goes on too long.
    const isFirst = this.#now < alarm.at;
    this.#now = alarm.at;
    if (isFirst) alarm.ring();
  }
}

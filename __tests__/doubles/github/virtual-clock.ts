import { setImmediate as idle } from 'node:timers/promises';
import type { Clock } from '../../../src/time/clock.ts';

type Sleeper = { readonly until: number; readonly order: number; wake(): void };

/**
 * A clock whose time passes only while everybody sleeps: when nothing else is left to do, the next one is woken. What
 * waits for hours is over at once, in the order in which it would have happened.
 */
export class VirtualClock implements Clock {
  #now = 0;
  #slept = 0;
  #isTurning = false;
  readonly #sleepers: Sleeper[] = [];
  /** What `date` begins with. */
  readonly #epoch = Date.parse('2026-11-20T12:00:00Z');

  readonly now = (): number => this.#now;
  readonly date = (): number => this.#epoch + this.#now;

  readonly sleep = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#slept += 1;
    this.#sleepers.push({ until: this.#now + milliseconds, order: this.#slept, wake: resolve });
    const end = () => reject(signal.reason);
    signal.addEventListener('abort', end, { once: true });
    void this.#turn();
    await promise;
    signal.removeEventListener('abort', end);
  };

  /** at has something happen after so many milliseconds. */
  at(milliseconds: number, happen: () => void): void {
    this.#slept += 1;
    this.#sleepers.push({ until: milliseconds, order: this.#slept, wake: happen });
  }

  async #turn(): Promise<void> {
    if (this.#isTurning) return;
    this.#isTurning = true;
    await idle();
    this.#isTurning = false;
    this.#sleepers.sort((one, other) => one.until - other.until || one.order - other.order);
    const next = this.#sleepers.shift();
    if (next === undefined) return;
    this.#now = Math.max(this.#now, next.until);
    next.wake();
    if (this.#sleepers.length > 0) void this.#turn();
  }
}

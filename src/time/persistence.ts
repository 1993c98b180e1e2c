import type { Clock } from './clock.ts';
import { pauseBefore, type Transience } from './retry.ts';

/** The result of an attempt, and whether another attempt may help. */
export type Attempt<T> = { readonly result: () => T; readonly transience: Transience };

/**
 * Persistence repeats attempts that may succeed later. All requests to one host share its back-off: if one of them was
 * asked to wait, the others wait with it.
 */
export class Persistence {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #notBefore = new Map<string, number>();

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
  }

  /**
   * persist repeats the attempt until it is final, or it is time to give up; then it returns or throws the last result.
   * Only lost time counts, in pauses and on answers that did not come: if a layer was uploaded for an hour when its
   * connection broke, another try is worth it. Waiting ends with `signal`, instead of the signal for everything.
   */
  async persist<T>(host: string, attempt: () => Promise<Attempt<T>>, signal = this.#signal): Promise<T> {
    for (let failed = 1, spent = 0; ; failed++) {
      await this.#wait(host, signal);
      const { result, transience } = await attempt();
      if (transience.kind === 'transient') spent += transience.lost ?? 0;
      const pause = pauseBefore(transience, { failed, spent }, Math.random());
      if (pause === undefined) return result();
      spent += pause;
      // Another request may have been asked to wait longer.
      this.#notBefore.set(host, Math.max(this.#notBefore.get(host) ?? 0, this.#clock.now() + pause));
    }
  }

  async #wait(host: string, signal: AbortSignal): Promise<void> {
    const pause = () => (this.#notBefore.get(host) ?? 0) - this.#clock.now();
    while (pause() > 0) await this.#clock.sleep(pause(), signal);
    signal.throwIfAborted();
  }
}

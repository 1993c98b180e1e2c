import { setImmediate } from 'node:timers/promises';

/** A whole number from 0 up to, and not including, the limit. */
export type Random = (limit: number) => number;

type Waiter = { readonly run: string; readonly go: () => void };

/** What a run waits for that was killed. */
const NEVER = new Promise<never>(() => {});

/** Lets any number of runs go on one request at a time, in an order drawn at random, and kills some between two. */
export class Turns {
  readonly #random: Random;
  readonly #killed = new Set<string>();
  #waiting: Waiter[] = [];
  /** How many requests there have been. */
  now = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** take waits for the run's turn; each request of a door takes one before it happens. */
  take(run: string): Promise<void> {
    if (this.#killed.has(run)) return NEVER;
    return new Promise((go) => this.#waiting.push({ run, go }));
  }

  /** race sets runs going side by side and returns those that came to their end; one turn in `odds` is the last. */
  async race(runs: ReadonlyMap<string, () => Promise<void>>, odds: number): Promise<readonly string[]> {
    const ended: string[] = [];
    const failures: unknown[] = [];
    for (const [run, work] of runs)
      void work().then(
        () => ended.push(run),
        (error) => failures.push(error),
      );
    for (;;) {
      // Whatever follows from the last answer has happened once this comes round: nothing here waits for anything else.
      await setImmediate();
      if (failures.length > 0) throw failures[0];
      const [next] = this.#waiting.splice(this.#random(this.#waiting.length), 1);
      if (next === undefined) return ended;
      this.now += 1;
      if (odds > 0 && this.#random(odds) === 0) {
        this.#killed.add(next.run);
        this.#waiting = this.#waiting.filter(({ run }) => run !== next.run);
      } else next.go();
    }
  }
}

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
  #next: string | undefined;
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

  /** goOn gives the run the next turn, too, if it wants one: what it does then is one with what it has just done. */
  goOn(run: string): void {
    this.#next = run;
  }

  /** race sets runs going side by side and returns how each ended that was not killed; one turn in `odds` is a last one. */
  async race<T>(runs: ReadonlyMap<string, () => Promise<T>>, odds: number): Promise<ReadonlyMap<string, T>> {
    const ended = new Map<string, T>();
    const failures: unknown[] = [];
    for (const [run, work] of runs)
      void work().then(
        (end) => ended.set(run, end),
        (error) => failures.push(error),
      );
    for (;;) {
      // Whatever follows from the last answer has happened once this comes round: nothing here waits for anything else.
      await setImmediate();
      if (failures.length > 0) throw failures[0];
      const goesOn = this.#waiting.findIndex(({ run }) => run === this.#next);
      this.#next = undefined;
      const [next] = this.#waiting.splice(goesOn < 0 ? this.#random(this.#waiting.length) : goesOn, 1);
      if (next === undefined) return ended;
      this.now += 1;
      if (odds > 0 && this.#random(odds) === 0) {
        this.#killed.add(next.run);
        this.#waiting = this.#waiting.filter(({ run }) => run !== next.run);
      } else next.go();
    }
  }
}

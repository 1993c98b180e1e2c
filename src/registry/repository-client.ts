import type { Clock } from '../time/clock.ts';
import type { Session } from './session.ts';

/** How the parts of the client reach their repository. */
export type Access = {
  /** `registry/repository`, for people. */
  readonly name: string;
  /** `/v2/<repository>`, what every path begins with. */
  readonly base: string;
  /** Opened when it is first asked for. */
  readonly session: () => Promise<Session>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** Read-after-write lag: how long to wait for it in all, and between two looks, in milliseconds. */
const LAG = { most: 60_000, first: 250, longest: 5_000 };

/** untilSettled looks until what is seen is settled, or the time for it is over, and returns what it saw last. */
export async function untilSettled<T>(
  { clock, signal }: Access,
  look: () => Promise<T>,
  settled: (seen: T) => boolean,
): Promise<T> {
  const deadline = clock.now() + LAG.most;
  for (let pause = LAG.first; ; pause = Math.min(pause * 2, LAG.longest)) {
    const seen = await look();
    if (settled(seen) || clock.now() + pause > deadline) return seen;
    await clock.sleep(pause, signal);
  }
}

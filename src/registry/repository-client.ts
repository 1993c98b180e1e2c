import type { Clock } from '../time/clock.ts';
import type { Session } from './session.ts';

/** How the parts of the client reach their repository. */
export type Access = {
  /** `registry/repository`, for people. */
  readonly name: string;
  /** Path of the repository on its registry. */
  readonly path: string;
  /** What the token service is asked for: `pull,push`. */
  readonly actions: string;
  /** `/v2/<repository>`, what every path begins with. */
  readonly base: string;
  /** Paths of other repositories that blobs are to be mounted from. */
  readonly mountFrom: readonly string[];
  /** Tells people what they should know, and what ends nothing. */
  readonly warn: (text: string) => void;
  /** Opened when it is first asked for. */
  readonly session: () => Promise<Session>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** How long to look again in all, and between two looks, in milliseconds. */
export type Lag = { readonly most: number; readonly first: number; readonly longest: number };
/** Between a write and its showing. */
const AFTER_WRITE: Lag = { most: 60_000, first: 250, longest: 5_000 };

export type Looking<T> = {
  readonly look: () => Promise<T>;
  readonly settled: (seen: T) => boolean;
  readonly lag?: Lag;
};

/** untilSettled looks until what is seen is settled, or the time for it is over, and returns what it saw last. */
export async function untilSettled<T>(
  { clock, signal }: Pick<Access, 'clock' | 'signal'>,
  { look, settled, lag = AFTER_WRITE }: Looking<T>,
): Promise<T> {
  const deadline = clock.now() + lag.most;
  for (let pause = lag.first; ; pause = Math.min(pause * 2, lag.longest)) {
    const seen = await look();
    if (settled(seen) || clock.now() + pause > deadline) return seen;
    await clock.sleep(pause, signal);
  }
}

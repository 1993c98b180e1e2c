import type { Clock } from '../time/clock.ts';
import type { Session } from './session.ts';

/** How the parts of the client access their repository. */
export type Access = {
  /** `registry/repository`, for people. */
  readonly name: string;
  /** Path of the repository on its registry. */
  readonly path: string;
  /** What we request from the token service: `pull,push`. */
  readonly actions: string;
  /** `/v2/<repository>`, the beginning of every path. */
  readonly base: string;
  /** Paths of other repositories to mount blobs from. */
  readonly mountFrom: readonly string[];
  /** Gets texts for people about problems that stop nothing. */
  readonly warn: (text: string) => void;
  /** Opens on first use. */
  readonly session: () => Promise<Session>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/** How long to look again in total, and the pauses between looks, in milliseconds. */
export type Lag = { readonly most: number; readonly first: number; readonly longest: number };
/** After a write, until it is visible. */
const AFTER_WRITE: Lag = { most: 60_000, first: 250, longest: 5_000 };

export type Looking<T> = {
  readonly look: () => Promise<T>;
  readonly settled: (seen: T) => boolean;
  readonly lag?: Lag;
};

/** untilSettled looks until the result is settled or the time is over, and returns the last result. */
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

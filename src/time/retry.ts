/** What went wrong, as far as trying again is concerned. */
export type Transience =
  | { readonly kind: 'final' }
  /** `retryAfter`: how long the other side asked us to wait; `lost`: how long it did not answer; in milliseconds. */
  | { readonly kind: 'transient'; readonly retryAfter?: number; readonly lost?: number };

export const FINAL: Transience = { kind: 'final' };

/** How often, and for how long, in milliseconds. */
export const RETRY = { attempts: 6, first: 500, longest: 30_000, longestAsked: 120_000, budget: 240_000 } as const;

/** The state of a series of attempts. */
export type Attempts = {
  /** How many have failed, from 1 on. */
  readonly failed: number;
  /** The time spent on them, as far as it counts, in milliseconds. */
  readonly spent: number;
};

/**
 * pauseBefore tells how long to wait before the next attempt, in milliseconds, or undefined if there is none. It is 0.5
 * s, doubled each time up to 30 s, plus or minus a fifth (`random` is from 0 to 1), or what the other side asked for.
 * If a wait would outlast the budget, it does not begin.
 */
export function pauseBefore(what: Transience, { failed, spent }: Attempts, random: number): number | undefined {
  if (what.kind === 'final' || failed >= RETRY.attempts) return undefined;
  const doubled = Math.min(RETRY.first * 2 ** (failed - 1), RETRY.longest) * (0.8 + 0.4 * random);
  const pause = Math.max(what.retryAfter ?? 0, doubled);
  if ((what.retryAfter ?? 0) > RETRY.longestAsked || spent + pause > RETRY.budget) return undefined;
  return pause;
}

/**
 * parseRetryAfter reads a `Retry-After` header (RFC 9110, 10.2.3): seconds, or an HTTP date. Any other value, or a date
 * in the past, asks for no wait.
 */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT$/.test(text)) return undefined;
  const wait = Date.parse(text) - now;
  return wait > 0 ? wait : undefined;
}

import type { Manifest } from '../image/manifest.ts';
import type { LastLook } from './fixed-tags.ts';

/** How old a look may be that counts as one right before a write, in milliseconds: a new one takes as long on a slow line. */
const FRESH = 500;

/**
 * lookedAhead reads a tag immediately, together with other requests. A write soon after that need not read it again; a
 * later write does.
 */
export function lookedAhead(look: LastLook, now: () => number): LastLook {
  const since = now();
  const seen = look();
  // The code that needs it gets the error.
  seen.catch(() => undefined);
  return async (): Promise<Manifest | undefined> => {
    const shown = await seen;
    return now() - since <= FRESH ? shown : look();
  };
}

import type { Manifest } from '../image/manifest.ts';
import type { LastLook } from './fixed-tags.ts';

/** How old a look may be that counts as one right before a write, in milliseconds: a new one takes as long on a slow line. */
const FRESH = 500;

/**
 * lookedAhead looks at a tag at once, together with what else is asked then. Whoever writes the tag soon after that need
 * not look again; whoever comes later does.
 */
export function lookedAhead(look: LastLook, now: () => number): LastLook {
  const since = now();
  const seen = look();
  // Whoever needs it is told.
  seen.catch(() => undefined);
  return async (): Promise<Manifest | undefined> => {
    const shown = await seen;
    return now() - since <= FRESH ? shown : look();
  };
}

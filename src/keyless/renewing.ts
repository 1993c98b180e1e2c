import type { ShortLivedCredential } from './keyless.ts';

/** A credential is replaced this long before it expires, or at half its life if that is later; in milliseconds. */
const MARGIN = 5 * 60_000;
/** It is kept at least this long: a runner whose clock is wrong would otherwise ask for one with each request. */
const LEAST = 60_000;

type Held = { readonly credential: ShortLivedCredential; readonly staleFrom: number };

/**
 * renewing gives what `make` made as long as it lasts for some minutes more, and then makes a new one. Callers at the
 * same time share one; a failure is not kept. `date` is in milliseconds since 1970.
 */
export function renewing(
  make: () => Promise<ShortLivedCredential>,
  date: () => number,
): () => Promise<ShortLivedCredential> {
  let held: Promise<Held> | undefined;
  const renew = (): Promise<Held> => {
    const asked = date();
    const making = make().then((credential) => {
      const left = credential.expiresAt - asked;
      return { credential, staleFrom: asked + Math.max(LEAST, left - Math.min(MARGIN, left / 2)) };
    });
    making.catch(() => {
      if (held === making) held = undefined;
    });
    held = making;
    return making;
  };
  return async () => {
    const last = held;
    if (last !== undefined) {
      const { credential, staleFrom } = await last;
      if (date() < staleFrom) return credential;
    }
    // Meanwhile, another caller may have begun to renew it.
    return (await (held === undefined || held === last ? renew() : held)).credential;
  };
}

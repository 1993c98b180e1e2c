import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Verified } from '../image/verified.ts';
import type { Registry } from '../registry/registry.ts';
import { lost, overwritten, taken } from './races.ts';
import type { TagBefore } from './read-tags.ts';

/** The state of a tag that never moves: written now, with the digest that was overwritten, or already there. */
export type Fixed = { readonly state: 'written'; readonly replaced?: Digest } | { readonly state: 'already-there' };

/** fixedState is the state of a tag that shows our image, by what it showed before. */
export function fixedState({ manifest }: TagBefore, ours: Digest): Fixed {
  if (manifest?.digest === ours) return { state: 'already-there' };
  return { state: 'written', ...(manifest === undefined ? {} : { replaced: manifest.digest }) };
}

/**
 * seeUntaken reads a tag once more before it is written, and returns what it shows. Throws TAG_RACED if that is neither
 * our image nor what the tag showed when it was first read.
 */
export async function seeUntaken(
  registry: Registry,
  { target, manifest: before }: TagBefore,
  isOurs: (shown: Manifest) => Promise<boolean>,
): Promise<Manifest | undefined> {
  const now = await registry.readManifest(target.tag);
  if (now === undefined || now.digest === before?.digest || (await isOurs(now))) return now;
  throw taken(target, now.digest);
}

/**
 * writeFixed writes a tag that never moves, and reads it back. It reads the tag again directly before the write.
 * Between that read and the write, another run may still write it: registries have no conditional write.
 */
export async function writeFixed(registry: Registry, ours: Verified, before: TagBefore): Promise<Fixed> {
  const { digest } = ours.manifest;
  const state = fixedState(before, digest);
  if (state.state === 'already-there') return state;
  const now = await seeUntaken(registry, before, async (shown) => shown.digest === digest);
  if (now?.digest === digest) return { state: 'already-there' };
  const refused = await registry.putTag(before.target.tag, ours).then(() => undefined, whereRefused);
  await seeShown(registry, ours, { before, refused });
  return state;
}

/**
 * seeShown reads a tag until it shows our image: after its write, and once more at the end of the step, when the loser
 * of a race finds the other image. If the answer to a write was lost, a registry with immutable tags rejects the retry,
 * even for the same image: so what it serves decides. Throws TAG_RACED, CONTENT_MISSING, or the rejection.
 */
export async function seeShown(
  registry: Registry,
  ours: Verified,
  { before: { target, manifest }, refused }: { readonly before: TagBefore; readonly refused?: ActionError | undefined },
): Promise<void> {
  const { digest } = ours.manifest;
  const seen = await registry.awaitManifest(target.tag, (shown) => {
    const isOld = shown === undefined || (shown.digest === manifest?.digest && shown.digest !== digest);
    // After a rejection nothing was written that could appear later, so one read is enough.
    return refused !== undefined || !isOld;
  });
  if (seen?.digest === digest) return;
  if (refused !== undefined) throw refused;
  throw seen === undefined ? lost(target) : overwritten(target, seen.digest, ours);
}

/** How registries reject a second write of a tag; Docker Hub only says that it is denied. */
function whereRefused(error: unknown): ActionError {
  if (error instanceof ActionError && ['TAG_EXISTS', 'REGISTRY_DENIED'].includes(error.code)) return error;
  throw error;
}

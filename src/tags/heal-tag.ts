import { ActionError } from '../errors.ts';
import { ApiProblem } from '../github/github.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Proved } from '../image/proved.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { Lineage, Newer } from './lineage.ts';
import type { ProveNewer } from './newer-image.ts';
import type { MovingTag } from './plan-tags.ts';
import { behind, lost, overtaken } from './races.ts';

/** The most writes of a tag that others write at the same time. */
export const MOST_WRITES = 5;

/** A tag that we moved over a newer image, and that shows that again: its commit, and the run that signed its proof. */
export type Healed = { readonly state: 'healed'; readonly shows: Digest } & Pick<Proved, 'commit' | 'run'>;

/** A moving tag, its lineage, and, if this run asks for proofs, the function that verifies the image of another run. */
export type Moving = MovingTag & { readonly lineage: Lineage; readonly proveNewer?: ProveNewer | undefined };

/** A newer image that was found after we moved the tag, and what the tag showed until then. */
type Overtaken = { readonly found: Newer; readonly former: ReadonlySet<Digest | undefined> };

/**
 * healTag restores a newer image under a tag that we moved, if a signed proof exists: only `proveNewer` creates the
 * type that is written. Then it looks again, as moveTag does: an even newer run may have written meanwhile, but had
 * published its image before, so that is found and verified too. All other cases are TAG_BEHIND, as without proofs.
 *
 * | the newest image | the tag shows, before our write  | and after it  | the newest is then | then                     |
 * |------------------|----------------------------------|---------------|--------------------|--------------------------|
 * | has no proof     | not asked                        | –             | not asked          | TAG_BEHIND               |
 * | has one          | itself, or what it may move over | itself        | the same           | healed                   |
 * | has one          | itself, or what it may move over | another image | the same           | once more, at most five times |
 * | has one          | what it may not move over        | not written   | the same           | TAG_BEHIND               |
 * | has one          | anything                         | anything      | another            | once more, with that     |
 * | has one          | anything                         | anything      | not known          | TAG_BEHIND               |
 *
 * It writes even if the tag already shows the image: a registry with delayed reads may still show what we overwrote.
 */
export async function healTag(registry: Registry, tag: Moving, { found, former }: Overtaken): Promise<Healed> {
  const { target, proveNewer } = tag;
  if (proveNewer === undefined) throw overtaken(target, found);
  let newest = found;
  const seen = new Set(former);
  for (let writes = 0; writes < MOST_WRITES; writes++) {
    const round = await orBehind(newest, target, () => putBack(registry, { ...tag, proveNewer }, { newest, seen }));
    if ('state' in round) return round;
    newest = round;
  }
  throw behind(`${referenceName(target)} was written by others again and again, and may show an older image now.`, {
    hint: 'Run this job again.',
  });
}

type Healing = Moving & { readonly proveNewer: ProveNewer };
type Round = { readonly newest: Newer; readonly seen: Set<Digest | undefined> };

/** putBack is one try. If the tag does not show the newest image afterwards, it returns the image for the next try. */
async function putBack(registry: Registry, tag: Healing, { newest, seen }: Round): Promise<Healed | Newer> {
  const { target, series, lineage } = tag;
  const proved = await prove(registry, newest, tag);
  const { digest } = proved.manifest;
  const isShown = (shown: Manifest | undefined) => shown?.digest === digest;
  const before = await registry.readManifest(target.tag);
  const mayMove = isShown(before) || (await lineage.of(newest).judge(registry, before)).moves;
  if (mayMove) await registry.putTag(target.tag, proved);
  seen.add(before?.digest);
  const isSettled = (shown: Manifest | undefined) => shown !== undefined && (isShown(shown) || !seen.has(shown.digest));
  const [after, next] = await Promise.all([
    mayMove ? registry.awaitManifest(target.tag, isSettled) : before,
    lineage.newestPublished(registry, series),
  ]);
  if (after === undefined) throw lost(target);
  if (next === undefined) throw overtaken(target, newest, 'It is not published any more.');
  seen.add(after.digest);
  const isNewest = next.commit === newest.commit && next.digest === newest.digest;
  if (!isNewest) return next;
  if (!mayMove) throw overtaken(target, newest, `It now shows ${after.digest}, which may be newer.`);
  return isShown(after) ? { state: 'healed', shows: digest, commit: proved.commit, run: proved.run } : next;
}

async function prove(registry: Registry, newest: Newer, { target, lineage, proveNewer }: Healing): Promise<Proved> {
  const { shaTag, ...standing } = await lineage.standing(newest);
  const manifest = await registry.readManifest(shaTag);
  if (manifest === undefined) throw lost({ ...target, tag: shaTag });
  return proveNewer(registry, { target, commit: newest.commit, manifest, ...standing });
}

/** orBehind returns the result of the work, or throws TAG_BEHIND with the reason: the tag stays behind. */
async function orBehind<T>(newest: Newer, target: TaggedReference, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApiProblem) throw overtaken(target, newest, `GitHub could not be asked: ${error.message}.`);
    const isTold = error instanceof ActionError && ['TAG_BEHIND', 'TIMEOUT', 'CANCELLED'].includes(error.code);
    throw error instanceof ActionError && !isTold ? overtaken(target, newest, error.message) : error;
  }
}

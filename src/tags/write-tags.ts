import { type Attempt, allThere, forEach } from '../image/destinations.ts';
import type { Digest } from '../image/digest.ts';
import type { Repository, TaggedReference } from '../image/reference.ts';
import type { Verified } from '../image/verified.ts';
import type { Transfer } from '../push/progress.ts';
import type { Claim } from '../push/source.ts';
import type { Attached } from '../referrers/attach.ts';
import type { Registry } from '../registry/registry.ts';
import { type Fixed, fixedState, seeShown, writeFixed } from './fixed-tags.ts';
import type { Moving } from './heal-tag.ts';
import type { Lineage } from './lineage.ts';
import { type Moved, moveTag } from './move-tag.ts';
import type { ProveNewer } from './newer-image.ts';
import type { MovingTag } from './plan-tags.ts';
import type { TagBefore, TagsBefore } from './read-tags.ts';

/** A tag, and its result. */
export type TagState = { readonly target: TaggedReference } & (Fixed | Moved);
/** A tag without our image: it was not written, or shows another image, or none, at the end of the step. */
export type TagLeft = { readonly target: TaggedReference; readonly state: 'not-written' | 'lost' };

/** A destination where everything was published. */
export type Delivered = {
  readonly verified: Verified;
  readonly tags: readonly TagState[];
  /** The bytes that were transferred for it, if we pushed it ourselves. */
  readonly transfer: Transfer | undefined;
  /** ID of the new build, if that of an earlier run is kept instead. */
  readonly discarded?: Digest;
  /** The referrers that were copied there with it. */
  readonly attached?: readonly Attached[];
};

/** The final result: what is published where, with its evidence. Outputs and summary are created from it. */
export type Receipt = { readonly destinations: readonly [Delivered, ...Delivered[]] };

/** The state of a destination after a run in which something failed, there or elsewhere. */
export type Standing = {
  readonly repository: Repository;
  /** Undefined if nothing could be verified there. */
  readonly verified: Verified | undefined;
  readonly tags: readonly (TagState | TagLeft)[];
  readonly transfer: Transfer | undefined;
  readonly discarded?: Digest;
  readonly attached?: readonly Attached[];
  /** The failure here; undefined if it was elsewhere. */
  readonly error: unknown;
};

/** The result of writing the tags: complete at all destinations, or not. */
export type Tagged =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly standing: readonly Standing[] };

/** A destination that has the verified image. */
export type Held = {
  readonly registry: Registry;
  readonly before: TagsBefore;
  readonly moving: readonly MovingTag[];
  readonly claim: Claim;
  readonly verified: Verified;
  readonly attached?: readonly Attached[];
  /** Why the image's referrers could not be copied there; then it gets no tag. */
  readonly error?: unknown;
};

/**
 * Runs when every destination has the image under its SHA tag, and before any other tag is written. Returns the failure
 * of each destination, undefined if there is none; if it throws, all of them have failed.
 */
export type Seal = (held: readonly Held[]) => Promise<readonly unknown[]>;

/** The additional steps of a run that asks for a proof: to seal, and to verify the images of other runs. */
export type Proofs = { readonly seal?: Seal; readonly proveNewer?: ProveNewer | undefined };

type Written = Held & { readonly tags: readonly (TagState | TagLeft)[]; readonly error: unknown };

/**
 * writeTags writes the tags of the verified image: it puts the identical bytes, and reads each tag back. First the SHA
 * tag, if it does not exist; then, when all destinations have that and the image is sealed, the version tags; then,
 * when all have those, the moving tags. Tags that never move are read once more at the end. It requires a `Verified`,
 * so no tag ever shows an image that was not verified. A destination stops at the first tag that fails; its state is
 * reported.
 */
export async function writeTags(
  attempts: readonly Attempt<Held>[],
  lineage: Lineage,
  { seal, proveNewer }: Proofs = {},
): Promise<Tagged> {
  const isAlone = attempts.length === 1;
  const steps = [
    writeVersions,
    (held: Written) => moveTags(held, { lineage, proveNewer }),
    (held: Written) => lookAgain(held, fixedTags(held, isAlone)),
    keepLists,
  ];
  let written = await forEach(attempts, writeCommit);
  if (seal !== undefined && written.every(isWell)) written = await sealed(written, seal);
  for (const step of steps) if (written.every(isWell)) written = await forEach(written, step);

  const standing = written.map(standingOf);
  const [primary, ...others] = standing.filter(isDelivered);
  const isWhole = primary !== undefined && others.length + 1 === attempts.length;
  return isWhole ? { ok: true, receipt: { destinations: [primary, ...others] } } : { ok: false, standing };
}

async function sealed(written: readonly Attempt<Written>[], seal: Seal): Promise<readonly Attempt<Written>[]> {
  const errors = await seal(allThere(written)).catch((error: unknown) => written.map(() => error));
  return written.map((each, at) =>
    each.ok && errors[at] !== undefined ? { ...each, value: { ...each.value, error: errors[at] } } : each,
  );
}

function isWell(attempt: Attempt<Written>): boolean {
  return attempt.ok && attempt.value.error === undefined;
}

async function writeCommit(held: Held): Promise<Written> {
  const { registry, verified, before, claim, error } = held;
  if (error !== undefined) return { ...held, tags: [], error };
  return inTurn({ ...held, tags: [], error: undefined }, [before.sha], async (sha) => ({
    target: sha.target,
    ...(claim.isTagged ? fixedState(sha, verified.manifest.digest) : await writeFixed(registry, verified, sha)),
  }));
}

async function writeVersions(held: Written): Promise<Written> {
  return inTurn(held, held.before.versions, async (version) => ({
    target: version.target,
    ...(await writeFixed(held.registry, held.verified, version)),
  }));
}

async function moveTags(held: Written, by: Pick<Moving, 'lineage' | 'proveNewer'>): Promise<Written> {
  const { registry, verified } = held;
  return inTurn(held, held.moving, async (tag) => ({
    target: tag.target,
    ...(await moveTag(registry, verified, { ...tag, ...by })),
  }));
}

async function inTurn<T>(held: Written, all: readonly T[], write: (each: T) => Promise<TagState>): Promise<Written> {
  const tags = [...held.tags];
  try {
    for (const each of all) tags.push(await write(each));
    return { ...held, tags };
  } catch (error) {
    return { ...held, tags, error };
  }
}

/** If two runs have written one tag, the first writer finds here the image of the other. */
async function lookAgain(held: Written, fixed: readonly TagBefore[]): Promise<Written> {
  const { registry, verified } = held;
  const looks = await Promise.allSettled(fixed.map((before) => seeShown(registry, verified, { before })));
  const lost = fixed.filter((_, index) => looks[index]?.status === 'rejected').map(({ target }) => target.tag);
  const tags = held.tags.map((tag) =>
    lost.includes(tag.target.tag) ? ({ target: tag.target, state: 'lost' } as const) : tag,
  );
  return { ...held, tags, error: looks.find((look) => look.status === 'rejected')?.reason };
}

/** If two runs attach something to one image, the first writer finds here what the other one removed. */
async function keepLists(held: Written): Promise<Written> {
  try {
    await held.registry.keepAttached();
    return held;
  } catch (error) {
    return { ...held, error };
  }
}

/** The tags that never move; without the last one if it was read back just now, and nothing was written after it. */
function fixedTags({ before, moving, claim, tags }: Written, isAlone: boolean): readonly TagBefore[] {
  const fixed = [before.sha, ...before.versions];
  const wroteLast = tags.at(-1)?.state === 'written' && !(claim.isTagged && fixed.length === 1);
  return isAlone && moving.length === 0 && wroteLast ? fixed.slice(0, -1) : fixed;
}

function standingOf(attempt: Attempt<Written>): Standing {
  const { repository } = attempt;
  if (!attempt.ok) return { repository, verified: undefined, tags: [], transfer: undefined, error: attempt.error };
  const { verified, before, moving, tags, claim, attached = [], error } = attempt.value;
  const left = [before.sha, ...before.versions, ...moving]
    .slice(tags.length)
    .map(({ target }) => ({ target, state: 'not-written' }) as const);
  const { transfer } = claim;
  return { repository, verified, tags: [...tags, ...left], transfer, attached, ...discardedFor(before), error };
}

function discardedFor({ kept }: TagsBefore): Pick<Delivered, 'discarded'> {
  return kept === undefined ? {} : { discarded: kept.discarded };
}

function isDelivered(standing: Standing): standing is Standing & Delivered {
  const isThere = ({ state }: TagState | TagLeft) => state !== 'not-written' && state !== 'lost';
  return standing.verified !== undefined && standing.error === undefined && standing.tags.every(isThere);
}

import { ActionError } from '../errors.ts';
import { type Attempt, forEach } from '../image/destinations.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { type Repository, referenceName, type TaggedReference } from '../image/reference.ts';
import type { Claim } from '../push/engine-source.ts';
import type { Transfer } from '../push/progress.ts';
import type { Registry } from '../registry/registry.ts';
import type { Verified } from '../verify/verify-push.ts';
import type { Lineage } from './lineage.ts';
import { type Moved, moveTag } from './move-tag.ts';
import type { MovingTag } from './plan-tags.ts';
import type { TagBefore, TagsBefore } from './read-tags.ts';

/** A tag that never moves: written now, with what it showed before if that was overwritten, or found there. */
type Fixed = { readonly state: 'written'; readonly replaced?: Digest } | { readonly state: 'already-there' };

/** A tag, and what became of it. */
export type TagState = { readonly target: TaggedReference } & (Fixed | Moved);
/** A tag that was to be written, and was not. */
export type TagLeft = { readonly target: TaggedReference; readonly state: 'not-written' };

/** A destination where everything stands that was to be published. */
export type Delivered = {
  readonly verified: Verified;
  readonly tags: readonly TagState[];
  /** What went over the line for it, where we have sent it ourselves. */
  readonly transfer: Transfer | undefined;
  /** ID of the image that was built now, where that of an earlier run is kept in its place. */
  readonly discarded?: Digest;
};

/** The final result: what stands where, with which evidence. Outputs and summary are made of it. */
export type Receipt = { readonly destinations: readonly [Delivered, ...Delivered[]] };

/** What stands at a destination after a run in which something has failed, there or elsewhere. */
export type Standing = {
  readonly repository: Repository;
  /** Undefined if nothing could be verified there. */
  readonly verified: Verified | undefined;
  readonly tags: readonly (TagState | TagLeft)[];
  readonly transfer: Transfer | undefined;
  readonly discarded?: Digest;
  /** What failed here; undefined if it was elsewhere. */
  readonly error: unknown;
};

/** How writing the tags ended: everything stands everywhere, or some of it. */
export type Tagged =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly standing: readonly Standing[] };

/** A destination that holds the verified image. */
export type Held = {
  readonly registry: Registry;
  readonly before: TagsBefore;
  readonly moving: readonly MovingTag[];
  readonly claim: Claim;
  readonly verified: Verified;
};

type Written = Held & { readonly tags: readonly TagState[]; readonly error: unknown };

/**
 * writeTags gives the verified image its tags, by putting the identical bytes, each read back: its SHA tag where it has
 * none yet, the version tags when all destinations hold the image by that, and then the moving ones when all have their
 * version tags. It asks for a `Verified`, so that no tag ever points at an image that was not proved. A destination
 * stops at the first tag that fails; what stands is told.
 */
export async function writeTags(attempts: readonly Attempt<Held>[], lineage: Lineage): Promise<Tagged> {
  const begun = await forEach(attempts, writeCommit);
  const versioned = begun.every(isWell) ? await forEach(begun, writeVersions) : begun;
  const moved = versioned.every(isWell) ? await forEach(versioned, (each) => moveTags(each, lineage)) : versioned;

  const standing = moved.map(standingOf);
  const [primary, ...others] = standing.filter(isDelivered);
  const isWhole = primary !== undefined && others.length + 1 === attempts.length;
  return isWhole ? { ok: true, receipt: { destinations: [primary, ...others] } } : { ok: false, standing };
}

function isWell(attempt: Attempt<Written>): boolean {
  return attempt.ok && attempt.value.error === undefined;
}

async function writeCommit(held: Held): Promise<Written> {
  const { registry, verified, before, claim } = held;
  return inTurn({ ...held, tags: [], error: undefined }, [before.sha], async (sha) =>
    claim.isTagged ? fixedState(sha.target, verified.manifest.digest, sha) : writeTag(registry, verified, sha),
  );
}

async function writeVersions(held: Written): Promise<Written> {
  return inTurn(held, held.before.versions, (version) => writeTag(held.registry, held.verified, version));
}

async function moveTags(held: Written, lineage: Lineage): Promise<Written> {
  const { registry, verified } = held;
  return inTurn(held, held.moving, async (tag) => ({
    target: tag.target,
    ...(await moveTag(registry, verified.manifest, { ...tag, lineage })),
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

function standingOf(attempt: Attempt<Written>): Standing {
  const { repository } = attempt;
  if (!attempt.ok) return { repository, verified: undefined, tags: [], transfer: undefined, error: attempt.error };
  const { verified, before, moving, tags, claim, error } = attempt.value;
  const left = [before.sha, ...before.versions, ...moving]
    .slice(tags.length)
    .map(({ target }) => ({ target, state: 'not-written' }) as const);
  const { transfer } = claim;
  return { repository, verified, tags: [...tags, ...left], transfer, ...discardedFor(before), error };
}

function discardedFor({ kept }: TagsBefore): Pick<Delivered, 'discarded'> {
  return kept === undefined ? {} : { discarded: kept.discarded };
}

function isDelivered(standing: Standing): standing is Standing & Delivered {
  return standing.verified !== undefined && standing.tags.every(({ state }) => state !== 'not-written');
}

function fixedState(target: TaggedReference, digest: Digest, { manifest }: TagBefore): TagState {
  if (manifest?.digest === digest) return { target, state: 'already-there' };
  return { target, state: 'written', ...(manifest === undefined ? {} : { replaced: manifest.digest }) };
}

async function writeTag(registry: Registry, { manifest }: Verified, before: TagBefore): Promise<TagState> {
  const { target } = before;
  const state = fixedState(target, manifest.digest, before);
  if (state.state === 'already-there') return state;
  // The answer to a write may be lost, and a registry that freezes tags then refuses to be asked again, even for the
  // same image: what it serves decides.
  const refused = await registry.putManifest(target.tag, manifest).then(() => undefined, whereRefused);
  const isOld = (shown: Manifest | undefined) => shown === undefined || shown.digest === before.manifest?.digest;
  const seen = await registry.awaitManifest(target.tag, (shown) => {
    if (refused === undefined) return !isOld(shown);
    // What is there will be shown; what was denied need not be there at all.
    return refused.code === 'REGISTRY_DENIED' || shown !== undefined;
  });
  if (seen?.digest === manifest.digest) return state;
  if (refused !== undefined) throw refused;
  const name = referenceName(target);
  if (seen === undefined) {
    throw new ActionError('CONTENT_MISSING', `${name} was written, but the registry serves nothing there.`, {
      hint: 'Run the job again: what is published already is found and not pushed twice.',
    });
  }
  throw new ActionError('TAG_RACED', `${name} shows ${seen.digest} after ${manifest.digest} was written there.`, {
    hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
  });
}

/** How registries forbid to write a tag again; Docker Hub says no more than that it is denied. */
function whereRefused(error: unknown): ActionError {
  if (error instanceof ActionError && ['TAG_EXISTS', 'REGISTRY_DENIED'].includes(error.code)) return error;
  throw error;
}

import { type Attempt, forEach } from '../attempt.ts';
import { ActionError } from '../errors.ts';
import { type Repository, referenceName, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { Verified } from '../verify/verify-push.ts';
import { type TagBefore, type TagsBefore, tagExists } from './read-tags.ts';

/** A tag of the published image: written now, or found there with the same image. */
export type TagState = { readonly target: TaggedReference; readonly state: 'written' | 'already-there' };
/** A tag that was to be written, and was not. */
export type TagLeft = { readonly target: TaggedReference; readonly state: 'not-written' };

/** A destination where everything stands that was to be published. */
export type Delivered = { readonly verified: Verified; readonly tags: readonly TagState[] };

/** The final result: what stands where, with which evidence. Outputs and summary are made of it. */
export type Receipt = { readonly destinations: readonly [Delivered, ...Delivered[]] };

/** What stands at a destination after a run in which something has failed, there or elsewhere. */
export type Standing = {
  readonly repository: Repository;
  /** Undefined if nothing could be verified there. */
  readonly verified: Verified | undefined;
  readonly tags: readonly (TagState | TagLeft)[];
  /** What failed here; undefined if it was elsewhere. */
  readonly error: unknown;
};

/** How writing the tags ended: everything stands everywhere, or some of it. */
export type Tagged =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly standing: readonly Standing[] };

/** A destination that holds the verified image under its SHA tag. */
export type Held = { readonly registry: Registry; readonly before: TagsBefore; readonly verified: Verified };

/**
 * writeTags gives the verified image its version tags, and does so only when all destinations hold it: by putting the
 * identical bytes, one tag after the other, each read back. It asks for a `Verified`, so that no version ever points
 * at an image that was not proved. A destination stops at the first tag that fails; what stands is told.
 */
export async function writeTags(attempts: readonly Attempt<Held>[]): Promise<Tagged> {
  const allHold = attempts.every(({ ok }) => ok);
  const written = await forEach(attempts, (held) => writeVersions(held, allHold ? held.before.versions : []));
  const standing = written.map((attempt) => standingOf(attempt));
  const [primary, ...others] = standing.filter(isDelivered);
  const isWhole = primary !== undefined && others.length + 1 === attempts.length;
  return isWhole ? { ok: true, receipt: { destinations: [primary, ...others] } } : { ok: false, standing };
}

type Written = Held & { readonly tags: readonly TagState[]; readonly error: unknown };

async function writeVersions(held: Held, versions: readonly TagBefore[]): Promise<Written> {
  const { registry, verified, before } = held;
  const isKnown = before.sha.manifest?.digest === verified.manifest.digest;
  const tags: TagState[] = [{ target: verified.target, state: isKnown ? 'already-there' : 'written' }];
  try {
    for (const version of versions) tags.push(await writeTag(registry, verified, version));
    return { ...held, tags, error: undefined };
  } catch (error) {
    return { ...held, tags, error };
  }
}

function standingOf(attempt: Attempt<Written>): Standing {
  const { repository } = attempt;
  if (!attempt.ok) return { repository, verified: undefined, tags: [], error: attempt.error };
  const { verified, before, tags, error } = attempt.value;
  const left = before.versions.slice(tags.length - 1).map(({ target, manifest }) => {
    const isThere = manifest?.digest === verified.manifest.digest;
    return { target, state: isThere ? 'already-there' : 'not-written' } as const;
  });
  return { repository, verified, tags: [...tags, ...left], error };
}

function isDelivered(standing: Standing): standing is Standing & Delivered {
  return standing.verified !== undefined && standing.tags.every(({ state }) => state !== 'not-written');
}

async function writeTag(
  registry: Registry,
  { manifest }: Verified,
  { target, manifest: old }: TagBefore,
): Promise<TagState> {
  if (old?.digest === manifest.digest) return { target, state: 'already-there' };
  if (old !== undefined) throw tagExists(target, old);
  // The answer to a write may be lost, and a registry that freezes tags then refuses to be asked again, even for the
  // same image: what it serves decides.
  const frozen = await registry.putManifest(target.tag, manifest).then(() => undefined, whereFrozen);
  const seen = await registry.awaitManifest(target.tag, (shown) => shown !== undefined);
  if (seen?.digest === manifest.digest) return { target, state: 'written' };
  if (frozen !== undefined) throw frozen;
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

function whereFrozen(error: unknown): ActionError {
  if (error instanceof ActionError && error.code === 'TAG_EXISTS') return error;
  throw error;
}

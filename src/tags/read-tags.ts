import type { ActionError } from '../errors.ts';
import type { Subject } from '../gate/verdict.ts';
import type { Content } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import type { TaggedReference } from '../image/reference.ts';
import type { Tested } from '../image/tested.ts';
import type { Registry } from '../registry/registry.ts';
import type { ScanInputs } from '../scan/evidence.ts';
import type { TagPlan } from './plan-tags.ts';
import { imageOfCommit, shownRevision } from './shown-image.ts';
import { tagExists } from './tag-exists.ts';

/** What to do when a tag that never moves shows another image. */
export const IF_EXISTS = ['verify', 'keep', 'overwrite'] as const;
export type IfExists = (typeof IF_EXISTS)[number];

/** What a tag showed before anything was written; no manifest if the tag did not exist. */
export type TagBefore = {
  readonly target: TaggedReference;
  readonly manifest: Manifest | undefined;
  /** Whether that is the image to be published. */
  readonly isOurs: boolean;
};

/** An image of this commit that was published before, and is used instead of the new build. */
export type Kept = {
  readonly manifest: Manifest;
  readonly tested: Tested;
  /** ID of the new build. */
  readonly discarded: Digest;
};

export type TagsBefore = {
  readonly sha: TagBefore;
  readonly versions: readonly TagBefore[];
  /** The image to be published, if it is not the new build. */
  readonly kept: Kept | undefined;
};

/** The image to be published, with what distinguishes it from others on a registry. */
export type Candidate = {
  /** Tells whether a manifest on the registry is this image. */
  readonly isOurs: (manifest: Manifest) => Promise<boolean>;
  /** Its own ID, and the commit in its label, for an error that shows both. */
  readonly image: { readonly id: Digest; readonly revision: string | undefined };
  /** The images on the registry. */
  readonly content: Content;
  /** The commit that is published. */
  readonly commit: string;
  readonly ifExists: IfExists;
  /**
   * Whether exactly this image is required, by its ID or by a scan of it: another build of the commit is not enough.
   */
  readonly isAskedFor: boolean;
};

/** The inputs that decide what to do about another image. */
export type ExistsInputs = {
  readonly ifExists: IfExists;
  readonly expectedImageIds: readonly Digest[];
  readonly scan: ScanInputs | undefined;
};

/** candidateOf follows the inputs: if the image was scanned, or is named by its ID, exactly this image is required. */
export function candidateOf(
  { id, root = id, platforms: [{ revision }] }: Tested,
  { commit }: Subject,
  { ifExists, expectedImageIds, scan }: ExistsInputs,
): Omit<Candidate, 'isOurs' | 'content'> {
  // On a registry an image is named by its digest, so we use that if it is known.
  const image = { id: root, revision };
  return { image, commit, ifExists, isAskedFor: expectedImageIds.length > 0 || scan !== undefined };
}

/**
 * readTags reads every tag that will be written and never moves again. If one shows another image, it throws TAG_EXISTS
 * before anything is uploaded. Exceptions: the tag is to be overwritten; or the SHA tag shows an image of this commit
 * that is to be kept, which is then published.
 */
export async function readTags(registry: Registry, plan: TagPlan, candidate: Candidate): Promise<TagsBefore> {
  const read = async (target: TaggedReference): Promise<TagBefore> => {
    const manifest = await registry.readManifest(target.tag);
    return { target, manifest, isOurs: manifest !== undefined && (await candidate.isOurs(manifest)) };
  };
  const [sha, versions] = await Promise.all([read(plan.sha), Promise.all(plan.versions.map(read))]);
  if (candidate.ifExists === 'overwrite') return { sha, versions, kept: undefined };
  const kept = await keptImage(sha, candidate);
  const before = kept === undefined ? { sha, versions, kept } : instead(kept, { sha, versions });
  const published = publishedAs(before);
  const [other] = [before.sha, ...before.versions].flatMap(({ target, manifest, isOurs }) => {
    const isFree = manifest === undefined || (isOurs && manifest.digest === published?.digest);
    return isFree ? [] : [{ target, manifest }];
  });
  if (other !== undefined) throw await taken(registry, { ...other, before, candidate });
  return before;
}

/** publishedAs returns our image on the registry, under any of the tags, if it exists: then we need not upload it. */
export function publishedAs({ sha, versions }: Pick<TagsBefore, 'sha' | 'versions'>): Manifest | undefined {
  return [sha, ...versions].find(({ isOurs }) => isOurs)?.manifest;
}

async function keptImage(
  { manifest, isOurs }: TagBefore,
  { image: built, content, ifExists, isAskedFor, commit }: Candidate,
): Promise<Kept | undefined> {
  if (ifExists !== 'keep' || isAskedFor || manifest === undefined || isOurs) return undefined;
  const tested = await imageOfCommit(content, manifest, commit);
  return tested && { manifest, tested, discarded: built.id };
}

/** From here on, only the kept image is ours. */
function instead(kept: Kept, { sha, versions }: Pick<TagsBefore, 'sha' | 'versions'>): TagsBefore {
  const seen = (tag: TagBefore) => ({ ...tag, isOurs: tag.manifest?.digest === kept.manifest.digest });
  return { sha: seen(sha), versions: versions.map(seen), kept };
}

type Other = {
  readonly target: TaggedReference;
  readonly manifest: Manifest;
  readonly before: TagsBefore;
  readonly candidate: Candidate;
};

async function taken(registry: Registry, { target, manifest, before, candidate }: Other): Promise<ActionError> {
  const { image, commit, ifExists, isAskedFor } = candidate;
  const { kept } = before;
  return tagExists({
    target,
    // The commit is extra information: the error is the same without it.
    shows: { id: manifest.digest, revision: await shownRevision(registry, manifest).catch(() => undefined) },
    ours: kept === undefined ? image : { id: kept.manifest.digest, revision: commit },
    commit,
    isShaTag: target === before.sha.target,
    ifExists,
    isAskedFor,
  });
}

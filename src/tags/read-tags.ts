import { ActionError } from '../errors.ts';
import type { Manifest } from '../image/manifest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { TagPlan } from './plan-tags.ts';
import { shownRevision } from './shown-revision.ts';

/** What to do when a tag that never moves shows another image. */
export const IF_EXISTS = ['verify', 'overwrite'] as const;
export type IfExists = (typeof IF_EXISTS)[number];

/** What a tag showed before anything was written; no manifest if it was not there. */
export type TagBefore = {
  readonly target: TaggedReference;
  readonly manifest: Manifest | undefined;
  /** Whether that is the image to be published. */
  readonly isOurs: boolean;
};

export type TagsBefore = { readonly sha: TagBefore; readonly versions: readonly TagBefore[] };

/** The image that is to be published, as far as it can be told from others on a registry. */
export type Candidate = {
  /** Tells whether a manifest on the registry is this image. */
  readonly isOurs: (manifest: Manifest) => Promise<boolean>;
  /** Its own ID, and the commit it names, for an error that shows both. */
  readonly id: string;
  readonly revision: string | undefined;
  readonly ifExists: IfExists;
};

/**
 * readTags reads every tag that will be written and never moves again. One that shows another image is TAG_EXISTS,
 * before anything has been uploaded, unless it is to be overwritten.
 */
export async function readTags(registry: Registry, plan: TagPlan, candidate: Candidate): Promise<TagsBefore> {
  const read = async (target: TaggedReference): Promise<TagBefore> => {
    const manifest = await registry.readManifest(target.tag);
    return { target, manifest, isOurs: manifest !== undefined && (await candidate.isOurs(manifest)) };
  };
  const [sha, versions] = await Promise.all([read(plan.sha), Promise.all(plan.versions.map(read))]);
  const before = { sha, versions };
  if (candidate.ifExists === 'overwrite') return before;
  const published = publishedAs(before);
  for (const { target, manifest, isOurs } of [before.sha, ...before.versions]) {
    const isOther = manifest !== undefined && (!isOurs || manifest.digest !== published?.digest);
    if (isOther) throw await tagExists(registry, { target, manifest, candidate });
  }
  return before;
}

/** publishedAs is what the registry has of our image already, under whichever of the tags: it need not be uploaded. */
export function publishedAs({ sha, versions }: TagsBefore): Manifest | undefined {
  return [sha, ...versions].find(({ isOurs }) => isOurs)?.manifest;
}

async function tagExists(
  registry: Registry,
  {
    target,
    manifest,
    candidate,
  }: { readonly target: TaggedReference; readonly manifest: Manifest; readonly candidate: Candidate },
): Promise<ActionError> {
  const built = (revision: string | undefined) => (revision === undefined ? '' : ` (built from ${revision})`);
  // What it was built from is a courtesy: the answer stands without it.
  const revision = await shownRevision(registry, manifest).catch(() => undefined);
  return tagTaken(target, {
    shows: `${manifest.digest}${built(revision)}`,
    ours: `${candidate.id}${built(candidate.revision)}`,
  });
}

/** tagTaken says that a tag which never moves shows another image. */
export function tagTaken(
  target: TaggedReference,
  { shows, ours }: { readonly shows: string; readonly ours: string },
): ActionError {
  return new ActionError(
    'TAG_EXISTS',
    `${referenceName(target)} is there already, and shows another image: ${shows}; to be published is ${ours}.`,
    {
      hint:
        'SHA and version tags never move. Was the image built again for the same commit? Then publish the one that was ' +
        'tested. Or choose another name in "sha-tag" or "tags", or a new git tag for a new version; delete the tag on the ' +
        'registry, or set "if-exists: overwrite", only if nobody relies on it.',
    },
  );
}

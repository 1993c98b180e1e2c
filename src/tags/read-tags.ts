import { ActionError } from '../errors.ts';
import type { Manifest } from '../image/manifest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { TagPlan } from './plan-tags.ts';

/** What a tag showed before anything was written; undefined if it was not there. */
export type TagBefore = { readonly target: TaggedReference; readonly manifest: Manifest | undefined };

export type TagsBefore = { readonly sha: TagBefore; readonly versions: readonly TagBefore[] };

/** Tells whether a manifest on the registry is the image that is to be published. */
export type IsOurs = (manifest: Manifest) => Promise<boolean>;

/**
 * readTags reads every tag that will be written. None of these tags ever moves: one that shows another image is
 * TAG_EXISTS, before anything has been uploaded.
 */
export async function readTags(registry: Registry, plan: TagPlan, isOurs: IsOurs): Promise<TagsBefore> {
  const read = async (target: TaggedReference): Promise<TagBefore> => {
    const manifest = await registry.readManifest(target.tag);
    if (manifest !== undefined && !(await isOurs(manifest))) throw tagExists(target, manifest);
    return { target, manifest };
  };
  const before = { sha: await read(plan.sha), versions: await Promise.all(plan.versions.map(read)) };
  const published = publishedAs(before);
  const other = [before.sha, ...before.versions].find(
    ({ manifest }) => manifest && manifest.digest !== published?.digest,
  );
  if (other?.manifest !== undefined) throw tagExists(other.target, other.manifest);
  return before;
}

/** publishedAs is what the registry has of our image already, under whichever of the tags: it need not be uploaded. */
export function publishedAs({ sha, versions }: TagsBefore): Manifest | undefined {
  return [sha, ...versions].find(({ manifest }) => manifest !== undefined)?.manifest;
}

/** tagExists says that a tag which never moves shows another image. */
export function tagExists(target: TaggedReference, { digest }: Manifest): ActionError {
  return new ActionError(
    'TAG_EXISTS',
    `${referenceName(target)} is there already, and shows another image: ${digest}.`,
    {
      hint:
        'SHA and version tags never move. Was the image built again for the same commit? Then publish the one that was ' +
        'tested, or delete the tag on the registry, or choose another in "sha-tag" or "tags".',
    },
  );
}

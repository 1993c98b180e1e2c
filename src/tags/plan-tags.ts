import { ActionError } from '../errors.ts';
import type { Subject } from '../gate/verdict.ts';
import { isTag, type Repository, sameRepository, TAG_RULE, type TaggedReference } from '../image/reference.ts';
import type { Inputs } from '../inputs/inputs.ts';

/**
 * The tags to write at one destination: the one that names the commit, by which the image is pushed, and the version
 * tags after it.
 */
export type TagPlan = { readonly sha: TaggedReference; readonly versions: readonly TaggedReference[] };

/** planTags names the tags for a commit at a destination. Throws INPUT_INVALID if the template makes none of it. */
export function planTags(
  { shaTag, tags }: Pick<Inputs, 'shaTag' | 'tags'>,
  subject: Subject,
  destination: Repository,
): TagPlan {
  const name = shaTag.replaceAll('{sha}', subject.commit).replaceAll('{short-sha}', subject.commit.slice(0, 12));
  if (!isTag(name)) {
    throw new ActionError(
      'INPUT_INVALID',
      `sha-tag: "${shaTag}" makes "${name}", which is no tag; a tag ${TAG_RULE}.`,
      {
        hint: 'Shorten what is around {sha}, or use {short-sha}.',
      },
    );
  }
  const here = tags.filter(({ only }) => only === undefined || sameRepository(only, destination));
  const versions = [...new Set(here.map((tag) => tag.name))].filter((tag) => tag !== name);
  return { sha: tagged(destination, name), versions: versions.map((tag) => tagged(destination, tag)) };
}

function tagged({ registry, path }: Repository, tag: string): TaggedReference {
  return { registry, path, tag };
}

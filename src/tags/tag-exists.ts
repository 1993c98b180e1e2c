import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import { usuallyMoves } from '../image/tag-names.ts';
import type { IfExists } from './read-tags.ts';

/** An image, by its digest or ID, and the commit in its label. */
type Built = { readonly id: Digest; readonly revision: string | undefined };

/** A tag that never moves, and shows another image than the one to be published. */
export type TakenTag = {
  readonly target: TaggedReference;
  readonly shows: Built;
  readonly ours: Built;
  /** The commit to be published. */
  readonly commit: string;
  /** Whether the tag is the one that names the commit. */
  readonly isShaTag: boolean;
  readonly ifExists: IfExists;
  /** Whether exactly this image is required, by its ID or by a scan of it: another one is not enough. */
  readonly isAskedFor: boolean;
};

/** tagExists reports that a tag that never moves shows another image, and suggests what to do, overwriting last. */
export function tagExists(taken: TakenTag): ActionError {
  const { target, shows, ours } = taken;
  return new ActionError(
    'TAG_EXISTS',
    `${referenceName(target)} exists, and shows another image: ${told(shows)}; this run publishes ${told(ours)}.`,
    { hint: `${wayOut(taken)} ${OVERWRITE}` },
  );
}

function told({ id, revision }: Built): string {
  return revision === undefined ? id : `${id} (built from ${revision})`;
}

const OVERWRITE =
  'Only if nobody relies on the image that the tag shows: set "if-exists: overwrite", or delete the tag on the registry.';

function wayOut(taken: TakenTag): string {
  const { target, shows, commit, isShaTag, ifExists, isAskedFor } = taken;
  if (usuallyMoves(target.tag)) {
    return `Tags in "tags" never move. Name "${target.tag}" in "moving-tags" instead: there it follows the newest image.`;
  }
  if (isShaTag && shows.revision === commit) {
    if (isAskedFor) {
      return (
        'The image was built again for the same commit, and "expected-image-id" or "scan-report" asks for exactly this build: ' +
        'publish the image that was tested, by "Re-run failed jobs" and not "Re-run all jobs".'
      );
    }
    if (ifExists === 'verify') {
      return (
        'The image was built again for the same commit, for example by "Re-run all jobs". Set "if-exists: keep" to use the ' +
        'image that is published.'
      );
    }
  }
  if (isShaTag && ifExists === 'keep') {
    return (
      'With "if-exists: keep" the image that is published is used only if every platform of it has the label ' +
      `org.opencontainers.image.revision=${commit}: set it in every build.`
    );
  }
  return (
    'SHA tags and version tags never move. If this is another run for the same commit, publish the image that was tested: ' +
    'build with the label org.opencontainers.image.revision, and set "if-exists: keep", so that later runs use what is ' +
    'published. For a new version make a new git tag, or choose another name in "tags" or "sha-tag".'
  );
}

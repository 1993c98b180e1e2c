import { ActionError } from '../errors.ts';
import { type Attempt, allThere } from '../image/destinations.ts';
import { type Repository, referenceName, repositoryName } from '../image/reference.ts';
import type { Kept, TagsBefore } from './read-tags.ts';

/** A destination whose tags were read. */
type Ready = { readonly before: TagsBefore };

/** keptAnywhere returns the image of an earlier run that is published instead of the new build, if there is one. */
export function keptAnywhere(attempts: readonly Attempt<Ready>[]): Kept | undefined {
  return allThere(attempts).flatMap(({ before }) => before.kept ?? [])[0];
}

/**
 * keepAlike ensures that all destinations have one image: if one of them keeps an image of an earlier run, every other
 * one must have it too, or fails with TAG_EXISTS. A commit has one image.
 */
export function keepAlike<T extends Ready>(attempts: readonly Attempt<T>[]): readonly Attempt<T>[] {
  const first = attempts.find((each) => each.ok && each.value.before.kept !== undefined);
  const kept = keptAnywhere(attempts);
  if (first === undefined || kept === undefined) return attempts;
  return attempts.map((each) => {
    if (!each.ok || each.value.before.kept?.tested.id === kept.tested.id) return each;
    const { repository } = each;
    return { repository, ok: false, error: lacks(each.value.before, { kept, at: first.repository }) };
  });
}

function lacks({ sha }: TagsBefore, { kept, at }: { readonly kept: Kept; readonly at: Repository }): ActionError {
  const name = referenceName(sha.target);
  const image = `${repositoryName(at)}@${kept.manifest.digest}`;
  return new ActionError(
    'TAG_EXISTS',
    `${name} does not show ${kept.manifest.digest}, the image of this commit that is kept at ${repositoryName(at)}.`,
    {
      hint:
        'A commit has one image at all destinations. Copy it there and run the job again: skopeo copy --all ' +
        `--preserve-digests docker://${image} docker://${name}.`,
    },
  );
}

import type { ErrorCode } from '../errors.ts';
import { repositoryName } from '../image/reference.ts';
import { list } from './markdown.ts';
import type { Failed, Left } from './outcome.ts';
import { MARKDOWN, PLAIN, tagLine, tagText, type Voice } from './tell-tags.ts';

/** For a bug of ours, it is unknown when it happened. If no registry was contacted, the error itself says so. */
const SAYS_MORE: readonly ErrorCode[] = ['UNEXPECTED', 'INPUT_INVALID'];

/** standingLines log what is on the registries after a failure, if anything was written. */
export function standingLines({ left }: Failed): readonly string[] {
  if (left.every(({ isUntouched }) => isUntouched)) return [];
  return left.flatMap((each) => [
    `${destinationText(each, { voice: PLAIN, left })}${each.tags.length > 0 ? ':' : '.'}`,
    ...each.tags.map((tag) => `  ${tagText(tag)}`),
  ]);
}

/** standingParts report the same in the summary, also if nothing was written. */
export function standingParts({ left, error }: Failed): readonly string[] {
  if (left.length === 0) return SAYS_MORE.includes(error.code) ? [] : ['**On the registry:** this run wrote nothing.'];
  const items = left.map((each) =>
    [destinationText(each, { voice: MARKDOWN, left }), ...each.tags.map(tagLine)].join('\n  - '),
  );
  return ['**On the registry now:**', list(items)];
}

type Told = { readonly voice: Voice } & Pick<Failed, 'left'>;

function destinationText({ repository, verified, error, isUntouched }: Left, { voice, left }: Told): string {
  const name = voice.name(repositoryName(repository));
  // With one destination, its error is the error of the run.
  const why = error === undefined || left.length === 1 ? '' : ` (${voice.name(error.code)})`;
  if (isUntouched) return `${name}: this run wrote nothing${why}`;
  if (verified === undefined)
    return `${name}: ${voice.strong('not verified')}${why}, and the image or a part of it may be there`;
  return `${name}: ${voice.name(verified.manifest.digest)} is there, and verified${why}`;
}

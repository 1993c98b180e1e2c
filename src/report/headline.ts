import { type Repository, repositoryName, type TaggedReference } from '../image/reference.ts';
import { isVersionName } from '../image/tag-names.ts';
import { code } from './markdown.ts';

/** Most repositories that a headline names. */
const MOST_NAMED = 3;

type Named = { readonly repositories: readonly Repository[]; readonly tags?: readonly TaggedReference[] };

/** imageNames are each repository, and the first tag that is a version, as the end of a headline. */
export function imageNames({ repositories, tags = [] }: Named): string {
  const names = repositories.slice(0, MOST_NAMED).map((each) => code(repositoryName(each)));
  const more = repositories.length > MOST_NAMED ? ` and ${repositories.length - MOST_NAMED} more` : '';
  const version = tags.find(({ tag }) => isVersionName(tag));
  return [`${names.join(', ')}${more}`, ...(version === undefined ? [] : [code(version.tag)])].join(' ');
}

import { isOfGitea, type Server } from '../run/server.ts';

/** How a server's API is asked, where servers differ in it for every question. */
export type Manner = {
  /** What the length of a page is called, and how long one may be. */
  readonly size: 'per_page' | 'limit';
  readonly longest: number;
  /** Whether a list has ended with its first empty page only: a server may be set up for shorter pages than any known. */
  readonly endsEmpty: boolean;
  /** What to do where the token may not read, if the server has no permissions that a job is given. */
  readonly remedy: string | undefined;
};

const OF_GITHUB: Manner = { size: 'per_page', longest: 100, endsEmpty: false, remedy: undefined };
const OF_GITEA: Manner = {
  size: 'limit',
  longest: 50,
  endsEmpty: true,
  remedy: 'set "github-token" to a token that may read the repository (scope "read:repository")',
};

/** mannerOf is the one of a server. */
export function mannerOf(server: Server): Manner {
  return isOfGitea(server) ? OF_GITEA : OF_GITHUB;
}

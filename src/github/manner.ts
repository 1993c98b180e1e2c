import { isOfGitea, type Server } from '../run/server.ts';

/** How to send requests to a server's API, as far as servers differ. */
export type Manner = {
  /** The parameter for the length of a page, and its largest value. */
  readonly size: 'per_page' | 'limit';
  readonly longest: number;
  /** Whether only an empty page ends a list: the server may be set up for shorter pages than any we know. */
  readonly endsEmpty: boolean;
  /** What to do if the token has no read access, on a server without permissions for jobs. */
  readonly remedy: string | undefined;
};

const OF_GITHUB: Manner = { size: 'per_page', longest: 100, endsEmpty: false, remedy: undefined };
const OF_GITEA: Manner = {
  size: 'limit',
  longest: 50,
  endsEmpty: true,
  remedy: 'set "github-token" to a token that may read the repository (scope "read:repository")',
};

/** mannerOf returns the manner of a server. */
export function mannerOf(server: Server): Manner {
  return isOfGitea(server) ? OF_GITEA : OF_GITHUB;
}

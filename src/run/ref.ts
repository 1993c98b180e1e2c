/** The prefixes of full refs. A branch named `refs/tags/v1` is `refs/heads/refs/tags/v1`: a branch. */

const BRANCH = 'refs/heads/';
const GIT_TAG = 'refs/tags/';

/** branchOf returns the name of the branch in a full ref; undefined if it is not a branch. */
export function branchOf(ref: string): string | undefined {
  return after(ref, BRANCH);
}

/** gitTagOf returns the name of the git tag in a full ref; undefined if it is not a git tag. */
export function gitTagOf(ref: string): string | undefined {
  return after(ref, GIT_TAG);
}

/** refOfBranch is the full ref of a branch. */
export function refOfBranch(name: string): string {
  return BRANCH + name;
}

/** refOfGitTag is the full ref of a git tag. */
export function refOfGitTag(name: string): string {
  return GIT_TAG + name;
}

function after(ref: string, prefix: string): string | undefined {
  return ref.startsWith(prefix) && ref.length > prefix.length ? ref.slice(prefix.length) : undefined;
}

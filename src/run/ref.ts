/** A full ref, taken apart. A branch that is named `refs/tags/v1` is `refs/heads/refs/tags/v1`: a branch. */

const BRANCH = 'refs/heads/';
const GIT_TAG = 'refs/tags/';

/** branchOf is the name of the branch that a ref is; undefined if it is none. */
export function branchOf(ref: string): string | undefined {
  return after(ref, BRANCH);
}

/** gitTagOf is the name of the git tag that a ref is; undefined if it is none. */
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

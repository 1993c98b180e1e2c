/** All zeros stand for no commit: what was there before a push, or is left of a ref that is gone. */
const COMMIT = /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** isCommit tells whether a text names a commit in full, by its SHA-1 or SHA-256. */
export function isCommit(text: string): boolean {
  return COMMIT.test(text);
}

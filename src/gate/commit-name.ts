/** All zeros stand for no commit: before the first push to a ref, or after its deletion. */
const COMMIT = /^(?!0+$)(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** isCommit is true if a text names a commit in full, by its SHA-1 or SHA-256. */
export function isCommit(text: string): boolean {
  return COMMIT.test(text);
}

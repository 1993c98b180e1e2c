import { ActionError } from '../errors.ts';

const FILE =
  'Give "trusted-root" the path of a file with trusted roots: "gh attestation trusted-root > trusted-root.jsonl" makes one. Do not take it from a checkout that a pull request can change.';

/** noRoot is the error for a file with trusted roots that cannot be used. `message`: sentences. */
export function noRoot(message: string, cause?: unknown): ActionError {
  return new ActionError('PROOF_NO_TRUST_ROOT', message, { hint: FILE, cause });
}

/** notFetched is the error for a file that TUF did not return. `what`: with a capital; `why`: the end of a sentence. */
export function notFetched(what: string, host: string, why: string, cause?: unknown): ActionError {
  return new ActionError('PROOF_NO_TRUST_ROOT', `${what} could not be fetched from ${host} by TUF: ${why}.`, {
    hint: `Allow connections from this runner to ${host}. To verify without them, give "trusted-root" a file. A proxy or a mirror between them must not change what it serves.`,
    cause,
  });
}

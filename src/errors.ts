/** Reasons for which the gate stays closed; also the value of the output `reason` when a run is skipped. */
export type GateCode =
  | 'GATE_SERVER'
  | 'GATE_EVENT'
  | 'GATE_FORK'
  | 'GATE_REF'
  | 'GATE_NEEDS'
  | 'GATE_CHECKS'
  | 'GATE_SCAN'
  | 'GATE_REVISION'
  | 'GATE_CREDENTIAL';

/** Reasons for which the step fails. Each is an entry of `docs/troubleshooting.md`. */
export type StepCode =
  | 'RUNNER_TOO_OLD'
  | 'INPUT_INVALID'
  | 'SOURCE_NOT_FOUND'
  | 'SOURCE_INVALID'
  | 'IDENTITY_MISMATCH'
  | 'ENGINE_UNAVAILABLE'
  | 'CREDENTIAL_MISSING'
  | 'EXCHANGE_FAILED'
  | 'LOGIN_FAILED'
  | 'REGISTRY_UNREACHABLE'
  | 'REGISTRY_UNTRUSTED'
  | 'REGISTRY_DENIED'
  | 'REGISTRY_ANSWER'
  | 'REPOSITORY_MISSING'
  | 'RATE_LIMITED'
  | 'PUSH_FAILED'
  | 'DIGEST_MISMATCH'
  | 'CONTENT_MISSING'
  | 'REFERRER_REFUSED'
  | 'TAG_EXISTS'
  | 'TAG_RACED'
  | 'TAG_BEHIND'
  | 'PROOF_DENIED'
  | 'PROOF_SIGNING'
  | 'PROOF_NOT_ATTACHED'
  | 'PROOF_FOREIGN'
  | 'PRUNE_LIMIT'
  | 'PRUNE_UNREADABLE'
  | 'DELETE_FAILED'
  | 'PROOF_MISSING'
  | 'PROOF_UNREADABLE'
  | 'PROOF_TOO_MANY'
  | 'PROOF_NO_TRUST_ROOT'
  | 'PROOF_INVALID'
  | 'PROOF_UNLOGGED'
  | 'PROOF_SIGNER'
  | 'PROOF_REPOSITORY'
  | 'PROOF_REF'
  | 'PROOF_SUBJECT'
  | 'PROOF_PREDICATE'
  | 'PROOF_DEMAND'
  | 'PROOF_AGE'
  | 'PROOF_TRUNCATED'
  | 'TAG_DRIFT'
  | 'TIMEOUT'
  | 'UNEXPECTED'
  | 'CANCELLED';

export type ErrorCode = GateCode | StepCode;

/** What an `ActionError` says besides its code: what happened, what to do next, and what it came from. */
export type ErrorDetails = { readonly hint: string; readonly cause?: unknown };

/**
 * ActionError is a failure that a user can act on: a stable code, one sentence on what happened, and the next
 * thing to do. Its text may quote the outside world, so it is made safe where it is printed; it never holds a secret.
 */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
  }
}

/** asError gives any thrown value the shape of an Error, so that its message and cause can be read. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

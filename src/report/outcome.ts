import type { CredentialUse } from '../credentials/sign-in.ts';
import type { ActionError } from '../errors.ts';
import type { Closed, Ending, Open, OpenToRead } from '../gate/verdict.ts';
import type { Digest } from '../image/digest.ts';
import type { Repository } from '../image/reference.ts';
import type { VerificationLevel } from '../image/verified.ts';
import type { Source } from '../push/source.ts';
import type { ScanEvidence } from '../scan/evidence.ts';
import type { PlannedMove } from '../tags/move-tag.ts';
import type { TagsBefore } from '../tags/read-tags.ts';
import type { Receipt, Standing } from '../tags/write-tags.ts';

/** The state of a destination after a failure, with an error that can be shown. */
export type Left = Omit<Standing, 'error'> & {
  readonly error: ActionError | undefined;
  /** Whether it failed before anything could be written. */
  readonly isUntouched: boolean;
};

/** Who signed the proof, and where it is. */
export type SignedTold = {
  readonly by: string;
  readonly isLogged: boolean;
  /** Whether an earlier run signed it, and this run only made sure that it is everywhere. */
  readonly isEarlier: boolean;
  /** Number of the attestation, if it is stored at GitHub. */
  readonly attestation?: number;
  /** `digest`: of the attached proof. */
  readonly attached: readonly { readonly repository: Repository; readonly digest: Digest }[];
};
/** The state of a proof when the step failed. `missing`: where it should be and is not, for people. */
export type UnfinishedProof = { readonly signed: SignedTold | undefined; readonly missing: readonly string[] };
/**
 * The statement of the gate: the file with its predicate, and its type, if this run created one; and who signed it, if
 * anybody did.
 */
export type ProofTold = {
  readonly predicate?: { readonly path: string; readonly type: string };
  readonly signed?: SignedTold | undefined;
};

export type Published = {
  readonly kind: 'published';
  readonly verdict: Open;
  /** Where the image came from. */
  readonly source?: Pick<Source, 'kind' | 'name' | 'tested'>;
  readonly receipt: Receipt;
  readonly proof?: ProofTold | undefined;
};
export type Planned = {
  readonly kind: 'planned';
  readonly verdict: Open;
  readonly source: Source;
  /** What each destination has. */
  readonly found: readonly (TagsBefore & { readonly moving: readonly PlannedMove[] })[];
  /** How much evidence the digest would need. */
  readonly level: VerificationLevel;
  readonly proof?: ProofTold | undefined;
};
export type Skipped = { readonly kind: 'closed'; readonly verdict: Closed; readonly ending: Ending };
export type Failed = {
  readonly kind: 'failed';
  readonly error: ActionError;
  /** The state of each destination; empty if the run ended before it wrote anything. */
  readonly left: readonly Left[];
  /** The verdict of the gate, if the run came that far: it was open, or open for reading only. */
  readonly verdict?: OpenToRead;
  /** Undefined if no proof is required, or the run did not come as far as signing. */
  readonly proof?: UnfinishedProof | undefined;
};

/** How the step ended. Only `published` has a digest, and only the result of `verify` can become one. */
export type Outcome = (Published | Planned | Skipped | Failed) & {
  /** What the scan reports show, if they are required and the run came that far. */
  readonly scan?: ScanEvidence;
  /** The credentials that were used, if the run came that far. */
  readonly credentials?: readonly CredentialUse[];
  /** Where the image is to be published, as far as the inputs could be read. */
  readonly destinations?: readonly Repository[];
  /** How long the step has taken, in milliseconds. */
  readonly took?: number;
  /** What to say about logins for later steps, in sentences. */
  readonly kept?: readonly string[];
};

/** isNew tells whether this run wrote a SHA tag, or found it at every destination (false). */
export function isNew({ destinations }: Receipt): boolean {
  return destinations.some(({ tags }) => tags[0]?.state === 'written');
}

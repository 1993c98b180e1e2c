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

/** Who has signed the proof, and where it is. */
export type SignedTold = {
  readonly by: string;
  readonly isLogged: boolean;
  /** Whether an earlier run has signed it, and this one has only seen to it that it is everywhere. */
  readonly isEarlier: boolean;
  /** Number of the attestation, where it is stored at GitHub. */
  readonly attestation?: number;
  /** By their own digest. */
  readonly attached: readonly { readonly repository: Repository; readonly digest: Digest }[];
};
/** What became of a proof before the step failed. `missing`: where it should be, and is not, for people. */
export type UnfinishedProof = { readonly signed: SignedTold | undefined; readonly missing: readonly string[] };
/**
 * The statement of the gate: the file that has its predicate, with its type, if this run has made one, and who has
 * signed it, if anybody has.
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
  /** The gate's, if the run came as far as that: it was open, or for reading alone. */
  readonly verdict?: OpenToRead;
  /** Undefined if no proof was asked for, or the run did not come as far as signing one. */
  readonly proof?: UnfinishedProof | undefined;
};

/** How the step ended. Only `published` carries a digest, and it can only be made of what `verify` has made. */
export type Outcome = (Published | Planned | Skipped | Failed) & {
  /** What the reports of scanners show, where they were asked for and the run came as far as that. */
  readonly scan?: ScanEvidence;
  /** What was signed in with, where the run came as far as that. */
  readonly credentials?: readonly CredentialUse[];
  /** Where the image is to be, as far as the inputs could be read. */
  readonly destinations?: readonly Repository[];
  /** How long the step has taken, in milliseconds. */
  readonly took?: number;
  /** What there is to say of logins for later steps, in sentences. */
  readonly kept?: readonly string[];
};

/** isNew tells whether this run has written a SHA tag, rather than found it at every destination. */
export function isNew({ destinations }: Receipt): boolean {
  return destinations.some(({ tags }) => tags[0]?.state === 'written');
}

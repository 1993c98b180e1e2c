import type { Secret } from '../secret/secret.ts';

/** Where a signature is made and witnessed; addresses are without a slash at their end. */
export type SigningPlace = {
  /** Its name for people. */
  readonly name: string;
  readonly fulcio: string;
  readonly logs: readonly { readonly url: string; readonly version: 1 | 2 }[];
  readonly clocks: readonly string[];
};

export type Signing = {
  readonly place: SigningPlace;
  /** Who signs: the job's own token, for the audience of this place. */
  readonly token: Secret;
  /** Is shown the certificate (DER) before anything is signed with it or logged. Throws if it is not to be used. */
  readonly accept: (certificate: Uint8Array) => void;
  /** Path of a PEM file, trusted besides Node's own; undefined if there is none. */
  readonly caFile: string | undefined;
};

/** Signer is the door to a Sigstore: an authority that certifies who signs, a log, and a clock. */
export interface Signer {
  /**
   * sign signs a statement with a key that lives for this one signature, and has it witnessed. Returns the bundle
   * (protobuf-specs, v0.3) as JSON. Throws PROOF_SIGNING, or what `accept` throws.
   */
  sign(statement: Uint8Array, signing: Signing): Promise<Uint8Array>;
}

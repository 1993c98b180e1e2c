import type { Secret } from '../secret/secret.ts';

/** The servers that sign and record a signature; addresses have no slash at the end. */
export type SigningPlace = {
  /** Its name for people. */
  readonly name: string;
  readonly fulcio: string;
  readonly logs: readonly { readonly url: string; readonly version: 1 | 2 }[];
  readonly clocks: readonly string[];
};

export type Signing = {
  readonly place: SigningPlace;
  /** The signer: the job's own token, for the audience of this place. */
  readonly token: Secret;
  /** Gets the certificate (DER) before anything is signed with it or logged. Throws if it must not be used. */
  readonly accept: (certificate: Uint8Array) => void;
  /** Path of a PEM file, trusted besides Node's own; undefined if there is none. */
  readonly caFile: string | undefined;
};

/** Signer signs with a Sigstore: an authority that certifies the signer, a log, and a clock. */
export interface Signer {
  /**
   * sign signs a statement with a key for this one signature, and gets its log entries and timestamps. Returns the
   * bundle (protobuf-specs, v0.3) as JSON. Throws PROOF_SIGNING, or what `accept` throws.
   */
  sign(statement: Uint8Array, signing: Signing): Promise<Uint8Array>;
}

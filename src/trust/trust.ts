/** Who runs an instance of Sigstore: the public one, GitHub's for repositories that are not public, or anyone. */
export type AuthorityName = 'public' | 'github' | 'own';

/** A signature that an authority vouches for. */
export type VerifiedSignature = {
  readonly authority: AuthorityName;
  /** The certificate of whoever has signed, in DER. */
  readonly certificate: Uint8Array;
  /** What was signed: an in-toto statement. */
  readonly payload: Uint8Array;
  /** The oldest time that a log or a timestamp authority has vouched for, in milliseconds since 1970. */
  readonly signedAt: number;
};

/** Why a bundle is no signature that counts, as the end of the sentence "The proof …". */
export type BadSignature = { readonly code: 'PROOF_INVALID' | 'PROOF_UNLOGGED'; readonly lacks: string };

export type CheckedBundle = ({ readonly ok: true } & VerifiedSignature) | ({ readonly ok: false } & BadSignature);

/**
 * Trust is the door to what signatures are verified with: one verifier for each authority, each with its own certificates,
 * logs and clocks, which are never put together.
 */
export interface Trust {
  /** The authorities that it has. */
  readonly authorities: readonly AuthorityName[];
  /**
   * check verifies a bundle of Sigstore (protobuf-specs, v0.1 to v0.3) by the first authority that vouches for it: its
   * certificate, the log and the timestamp as the authority has them, and the signature of its one envelope.
   */
  check(bundle: Uint8Array): CheckedBundle;
}

/** OpenTrust loads what is verified with. Throws PROOF_NO_TRUST_ROOT. */
export type OpenTrust = (file: string, authorities: readonly AuthorityName[]) => Promise<Trust>;

/** Who runs an instance of Sigstore: the public one, GitHub's for repositories that are not public, or anyone. */
export type AuthorityName = 'public' | 'github' | 'own';

/** A signature that an authority vouches for. */
export type VerifiedSignature = {
  readonly authority: AuthorityName;
  /** The certificate of the signer, in DER. */
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
 * Trust is the door to what signatures are verified with: one verifier for each authority, each with its own
 * certificates, logs and clocks, which are never put together.
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

/**
 * Where a TUF repository is. `known`: of the instances that this action ships a first root for. `own`: at an address,
 * with the path of a file that has its first root. `caFile`: path of a PEM file, trusted besides Node's own.
 */
export type TufSource = { readonly caFile: string | undefined } & (
  | { readonly kind: 'known' }
  | { readonly kind: 'own'; readonly url: string; readonly root: string }
);

/** Where trusted roots are from: a file, or TUF. */
export type TrustSource = TufSource | { readonly kind: 'file'; readonly path: string };

/**
 * OpenTrust loads what is verified with, of these authorities, or of all that there are. Throws PROOF_NO_TRUST_ROOT, or
 * INPUT_INVALID for a `caFile` that is none.
 */
export type OpenTrust = (from: TrustSource, authorities: readonly AuthorityName[]) => Promise<Trust>;

/** A server as an instance announces it. Times are in milliseconds since 1970; `end` is undefined if there is none. */
export type AnnouncedServer = {
  readonly url: string;
  readonly version: number;
  readonly operator: string;
  readonly start: number;
  readonly end: number | undefined;
};

/** How many of the servers are to be used, each of another operator; `all`: one of each operator. */
export type AnnouncedCount = 'any' | 'all' | number;

/** Which servers an instance announces to sign at (protobuf-specs, `SigningConfig` v0.2). */
export type Announced = {
  readonly authorities: readonly AnnouncedServer[];
  readonly logs: { readonly servers: readonly AnnouncedServer[]; readonly count: AnnouncedCount };
  readonly clocks: { readonly servers: readonly AnnouncedServer[]; readonly count: AnnouncedCount };
};

/**
 * ReadAnnounced asks for the signing configuration of the public instance, or of a private one. Throws
 * PROOF_NO_TRUST_ROOT.
 */
export type ReadAnnounced = (from: TufSource) => Promise<Announced>;

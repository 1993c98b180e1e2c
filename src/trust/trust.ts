/** The owner of a Sigstore: the public one, GitHub's for repositories that are not public, or any other. */
export type AuthorityName = 'public' | 'github' | 'own';

/** A signature that an authority confirms. */
export type VerifiedSignature = {
  readonly authority: AuthorityName;
  /** The certificate of the signer, in DER. */
  readonly certificate: Uint8Array;
  /** The signed content: an in-toto statement. */
  readonly payload: Uint8Array;
  /** The oldest time that a log or a timestamp authority confirms, in milliseconds since 1970. */
  readonly signedAt: number;
};

/** Why the signature of a bundle is not valid, as the end of the sentence "The proof …". */
export type BadSignature = { readonly code: 'PROOF_INVALID' | 'PROOF_UNLOGGED'; readonly lacks: string };

export type CheckedBundle = ({ readonly ok: true } & VerifiedSignature) | ({ readonly ok: false } & BadSignature);

/**
 * Trust verifies signatures. It has one verifier for each authority, each with its own certificates, logs and clocks,
 * which are never mixed.
 */
export interface Trust {
  /** The authorities that it has. */
  readonly authorities: readonly AuthorityName[];
  /**
   * check verifies a bundle of Sigstore (protobuf-specs, v0.1 to v0.3) with the first authority that confirms it: its
   * certificate, the log and the timestamp by the authority's keys, and the signature of its one envelope.
   */
  check(bundle: Uint8Array): CheckedBundle;
}

/**
 * The address of a TUF repository. `known`: the instances whose first roots this action ships. `own`: a URL, and the
 * path of a file with its first root. `caFile`: path of a PEM file, trusted besides Node's own.
 */
export type TufSource = { readonly caFile: string | undefined } & (
  | { readonly kind: 'known' }
  | { readonly kind: 'own'; readonly url: string; readonly root: string }
);

/** The source of trusted roots: a file, or TUF. */
export type TrustSource = TufSource | { readonly kind: 'file'; readonly path: string };

/**
 * OpenTrust loads the trusted roots of these authorities, or of all. Throws PROOF_NO_TRUST_ROOT, or INPUT_INVALID if
 * `caFile` is not a PEM file.
 */
export type OpenTrust = (from: TrustSource, authorities: readonly AuthorityName[]) => Promise<Trust>;

/** A server that an instance announces. Times are in milliseconds since 1970; `end` is undefined if there is none. */
export type AnnouncedServer = {
  readonly url: string;
  readonly version: number;
  readonly operator: string;
  readonly start: number;
  readonly end: number | undefined;
};

/** How many servers to use, each of a different operator; `all`: one of each operator. */
export type AnnouncedCount = 'any' | 'all' | number;

/** The servers that an instance announces for signing (protobuf-specs, `SigningConfig` v0.2). */
export type Announced = {
  readonly authorities: readonly AnnouncedServer[];
  readonly logs: { readonly servers: readonly AnnouncedServer[]; readonly count: AnnouncedCount };
  readonly clocks: { readonly servers: readonly AnnouncedServer[]; readonly count: AnnouncedCount };
};

/**
 * ReadAnnounced reads the signing configuration of the public instance, or of a private one. Throws
 * PROOF_NO_TRUST_ROOT.
 */
export type ReadAnnounced = (from: TufSource) => Promise<Announced>;

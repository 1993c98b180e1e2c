import type { Access } from './github.ts';

/** Attestations writes to GitHub's store of signed statements (REST, "Attestations"). */
export interface Attestations {
  /** seeRight checks in advance whether the token may store bundles, as far as GitHub shows it. Throws PROOF_DENIED. */
  seeRight(access: Access): Promise<void>;
  /** store stores a bundle, and returns its id. Throws PROOF_DENIED or PROOF_SIGNING. */
  store(access: Access, bundle: Uint8Array): Promise<number>;
}

import type { Access } from './github.ts';

/** Attestations is the door to GitHub's store of signed statements (REST, "Attestations"). */
export interface Attestations {
  /**
   * seeRight asks whether the token may store anything, as far as GitHub tells before there is anything to store. Throws
   * PROOF_DENIED.
   */
  seeRight(access: Access): Promise<void>;
  /** store stores a bundle, and returns its number. Throws PROOF_DENIED or PROOF_SIGNING. */
  store(access: Access, bundle: Uint8Array): Promise<number>;
}

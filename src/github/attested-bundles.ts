import type { Digest } from '../image/digest.ts';
import type { Access } from './github.ts';

/** A bundle that GitHub keeps: where, for people, and how its bytes are read. `read` throws ApiProblem. */
export type AttestedBundle = { readonly at: string; readonly read: () => Promise<Uint8Array> };

/** AttestedBundles is the door to the statements that GitHub keeps about images (REST, "Attestations"), for reading. */
export interface AttestedBundles {
  /**
   * list lists the bundles about a digest, of one type, in the repository: at most a hundred, the newest first, and whether
   * there may be more. Undefined if there is none, or none that the token may see: GitHub answers alike. Throws ApiProblem.
   */
  list(
    access: Access,
    about: { readonly digest: Digest; readonly predicateType: string },
  ): Promise<{ readonly bundles: readonly AttestedBundle[]; readonly isMore: boolean } | undefined>;
}

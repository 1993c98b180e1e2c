import type { Digest } from '../image/digest.ts';
import type { Access } from './github.ts';

/** A bundle that GitHub stores: its place, for people, and how to read its bytes. `read` throws ApiProblem. */
export type AttestedBundle = { readonly at: string; readonly read: () => Promise<Uint8Array> };

/** AttestedBundles reads the statements about images that GitHub stores (REST, "Attestations"). */
export interface AttestedBundles {
  /**
   * list lists the bundles about a digest, of one type, in the repository: at most a hundred, the newest first, and
   * whether there may be more. Undefined if there are none, or the token may not see them. Throws ApiProblem.
   */
  list(
    access: Access,
    about: { readonly digest: Digest; readonly predicateType: string },
  ): Promise<{ readonly bundles: readonly AttestedBundle[]; readonly isMore: boolean } | undefined>;
}

import type { Digest } from '../image/digest.ts';
import type { Trust } from '../trust/trust.ts';
import { type BundleStore, StoreProblem } from './bundle-stores.ts';
import { type Accepted, findProof, type Search } from './find-proof.ts';
import type { Lack } from './lack.ts';
import { type OwnJob, ownDemands, seeOwnName } from './own-demands.ts';
import { PREDICATE_TYPE } from './uris.ts';

/** `also`: an additional requirement for the statement. */
export type Owning = {
  readonly trust: Trust;
  readonly job: OwnJob;
  readonly now: number;
  readonly also: (accepted: Accepted) => Lack | undefined;
};

/** findOwnProof finds a proof that this job, or an earlier run of it, signed; undefined if the job is unknown. */
export async function findOwnProof(
  digest: Digest,
  stores: readonly BundleStore[],
  { trust, job, now, also }: Owning,
): Promise<Search | undefined> {
  const demands = ownDemands(job);
  if (demands === undefined) return undefined;
  const seeOwn = (accepted: Accepted) => seeOwnName(accepted, job) ?? also(accepted);
  return findProof(digest, stores, { trust, demands, now, also: seeOwn });
}

/** isIn tells whether a store has a bundle; false if the store cannot be read. */
export async function isIn(store: BundleStore, digest: Digest, bundle: Uint8Array): Promise<boolean> {
  const wanted = envelopeIn(bundle);
  try {
    for await (const found of store.look(digest, [PREDICATE_TYPE]))
      if (found !== 'too-many' && 'bytes' in found && envelopeIn(found.bytes) === wanted) return true;
    return false;
  } catch (error) {
    if (error instanceof StoreProblem) return false;
    throw error;
  }
}

/** Bundles are compared by their signatures, because a store may rewrite the JSON. */
function envelopeIn(bundle: Uint8Array): string | undefined {
  try {
    const { dsseEnvelope } = JSON.parse(Buffer.from(bundle).toString()) as {
      readonly dsseEnvelope?: { readonly signatures?: readonly { readonly sig?: unknown }[] };
    };
    return JSON.stringify(dsseEnvelope?.signatures?.map(({ sig }) => sig));
  } catch {
    return undefined;
  }
}

import { type Attempt, allThere } from '../../image/destinations.ts';
import type { ProofTold, SignedTold } from '../../report/outcome.ts';
import type { Seal } from '../../tags/write-tags.ts';
import type { Ready } from './at-destination.ts';
import type { Delivery } from './delivery.ts';
import type { Beyond } from './world.ts';

type ProvingKept = { readonly seal: Seal; readonly keep: () => Promise<ProofTold | undefined> };

/**
 * proveKept sees that the image of an earlier run, of which nothing is stated now, has a proof by this job's own signer.
 * Throws PROOF_FOREIGN, and what openSeal throws.
 */
export async function proveKept(
  { inputs, verdict }: Delivery,
  ready: readonly Attempt<Ready>[],
  world: Beyond,
): Promise<ProvingKept> {
  const [digest, ...others] = new Set(allThere(ready).flatMap(({ before }) => before.kept?.manifest.digest ?? []));
  if (digest === undefined) throw new Error('no image is kept');
  const { openSeal } = await import('./seal.ts');
  const sealing = await openSeal(inputs, ready, world);
  const attach = await sealing.keep({ digests: [digest, ...others], commit: verdict.run.commit });
  let signed: SignedTold | undefined;
  return {
    seal: async (held) => {
      const sealed = await attach(held);
      signed = sealed.signed;
      return sealed.errors;
    },
    keep: async () => signed && { signed },
  };
}

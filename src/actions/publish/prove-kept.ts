import { type Attempt, allThere } from '../../image/destinations.ts';
import type { Ready } from './at-destination.ts';
import type { Delivery } from './delivery.ts';
import type { Proving } from './prove.ts';
import type { Beyond } from './world.ts';

/**
 * proveKept verifies that the kept image of an earlier run has a proof by this job's own signer. This run states
 * nothing about it. Throws PROOF_FOREIGN, and what openSeal throws.
 */
export async function proveKept(
  { inputs, verdict }: Delivery,
  ready: readonly Attempt<Ready>[],
  world: Beyond,
): Promise<Proving> {
  const [digest, ...others] = new Set(allThere(ready).flatMap(({ before }) => before.kept?.manifest.digest ?? []));
  if (digest === undefined) throw new Error('no image is kept');
  const { openSeal } = await import('./seal.ts');
  const sealing = await openSeal(inputs, ready, world);
  const attach = await sealing.keep({ digests: [digest, ...others], commit: verdict.run.commit });
  return {
    seal: attach,
    proveNewer: sealing.proveNewer,
    keep: async () => ({ signed: sealing.told()?.signed }),
    told: sealing.told,
  };
}

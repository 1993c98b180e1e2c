import type { Attempt } from '../../image/destinations.ts';
import type { Verified } from '../../image/verified.ts';
import { type Decided, makePredicate } from '../../proof/make-statement.ts';
import { maskedPlace } from '../../proof/masked-text.ts';
import { masked } from '../../proof/unprovable.ts';
import { PREDICATE_TYPE } from '../../proof/uris.ts';
import type { ProofTold, UnfinishedProof } from '../../report/outcome.ts';
import { keptAnywhere } from '../../tags/keep-alike.ts';
import type { ProveNewer } from '../../tags/newer-image.ts';
import type { Seal } from '../../tags/write-tags.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import type { Ready } from './at-destination.ts';
import type { Delivery } from './delivery.ts';
import { proveKept } from './prove-kept.ts';
import type { Sealing } from './seal.ts';
import type { Beyond } from './world.ts';

/** What the gate has decided: it is written into a file for later steps and, if required, into a signed proof. */
export type Proving = {
  /**
   * seal states it about the image at the destinations, signs the statement if required, and attaches it everywhere.
   */
  readonly seal: Seal;
  /** proveNewer proves the image of another run; undefined if no proof is required. */
  readonly proveNewer?: ProveNewer | undefined;
  /**
   * keep writes the predicate into a file for later steps; undefined if there is none, or the log would hide some of
   * it.
   */
  readonly keep: () => Promise<ProofTold | undefined>;
  /** What is signed so far, and where it is; undefined if nothing had to be signed yet. */
  readonly told: () => UnfinishedProof | undefined;
};

const NOTHING: Proving = { seal: async () => [], keep: async () => undefined, told: () => undefined };

/**
 * openProving finds what is missing for a proof before anything is pushed. A statement is only about the image that
 * this run has tested: if an earlier run's image is kept, it must already have one. Throws PROOF_DENIED, PROOF_SIGNING,
 * PROOF_FOREIGN, PROOF_UNREADABLE, PROOF_NO_TRUST_ROOT or INPUT_INVALID.
 */
export async function openProving(
  delivery: Delivery,
  ready: readonly Attempt<Ready>[],
  world: Beyond,
): Promise<Proving> {
  const { inputs } = delivery;
  const { runner, keptFiles } = world;
  const isAsked = inputs.proof !== 'none';
  if (keptAnywhere(ready) !== undefined) return isAsked ? proveKept(delivery, ready, world) : NOTHING;
  let predicate = makePredicate(decided(delivery, world));
  // Only what the registry will serve is missing in it, and no mask is in a digest.
  const hidden = maskedPlace(predicate, runner.withholds);
  if (isAsked && hidden !== undefined) throw masked(hidden);
  const sealing = isAsked && !inputs.dryRun ? await openSealing(delivery, ready, world) : undefined;
  return {
    seal: async (held) => {
      predicate = makePredicate(decided(delivery, world, held[0]?.verified));
      return (await sealing?.sign(predicate, held)) ?? [];
    },
    proveNewer: sealing?.proveNewer,
    keep: async () => {
      if (hidden !== undefined) {
        runner.warning('No predicate', masked(hidden).message);
        return undefined;
      }
      const path = await keptFiles.keep('predicate.json', canonicalJson(predicate));
      return { predicate: { path, type: PREDICATE_TYPE }, signed: sealing?.told()?.signed };
    },
    told: () => sealing?.told(),
  };
}

/** The signer is loaded only if a proof is required. */
async function openSealing({ inputs }: Delivery, ready: readonly Attempt<Ready>[], world: Beyond): Promise<Sealing> {
  const { openSeal } = await import('./seal.ts');
  return openSeal(inputs, ready, world);
}

function decided({ verdict, inputs, scan, source, plans }: Delivery, { runner }: Beyond, primary?: Verified): Decided {
  const { id, root, platforms } = source.tested;
  const [first, ...others] = plans.flatMap(({ repository, ...made }) =>
    made.ok ? [{ repository, plan: made.value }] : [],
  );
  if (first === undefined) throw new Error('there is no destination');
  const [revision, ...different] = new Set(platforms.map((each) => each.revision));
  const image = {
    id,
    platforms: primary?.platforms ?? platforms.map(({ platform }) => platform),
    revision: different.length === 0 ? revision : undefined,
    served: primary?.manifest.digest ?? root,
  };
  return { origin: runner.origin(), verdict, inputs, scan, image, plans: [first, ...others], now: runner.now() };
}

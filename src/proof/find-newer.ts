import { ActionError } from '../errors.ts';
import { asVouched, type Vouched } from '../image/proved.ts';
import type { NewerImage } from '../tags/newer-image.ts';
import type { BundleStore } from './bundle-stores.ts';
import { findOwnProof, type Owning } from './find-own-proof.ts';
import { failureOf } from './find-proof.ts';
import { judgeNewer } from './judge-newer.ts';

/**
 * findNewer finds the proof that allows a newer image to be restored under a moving tag: another run of the same job
 * must have signed it. Throws PROOF_FOREIGN if this job is unknown; otherwise it throws the code of what the closest
 * proof lacks.
 */
export async function findNewer(
  newer: NewerImage,
  stores: readonly BundleStore[],
  owning: Omit<Owning, 'also'>,
): Promise<Vouched> {
  const { commit, manifest } = newer;
  const also: Owning['also'] = (accepted) => judgeNewer(accepted, newer);
  const search = await findOwnProof(manifest.digest, stores, { ...owning, also });
  const failure = search === undefined ? unknownJob() : failureOf(search);
  if (failure !== undefined) throw failure;
  // The certificate of an accepted proof names its run.
  const run = search?.sought[0]?.proof?.certificate.runUri;
  if (run === undefined) throw unknownJob();
  return asVouched({ digest: manifest.digest, commit, run });
}

function unknownJob(): ActionError {
  return new ActionError('PROOF_FOREIGN', 'The identity token does not tell by which workflow this job is run.', {
    hint: 'Look at who issues the identity tokens of this server.',
  });
}

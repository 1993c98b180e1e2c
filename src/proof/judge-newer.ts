import { referenceName } from '../image/reference.ts';
import { gitTagOf } from '../run/ref.ts';
import type { NewerImage } from '../tags/newer-image.ts';
import type { Accepted } from './find-proof.ts';
import { type Lack, lackIf, shown } from './lack.ts';
import { GATE_FIELD } from './uris.ts';

/**
 * judgeNewer tells whether a proof by this job's own signer allows a newer image to be restored under a moving tag. It
 * is used together with `judgeProof` and `ownDemands`: these are all requirements.
 *
 * | what must hold                                                             | judged by                          |
 * |----------------------------------------------------------------------------|------------------------------------|
 * | the certificate is of this repository and owner, by their numbers          | judgeProof, 6 and 7                |
 * | signed by the workflow of this job, at a ref and on an event that may publish | judgeProof, 4, 8 and 9; seeOwnName |
 * | one of its subjects is what the SHA tag shows                              | judgeProof, 10                     |
 * | its commit is the one that the SHA tag names                               | here, 1                            |
 * | it is of the ref by which the image is newer: of our branch, or the git tag | here, 2                            |
 * | of a release on GitHub, that is known to be no prerelease                  | here, 3                            |
 * | GitHub says that its commit comes after ours                               | here, 4                            |
 * | the tags that were planned for it have this one among those that move      | here, 5                            |
 * | the registry serves all of the image                                       | verifyProved                       |
 *
 * 2 and 3 are needed because a run plans its moving tags, but moves none of them for a prerelease.
 */
export function judgeNewer({ predicate }: Pick<Accepted, 'predicate'>, newer: NewerImage): Lack | undefined {
  if (predicate === undefined) return { code: 'PROOF_PREDICATE', lacks: 'does not say what was published' };
  const { run, plannedTags } = predicate[GATE_FIELD];
  const { target, commit, ref, relation, isReleased } = newer;
  const tag = referenceName(target);
  const isPlanned = plannedTags.some((planned) => planned.kind === 'moving' && planned.tag === tag);
  return (
    lackIf(run.commit !== commit, 'PROOF_PREDICATE', `is of a run for another commit: ${shown(run.commit)}`) ??
    lackIf(run.ref !== ref, 'PROOF_REF', `is of a run for ${shown(run.ref)}, and not for ${shown(ref)}`) ??
    lackIf(
      run.event === 'release' && !(gitTagOf(run.ref) !== undefined && isReleased),
      'PROOF_REF',
      'is of a release that may be marked as a prerelease',
    ) ??
    lackIf(relation !== 'ahead', 'PROOF_DEMAND', 'is of a commit that GitHub does not say comes after this one') ??
    lackIf(!isPlanned, 'PROOF_DEMAND', `does not have ${tag} among the tags that its run was to move`)
  );
}

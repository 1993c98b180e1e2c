import { repositoryName } from '../image/reference.ts';
import type { SignedTold } from './outcome.ts';

/** proofLines tell who has signed, and where the proof is, for the log. */
export function proofLines({ by, isLogged, isEarlier, attestation, attached }: SignedTold): readonly string[] {
  return [
    isEarlier
      ? 'An earlier run of this job has signed the proof of this image: nothing is signed again.'
      : `Signed by ${by}${isLogged ? ', and written into its log' : ', with a timestamp'}.`,
    ...(attestation === undefined ? [] : [`Stored at GitHub as attestation ${attestation}.`]),
    ...attached.map(
      ({ repository, digest }) => `Attached to the image, and read back: ${repositoryName(repository)}@${digest}.`,
    ),
  ];
}

/** proofData is the same for machines, as it stands in the output `results`. */
export function proofData({ by, isLogged, isEarlier, attestation, attached }: SignedTold): object {
  return {
    signedBy: by,
    logged: isLogged,
    earlier: isEarlier,
    ...(attestation === undefined ? {} : { attestation }),
    attached: attached.map(({ repository, digest }) => ({ repository: repositoryName(repository), digest })),
  };
}

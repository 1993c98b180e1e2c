import { repositoryName } from '../image/reference.ts';
import { code, prose } from './markdown.ts';
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

/** proofItem is one line of the summary: who has signed, whether a log has it, and where it is kept. */
export function proofItem({ by, isLogged, isEarlier, attestation, attached }: SignedTold): string {
  const who = isEarlier
    ? 'an earlier run of this job has signed it'
    : `signed by ${by}, ${isLogged ? 'with an entry in its log' : 'with a timestamp and no log'}`;
  const stored = attestation === undefined ? [] : [`stored at GitHub as attestation ${attestation}`];
  const where = attached.map(({ repository, digest }) => `${code(repositoryName(repository))} as ${code(digest)}`);
  return `**Proof** ${[prose(who), ...stored, ...(where.length === 0 ? [] : [`attached at ${where.join(', ')}`])].join('; ')}`;
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

import { repositoryName } from '../image/reference.ts';
import { code, prose } from './markdown.ts';
import type { SignedTold, UnfinishedProof } from './outcome.ts';

/** signedLine tells who signed, for the log. */
export function signedLine({ by, isLogged, isEarlier }: SignedTold): string {
  if (isEarlier) return 'An earlier run of this job has signed the proof of this image: nothing is signed again.';
  return `Signed by ${by}${isLogged ? ', and written into its log' : ', with a timestamp'}.`;
}

/** keptLines tell where the proof is, for the log. */
export function keptLines({ attestation, attached }: SignedTold): readonly string[] {
  return [
    ...(attestation === undefined ? [] : [`Stored at GitHub as attestation ${attestation}.`]),
    ...attached.map(
      ({ repository, digest }) => `Attached to the image, and read back: ${repositoryName(repository)}@${digest}.`,
    ),
  ];
}

/** proofItem is one line of the summary: who signed, whether it is in a log, and where it is stored. */
export function proofItem({ by, isLogged, isEarlier, attestation, attached }: SignedTold): string {
  const who = isEarlier
    ? 'an earlier run of this job has signed it'
    : `signed by ${by}, ${isLogged ? 'with an entry in its log' : 'with a timestamp and no log'}`;
  const stored = attestation === undefined ? [] : [`stored at GitHub as attestation ${attestation}`];
  const where = attached.map(({ repository, digest }) => `${code(repositoryName(repository))} as ${code(digest)}`);
  return `**Proof** ${[prose(who), ...stored, ...(where.length === 0 ? [] : [`attached at ${where.join(', ')}`])].join('; ')}`;
}

/** unfinishedProofItem is that line for a step that failed: what was signed, and where it is or is not. */
export function unfinishedProofItem({ signed, missing }: UnfinishedProof): string {
  if (signed === undefined) return '**Proof** nothing was signed';
  const lacking = missing.length === 0 ? '' : `; missing at ${missing.map(code).join(', ')}`;
  return `${proofItem(signed)}${lacking}`;
}

/** unfinishedProofData is the same for machines; undefined if nothing was signed. */
export function unfinishedProofData({ signed, missing }: UnfinishedProof): object | undefined {
  return signed && { ...proofData(signed), missing };
}

/** proofData is the same for machines, as in the output `results`. */
export function proofData({ by, isLogged, isEarlier, attestation, attached }: SignedTold): object {
  return {
    signedBy: by,
    logged: isLogged,
    earlier: isEarlier,
    ...(attestation === undefined ? {} : { attestation }),
    attached: attached.map(({ repository, digest }) => ({ repository: repositoryName(repository), digest })),
  };
}

import { repositoryName } from '../image/reference.ts';
import type { Receipt } from '../tags/write-tags.ts';

const DIFFERENT = 'The destinations serve the same image under different digests, and each was verified';
const WHY =
  'The layers were compressed at different times or by different engines. Deploy from each destination by its digest.';

/** The note in the summary, next to the digests. */
export const SEVERAL_DIGESTS = `${DIFFERENT}. ${WHY}`;

/**
 * explainDigests tells why destinations serve one image under several digests, and which has which; undefined if they
 * agree. A digest is of the compressed layers. An engine compresses them for each registry separately, and an image
 * that another engine published before is kept as it is.
 */
export function explainDigests({ destinations }: Receipt): string | undefined {
  const served = destinations.map(({ verified: { target, manifest } }) => ({ target, digest: manifest.digest }));
  if (new Set(served.map(({ digest }) => digest)).size === 1) return undefined;
  const each = served.map(({ target, digest }) => `${repositoryName(target)} has ${digest}`).join(', ');
  return `${DIFFERENT}: ${each}. ${WHY}`;
}

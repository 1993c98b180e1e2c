import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { LARGEST_DOCUMENT } from '../image/document.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { ociErrors, refusal } from './answers.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** Most bytes that we read of a manifest or a config. */
export const DOCUMENT_LIMIT = LARGEST_DOCUMENT;

/** All types of manifests: images, and whatever else registries have under tags and digests. */
export const ANY_MANIFEST = [
  ...Object.values(MEDIA_TYPES),
  'application/vnd.oci.artifact.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
  'application/vnd.docker.distribution.manifest.v1+json',
].join(', ');

/** How long we wait for the scan of an image, in milliseconds: scanners have queues. */
const SCAN = { most: 600_000, first: 1_000, longest: 10_000 };
/** Harbor's message for an image that must be scanned before it can be pulled ("scan on push" with a policy). */
const SCANNING = /"(?:Pending|Running|Scheduled)" status of vulnerability scanning/i;

function isScanned(answer: HttpAnswer): boolean {
  return answer.status === 412 && ociErrors(answer).some(({ message }) => SCANNING.test(message));
}

/** fetchDocument reads a complete manifest or config; undefined if it does not exist. */
export async function fetchDocument(access: Access, path: string, accept: string): Promise<HttpAnswer | undefined> {
  const registry = await access.session();
  const request = { method: 'GET', path, headers: { accept }, limit: DOCUMENT_LIMIT } as const;
  const answer = await untilSettled(access, {
    look: () => registry.send(request),
    settled: (seen) => !isScanned(seen),
    lag: SCAN,
  });
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw refusal(registry.asked(request), answer);
  return answer;
}

/** mismatch is the error if the registry serves bytes that do not have the digest. */
export function mismatch(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, {
    hint: 'Do not deploy it. Ask the operator of the registry (or of a proxy in front of it) why its content differs. Then push again.',
  });
}

import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import { type Manifest, parseManifest } from '../image/manifest.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { refusal } from './answers.ts';
import { DOCUMENT_LIMIT, fetchDocument, mismatch } from './documents.ts';
import type { ManifestName, Registry } from './registry.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** All four, always: with fewer, registries answer "unknown" or convert what they hold into something else. */
const ACCEPT = Object.values(MEDIA_TYPES).join(', ');

/** manifestsAt reads and writes manifests (distribution-spec, "Pulling manifests" and "Pushing Manifests"). */
export function manifestsAt(access: Access): Pick<Registry, 'readManifest' | 'awaitManifest' | 'put' | 'putTag'> {
  const { name: repository, base, session } = access;
  const readManifest = async (name: ManifestName): Promise<Manifest | undefined> => {
    const answer = await fetchDocument(access, `${base}/manifests/${name}`, ACCEPT);
    return answer === undefined ? undefined : checked(answer, `${repository} ${name}`, parseDigest(name));
  };
  const write = async (name: ManifestName, { bytes, mediaType }: Manifest): Promise<void> => {
    const path = `${base}/manifests/${name}`;
    const request = { method: 'PUT', path, headers: { 'content-type': mediaType }, body: bytes } as const;
    const registry = await session();
    const answer = await registry.send({ ...request, limit: DOCUMENT_LIMIT, stores: true });
    if (answer.status < 200 || answer.status > 204) throw refusal(registry.asked(request), answer);
  };
  return {
    readManifest,
    awaitManifest: (name, settled) => untilSettled(access, () => readManifest(name), settled),
    put: (manifest) => write(manifest.digest, manifest),
    putTag: (tag, { manifest }) => write(tag, manifest),
  };
}

/**
 * checked parses the exact bytes; a digest that was asked for, or that a header claims, must be theirs. Throws
 * DIGEST_MISMATCH or REGISTRY_ANSWER.
 */
function checked(answer: HttpAnswer, what: string, wanted: Digest | undefined): Manifest {
  const claimed = answer.headers['docker-content-digest'];
  const header = claimed === undefined ? undefined : parseDigest(claimed);
  if (wanted !== undefined && !matches(wanted, answer.body)) {
    throw mismatch(`The registry serves other bytes under the digest of ${what}.`);
  }
  if (claimed !== undefined && (header === undefined || !matches(header, answer.body))) {
    throw mismatch(`For ${what} the registry names the digest "${claimed}", which is not that of the bytes it serves.`);
  }
  try {
    return parseManifest(answer.body, answer.headers['content-type'] ?? '');
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new ActionError('REGISTRY_ANSWER', `What the registry serves for ${what} is no image: ${cause.message}.`, {
      hint: 'Check that "image" names a registry and not a web page, and what has been pushed under this name.',
      cause,
    });
  }
}

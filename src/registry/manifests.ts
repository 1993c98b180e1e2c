import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import type { Question } from '../image/known-answers.ts';
import { type Manifest, parseManifest } from '../image/manifest.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import type { Attempt } from '../time/persistence.ts';
import { FINAL } from '../time/retry.ts';
import { ociErrors, refusal } from './answers.ts';
import { DOCUMENT_LIMIT, fetchDocument, mismatch } from './documents.ts';
import type { ManifestName, Registry } from './registry.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** Always all four: with fewer, registries answer "unknown" or convert the manifest into another type. */
const ACCEPT = Object.values(MEDIA_TYPES).join(', ');

/** manifestsAt reads and writes manifests (distribution-spec, "Pulling manifests" and "Pushing Manifests"). */
export function manifestsAt(access: Access): Pick<Registry, 'readManifest' | 'awaitManifest' | 'put' | 'putTag'> {
  const { name: repository, base } = access;
  const readManifest = async (name: ManifestName): Promise<Manifest | undefined> => {
    const answer = await fetchDocument(access, `${base}/manifests/${name}`, ACCEPT);
    return answer === undefined ? undefined : checked(answer, `${repository} ${name}`, parseDigest(name));
  };
  return {
    readManifest,
    awaitManifest: (name, settled) => untilSettled(access, { look: () => readManifest(name), settled }),
    put: async (manifest) => void (await putManifest(access, { name: manifest.digest, manifest })),
    putTag: async (tag, { manifest }) => void (await putManifest(access, { name: tag, manifest })),
  };
}

/** The manifest to put, and its name; `headers` are those of a condition. */
export type ManifestPut = {
  readonly name: ManifestName;
  readonly manifest: Pick<Manifest, 'bytes' | 'mediaType'>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** putManifest is `sendManifest`, but throws if the manifest was not accepted. */
async function putManifest(access: Access, put: ManifestPut): Promise<HttpAnswer | undefined> {
  const answer = await sendManifest(access, put);
  if (answer === undefined || isTaken(answer)) return answer;
  throw await notTaken(access, put, answer);
}

/** isTaken tells whether an answer means that a manifest was accepted. */
export function isTaken({ status }: HttpAnswer): boolean {
  return status >= 200 && status <= 204;
}

/** notTaken is the error that says why a manifest was not accepted. */
export async function notTaken(
  { base, session }: Access,
  { name, manifest: { mediaType, bytes } }: ManifestPut,
  answer: HttpAnswer,
): Promise<ActionError> {
  const asked = (await session()).asked({ method: 'PUT', path: `${base}/manifests/${name}` });
  return refusal({ ...asked, puts: kindOf(mediaType, bytes) }, answer);
}

/**
 * sendManifest puts a manifest, and retries as long as that may help. If only the answer was lost, the manifest exists:
 * it is not put again, because Harbor would scan it again, and there is no answer. A part that the registry does not
 * have yet may appear soon.
 */
export async function sendManifest(
  access: Access,
  { name, manifest: { bytes, mediaType }, headers: condition }: ManifestPut,
): Promise<HttpAnswer | undefined> {
  const path = `${access.base}/manifests/${name}`;
  const headers = { 'content-type': mediaType, ...condition };
  const request = { method: 'PUT', path, headers, body: bytes, limit: DOCUMENT_LIMIT, stores: true } as const;
  const registry = await access.session();
  let isAgain = false;
  const put = async (): Promise<Attempt<HttpAnswer | undefined>> => {
    if (isAgain && (await isThere(access, name, bytes))) return { result: () => undefined, transience: FINAL };
    isAgain = true;
    return registry.attempt(request);
  };
  return untilSettled(access, {
    look: () => registry.persist(put, access.signal),
    settled: (seen) => seen === undefined || !lacksBlobs(seen),
    lag: LACKING,
  });
}

/** How long a registry may need to see the blobs that it has accepted, in milliseconds. */
const LACKING = { most: 8_000, first: 1_000, longest: 4_000 };

function lacksBlobs(answer: HttpAnswer): boolean {
  return answer.status >= 400 && ociErrors(answer).some(({ code }) => code === 'MANIFEST_BLOB_UNKNOWN');
}

async function isThere({ base, session }: Access, name: ManifestName, bytes: Uint8Array): Promise<boolean> {
  const request = {
    method: 'GET',
    path: `${base}/manifests/${name}`,
    headers: { accept: ACCEPT },
    limit: DOCUMENT_LIMIT,
  };
  const answer = await (await session()).sendOnce({ ...request, method: 'GET' }).catch(() => undefined);
  return answer?.status === 200 && Buffer.from(answer.body).equals(bytes);
}

/** Kinds that not every registry accepts. */
function kindOf(mediaType: string, bytes: Uint8Array): Question | undefined {
  if (mediaType === MEDIA_TYPES.ociIndex || mediaType === MEDIA_TYPES.dockerList) return 'index';
  if (new TextDecoder().decode(bytes).includes('application/vnd.in-toto+json')) return 'attestation';
  return mediaType === MEDIA_TYPES.dockerManifest ? 'docker-manifest' : undefined;
}

/**
 * checked parses the exact bytes; they must have the digest that was requested and the one in the header. Throws
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
      hint: 'Check that "image" names a registry and not a web page, and what was pushed under this name.',
      cause,
    });
  }
}

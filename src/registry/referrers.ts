import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { parseReferrer, type Referrer } from '../image/referrer.ts';
import { fallbackTag, type ReferrerTag } from '../image/referrer-tag.ts';
import { entryOf, readReferrersList } from '../image/referrers-list.ts';
import { ociErrors, refusal } from './answers.ts';
import { ANY_MANIFEST, fetchDocument, mismatch } from './documents.ts';
import { FallbackList } from './fallback-list.ts';
import { listPlace, refused } from './list-place.ts';
import { nextQuery, type Page, readPages } from './listing.ts';
import { isTaken, sendManifest } from './manifests.ts';
import type { Registry } from './registry.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** Longest page of a list of referrers, in bytes. */
const PAGE_LIMIT = 4 * 1024 * 1024;
/** If a registry says that it knows the subject: how long it may need to list the referrer, in milliseconds. */
const UNTIL_LISTED = { most: 10_000, first: 250, longest: 2_000 };

type Methods = 'listReferrers' | 'readReferrer' | 'attach' | 'keepAttached' | 'putReferrerTag';

/**
 * referrersAt lists, reads and puts referrers of images (distribution-spec 1.1, "Listing Referrers", "Referrers Tag
 * Schema", "Pushing Manifests with Subject").
 */
export function referrersAt(access: Access): Pick<Registry, Methods> {
  const indexes = new Map<ReferrerTag, FallbackList>();
  const indexOf = (subject: Digest): FallbackList => {
    const tag = fallbackTag(subject);
    const index = indexes.get(tag) ?? new FallbackList(listPlace(access, subject));
    indexes.set(tag, index);
    return index;
  };
  const byApi = referrersApi(access);
  const isListed = async (digest: Digest, subject: Digest): Promise<boolean> => {
    const look = () => byApi(subject);
    const settled = (seen: readonly Digest[] | undefined) => seen === undefined || seen.includes(digest);
    return (await untilSettled(access, { look, settled, lag: UNTIL_LISTED }))?.includes(digest) === true;
  };
  return {
    listReferrers: async (subject, by) => {
      const lists = await Promise.all([
        by === 'tag' ? undefined : byApi(subject),
        by === 'api' ? undefined : listUnderTag(access, subject),
      ]);
      return [...new Set(lists.flatMap((list) => list ?? []))];
    },
    readReferrer: (digest, subject) => readReferrer(access, digest, subject),
    attach: async (referrer) => {
      const { manifest, subject } = referrer;
      const put = { name: manifest.digest, manifest };
      const answer = await sendManifest(access, put);
      if (answer !== undefined && !isTaken(answer)) {
        throw await refused(access, { put, answer, what: `${manifest.digest}, which is attached to ${subject}` });
      }
      // If the answer was lost, only the list shows it. And ECR knows subjects, but does not list all referrers.
      const mayBeListed = answer === undefined || parseDigest(answer.headers['oci-subject'] ?? '') === subject;
      if (mayBeListed && (await isListed(manifest.digest, subject))) return;
      await indexOf(subject).add(entryOf(referrer));
    },
    keepAttached: async () => void (await Promise.all([...indexes.values()].map((index) => index.keep()))),
    putReferrerTag: async (tag, manifest) => {
      const put = { name: tag, manifest };
      const answer = await sendManifest(access, put);
      if (answer !== undefined && !isTaken(answer))
        throw await refused(access, { put, answer, what: `the tag ${tag}` });
    },
  };
}

/** referrersApi reads the registry's own list; undefined if it has none, which is remembered. */
export function referrersApi(access: Access): (subject: Digest) => Promise<readonly Digest[] | undefined> {
  let isThereAny = true;
  return async (subject) => {
    const base = `${access.base}/referrers/${subject}`;
    const registry = await access.session();
    const read = async (query: string): Promise<Page<Digest>> => {
      // We use no filter: the types in a list may be wrong.
      const path = query === '' ? base : `${base}?${query}`;
      const request = { method: 'GET', path, headers: { accept: MEDIA_TYPES.ociIndex }, limit: PAGE_LIMIT } as const;
      const answer = await registry.send(request);
      if (query === '' && isWithoutApi(answer)) {
        // If a repository or a manifest does not exist yet, we do not know whether its registry has the API.
        isThereAny = ociErrors(answer).some(({ code }) => NOT_THERE.includes(code));
        throw new NoApi();
      }
      if (answer.status !== 200) throw refusal(registry.asked(request), answer);
      return { entries: digestsIn(answer), next: nextQuery(answer.headers.link, registry.asked(request).url) };
    };
    if (!isThereAny) return undefined;
    return readPages(read, '').catch((error: unknown) => {
      if (error instanceof NoApi) return undefined;
      throw error;
    });
  };
}

class NoApi extends Error {}

/** The statuses of registries for unknown requests: not found, no such method, no such type, not implemented. */
const NO_SUCH_PLACE: readonly number[] = [404, 405, 406, 501];
/** Something does not exist, so nothing is listed for it. Quay answers so for a manifest that it does not have. */
const NOT_THERE: readonly string[] = ['NAME_UNKNOWN', 'MANIFEST_UNKNOWN'];

function isWithoutApi(answer: HttpAnswer): boolean {
  const isSaid = () => ociErrors(answer).some(({ code }) => [...NOT_THERE, 'UNSUPPORTED'].includes(code));
  return NO_SUCH_PLACE.includes(answer.status) || (answer.status >= 400 && isSaid());
}

/** Only the digests count: all else is read from the manifests themselves. */
function digestsIn({ body }: HttpAnswer): readonly Digest[] {
  let manifests: unknown;
  try {
    ({ manifests } = JSON.parse(new TextDecoder().decode(body)) as { readonly manifests?: unknown });
  } catch {
    manifests = undefined;
  }
  // Servers in Go write null for an empty list.
  if (manifests === null) return [];
  const digests = Array.isArray(manifests)
    ? manifests.map((entry) => parseDigest(String((entry as { readonly digest?: unknown } | null)?.digest)))
    : [undefined];
  if (digests.every((digest) => digest !== undefined)) return digests;
  throw strange('The list of what is attached to a manifest is not an image index.');
}

/**
 * Some registries (GitLab's) read such a tag as the digest, and some programs tag images so: the image itself is no
 * list.
 */
async function listUnderTag(access: Access, subject: Digest): Promise<readonly Digest[]> {
  const tag = fallbackTag(subject);
  const answer = await fetchDocument(access, `${access.base}/manifests/${tag}`, ANY_MANIFEST);
  if (answer === undefined || matches(subject, answer.body)) return [];
  return inWords(`${access.name}:${tag}`, () => {
    const { entries } = readReferrersList(answer.body, answer.headers['content-type'] ?? '');
    return entries.map(({ digest }) => digest);
  });
}

async function readReferrer(access: Access, digest: Digest, subject: Digest): Promise<Referrer | undefined> {
  const answer = await fetchDocument(access, `${access.base}/manifests/${digest}`, ANY_MANIFEST);
  if (answer === undefined) return undefined;
  if (!matches(digest, answer.body))
    throw mismatch(`The registry serves other bytes under the digest ${digest} of ${access.name}.`);
  return inWords(`${access.name}@${digest}`, () => {
    const referrer = parseReferrer(answer.body, answer.headers['content-type'] ?? '');
    if (referrer.subject !== subject)
      throw new ManifestProblem(`it is attached to ${referrer.subject}, and not to ${subject}, where it is listed`);
    // Our own hash is a SHA-256; the registry may use another algorithm.
    return { ...referrer, manifest: { ...referrer.manifest, digest } };
  });
}

function inWords<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw strange(`${what} is listed as attached to an image, and cannot be used: ${cause.message}.`, cause);
  }
}

function strange(message: string, cause?: unknown): ActionError {
  return new ActionError('REGISTRY_ANSWER', message, {
    hint: 'Check what was pushed to this repository, and ask the operator of the registry.',
    cause,
  });
}

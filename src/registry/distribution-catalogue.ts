import { ActionError, asError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { type Digest, digestOf, matches, parseDigest } from '../image/digest.ts';
import type { Removal } from '../image/own-list.ts';
import { ociErrors, refusal } from './answers.ts';
import type { Catalogue, CatalogueOptions, Document, OpenCatalogue } from './catalogue.ts';
import { ANY_MANIFEST, DOCUMENT_LIMIT, fetchDocument, mismatch } from './documents.ts';
import { listTags } from './listing.ts';
import { type AccessSurroundings, openAccess } from './open-access.ts';
import { referrersApi } from './referrers.ts';
import { type Access, untilSettled } from './repository-client.ts';
import { grantsOf } from './token.ts';

/** Most bytes that we read of an answer to a deletion. */
const SAID_LIMIT = 64 * 1024;

/** distributionCatalogue opens repositories of registries that speak the distribution specification (1.0 and 1.1). */
export function distributionCatalogue(surroundings: AccessSurroundings): OpenCatalogue {
  return async ({ deletes, ...options }: CatalogueOptions): Promise<Catalogue> => {
    const { path } = options.repository;
    const access = await openAccess({ ...options, actions: deletes ? 'pull,delete' : 'pull' }, surroundings);
    return {
      authenticate: async () => (await access.session()).signIn(),
      mayDelete: async () => {
        const token = await (await access.session()).ownToken();
        const grants = token && grantsOf(token);
        return grants?.some(
          ({ type, name, actions }) =>
            type === 'repository' && name === path && (actions.includes('delete') || actions.includes('*')),
        );
      },
      listTags: () => listTags(access),
      // The specification has no list of manifests.
      listManifests: async () => undefined,
      digestUnder: (tag) => digestUnder(access, tag),
      readDocument: (name) => readDocument(access, name),
      readBlob: async (digest) => {
        const answer = await fetchDocument(access, `${access.base}/blobs/${digest}`, '*/*');
        if (answer !== undefined && !matches(digest, answer.body))
          throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
        return answer?.body;
      },
      listReferrers: referrersApi(access),
      remove: ({ digest }) => remove(access, digest),
      awaitGone: async (digest) =>
        !(await untilSettled(access, { look: () => isThere(access, digest), settled: (seen) => !seen })),
      close: access.close,
    };
  };
}

async function readDocument(access: Access, name: string | Digest): Promise<Document | undefined> {
  const answer = await fetchDocument(access, `${access.base}/manifests/${name}`, ANY_MANIFEST);
  if (answer === undefined) return undefined;
  const wanted = parseDigest(name);
  if (wanted !== undefined && !matches(wanted, answer.body))
    throw mismatch(`The registry serves other bytes under the digest ${name} of ${access.name}.`);
  const mediaType = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return { bytes: answer.body, digest: wanted ?? shownDigest(answer) ?? digestOf(answer.body), mediaType };
}

/**
 * The digest in the header, if these bytes have it: if its algorithm is another one, the registry would not know our
 * digest.
 */
function shownDigest({ headers, body }: HttpAnswer): Digest | undefined {
  const claimed = parseDigest(headers['docker-content-digest'] ?? '');
  return claimed !== undefined && matches(claimed, body) ? claimed : undefined;
}

async function digestUnder(access: Access, tag: string): Promise<Digest | undefined> {
  const registry = await access.session();
  const path = `${access.base}/manifests/${tag}`;
  const request = { method: 'HEAD', path, headers: { accept: ANY_MANIFEST }, limit: 0 } as const;
  const { status, headers } = await registry.send(request);
  if (status === 404) return undefined;
  const claimed = status === 200 ? parseDigest(headers['docker-content-digest'] ?? '') : undefined;
  // Some registries do not answer HEAD, or do not name the digest there.
  return claimed ?? (await readDocument(access, tag))?.digest;
}

async function isThere(access: Access, digest: Digest): Promise<boolean> {
  const registry = await access.session();
  const path = `${access.base}/manifests/${digest}`;
  const request = { method: 'GET', path, headers: { accept: ANY_MANIFEST }, limit: DOCUMENT_LIMIT } as const;
  const answer = await registry.send(request);
  if (answer.status === 404) return false;
  if (answer.status === 200) return true;
  throw refusal(registry.asked(request), answer);
}

/** What registries say if one of their rules keeps a manifest: locked, immutable, in use, under retention. */
const PROTECTED = /protect|lock|immutab|referenced|in use|still tagged|dangling|retention|disallowed|quarantin/i;

const NOT_DELETED =
  'Give the account permission to pull and delete in this repository, and nothing else. If it has that, deletion may be disabled at the registry.';

async function remove(access: Access, digest: Digest): Promise<Removal> {
  const registry = await access.session();
  const path = `${access.base}/manifests/${digest}`;
  const request = { method: 'DELETE', path, headers: {}, limit: SAID_LIMIT } as const;
  let answer: HttpAnswer;
  try {
    answer = await registry.sendOnce(request);
  } catch (thrown) {
    access.signal.throwIfAborted();
    if (!(thrown instanceof ActionError)) throw asError(thrown);
    return { kind: 'doubtful', error: thrown };
  }
  const { status } = answer;
  if ((status >= 200 && status < 300) || status === 404) return { kind: 'sent' };
  const said = ociErrors(answer)
    .map(({ code, message }) => `${code} ${message}`)
    .join('; ');
  const { code, message } = refusal(registry.asked(request), answer);
  const error = new ActionError(code, message, { hint: NOT_DELETED });
  if (status < 500 && (status === 409 || status === 412 || status === 423 || PROTECTED.test(said)))
    return { kind: 'protected', says: said === '' ? `status ${status}` : said };
  return { kind: status < 500 && status !== 408 ? 'refused' : 'doubtful', error };
}

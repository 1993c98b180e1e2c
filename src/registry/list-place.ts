import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { type Digest, digestOf, matches } from '../image/digest.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { fallbackTag } from '../image/referrer-tag.ts';
import { understood } from './answers.ts';
import { ANY_MANIFEST, fetchDocument } from './documents.ts';
import type { Condition, ListPlace, Shown } from './fallback-list.ts';
import { isTaken, type ManifestPut, notTaken, sendManifest } from './manifests.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** The first and the longest pause between two tries to write a list, in milliseconds. */
const PAUSE = { first: 100, longest: 3_000 };
/** The status if a condition does not hold (RFC 9110, 15.5.13), or if a write collides with another one. */
const NOT_SO: readonly number[] = [409, 412];

/** listPlace is the fallback tag of a manifest in a repository. */
export function listPlace(access: Access, subject: Digest): ListPlace {
  const { base, name, clock, signal } = access;
  const tag = fallbackTag(subject);
  const look = async (): Promise<Shown | undefined> => {
    const answer = await fetchDocument(access, `${base}/manifests/${tag}`, ANY_MANIFEST);
    if (answer === undefined) return undefined;
    const { body: bytes, headers } = answer;
    const mediaType = headers['content-type'] ?? '';
    const isSubject = matches(subject, bytes);
    return { digest: digestOf(bytes), bytes, mediaType, etag: strongTag(headers.etag), isSubject };
  };
  return {
    name: `${name}:${tag}`,
    look,
    lookAfter: (before) => untilSettled(access, { look, settled: (seen) => seen?.digest !== before }),
    write: async (bytes, condition) => {
      const manifest = { bytes, mediaType: MEDIA_TYPES.ociIndex };
      const put = { name: tag, manifest, headers: headersOf(condition) };
      const answer = await sendManifest(access, put);
      if (answer === undefined || isTaken(answer)) return true;
      const asked = (await access.session()).asked({ method: 'PUT', path: `${base}/manifests/${tag}` });
      const isRefused = understood(asked, answer) !== undefined;
      if (condition.kind !== 'none' && NOT_SO.includes(answer.status) && !isRefused) return false;
      throw await refused(access, { put, answer, what: `the tag ${tag}, which lists what is attached to an image` });
    },
    hasManifest: async (digest) =>
      (await fetchDocument(access, `${base}/manifests/${digest}`, ANY_MANIFEST)) !== undefined,
    pause: (round) =>
      clock.sleep(Math.min(PAUSE.first * 2 ** (round - 1), PAUSE.longest) * (0.5 + Math.random()), signal),
  };
}

/**
 * A weak ETag says only that nothing relevant has changed; it cannot be the condition of a write (RFC 9110, 13.1.1).
 */
function strongTag(etag: string | undefined): string | undefined {
  return etag?.startsWith('"') ? etag : undefined;
}

function headersOf(condition: Condition): Readonly<Record<string, string>> {
  if (condition.kind === 'unchanged') return { 'if-match': condition.etag };
  return condition.kind === 'absent' ? { 'if-none-match': '*' } : {};
}

/** Errors that do not concern access, a limit or something missing: the registry does not accept such a thing. */
const REFUSALS: readonly string[] = ['REGISTRY_ANSWER', 'TAG_EXISTS', 'PUSH_FAILED'];
/** From a registry that has just accepted an image, this status means the same (RFC 9110, 15.5.6). */
const NOT_ALLOWED = 405;

/** The object that was rejected; `what` names it for people. */
type Refused = { readonly put: ManifestPut; readonly answer: HttpAnswer; readonly what: string };

/** refused is the error if a registry does not accept a referrer; for other answers, it is their own error. */
export async function refused(access: Access, { put, answer, what }: Refused): Promise<ActionError> {
  const error = await notTaken(access, put, answer);
  const isFixed = error.code === 'TAG_EXISTS';
  if (!REFUSALS.includes(error.code) && answer.status !== NOT_ALLOWED) return error;
  const message = isFixed
    ? `The registry does not allow ${what} to be overwritten: ${error.message}`
    : `The registry rejected ${what}: ${error.message}`;
  return new ActionError('REFERRER_REFUSED', message, { hint: isFixed ? FIXED_HINT : REFUSED_HINT, cause: error });
}

const FIXED_HINT =
  'This registry has no referrers API, so the list of what is attached to an image is under a tag such as "sha256-<digest>", and is overwritten for each new entry: exclude tags of this form from the rule that makes tags immutable.';
const REFUSED_HINT =
  'Check whether this registry accepts manifests with a "subject" (OCI 1.1), and of which types. A newer version may.';

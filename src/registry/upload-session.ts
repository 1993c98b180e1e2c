import { ActionError } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import type { StreamedBody } from '../http/streamed-body.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import { FINAL, type Transience } from '../time/retry.ts';
import { ociErrors, refusal } from './answers.ts';
import { nextHop } from './redirects.ts';
import type { Access } from './repository-client.ts';
import type { Request, Session } from './session.ts';

/** Most bytes that we read of an answer to an upload; successful answers have almost no body. */
const ANSWER_LIMIT = 64 * 1024;
/** How long closing an upload may take, in milliseconds: after a cancellation there is little time. */
const CLOSING = 2_000;
const OCTETS = { 'content-type': 'application/octet-stream' };

/** Why one try of an upload failed: the error, and whether another try may succeed. */
export class Setback extends Error {
  override readonly name = 'Setback';
  readonly transience: Transience;
  /** Undefined if there was no answer. */
  readonly answer: HttpAnswer | undefined;

  constructor(cause: unknown, transience: Transience, answer?: HttpAnswer) {
    super('the upload failed', { cause });
    this.transience = transience;
    this.answer = answer;
  }
}

/** A blob that another repository on the registry may have. */
export type Mount = { readonly from: string; readonly blob: Descriptor };

/**
 * UploadSession is one upload from its POST to its last PUT (distribution-spec, "Pushing a blob monolithically" and "in
 * chunks"). Disposing it cancels an upload that is still open. Every method throws a Setback.
 */
export class UploadSession implements AsyncDisposable {
  readonly #session: Session;
  readonly #signal: AbortSignal;
  /** Undefined if there is nothing to cancel. */
  #location: URL | undefined;

  private constructor(session: Session, signal: AbortSignal, location: URL | undefined) {
    this.#session = session;
    this.#signal = signal;
    this.#location = location;
  }

  /** open starts an upload, or mounts the blob if that is requested and works. */
  static async open(access: Access, signal: AbortSignal, mount?: Mount): Promise<UploadSession> {
    const session = await access.session();
    const path = `${access.base}/blobs/uploads/`;
    const post: Request = { method: 'POST', path, headers: {}, limit: ANSWER_LIMIT, signal, stores: true };
    const mounted =
      mount !== undefined && session.mayMount
        ? await tryMount(access, mount, { ...post, path: `${path}${queryOf(mount)}` })
        : undefined;
    const answer = mounted ?? (await ask(session, post, [202]));
    return new UploadSession(session, signal, answer.status === 201 ? undefined : locationOf(session, post, answer));
  }

  /** Whether the registry has the blob now, and nothing is left to do. */
  get isMounted(): boolean {
    return this.#location === undefined;
  }

  /** patch appends the whole body, of any length. */
  async patch(body: StreamedBody): Promise<void> {
    const request = this.#request('PATCH', this.#at(), body);
    // The specification wants 202; Amazon's registry says 201, and some say 204.
    const answer = await ask(this.#session, request, [201, 202, 204]);
    if (answer.headers.location !== undefined) this.#location = locationOf(this.#session, request, answer);
  }

  /** put ends the upload, with the whole blob as its body or after it was sent. */
  async put(digest: Digest, body?: StreamedBody): Promise<void> {
    await ask(this.#session, this.#request('PUT', withDigest(this.#at(), digest), body), [200, 201, 202, 204]);
    this.#location = undefined;
  }

  /** An open upload takes space on the registry until a cleanup; not every account may cancel it. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#location === undefined) return;
    const request = { ...this.#request('DELETE', this.#location.href), signal: AbortSignal.timeout(CLOSING) };
    await this.#session.leave(request).catch(() => undefined);
  }

  #at(): string {
    return this.#location?.href ?? '';
  }

  #request(method: 'PUT' | 'PATCH' | 'DELETE', path: string, body?: StreamedBody): Request {
    const content = body === undefined ? { headers: {} } : { headers: OCTETS, body };
    return { method, path, ...content, limit: ANSWER_LIMIT, signal: this.#signal, stores: true };
  }
}

/** Registries that cannot mount open an ordinary upload; if they reject the mount, we ask for an upload. */
async function tryMount({ session, warn }: Access, { from }: Mount, request: Request): Promise<HttpAnswer | undefined> {
  try {
    return await ask(await session(), request, [201, 202]);
  } catch (error) {
    if (!(error instanceof Setback) || error.answer === undefined || error.transience.kind !== 'final') throw error;
    if ([401, 403].includes(error.answer.status)) {
      warn(`the credential may not read ${from}, so layers are uploaded, and not mounted from there`);
    }
    return undefined;
  }
}

function queryOf({ from, blob }: Mount): string {
  return `?mount=${encodeURIComponent(blob.digest)}&from=${encodeURIComponent(from)}`;
}

/** One request of an upload; its status must be one of `accepts`. */
async function ask(session: Session, request: Request, accepts: readonly number[]): Promise<HttpAnswer> {
  const { result, transience } = await session.attempt(request);
  let answer: HttpAnswer;
  try {
    answer = result();
  } catch (error) {
    throw new Setback(error, transience);
  }
  if (accepts.includes(answer.status)) return answer;
  const error = refusal(session.asked(request), answer);
  throw new Setback(error, isLost(answer) ? { kind: 'transient' } : transience, answer);
}

/** The registry no longer knows the upload, or something changed its bytes: the upload can start again. */
function isLost(answer: HttpAnswer): boolean {
  const codes = ociErrors(answer).map(({ code }) => code);
  return answer.status === 416 || codes.includes('BLOB_UPLOAD_UNKNOWN') || codes.includes('DIGEST_INVALID');
}

/** Errors of the blob or its place, and not of the method of the upload. */
const NO_OTHER_WAY = ['DIGEST_INVALID', 'BLOB_UPLOAD_UNKNOWN', 'NAME_UNKNOWN', 'NAME_INVALID', 'TOOMANYREQUESTS'];

/** isOfItsWay tells whether a PUT was rejected for its method, so that another one may work. */
export function isOfItsWay(error: unknown): boolean {
  const answer = error instanceof Setback ? error.answer : undefined;
  if (answer === undefined) return false;
  const codes = ociErrors(answer).map(({ code }) => code);
  return [400, 404, 405, 411, 415, 501].includes(answer.status) && !codes.some((code) => NO_OTHER_WAY.includes(code));
}

/** mayBeThere is true if a rejection may mean that the blob exists, and must not be stored again. */
export function mayBeThere(error: unknown): boolean {
  return error instanceof Setback && [400, 404].includes(error.answer?.status ?? 0);
}

/**
 * The address at which an upload continues. A registry behind a proxy may not know that clients use TLS or another
 * port. Then its own name and the path of uploads are enough, and we keep the connection. Anything else follows the
 * rules for redirects.
 */
function locationOf(session: Session, request: Request, answer: HttpAnswer): URL {
  const { url } = session.asked(request);
  const location = answer.headers.location ?? '';
  if (location === '') {
    const error = new ActionError(
      'REGISTRY_ANSWER',
      `${url.host} accepted an upload, but does not say where to send it.`,
      {
        hint: 'Check the proxy in front of the registry: it may remove the header "Location" from answers.',
      },
    );
    throw new Setback(error, FINAL);
  }
  const named = URL.parse(location, url.href);
  const isHere = named?.hostname === url.hostname && /^https?:$/.test(named.protocol);
  const lostTls = isHere && named.protocol === 'http:' && url.protocol === 'https:';
  const lostPort = isHere && named.port === '' && url.port !== '' && named.pathname.startsWith('/v2/');
  const next = lostTls || lostPort ? `${url.origin}${named.pathname}${named.search}` : location;
  try {
    return nextHop(url, { ...answer, headers: { ...answer.headers, location: next } });
  } catch (error) {
    throw new Setback(error, FINAL);
  }
}

/** The query of a Location belongs to the registry, and may be signed: we return it unchanged. */
function withDigest(location: string, digest: Digest): string {
  return `${location}${location.includes('?') ? '&' : '?'}digest=${encodeURIComponent(digest)}`;
}

import type { HttpHead, HttpRequest, HttpStream } from '../http/http.ts';
import { untrusted } from './answers.ts';
import { assertPrivate } from './authentication.ts';
import { originOf } from './endpoint.ts';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 10;

/** The answer after all redirects, and whether one of them left the registry's origin. */
export type Followed = { readonly answer: HttpStream; readonly isElsewhere: boolean };

export type Following = {
  readonly registry: URL;
  /** The credential, only for the registry. */
  readonly authorization: string | undefined;
  readonly open: (request: HttpRequest) => Promise<HttpStream>;
};

/**
 * follow sends a request and follows redirects. The credential goes only to the registry's own origin, and never again
 * after a redirect has left it. Writes stay within that origin. Throws REGISTRY_UNTRUSTED.
 */
export async function follow(request: HttpRequest, { registry, authorization, open }: Following): Promise<Followed> {
  const { method, url: first } = request;
  let url = first;
  let hasLeft = originOf(url) !== originOf(registry);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const isSigned = authorization !== undefined && !hasLeft;
    if (isSigned) assertPrivate(url);
    const headers = isSigned ? { ...request.headers, authorization } : request.headers;
    const answer = await open({ ...request, url, headers });
    if (!REDIRECTS.includes(answer.status)) return { answer, isElsewhere: hasLeft };
    answer.cancel();
    const next = nextHop(url, answer);
    hasLeft ||= originOf(next) !== originOf(registry);
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && (hasLeft || !keepsMethod(request, answer))) {
      throw untrusted(
        `${method} ${first.pathname} was redirected to ${next.host}, and uploads are only sent to the registry.`,
      );
    }
    url = next;
  }
  throw untrusted(`${first.pathname} was redirected more than ${MOST_REDIRECTS} times.`);
}

/**
 * Tells whether a write may be sent again to the target of a redirect: by its status, or for a POST without a body,
 * where a registry behind a proxy can only mean this (a missing slash at the end).
 */
function keepsMethod({ method, body }: HttpRequest, { status }: HttpHead): boolean {
  if (status === 307 || status === 308) return true;
  return method === 'POST' && body === undefined && (status === 301 || status === 302);
}

/**
 * nextHop is the address in the `Location` of an answer, for a redirect or an upload (RFC 9110, 10.2.2). It may be
 * another host, but must not leave TLS or contain a user. Throws REGISTRY_UNTRUSTED.
 */
export function nextHop(from: URL, answer: HttpHead): URL {
  const next = URL.parse(answer.headers.location ?? '', from.href);
  if (next === null) throw untrusted(`${from.host} redirects to something that is not an address.`);
  const isDowngrade = from.protocol === 'https:' && next.protocol !== 'https:';
  if (isDowngrade || !/^https?:$/.test(next.protocol)) {
    throw untrusted(`${from.host} redirects to ${next.protocol}//${next.host}, away from TLS.`);
  }
  if (next.username !== '' || next.password !== '') {
    throw untrusted(`${from.host} redirects to an address with a user in it.`);
  }
  return next;
}

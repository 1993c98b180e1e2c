import type { HttpHead } from '../http/http.ts';
import { untrusted } from './answers.ts';

/**
 * nextHop is where an answer sends us by its `Location`, for a redirect or for an upload (RFC 9110, 10.2.2). It may
 * lead to another host, but not away from TLS, and not to an address with a user in it. Throws REGISTRY_UNTRUSTED.
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

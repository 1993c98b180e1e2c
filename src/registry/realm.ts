import { getDomain } from 'tldts';
import { isLoopback, originOf } from './endpoint.ts';

/** Token services that live on another domain than their registry, as their makers document them. */
const KNOWN_PAIRS: readonly (readonly [registry: string, realm: string])[] = [
  ['registry-1.docker.io', 'auth.docker.io'],
  ['registry.gitlab.com', 'gitlab.com'],
];

export type Judgement = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly problem: string };

/**
 * judgeRealm decides whether the address in a registry's challenge may be sent the credential for that registry: it
 * must be the registry's own origin, a known pair, or a host of the same registrable domain over TLS. A registry
 * that was taken over could otherwise have the password sent anywhere (CVE-2026-33540 and its kin).
 */
export function judgeRealm(realm: string, registry: URL): Judgement {
  const refuse = (problem: string): Judgement => ({ ok: false, problem });
  let url: URL;
  try {
    url = new URL(realm, registry);
  } catch {
    return refuse('it is not an address');
  }
  if (url.username !== '' || url.password !== '') return refuse('it names a user');
  if (originOf(url) === originOf(registry)) return { ok: true, url };
  if (isLoopback(registry.hostname) && isLoopback(url.hostname) && /^https?:$/.test(url.protocol)) {
    return { ok: true, url };
  }
  if (url.protocol !== 'https:') return refuse('it is not reached by TLS');
  if (KNOWN_PAIRS.some(([host, known]) => registry.host === host && url.host === known)) return { ok: true, url };
  const domain = registrableDomain(registry.hostname);
  if (domain !== undefined && domain === registrableDomain(url.hostname)) return { ok: true, url };
  return refuse("it is neither the registry's own host nor of its domain");
}

/** registrableDomain knows suffixes under which anyone gets a name (`azurecr.io`), and has none for an address. */
function registrableDomain(hostname: string): string | undefined {
  return getDomain(hostname, { allowPrivateDomains: true, allowIcannDomains: true }) ?? undefined;
}

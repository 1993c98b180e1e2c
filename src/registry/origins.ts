import { isLoopback } from '../text/loopback.ts';
import { originOf } from './endpoint.ts';

/** Token services on another domain than their registry, as their makers document them. */
const KNOWN_PAIRS: readonly (readonly [registry: string, realm: string])[] = [
  ['registry-1.docker.io', 'auth.docker.io'],
  ['registry.gitlab.com', 'gitlab.com'],
];

/**
 * Domains that are missing from the Public Suffix List, and under which anyone can get a host: clouds, hosted
 * registries, and names that contain IP addresses. There only the registry's own host counts as its own.
 */
const SHARED_DOMAINS: readonly string[] = [
  ...['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'on.aws', 'on.amazonwebservices.com.cn'],
  ...['azurecr.io', 'azurecr.cn', 'azurecr.us', 'azure.com', 'azure.cn', 'azure.us', 'azurecontainerapps.io'],
  ...['windows.net', 'cloudapp.net', 'pkg.dev', 'gcr.io', 'googleusercontent.com', 'github.io', 'app.github.dev'],
  ...['jfrog.io', 'scw.cloud', 'ocir.io', 'icr.io', 'vultrcr.com', 'cloudsmith.io', 'buildkite.com', 'repsy.io'],
  ...['container-registry.com', 'c8n.io', 'ovh.net', 'ionos.com', 'gitpod.io', 'cr.yandex', 'ntruss.com'],
  ...['aliyuncs.com', 'myhuaweicloud.com', 'tencentcloudcr.com', 'tencentyun.com', 'tencent.com', 'volces.com'],
  ...['nip.io', 'sslip.io', 'xip.io', 'traefik.me', 'lvh.me', 'localtest.me', 'vcap.me', 'ts.net', 'ngrok.io'],
];

export type RealmRules = {
  readonly registry: URL;
  /** Hosts that the user has named, with the port if it is not that of the scheme. */
  readonly authHosts: readonly string[];
};

export type Judgement = { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly problem: string };

/**
 * judgeRealm decides whether the credential of a registry may be sent to the address in its challenge. Allowed are the
 * registry's own origin, or over TLS: its host, a known pair, a host in `auth-hosts`, or one of the same registrable
 * domain. On this machine, each port may belong to somebody else: there it must be exactly the same origin, or named.
 * Otherwise, a registry under attack could have the password sent anywhere (CVE-2026-33540 and similar).
 */
export async function judgeRealm(realm: string, { registry, authHosts }: RealmRules): Promise<Judgement> {
  const refuse = (problem: string): Judgement => ({ ok: false, problem });
  if (realm === '') return refuse('it names none');
  const url = URL.parse(realm, registry.href);
  if (url === null) return refuse('it is not an address');
  if (url.username !== '' || url.password !== '') return refuse('it names a user');
  if (originOf(url) === originOf(registry)) return { ok: true, url };
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return refuse('it does not use TLS');
  }
  if (authHosts.includes(url.host)) return { ok: true, url };
  if (isLoopback(url.hostname)) return refuse('it is another service on this machine, and not in "auth-hosts"');
  if (url.hostname === registry.hostname) return { ok: true, url };
  if (KNOWN_PAIRS.some(([host, known]) => registry.host === host && url.host === known)) return { ok: true, url };
  if (await haveOneDomain(registry.hostname, url.hostname)) return { ok: true, url };
  return refuse("it is neither the registry's own host nor of its domain");
}

/**
 * haveOneDomain compares registrable domains by the Public Suffix List with its private part, which has most of the
 * suffixes under which anyone can get a name. An address has no domain. The list is large and rarely needed, so we load
 * it here.
 */
async function haveOneDomain(one: string, other: string): Promise<boolean> {
  const { getDomain } = await import('tldts');
  const isBelow = (host: string) => SHARED_DOMAINS.some((shared) => host === shared || host.endsWith(`.${shared}`));
  if (isBelow(one) || isBelow(other)) return false;
  const domain = getDomain(one, { allowPrivateDomains: true });
  return domain !== null && domain === getDomain(other, { allowPrivateDomains: true });
}

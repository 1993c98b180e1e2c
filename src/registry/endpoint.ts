import type { HttpRequest } from '../http/http.ts';
import { DOCKER_HUB } from '../image/reference.ts';

/** The host that serves the API for a registry's name; Docker Hub's differs from what people write. */
export function apiHost(registry: string): string {
  return registry === DOCKER_HUB ? 'registry-1.docker.io' : registry;
}

/** originOf is the scheme, host and port to which a credential belongs. */
export function originOf(url: URL): string {
  return `${url.protocol}//${url.hostname.toLowerCase()}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** redacted is an address fit to print: no user, no query, since signed addresses carry their secret there. */
export function redacted(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

const PING_LIMIT = 64 * 1024;

/** pingOf is the first question to a registry: is it one, and what login does it want (distribution-spec, "Determining Support"). */
export function pingOf(registry: URL): HttpRequest {
  return { method: 'GET', url: new URL('/v2/', registry), headers: {}, limit: PING_LIMIT };
}

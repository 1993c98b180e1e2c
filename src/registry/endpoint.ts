import type { HttpRequest } from '../http/http.ts';
import { DOCKER_HUB } from '../image/reference.ts';

/** The host that serves the API of a registry; for Docker Hub it differs from the name that people write. */
export function apiHost(registry: string): string {
  return registry === DOCKER_HUB ? 'registry-1.docker.io' : registry;
}

/** originOf is the scheme, host and port to which a credential belongs. */
export function originOf(url: URL): string {
  return `${url.protocol}//${url.hostname.toLowerCase()}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** redacted is an address without user and query, safe to print: signed addresses have their secret in the query. */
export function redacted(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

const PING_LIMIT = 64 * 1024;
/** A ping is followed by the tags and blobs of an image, or by its config and the lists of what is attached to it. */
const FOLLOWING = 5;

/**
 * pingOf is the first request to a registry: is it one, and which login does it want (distribution-spec, "Determining
 * Support").
 */
export function pingOf(registry: URL): HttpRequest {
  return { method: 'GET', url: new URL('/v2/', registry), headers: {}, limit: PING_LIMIT, ahead: FOLLOWING };
}

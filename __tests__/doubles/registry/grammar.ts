/** The grammars of the distribution specification, and what a path under /v2/ asks for. */

const NAME = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

export function isName(text: string): boolean {
  return text.length <= 255 && NAME.test(text);
}

export function isTag(text: string): boolean {
  return TAG.test(text);
}

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

export type RouteKind =
  | 'ping'
  | 'token'
  | 'catalog'
  | 'tags'
  | 'referrers'
  | 'blob'
  | 'upload'
  | 'tag'
  | 'digest'
  | 'unknown';

/** `tag` and `digest` are the two ways to address a manifest; they differ in too much to share one kind. */
export type Route = {
  readonly kind: RouteKind;
  readonly repository?: string;
  /** Tag, digest, or the id of an upload session. */
  readonly reference?: string;
  /** What is wrong with a path that has the right shape but breaks a grammar. */
  readonly flaw?: 'name-invalid' | 'tag-invalid' | 'digest-invalid';
};

type Shape = { readonly pattern: RegExp; readonly route: (repository: string, reference: string) => Route };

const SHAPES: readonly Shape[] = [
  { pattern: /^\/v2\/(.+)\/tags\/list$/, route: (repository) => ({ kind: 'tags', repository }) },
  {
    pattern: /^\/v2\/(.+)\/blobs\/uploads\/([^/]*)$/,
    route: (repository, reference) =>
      reference ? { kind: 'upload', repository, reference } : { kind: 'upload', repository },
  },
  {
    pattern: /^\/v2\/(.+)\/blobs\/([^/]+)$/,
    route: (repository, reference) => digestRoute('blob', repository, reference),
  },
  {
    pattern: /^\/v2\/(.+)\/referrers\/([^/]+)$/,
    route: (repository, reference) => digestRoute('referrers', repository, reference),
  },
  { pattern: /^\/v2\/(.+)\/manifests\/([^/]+)$/, route: manifestRoute },
];

function digestRoute(kind: 'blob' | 'referrers' | 'digest', repository: string, reference: string): Route {
  const route = { kind, repository, reference };
  return isDigest(reference) ? route : { ...route, flaw: 'digest-invalid' };
}

function manifestRoute(repository: string, reference: string): Route {
  if (reference.includes(':')) return digestRoute('digest', repository, reference);
  const route = { kind: 'tag', repository, reference } as const;
  return isTag(reference) ? route : { ...route, flaw: 'tag-invalid' };
}

export function routeOf(path: string, tokenPath: string | undefined): Route {
  if (path === tokenPath) return { kind: 'token' };
  if (path === '/v2/') return { kind: 'ping' };
  if (path === '/v2/_catalog') return { kind: 'catalog' };
  for (const { pattern, route } of SHAPES) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const found = route(decoded(match[1] ?? ''), decoded(match[2] ?? ''));
    return isName(found.repository ?? '') ? found : { ...found, flaw: 'name-invalid' };
  }
  return { kind: 'unknown' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

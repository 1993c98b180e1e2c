import { type Digest, parseDigest } from './digest.ts';

/**
 * The grammar of the distribution project (distribution/reference, `regexp.go` and `normalize.go`), piece by piece.
 *
 *   reference  := name [ ":" tag ] [ "@" digest ]
 *   name       := [ domain "/" ] path
 *   domain     := host [ ":" port ]
 */
const LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const IPV6 = '\\[(?:[a-fA-F0-9:]+)\\]';
const DOMAIN = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|${IPV6})(?::[0-9]+)?$`);
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const PATH = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const HEX_NAME = /^[a-f0-9]{64}$/;

/** The longest path that the grammar allows (`RepositoryNameTotalLengthMax`). */
const LONGEST_PATH = 255;
export const DOCKER_HUB = 'docker.io';
const LEGACY_DOCKER_HUB = 'index.docker.io';
/** The name of Docker Hub in docker's stored logins. */
export const DOCKER_HUB_SERVER = 'https://index.docker.io/v1/';
const DOCKER_HUB_ALIASES = [LEGACY_DOCKER_HUB, 'registry-1.docker.io'];

/** A repository on a registry, normalised: `alpine` is `docker.io/library/alpine`. */
export type Repository = {
  /** Host as it was written, with the port if there was one: `ghcr.io`, `localhost:5000`. */
  readonly registry: string;
  /** Path on that registry: `library/alpine`. */
  readonly path: string;
};

/** A reference to an image: at least a repository, with a tag, a digest, or both. */
export type Reference = Repository & { readonly tag?: string; readonly digest?: Digest };

/** A reference that has a tag. */
export type TaggedReference = Reference & { readonly tag: string };

/** The result of a parser: the value, or what is wrong with the text, as the end of a sentence. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const bad = (problem: string): { readonly ok: false; readonly problem: string } => ({ ok: false, problem });

/** parseReference reads `registry/repository[:tag][@digest]` as docker does, without a default tag. */
export function parseReference(text: string): Parsed<Reference> {
  if (text === '') return bad('is empty');
  if (HEX_NAME.test(text)) return bad('is an image ID, not a name');
  const at = text.indexOf('@');
  const named = at < 0 ? text : text.slice(0, at);
  const digest = at < 0 ? undefined : parseDigest(text.slice(at + 1));
  if (at >= 0 && digest === undefined) return bad('has a digest that is not "sha256:" and 64 lower-case hex digits');

  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const name = hasTag ? named.slice(0, colon) : named;
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  if (tag !== undefined && !isTag(tag)) return bad(`has the tag "${tag}"; a tag ${TAG_RULE}`);

  const repository = parseName(name);
  if (!repository.ok) return repository;
  return {
    ok: true,
    value: { ...repository.value, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) },
  };
}

/** parseRepository reads `registry/repository`, to which an image can be pushed, and rejects a tag or a digest. */
export function parseRepository(text: string): Parsed<Repository> {
  const reference = parseReference(text);
  if (!reference.ok) return reference;
  const { registry, path, tag, digest } = reference.value;
  if (tag !== undefined) return bad(`has the tag "${tag}"; name tags in "tags" or "moving-tags"`);
  if (digest !== undefined)
    return bad('has a digest, which is unknown before the push; write the repository without it');
  if (!isAddress(registry)) return bad(`has the registry "${registry}", which is not the address of a host`);
  return { ok: true, value: { registry, path } };
}

/**
 * The grammar accepts ports and addresses that do not exist, and numbers that some programs read as an address
 * (`0177.0.0.1`, `127.1`) and others as a name.
 */
function isAddress(registry: string): boolean {
  const url = URL.parse(`https://${registry}`);
  const [name = ''] = registry.toLowerCase().split(':');
  return url !== null && (registry.startsWith('[') || url.hostname === name);
}

function parseName(name: string): Parsed<Repository> {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const hasHost = slash >= 0 && isHost(first);
  if (/^https?:$/i.test(first)) return bad('is a web address; write it without "https://"');
  if (hasHost && !DOMAIN.test(first)) return bad(`has the registry "${first}", which is not a host name`);
  const registry = !hasHost || first === LEGACY_DOCKER_HUB ? DOCKER_HUB : first;
  const rest = hasHost ? name.slice(slash + 1) : name;
  const path = registry === DOCKER_HUB && !rest.includes('/') ? `library/${rest}` : rest;
  if (path !== path.toLowerCase()) return bad('has capital letters; a repository is written in lower case');
  if (!PATH.test(path)) {
    const rule = 'it may have lower-case letters and digits, with single ".", "_", "-" or "/" between them';
    return bad(`has the repository "${rest}"; ${rule}`);
  }
  if (path.length > LONGEST_PATH) return bad(`has a repository of more than ${LONGEST_PATH} characters`);
  return { ok: true, value: { registry, path } };
}

/** A first part is a host only if it cannot be a path: it has a dot, a colon, capitals, or is `localhost`. */
function isHost(first: string): boolean {
  return /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
}

/** sameRegistry compares hosts as DNS and Docker Hub do: without case, and with all aliases of the hub as one. */
export function sameRegistry(one: string, other: string): boolean {
  return canonicalRegistry(one) === canonicalRegistry(other);
}

/** sameRepository tells whether two names are for the same repository. */
export function sameRepository(one: Repository, other: Repository): boolean {
  return sameRegistry(one.registry, other.registry) && one.path === other.path;
}

/** isRegistry tells whether the text is a host, with or without a port, as at the beginning of an image's name. */
export function isRegistry(text: string): boolean {
  return DOMAIN.test(text) && text.length <= LONGEST_PATH;
}

/** dockerServer is the name under which docker stores the login for a registry; for Docker Hub it is an old address. */
export function dockerServer(registry: string): string {
  return registry === DOCKER_HUB ? DOCKER_HUB_SERVER : registry;
}

function canonicalRegistry(host: string): string {
  const lower = host.toLowerCase();
  return DOCKER_HUB_ALIASES.includes(lower) ? DOCKER_HUB : lower;
}

export const TAG_RULE = 'has up to 128 letters, digits, ".", "_" and "-", and begins with neither "." nor "-"';

/** isTag tells whether the text is a tag (distribution-spec, "Pulling manifests"). */
export function isTag(text: string): boolean {
  return TAG.test(text);
}

/** repositoryName writes a repository out: `registry/path`. */
export function repositoryName({ registry, path }: Repository): string {
  return `${registry}/${path}`;
}

/** referenceName writes the complete reference. */
export function referenceName(reference: Reference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
  const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
  return `${repositoryName(reference)}${tag}${digest}`;
}

/** subjectName is the name of a repository in `actions/attest`, which has a special name for Docker Hub. */
export function subjectName({ registry, path }: Repository): string {
  return `${registry === DOCKER_HUB ? 'index.docker.io' : registry}/${path}`;
}

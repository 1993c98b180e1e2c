import { gzipSync } from 'node:zlib';
import { sha256 } from './digest.ts';
import type { Answer, Exchange } from './exchange.ts';
import { INDEX, MANIFEST } from './media-types.ts';
import type { Repository, StoredManifest } from './storage.ts';
import type { World } from './world.ts';

/** GET and HEAD of a manifest, with the Accept handling of the distribution project. */
export function answerManifestRead(world: World, exchange: Exchange): Answer {
  const { personality } = world;
  const name = exchange.route.repository ?? '';
  const reference = exchange.route.reference ?? '';
  const repository = world.storage.repository(name);
  const byTag = exchange.route.kind === 'tag';
  const head = exchange.method === 'HEAD';
  if (head && !byTag && personality.headManifest.byDigest !== undefined) {
    return exchange.refuse(personality.headManifest.byDigest, { reference, repository: name });
  }
  const digest = byTag ? repository.readTag(reference) : reference;
  const stored = digest === undefined ? undefined : repository.manifests.get(digest);
  if (digest === undefined || stored === undefined) return absent(world, exchange, repository.exists);
  const reads = repository.scanned.get(digest) ?? 0;
  if (reads > 0) {
    repository.scanned.set(digest, reads - 1);
    return exchange.refuse('scan-pending', { repository: name, reference });
  }
  const served = negotiate(world, exchange, { repository, digest, stored });
  if ('status' in served) return served;
  if (exchange.headers['if-none-match']?.replaceAll('"', '') === served.digest) {
    return { status: 304, headers: { etag: `"${served.digest}"` } };
  }
  const gzip = personality.gzipsManifests && !head && /\bgzip\b/.test(exchange.headers['accept-encoding'] ?? '');
  return {
    status: 200,
    headers: {
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      'content-type': served.stored.mediaType,
      etag: `"${served.digest}"`,
      ...personality.manifestHeaders,
      ...((head ? personality.digestHeader.head : personality.digestHeader.get)
        ? { 'docker-content-digest': served.digest }
        : {}),
    },
    body: gzip ? gzipSync(served.stored.bytes) : served.stored.bytes,
  };
}

function absent(world: World, exchange: Exchange, repositoryExists: boolean): Answer {
  const { repository, reference } = exchange.route;
  const instead = exchange.method === 'HEAD' ? world.personality.headManifest.absent : undefined;
  if (instead !== undefined) return exchange.refuse(instead, { repository, reference });
  if (!repositoryExists && world.personality.repositories === 'must-exist') {
    return exchange.refuse('repository-missing', { repository });
  }
  if (!repositoryExists && world.personality.lacksRepository === 'name-unknown')
    return exchange.refuse('name-unknown', { repository, detail: { name: repository } });
  const key = exchange.route.kind === 'tag' ? 'Tag' : 'digest';
  return exchange.refuse('manifest-unknown', { repository, reference, detail: { [key]: reference } });
}

type Found = { readonly repository: Repository; readonly digest: string; readonly stored: StoredManifest };
type Served = { readonly digest: string; readonly stored: StoredManifest };

function negotiate(world: World, exchange: Exchange, found: Found): Served | Answer {
  const { mediaType } = found.stored;
  const accepted = acceptedTypes(exchange.headers.accept);
  if (world.personality.accept === 'ignored' || accepted.includes(mediaType)) return found;
  const byTag = exchange.route.kind === 'tag';
  if (world.personality.accept === 'converted-by-tag') return byTag ? converted(found, accepted) : found;
  if (mediaType === INDEX.oci && world.personality.accept === 'strict-for-images') return found;
  if (mediaType === INDEX.oci)
    return notAccepted(exchange, 'OCI index found, but accept header does not support OCI indexes');
  if (mediaType === MANIFEST.oci) {
    return notAccepted(exchange, 'OCI manifest found, but accept header does not support OCI manifests');
  }
  if (mediaType === INDEX.docker && byTag) return amd64Child(exchange, found);
  return found;
}

// A wildcard does not count: the distribution project looks for the exact types only.
function acceptedTypes(header: string | undefined): string[] {
  return (header ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
}

function notAccepted(exchange: Exchange, message: string): Answer {
  return exchange.refuse('manifest-not-accepted', { message });
}

/** A manifest list asked for by tag without its type becomes its linux/amd64 child: another digest. */
function amd64Child(exchange: Exchange, { repository, stored }: Found): Served | Answer {
  type Child = { readonly digest: string; readonly platform?: { readonly os: string; readonly architecture: string } };
  const { manifests } = JSON.parse(stored.bytes.toString()) as { manifests: Child[] };
  const child = manifests.find(({ platform }) => platform?.os === 'linux' && platform.architecture === 'amd64');
  const bytes = child === undefined ? undefined : repository.manifests.get(child.digest);
  if (child === undefined || bytes === undefined) return exchange.refuse('manifest-unknown');
  return { digest: child.digest, stored: bytes };
}

const DOCKER_FOR_OCI: readonly (readonly [string, string])[] = [
  [INDEX.oci, INDEX.docker],
  [MANIFEST.oci, MANIFEST.docker],
  ['application/vnd.oci.image.config.v1+json', 'application/vnd.docker.container.image.v1+json'],
  ['application/vnd.oci.image.layer.v1.tar+gzip', 'application/vnd.docker.image.rootfs.diff.tar.gzip'],
];

/** Rewrites OCI to Docker types and back, as the Accept header likes it; the bytes get another digest. */
function converted(found: Found, accepted: readonly string[]): Served {
  const pairs = DOCKER_FOR_OCI.flatMap(([oci, docker]) => [[oci, docker] as const, [docker, oci] as const]);
  const target = pairs.find(([from]) => from === found.stored.mediaType)?.[1];
  if (target === undefined || !accepted.includes(target)) return found;
  const toDocker = DOCKER_FOR_OCI.some(([, docker]) => docker === target);
  const rewrite = DOCKER_FOR_OCI.map(([oci, docker]) => (toDocker ? [oci, docker] : [docker, oci]) as [string, string]);
  const text = rewrite.reduce(
    (done, [from, to]) => done.replaceAll(`"${from}"`, `"${to}"`),
    found.stored.bytes.toString(),
  );
  const bytes = Buffer.from(text);
  return { digest: sha256(bytes), stored: { bytes, mediaType: target } };
}

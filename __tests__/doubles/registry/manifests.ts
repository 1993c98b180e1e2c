import { allows, grantedActions } from './access.ts';
import { digestLike, sha256 } from './digest.ts';
import { type Answer, type Exchange, empty } from './exchange.ts';
import { type DocumentDescriptor, type ManifestDocument, readManifestDocument } from './manifest-document.ts';
import { isIndexType, isManifestType } from './media-types.ts';
import type { Repository } from './storage.ts';
import { mayBePushed, type World } from './world.ts';

export async function answerManifestPut(world: World, exchange: Exchange): Promise<Answer> {
  const repository = world.storage.repository(exchange.route.repository ?? '');
  const reference = exchange.route.reference ?? '';
  const byTag = exchange.route.kind === 'tag';
  const bytes = await exchange.body.whole(world.personality.manifestLimit);
  if (bytes === undefined) return exchange.refuse('manifest-too-large');
  if (!mayBePushed(world, repository)) {
    return exchange.refuse('repository-missing', { repository: repository.name });
  }
  const contentType = (exchange.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  const document = documentOf(exchange, bytes, contentType);
  if ('status' in document) return document;
  const missing = missingParts(world, repository, document);
  if (missing.length > 0) {
    return exchange.refuse('manifest-blob-unknown', { details: missing.map(({ digest }) => ({ digest })) });
  }
  const misfit = sizeMisfit(repository, document);
  if (misfit !== undefined) {
    exchange.violation('size', misfit);
    return exchange.refuse('manifest-invalid', { detail: misfit });
  }
  if (!byTag && digestLike(reference, [bytes]) !== reference) {
    return exchange.refuse('digest-invalid', { reference, detail: reference });
  }
  if (world.personality.dockerManifests === 'refused' && contentType.startsWith('application/vnd.docker.')) {
    return exchange.refuse('manifest-invalid');
  }
  const digest = byTag ? sha256(bytes) : reference;
  const isSecondName = repository.manifests.has(digest) && repository.tags.get(reference) !== digest;
  if (
    byTag &&
    isSecondName &&
    world.personality.secondNames === 'refused' &&
    world.isImmutable(repository.name, reference)
  ) {
    return exchange.refuse('tag-immutable', { repository: repository.name, reference });
  }
  if (document.subject !== undefined && world.personality.subjects === 'refused') return exchange.refuse('unsupported');
  if (world.personality.mindsConditions && !holds(exchange, byTag ? repository.tags.get(reference) : undefined)) {
    return exchange.refuse('condition-failed');
  }
  if (byTag && isFrozen(world, exchange, digest)) {
    return exchange.refuse('tag-immutable', { repository: repository.name, reference });
  }
  if (world.cachesDescriptors && repository.collected.has(digest)) {
    // It is remembered as being there, so that it is linked again, and its bytes are not written.
    repository.deleted.delete(digest);
    if (byTag) repository.tags.set(reference, digest);
  } else {
    store(exchange, repository, { digest, bytes, contentType });
  }
  if (world.scanReads > 0) repository.scanned.set(digest, world.scanReads);
  const { personality } = world;
  const path = `/v2/${repository.name}/manifests/${digest}`;
  return empty(201, {
    location: personality.location === 'absolute' ? `${exchange.origin}${path}` : path,
    ...(personality.digestHeader.put ? { 'docker-content-digest': digest } : {}),
    ...(document.subject !== undefined && personality.ociSubject ? { 'oci-subject': document.subject.digest } : {}),
  });
}

/** Whether what is there is what a write depends on (RFC 9110, 13.1.1 and 13.1.2). */
function holds({ headers }: Exchange, current: string | undefined): boolean {
  const wanted = headers['if-match'];
  if (wanted !== undefined && wanted !== `"${current}"`) return false;
  return headers['if-none-match'] !== '*' || current === undefined;
}

function documentOf(exchange: Exchange, bytes: Buffer, contentType: string): ManifestDocument | Answer {
  if (!isManifestType(contentType) && !isIndexType(contentType)) {
    exchange.violation('content-type', `a manifest cannot be put as "${contentType}"`);
    return exchange.refuse('manifest-invalid', { detail: `unrecognized manifest content type ${contentType}` });
  }
  const document = readManifestDocument(bytes, contentType);
  if (typeof document !== 'string') return document;
  exchange.violation('manifest', document);
  return exchange.refuse('manifest-invalid', { detail: document });
}

/** Layers that live elsewhere by declaration are never pushed. */
function isForeign({ mediaType, urls }: DocumentDescriptor): boolean {
  return (urls?.length ?? 0) > 0 && /nondistributable|foreign/.test(mediaType);
}

function missingParts(
  { cachesDescriptors }: World,
  { blobs, descriptors, manifests, collected, deleted }: Repository,
  document: ManifestDocument,
): DocumentDescriptor[] {
  const isThere = (digest: string) => blobs.has(digest) || (cachesDescriptors && descriptors.has(digest));
  const isLinked = (digest: string) => cachesDescriptors && collected.has(digest) && !deleted.has(digest);
  return [
    ...document.blobs.filter((blob) => !isForeign(blob) && !isThere(blob.digest)),
    ...document.children.filter(({ digest }) => !manifests.has(digest) && !isLinked(digest)),
  ];
}

function sizeMisfit(repository: Repository, { blobs, children }: ManifestDocument): string | undefined {
  for (const { digest, size } of [...blobs, ...children]) {
    const stored = repository.blobs.get(digest) ?? repository.manifests.get(digest)?.bytes;
    if (stored !== undefined && stored.length !== size) return `${digest} has ${stored.length} bytes, not ${size}`;
  }
  return undefined;
}

function isFrozen(world: World, exchange: Exchange, digest: string): boolean {
  const { repository = '', reference = '' } = exchange.route;
  const current = world.storage.repository(repository).tags.get(reference);
  if (current === undefined) return false;
  const { overwriteNeedsDelete, immutability } = world.personality;
  const deletes = allows(grantedActions(exchange.access ?? {}, 'repository', repository), 'delete');
  if (overwriteNeedsDelete && exchange.access !== undefined && !deletes) return current !== digest;
  return world.isImmutable(repository, reference) && (immutability === 'any-push' || current !== digest);
}

type Put = { readonly digest: string; readonly bytes: Buffer; readonly contentType: string };

function store(exchange: Exchange, repository: Repository, { digest, bytes, contentType }: Put): void {
  repository.exists = true;
  repository.deleted.delete(digest);
  const kept = exchange.effects.store(bytes);
  if (kept === undefined) return;
  const entry = { bytes: kept, mediaType: contentType };
  // By tag, a registry that rewrites a manifest serves it under the digest of its own bytes; by digest it lies.
  const key = exchange.route.kind === 'tag' && !kept.equals(bytes) ? sha256(kept) : digest;
  repository.manifests.set(key, entry);
  if (exchange.route.kind === 'tag') {
    repository.stale.delete(exchange.route.reference ?? '');
    repository.tags.set(exchange.route.reference ?? '', key);
  }
}

export function answerManifestDelete(world: World, exchange: Exchange): Answer {
  const repository = world.storage.repository(exchange.route.repository ?? '');
  const reference = exchange.route.reference ?? '';
  const digest = exchange.route.kind === 'tag' ? repository.tags.get(reference) : reference;
  const { deletes } = world.personality;
  if (deletes === 'none') return exchange.refuse('unsupported');
  if (exchange.route.kind === 'tag' && deletes === 'by-digest') return exchange.refuse('delete-by-tag', { reference });
  if (digest === undefined || !repository.manifests.has(digest))
    return exchange.refuse('manifest-unknown', { reference });
  if (exchange.route.kind === 'tag') {
    repository.tags.delete(reference);
    return empty(world.personality.deleteStatus);
  }
  const shown = [...repository.tags].filter(([, target]) => target === digest).map(([tag]) => tag);
  const frozen = shown.find((tag) => world.isImmutable(repository.name, tag));
  if (frozen !== undefined) return exchange.refuse('tag-immutable', { repository: repository.name, reference: frozen });
  repository.manifests.delete(digest);
  repository.deleted.add(digest);
  for (const tag of shown) repository.tags.delete(tag);
  return empty(world.personality.deleteStatus);
}

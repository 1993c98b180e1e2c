import { randomUUID } from 'node:crypto';
import { sha256 } from './digest.ts';
import { buildImage, buildIndex, type Image, type ImageIndex, type ImageOptions, type IndexOptions } from './images.ts';
import { readManifestDocument } from './manifest-document.ts';

export type StoredManifest = { readonly bytes: Buffer; readonly mediaType: string };

export type UploadSession = {
  readonly id: string;
  readonly chunks: Buffer[];
  size: number;
  /** Every query this session ever gave out: a client must bring one of them back as it was. */
  readonly queries: Set<string>;
};

/**
 * One repository. The maps are open to tests: a key is a promise, not a fact, so other bytes
 * may stand under a digest, and a blob may be taken away.
 */
export class Repository {
  readonly name: string;
  readonly manifests = new Map<string, StoredManifest>();
  readonly tags = new Map<string, string>();
  readonly blobs = new Map<string, Buffer>();
  readonly uploads = new Map<string, UploadSession>();
  /** The size of everything that came by a request: what a cache of descriptors goes on to tell. */
  readonly descriptors = new Map<string, number>();
  /** Manifests that were deleted, and those of them whose bytes were collected since. */
  readonly deleted = new Set<string>();
  readonly collected = new Set<string>();
  /** Tags that still show for some reads what they showed before the last write. */
  readonly stale = new Map<string, { readonly digest: string | undefined; reads: number }>();
  /** Manifests that are scanned, and for how many reads yet. */
  readonly scanned = new Map<string, number>();
  /** A repository comes to be with its first push, or when a test asks for it. */
  exists = false;

  constructor(name: string) {
    this.name = name;
  }

  /** What a read by tag sees now; a stale tag is one read nearer to the truth afterwards. */
  readTag(tag: string): string | undefined {
    const stale = this.stale.get(tag);
    if (stale === undefined) return this.tags.get(tag);
    stale.reads -= 1;
    if (stale.reads <= 0) this.stale.delete(tag);
    return stale.digest;
  }

  putManifest(bytes: Buffer, mediaType: string, tag?: string): string {
    const digest = sha256(bytes);
    this.exists = true;
    this.manifests.set(digest, { bytes, mediaType });
    if (tag !== undefined) this.tags.set(tag, digest);
    return digest;
  }

  /** Seeds a small image, as if somebody had pushed it. */
  putImage(options: ImageOptions & { readonly tag?: string } = {}): Image {
    const image = buildImage(options);
    this.#store(image, options.tag);
    return image;
  }

  /** Seeds an index with one small image per platform. */
  putIndex(options: IndexOptions & { readonly tag?: string } = {}): ImageIndex {
    const index = buildIndex(options);
    for (const child of index.children) this.#store(child);
    this.putManifest(index.bytes, index.mediaType, options.tag);
    return index;
  }

  /** Takes away the blobs that no manifest leads to, beside the running registry. */
  collectGarbage(): void {
    const needed = [...this.manifests.values()].flatMap(({ bytes, mediaType }) => {
      const document = readManifestDocument(bytes, mediaType);
      return typeof document === 'string' ? [] : document.blobs.map(({ digest }) => digest);
    });
    for (const digest of this.blobs.keys()) if (!needed.includes(digest)) this.blobs.delete(digest);
    for (const digest of this.deleted) this.collected.add(digest);
    this.deleted.clear();
  }

  openUpload(): UploadSession {
    const session = { id: randomUUID(), chunks: [], size: 0, queries: new Set<string>() };
    this.uploads.set(session.id, session);
    return session;
  }

  #store(image: Image, tag?: string): void {
    this.blobs.set(image.config.digest, image.config.bytes);
    for (const layer of image.layers) this.blobs.set(layer.digest, layer.bytes);
    this.putManifest(image.bytes, image.mediaType, tag);
  }
}

export class Storage {
  readonly #repositories = new Map<string, Repository>();

  /** Looking at a repository does not create it: `exists` says whether the registry knows it. */
  repository(name: string): Repository {
    const known = this.#repositories.get(name);
    if (known !== undefined) return known;
    const fresh = new Repository(name);
    this.#repositories.set(name, fresh);
    return fresh;
  }

  names(): string[] {
    return [...this.#repositories.values()]
      .filter((repository) => repository.exists)
      .map(({ name }) => name)
      .sort();
  }
}

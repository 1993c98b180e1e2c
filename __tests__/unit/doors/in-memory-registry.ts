import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { BlobDigests } from '../../../src/compression/blob-digests.ts';
import { ActionError } from '../../../src/errors.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { readDocument } from '../../../src/image/document.ts';
import { type Descriptor, type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { parseReferrer, type Referrer, subjectIn } from '../../../src/image/referrer.ts';
import type { ReferrerTag } from '../../../src/image/referrer-tag.ts';
import type { Verified } from '../../../src/image/verified.ts';
import type { BlobUpload, Grant, ManifestName, Registry, RepositoryToken } from '../../../src/registry/registry.ts';
import { Secret } from '../../../src/secret/secret.ts';
import type { Document, Image, ImageIndex } from '../../doubles/registry/images.ts';
import { wholeOf } from '../../doubles/whole.ts';

/** How often awaitManifest looks before it gives up; here no time goes by between two looks. */
const LOOKS = 5;

/**
 * A registry that is a few maps. It keeps what it is given and serves what it keeps, unless a test takes something away
 * or sets one of the hooks with which real registries surprise.
 */
export class InMemoryRegistry implements Registry {
  readonly tags = new Map<string, Digest>();
  readonly manifests = new Map<string, Manifest>();
  readonly blobs = new Map<string, Uint8Array>();
  /** What was asked of it, in order. */
  readonly journal: string[];
  /** Blobs of other repositories, by `repository digest`. */
  readonly elsewhere = new Map<string, Uint8Array>();
  /** Tags that show their former state for so many more reads. */
  readonly stale = new Map<string, { readonly shows: Digest | undefined; reads: number }>();
  /** What happens right after a manifest was put under a tag. */
  afterPut: (tag: string) => void = () => {};
  refusesLogin = false;
  isClosed = false;

  constructor(journal: string[] = []) {
    this.journal = journal;
  }

  /** Seeds an image or index with everything that belongs to it, as if somebody had pushed it. */
  seed(image: Image | ImageIndex, tag?: string): Manifest {
    for (const child of 'children' in image ? image.children : []) this.seed(child);
    if ('config' in image) {
      for (const blob of [image.config, ...image.layers]) this.blobs.set(blob.digest, blob.bytes);
    }
    return this.keep(image, tag);
  }

  /** Keeps a manifest or index alone, under its digest of whichever algorithm. */
  keep(document: Document, tag?: string, name: string = document.digest): Manifest {
    const manifest = manifestOf(document);
    this.manifests.set(name, manifest);
    if (tag !== undefined) this.tags.set(tag, manifest.digest);
    return manifest;
  }

  async authenticate(): Promise<void> {
    this.journal.push('registry.authenticate');
    if (this.refusesLogin)
      throw new ActionError('LOGIN_FAILED', 'The registry rejected the credential.', { hint: '-' });
  }

  /** The token it gives to whoever asks for one; by default it takes passwords only. */
  token: Omit<RepositoryToken, 'token'> | undefined;
  /** What it says that the credential may do. */
  granted: readonly Grant[] | undefined;
  #tokens = 0;

  async newToken(): Promise<RepositoryToken | undefined> {
    this.journal.push('registry.newToken');
    this.#tokens += 1;
    return this.token && { ...this.token, token: new Secret(`token-${this.#tokens}`) };
  }

  async grants(): Promise<readonly Grant[] | undefined> {
    this.journal.push('registry.grants');
    return this.granted;
  }

  async readManifest(name: ManifestName): Promise<Manifest | undefined> {
    this.journal.push(`registry.read ${name}`);
    const digest = name.includes(':') ? name : this.#show(name);
    return digest === undefined ? undefined : this.manifests.get(digest);
  }

  async awaitManifest(
    name: ManifestName,
    settled: (seen: Manifest | undefined) => boolean,
  ): Promise<Manifest | undefined> {
    let seen = await this.readManifest(name);
    for (let looks = 1; looks < LOOKS && !settled(seen); looks++) seen = await this.readManifest(name);
    return seen;
  }

  async readBlob({ digest, size }: Descriptor): Promise<Uint8Array | undefined> {
    this.journal.push(`registry.blob ${digest}`);
    const bytes = this.blobs.get(digest);
    if (bytes !== undefined && (hash(algorithmOf(digest), bytes) !== digest || bytes.byteLength !== size)) {
      throw new ActionError('DIGEST_MISMATCH', 'The registry serves other bytes.', { hint: '-' });
    }
    return bytes;
  }

  async sizeOfBlob({ digest }: Descriptor): Promise<number | undefined> {
    return this.blobs.get(digest)?.byteLength;
  }

  async digestBlob({ digest }: Descriptor): Promise<BlobDigests | undefined> {
    const bytes = this.blobs.get(digest);
    if (bytes === undefined) return undefined;
    return { size: bytes.byteLength, digest: hash(algorithmOf(digest), bytes), diffId: plain(bytes) };
  }

  async *openBlob({ digest }: Descriptor): AsyncGenerator<Uint8Array, void, undefined> {
    this.journal.push(`registry.open ${digest}`);
    const bytes = this.blobs.get(digest);
    if (bytes === undefined) throw new ActionError('CONTENT_MISSING', 'It does not have the blob.', { hint: '-' });
    if (hash(algorithmOf(digest), bytes) !== digest) {
      throw new ActionError('DIGEST_MISMATCH', 'The registry serves other bytes.', { hint: '-' });
    }
    yield bytes;
  }

  async hasBlob({ digest }: Descriptor): Promise<boolean> {
    this.journal.push(`registry.has ${digest}`);
    return this.blobs.has(digest);
  }

  async uploadBlob({ digest, size }: Descriptor, { open, from, signal }: BlobUpload): Promise<'uploaded' | 'mounted'> {
    signal.throwIfAborted();
    const mounted = from === undefined ? undefined : this.elsewhere.get(`${from} ${digest}`);
    this.journal.push(`registry.${mounted === undefined ? 'upload' : 'mount'} ${digest}`);
    const bytes = mounted ?? (await wholeOf(open()));
    if (bytes.byteLength !== size) throw new Error(`${bytes.byteLength} bytes for ${size}`);
    this.blobs.set(digest, bytes);
    return mounted === undefined ? 'uploaded' : 'mounted';
  }

  async uploadStream({ open }: Omit<BlobUpload, 'from'>): Promise<Pick<Descriptor, 'digest' | 'size'>> {
    const bytes = await wholeOf(open());
    const digest = hash('sha256', bytes);
    this.journal.push(`registry.upload ${digest}`);
    this.blobs.set(digest, bytes);
    return { digest, size: bytes.byteLength };
  }

  async put(manifest: Manifest): Promise<void> {
    const { digest } = manifest;
    this.journal.push(`registry.put ${digest} ${digest}`);
    this.manifests.set(digest, manifest);
  }

  async putTag(tag: string, { manifest }: Verified): Promise<void> {
    this.journal.push(`registry.put ${tag} ${manifest.digest}`);
    this.manifests.set(manifest.digest, manifest);
    this.tags.set(tag, manifest.digest);
    this.afterPut(tag);
  }

  /** How it takes what is to be attached to an image; by default it does. */
  attaching: (referrer: Referrer) => void = () => {};

  async listReferrers(subject: Digest): Promise<readonly Digest[]> {
    this.journal.push(`registry.referrers ${subject}`);
    return [...this.manifests.values()].filter((each) => subjectOf(each) === subject).map(({ digest }) => digest);
  }

  async readReferrer(digest: Digest, subject: Digest): Promise<Referrer | undefined> {
    const manifest = this.manifests.get(digest);
    if (manifest === undefined) return undefined;
    const referrer = parseReferrer(manifest.bytes, manifest.mediaType);
    if (referrer.subject !== subject) throw new ActionError('REGISTRY_ANSWER', 'Of another subject.', { hint: '-' });
    return referrer;
  }

  async attach(referrer: Referrer): Promise<void> {
    const { manifest, subject } = referrer;
    this.journal.push(`registry.attach ${manifest.digest} ${subject}`);
    this.attaching(referrer);
    this.manifests.set(manifest.digest, manifest);
  }

  async keepAttached(): Promise<void> {
    this.journal.push('registry.keepAttached');
  }

  async putReferrerTag(tag: ReferrerTag, manifest: Manifest): Promise<void> {
    this.journal.push(`registry.putReferrerTag ${tag} ${manifest.digest}`);
    this.manifests.set(manifest.digest, manifest);
    this.tags.set(tag, manifest.digest);
  }

  close(): void {
    this.journal.push('registry.close');
    this.isClosed = true;
  }

  #show(tag: string): Digest | undefined {
    const stale = this.stale.get(tag);
    if (stale === undefined || stale.reads === 0) return this.tags.get(tag);
    stale.reads -= 1;
    return stale.shows;
  }
}

export function manifestOf({ bytes, mediaType }: Omit<Document, 'digest'>): Manifest {
  return parseManifest(bytes, mediaType);
}

function algorithmOf(digest: Digest): string {
  return digest.slice(0, digest.indexOf(':'));
}

function hash(algorithm: string, bytes: Uint8Array): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}` as Digest;
}

function plain(bytes: Uint8Array): Digest | undefined {
  try {
    return hash('sha256', bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);
  } catch {
    return undefined;
  }
}

function subjectOf({ bytes }: Manifest): Digest | undefined {
  return subjectIn(readDocument(bytes));
}

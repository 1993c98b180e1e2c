import type { BlobDigests } from '../compression/blob-digests.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor, Manifest } from '../image/manifest.ts';
import type { BlobStream } from '../image/packed-image.ts';
import type { Proved } from '../image/proved.ts';
import type { Repository } from '../image/reference.ts';
import type { Referrer } from '../image/referrer.ts';
import type { ReferrerTag } from '../image/referrer-tag.ts';
import type { Verified } from '../image/verified.ts';
import type { Credential } from '../secret/credential.ts';
import type { Secret } from '../secret/secret.ts';

/**
 * CurrentCredential is asked whenever a credential is shown: one that ends is replaced by another in time. Undefined
 * where there is none, and what everybody may see is read.
 */
export type CurrentCredential = () => Promise<Credential | undefined>;

/** What is asked to be allowed: to publish, and read it back, or to read alone. */
export type Actions = 'pull,push' | 'pull';

export type RegistryOptions = {
  readonly repository: Repository;
  readonly credential: CurrentCredential;
  /** To publish by default. */
  readonly actions?: Actions;
  /** Paths of repositories on the same registry to mount blobs from, which the credential must be able to pull from. */
  readonly mountFrom?: readonly string[];
  /** Path of a PEM bundle to trust besides the system's. */
  readonly caFile?: string;
  /** Hosts besides the registry's own domain that its token service may live on. */
  readonly authHosts: readonly string[];
};

/** Where the bytes of a blob come from, and how long it is worth sending them. */
export type BlobUpload = {
  /**
   * open gives the bytes from their beginning, once more for each try. It fails before its end if they are not those of
   * the blob, so that the registry never has the whole of something else.
   */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Repository on the same registry that may have the blob, so that it need not be sent. */
  readonly from?: string | undefined;
  /** Ends the upload, besides the signal of the whole step. */
  readonly signal: AbortSignal;
};

/** What may be done at a registry, as its token service grants it: actions on something of a type, by its name. */
export type Grant = { readonly type: string; readonly name: string; readonly actions: readonly string[] };

/** A token for pulling from and pushing to one repository. */
export type RepositoryToken = {
  readonly token: Secret;
  /** In seconds from when it was made; undefined where nobody says it. */
  readonly expiresIn: number | undefined;
  /** What it says it may do; undefined if it does not. */
  readonly grants: readonly Grant[] | undefined;
};

/** What to ask for: what a tag shows, or the content of a digest. */
export type ManifestName = string | Digest;

/**
 * Registry is the door to one repository on one registry, with the credential for it. It speaks the distribution
 * specification over TLS (plain HTTP to loopback only), sends the credential to the registry and to its own token
 * service only, and hashes what it is given. Every method throws an `ActionError`.
 */
export interface Registry {
  /**
   * authenticate proves that the registry is there and takes the credential for what is to be done in this repository,
   * as far as it tells before anything is sent.
   */
  authenticate(): Promise<void>;
  /** newToken makes a token for others to use here; undefined where the registry takes none. */
  newToken(): Promise<RepositoryToken | undefined>;
  /**
   * grants asks what the credential may do with this repository; undefined where nobody tells. It asks about this
   * repository alone: some registries make one when they are asked about it.
   */
  grants(): Promise<readonly Grant[] | undefined>;
  /** readManifest returns what the registry serves under a tag or a digest, or undefined if it has nothing there. */
  readManifest(name: ManifestName): Promise<Manifest | undefined>;
  /**
   * awaitManifest reads until the answer is settled, and returns the last answer when it is not after a minute:
   * some registries show a write only some time after they have accepted it.
   */
  awaitManifest(name: ManifestName, settled: (seen: Manifest | undefined) => boolean): Promise<Manifest | undefined>;
  /** readBlob returns the bytes of a small blob, or undefined if the registry does not have it, even after a minute. */
  readBlob(descriptor: Descriptor): Promise<Uint8Array | undefined>;
  /**
   * sizeOfBlob returns the size in bytes that the registry states for a blob whose first byte it has sent; undefined as
   * with `readBlob`. What it says it has without sending any of it may be gone.
   */
  sizeOfBlob(descriptor: Descriptor): Promise<number | undefined>;
  /** digestBlob downloads a blob and hashes it, keeping nothing of it; undefined as with `readBlob`. */
  digestBlob(descriptor: Descriptor): Promise<BlobDigests | undefined>;
  /** openBlob streams a blob, and goes on where a connection breaks; throws CONTENT_MISSING if it is not there. */
  openBlob(descriptor: Descriptor): BlobStream;
  /** hasBlob tells at once whether a blob is there for sure, by its first byte: then it need not be sent. */
  hasBlob(descriptor: Descriptor): Promise<boolean>;
  /**
   * uploadBlob uploads a blob, or mounts it from another repository, and returns which. After a temporary error it
   * starts again. It leaves no upload open on the registry. Throws what `open` throws, too.
   */
  uploadBlob(descriptor: Descriptor, upload: BlobUpload): Promise<'uploaded' | 'mounted'>;
  /** uploadStream is `uploadBlob` for bytes whose digest and size only their end will tell. */
  uploadStream(upload: Omit<BlobUpload, 'from'>): Promise<Pick<Descriptor, 'digest' | 'size'>>;
  /** put writes the identical bytes of a manifest under its digest. */
  put(manifest: Manifest): Promise<void>;
  /**
   * putTag writes the identical bytes of an image under a tag: nothing gets one that neither this run has verified, nor another
   * one has proved.
   */
  putTag(tag: string, image: Verified | Proved): Promise<void>;
  /**
   * listReferrers lists what is attached to a manifest: by the registry's own list where it has one, and by the fallback
   * tag, both together, or by one of them. What the lists say beside the digests is not evidence.
   */
  listReferrers(subject: Digest, by?: 'api' | 'tag'): Promise<readonly Digest[]>;
  /**
   * readReferrer reads the manifest of one, or undefined if it is not there. One that is no image manifest or index, or
   * is attached to something else than where it was listed, is a REGISTRY_ANSWER.
   */
  readReferrer(digest: Digest, subject: Digest): Promise<Referrer | undefined>;
  /**
   * attach puts a referrer whose blobs and children are there, under its digest, and sees that it is listed: by the
   * registry, or in the list under the fallback tag, which is kept without losing what others write there meanwhile.
   * Throws REFERRER_REFUSED where the registry takes no such thing.
   */
  attach(referrer: Referrer): Promise<void>;
  /** keepAttached reads every list that `attach` has written once more, and puts back what others took out of it. */
  keepAttached(): Promise<void>;
  /** putReferrerTag writes the identical bytes of what is attached to an image in the older way, under such a tag. */
  putReferrerTag(tag: ReferrerTag, manifest: Manifest): Promise<void>;
  /** close ends the connections. */
  close(): void;
}

/** A registry that is only read: code with this interface cannot change anything there. */
export type ReadableRegistry = Pick<
  Registry,
  | 'readManifest'
  | 'awaitManifest'
  | 'readBlob'
  | 'hasBlob'
  | 'sizeOfBlob'
  | 'digestBlob'
  | 'openBlob'
  | 'listReferrers'
  | 'readReferrer'
>;

/** OpenRegistry makes the session; it contacts nothing yet. */
export type OpenRegistry = (options: RegistryOptions) => Promise<Registry>;

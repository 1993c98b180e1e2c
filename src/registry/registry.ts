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
 * CurrentCredential is called for each use of a credential, which is replaced before it expires. Undefined if there is
 * none, and we read what is public.
 */
export type CurrentCredential = () => Promise<Credential | undefined>;

/** What we request access for: to publish and read back, or only to read. */
export type Actions = 'pull,push' | 'pull';

export type RegistryOptions = {
  readonly repository: Repository;
  readonly credential: CurrentCredential;
  /** To publish by default. */
  readonly actions?: Actions;
  /** Paths of repositories on the same registry to mount blobs from; the credential must have pull access there. */
  readonly mountFrom?: readonly string[];
  /** Path of a PEM bundle to trust besides the system's. */
  readonly caFile?: string;
  /** Hosts outside the registry's own domain that its token service may use. */
  readonly authHosts: readonly string[];
};

/** Where the bytes of a blob come from, and when to stop sending. */
export type BlobUpload = {
  /**
   * open returns the bytes from their beginning, again for each try. If they are not those of the blob, it fails before
   * their end, so that the registry never gets all of the wrong bytes.
   */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Repository on the same registry that may have the blob, so that it need not be sent. */
  readonly from?: string | undefined;
  /** Ends the upload, besides the signal of the whole step. */
  readonly signal: AbortSignal;
};

/** The access that a token service grants: actions on something of a type, by its name. */
export type Grant = { readonly type: string; readonly name: string; readonly actions: readonly string[] };

/** A token for pulling from and pushing to one repository. */
export type RepositoryToken = {
  readonly token: Secret;
  /** In seconds since its creation; undefined if unknown. */
  readonly expiresIn: number | undefined;
  /** The access that it says it has; undefined if it does not say. */
  readonly grants: readonly Grant[] | undefined;
};

/** Which manifest to read: by its tag or by its digest. */
export type ManifestName = string | Digest;

/**
 * Registry gives access to one repository on one registry, with the credential for it. It speaks the distribution
 * specification over TLS (plain HTTP only to loopback). It sends the credential only to the registry and its own token
 * service, and hashes what it receives. Every method throws an `ActionError`.
 */
export interface Registry {
  /**
   * authenticate checks that the registry is there and accepts the credential for the requested actions in this
   * repository, as far as this is known before the upload.
   */
  authenticate(): Promise<void>;
  /** newToken gets a token for others to use here; undefined if the registry uses no tokens. */
  newToken(): Promise<RepositoryToken | undefined>;
  /**
   * grants asks what the credential may do with this repository; undefined if unknown. It asks only about this
   * repository: some registries create a repository when they are asked about it.
   */
  grants(): Promise<readonly Grant[] | undefined>;
  /** readManifest returns what the registry serves under a tag or a digest, or undefined if it has nothing there. */
  readManifest(name: ManifestName): Promise<Manifest | undefined>;
  /**
   * awaitManifest reads until the answer is settled, for a minute at most, and returns the last answer: some registries
   * show a write only some time after they have accepted it.
   */
  awaitManifest(name: ManifestName, settled: (seen: Manifest | undefined) => boolean): Promise<Manifest | undefined>;
  /** readBlob returns the bytes of a small blob, or undefined if the registry does not have it, even after a minute. */
  readBlob(descriptor: Descriptor): Promise<Uint8Array | undefined>;
  /**
   * sizeOfBlob returns the size in bytes that the registry states for a blob, after it has sent the first byte;
   * undefined as with `readBlob`. A blob that is only reported, without a byte sent, may not exist any more.
   */
  sizeOfBlob(descriptor: Descriptor): Promise<number | undefined>;
  /** digestBlob downloads a blob and hashes it, without keeping it; undefined as with `readBlob`. */
  digestBlob(descriptor: Descriptor): Promise<BlobDigests | undefined>;
  /** openBlob streams a blob, and continues if a connection breaks; throws CONTENT_MISSING if it does not exist. */
  openBlob(descriptor: Descriptor): BlobStream;
  /** hasBlob tells without waiting whether a blob certainly exists, by its first byte: then it need not be sent. */
  hasBlob(descriptor: Descriptor): Promise<boolean>;
  /**
   * uploadBlob uploads a blob, or mounts it from another repository, and returns which. After a temporary error it
   * starts again. It leaves no upload open on the registry. It also throws the errors of `open`.
   */
  uploadBlob(descriptor: Descriptor, upload: BlobUpload): Promise<'uploaded' | 'mounted'>;
  /** uploadStream is `uploadBlob` for bytes whose digest and size are known only at their end. */
  uploadStream(upload: Omit<BlobUpload, 'from'>): Promise<Pick<Descriptor, 'digest' | 'size'>>;
  /** put writes the identical bytes of a manifest under its digest. */
  put(manifest: Manifest): Promise<void>;
  /**
   * putTag writes the identical bytes of an image under a tag. Only an image that this run has verified, or another one
   * has proved, gets a tag.
   */
  putTag(tag: string, image: Verified | Proved): Promise<void>;
  /**
   * listReferrers lists the referrers of a manifest: by the registry's own list if it has one, by the fallback tag, or
   * by both. Apart from the digests, nothing in these lists is evidence.
   */
  listReferrers(subject: Digest, by?: 'api' | 'tag'): Promise<readonly Digest[]>;
  /**
   * readReferrer reads the manifest of a referrer, or undefined if it does not exist. It is a REGISTRY_ANSWER if it is
   * no image manifest or index, or has another subject than where it was listed.
   */
  readReferrer(digest: Digest, subject: Digest): Promise<Referrer | undefined>;
  /**
   * attach puts a referrer under its digest, after its blobs and children, and checks that it is listed: by the
   * registry, or under the fallback tag. That list keeps what others write meanwhile. Throws REFERRER_REFUSED if the
   * registry does not accept it.
   */
  attach(referrer: Referrer): Promise<void>;
  /** keepAttached reads every list that `attach` has written once more, and restores what others removed. */
  keepAttached(): Promise<void>;
  /** putReferrerTag writes the identical bytes of a referrer of the older kind under its tag. */
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

/** OpenRegistry creates the session; it contacts nothing yet. */
export type OpenRegistry = (options: RegistryOptions) => Promise<Registry>;

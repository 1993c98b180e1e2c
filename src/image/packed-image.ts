import type { Attachable } from './attached.ts';
import type { Image } from './image.ts';
import type { Descriptor } from './manifest.ts';
import type { Repository } from './reference.ts';
import type { Tested } from './tested.ts';

/**
 * An image with its manifest. It is pushed unchanged, so its digest is known in advance. Its blobs may be anywhere: in
 * a file, in repositories on registries, or in several such places. Open until `close`.
 */
export type PackedImage = {
  readonly kind: 'packed';
  /** Its place, and what selected it there, in words for people. */
  readonly name: string;
  readonly tested: Tested;
  readonly image: Image;
  /** The registry repositories from which its blobs are read, each once; empty if all of it is in files. */
  readonly repositories: readonly Repository[];
  /**
   * repositoryOf returns the repository that has a blob or a manifest, from which it may be mounted; undefined for one
   * in a file, and for an index that we created.
   */
  repositoryOf(part: Pick<Descriptor, 'digest'>): Repository | undefined;
  /** openBlob streams one of the image's `blobs`, or content of the same digest and size. */
  openBlob(blob: Descriptor): BlobStream;
  /** The manifests that may have referrers, and where we read those. */
  readonly attached?: Attachable | undefined;
  /** close releases the places it is read from, after all streams have ended. It may be called twice. */
  close(): Promise<void>;
};

/**
 * A stream that starts at the beginning each time, and hashes what it reads. It holds the last chunk until the hash
 * matches; otherwise it ends with SOURCE_INVALID, so a receiver never gets all of a wrong blob. A chunk is valid until
 * the next one is requested.
 */
export type BlobStream = AsyncIterable<Uint8Array>;

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
  /** Where it is, and what chose it there, as people would say it. */
  readonly name: string;
  readonly tested: Tested;
  readonly image: Image;
  /** Repositories on registries that its blobs are read from, each once; none where all of it is in files. */
  readonly repositories: readonly Repository[];
  /**
   * repositoryOf is the one of them that a blob, or a manifest, is in, and may be mounted from; undefined for one in a
   * file, and for an index that was made here.
   */
  repositoryOf(part: Pick<Descriptor, 'digest'>): Repository | undefined;
  /** openBlob streams one of the image's `blobs`, or content of the same digest and size. */
  openBlob(blob: Descriptor): BlobStream;
  /** What may have something attached to it, and where that is read. */
  readonly attached?: Attachable | undefined;
  /** close gives back what it is read from, after all streams have ended. It may be called twice. */
  close(): Promise<void>;
};

/**
 * A stream that starts at the beginning each time, and hashes what it reads. It holds the last chunk until the hash
 * matches; otherwise it ends with SOURCE_INVALID, so a receiver never gets all of a wrong blob. A chunk is valid until
 * the next one is requested.
 */
export type BlobStream = AsyncIterable<Uint8Array>;

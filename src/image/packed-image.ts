import type { Attachable } from './attached.ts';
import type { Image } from './image.ts';
import type { Descriptor } from './manifest.ts';
import type { Repository } from './reference.ts';
import type { Tested } from './tested.ts';

/**
 * An image with its manifest, to be pushed as it is, so that its digest is known beforehand; wherever its blobs are: in a
 * file, in repositories on registries, or in several such places. Open until `close`.
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
 * A stream that reads from the beginning each time it is asked for and hashes on the way. The last chunk is held back
 * until the hash agrees; otherwise the stream ends with SOURCE_INVALID, so that whoever receives it never has the whole
 * of something else. A chunk is good until the next one is asked for.
 */
export type BlobStream = AsyncIterable<Uint8Array>;

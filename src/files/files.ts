import type { Digest } from '../image/digest.ts';
import type { Image } from '../image/image.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { FileLocation } from '../image/source-text.ts';
import type { Tested } from '../image/tested.ts';

/**
 * Files is the door to images in files: OCI layouts (folders and tar archives) and the archives of `docker save` and
 * its kin. They are read where they are: nothing is unpacked, nothing is written, and no name in an archive becomes a
 * path. Every method throws an `ActionError`.
 */
export interface Files {
  /** has tells whether a text, which could also name an image of the engine, leads to a file with an image in it. */
  has(text: string): Promise<boolean>;
  /**
   * open finds the one image that the location names, hashes every manifest and config of it, and sees that every layer
   * is there with the right size. Throws SOURCE_NOT_FOUND if there is no such file, and SOURCE_INVALID if it holds no
   * image, several where one must be chosen, one that is not whole, or one image to some programs and another to others.
   */
  open(location: FileLocation): Promise<ImageFile>;
}

/** An image in a file, open until `close`. */
export type ImageFile = PackedImage | UnpackedImage;

type Opened = {
  /** The path, and what chose the image in it, as people would say it. */
  readonly name: string;
  readonly tested: Tested;
  /** close gives the file back, after all streams have ended. It may be called twice. */
  close(): Promise<void>;
};

/** An image with its manifest, to be pushed as it is: its digest is known beforehand. */
export type PackedImage = Opened & {
  readonly kind: 'packed';
  readonly image: Image;
  /** openBlob streams one of the image's `blobs`, or content of the same digest and size, in the way of `LayerStream`. */
  openBlob(blob: Descriptor): LayerStream;
};

/** An image without a manifest, as engines with the graph driver save it: whoever pushes it makes one. */
export type UnpackedImage = Opened & {
  readonly kind: 'unpacked';
  readonly config: { readonly digest: Digest; readonly bytes: Uint8Array };
  /** In the order of the config's diff_ids, the same layer several times where it is there several times. */
  readonly layers: readonly UnpackedLayer[];
};

/** A layer as the file has it. `size` is in bytes, as it is stored. */
export type UnpackedLayer = {
  readonly diffId: Digest;
  readonly size: number;
  /** open streams it as it is stored. */
  open(): LayerStream;
  /** compressed streams it compressed on the way, on all cores: the same bytes each time and on every machine. */
  compressed(as: 'gzip' | 'zstd'): LayerStream;
} & (
  | { readonly compression: 'none' }
  /** Compressed already: its own digest, and what it decompresses to, were hashed when the file was opened. */
  | { readonly compression: 'gzip' | 'zstd'; readonly digest: Digest }
);

/**
 * A stream that reads from the beginning each time it is asked for and hashes on the way. The last chunk is held back
 * until the hash agrees; otherwise the stream ends with SOURCE_INVALID, so that whoever receives it never has the whole
 * of something else. A chunk is good until the next one is asked for.
 */
export type LayerStream = AsyncIterable<Uint8Array>;

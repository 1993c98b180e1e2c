import type { Digest } from '../image/digest.ts';
import type { BlobStream, PackedImage } from '../image/packed-image.ts';
import type { FileLocation } from '../image/source-text.ts';

/**
 * Files is the door to images in files: OCI layouts (folders and tar archives), and archives of `docker save` and
 * similar tools. They are read in place: nothing is unpacked, nothing is written, and no name in an archive becomes a
 * path. Every method throws an `ActionError`.
 */
export interface Files {
  /** has tells whether a text, which could also name an image of the engine, leads to a file with an image in it. */
  has(text: string): Promise<boolean>;
  /**
   * open finds the one image that the location names, hashes every manifest and config of it, and sees that every layer
   * is there with the right size. Throws SOURCE_NOT_FOUND if there is no such file, and SOURCE_INVALID if it holds no
   * image, several where one must be chosen, one that is not whole, or one image to some programs and another to
   * others.
   */
  open(location: FileLocation): Promise<ImageFile>;
}

/** An image in a file, open until `close`. */
export type ImageFile = PackedImage | UnpackedImage;

/** An image without a manifest, as engines with the graph driver save it: the push creates one. */
export type UnpackedImage = Pick<PackedImage, 'name' | 'tested' | 'close'> & {
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
  open(): BlobStream;
  /** compressed streams it compressed on the way, on all cores: the same bytes each time and on every machine. */
  compressed(as: 'gzip' | 'zstd'): BlobStream;
} & (
  | { readonly compression: 'none' }
  /** Compressed already: its own digest, and what it decompresses to, were hashed when the file was opened. */
  | { readonly compression: 'gzip' | 'zstd'; readonly digest: Digest }
);

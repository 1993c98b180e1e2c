import type { Digest } from '../image/digest.ts';
import type { BlobStream, PackedImage } from '../image/packed-image.ts';
import type { FileLocation } from '../image/source-text.ts';

/**
 * Files gives access to images in files: OCI layouts (folders and tar archives), and archives of `docker save` and
 * similar tools. They are read in place: nothing is unpacked, nothing is written, and no name in an archive becomes a
 * path. Every method throws an `ActionError`.
 */
export interface Files {
  /** has tells whether a text, which could also name an image of the engine, names a file with an image in it. */
  has(text: string): Promise<boolean>;
  /**
   * open finds the image that the location names, hashes all its manifests and configs, and checks that every layer
   * exists with the right size. Throws SOURCE_NOT_FOUND if there is no such file. Throws SOURCE_INVALID if the file has
   * no image, several without a choice, an incomplete one, or if programs read different images from it.
   */
  open(location: FileLocation): Promise<ImageFile>;
}

/** An image in a file, open until `close`. */
export type ImageFile = PackedImage | UnpackedImage;

/** An image without a manifest, as engines with the graph driver save it: the push creates one. */
export type UnpackedImage = Pick<PackedImage, 'name' | 'tested' | 'close'> & {
  readonly kind: 'unpacked';
  readonly config: { readonly digest: Digest; readonly bytes: Uint8Array };
  /** In the order of the config's diff_ids; a repeated layer is repeated here. */
  readonly layers: readonly UnpackedLayer[];
};

/** A layer in the file. `size` is in bytes, as stored. */
export type UnpackedLayer = {
  readonly diffId: Digest;
  readonly size: number;
  /** open streams the layer as it is stored. */
  open(): BlobStream;
  /** compressed streams the layer and compresses it on all cores: the same bytes each time and on every machine. */
  compressed(as: 'gzip' | 'zstd'): BlobStream;
} & (
  | { readonly compression: 'none' }
  /** Already compressed: when the file was opened, its digest and its decompressed content were checked. */
  | { readonly compression: 'gzip' | 'zstd'; readonly digest: Digest }
);

import type { Descriptor, Manifest } from './manifest.ts';

/** The exact bytes of a manifest or index, and the media type that they are kept or served as. */
export type Document = Pick<Manifest, 'bytes' | 'mediaType'>;

/**
 * Content is a place that may have the parts of an image: a folder, an archive, what an engine saves, a repository on a
 * registry. It tells what is there and judges nothing: `readImage` does, for all places alike. What a place has with
 * another size than is asked for it may hand out, or refuse by an `ImageProblem` where that would be too much to read.
 */
export interface Content {
  /** manifest returns a manifest or index; undefined if it is not there. */
  manifest(at: Descriptor): Promise<Document | undefined>;
  /** config returns the bytes of a config; undefined if it is not there. */
  config(at: Descriptor): Promise<Uint8Array | undefined>;
  /** sizeOf returns how many bytes a layer has; undefined if it is not there to be read. */
  sizeOf(layer: Descriptor): Promise<number | undefined>;
}

/** What is wrong with an image, as the end of the sentence "No image: …", whatever place it is in. */
export class ImageProblem extends Error {
  override readonly name = 'ImageProblem';
  /** The parts that are not there, in words; none if all are, and one of them is wrong. */
  readonly missing: readonly string[];
  readonly hint: string | undefined;
  /** Whether a part is not what its digest or its size says. */
  readonly isDamage: boolean;

  constructor(
    message: string,
    details: { readonly hint?: string; readonly missing?: readonly string[]; readonly isDamage?: boolean } = {},
  ) {
    super(message);
    this.missing = details.missing ?? [];
    this.hint = details.hint;
    this.isDamage = details.isDamage ?? false;
  }
}

/** Parts that an error names at most. */
const MOST_NAMED = 5;

/** lacking says that parts of an image are not there. */
export function lacking(missing: readonly string[]): ImageProblem {
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  return new ImageProblem(`it lacks ${missing.slice(0, MOST_NAMED).join(', ')}${more}`, { missing });
}

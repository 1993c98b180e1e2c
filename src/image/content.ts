import type { Descriptor, Manifest } from './manifest.ts';

/** The exact bytes of a manifest or index, and the media type under which it is stored or served. */
export type Document = Pick<Manifest, 'bytes' | 'mediaType'>;

/**
 * Content is a place that may have the parts of an image: a folder, an archive, the output of an engine, a repository
 * on a registry. It only reads; `readImage` judges, in the same way for all places. If a part has another size than
 * requested, Content may return it, or throw an `ImageProblem` if it is too large to read.
 */
export interface Content {
  /** manifest returns a manifest or index; undefined if it is not there. */
  manifest(at: Descriptor): Promise<Document | undefined>;
  /** config returns the bytes of a config; undefined if it is not there. */
  config(at: Descriptor): Promise<Uint8Array | undefined>;
  /** sizeOf returns the number of bytes of a layer; undefined if the layer cannot be read there. */
  sizeOf(layer: Descriptor): Promise<number | undefined>;
}

/** What is wrong with an image in any place, as the end of the sentence "No image: …". */
export class ImageProblem extends Error {
  override readonly name = 'ImageProblem';
  /** The missing parts, in words; empty if all parts exist, and one of them is wrong. */
  readonly missing: readonly string[];
  readonly hint: string | undefined;
  /** Whether a part does not match its digest or its size. */
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

/** The most parts that one error names. */
const MOST_NAMED = 5;

/** lacking reports that parts of an image are missing. */
export function lacking(missing: readonly string[]): ImageProblem {
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  return new ImageProblem(`it lacks ${missing.slice(0, MOST_NAMED).join(', ')}${more}`, { missing });
}

import type { Digest } from '../image/digest.ts';
import { readDocument } from '../image/document.ts';
import type { Manifest } from '../image/manifest.ts';

/**
 * Whether to write a tag of cosign: nothing to do (`same`, `more`), write it, or `torn`: each side has a layer that the
 * other lacks.
 */
export type TagDecision =
  | { readonly kind: 'same' | 'more' | 'write' }
  | { readonly kind: 'torn'; readonly shown: Digest };

/**
 * decideTag compares the manifests of a source and a destination under a tag of cosign. For each signature, cosign
 * rewrites this manifest with one more layer. So nothing is lost if one manifest has all layers of the other.
 *
 * |   | the destination shows                  | answer |
 * |---|----------------------------------------|--------|
 * | 1 | nothing                                | write  |
 * | 2 | the same                               | same   |
 * | 3 | all the layers, and more               | more   |
 * | 4 | some of the layers, and no other       | write  |
 * | 5 | a layer that the source does not have  | torn   |
 * | 6 | another kind of manifest               | torn   |
 */
export function decideTag(ours: Manifest, shown: Manifest | undefined): TagDecision {
  if (shown === undefined) return { kind: 'write' };
  if (shown.digest === ours.digest) return { kind: 'same' };
  const [have, want] = [layersOf(shown), layersOf(ours)];
  if (have !== undefined && want !== undefined) {
    if (want.isSubsetOf(have)) return { kind: 'more' };
    if (have.isSubsetOf(want)) return { kind: 'write' };
  }
  return { kind: 'torn', shown: shown.digest };
}

/** A signature is in the annotations of its layer, and two signatures may have the same payload. */
function layersOf({ kind, bytes }: Manifest): ReadonlySet<string> | undefined {
  if (kind !== 'manifest') return undefined;
  const { layers } = readDocument(bytes) as { readonly layers: readonly Readonly<Record<string, unknown>>[] };
  return new Set(layers.map(({ digest, annotations }) => JSON.stringify([digest, sorted(annotations)])));
}

function sorted(annotations: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries((annotations ?? {}) as object).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The truth table of tags of cosign, by its numbers. */
import { describe, expect, it } from '@jest/globals';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { decideTag } from '../../../src/referrers/same-tag.ts';
import { buildIndex, type Document } from '../../doubles/registry/images.ts';
import { cosignSignature } from '../../doubles/registry/referrers.ts';

const manifestOf = ({ bytes, mediaType }: Document): Manifest => parseManifest(bytes, mediaType);
const signed = (...by: readonly string[]): Manifest => manifestOf(cosignSignature(...by));

/** The same payload, signed by each of these: cosign has the signature in an annotation. */
function annotated(...signatures: readonly string[]): Manifest {
  const document = JSON.parse(cosignSignature('payload').bytes.toString());
  const [layer] = document.layers;
  const layers = signatures.map((signature) => ({
    ...layer,
    annotations: { 'dev.cosignproject.cosign/signature': signature },
  }));
  const { mediaType } = document;
  return manifestOf({ digest: '', mediaType, bytes: Buffer.from(JSON.stringify({ ...document, layers })) });
}

describe('a tag of cosign', () => {
  it.each([
    [1, 'nothing', signed('a'), undefined, 'write'],
    [2, 'the same', signed('a'), signed('a'), 'same'],
    [3, 'all and more', signed('a'), signed('b', 'a'), 'more'],
    [4, 'some of it', signed('a', 'b'), signed('b'), 'write'],
    [5, 'another one', signed('a'), signed('b'), 'torn'],
    [5, 'some of it, and another one', signed('a', 'b'), signed('b', 'c'), 'torn'],
    [5, 'another signature of the same payload', annotated('one'), annotated('other'), 'torn'],
    [3, 'that signature, and another one of the same payload', annotated('one'), annotated('other', 'one'), 'more'],
    [6, 'an index', signed('a'), manifestOf(buildIndex()), 'torn'],
  ] as const)('%i: that shows %s', (_row, _what, ours, shown, kind) => {
    expect(decideTag(ours, shown).kind).toBe(kind);
  });
});

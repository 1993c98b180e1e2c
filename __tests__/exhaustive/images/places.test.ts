/** One definition of an image: whatever place it is in, it is the same image, or refused for the same reason. */
import { describe, expect, it } from '@jest/globals';
import { contentOfSavedImage } from '../../../src/docker/saved-content.ts';
import { storedContent } from '../../../src/files/stored-content.ts';
import { type Content, ImageProblem } from '../../../src/image/content.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { readImage } from '../../../src/image/image.ts';
import { type Manifest, parseManifest } from '../../../src/image/manifest.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { blobPath } from '../../doubles/archives/layouts.ts';
import { tar } from '../../doubles/archives/tar.ts';
import { InMemoryRegistry } from '../../unit/doors/in-memory-registry.ts';
import { archiveInMemory, folderInMemory } from '../../unit/files/in-memory.ts';
import { Random } from '../random.ts';
import { type Answer, answerFor, type Wrong } from './oracle.ts';
import { type Made, RandomImages } from './random-images.ts';

const IMAGES = 50_000;

const WORDS: readonly (readonly [Wrong, RegExp])[] = [
  ['deep', /more than 2 indexes deep/],
  ['foreign', /is a foreign layer/],
  ['bytes', /bytes, and (?:should have|the image says)|served with other bytes/],
  ['type', /another media type|media type inside|is not one: the content type|is not one: it (?:is|has)/],
  ['roleless', /neither an image nor an attestation/],
  ['no config', /is not that of an (?:image|attestation)/],
  ['disguised', /is called an attestation, but/],
  ['count', /layers, but its config/],
  ['platform', /its index says that .* is for/],
  ['nowhere', /no image that can run/],
  ['twice', /two images for/],
];

/** An image, and the archive of what there is of it. */
type Given = {
  readonly made: Made;
  readonly root: Manifest;
  readonly archive: Buffer;
  readonly files: ReadonlyMap<string, Buffer>;
};
type Place = (given: Given) => Promise<Content>;

function given(made: Made): Given {
  const there = [...made.parts.values()].filter(({ digest }) => !made.gone.has(digest));
  const files = new Map(there.map(({ digest, bytes }) => [blobPath(digest), bytes]));
  const { bytes, mediaType } = made.root.part;
  return {
    made,
    root: parseManifest(bytes, mediaType),
    files,
    archive: tar([...files].map(([name, content]) => ({ name, content }))),
  };
}

async function* whole(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}

const PLACES: readonly (readonly [string, Place])[] = [
  ['folder', async ({ files }) => storedContent(folderInMemory(files))],
  ['archive', async ({ archive }) => storedContent(await archiveInMemory(archive))],
  [
    'engine save',
    async ({ archive, made }) => {
      const saved = await contentOfSavedImage(whole(archive), made.root.part.digest as Digest);
      if (saved === undefined) throw new Error('the root is always there');
      return saved.content;
    },
  ],
  [
    'registry',
    async ({ made: { parts, gone } }) => {
      const registry = new InMemoryRegistry();
      for (const { digest, bytes, mediaType } of parts.values()) {
        if (gone.has(digest)) continue;
        if (/manifest|index/.test(mediaType)) registry.keep({ digest, bytes, mediaType });
        else registry.blobs.set(digest, bytes);
      }
      return registryContent(registry);
    },
  ],
];

async function answerIn(place: Place, image: Given): Promise<Answer> {
  try {
    const { platforms, attestations } = await readImage(await place(image), image.root);
    return {
      images: platforms.map(({ manifest }) => manifest.digest),
      attestations: attestations.map(({ digest }) => digest),
    };
  } catch (error) {
    if (!(error instanceof ImageProblem)) throw error;
    if (error.missing.length > 0) return { missing: error.missing.map((part) => part.slice(-'sha256:'.length - 64)) };
    const [wrong] = WORDS.find(([, words]) => words.test(error.message)) ?? [];
    if (wrong === undefined) throw error;
    return { wrong };
  }
}

describe(`${IMAGES} random images`, () => {
  it('are what they were made to be, in every place', async () => {
    const images = new RandomImages(new Random(15));
    const seen = new Map<string, number>();
    for (let at = 0; at < IMAGES; at++) {
      const image = given(images.next());
      const expected = answerFor(image.made);
      for (const [place, open] of PLACES) {
        const found = await answerIn(open, image);
        if (JSON.stringify(found) === JSON.stringify(expected)) continue;
        const { root } = image.made;
        expect({ at, place, ...found, root }).toEqual({ at, place, ...expected, root });
      }
      const kind = 'wrong' in expected ? expected.wrong : 'missing' in expected ? 'missing' : 'image';
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    // Each answer must have been seen often, or the images are too tame, or too odd.
    const seldom = ['image', 'missing', ...WORDS.map(([wrong]) => wrong)].filter((kind) => (seen.get(kind) ?? 0) < 50);
    expect(seldom).toEqual([]);
    expect(seen.get('image')).toBeGreaterThan(IMAGES / 5);
  });
});

import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { UnpackedImage } from '../../src/files/files.ts';
import { parseConfig } from '../../src/image/config.ts';
import type { Digest } from '../../src/image/digest.ts';
import type { Image } from '../../src/image/image.ts';
import { type Descriptor, type ImageManifest, type Manifest, parseManifest } from '../../src/image/manifest.ts';
import type { PackedImage } from '../../src/image/packed-image.ts';
import { testedIn } from '../../src/image/tested.ts';
import type { Image as Built, ImageIndex } from './registry/images.ts';

/** What was read of an image file. */
export type Reading = {
  /** Digests, in the order in which their streams were begun. */
  readonly begun: string[];
  /** How many streams were open at once, at most. */
  most: number;
};

/** What a reading of the image makes of it, its index taken at its word. */
export function imageOf(of: Built | ImageIndex): Image {
  const leaves = 'children' in of ? of.children : [of];
  const isImage = ({ config }: Built) => JSON.parse(`${config.bytes}`).os !== 'unknown';
  const root = manifestOf(of);
  const [first, ...others] = leaves
    .filter(isImage)
    .map((leaf) => ({ ...parseConfig(leaf.config.bytes), manifest: manifestOf(leaf) as ImageManifest }));
  if (first === undefined) throw new Error('it has no image');
  const blobs = new Map(leaves.flatMap(({ config, layers }) => [config, ...layers]).map((blob) => [blob.digest, blob]));
  return {
    root,
    platforms: [first, ...others],
    attestations: leaves.filter((leaf) => !isImage(leaf)).map((leaf) => manifestOf(leaf) as ImageManifest),
    manifests: [...leaves.map(manifestOf), ...('children' in of ? [root] : [])],
    configs: new Map(leaves.map(({ config }) => [config.digest as Digest, config.bytes])),
    blobs: [...blobs.values()].map(({ digest, size, mediaType }) => ({ digest: digest as Digest, size, mediaType })),
  };
}

/** An image file whose content is in memory. */
export function packedFile(of: Built | ImageIndex, reading: Reading = { begun: [], most: 0 }): PackedImage {
  const leaves = 'children' in of ? of.children : [of];
  const contents = new Map(
    leaves.flatMap(({ config, layers }) => [config, ...layers]).map((blob) => [blob.digest, blob]),
  );
  const image = imageOf(of);
  let isOpen = 0;
  return {
    kind: 'packed',
    name: 'image.tar',
    image,
    tested: testedIn(image),
    repositories: [],
    repositoryOf: () => undefined,
    close: async () => undefined,
    openBlob: async function* ({ digest }: Descriptor) {
      reading.begun.push(digest);
      isOpen += 1;
      reading.most = Math.max(reading.most, isOpen);
      try {
        yield contents.get(digest)?.bytes ?? Buffer.alloc(0);
      } finally {
        isOpen -= 1;
      }
    },
  };
}

/** An image file without a manifest: its config, and its layers as tars. */
export function unpackedFile(config: Buffer, layers: readonly Buffer[]): UnpackedImage {
  const digest = sha256(config);
  return {
    kind: 'unpacked',
    name: 'image.tar',
    tested: {
      id: digest,
      root: undefined,
      names: [{ digest, of: 'whole' }],
      platforms: [{ ...parseConfig(config), configDigest: digest, manifestDigest: undefined }],
      isComplete: true,
      calledAs: [],
      narrowedFrom: undefined,
    },
    close: async () => undefined,
    config: { digest, bytes: config },
    layers: layers.map((bytes) => ({
      diffId: sha256(bytes),
      size: bytes.length,
      compression: 'none',
      open: async function* () {
        yield bytes;
      },
      compressed: async function* (as) {
        yield as === 'gzip' ? gzipSync(bytes) : zstdCompressSync(bytes);
      },
    })),
  };
}

export function sha256(bytes: Buffer): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest;
}

function manifestOf({ bytes, mediaType }: { readonly bytes: Buffer; readonly mediaType: string }): Manifest {
  return parseManifest(bytes, mediaType);
}

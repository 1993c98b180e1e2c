import { createHash } from 'node:crypto';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { PackedImage, UnpackedImage } from '../../src/files/files.ts';
import type { Digest } from '../../src/image/digest.ts';
import { type Descriptor, type Manifest, parseConfig, parseManifest } from '../../src/image/manifest.ts';
import type { Image, ImageIndex } from './registry/images.ts';

/** What was read of an image file. */
export type Reading = {
  /** Digests, in the order in which their streams were begun. */
  readonly begun: string[];
  /** How many streams were open at once, at most. */
  most: number;
};

/** An image file whose content is in memory. */
export function packedFile(image: Image | ImageIndex, reading: Reading = { begun: [], most: 0 }): PackedImage {
  const leaves = 'children' in image ? image.children : [image];
  const manifests = [...leaves, ...('children' in image ? [image] : [])].map(manifestOf);
  const root = manifestOf(image);
  const contents = new Map(
    leaves.flatMap(({ config, layers }) => [config, ...layers]).map((blob) => [blob.digest, blob]),
  );
  const [first] = leaves as readonly [Image];
  let isOpen = 0;
  return {
    kind: 'packed',
    name: 'image.tar',
    identity: { ...parseConfig(first.config.bytes), id: root.digest, idOf: 'root' },
    platforms: [
      {
        ...parseConfig(first.config.bytes),
        configDigest: first.config.digest as Digest,
        manifestDigest: first.digest as Digest,
      },
    ],
    knownAs: new Set([root.digest]),
    close: async () => undefined,
    root,
    manifests,
    configs: new Map(leaves.map(({ config }) => [config.digest as Digest, config.bytes])),
    blobs: [...contents.values()].map(({ digest, size, mediaType }) => ({ digest: digest as Digest, size, mediaType })),
    narrowedFrom: undefined,
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
    identity: { ...parseConfig(config), id: digest, idOf: 'config' },
    platforms: [{ ...parseConfig(config), configDigest: digest, manifestDigest: undefined }],
    knownAs: new Set([digest]),
    narrowedFrom: undefined,
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

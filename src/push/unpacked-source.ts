import type { UnpackedImage, UnpackedLayer } from '../files/files.ts';
import { type Descriptor, type Manifest, parseManifest } from '../image/manifest.ts';
import { MEDIA_TYPES, OCI_CONFIG } from '../image/media-types.ts';
import type { Registry } from '../registry/registry.ts';
import { inLanes } from './in-lanes.ts';
import { Progress } from './progress.ts';
import { pushedClaim, type Source } from './source.ts';
import { type Piece, putAsBlobs, putManifests, type UploadTerms, uploadAll, uploadMissing } from './upload.ts';

/** What happens to layers that are not compressed yet. */
export const LAYER_COMPRESSIONS = ['gzip', 'zstd', 'none'] as const;
export type LayerCompression = (typeof LAYER_COMPRESSIONS)[number];

/** Layers compressed at once: one keeps all cores busy, while the other keeps the connection busy. */
const COMPRESSED_AT_ONCE = 2;

const LAYER_TYPES: Readonly<Record<LayerCompression, string>> = {
  none: 'application/vnd.oci.image.layer.v1.tar',
  gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
  zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
};

export type UnpackedTerms = UploadTerms & { readonly compression: LayerCompression };

/** unpackedSource is an image without a manifest: the push creates one. */
export function unpackedSource(file: UnpackedImage): Source {
  const { name, tested } = file;
  return {
    kind: 'file',
    name,
    repositories: [],
    tested,
    inFull: async () => tested,
    isPushedByEngine: false,
    foreseen: (compression) =>
      [configOf(file), ...known(file, compression).map(({ piece }) => piece)].map(({ blob }) => blob),
    push: async ({ registry, sight }, { compression, mountFrom, teller }) => {
      const progress = new Progress(teller);
      const root = await pushUnpacked(registry, file, { progress, mountFrom, compression, sight });
      return pushedClaim(root, { transfer: progress.transfer, sendAnew: () => putAsBlobs(registry, [root]) });
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/**
 * pushUnpacked pushes an image without a manifest: its config unchanged, its layers compressed during the upload, and a
 * new manifest, the same for the same image on every machine. The digest of a layer is known only when it is
 * compressed, so it is sent meanwhile. Nothing is written to disk, and nothing compressed twice unless the registry
 * loses it. Returns the manifest, which is put by its digest, without a tag.
 */
export async function pushUnpacked(registry: Registry, image: UnpackedImage, terms: UnpackedTerms): Promise<Manifest> {
  const sent = new Map<string, Piece>();
  const ready = known(image, terms.compression);
  for (const { layer, piece } of ready) sent.set(layer.diffId, piece);
  const config = configOf(image);
  const others = distinct(image).filter(({ diffId }) => !sent.has(diffId));
  if (others.length > 0) terms.progress.expectMore();

  await uploadMissing(registry, [config, ...ready.map(({ piece }) => piece)], terms);
  const largestFirst = others.toSorted((one, other) => other.size - one.size);
  await inLanes(largestFirst, COMPRESSED_AT_ONCE, async (layer, signal) => {
    sent.set(layer.diffId, await sendCompressed(registry, layer, { ...terms, signal }));
  });

  const manifest = manifestOf(
    config.blob,
    image.layers.map(({ diffId }) => (sent.get(diffId) as Piece).blob),
  );
  await putManifests(
    () => registry.put(manifest),
    // Compressing a layer again gives the same bytes.
    () => uploadAll(registry, [config, ...sent.values()], terms),
  );
  return manifest;
}

function configOf({ config: { digest, bytes } }: UnpackedImage): Piece {
  const blob = { mediaType: OCI_CONFIG, digest, size: bytes.byteLength };
  return {
    blob,
    open: async function* () {
      yield bytes;
    },
  };
}

type Known = { readonly layer: UnpackedLayer; readonly piece: Piece };

/** Layers whose digests are known in advance: they are already compressed, or stay uncompressed. */
function known(image: UnpackedImage, compression: LayerCompression): readonly Known[] {
  return distinct(image).flatMap((layer) => asPiece(layer, compression));
}

function distinct({ layers }: UnpackedImage): readonly UnpackedLayer[] {
  return [...new Map(layers.map((layer) => [layer.diffId, layer])).values()];
}

function asPiece(layer: UnpackedLayer, compression: LayerCompression): readonly Known[] {
  if (layer.compression === 'none' && compression !== 'none') return [];
  const digest = layer.compression === 'none' ? layer.diffId : layer.digest;
  const blob = { mediaType: LAYER_TYPES[layer.compression], digest, size: layer.size };
  return [{ layer, piece: { blob, open: () => layer.open() } }];
}

async function sendCompressed(
  registry: Registry,
  layer: UnpackedLayer,
  { progress, compression, signal }: UnpackedTerms & { readonly signal: AbortSignal },
): Promise<Piece> {
  const as = compression === 'zstd' ? 'zstd' : 'gzip';
  const open = () => layer.compressed(as);
  const content = await registry.uploadStream({ open: progress.watch(open), signal });
  progress.done(content, 'uploaded');
  return { blob: { mediaType: LAYER_TYPES[as], ...content }, open };
}

/** manifestOf creates an image manifest (image-spec, manifest.md), always with the same bytes. */
function manifestOf(config: Descriptor, layers: readonly Descriptor[]): Manifest {
  const mediaType = MEDIA_TYPES.ociManifest;
  const plain = ({ mediaType, digest, size }: Descriptor) => ({ mediaType, digest, size });
  const document = { schemaVersion: 2, mediaType, config: plain(config), layers: layers.map(plain) };
  return parseManifest(Buffer.from(JSON.stringify(document)), mediaType);
}

import { digestsOf } from '../compression/blob-digests.ts';
import { type Compression, compressionOf } from '../compression/formats.ts';
import { type Config, parseConfig } from '../image/config.ts';
import { type Digest, shortDigest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import { DAMAGED, FileProblem } from '../tar/file-problem.ts';
import { readSavedConfig, type SavedImage } from './saved-images.ts';
import { copied, needed, type Storage, type Stored, startOf } from './storage.ts';

/** An unpacked image without its streams: these are created from the stored files and their digests. */
export type UnpackedDocuments = {
  readonly kind: 'unpacked';
  readonly config: { readonly digest: Digest; readonly bytes: Uint8Array };
  readonly platform: Config;
  /** Digest of the engine's own manifest for it, which is not the one that it pushes. */
  readonly manifestDigest: Digest | undefined;
  readonly narrowedFrom: Digest | undefined;
  readonly leftBehind: readonly string[];
  readonly layers: readonly StoredLayer[];
};

/** A layer as stored; `digest` is that of the stored bytes, and equals the diff_id if they are not compressed. */
export type StoredLayer = {
  readonly stored: Stored;
  readonly diffId: Digest;
  readonly compression: Compression;
  readonly digest: Digest;
};

/**
 * readUnpackedImage reads the config of a saved image and finds its layers. It reads compressed layers completely,
 * because only their content shows their digest. Throws a FileProblem.
 */
export async function readUnpackedImage(storage: Storage, saved: SavedImage): Promise<UnpackedDocuments> {
  const config = await readSavedConfig(storage, saved);
  const platform = configOf(config);
  const { length } = saved.layers;
  if (platform.diffIds.length !== length) {
    throw new FileProblem(`the image has ${length} layers, but its config ${config.digest} ${platform.diffIds.length}`);
  }
  const layers: StoredLayer[] = [];
  for (const [at, diffId] of platform.diffIds.entries()) {
    // A repeated layer is read once.
    const known = layers.find((layer) => layer.diffId === diffId);
    layers.push(known ?? (await storedLayer(await needed(storage, saved.layers[at] ?? ''), diffId)));
  }
  return {
    kind: 'unpacked',
    config,
    platform,
    manifestDigest: undefined,
    narrowedFrom: undefined,
    leftBehind: [],
    layers,
  };
}

function configOf({ digest, bytes }: UnpackedDocuments['config']): Config {
  try {
    return parseConfig(bytes);
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its config ${digest} is not that of an image: ${cause.message}`, { cause });
  }
}

/** storedLayer reads how a layer is stored from its content. Throws a FileProblem if its diff_id is another one. */
export async function storedLayer(stored: Stored, diffId: Digest): Promise<StoredLayer> {
  const compression = compressionOf(await startOf(stored));
  if (compression === 'none') return { stored, diffId, compression, digest: diffId };
  const found = await digestsOf(copied(stored.read()), diffId);
  if (found.diffId !== diffId) {
    throw new FileProblem(`its layer ${shortDigest(diffId)} was changed: it decompresses to something else`, DAMAGED);
  }
  return { stored, diffId, compression, digest: found.digest };
}

import { compress, type Target } from '../compression/compress.ts';
import type { Digest } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { Identity } from '../image/tested.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { checked } from './checked-stream.ts';
import type { ImageFile, LayerStream, PackedImage, PlatformImage, UnpackedImage, UnpackedLayer } from './files.ts';
import { streamInWords } from './in-words.ts';
import type { PackedDocuments } from './packed-image.ts';
import type { ReadImage } from './read-image.ts';
import type { Storage } from './storage.ts';
import { findBlob } from './stored-content.ts';
import type { StoredLayer, UnpackedDocuments } from './unpacked-image.ts';

/** imageFile gives what was read of an image its name and its streams, and keeps the storage open for them. */
export function imageFile(name: string, storage: Storage, image: ReadImage): ImageFile {
  return image.kind === 'packed' ? packed(name, storage, image) : unpacked(name, storage, image);
}

function packed(name: string, storage: Storage, image: PackedDocuments): PackedImage {
  const { root, manifests, platforms, narrowedFrom } = image;
  const [first] = platforms;
  const digests = [...manifests, ...platforms.map(({ configDigest }) => ({ digest: configDigest }))];
  return {
    ...image,
    name,
    identity: root.kind === 'index' ? { ...first, id: root.digest, idOf: 'index' } : byConfig(first),
    knownAs: knownAs([...digests.map(({ digest }) => digest), narrowedFrom]),
    openBlob: (blob) => fromTheBeginning(name, () => streamBlob(storage, blob)),
    close: () => storage.close(),
  };
}

function unpacked(name: string, storage: Storage, image: UnpackedDocuments): UnpackedImage {
  const { kind, config, platform, layers, manifestDigest, narrowedFrom } = image;
  return {
    kind,
    name,
    config,
    layers: layers.map((layer) => streamed(name, layer)),
    identity: byConfig(platform),
    platforms: [platform],
    knownAs: knownAs([config.digest, manifestDigest, narrowedFrom]),
    narrowedFrom,
    close: () => storage.close(),
  };
}

function byConfig(image: PlatformImage): Identity {
  return { ...image, id: image.configDigest, idOf: 'config' };
}

function knownAs(digests: readonly (Digest | undefined)[]): ReadonlySet<Digest> {
  return new Set(digests.filter((digest) => digest !== undefined));
}

function streamed(name: string, { stored, diffId, compression, digest }: StoredLayer): UnpackedLayer {
  const open = () => fromTheBeginning(name, () => checked(stored, digest));
  const compressed = (as: Target) => fromTheBeginning(name, () => compress(checked(stored, digest), as));
  const layer = { diffId, size: stored.size, open, compressed };
  return compression === 'none' ? { ...layer, compression } : { ...layer, compression, digest };
}

async function* streamBlob(storage: Storage, blob: Descriptor): AsyncGenerator<Uint8Array, void, undefined> {
  const stored = await findBlob(storage, blob);
  if (stored === undefined) throw new FileProblem(`it lacks the content ${blob.digest}`);
  yield* checked(stored, blob.digest);
}

function fromTheBeginning(name: string, open: () => AsyncIterable<Uint8Array>): LayerStream {
  return { [Symbol.asyncIterator]: () => streamInWords(name, open()) };
}

import { compress, type Target } from '../compression/compress.ts';
import { type AttachedPlace, attachedAt } from '../image/attached.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { BlobStream, PackedImage } from '../image/packed-image.ts';
import { otherSize } from '../image/reading.ts';
import { type Name, namesOf, type Tested, testedIn } from '../image/tested.ts';
import { DAMAGED, FileProblem } from '../tar/file-problem.ts';
import type { ImageFile, UnpackedImage, UnpackedLayer } from './files.ts';
import { inWords, streamInWords } from './in-words.ts';
import { layoutReferrers } from './layout-referrers.ts';
import { checked, type Storage } from './storage.ts';
import { findBlob, storedContent } from './stored-content.ts';
import type { PackedDocuments, StoredImage } from './stored-image.ts';
import type { StoredLayer, UnpackedDocuments } from './unpacked-image.ts';

/** imageFile adds the name and the streams to an image that was read, and keeps the storage open for them. */
export function imageFile(name: string, storage: Storage, image: StoredImage): ImageFile {
  return image.kind === 'packed' ? packed(name, storage, image) : unpacked(name, storage, image);
}

function packed(name: string, storage: Storage, { kind, image, listed, ...narrowed }: PackedDocuments): PackedImage {
  const openBlob = (blob: Descriptor) => fromTheBeginning(name, () => streamBlob(storage, blob));
  const { list, read, tagged, manifest } = layoutReferrers(storedContent(storage), listed);
  const place: AttachedPlace = {
    list: (subject) => inWords(name, () => list(subject)),
    read: (digest, subject) => inWords(name, () => read(digest, subject)),
    tagged: (tag) => inWords(name, () => tagged(tag)),
    manifest: (at) => inWords(name, () => manifest(at)),
    openBlob,
    repository: undefined,
  };
  return {
    kind,
    name,
    image,
    tested: testedIn(image, narrowed),
    repositories: [],
    repositoryOf: () => undefined,
    openBlob,
    attached: attachedAt(image, place),
    close: () => storage.close(),
  };
}

function unpacked(
  name: string,
  storage: Storage,
  { kind, config, layers, ...known }: UnpackedDocuments,
): UnpackedImage {
  return {
    kind,
    name,
    config,
    layers: layers.map((layer) => streamed(name, layer)),
    tested: testedSaved({ config, ...known }),
    close: () => storage.close(),
  };
}

/** The manifest that an engine has for such an image will not be published, but its digest also names the image. */
function testedSaved({
  config,
  platform,
  manifestDigest,
  narrowedFrom,
  leftBehind,
}: Omit<UnpackedDocuments, 'kind' | 'layers'>): Tested {
  const only = { ...platform, configDigest: config.digest, manifestDigest };
  const index: readonly Name[] = narrowedFrom === undefined ? [] : [{ digest: narrowedFrom, of: 'whole' }];
  return {
    id: config.digest,
    root: undefined,
    names: [...index, ...namesOf(only)],
    platforms: [only],
    isComplete: true,
    calledAs: [],
    narrowedFrom,
    leftBehind,
  };
}

function streamed(name: string, { stored, diffId, compression, digest }: StoredLayer): UnpackedLayer {
  const open = () => fromTheBeginning(name, () => checked(stored, digest));
  const compressed = (as: Target) => fromTheBeginning(name, () => compress(checked(stored, digest), as));
  const layer = { diffId, size: stored.size, open, compressed };
  return compression === 'none' ? { ...layer, compression } : { ...layer, compression, digest };
}

async function* streamBlob(storage: Storage, blob: Descriptor): AsyncGenerator<Uint8Array, void, undefined> {
  const stored = await findBlob(storage, blob);
  if (stored === undefined) throw new FileProblem(`the content ${blob.digest} is missing`, DAMAGED);
  if (stored.size !== blob.size) throw otherSize(`content ${blob.digest}`, stored.size, blob);
  yield* checked(stored, blob.digest);
}

function fromTheBeginning(name: string, open: () => AsyncIterable<Uint8Array>): BlobStream {
  return { [Symbol.asyncIterator]: () => streamInWords(name, open()) };
}

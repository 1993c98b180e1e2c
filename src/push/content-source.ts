import type { Manifest } from '../image/manifest.ts';
import type { PackedImage } from '../image/packed-image.ts';
import { sameRepository } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import { Progress } from './progress.ts';
import { type Destination, pushedClaim, type Source } from './source.ts';
import type { LayerCompression } from './unpacked-source.ts';
import {
  isLacking,
  type Piece,
  putAsBlobs,
  putManifests,
  type UploadTerms,
  uploadAll,
  uploadMissing,
} from './upload.ts';

/** contentSource is an image that has its manifest: it is pushed unchanged, so its digest is known in advance. */
export function contentSource(kind: 'file' | 'registry' | 'joined', packed: PackedImage): Source {
  const { name, tested, repositories, attached } = packed;
  return {
    kind,
    name,
    tested,
    repositories,
    attached,
    inFull: async () => tested,
    isPushedByEngine: false,
    foreseen: () => packed.image.blobs,
    push: async ({ registry, target, mountsFrom, sight }, { mountFrom, teller, compression }) => {
      for (const line of uncompressedLines(packed, compression)) teller.tell(line);
      const progress = new Progress(teller);
      const root = await pushPacked(registry, packed, { progress, mountFrom, mountsFrom, target, sight });
      const sendAnew = () => putAsBlobs(registry, packed.image.manifests);
      return pushedClaim(root, { transfer: progress.transfer, sendAnew, parts: packed.image });
    },
    [Symbol.asyncDispose]: () => packed.close(),
  };
}

/** The ending of the media types of uncompressed layers (image-spec, layer.md; Docker's schema 2). */
const PLAIN_LAYER = /\.tar$/;

/** uncompressedLines say that layers stay uncompressed, although compression was asked for. */
export function uncompressedLines(
  { image }: Pick<PackedImage, 'image'>,
  compression: LayerCompression,
): readonly string[] {
  const plain = image.blobs.filter(({ mediaType }) => PLAIN_LAYER.test(mediaType));
  if (compression === 'none' || plain.length === 0) return [];
  return [
    `"compression: ${compression}" changes nothing here: ${plain.length} of its layers are not compressed, and an image ` +
      'that has its manifest is published as it is. The step that writes the file can compress them.',
  ];
}

/**
 * pushPacked pushes an image with its manifest unchanged: blobs, then the manifests by their digests, children before
 * parents. A manifest that was read from this repository is not pushed. It writes no tag, since nothing is verified
 * yet. Returns the root.
 */
export async function pushPacked(
  registry: Registry,
  {
    image: { root, manifests, blobs },
    openBlob,
    repositoryOf,
  }: Pick<PackedImage, 'image' | 'openBlob' | 'repositoryOf'>,
  { mountsFrom, target, ...terms }: UploadTerms & Pick<Destination, 'mountsFrom' | 'target'>,
): Promise<Manifest> {
  const pieces = blobs.map((blob): Piece => {
    const has = repositoryOf(blob);
    return { blob, open: () => openBlob(blob), from: has !== undefined && mountsFrom(has) ? has.path : undefined };
  });
  await uploadMissing(registry, pieces, terms);
  const isElsewhere = (manifest: Manifest): boolean => {
    const at = repositoryOf(manifest);
    return at === undefined || !sameRepository(at, target);
  };
  let missing: readonly Manifest[] = manifests.filter(isElsewhere);
  await putManifests(
    () => putAll(registry, missing),
    async () => {
      // The registry has lost parts since we read them: it may have lost any of them.
      missing = manifests;
      await uploadAll(registry, pieces, terms);
    },
  );
  return root;
}

/**
 * Manifests of images need only their blobs, so we push them together; if a registry rejects that, one after the other.
 * Indexes need their children first.
 */
async function putAll(registry: Registry, manifests: readonly Manifest[]): Promise<void> {
  const put = (manifest: Manifest) => registry.put(manifest);
  const images = manifests.filter(({ kind }) => kind === 'manifest');
  const refused: Manifest[] = [];
  const together = images.map((image) =>
    put(image).catch((error) => {
      if (isLacking(error)) throw error;
      refused.push(image);
    }),
  );
  await Promise.all(together);
  for (const image of refused) await put(image);
  for (const index of manifests.filter(({ kind }) => kind === 'index')) await put(index);
}

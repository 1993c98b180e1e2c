import type { PackedImage } from '../files/files.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import { Progress } from './progress.ts';
import { pushedClaim, type Source } from './source.ts';
import { putManifests, type UploadTerms, uploadMissing } from './upload.ts';

/** contentSource is an image that has its manifest: it is pushed as it is, so that its digest is known beforehand. */
export function contentSource(file: PackedImage): Source {
  const { name, tested } = file;
  return {
    kind: 'file',
    name,
    tested,
    inFull: async () => tested,
    isPushedByEngine: false,
    push: async ({ registry }, { mountFrom, teller }) => {
      const progress = new Progress(teller);
      return pushedClaim(await pushPacked(registry, file, { progress, mountFrom }), progress.transfer);
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/**
 * pushPacked brings an image with its manifest to the registry as it is: blobs, then the manifests by their digests,
 * children before parents. No tag is written, so that none leads to what was not verified. Returns its root.
 */
export async function pushPacked(
  registry: Registry,
  { image: { root, manifests, blobs }, openBlob }: Pick<PackedImage, 'image' | 'openBlob'>,
  terms: UploadTerms,
): Promise<Manifest> {
  const pieces = blobs.map((blob) => ({ blob, open: () => openBlob(blob) }));
  const upload = () => uploadMissing(registry, pieces, terms);
  await upload();
  await putManifests(() => putAll(registry, manifests), upload);
  return root;
}

/** Manifests of images need nothing but their blobs, so they go together; indexes need what comes before them. */
async function putAll(registry: Registry, manifests: readonly Manifest[]): Promise<void> {
  const put = (manifest: Manifest) => registry.put(manifest);
  await Promise.all(manifests.filter(({ kind }) => kind === 'manifest').map(put));
  for (const index of manifests.filter(({ kind }) => kind === 'index')) await put(index);
}

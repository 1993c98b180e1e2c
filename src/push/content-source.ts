import type { PackedImage } from '../files/files.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import { putManifests, type UploadTerms, uploadMissing } from './upload.ts';

/**
 * pushPacked brings an image with its manifest to the registry as it is: blobs, then the manifests by their digests,
 * children before parents. No tag is written, so that none leads to what was not verified. Returns its root.
 */
export async function pushPacked(registry: Registry, image: PackedImage, terms: UploadTerms): Promise<Manifest> {
  const pieces = image.blobs.map((blob) => ({ blob, open: () => image.openBlob(blob) }));
  const upload = () => uploadMissing(registry, pieces, terms);
  await upload();
  await putManifests(() => putAll(registry, image), upload);
  return image.root;
}

/** Manifests of images need nothing but their blobs, so they go together; indexes need what comes before them. */
async function putAll(registry: Registry, { manifests }: PackedImage): Promise<void> {
  const put = (manifest: Manifest) => registry.put(manifest);
  await Promise.all(manifests.filter(({ kind }) => kind === 'manifest').map(put));
  for (const index of manifests.filter(({ kind }) => kind === 'index')) await put(index);
}

import { ActionError } from '../../errors.ts';
import type { PackedImage } from '../../files/files.ts';
import type { Manifest } from '../../image/manifest.ts';
import type { Registry } from '../../registry/registry.ts';
import { type UploadTerms, uploadMissing } from './upload-missing.ts';

/**
 * pushPacked brings an image with its manifest to the registry as it is: blobs, then the manifests by their digests,
 * children before parents. No tag is written, so that none leads to what was not verified. Returns its root.
 */
export async function pushPacked(registry: Registry, image: PackedImage, terms: UploadTerms): Promise<Manifest> {
  const pieces = image.blobs.map((blob) => ({ blob, open: () => image.openBlob(blob) }));
  await uploadMissing(registry, pieces, terms);
  await putManifests(registry, image).catch(async (error) => {
    // A registry of several machines may have a blob on one of them, and not see it yet on another.
    if (!(error instanceof ActionError && error.code === 'CONTENT_MISSING')) throw error;
    await uploadMissing(registry, pieces, terms);
    await putManifests(registry, image);
  });
  return image.root;
}

/** Manifests of images need nothing but their blobs, so they go together; indexes need what comes before them. */
async function putManifests(registry: Registry, { manifests }: PackedImage): Promise<void> {
  const put = (manifest: Manifest) => registry.putManifest(manifest.digest, manifest);
  await Promise.all(manifests.filter(({ kind }) => kind === 'manifest').map(put));
  for (const index of manifests.filter(({ kind }) => kind === 'index')) await put(index);
}

import { type Config, configIn } from '../image/config.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import { readImage } from '../image/image.ts';
import type { Child, Manifest } from '../image/manifest.ts';
import { isImageConfig } from '../image/media-types.ts';
import { type Tested, testedIn } from '../image/tested.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * shownRevision reads the commit in the label of an image on a registry; for an index, of its first image. Undefined if
 * there is none, or if it is not an image.
 */
export async function shownRevision(registry: Registry, shown: Manifest): Promise<string | undefined> {
  const first = shown.kind === 'index' ? imagesIn(shown)[0] : shown;
  return first && (await configOf(registry, first))?.revision;
}

/**
 * imageOfCommit reads an image on a registry if every platform of it has the label of this commit; undefined if one
 * does not, or if it is not an image. It reads only the documents: the verification checks later whether the layers
 * exist, with its own errors.
 */
export async function imageOfCommit(content: Content, shown: Manifest, commit: string): Promise<Tested | undefined> {
  try {
    const image = await readImage({ ...content, sizeOf: async ({ size }) => size }, shown);
    return image.platforms.every(({ revision }) => revision === commit) ? testedIn(image) : undefined;
  } catch (error) {
    if (error instanceof ImageProblem) return undefined;
    throw error;
  }
}

function imagesIn({ children }: Manifest & { readonly kind: 'index' }): readonly Child[] {
  return children.filter(({ isAttestation }) => !isAttestation);
}

/** An index of indexes is not followed: nobody builds such images. */
async function configOf(registry: Registry, image: Manifest | Child): Promise<Config | undefined> {
  const manifest = 'kind' in image ? image : await registry.readManifest(image.digest);
  if (manifest?.kind !== 'manifest' || !isImageConfig(manifest.config)) return undefined;
  const bytes = await registry.readBlob(manifest.config);
  return bytes && configIn(bytes);
}

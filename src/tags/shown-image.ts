import { type Config, configIn } from '../image/config.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import { readImage } from '../image/image.ts';
import type { Child, Manifest } from '../image/manifest.ts';
import { isImageConfig } from '../image/media-types.ts';
import { type Tested, testedIn } from '../image/tested.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * shownRevision reads which commit an image on a registry says it was built from: of an index, its first image does.
 * Undefined if it does not say, or is no image.
 */
export async function shownRevision(registry: Registry, shown: Manifest): Promise<string | undefined> {
  const first = shown.kind === 'index' ? imagesIn(shown)[0] : shown;
  return first && (await configOf(registry, first))?.revision;
}

/**
 * imageOfCommit tells what an image on a registry *is*, if every platform of it says that it was built from the commit;
 * undefined if one of them does not, or if it is no image. Its documents tell that: whether its layers are there, too, is
 * for the verification to find, which has its own words for what is missing.
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

/** An index of indexes names its images deeper than anyone builds them. */
async function configOf(registry: Registry, image: Manifest | Child): Promise<Config | undefined> {
  const manifest = 'kind' in image ? image : await registry.readManifest(image.digest);
  if (manifest?.kind !== 'manifest' || !isImageConfig(manifest.config)) return undefined;
  const bytes = await registry.readBlob(manifest.config);
  return bytes && configIn(bytes);
}

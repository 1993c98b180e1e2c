import { ManifestProblem } from '../image/document.ts';
import { type Child, type Config, isImageConfig, type Manifest, parseConfig } from '../image/manifest.ts';
import type { Identity } from '../image/tested.ts';
import type { Registry } from '../registry/registry.ts';

/** Platforms of one index that are looked at: a registry that serves more wants to keep us busy. */
const MOST_PLATFORMS = 200;

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
 * undefined if one of them does not, or cannot be read.
 */
export async function imageOfCommit(
  registry: Registry,
  shown: Manifest,
  commit: string,
): Promise<Identity | undefined> {
  const parts = shown.kind === 'index' ? imagesIn(shown) : [shown];
  if (parts.length > MOST_PLATFORMS) return undefined;
  const configs = await Promise.all(parts.map((part) => configOf(registry, part)));
  const [first] = configs;
  if (first === undefined || configs.some((config) => config?.revision !== commit)) return undefined;
  if (shown.kind === 'index') return { ...first, id: shown.digest, idOf: 'index' };
  return { ...first, id: shown.config.digest, idOf: 'config' };
}

function imagesIn({ children }: Manifest & { readonly kind: 'index' }): readonly Child[] {
  return children.filter(({ isAttestation }) => !isAttestation);
}

/** An index of indexes names its images deeper than anyone builds them. */
async function configOf(registry: Registry, image: Manifest | Child): Promise<Config | undefined> {
  const manifest = 'kind' in image ? image : await registry.readManifest(image.digest);
  if (manifest?.kind !== 'manifest' || !isImageConfig(manifest.config)) return undefined;
  const bytes = await registry.readBlob(manifest.config);
  try {
    return bytes === undefined ? undefined : parseConfig(bytes);
  } catch (error) {
    if (error instanceof ManifestProblem) return undefined;
    throw error;
  }
}

import { ManifestProblem } from '../image/document.ts';
import { isImageConfig, type Manifest, parseConfig } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * shownRevision reads which commit an image on a registry says it was built from: of an index, its first image does.
 * Undefined if it does not say, or is no image.
 */
export async function shownRevision(registry: Registry, shown: Manifest): Promise<string | undefined> {
  const manifest = await leafOf(registry, shown);
  if (manifest?.kind !== 'manifest' || !isImageConfig(manifest.config)) return undefined;
  const bytes = await registry.readBlob(manifest.config);
  try {
    return bytes === undefined ? undefined : parseConfig(bytes).revision;
  } catch (error) {
    if (error instanceof ManifestProblem) return undefined;
    throw error;
  }
}

async function leafOf(registry: Registry, shown: Manifest): Promise<Manifest | undefined> {
  if (shown.kind === 'manifest') return shown;
  const child = shown.children.find(({ isAttestation }) => !isAttestation);
  const found = child === undefined ? undefined : await registry.readManifest(child.digest);
  // An index of indexes names its images deeper than anyone builds them.
  return found?.kind === 'manifest' ? found : undefined;
}

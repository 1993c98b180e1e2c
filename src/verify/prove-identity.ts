import type { Digest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import type { Identity } from '../image/identity.ts';
import { type Child, type Config, type Manifest, parseConfig } from '../image/manifest.ts';
import type { Platform } from '../image/platform.ts';
import type { Registry } from '../registry/registry.ts';

/** Proof that a manifest on a registry is the image that the engine has. */
export type Proof = {
  /** Digest of the config; of an index, that of its first platform. */
  readonly imageId: Digest;
  readonly platforms: readonly Platform[];
  /** What agreed, as the end of the sentence "The image is the tested one: …". */
  readonly because: string;
};

/**
 * proveIdentity compares what the registry serves with what the engine has: by the config's digest (graph-driver
 * store) or the root's (containerd store). An engine that lacks platforms of an index pushes the manifest of the one it
 * has: then the configuration itself is read and compared. Undefined means: another image.
 */
export async function proveIdentity(
  registry: Registry,
  served: Manifest,
  source: Identity,
): Promise<Proof | undefined> {
  // An engine with the graph driver knows one platform; an index has others beside it that nobody has tested.
  if (source.idOf === 'config' && served.kind === 'index') return undefined;
  const leaf = served.kind === 'manifest' ? served : await firstImage(registry, served.children);
  if (leaf?.kind !== 'manifest') return undefined;
  const imageId = leaf.config.digest;
  const platforms = served.kind === 'manifest' ? [source.platform] : platformsOf(served.children);

  if (source.idOf === 'config' && imageId === source.id) {
    return { imageId, platforms, because: `its config is ${imageId}, the engine's image ID` };
  }
  if (source.idOf === 'root' && served.digest === source.id) {
    return { imageId, platforms, because: `its digest is ${served.digest}, the engine's image ID` };
  }
  if (source.idOf === 'root' && served.kind === 'manifest') {
    const bytes = await registry.readBlob(leaf.config);
    const config = bytes === undefined ? undefined : readConfig(bytes);
    if (config !== undefined && agrees(config, source)) {
      return {
        imageId,
        platforms,
        because: `its configuration and layers (diff_ids) for ${source.platform} are the engine's`,
      };
    }
  }
  return undefined;
}

/** The first child that runs anywhere. */
async function firstImage(registry: Registry, children: readonly Child[]): Promise<Manifest | undefined> {
  const child = children.find(({ isAttestation }) => !isAttestation);
  return child === undefined ? undefined : registry.readManifest(child.digest);
}

function platformsOf(children: readonly Child[]): readonly Platform[] {
  return children.flatMap(({ platform, isAttestation }) => (isAttestation || platform === undefined ? [] : [platform]));
}

function agrees(config: Config, source: Identity): boolean {
  return (
    config.platform === source.platform &&
    config.created === source.created &&
    config.runConfig === source.runConfig &&
    haveSameLayers(config, source)
  );
}

/** haveSameLayers compares the ordered diff_ids: the content of the layers, however they are compressed. */
export function haveSameLayers(config: Config, source: Identity): boolean {
  return (
    config.diffIds.length === source.diffIds.length &&
    config.diffIds.every((digest, index) => digest === source.diffIds[index])
  );
}

function readConfig(bytes: Uint8Array): Config | undefined {
  try {
    return parseConfig(bytes);
  } catch (error) {
    if (error instanceof ManifestProblem) return undefined;
    throw error;
  }
}

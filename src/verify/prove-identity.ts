import type { Digest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import {
  type Child,
  type Config,
  type ImageIndex,
  type ImageManifest,
  isIndexType,
  type Manifest,
  parseConfig,
} from '../image/manifest.ts';
import type { Platform } from '../image/platform.ts';
import type { Identity } from '../image/tested.ts';
import { type Reader, readChild } from './registry-content.ts';

/** Proof that a manifest on a registry is the image that the engine has. */
export type Proof = {
  /** Digest of the config; of an index, that of its first platform. */
  readonly imageId: Digest;
  readonly platforms: readonly Platform[];
  /** What agreed, as the end of the sentence "The image is the tested one: …". */
  readonly because: string;
};

/**
 * proveIdentity compares what the registry serves with the source: by the digest of its config or of its root. An
 * engine that lacks platforms of an index pushes the manifest of the one it has: then the configuration itself is read
 * and compared. Undefined means: another image. Throws CONTENT_MISSING if it is the image, but the part that tells its
 * ID is gone.
 */
export async function proveIdentity(reader: Reader, served: Manifest, source: Identity): Promise<Proof | undefined> {
  return served.kind === 'index' ? proveIndex(reader, served, source) : proveImage(reader, served, source);
}

/** A source that goes by its config is one platform; an index has others beside it that nobody has tested. */
async function proveIndex(reader: Reader, served: ImageIndex, source: Identity): Promise<Proof | undefined> {
  if (source.idOf === 'config' || served.digest !== source.id) return undefined;
  const images = await findImages(reader, served);
  const named = images.find(({ platform }) => platform !== undefined) ?? images[0];
  const first = named === undefined ? undefined : await readChild(reader, named);
  if (first?.kind !== 'manifest') return undefined;
  const platforms = images.flatMap(({ platform }) => (platform === undefined ? [] : [platform]));
  return { imageId: first.config.digest, platforms, because: sameRoot(served) };
}

async function proveImage(reader: Reader, served: ImageManifest, source: Identity): Promise<Proof | undefined> {
  if (source.idOf === 'index') return undefined;
  const proved = { imageId: served.config.digest, platforms: [source.platform] };
  if (source.idOf === 'config') {
    const because = `its config is ${served.config.digest}, as that of the source`;
    return served.config.digest === source.id ? { ...proved, because } : undefined;
  }
  if (served.digest === source.id) return { ...proved, because: sameRoot(served) };
  const bytes = await reader.readBlob(served.config);
  const config = bytes === undefined ? undefined : readConfig(bytes);
  if (config === undefined || !agrees(config, source)) return undefined;
  const because = `its configuration and layers (diff_ids) for ${source.platform} are those of the source`;
  return { ...proved, because };
}

function sameRoot({ digest }: Manifest): string {
  return `its digest is ${digest}, as that of the source`;
}

/** The children that run somewhere, in their order; those of an index within an index stand in its place. */
async function findImages(reader: Reader, { children }: ImageIndex): Promise<readonly Child[]> {
  const found = children.map(async (child) => {
    if (child.isAttestation) return [];
    if (!isIndexType(child)) return [child];
    const inner = await readChild(reader, child);
    return inner.kind === 'index' ? inner.children.filter(isImage) : [];
  });
  return (await Promise.all(found)).flat();
}

/** Deeper than an index in an index nobody builds. */
function isImage(child: Child): boolean {
  return !child.isAttestation && !isIndexType(child);
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

import { type Digest, digestOf, parseDigest } from './digest.ts';
import { ManifestProblem, readDocument } from './document.ts';
import { type Platform, parsePlatform } from './platform.ts';
import { canonicalRunConfig, revisionIn } from './run-config.ts';

/** The four documents a registry serves as manifests (image-spec, media-types.md, and Docker's own schema 2). */
export const MEDIA_TYPES = {
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
} as const;

const MANIFESTS: readonly string[] = [MEDIA_TYPES.ociManifest, MEDIA_TYPES.dockerManifest];
const INDEXES: readonly string[] = [MEDIA_TYPES.ociIndex, MEDIA_TYPES.dockerList];

/** What an index says of an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';

/** A pointer to content (image-spec, descriptor.md). `size` is in bytes. */
export type Descriptor = { readonly mediaType: string; readonly digest: Digest; readonly size: number };

/** A child of an index: a descriptor, with the platform it is for where the index names one. */
export type Child = Descriptor & { readonly platform?: Platform; readonly isAttestation: boolean };

/** The exact bytes of what a registry serves as a manifest, and our own hash of them. */
type Served = { readonly bytes: Uint8Array; readonly digest: Digest; readonly mediaType: string };

/** What one image is made of (image-spec, manifest.md). */
export type ImageManifest = Served & {
  readonly kind: 'manifest';
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
};

/** Images for several platforms, and what was put beside them (image-spec, image-index.md). */
export type ImageIndex = Served & { readonly kind: 'index'; readonly children: readonly Child[] };

/** A manifest or index: the exact bytes, our own hash of them, and what they say. */
export type Manifest = ImageManifest | ImageIndex;

/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. The media type inside
 * must agree where there is one (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST
 * match). Throws a ManifestProblem.
 */
export function parseManifest(bytes: Uint8Array, contentType: string): Manifest {
  const document = readDocument(bytes);
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const inner = document.mediaType;
  if (inner !== undefined && inner !== mediaType) {
    throw new ManifestProblem(`the content type is "${mediaType}", the media type inside is ${JSON.stringify(inner)}`);
  }
  if (document.schemaVersion !== 2) throw new ManifestProblem('its schemaVersion is not 2');
  const common = { bytes, digest: digestOf(bytes), mediaType };
  if (MANIFESTS.includes(mediaType)) {
    if ('manifests' in document) throw new ManifestProblem('it is an image manifest with the children of an index');
    const layers = parseList(document.layers, 'layers').map((layer) => parseDescriptor(layer, 'a layer'));
    return { ...common, kind: 'manifest', config: parseDescriptor(document.config, 'the config'), layers };
  }
  if (INDEXES.includes(mediaType)) {
    if ('config' in document || 'layers' in document)
      throw new ManifestProblem('it is an index with a config or layers');
    return { ...common, kind: 'index', children: parseList(document.manifests, 'manifests').map(parseChild) };
  }
  throw new ManifestProblem(`its media type "${mediaType}" is not that of an image`);
}

/** isManifestType tells whether a descriptor points at a manifest or an index. */
export function isManifestType({ mediaType }: Descriptor): boolean {
  return MANIFESTS.includes(mediaType) || INDEXES.includes(mediaType);
}

/** isIndexType tells whether a descriptor points at an index. */
export function isIndexType({ mediaType }: Descriptor): boolean {
  return INDEXES.includes(mediaType);
}

const IMAGE_CONFIGS: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/** isImageConfig tells an image from an artifact, whose config may be anything (image-spec, manifest.md). */
export function isImageConfig({ mediaType }: Descriptor): boolean {
  return IMAGE_CONFIGS.includes(mediaType);
}

/** isServed is false of layers that registries are told not to hold ("foreign" ones): they are fetched from elsewhere. */
export function isServed({ mediaType }: Descriptor): boolean {
  return !/nondistributable|rootfs\.foreign/.test(mediaType);
}

/** What of an image's configuration we compare (image-spec, config.md). */
export type Config = {
  readonly diffIds: readonly Digest[];
  readonly platform: Platform;
  readonly created: string;
  readonly runConfig: string;
  readonly revision: string | undefined;
};

/** parseConfig reads an image configuration. Throws a ManifestProblem. */
export function parseConfig(bytes: Uint8Array): Config {
  const document = readDocument(bytes);
  const rootfs = asObject(document.rootfs);
  const diffIds = parseList(rootfs?.diff_ids ?? [], 'rootfs.diff_ids').map((text) => {
    const digest = typeof text === 'string' ? parseDigest(text) : undefined;
    if (digest === undefined) throw new ManifestProblem('it has a diff_id that is not a digest');
    return digest;
  });
  const platform = parsePlatform(document);
  if (platform === undefined) throw new ManifestProblem('it names no platform');
  const created = typeof document.created === 'string' ? document.created : '';
  return {
    diffIds,
    platform,
    created,
    runConfig: canonicalRunConfig(document.config),
    revision: revisionIn(document.config),
  };
}

/** namesPlatform tells whether a config is for a machine; that of an attestation is for none. */
export function namesPlatform(config: Uint8Array): boolean {
  try {
    return parsePlatform(readDocument(config)) !== undefined;
  } catch (error) {
    if (error instanceof ManifestProblem) return false;
    throw error;
  }
}

function parseChild(value: unknown): Child {
  const descriptor = parseDescriptor(value, 'a child');
  const fields = asObject(value) ?? {};
  const platform = parsePlatform(fields.platform);
  const isCalledSo = asObject(fields.annotations)?.['vnd.docker.reference.type'] === ATTESTATION;
  // An engine goes by the platform: what is for one runs there, whatever it is called.
  const isAttestation = isCalledSo && platform === undefined && !isIndexType(descriptor);
  return { ...descriptor, isAttestation, ...(platform === undefined ? {} : { platform }) };
}

function parseDescriptor(value: unknown, what: string): Descriptor {
  const fields = asObject(value);
  const digest = typeof fields?.digest === 'string' ? parseDigest(fields.digest) : undefined;
  if (digest === undefined) throw new ManifestProblem(`${what} has no digest`);
  const size = fields?.size;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw new ManifestProblem(`${what} has no size`);
  }
  if (typeof fields?.mediaType !== 'string') throw new ManifestProblem(`${what} has no media type`);
  return { mediaType: fields.mediaType, digest, size };
}

function parseList(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ManifestProblem(`it has no list "${what}"`);
  return value;
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

import { type Digest, digestOf, parseDigest } from './digest.ts';
import { asObject, ManifestProblem, parseList, readDocument } from './document.ts';
import { INDEXES, isIndexType, MANIFESTS } from './media-types.ts';
import { type Platform, parseOsVersion, parsePlatform } from './platform.ts';

/** The value by which an index marks an attestation that BuildKit put beside an image. */
const ATTESTATION = 'attestation-manifest';

/** A pointer to content (image-spec, descriptor.md). `size` is in bytes. */
export type Descriptor = { readonly mediaType: string; readonly digest: Digest; readonly size: number };

/** A child of an index: a descriptor, with its platform if the index names one. */
export type Child = Descriptor & {
  readonly platform?: Platform;
  readonly osVersion?: string;
  readonly isAttestation: boolean;
};

/** The exact bytes that a registry serves as a manifest, and our own hash of them. */
type Served = { readonly bytes: Uint8Array; readonly digest: Digest; readonly mediaType: string };

/** The parts of one image (image-spec, manifest.md). */
export type ImageManifest = Served & {
  readonly kind: 'manifest';
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
};

/** Images for several platforms, and what was put beside them (image-spec, image-index.md). */
export type ImageIndex = Served & { readonly kind: 'index'; readonly children: readonly Child[] };

/** A manifest or index: the exact bytes, our own hash of them, and their content. */
export type Manifest = ImageManifest | ImageIndex;

/**
 * parseManifest hashes the bytes and reads them as the document that the content type names. If there is a media type
 * inside, it must agree (image-spec, manifest.md and image-index.md: `mediaType` SHOULD be there and MUST match).
 * Throws a ManifestProblem.
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

function parseChild(value: unknown): Child {
  const descriptor = parseDescriptor(value, 'a child');
  const fields = asObject(value) ?? {};
  const platform = parsePlatform(fields.platform);
  const osVersion = parseOsVersion(fields.platform);
  const isCalledSo = asObject(fields.annotations)?.['vnd.docker.reference.type'] === ATTESTATION;
  // Engines look only at the platform: they run an entry with a platform, even if it is called an attestation.
  const isAttestation = isCalledSo && platform === undefined && !isIndexType(descriptor);
  return {
    ...descriptor,
    isAttestation,
    ...(platform === undefined ? {} : { platform }),
    ...(osVersion === undefined ? {} : { osVersion }),
  };
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

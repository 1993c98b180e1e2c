/** The four documents that registries serve as manifests (image-spec, media-types.md, and Docker's own schema 2). */
export const MEDIA_TYPES = {
  ociManifest: 'application/vnd.oci.image.manifest.v1+json',
  ociIndex: 'application/vnd.oci.image.index.v1+json',
  dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
  dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
} as const;

export const MANIFESTS: readonly string[] = [MEDIA_TYPES.ociManifest, MEDIA_TYPES.dockerManifest];
export const INDEXES: readonly string[] = [MEDIA_TYPES.ociIndex, MEDIA_TYPES.dockerList];

/** The media type of the config of an image for which we create the manifest. */
export const OCI_CONFIG = 'application/vnd.oci.image.config.v1+json';
const CONFIGS: readonly string[] = [OCI_CONFIG, 'application/vnd.docker.container.image.v1+json'];

/** Anything with a media type. */
type Typed = { readonly mediaType: string };

/** isManifestType tells whether a descriptor points at a manifest or an index. */
export function isManifestType({ mediaType }: Typed): boolean {
  return MANIFESTS.includes(mediaType) || INDEXES.includes(mediaType);
}

/** isIndexType tells whether a descriptor points at an index. */
export function isIndexType({ mediaType }: Typed): boolean {
  return INDEXES.includes(mediaType);
}

/** isImageConfig distinguishes an image from an artifact, whose config may be anything (image-spec, manifest.md). */
export function isImageConfig({ mediaType }: Typed): boolean {
  return CONFIGS.includes(mediaType);
}

/** isForeign recognises layers that registries should not store: engines fetch them from elsewhere. */
export function isForeign({ mediaType }: Typed): boolean {
  return /nondistributable|rootfs\.foreign/.test(mediaType);
}

export const MANIFEST = {
  oci: 'application/vnd.oci.image.manifest.v1+json',
  docker: 'application/vnd.docker.distribution.manifest.v2+json',
} as const;

export const INDEX = {
  oci: 'application/vnd.oci.image.index.v1+json',
  docker: 'application/vnd.docker.distribution.manifest.list.v2+json',
} as const;

const MANIFESTS: readonly string[] = Object.values(MANIFEST);
const INDEXES: readonly string[] = Object.values(INDEX);

export function isManifestType(mediaType: string): boolean {
  return MANIFESTS.includes(mediaType);
}

export function isIndexType(mediaType: string): boolean {
  return INDEXES.includes(mediaType);
}

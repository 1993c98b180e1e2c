import { type Digest, digestOf } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { parseReferrer, type Referrer } from '../image/referrer.ts';
import { PREDICATE_TYPE } from './uris.ts';

/** A bundle of Sigstore (protobuf-specs, v0.3). */
export const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const EMPTY = { mediaType: 'application/vnd.oci.empty.v1+json', bytes: Buffer.from('{}') } as const;

/** A blob, and its bytes. */
export type Part = { readonly blob: Descriptor; readonly bytes: Uint8Array };

/** A bundle as it is attached to an image: an artifact of one layer, as cosign 3 and actions/attest create it. */
export type BundleArtifact = { readonly referrer: Referrer; readonly parts: readonly Part[]; readonly bundle: Digest };

/** bundleArtifact creates the artifact that attaches a bundle to an image. `created` is a time in RFC 3339. */
export function bundleArtifact(bundle: Uint8Array, subject: Descriptor, created: string): BundleArtifact {
  const config = partOf(EMPTY.mediaType, EMPTY.bytes);
  const layer = partOf(BUNDLE, bundle);
  const { mediaType, digest, size } = subject;
  const document = {
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.ociManifest,
    artifactType: BUNDLE,
    config: config.blob,
    layers: [layer.blob],
    subject: { mediaType, digest, size },
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': PREDICATE_TYPE,
      'org.opencontainers.image.created': created,
    },
  };
  const bytes = Buffer.from(JSON.stringify(document));
  return { referrer: parseReferrer(bytes, MEDIA_TYPES.ociManifest), parts: [config, layer], bundle: layer.blob.digest };
}

function partOf(mediaType: string, bytes: Uint8Array): Part {
  return { blob: { mediaType, digest: digestOf(bytes), size: bytes.length }, bytes };
}

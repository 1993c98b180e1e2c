/** A bundle as cosign 3 and actions/attest attach it to an image: an artifact of one layer. */
import { sha256 } from '../registry/digest.ts';
import { type Document, descriptorOf } from '../registry/images.ts';
import { MANIFEST } from '../registry/media-types.ts';

const BUNDLE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

export function attachedBundle(bundle: string, subject: Document) {
  const config = blob('application/vnd.oci.empty.v1+json', '{}');
  const layer = blob(BUNDLE, bundle);
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST.oci,
      artifactType: BUNDLE,
      config: descriptorOf(config),
      layers: [descriptorOf(layer)],
      subject: descriptorOf(subject),
      annotations: { 'dev.sigstore.bundle.content': 'dsse-envelope' },
    }),
  );
  return { digest: sha256(bytes), mediaType: MANIFEST.oci, bytes, blobs: [config, layer] };
}

function blob(mediaType: string, text: string) {
  const bytes = Buffer.from(text);
  return { mediaType, digest: sha256(bytes), bytes };
}

import { sha256 } from './digest.ts';
import { type Blob, type Document, descriptorOf } from './images.ts';
import { INDEX, MANIFEST } from './media-types.ts';
import type { Repository } from './storage.ts';

/** What is attached to a manifest, with its blobs, as BuildKit 0.31, oras and cosign make it. */
export type Attached = Document & { readonly blobs: readonly Blob[] };

export type AttachedOptions = {
  readonly artifactType?: string;
  readonly content?: string;
  readonly annotations?: Readonly<Record<string, string>>;
};

const EMPTY = blob('application/vnd.oci.empty.v1+json', '{}');

/** An OCI artifact with the empty config (image-spec 1.1, "Guidelines for Artifact Usage"). */
export function attachedTo(
  subject: Document,
  { artifactType = 'application/vnd.example.sbom', content = 'sbom', annotations }: AttachedOptions = {},
): Attached {
  const layer = blob('application/vnd.example.sbom+json', content);
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST.oci,
      artifactType,
      config: described(EMPTY),
      layers: [described(layer)],
      subject: descriptorOf(subject),
      ...(annotations === undefined ? {} : { annotations }),
    }),
  );
  return { digest: sha256(bytes), mediaType: MANIFEST.oci, bytes, blobs: [EMPTY, layer] };
}

/** What cosign kept under a tag of its own: a manifest with the config of an image, and a signature for each layer. */
export function cosignSignature(...signatures: readonly string[]): Attached {
  const config = blob('application/vnd.oci.image.config.v1+json', JSON.stringify({ signatures: signatures.length }));
  const layers = signatures.map((text) => blob('application/vnd.dev.cosign.simplesigning.v1+json', text));
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST.oci,
      config: described(config),
      layers: layers.map(described),
    }),
  );
  return { digest: sha256(bytes), mediaType: MANIFEST.oci, bytes, blobs: [config, ...layers] };
}

/** Seeds it with its blobs, as if somebody had pushed it. */
export function seedAttached(repository: Repository, attached: Attached, tag?: string): void {
  for (const { digest, bytes } of attached.blobs) repository.blobs.set(digest, bytes);
  repository.putManifest(attached.bytes, attached.mediaType, tag);
}

/** The tag that has the list where a registry has none of its own. */
export function fallbackTagOf({ digest }: Pick<Document, 'digest'>): string {
  return digest.replace(':', '-');
}

/** A list of referrers; fields of the n-th entry can be added or changed. */
export function listOf(referrers: readonly Document[], changes: readonly object[] = []): Document {
  const manifests = referrers.map((each, at) => ({ ...descriptorOf(each), ...changes[at] }));
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX.oci, manifests }));
  return { digest: sha256(bytes), mediaType: INDEX.oci, bytes };
}

function blob(mediaType: string, text: string): Blob {
  const bytes = Buffer.from(text);
  return { digest: sha256(bytes), size: bytes.length, mediaType, bytes };
}

function described({ mediaType, digest, size }: Blob): object {
  return { mediaType, digest, size };
}

import { type Digest, parseDigest } from './digest.ts';
import { asObject, ManifestProblem, readDocument } from './document.ts';
import { type Manifest, parseManifest } from './manifest.ts';

/** A manifest that is attached to another: a signature, attestation or SBOM (image-spec, manifest.md, `subject`). */
export type Referrer = {
  readonly manifest: Manifest;
  /** The manifest that it is attached to. */
  readonly subject: Digest;
  /** Its own type; if it has none, the type of its config; undefined for an index without a type. */
  readonly artifactType: string | undefined;
  readonly annotations: Readonly<Record<string, unknown>>;
};

/** parseReferrer reads a manifest that must have a subject. Throws a ManifestProblem. */
export function parseReferrer(bytes: Uint8Array, mediaType: string): Referrer {
  const manifest = parseManifest(bytes, mediaType);
  const document = readDocument(bytes);
  const subject = subjectIn(document);
  if (subject === undefined) throw new ManifestProblem('it has no subject, so that it is attached to nothing');
  const { artifactType } = document;
  const isSaid = typeof artifactType === 'string' && artifactType !== '';
  const ofConfig = manifest.kind === 'manifest' ? manifest.config.mediaType : undefined;
  return {
    manifest,
    subject,
    artifactType: isSaid ? artifactType : ofConfig,
    annotations: asObject(document.annotations) ?? {},
  };
}

/** subjectIn reads the subject of a manifest; undefined if there is none. Throws a ManifestProblem. */
export function subjectIn({ subject }: Readonly<Record<string, unknown>>): Digest | undefined {
  if (subject === undefined || subject === null) return undefined;
  const digest = parseDigest(String(asObject(subject)?.digest));
  // Without a valid digest of its subject, a manifest cannot be distinguished from one that is attached to nothing.
  if (digest === undefined) throw new ManifestProblem('it has a subject without a digest');
  return digest;
}

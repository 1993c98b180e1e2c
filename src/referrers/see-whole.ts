import { ActionError } from '../errors.ts';
import { type Content, ImageProblem, lacking } from '../image/content.ts';
import { matches } from '../image/digest.ts';
import { LARGEST_DOCUMENT } from '../image/document.ts';
import type { Descriptor, Manifest } from '../image/manifest.ts';
import type { VerificationLevel } from '../image/verified.ts';
import type { RegistryContent } from '../verify/registry-content.ts';
import type { Attachment } from './collect.ts';

/** The contents of a destination, as read back. */
export type ReadBack = Content & Pick<RegistryContent, 'unpack'>;

/**
 * seeWhole reads back everything of an attachment, as deep as the level reads an image: first the exact bytes of its
 * manifests; then also every blob by its size, and small blobs by their hash; then all blobs by their hash. Throws
 * CONTENT_MISSING or DIGEST_MISMATCH.
 */
export async function seeWhole(content: ReadBack, attachment: Attachment, level: VerificationLevel): Promise<void> {
  try {
    await see(content, attachment, level);
  } catch (error) {
    if (!(error instanceof ImageProblem)) throw error;
    const { manifest, subject, type } = attachment;
    const code = error.missing.length > 0 ? 'CONTENT_MISSING' : 'DIGEST_MISMATCH';
    const message = `${manifest.digest} (${type}), which is attached to ${subject}, is not complete at the destination: ${error.message}.`;
    throw new ActionError(code, message, {
      hint: 'Run the job again. If it happens again, ask the operator of the registry.',
      cause: error,
    });
  }
}

/** isWhole tells whether everything of an attachment exists. */
export async function isWhole(content: ReadBack, attachment: Attachment, level: VerificationLevel): Promise<boolean> {
  try {
    await see(content, attachment, level);
    return true;
  } catch (error) {
    if (error instanceof ImageProblem) return false;
    throw error;
  }
}

async function see(
  content: ReadBack,
  { manifest, children, blobs, by }: Attachment,
  level: VerificationLevel,
): Promise<void> {
  // The manifest under a tag is read by its tag, all others by their digests.
  const manifests = by.kind === 'tag' ? children : [manifest, ...children];
  await Promise.all([
    ...manifests.map((each) => seeManifest(content, each)),
    ...(level === 'manifest' ? [] : blobs.map((blob) => seeBlob(content, blob, level))),
  ]);
}

async function seeManifest(content: Content, { digest, bytes, mediaType }: Manifest): Promise<void> {
  const seen = await content.manifest({ digest, mediaType, size: bytes.byteLength });
  if (seen === undefined) throw lacking([`the manifest ${digest}`]);
  if (!Buffer.from(seen.bytes).equals(bytes) || seen.mediaType !== mediaType)
    throw new ImageProblem(`its manifest ${digest} is served with other bytes`);
}

async function seeBlob(content: ReadBack, blob: Descriptor, level: VerificationLevel): Promise<void> {
  if (level === 'content') {
    const read = await content.unpack(blob);
    if (read === undefined) throw lacking([`the blob ${blob.digest}`]);
    if (read.digest === blob.digest && read.size === blob.size) return;
    throw new ImageProblem(`its blob ${blob.digest} is served with other bytes`);
  }
  if (blob.size <= LARGEST_DOCUMENT) {
    const bytes = await content.config(blob);
    if (bytes === undefined) throw lacking([`the blob ${blob.digest}`]);
    if (matches(blob.digest, bytes) && bytes.byteLength === blob.size) return;
    throw new ImageProblem(`its blob ${blob.digest} is served with other bytes`);
  }
  const size = await content.sizeOf(blob);
  if (size === undefined) throw lacking([`the blob ${blob.digest}`]);
  if (size !== blob.size)
    throw new ImageProblem(`its blob ${blob.digest} has ${size} bytes, and should have ${blob.size}`);
}

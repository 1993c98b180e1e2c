import { ActionError } from '../errors.ts';
import type { Descriptor, Manifest } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import { inLanes } from './in-lanes.ts';
import type { Progress } from './progress.ts';
import type { Sight } from './sight.ts';

/**
 * Blobs sent at once, about as many as other programs send: each blob needs a connection, and one connection does not
 * use the full bandwidth.
 */
const LANES = 5;

/** A blob that must be on the registry, and where its bytes are. */
export type Piece = {
  readonly blob: Descriptor;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Repository on the same registry that has the blob, to mount it from. */
  readonly from?: string | undefined;
};

/** What else an upload needs to know. */
export type UploadTerms = {
  readonly progress: Progress;
  /** Repository on the same registry that may have blobs of the image, such as that of its base. */
  readonly mountFrom: string | undefined;
  readonly sight: Sight;
};

/**
 * uploadMissing asks for all blobs at once, and uploads the missing ones, the largest first: so no connection is left
 * with a large blob at the end.
 */
export async function uploadMissing(registry: Registry, pieces: readonly Piece[], terms: UploadTerms): Promise<void> {
  const { progress, sight } = terms;
  const looked = await Promise.all(pieces.map(async (piece) => ({ piece, isThere: await sight.has(piece.blob) })));
  for (const { piece, isThere } of looked) if (isThere) progress.done(piece.blob, 'already there');
  const missing = looked.filter(({ isThere }) => !isThere).map(({ piece }) => piece);
  await uploadAll(registry, missing, terms);
}

/** uploadAll uploads all blobs, even if the registry says that it has them: its cache may list deleted blobs. */
export async function uploadAll(
  registry: Registry,
  missing: readonly Piece[],
  { progress, mountFrom }: Omit<UploadTerms, 'sight'>,
): Promise<void> {
  const largestFirst = missing.toSorted((one, other) => other.blob.size - one.blob.size);
  for (const { blob } of missing) progress.expect(blob.size);
  await inLanes(largestFirst, LANES, async ({ blob, open, from = mountFrom }, signal) => {
    const state = await registry.uploadBlob(blob, { open: progress.watch(open), from, signal });
    progress.done(blob, state);
  });
}

/**
 * putManifests puts manifests after the upload of their blobs. A registry with several machines may not see a blob on
 * all of them yet, or may remember a blob that its garbage collection removed. Then all blobs are uploaded once more.
 */
export async function putManifests(put: () => Promise<void>, uploadAgain: () => Promise<void>): Promise<void> {
  await put().catch(async (error) => {
    if (!isLacking(error)) throw error;
    await uploadAgain();
    await put();
  });
}

/**
 * putAsBlobs puts manifests, children before parents, that a registry has accepted but does not serve. A registry with
 * cached descriptors believes that it still has a manifest after garbage collection, and stores nothing. But it stores
 * a blob that is uploaded, and a manifest is one of its blobs.
 */
export async function putAsBlobs(registry: Registry, manifests: readonly Manifest[]): Promise<void> {
  const { signal } = new AbortController();
  for (const manifest of manifests) {
    const { mediaType, digest, bytes } = manifest;
    const open = async function* () {
      yield bytes;
    };
    await registry.uploadBlob({ mediaType, digest, size: bytes.byteLength }, { open, signal });
    await registry.put(manifest);
  }
}

/** isLacking tells whether a manifest was rejected because the registry lacks a blob. */
export function isLacking(error: unknown): boolean {
  return error instanceof ActionError && error.code === 'CONTENT_MISSING';
}

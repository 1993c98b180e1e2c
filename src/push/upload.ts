import { ActionError } from '../errors.ts';
import type { Descriptor, Manifest } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';
import { inLanes } from './in-lanes.ts';
import type { Progress } from './progress.ts';
import type { Sight } from './sight.ts';

/**
 * Blobs that are sent at once, about as many as other programs send: a registry takes one blob over one connection, and
 * one alone does not fill the line.
 */
const LANES = 5;

/** A blob that is to be on the registry, and where its bytes are. */
export type Piece = {
  readonly blob: Descriptor;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Repository on the same registry that has the blob, and that it is mounted from. */
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
 * uploadMissing asks for all the blobs at once, and uploads those that are not there, the largest first: then the last
 * ones are small, and no connection is left alone with a large one at the end.
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
 * putManifests puts manifests whose blobs were uploaded. A registry of several machines may have a blob on one of them,
 * and not see it yet on another, or remember one that its clean-up took: then all of them are uploaded once more.
 */
export async function putManifests(put: () => Promise<void>, uploadAgain: () => Promise<void>): Promise<void> {
  await put().catch(async (error) => {
    if (!isLacking(error)) throw error;
    await uploadAgain();
    await put();
  });
}

/**
 * putAsBlobs puts manifests, children before parents, that a registry has taken and serves none of. One that remembers
 * descriptors believes that it has what its clean-up took, and stores nothing; what is uploaded as a blob it stores,
 * and a manifest is one of its blobs.
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

/** isLacking tells whether a manifest was refused for a blob that the registry does not have. */
export function isLacking(error: unknown): boolean {
  return error instanceof ActionError && error.code === 'CONTENT_MISSING';
}

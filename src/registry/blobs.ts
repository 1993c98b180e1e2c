import { type BlobDigests, digestsOf, LARGEST_WINDOW } from '../compression/blob-digests.ts';
import { isZstdType, type UnpackingLanes } from '../compression/unpacking-lanes.ts';
import { BodyTooLong, type HttpAnswer, type HttpStream, readAnswer } from '../http/http.ts';
import { matches } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import { refusal } from './answers.ts';
import { fetchDocument, mismatch } from './documents.ts';
import { openBlob } from './open-blob.ts';
import type { Registry } from './registry.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** blobsAt reads blobs (distribution-spec, "Pulling blobs" and "Checking if content exists in the registry"). */
export function blobsAt(
  access: Access,
  lanes: UnpackingLanes,
): Pick<Registry, 'readBlob' | 'sizeOfBlob' | 'digestBlob' | 'openBlob' | 'hasBlob'> {
  return {
    readBlob: (blob) => awaited(access, () => readBlob(access, blob)),
    sizeOfBlob: (blob) => awaited(access, () => sizeOfBlob(access, blob)),
    digestBlob: (blob) => awaited(access, () => lanes.run(blob, () => digestBlob(access, blob))),
    openBlob: (blob) => openBlob(access, blob),
    hasBlob: (blob) => hasBlob(access, blob),
  };
}

/** A manifest names the blob, so a missing blob should appear soon. */
function awaited<T>(access: Access, look: () => Promise<T | undefined>): Promise<T | undefined> {
  return untilSettled(access, { look, settled: (seen) => seen !== undefined });
}

async function readBlob(access: Access, { digest, size }: Descriptor): Promise<Uint8Array | undefined> {
  const answer = await fetchDocument(access, `${access.base}/blobs/${digest}`, '*/*');
  if (answer === undefined) return undefined;
  if (!matches(digest, answer.body) || answer.body.byteLength !== size) {
    throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
  }
  return answer.body;
}

/** True only if the blob is there for certain; otherwise it is uploaded, and that does no harm. */
async function hasBlob(access: Access, blob: Descriptor): Promise<boolean> {
  return (await sizeOfBlob(access, blob).catch(() => undefined)) === blob.size;
}

/** The result of a look at a blob; `hasBegun`: its first byte arrived, or it has none. */
type Look = Pick<HttpAnswer, 'status' | 'headers'> & { readonly hasBegun: boolean };

/**
 * HEAD shows what a registry remembers: with a cache of descriptors, it still reports a blob after its bytes were
 * deleted. That cache does not have the first byte.
 */
async function sizeOfBlob({ base, session }: Access, { digest, size }: Descriptor): Promise<number | undefined> {
  const registry = await session();
  const path = `${base}/blobs/${digest}`;
  const look = (headers: Readonly<Record<string, string>>) =>
    registry.read({ method: 'GET', path, headers, limit: size }, (stream) => firstByte(stream, size));
  const ranged = await look({ range: 'bytes=0-0' });
  // An empty blob has no first byte, and some registries do not support ranges.
  const seen = ranged.status === 416 ? await look({}) : ranged;
  const { status, headers, hasBegun } = seen;
  if (status === 404) return undefined;
  if (status !== 200 && status !== 206) {
    throw refusal(registry.asked({ method: 'GET', path }), { ...seen, body: new Uint8Array() });
  }
  const [, total] = /^bytes [^/]*\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  const stated = wholeNumber(status === 200 ? headers['content-length'] : total);
  return hasBegun ? (stated ?? size) : undefined;
}

/**
 * If a body breaks off before its first byte, we do not retry immediately: the blob counts as missing, and is awaited.
 */
async function firstByte(stream: HttpStream, size: number): Promise<Look> {
  const { status, headers, body, cancel } = stream;
  if (status !== 200 && status !== 206) {
    // Nobody needs the text of the error, but the connection can be reused only after reading it.
    if (status >= 400) void readAnswer(stream).catch(() => undefined);
    else cancel();
    return { status, headers, hasBegun: false };
  }
  let hasBegun = size === 0;
  try {
    for await (const chunk of body) {
      hasBegun ||= chunk.byteLength > 0;
      // We read one byte to its end, so that the connection can be reused.
      if (status === 200) break;
    }
  } catch (error) {
    hasBegun ||= error instanceof BodyTooLong;
  }
  return { status, headers, hasBegun };
}

async function digestBlob(
  { base, session }: Access,
  { digest, size, mediaType }: Descriptor,
): Promise<BlobDigests | undefined> {
  const registry = await session();
  const request = { method: 'GET', path: `${base}/blobs/${digest}`, headers: {}, limit: size } as const;
  const tooLong = (error: unknown): never => {
    if (!(error instanceof BodyTooLong)) throw error;
    throw mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`);
  };
  const read = await registry.read<BlobDigests | HttpAnswer>(request, async (stream) => {
    if (stream.status === 200) return digestsOf(stream.body, digest, windowFor(mediaType)).catch(tooLong);
    if (stream.status >= 400) return readAnswer(stream);
    // This is not the layer, but may be as long.
    stream.cancel();
    return { ...stream, body: new Uint8Array() };
  });
  if (!('status' in read)) return read;
  if (read.status === 404) return undefined;
  throw refusal(registry.asked(request), read);
}

/**
 * A layer that is not declared as zstd shares memory with others; if it is zstd anyway, its window is at most 8 MiB.
 */
function windowFor(mediaType: string): number {
  return isZstdType(mediaType) ? LARGEST_WINDOW : 23;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

import { type BlobDigests, digestsOf } from '../compression/blob-digests.ts';
import { BodyTooLong, type HttpAnswer, readAnswer } from '../http/http.ts';
import { matches } from '../image/digest.ts';
import type { Descriptor } from '../image/manifest.ts';
import { refusal } from './answers.ts';
import { fetchDocument, mismatch } from './documents.ts';
import type { Registry } from './registry.ts';
import { type Access, untilSettled } from './repository-client.ts';

/** blobsAt reads blobs (distribution-spec, "Pulling blobs" and "Checking if content exists in the registry"). */
export function blobsAt(access: Access): Pick<Registry, 'readBlob' | 'sizeOfBlob' | 'digestBlob' | 'hasBlob'> {
  /** A blob is asked for where a manifest names it, so if it is not there it should be soon. */
  const awaited =
    <T>(read: (access: Access, blob: Descriptor) => Promise<T | undefined>) =>
    (blob: Descriptor) =>
      untilSettled(
        access,
        () => read(access, blob),
        (seen) => seen !== undefined,
      );
  return {
    readBlob: awaited(readBlob),
    sizeOfBlob: awaited(sizeOfBlob),
    digestBlob: awaited(digestBlob),
    hasBlob: (blob) => hasBlob(access, blob),
  };
}

async function readBlob(access: Access, { digest, size }: Descriptor): Promise<Uint8Array | undefined> {
  const answer = await fetchDocument(access, `${access.base}/blobs/${digest}`, '*/*');
  if (answer === undefined) return undefined;
  if (!matches(digest, answer.body) || answer.body.byteLength !== size) {
    throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
  }
  return answer.body;
}

async function sizeOfBlob(access: Access, blob: Descriptor): Promise<number | undefined> {
  const { status, size } = await lookAt(access, blob);
  // HEAD is a shortcut, never a verdict: registries answer it with 403, 405 or 500, with no length or that of
  // something else, or send it to a signed address that allows GET only.
  return status === 200 && size === blob.size ? size : sizeByRange(access, blob);
}

/** Tells what is there for sure, or surely not; what cannot be told is uploaded, and that does no harm. */
async function hasBlob(access: Access, blob: Descriptor): Promise<boolean> {
  const { status, size } = await lookAt(access, blob);
  if (status === 404) return false;
  if (status === 200 && size === blob.size) return true;
  return (await sizeByRange(access, blob).catch(() => undefined)) === blob.size;
}

type Look = { readonly status?: number; readonly size?: number | undefined };

async function lookAt({ base, session }: Access, { digest }: Descriptor): Promise<Look> {
  const request = { method: 'HEAD', path: `${base}/blobs/${digest}`, headers: {}, limit: 0 } as const;
  const head = await (await session()).sendOnce(request).catch(() => undefined);
  return head === undefined ? {} : { status: head.status, size: wholeNumber(head.headers['content-length']) };
}

async function sizeByRange({ base, session }: Access, { digest }: Descriptor): Promise<number | undefined> {
  const registry = await session();
  const path = `${base}/blobs/${digest}`;
  const request = { method: 'GET', path, headers: { range: 'bytes=0-0' }, limit: 1 } as const;
  const { status, headers } = await registry.read(request, async (stream) => {
    stream.cancel();
    return stream;
  });
  if (status === 404) return undefined;
  const [, total] = /^bytes [^/]*\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
  const stated = wholeNumber(status === 200 ? headers['content-length'] : total);
  if ([200, 206, 416].includes(status) && stated !== undefined) return stated;
  throw refusal(registry.asked(request), { status, headers, body: new Uint8Array() });
}

async function digestBlob({ base, session }: Access, { digest, size }: Descriptor): Promise<BlobDigests | undefined> {
  const registry = await session();
  const request = { method: 'GET', path: `${base}/blobs/${digest}`, headers: {}, limit: size } as const;
  const tooLong = (error: unknown): never => {
    if (!(error instanceof BodyTooLong)) throw error;
    throw mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`);
  };
  const read = await registry.read<BlobDigests | HttpAnswer>(request, async (stream) => {
    if (stream.status === 200) return digestsOf(stream.body, digest).catch(tooLong);
    if (stream.status >= 400) return readAnswer(stream);
    // Whatever this is, it is not the layer, and may be as long as one.
    stream.cancel();
    return { ...stream, body: new Uint8Array() };
  });
  if (!('status' in read)) return read;
  if (read.status === 404) return undefined;
  throw refusal(registry.asked(request), read);
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

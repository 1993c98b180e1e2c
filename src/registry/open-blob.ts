import { createHash } from 'node:crypto';
import { ActionError } from '../errors.ts';
import { BodyTooLong, type HttpAnswer, type HttpStream, readAnswer } from '../http/http.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { BlobStream } from '../image/packed-image.ts';
import { pauseBefore } from '../time/retry.ts';
import { noAnswer, refusal } from './answers.ts';
import { mismatch } from './documents.ts';
import type { Access } from './repository-client.ts';

/** If a connection brought at least this many bytes and breaks, it counts as the first failure again. */
const WORTH = 1 << 20;

/**
 * openBlob streams a blob (distribution-spec, "Pulling blobs"), and hashes it. If a connection breaks, it continues
 * with a range request, or without range support starts again and skips what it has. The last chunk follows only if the
 * hash is right. Throws CONTENT_MISSING, DIGEST_MISMATCH, or why it could not be read.
 */
export function openBlob(access: Access, blob: Descriptor): BlobStream {
  return { [Symbol.asyncIterator]: () => checked(access, blob) };
}

async function* checked(access: Access, { digest, size }: Descriptor): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash(digest.slice(0, digest.indexOf(':')));
  let held: Uint8Array | undefined;
  for await (const chunk of whole(access, { digest, size })) {
    if (held !== undefined) yield held;
    hash.update(chunk);
    held = chunk;
  }
  if (`${digest.slice(0, digest.indexOf(':'))}:${hash.digest('hex')}` !== digest) {
    throw mismatch(`The registry serves other bytes than those of the blob ${digest}.`);
  }
  if (held !== undefined) yield held;
}

type Part = Pick<Descriptor, 'digest' | 'size'>;

/** All bytes of a blob, over as many connections as needed; never more than its size. */
async function* whole(access: Access, part: Part): AsyncGenerator<Uint8Array, void, undefined> {
  const { digest, size } = part;
  let at = 0;
  for (let failed = 0, spent = 0; at < size; ) {
    const before = at;
    let broken: unknown = mismatch(`The registry serves fewer than the ${size} bytes of the blob ${digest}.`);
    try {
      for await (const chunk of await bytesFrom(access, part, at)) {
        if (at + chunk.byteLength > size) throw tooLong(part);
        at += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      if (error instanceof BodyTooLong) throw tooLong(part);
      if (error instanceof ActionError) throw error;
      broken = error;
    }
    if (at === size) return;
    failed = at - before >= WORTH ? 1 : failed + 1;
    const pause = pauseBefore({ kind: 'transient' }, { failed, spent }, Math.random());
    if (pause === undefined) throw noAnswer((await access.session()).asked(requestFor(access, part, at)), broken);
    spent += pause;
    await access.clock.sleep(pause, access.signal);
  }
}

function tooLong({ digest, size }: Part): ActionError {
  return mismatch(`The registry serves more than the ${size} bytes of the blob ${digest}.`);
}

function requestFor({ base }: Access, { digest, size }: Part, at: number) {
  const headers: Readonly<Record<string, string>> = at === 0 ? {} : { range: `bytes=${at}-` };
  // One extra byte is noticed, and does not look like a failed connection.
  return { method: 'GET', path: `${base}/blobs/${digest}`, headers, limit: size + 1 } as const;
}

type Opened = { readonly bytes: AsyncIterable<Uint8Array> } | { readonly refused: HttpAnswer };

/** The bytes from `at` on, or an ActionError that says why there are none. */
async function bytesFrom(access: Access, part: Part, at: number): Promise<AsyncIterable<Uint8Array>> {
  const registry = await access.session();
  const request = requestFor(access, part, at);
  const opened = await registry.read<Opened>(request, async (stream) => begun(stream, at));
  if ('bytes' in opened) return opened.bytes;
  const { refused } = opened;
  // If it cannot continue, it starts again.
  if (at > 0 && (refused.status === 416 || refused.status === 206)) {
    const again = await registry.read<Opened>({ ...request, headers: {} }, async (stream) => begun(stream, at));
    if ('bytes' in again) return again.bytes;
    throw unserved(access, part, again.refused, registry.asked(request));
  }
  throw unserved(access, part, refused, registry.asked(request));
}

async function begun(stream: HttpStream, at: number): Promise<Opened> {
  const { status, headers, body } = stream;
  if (status === 200) return { bytes: at === 0 ? body : passedOver(body, at) };
  if (status === 206 && at > 0 && headers['content-range']?.startsWith(`bytes ${at}-`) === true) return { bytes: body };
  if (status >= 400) return { refused: await readAnswer(stream) };
  // This is not the blob, but may be as long.
  stream.cancel();
  return { refused: { status, headers, body: new Uint8Array() } };
}

async function* passedOver(
  body: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = bytes;
  for await (const chunk of body) {
    if (chunk.byteLength > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.byteLength);
  }
}

function unserved(
  { name }: Access,
  { digest }: Part,
  answer: HttpAnswer,
  asked: Parameters<typeof refusal>[0],
): ActionError {
  if (answer.status !== 404) return refusal(asked, answer);
  return new ActionError('CONTENT_MISSING', `${name} does not have the blob ${digest}.`, {
    hint: 'Push the whole image there again.',
  });
}

import { type Answer, type Exchange, empty } from './exchange.ts';
import type { World } from './world.ts';

/** HEAD, GET and DELETE of one blob. */
export function answerBlob(world: World, exchange: Exchange): Answer {
  const { method, route } = exchange;
  const name = route.repository ?? '';
  const digest = route.reference ?? '';
  const repository = world.storage.repository(name);
  const stored = repository.blobs.get(digest);
  const remembered = world.cachesDescriptors ? repository.descriptors.get(digest) : undefined;
  const bytes = stored ?? (remembered === undefined ? undefined : Buffer.alloc(remembered));
  if (!repository.exists && world.personality.lacksRepository === 'name-unknown') {
    return exchange.refuse('name-unknown', { detail: { name } });
  }
  if (bytes === undefined) return exchange.refuse('blob-unknown', { detail: { digest } });
  if (method === 'DELETE') {
    repository.blobs.delete(digest);
    repository.descriptors.delete(digest);
    return empty(202);
  }
  if (method === 'GET' && world.redirectBlob !== undefined) {
    return empty(307, { location: world.redirectBlob(digest, name) });
  }
  const sent = method === 'HEAD' ? world.personality.digestHeader.head : world.personality.digestHeader.get;
  const headers = {
    'content-type': 'application/octet-stream',
    'accept-ranges': 'bytes',
    etag: `"${digest}"`,
    ...(sent ? { 'docker-content-digest': digest } : {}),
  };
  // What is remembered and not there is begun, and breaks off before its first byte.
  const delivery: Pick<Answer, 'delivery'> =
    stored === undefined && method === 'GET' ? { delivery: { kind: 'cut', after: 0, how: 'close' } } : {};
  const asked = exchange.headers.range;
  const range = asked === undefined || method === 'HEAD' ? undefined : byteRange(asked, bytes.length);
  if (range === undefined) return { status: 200, headers, body: bytes, ...delivery };
  if (range === 'unsatisfiable') {
    const refusal = exchange.refuse('range-invalid');
    return { ...refusal, headers: { ...refusal.headers, 'content-range': `bytes */${bytes.length}` } };
  }
  const [start, end] = range;
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${bytes.length}` },
    body: bytes.subarray(start, end + 1),
    ...delivery,
  };
}

/** One range of bytes, both ends included; undefined where the header is to be ignored (RFC 9110, 14.2). */
export function byteRange(header: string, size: number): [number, number] | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (match === null) return undefined;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return undefined;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : [size - length, size - 1];
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return undefined;
  return start >= size ? 'unsatisfiable' : [start, end];
}

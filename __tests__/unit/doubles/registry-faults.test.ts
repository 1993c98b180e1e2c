import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ACCEPT, pushBlob, type Reply, send } from '../../conformance/support/raw-client.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import type { Act, FaultMatch } from '../../doubles/registry/fault-script.ts';
import { buildImage, type Image } from '../../doubles/registry/images.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';
import type { Repository } from '../../doubles/registry/storage.ts';

let registry: Registry;
let repository: Repository;
let image: Image;
beforeEach(async () => {
  registry = await startRegistry();
  repository = registry.repository('team/app');
  image = repository.putImage({ tag: 'v1', contents: ['one', 'two'] });
});
afterEach(() => registry.close());

const BLOB = Buffer.from('0123456789');
const url = (reference: string): string => `${registry.origin}/v2/team/app/manifests/${reference}`;
const get = (reference = 'v1'): Promise<Reply> => send('GET', url(reference), { headers: { accept: ACCEPT } });
const put = (reference: string, { bytes, mediaType }: Image = image): Promise<Reply> =>
  send('PUT', url(reference), { body: bytes, headers: { 'content-type': mediaType } });
const open = (): Promise<Reply> => send('POST', `${registry.origin}/v2/team/app/blobs/uploads/`);
const served = async (reference = 'v1'): Promise<string> => sha256((await get(reference)).body);

/** Plays the act on the next GET of a manifest. */
function getWith(act: Act): Promise<Reply> {
  registry.fault({ match: { method: 'GET', kind: 'manifest' }, act });
  return get();
}

async function closedWhile(act: Act, asked: () => Promise<Reply>): Promise<Reply | string> {
  const reached = Promise.withResolvers<void>();
  const when = (): boolean => {
    reached.resolve();
    return true;
  };
  registry.fault({ match: { when }, act });
  const outcome = asked().catch((error: NodeJS.ErrnoException) => error.code ?? 'error');
  await reached.promise;
  await registry.close();
  return outcome;
}

async function firstPiece(act: Act): Promise<Buffer> {
  registry.fault({ act });
  const outgoing = request(url('v1'), { headers: { accept: ACCEPT }, agent: false }).end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  const [piece] = (await once(incoming, 'data')) as [Buffer];
  incoming.on('error', () => undefined);
  incoming.destroy();
  return piece;
}

/** One proof for every kind of fault; the type makes sure that none is forgotten. */
const PROOFS: { readonly [K in Act['kind']]: () => Promise<void> } = {
  answer: async () => {
    const reply = await getWith({
      kind: 'answer',
      status: 407,
      headers: { 'proxy-authenticate': 'Basic' },
      body: 'who?',
    });
    expect([reply.status, reply.headers['proxy-authenticate'], reply.body.toString()]).toEqual([407, 'Basic', 'who?']);
  },
  error: async () => {
    const reply = await getWith({ kind: 'error', status: 503, code: 'UNAVAILABLE', headers: { 'retry-after': '3' } });
    expect([reply.status, reply.code(), reply.headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '3']);
  },
  refuse: async () => {
    expect((await getWith({ kind: 'refuse', situation: 'manifest-unknown' })).code()).toBe('MANIFEST_UNKNOWN');
  },
  'rate-limit': async () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    const dated = await getWith({ kind: 'rate-limit', retryAfter: date });
    expect([dated.status, dated.code(), dated.headers['retry-after']]).toEqual([429, 'TOOMANYREQUESTS', date]);
    expect((await getWith({ kind: 'rate-limit' })).headers['retry-after']).toBeUndefined();
  },
  'login-page': async () => {
    const reply = await getWith({ kind: 'login-page' });
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(reply.body.toString()).toContain('<form');
  },
  challenge: async () => {
    const values = ['Negotiate', 'Bearer realm="file:///etc/passwd"'];
    const reply = await getWith({ kind: 'challenge', values });
    expect([reply.status, reply.headers['www-authenticate']]).toEqual([401, values.join(', ')]);
    expect((await getWith({ kind: 'challenge', values: [] })).headers['www-authenticate']).toBeUndefined();
  },
  redirect: async () => {
    const loop = await getWith({ kind: 'redirect', status: 307, to: ({ target }) => target });
    expect([loop.status, loop.headers.location]).toEqual([307, '/v2/team/app/manifests/v1']);
  },
  reset: async () => {
    await expect(getWith({ kind: 'reset', when: 'before-handling' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    registry.fault({ match: { method: 'PUT' }, act: { kind: 'reset', when: 'after-handling' } });
    await expect(put('v2')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await served('v2')).toBe(image.digest);
    registry.fault({ match: { method: 'PUT' }, act: { kind: 'reset', when: 'mid-request' } });
    await expect(put('v3')).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
    expect(repository.tags.has('v3')).toBe(false);
    const cut = await getWith({ kind: 'reset', when: 'mid-body' }).catch(() => ({ complete: false }));
    expect(cut.complete).toBe(false);
  },
  'short-body': async () => {
    const reply = await getWith({ kind: 'short-body' });
    expect([reply.complete, reply.headers['content-length']]).toEqual([false, String(image.bytes.length)]);
    expect(reply.body).toEqual(image.bytes.subarray(0, Math.floor(image.bytes.length / 2)));
  },
  drip: async () => {
    expect(await firstPiece({ kind: 'drip', bytes: 5, everyMs: 3_600_000 })).toEqual(image.bytes.subarray(0, 5));
    expect(sha256((await getWith({ kind: 'drip', bytes: 100, everyMs: 1 })).body)).toBe(image.digest);
  },
  wait: async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const answered = getWith({ kind: 'wait', until: () => promise });
    resolve();
    expect(sha256((await answered).body)).toBe(image.digest);
  },
  delay: async () => {
    expect(sha256((await getWith({ kind: 'delay', ms: 1 })).body)).toBe(image.digest);
    expect(await closedWhile({ kind: 'delay', ms: 3_600_000 }, get)).toBe('ECONNRESET');
  },
  'slow-read': async () => {
    registry.fault({ match: { method: 'PUT' }, act: { kind: 'slow-read', ms: 1 } });
    expect((await put('v2')).status).toBe(201);
    expect(await closedWhile({ kind: 'slow-read', ms: 3_600_000 }, () => put('v3'))).toBe('ECONNRESET');
    expect(repository.tags.has('v3')).toBe(false);
  },
  hang: async () => {
    expect(await firstPiece({ kind: 'hang', when: 'mid-body' })).toHaveLength(Math.floor(image.bytes.length / 2));
    registry.fault({ act: { kind: 'hang', when: 'after-headers' } });
    const outgoing = request(url('v1'), { headers: { accept: ACCEPT }, agent: false }).end();
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    expect(incoming.statusCode).toBe(200);
    incoming.on('error', () => undefined);
    incoming.destroy();
    expect(await closedWhile({ kind: 'hang', when: 'before-headers' }, () => put('v2'))).toBe('ECONNRESET');
    expect(repository.tags.get('v2')).toBe(image.digest);
  },
  alter: async () => {
    const headers = { 'content-type': `${image.mediaType}; charset=utf-8`, etag: '', warning: '299 - "soon gone"' };
    const reply = await getWith({ kind: 'alter', status: 203, headers });
    expect([reply.status, reply.headers.etag, reply.headers.warning]).toEqual([203, undefined, '299 - "soon gone"']);
    expect(reply.headers['content-type']).toBe(`${image.mediaType}; charset=utf-8`);
    expect(sha256(reply.body)).toBe(image.digest);
  },
  'digest-header': async () => {
    const header = async (value: 'missing' | 'wrong' | 'upper-case' | 'malformed'): Promise<unknown> =>
      (await getWith({ kind: 'digest-header', value })).headers['docker-content-digest'];
    expect(await header('missing')).toBeUndefined();
    expect(await header('wrong')).toBe(`sha256:${'0'.repeat(64)}`);
    expect(await header('upper-case')).toBe(`sha256:${image.digest.slice(7).toUpperCase()}`);
    expect(await header('malformed')).toBe('sha256:not-a-digest');
  },
  location: async () => {
    const location = async (act: Omit<Extract<Act, { kind: 'location' }>, 'kind'>): Promise<string | undefined> => {
      registry.fault({ match: { method: 'POST', kind: 'upload' }, act: { kind: 'location', ...act } });
      return (await open()).headers.location?.replace(/[0-9a-f-]{36}\?_state=[\w-]+/, 'ID');
    };
    const path = '/v2/team/app/blobs/uploads/ID';
    expect(await location({ form: 'path-only' })).toBe(path);
    expect(await location({ form: 'relative' })).toBe('ID');
    expect(await location({ form: 'absolute' })).toBe(`${registry.origin}${path}`);
    expect(await location({ form: 'scheme-less' })).toBe(`//${registry.host}${path}`);
    expect(await location({ form: 'other-host', host: 'evil.test' })).toBe(`http://evil.test${path}`);
    expect(await location({ form: 'other-scheme' })).toBe(`https://${registry.host}${path}`);
    expect(await location({ form: 'without-port' })).toBe(`http://127.0.0.1${path}`);
    expect(await location({ form: 'missing' })).toBeUndefined();
    expect(await location({ form: 'odd-query' })).toBe(
      `${registry.origin}${path}&signature=a%2Fb~c%20d%3D%3D&empty=&plus=1+1`,
    );
  },
  'store-nothing': async () => {
    registry.fault({ match: { method: 'PUT', kind: 'tag' }, act: { kind: 'store-nothing' } });
    const reply = await put('v2');
    expect([reply.status, reply.headers['docker-content-digest']]).toEqual([201, image.digest]);
    expect((await get('v2')).status).toBe(404);
    registry.fault({ match: { method: 'PUT', kind: 'upload' }, act: { kind: 'store-nothing' } });
    expect((await pushBlob(registry.origin, 'team/app', BLOB)).status).toBe(201);
    expect(repository.blobs.has(sha256(BLOB))).toBe(false);
  },
  'store-other': async () => {
    registry.fault({ match: { method: 'PUT', kind: 'manifest' }, times: 2, act: { kind: 'store-other' } });
    expect((await put('v2')).headers['docker-content-digest']).toBe(image.digest);
    const byTag = await get('v2');
    expect(sha256(byTag.body)).not.toBe(image.digest);
    expect(byTag.headers['docker-content-digest']).toBe(sha256(byTag.body));
    expect(byTag.json()).toEqual(JSON.parse(image.bytes.toString()));
    await put(image.digest);
    expect(await served(image.digest)).not.toBe(image.digest);
  },
  forget: async () => {
    const [layer] = image.layers;
    const index = repository.putIndex({ content: 'of an index' });
    registry.fault({ match: { reference: 'v2' }, act: { kind: 'forget', what: 'layer' } });
    registry.fault({ match: { reference: 'v3' }, act: { kind: 'forget', what: 'config' } });
    await put('v3');
    expect(repository.blobs.has(image.config.digest)).toBe(false);
    repository.blobs.set(image.config.digest, image.config.bytes);
    await put('v2');
    expect(repository.blobs.has(layer?.digest ?? '')).toBe(false);
    registry.fault({ match: { reference: index.digest }, act: { kind: 'forget', what: 'child' } });
    expect(await served(index.digest)).toBe(index.digest);
    expect(repository.manifests.has(index.children[1]?.digest ?? '')).toBe(false);
    registry.fault({ match: { method: 'PUT', kind: 'upload' }, act: { kind: 'forget', what: 'itself' } });
    expect((await pushBlob(registry.origin, 'team/app', BLOB)).status).toBe(201);
    expect(repository.blobs.has(sha256(BLOB))).toBe(false);
  },
  'other-bytes': async () => {
    const flipped = await getWith({ kind: 'other-bytes' });
    expect(flipped.headers['docker-content-digest']).toBe(image.digest);
    expect([flipped.body.length, sha256(flipped.body) === image.digest]).toEqual([image.bytes.length, false]);
    expect((await getWith({ kind: 'other-bytes', bytes: 'truncated' })).body.length).toBe(image.bytes.length - 1);
    const again = await getWith({ kind: 'other-bytes', bytes: 'reserialised' });
    expect(again.json()).toEqual(JSON.parse(image.bytes.toString()));
    expect((await getWith({ kind: 'other-bytes', bytes: Buffer.from('{}') })).body.toString()).toBe('{}');
    expect(await served()).toBe(image.digest);
  },
  'stale-tag': async () => {
    const next = repository.putImage({ content: 'next' });
    registry.fault({ match: { method: 'PUT' }, times: 2, act: { kind: 'stale-tag', reads: 2 } });
    await put('v1', next);
    expect([await served(), await served(), await served()]).toEqual([image.digest, image.digest, next.digest]);
    await put('v2', next);
    expect([(await get('v2')).status, (await get('v2')).status, (await get('v2')).status]).toEqual([404, 404, 200]);
    expect(await served(next.digest)).toBe(next.digest);
  },
  'tag-moved': async () => {
    const other = repository.putImage({ content: 'other' });
    registry.fault({ match: { method: 'PUT' }, act: { kind: 'tag-moved' } });
    registry.fault({ match: { method: 'PUT' }, act: { kind: 'tag-moved', to: other.digest } });
    await put('v2');
    expect([image.digest, other.digest]).not.toContain(await served('v2'));
    await put('v2');
    expect(await served('v2')).toBe(other.digest);
  },
  'huge-body': async () => {
    const size = 3 * 1024 * 1024 + 7;
    const reply = await getWith({ kind: 'huge-body', bytes: size });
    expect([reply.body.length, reply.headers['content-length']]).toEqual([size, undefined]);
    const declared = await getWith({ kind: 'huge-body', bytes: size, declared: true });
    expect([declared.body.length, declared.headers['content-length']]).toEqual([size, String(size)]);
  },
  gzip: async () => {
    const reply = await getWith({ kind: 'gzip' });
    expect(reply.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(reply.body)).toEqual(image.bytes);
  },
  'gzip-bomb': async () => {
    const reply = await getWith({ kind: 'gzip-bomb', bytes: 8 * 1024 * 1024 });
    expect(reply.body.length).toBeLessThan(16 * 1024);
    expect(gunzipSync(reply.body)).toHaveLength(8 * 1024 * 1024);
  },
  'header-flood': async () => {
    await expect(getWith({ kind: 'header-flood', bytes: 1_000_000 })).rejects.toMatchObject({
      code: 'HPE_HEADER_OVERFLOW',
    });
  },
  duplicate: async () => {
    registry.fault({ act: { kind: 'duplicate' } });
    const socket = connect(Number(new URL(registry.origin).port), '127.0.0.1');
    socket.write(`GET /v2/team/app/manifests/v1 HTTP/1.1\r\nHost: x\r\nAccept: ${ACCEPT}\r\n\r\n`);
    let text = '';
    for await (const bytes of socket) {
      text += String(bytes);
      if (text.split(image.bytes.toString()).length === 3) break;
    }
    expect(text.match(/HTTP\/1\.1 200 \w+/g)).toEqual(['HTTP/1.1 200 OK', 'HTTP/1.1 200 Again']);
  },
  raw: async () => {
    await expect(getWith({ kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.2\r\n' })).rejects.toMatchObject({
      code: expect.stringMatching(/^HPE_/),
    });
    const split = 'HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer realm="a\r\nX-Injected: 1\r\nContent-Length: 0\r\n\r\n';
    expect((await getWith({ kind: 'raw', bytes: split })).headers['x-injected']).toBe('1');
  },
  'expire-tokens': async () => {
    await using guarded = await startRegistry({ auth: { kind: 'token', users: {}, anonymous: { '*': ['pull'] } } });
    const answer = await send('GET', `${guarded.origin}/token?service=registry.test`);
    const headers = { authorization: `Bearer ${(answer.json() as { token: string }).token}` };
    const ping = async (): Promise<number> => (await send('GET', `${guarded.origin}/v2/`, { headers })).status;
    guarded.fault({ match: { kind: 'ping' }, skip: 1, act: { kind: 'expire-tokens' } });
    expect([await ping(), await ping(), await ping()]).toEqual([200, 401, 401]);
  },
};

describe('every kind of fault does what it says', () => {
  test.each(Object.entries(PROOFS))('%s', async (_, proof) => {
    await proof();
    expect(registry.violations).toEqual([]);
  });
});

test('an early answer comes before the body was read, and ends the connection', async () => {
  registry.fault({ match: { method: 'POST' }, act: { kind: 'answer', status: 413, early: true } });
  const outgoing = request(`${registry.origin}/v2/team/app/blobs/uploads/`, {
    method: 'POST',
    agent: false,
    headers: { 'content-length': '1000000000' },
  });
  outgoing.on('error', () => undefined).write(BLOB);
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  expect([incoming.statusCode, incoming.headers.connection]).toEqual([413, 'close']);
  incoming.resume();
  await once(outgoing, 'close');
});

test('a hang before the body is read stores nothing', async () => {
  expect(await closedWhile({ kind: 'hang', when: 'before-reading' }, () => put('v2'))).toBe('ECONNRESET');
  expect(repository.tags.has('v2')).toBe(false);
});

test('the odd query of a Location must come back as it was', async () => {
  registry.fault({ match: { method: 'POST' }, times: 2, act: { kind: 'location', form: 'odd-query' } });
  const digest = sha256(BLOB);
  const kept = `${(await open()).headers.location}&digest=${digest}`;
  expect((await send('PUT', kept, { body: BLOB })).status).toBe(201);
  registry.assertClean();
  const parsed = new URL((await open()).headers.location ?? '');
  parsed.searchParams.set('digest', digest);
  expect((await send('PUT', parsed.href, { body: BLOB })).status).toBe(400);
  expect(registry.violations.map(({ rule }) => rule)).toEqual(['location']);
});

describe('when a fault is played', () => {
  const act: Act = { kind: 'answer', status: 500 };
  const statuses = async (times: number): Promise<number[]> => {
    const seen: number[] = [];
    for (let at = 0; at < times; at += 1) seen.push((await get()).status);
    return seen;
  };

  test.each([
    [{}, [500, 200, 200, 200]],
    [{ times: 2 }, [500, 500, 200, 200]],
    [{ skip: 1 }, [200, 500, 200, 200]],
    [{ skip: 2, times: 'always' }, [200, 200, 500, 500]],
  ] as const)('%j', async (when, expected) => {
    registry.fault({ ...when, act });
    expect(await statuses(4)).toEqual(expected);
  });

  test('rules take turns in the order in which they were made', async () => {
    registry.fault({ act });
    registry.fault({ act: { kind: 'answer', status: 502 } });
    expect(await statuses(3)).toEqual([500, 502, 200]);
  });

  test.each<[FaultMatch, boolean]>([
    [{}, true],
    [{ kind: 'any' }, true],
    [{ kind: 'manifest' }, true],
    [{ kind: 'tag' }, true],
    [{ kind: 'digest' }, false],
    [{ kind: 'blob' }, false],
    [{ method: 'GET' }, true],
    [{ method: ['HEAD', 'GET'] }, true],
    [{ method: 'PUT' }, false],
    [{ repository: 'team/app' }, true],
    [{ repository: 'team' }, false],
    [{ reference: 'v1' }, true],
    [{ reference: /^v/ }, true],
    [{ reference: /^sha256:/ }, false],
    [{ when: ({ headers }) => headers.accept === ACCEPT }, true],
    [{ when: () => false }, false],
  ])('%j matches the GET of a tag: %s', async (match, matches) => {
    const fault = registry.fault({ match, act });
    expect((await get()).status).toBe(matches ? 500 : 200);
    expect([fault.seen, fault.played]).toEqual(matches ? [1, 1] : [0, 0]);
    expect(registry.requests[0]?.fault).toBe(matches ? 'answer' : undefined);
  });

  test('one that was never played makes a test unclean, until it is taken back', () => {
    const fault = registry.fault({ match: { kind: 'token' }, act });
    expect(() => registry.assertClean()).toThrow('never played');
    fault.remove();
    registry.assertClean();
  });
});

test('an image without a fault is whole', () => {
  expect(buildImage({ contents: ['one', 'two'] })).toEqual(image);
});

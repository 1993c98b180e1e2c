import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pushBlob, type Reply, send, withDigest } from '../../conformance/support/raw-client.ts';
import { digestLike, sha256 } from '../../doubles/registry/digest.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';

const BLOB = Buffer.from('0123456789');
const DIGEST = sha256(BLOB);

let registry: Registry;
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(() => registry.close());

const open = (query = ''): Promise<Reply> => send('POST', `${registry.origin}/v2/team/app/blobs/uploads/${query}`);
const at = (reply: Reply): string => reply.headers.location ?? '';
const stored = (): Buffer | undefined => registry.repository('team/app').blobs.get(DIGEST);
const rules = (): string[] => registry.violations.map(({ rule }) => rule);

describe('whole uploads', () => {
  test('POST and one PUT', async () => {
    const reply = await pushBlob(registry.origin, 'team/app', BLOB);
    expect(reply.status).toBe(201);
    expect(reply.headers).toMatchObject({
      'docker-content-digest': DIGEST,
      location: `${registry.origin}/v2/team/app/blobs/${DIGEST}`,
    });
    expect(stored()).toEqual(BLOB);
    registry.assertClean();
  });

  test('one POST with the digest', async () => {
    const url = `${registry.origin}/v2/team/app/blobs/uploads/?digest=${DIGEST}`;
    expect((await send('POST', url, { body: BLOB })).status).toBe(201);
    expect(stored()).toEqual(BLOB);
  });

  test('sha512 digests', async () => {
    const digest = digestLike(`sha512:${'0'.repeat(128)}`, [BLOB]);
    const reply = await send('PUT', `${at(await open())}&digest=${digest}`, { body: BLOB });
    expect(reply.status).toBe(201);
    expect(registry.repository('team/app').blobs.has(digest)).toBe(true);
  });

  test('other bytes than the digest says', async () => {
    const opened = await open();
    const reply = await send('PUT', withDigest(registry.origin, opened, BLOB), { body: 'other' });
    expect([reply.status, reply.code()]).toEqual([400, 'DIGEST_INVALID']);
    expect(stored()).toBeUndefined();
  });

  test.each(['', '&digest=', '&digest=sha256:abc', `&digest=sha256:${'A'.repeat(64)}`])(
    'a PUT with "%s"',
    async (query) => {
      const reply = await send('PUT', `${at(await open())}${query}`, { body: BLOB });
      expect([reply.status, reply.code()]).toEqual([400, 'DIGEST_INVALID']);
      expect(rules()).toEqual(['digest']);
    },
  );

  test('a session that is over is unknown', async () => {
    const opened = await open();
    await send('PUT', withDigest(registry.origin, opened, BLOB), { body: BLOB });
    const again = await send('PUT', withDigest(registry.origin, opened, BLOB), { body: BLOB });
    expect([again.status, again.code()]).toEqual([404, 'BLOB_UPLOAD_UNKNOWN']);
  });
});

describe('uploads in parts', () => {
  test('a stream of unknown length', async () => {
    const opened = await open();
    const patched = await send('PATCH', at(opened), {
      body: BLOB,
      headers: { 'transfer-encoding': 'chunked' },
    });
    expect([patched.status, patched.headers.range]).toEqual([202, '0-9']);
    expect((await send('PUT', withDigest(registry.origin, patched, BLOB))).status).toBe(201);
    expect(stored()).toEqual(BLOB);
  });

  test('chunks in order, the last one with the PUT', async () => {
    const one = await send('PATCH', at(await open()), { body: '0123', headers: { 'content-range': '0-3' } });
    expect([one.status, one.headers.range]).toEqual([202, '0-3']);
    const two = await send('PATCH', at(one), { body: '45', headers: { 'content-range': '4-5' } });
    const put = await send('PUT', withDigest(registry.origin, two, BLOB), {
      body: '6789',
      headers: { 'content-range': '6-9' },
    });
    expect(put.status).toBe(201);
    expect(stored()).toEqual(BLOB);
    registry.assertClean();
  });

  test.each(['1-4', '0-9', '0-2', 'four'])('a chunk of 4 bytes as %s is out of order', async (range) => {
    const reply = await send('PATCH', at(await open()), { body: '0123', headers: { 'content-range': range } });
    expect([reply.status, reply.headers.range]).toEqual([416, '0-0']);
    expect(rules()).toEqual(['content-range']);
  });

  test('a chunk that leaves a gap learns where the session stands', async () => {
    const one = await send('PATCH', at(await open()), { body: '0123', headers: { 'content-range': '0-3' } });
    const two = await send('PATCH', at(one), { body: '89', headers: { 'content-range': '8-9' } });
    expect([two.status, two.code(), two.headers.range]).toEqual([416, 'RANGE_INVALID', '0-3']);
  });

  test('the session tells how far it is, and can be cancelled', async () => {
    const opened = await open();
    await send('PATCH', at(opened), { body: '0123' });
    const asked = await send('GET', at(opened));
    expect([asked.status, asked.headers.range]).toEqual([204, '0-3']);
    expect((await send('DELETE', at(asked))).status).toBe(204);
    expect((await send('GET', at(asked))).code()).toBe('BLOB_UPLOAD_UNKNOWN');
  });

  test('the least chunk is told', async () => {
    await using choosy = await startRegistry({ chunkMinimum: 5_242_880 });
    const reply = await send('POST', `${choosy.origin}/v2/a/blobs/uploads/`);
    expect(reply.headers['oci-chunk-min-length']).toBe('5242880');
  });
});

describe('the Location of an upload', () => {
  test('wants its query back', async () => {
    const location = at(await open()).replace(/\?.*$/, '');
    const reply = await send('PUT', `${location}?digest=${DIGEST}`, { body: BLOB });
    expect([reply.status, reply.code()]).toEqual([400, 'BLOB_UPLOAD_INVALID']);
    expect(rules()).toEqual(['location']);
  });

  test('takes the digest before or behind it', async () => {
    const [path, query] = at(await open()).split('?');
    expect((await send('PUT', `${path}?digest=${DIGEST}&${query}`, { body: BLOB })).status).toBe(201);
    registry.assertClean();
  });
});

describe('mounts', () => {
  test('take a blob from another repository', async () => {
    await pushBlob(registry.origin, 'base/image', BLOB);
    const reply = await open(`?mount=${DIGEST}&from=base/image`);
    expect([reply.status, reply.headers['docker-content-digest']]).toEqual([201, DIGEST]);
    expect(stored()).toEqual(BLOB);
  });

  test.each([`?mount=${DIGEST}&from=base/image`, `?mount=${DIGEST}`])(
    '%s becomes an upload where it fails',
    async (query) => {
      const reply = await open(query);
      expect(reply.status).toBe(202);
      expect((await send('PUT', withDigest(registry.origin, reply, BLOB), { body: BLOB })).status).toBe(201);
    },
  );
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ACCEPT, pushBlob, type Reply, send, withDigest } from '../../conformance/support/raw-client.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';

const BLOB = Buffer.from('0123456789');
const DIGEST = sha256(BLOB);

let registry: Registry;
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(() => registry.close());

const ask = (method: string, path: string, question = {}): Promise<Reply> =>
  send(method, new URL(path, registry.origin).href, question);
const rules = (): string[] => registry.violations.map(({ rule }) => rule);

describe('blobs', () => {
  beforeEach(async () => {
    await pushBlob(registry.origin, 'team/app', BLOB);
  });

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=0-999', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('give the range %s', async (range, status, text, contentRange) => {
    const reply = await ask('GET', `/v2/team/app/blobs/${DIGEST}`, { headers: { range } });
    expect([reply.status, reply.body.toString(), reply.headers['content-range']]).toEqual([status, text, contentRange]);
  });

  test.each(['bytes=10-', 'bytes=-0'])('refuse the range %s, which is empty', async (range) => {
    const reply = await ask('GET', `/v2/team/app/blobs/${DIGEST}`, { headers: { range } });
    expect([reply.status, reply.headers['content-range']]).toEqual([416, 'bytes */10']);
  });

  test('are served from elsewhere when the registry says so', async () => {
    await using other = await startRegistry({ redirectBlob: (digest) => `http://192.0.2.1/${digest}?signature=x` });
    const image = other.repository('a').putImage();
    const reply = await send('GET', `${other.origin}/v2/a/blobs/${image.config.digest}`);
    expect([reply.status, reply.headers.location]).toEqual([
      307,
      `http://192.0.2.1/${image.config.digest}?signature=x`,
    ]);
  });
});

describe('listings', () => {
  test('looking at a repository does not make it', async () => {
    expect(registry.repository('team/app').tags.size).toBe(0);
    expect((await ask('GET', '/v2/_catalog')).json()).toEqual({ repositories: [] });
  });

  test('the catalog names what exists', async () => {
    registry.repository('b').putImage();
    registry.repository('a').putImage();
    expect((await ask('GET', '/v2/_catalog?n=1')).json()).toEqual({ repositories: ['a'] });
  });

  test('referrers are found by subject and filtered by type', async () => {
    const repository = registry.repository('team/app');
    const image = repository.putImage({ tag: 'v1' });
    const subject = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.length };
    const sbom = repository.putImage({ subject, artifactType: 'application/sbom', content: 'sbom' });
    repository.putImage({ subject, artifactType: 'application/signature', content: 'signature' });
    const all = (await ask('GET', `/v2/team/app/referrers/${image.digest}`)).json() as { manifests: unknown[] };
    expect(all.manifests).toHaveLength(2);
    const some = await ask('GET', `/v2/team/app/referrers/${image.digest}?artifactType=application/sbom`);
    expect(some.headers['oci-filters-applied']).toBe('artifactType');
    expect(some.json()).toMatchObject({ manifests: [{ digest: sbom.digest, artifactType: 'application/sbom' }] });
  });

  test('of an image without referrers there is an empty index', async () => {
    const { digest } = registry.repository('team/app').putImage();
    expect((await ask('GET', `/v2/team/app/referrers/${digest}`)).json()).toMatchObject({ manifests: [] });
  });
});

describe('strictness', () => {
  test.each([
    ['GET', '/v1/_ping', 404, 'path'],
    ['GET', '/v2/team/app/manifest/latest', 404, 'path'],
    ['GET', '/v2/Team/App/manifests/latest', 400, 'grammar'],
    ['GET', '/v2/a//b/manifests/latest', 400, 'grammar'],
    ['GET', `/v2/${'a/'.repeat(128)}b/manifests/latest`, 400, 'grammar'],
    ['GET', `/v2/app/manifests/${'t'.repeat(129)}`, 400, 'grammar'],
    ['GET', '/v2/app/manifests/-tag', 400, 'grammar'],
    ['GET', '/v2/app/manifests/sha256:abc', 400, 'grammar'],
    ['GET', `/v2/app/blobs/sha256:${'A'.repeat(64)}`, 400, 'grammar'],
    ['GET', `/v2/app/blobs/md5:${'a'.repeat(32)}`, 400, 'grammar'],
    ['PATCH', '/v2/app/manifests/latest', 405, 'method'],
    ['DELETE', '/v2/', 405, 'method'],
  ])('%s %s is answered %i and noted as %s', async (method, path, status, rule) => {
    const reply = await ask(method, path);
    expect(reply.status).toBe(status);
    expect(rules()).toEqual([rule]);
    expect(() => registry.assertClean()).toThrow(rule);
  });

  test('a credential nobody asked for is noted', async () => {
    await ask('GET', '/v2/', { headers: { authorization: 'Basic YTpi' } });
    expect(rules()).toEqual(['credentials']);
  });

  test('a body on GET is noted', async () => {
    await ask('GET', '/v2/', { body: 'x' });
    expect(rules()).toEqual(['body']);
  });

  test('a path may be percent-encoded', async () => {
    const { digest } = registry.repository('team/app').putImage();
    const path = `/v2/team/app/manifests/${digest.replace(':', '%3A')}`;
    expect((await ask('GET', path, { headers: { accept: ACCEPT } })).status).toBe(200);
    registry.assertClean();
  });
});

describe('the record', () => {
  test('has what a test asks for', async () => {
    const opened = await ask('POST', '/v2/team/app/blobs/uploads/');
    await send('PUT', withDigest(registry.origin, opened, BLOB), { body: BLOB });
    expect(registry.requests).toHaveLength(2);
    expect(registry.requests[1]).toMatchObject({
      method: 'PUT',
      kind: 'upload',
      repository: 'team/app',
      status: 201,
      bodyBytes: 10,
      body: BLOB,
      authorization: undefined,
      fault: undefined,
    });
    expect(registry.requests[1]?.query.get('digest')).toBe(DIGEST);
  });
});

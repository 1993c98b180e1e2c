import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ACCEPT, pushBlob, type Reply, send } from '../../conformance/support/raw-client.ts';
import { buildImage, type Image } from '../../doubles/registry/images.ts';
import { INDEX, MANIFEST } from '../../doubles/registry/media-types.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';

let registry: Registry;
beforeEach(async () => {
  registry = await startRegistry();
});
afterEach(() => registry.close());

const rules = (): string[] => registry.violations.map(({ rule }) => rule);
const url = (reference: string): string => `${registry.origin}/v2/team/app/manifests/${reference}`;
const get = (reference: string, accept = ACCEPT): Promise<Reply> =>
  send('GET', url(reference), { headers: { accept } });

function put(reference: string, { bytes, mediaType }: { bytes: Buffer; mediaType: string }): Promise<Reply> {
  return send('PUT', url(reference), { body: bytes, headers: { 'content-type': mediaType } });
}

async function pushParts(image: Image): Promise<void> {
  for (const { bytes } of [image.config, ...image.layers]) await pushBlob(registry.origin, 'team/app', bytes);
}

describe('PUT', () => {
  test.each(['oci', 'docker'] as const)('keeps the exact bytes and the type of an %s image', async (format) => {
    const image = buildImage({ format });
    await pushParts(image);
    const reply = await put('v1', image);
    expect(reply.status).toBe(201);
    expect(reply.headers).toMatchObject({ 'docker-content-digest': image.digest, location: url(image.digest) });
    const read = await get('v1');
    expect([read.body, read.headers['content-type']]).toEqual([image.bytes, image.mediaType]);
    expect((await get(image.digest)).body).toEqual(image.bytes);
    registry.assertClean();
  });

  test('names every missing part', async () => {
    const image = buildImage({ contents: ['one', 'two'] });
    await pushBlob(registry.origin, 'team/app', image.config.bytes);
    const reply = await put('v1', image);
    expect(reply.status).toBe(400);
    expect(reply.json()).toMatchObject({
      errors: image.layers.map(({ digest }) => ({ code: 'MANIFEST_BLOB_UNKNOWN', detail: { digest } })),
    });
  });

  const image = buildImage();
  const edited = (from: string | RegExp, to: string): Buffer => Buffer.from(image.bytes.toString().replace(from, to));
  test.each([
    ['no content type', image.bytes, '', 'content-type'],
    ['schema 1', image.bytes, 'application/vnd.docker.distribution.manifest.v1+json', 'content-type'],
    ['another type than it says', image.bytes, MANIFEST.docker, 'manifest'],
    ['not JSON', Buffer.from('{'), MANIFEST.oci, 'manifest'],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), image.bytes]), MANIFEST.oci, 'manifest'],
    ['schemaVersion 1', edited('"schemaVersion":2', '"schemaVersion":1'), MANIFEST.oci, 'manifest'],
    ['a broken digest', edited(/"sha256:[0-9a-f]{64}"/, '"sha256:abc"'), MANIFEST.oci, 'manifest'],
    ['a negative size', edited(/"size":\d+/, '"size":-1'), MANIFEST.oci, 'manifest'],
    ['a wrong size', edited(/"size":\d+/, '"size":1'), MANIFEST.oci, 'size'],
    ['no layers', edited(/"layers":\[.*\]/, '"layers":{}'), MANIFEST.oci, 'manifest'],
    ['an index in the place of an image', image.bytes, INDEX.oci, 'manifest'],
  ])('refuses %s', async (_, bytes, mediaType, rule) => {
    await pushParts(image);
    const reply = await put('v1', { bytes, mediaType });
    expect([reply.status, reply.code()]).toEqual([400, 'MANIFEST_INVALID']);
    expect(rules()).toEqual([rule]);
  });
});

describe('GET and HEAD', () => {
  test('a Docker list becomes its linux/amd64 child by tag, not by digest', async () => {
    const index = registry.repository('team/app').putIndex({ tag: 'v1', format: 'docker' });
    const byTag = await get('v1', MANIFEST.docker);
    expect(byTag.headers['docker-content-digest']).toBe(index.children[0]?.digest);
    expect((await get(index.digest, MANIFEST.docker)).headers['docker-content-digest']).toBe(index.digest);
  });

  test('what a test puts under a digest is served, right or wrong', async () => {
    const repository = registry.repository('team/app');
    const { digest, mediaType } = repository.putImage({ tag: 'v1' });
    repository.manifests.set(digest, { bytes: Buffer.from('{}'), mediaType });
    expect((await get('v1')).body.toString()).toBe('{}');
  });
});

describe('DELETE', () => {
  test('by tag takes the tag, by digest the manifest with all its tags', async () => {
    const image = registry.repository('team/app').putImage({ tag: 'v1' });
    registry.repository('team/app').putImage({ tag: 'v2' });
    expect((await send('DELETE', url('v1'))).status).toBe(202);
    expect([(await get('v1')).status, (await get('v2')).status]).toEqual([404, 200]);
    expect((await send('DELETE', url(image.digest))).status).toBe(202);
    expect((await get('v2')).status).toBe(404);
    expect((await send('DELETE', url(image.digest))).code()).toBe('MANIFEST_UNKNOWN');
  });
});

describe('immutable tags', () => {
  test('may be written once, and again with the same image', async () => {
    await using strict = await startRegistry({ immutableTags: (_, tag) => tag !== 'latest' });
    const repository = strict.repository('team/app');
    const image = repository.putImage({ tag: 'v1' });
    const other = repository.putImage({ content: 'other' });
    const write = (reference: string, { bytes, mediaType }: Image): Promise<Reply> =>
      send('PUT', `${strict.origin}/v2/team/app/manifests/${reference}`, {
        body: bytes,
        headers: { 'content-type': mediaType },
      });
    expect((await write('v1', image)).status).toBe(201);
    expect((await write('v1', other)).status).toBe(409);
    expect((await write('latest', image)).status).toBe(201);
    expect((await write('latest', other)).status).toBe(201);
    expect(repository.tags.get('v1')).toBe(image.digest);
  });
});

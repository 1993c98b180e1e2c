import { describe, expect, it } from '@jest/globals';
import type { Identity } from '../../../src/image/tested.ts';
import { proveIdentity } from '../../../src/verify/prove-identity.ts';
import { buildImage, buildIndex, descriptorOf, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { engineImage } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const image = buildImage({ content: 'tested' });
const index = buildIndex({ content: 'tested', attestations: true });
const ours = index.children[0] as Image;

/** What the engine has of an image; the containerd store knows it by the digest of its root. */
const graphDriver = (of: Image): Identity => engineImage(of, 'graph-driver');
const containerd = (of: Image, root: string = of.digest): Identity => engineImage(of, 'containerd', root);

const prove = (served: Image | ImageIndex, source: Identity, seed = true) => {
  const registry = new InMemoryRegistry();
  if (seed) registry.seed(served);
  return proveIdentity(registry, manifestOf(served), source);
};

describe('an image of the graph-driver store', () => {
  it('is proved by its config', async () => {
    expect(await prove(image, graphDriver(image))).toMatchObject({
      imageId: image.config.digest,
      platforms: ['linux/amd64'],
      because: expect.stringContaining(image.config.digest),
    });
  });

  it('is proved by its config, however its layers are compressed', async () => {
    const plain = buildImage({ content: 'tested', compression: 'none' });
    expect(plain.digest).not.toBe(image.digest);
    expect(await prove(plain, graphDriver(image))).toMatchObject({ imageId: image.config.digest });
  });

  it.each([
    ['another content', buildImage({ content: 'other' })],
    ['another label', buildImage({ content: 'tested', labels: { a: 'b' } })],
    ['another platform', buildImage({ content: 'tested', platform: 'linux/arm64' })],
    ['another number of layers', buildImage({ contents: ['tested', 'more'] })],
  ])('is not one with %s', async (_name, other) => {
    expect(await prove(other, graphDriver(image))).toBeUndefined();
  });

  it('is not an index that has it beside what was never tested', async () => {
    expect(await prove(index, graphDriver(ours))).toBeUndefined();
  });
});

describe('an image of the containerd store', () => {
  it('is proved by the digest of its manifest', async () => {
    expect(await prove(image, containerd(image))).toMatchObject({
      imageId: image.config.digest,
      because: expect.stringContaining(image.digest),
    });
  });

  it('is proved by the digest of its index, with the platforms that run somewhere', async () => {
    expect(await prove(index, containerd(ours, index.digest))).toMatchObject({
      imageId: ours.config.digest,
      platforms: ['linux/amd64', 'linux/arm64'],
      because: expect.stringContaining(index.digest),
    });
  });

  it('is proved by its configuration when the engine has pushed less than the index it knows', async () => {
    // What a push of an index does whose other platforms the engine does not have.
    expect(await prove(ours, containerd(ours, index.digest))).toMatchObject({
      imageId: ours.config.digest,
      platforms: ['linux/amd64'],
      because: expect.stringContaining('diff_ids'),
    });
  });

  it.each<readonly [string, Partial<Identity>]>([
    ['platform', { platform: 'linux/arm64' }],
    ['time', { created: '2026-01-01T00:00:01Z' }],
    ['configuration', { runConfig: '{"Cmd":["/evil"]}' }],
    ['layer', { diffIds: buildImage({ content: 'other' }).diffIds as Identity['diffIds'] }],
    ['number of layers', { diffIds: [] }],
  ])('is not proved by its configuration when the engine has another %s', async (_name, changed) => {
    expect(await prove(ours, { ...containerd(ours, index.digest), ...changed })).toBeUndefined();
  });

  it('is not proved by the same layers in another order', async () => {
    const two = buildImage({ contents: ['one', 'two'] });
    const source = { ...containerd(two, index.digest), diffIds: (two.diffIds as Identity['diffIds']).toReversed() };
    expect(await prove(two, source)).toBeUndefined();
  });

  it.each([
    ['without the last of its layers', ['one', 'two'], ['one', 'two', 'three']],
    ['with a layer more', ['one', 'two', 'three'], ['one', 'two']],
  ])('is not proved %s', async (_name, served, tested) => {
    const image = buildImage({ contents: served });
    const diffIds = buildImage({ contents: tested }).diffIds as Identity['diffIds'];
    expect(await prove(image, { ...containerd(image, index.digest), diffIds })).toBeUndefined();
  });

  it('is not proved by a config that the registry does not have', async () => {
    const registry = new InMemoryRegistry();
    registry.seed(ours);
    registry.blobs.delete(ours.config.digest);
    expect(await proveIdentity(registry, manifestOf(ours), containerd(ours, index.digest))).toBeUndefined();
  });

  it('is not proved by a config that cannot be read', async () => {
    const config = { mediaType: ours.config.mediaType, digest: '', size: 0, bytes: Buffer.from('{}') };
    const broken = { ...config, ...descriptorOf({ ...config, digest: `sha256:${'4'.repeat(64)}` }) };
    const bytes = Buffer.from(ours.bytes.toString().replace(ours.config.digest, broken.digest));
    const registry = new InMemoryRegistry();
    registry.readBlob = async () => broken.bytes;
    const served = manifestOf({ bytes, mediaType: ours.mediaType });
    expect(await proveIdentity(registry, served, containerd(ours, index.digest))).toBeUndefined();
  });
});

describe('an index in a file', () => {
  const whole: Identity = { ...containerd(ours, index.digest), idOf: 'index' };

  it('is proved by its digest', async () => {
    expect(await prove(index, whole)).toMatchObject({ because: expect.stringContaining(index.digest) });
  });

  it('is not one of its platforms alone: all of them are there to be published', async () => {
    expect(await prove(ours, whole)).toBeUndefined();
  });
});

describe('an index', () => {
  it('that has lost the child that tells its ID is the image all the same, and broken', async () => {
    await expect(prove(index, containerd(ours, index.digest), false)).rejects.toMatchObject({
      code: 'CONTENT_MISSING',
      message: expect.stringContaining(ours.digest),
    });
  });

  it('of another digest is another image, whatever is in it', async () => {
    expect(await prove(index, containerd(ours, buildIndex({ content: 'other' }).digest), false)).toBeUndefined();
  });

  it('without children is another image', async () => {
    const empty = buildIndex({ platforms: [] });
    expect(await prove(empty, containerd(ours, empty.digest))).toBeUndefined();
  });

  it('of attestations alone is another image', async () => {
    const { bytes, mediaType } = index;
    const document = JSON.parse(bytes.toString());
    document.manifests = document.manifests.slice(2);
    const alone = { digest: '', mediaType, bytes: Buffer.from(JSON.stringify(document)), children: [] };
    expect(await prove(alone, containerd(ours))).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { type Tested, testedIn } from '../../../src/image/tested.ts';
import { testedByEngine } from '../../../src/push/engine-image.ts';
import { findWhole, recognise } from '../../../src/verify/recognise.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { imageOf } from '../../doubles/image-files.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { engineImage } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const image = buildImage({ content: 'tested' });
const plain = buildImage({ content: 'tested', compression: 'none' });
const evil = buildImage({ content: 'evil!!' });
const index = buildIndex({ content: 'tested', attestations: true });
const [ours, second] = index.children as readonly [Image, Image];

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
});

const graphDriver = (of: Image): Tested => testedByEngine({ ...engineImage(of, 'graph-driver'), names: [] });
const containerd = (of: Image, root = of.digest): Tested =>
  testedByEngine({ ...engineImage(of, 'containerd', root), names: [] });
const inFile = (of: Image | ImageIndex): Tested => testedIn(imageOf(of));

/** Whether it is known again; by default everything that belongs to it is there. */
const knows = (served: Image | ImageIndex, tested: Tested, { expected = '', seed = true } = {}): Promise<boolean> => {
  if (seed) registry.seed(served);
  const wanted = { tested, expected: expected === '' ? undefined : (expected as Digest) };
  return recognise(registryContent(registry), manifestOf(served), wanted);
};

/** A manifest that somebody else has put there: the config of one image, and the layers of another. */
function forged(config: Image, layers: Image): Image {
  const document = { ...JSON.parse(config.bytes.toString()), layers: JSON.parse(layers.bytes.toString()).layers };
  const bytes = Buffer.from(JSON.stringify(document));
  registry.seed(layers);
  return { ...config, bytes, digest: manifestOf({ bytes, mediaType: config.mediaType }).digest, layers: layers.layers };
}

describe('what a registry has already is the image', () => {
  it('by the bytes of its root, without a look at the layers', async () => {
    registry.digestBlob = () => Promise.reject(new Error('a layer was read'));
    for (const [served, tested] of [
      [image, inFile(image)],
      [index, inFile(index)],
      [image, containerd(image)],
      [index, containerd(ours, index.digest)],
    ] as const) {
      expect(await knows(served, tested)).toBe(true);
    }
  });

  it.each<readonly [string, Image, Tested]>([
    ['that an engine has pushed before', image, graphDriver(image)],
    ['whose layers are compressed in another way', plain, graphDriver(image)],
    ['that a file has with another manifest', plain, inFile(image)],
    ['of which the engine knows the whole index', ours, containerd(ours, index.digest)],
  ])('by its content, every layer of which is read: %s', async (_name, served, tested) => {
    const read: string[] = [];
    const digest = registry.digestBlob.bind(registry);
    registry.digestBlob = async (blob) => {
      read.push(blob.digest);
      return digest(blob);
    };
    expect(await knows(served, tested)).toBe(true);
    expect(read).toEqual(served.layers.map((layer) => layer.digest));
  });
});

describe('what a registry has already is not the image', () => {
  it.each<readonly [string, (of: Image) => Tested]>([
    ['of the graph driver', graphDriver],
    ['of the containerd store, by its settings', (of) => containerd(of, index.digest)],
    ['in a file', inFile],
  ])('with its config and other layers: %s', async (_name, tested) => {
    expect(await knows(forged(image, evil), tested(image))).toBe(false);
  });

  it('with its config and layers that cannot be read', async () => {
    const { digest = '' } = image.layers[0] ?? {};
    registry.seed(image);
    registry.blobs.delete(digest);
    expect(await knows(image, graphDriver(image), { seed: false })).toBe(false);
  });

  it('with its config and fewer layers, or a foreign one', async () => {
    const document = JSON.parse(image.bytes.toString());
    const foreign = document.layers.map((layer: object) => ({
      ...layer,
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
    }));
    for (const layers of [[], foreign]) {
      const bytes = Buffer.from(JSON.stringify({ ...document, layers }));
      const { digest } = manifestOf({ bytes, mediaType: image.mediaType });
      expect(await knows({ ...image, bytes, digest }, graphDriver(image))).toBe(false);
    }
  });

  it('if it is another, or an index that has it', async () => {
    expect(await knows(evil, graphDriver(image))).toBe(false);
    expect(await knows(index, graphDriver(ours))).toBe(false);
  });
});

describe('the digest that the tests handed over', () => {
  it.each<readonly [string, Image | ImageIndex, Tested, string, boolean]>([
    ['a config is of every manifest with it', plain, inFile(image), image.config.digest, true],
    ['a manifest is not another one with its config', plain, inFile(image), image.digest, false],
    ['a manifest is itself', image, inFile(image), image.digest, true],
    ['an index is itself', index, inFile(index), index.digest, true],
    ['an ID is what the engine has of it', ours, containerd(ours, index.digest), index.digest, true],
    ['an ID is the index that it is of', index, containerd(ours, index.digest), index.digest, true],
    ['a platform is not the index that has others', index, containerd(ours, index.digest), ours.config.digest, false],
    ['a platform is itself', ours, containerd(ours, index.digest), ours.config.digest, true],
    ['another platform is not this one', ours, containerd(ours, index.digest), second.config.digest, false],
  ])('of %s', async (_name, served, tested, expected, isKnown) => {
    expect(await knows(served, tested, { expected })).toBe(isKnown);
  });
});

describe('what was recognised', () => {
  it('is whole, or has to be sent again', async () => {
    const served = registry.seed(image);
    const find = () => findWhole(registryContent(registry), served);
    expect((await find())?.digest).toBe(image.digest);
    registry.blobs.delete(image.layers[0]?.digest ?? '');
    expect(await find()).toBeUndefined();
    expect(await findWhole(registryContent(registry), undefined)).toBeUndefined();
  });
});

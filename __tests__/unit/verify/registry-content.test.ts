import { beforeEach, describe, expect, it } from '@jest/globals';
import { ImageProblem } from '../../../src/image/content.ts';
import { readImage } from '../../../src/image/image.ts';
import type { Manifest } from '../../../src/image/manifest.ts';
import { registryContent, seeLayers, unpackedContent } from '../../../src/verify/registry-content.ts';
import { buildImage, type Document, descriptorOf, type Image } from '../../doubles/registry/images.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
});

function put(mediaType: string, document: object): Manifest & Document {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...document }));
  const manifest = manifestOf({ bytes, mediaType });
  registry.manifests.set(manifest.digest, manifest);
  return { ...manifest, bytes };
}
/** Two images for one platform are none: another architecture is said of the second, and of its config. */
const putIndex = (...children: readonly Document[]) => put(INDEX, { manifests: children.map(descriptorOf) });

const see = async (root: Manifest): Promise<number> => {
  const content = registryContent(registry);
  return seeLayers(content, await readImage(content, root));
};

describe('the content of a registry', () => {
  it('is asked for once, however often it is needed', async () => {
    const image = buildImage({ contents: ['one', 'two'] });
    const root = registry.seed(image);
    const content = registryContent(registry);
    await readImage(content, root);
    const { length } = registry.journal;
    await readImage(content, root);
    expect(registry.journal).toHaveLength(length);
  });

  it('is asked for again where it was not there', async () => {
    const image = buildImage();
    const root = registry.seed(image);
    const content = registryContent(registry);
    const { digest = '', bytes = Buffer.alloc(0) } = image.layers[0] ?? {};
    registry.blobs.delete(digest);
    await expect(readImage(content, root)).rejects.toThrow(ImageProblem);
    registry.blobs.set(digest, bytes);
    await expect(readImage(content, root)).resolves.toBeDefined();
  });

  it('tells the size of a layer that was read as a whole without asking for that', async () => {
    const root = registry.seed(buildImage());
    const content = registryContent(registry);
    await readImage(unpackedContent(content), root);
    registry.sizeOfBlob = () => Promise.reject(new Error('it was asked'));
    await expect(readImage(content, root)).resolves.toBeDefined();
  });
});

describe('the layers of an image on a registry', () => {
  it('are counted in bytes, each once', async () => {
    const image = buildImage({ contents: ['one', 'two', 'one'] });
    const total = image.layers.slice(0, 2).reduce((sum, { size }) => sum + size, 0);
    expect(await see(registry.seed(image))).toBe(total);
  });

  it('may be not compressed', async () => {
    expect(await see(registry.seed(buildImage({ contents: ['one', 'two'], compression: 'none' })))).toBeGreaterThan(
      2048,
    );
  });

  it('are missed where one went away meanwhile', async () => {
    const image = buildImage();
    const content = registryContent(registry);
    const read = await readImage(content, registry.seed(image));
    registry.blobs.delete(image.layers[0]?.digest ?? '');
    await expect(seeLayers(content, read)).rejects.toThrow(ImageProblem);
  });

  /** An image with the config of one and the layers of another, which no engine makes. */
  const crossed = (config: Image, layers: Image) =>
    put(config.mediaType, {
      config: descriptorOf({ ...config.config }),
      layers: layers.layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size })),
    });

  it('are found out where one does not decompress to its diff_id', async () => {
    const [tested, evil] = [buildImage({ content: 'tested' }), buildImage({ content: 'evil' })];
    registry.seed(tested);
    registry.seed(evil);
    await expect(see(crossed(tested, evil))).rejects.toThrow(/does not decompress to the diff_id/);
  });

  it('are found out, too, when another image has the same layer with the right diff_id', async () => {
    const tested = buildImage({ content: 'tested' });
    const evil = buildImage({ content: 'evil', platform: 'linux/arm64' });
    registry.seed(tested);
    registry.seed(evil);
    const cross = crossed(tested, evil);
    for (const index of [putIndex(cross, evil), putIndex(evil, cross)]) {
      await expect(see(index)).rejects.toThrow(/does not decompress to the diff_id/);
    }
  });

  it('are found out, too, when the image has the same layer twice', async () => {
    const [tested, evil] = [buildImage({ contents: ['tested', 'evil'] }), buildImage({ contents: ['x', 'evil'] })];
    registry.seed(tested);
    registry.seed(evil);
    const layer = evil.layers[1];
    const twice = put(tested.mediaType, {
      config: descriptorOf({ ...tested.config }),
      layers: [layer, layer].map((each) => ({ mediaType: each?.mediaType, digest: each?.digest, size: each?.size })),
    });
    await expect(see(twice)).rejects.toThrow(/does not decompress to the diff_id/);
  });
});

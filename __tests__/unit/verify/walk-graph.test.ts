import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../../src/image/manifest.ts';
import { checkContent } from '../../../src/verify/check-content.ts';
import { walkGraph } from '../../../src/verify/walk-graph.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex, type Document, descriptorOf, type Image } from '../../doubles/registry/images.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
});

/** Puts any JSON in as a manifest or index, whatever it leads to. */
function put(mediaType: string, document: object): Manifest & Document {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...document }));
  const manifest = manifestOf({ bytes, mediaType });
  registry.manifests.set(manifest.digest, manifest);
  return { ...manifest, bytes };
}
const putIndex = (...children: readonly Document[]) => put(INDEX, { manifests: children.map(descriptorOf) });

function blob(bytes: Buffer, mediaType: string) {
  const digest = sha256(bytes);
  registry.blobs.set(digest, bytes);
  return { mediaType, digest, size: bytes.length };
}

const refused = expect.objectContaining({ code: 'DIGEST_MISMATCH' });

describe('walkGraph', () => {
  it('finds one image below a manifest', async () => {
    const image = buildImage({ contents: ['one', 'two', 'one'] });
    const graph = await walkGraph(registry, registry.seed(image));
    expect(graph.images.map(({ config }) => config.diffIds)).toEqual([image.diffIds]);
    expect(graph.attestations).toBe(0);
    expect(graph.configs.map(({ digest }) => digest)).toEqual([image.config.digest]);
    expect(graph.layers.map(({ digest }) => digest)).toEqual([...new Set(image.layers.map(({ digest }) => digest))]);
  });

  it('finds images and attestations below an index', async () => {
    const graph = await walkGraph(registry, registry.seed(buildIndex({ attestations: true })));
    expect(graph.images.map(({ config }) => config.platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(graph.attestations).toBe(2);
  });

  it('finds images below an index in an index', async () => {
    const image = buildImage();
    registry.seed(image);
    expect((await walkGraph(registry, putIndex(putIndex(image)))).images).toHaveLength(1);
  });

  it('goes no deeper than two indexes', async () => {
    const image = buildImage();
    registry.seed(image);
    await expect(walkGraph(registry, putIndex(putIndex(putIndex(image))))).rejects.toEqual(refused);
  });

  it('takes 200 children and no more', async () => {
    const image = buildImage();
    registry.seed(image);
    const children = (count: number) => putIndex(...Array.from({ length: count }, () => image));
    expect((await walkGraph(registry, children(200))).images).toHaveLength(200);
    await expect(walkGraph(registry, children(201))).rejects.toEqual(refused);
  });

  it.each([
    ['size', { size: 1 }],
    ['media type', { mediaType: 'application/vnd.docker.distribution.manifest.v2+json' }],
  ])('compares the %s of a child with what its index says', async (_name, wrong) => {
    const image = buildImage();
    registry.seed(image);
    const index = put(INDEX, { manifests: [{ ...descriptorOf(image), ...wrong }] });
    await expect(walkGraph(registry, index)).rejects.toEqual(refused);
  });

  it('compares the platform of a child with what its index says', async () => {
    const image = buildImage({ platform: 'linux/amd64' });
    registry.seed(image);
    const child = (os: string, architecture: string, variant?: string) =>
      put(INDEX, { manifests: [{ ...descriptorOf(image), platform: { os, architecture, variant } }] });
    await expect(walkGraph(registry, child('linux', 'arm64'))).rejects.toEqual(refused);
    await expect(walkGraph(registry, child('windows', 'amd64'))).rejects.toEqual(refused);
    // Tools differ in whether they write a variant that is implied.
    expect((await walkGraph(registry, child('linux', 'amd64', 'v1'))).images).toHaveLength(1);
  });

  it('compares the number of layers with that of the diff_ids', async () => {
    const image = buildImage({ contents: ['one', 'two'] });
    registry.seed(image);
    const document = JSON.parse(image.bytes.toString());
    const shorter = put(image.mediaType, { ...document, layers: document.layers.slice(1) });
    await expect(walkGraph(registry, shorter)).rejects.toEqual(refused);
  });

  it('does not ask for layers that registries are not to hold', async () => {
    const image = buildImage({ contents: ['windows', 'app'] });
    registry.seed(image);
    const document = JSON.parse(image.bytes.toString());
    document.layers[0].mediaType = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip';
    document.layers[0].urls = ['https://evil.example/layer'];
    registry.blobs.delete(document.layers[0].digest);
    expect((await walkGraph(registry, put(image.mediaType, document))).images).toHaveLength(1);
  });

  it('does not take an artifact for an image', async () => {
    const config = blob(Buffer.from('{}'), 'application/vnd.oci.empty.v1+json');
    const layer = blob(Buffer.from('{"bomFormat":"CycloneDX"}'), 'application/vnd.cyclonedx+json');
    const artifact = put('application/vnd.oci.image.manifest.v1+json', { config, layers: [layer] });
    const graph = await walkGraph(registry, artifact);
    expect([graph.images.length, graph.configs.length, graph.layers.length]).toEqual([0, 1, 1]);
  });

  it.each([
    ['is no JSON', 'config'],
    ['names no platform', '{}'],
    ['has diff_ids that are none', '{"os":"linux","architecture":"amd64","rootfs":{"diff_ids":["x"]}}'],
  ])('says which code a config has that %s', async (_name, text) => {
    const config = blob(Buffer.from(text), 'application/vnd.oci.image.config.v1+json');
    const manifest = put('application/vnd.oci.image.manifest.v1+json', { config, layers: [] });
    await expect(walkGraph(registry, manifest)).rejects.toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) });
  });
});

describe('checkContent', () => {
  it('counts the bytes of all layers', async () => {
    const image = buildImage({ contents: ['one', 'two', 'one'] });
    const total = image.layers.slice(0, 2).reduce((sum, { size }) => sum + size, 0);
    expect(await checkContent(registry, await walkGraph(registry, registry.seed(image)))).toBe(total);
  });

  it('takes layers that are not compressed', async () => {
    const image = buildImage({ contents: ['one', 'two'], compression: 'none' });
    expect(await checkContent(registry, await walkGraph(registry, registry.seed(image)))).toBeGreaterThan(2048);
  });

  it('finds a layer that went away meanwhile', async () => {
    const image = buildImage();
    const graph = await walkGraph(registry, registry.seed(image));
    registry.blobs.delete(image.layers[0]?.digest ?? '');
    await expect(checkContent(registry, graph)).rejects.toMatchObject({ code: 'CONTENT_MISSING' });
  });

  /** An image with the config of one and the layers of another, which no engine makes. */
  const crossed = (config: Image, layers: Image) =>
    put(config.mediaType, {
      config: descriptorOf({ ...config.config }),
      layers: layers.layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size })),
    });

  it('finds a layer that does not decompress to its diff_id', async () => {
    const [tested, evil] = [buildImage({ content: 'tested' }), buildImage({ content: 'evil' })];
    registry.seed(tested);
    registry.seed(evil);
    const graph = await walkGraph(registry, crossed(tested, evil));
    await expect(checkContent(registry, graph)).rejects.toEqual(refused);
  });

  it('finds it, too, when another image has the same layer with the right diff_id', async () => {
    const [tested, evil] = [buildImage({ content: 'tested' }), buildImage({ content: 'evil' })];
    registry.seed(tested);
    registry.seed(evil);
    const cross = crossed(tested, evil);
    for (const index of [putIndex(cross, evil), putIndex(evil, cross)]) {
      const graph = await walkGraph(registry, index);
      await expect(checkContent(registry, graph)).rejects.toEqual(refused);
    }
  });

  it('finds it, too, when the image has the same layer twice', async () => {
    const [tested, evil] = [buildImage({ contents: ['tested', 'evil'] }), buildImage({ contents: ['x', 'evil'] })];
    registry.seed(tested);
    registry.seed(evil);
    const layer = evil.layers[1];
    const twice = put(tested.mediaType, {
      config: descriptorOf({ ...tested.config }),
      layers: [layer, layer].map((each) => ({ mediaType: each?.mediaType, digest: each?.digest, size: each?.size })),
    });
    await expect(checkContent(registry, await walkGraph(registry, twice))).rejects.toEqual(refused);
  });
});

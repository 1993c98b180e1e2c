import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Content, ImageProblem } from '../../../src/image/content.ts';
import { imagesThere, readImage } from '../../../src/image/image.ts';
import type { Manifest } from '../../../src/image/manifest.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import {
  buildImage,
  buildIndex,
  type Document,
  descriptorOf,
  type ImageOptions,
} from '../../doubles/registry/images.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const CONFIG = 'application/vnd.oci.image.config.v1+json';
const ATTESTATION = { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } };
const UNKNOWN = { platform: { os: 'unknown', architecture: 'unknown' } };

let registry: InMemoryRegistry;
let content: Content;
beforeEach(() => {
  registry = new InMemoryRegistry();
  content = registryContent(registry);
});

const read = (root: Manifest) => readImage(content, root);
const problem = async (root: Manifest): Promise<ImageProblem> => {
  const error = await read(root).catch((thrown) => thrown);
  if (!(error instanceof ImageProblem)) throw new Error('it was read');
  return error;
};

/** Puts any JSON in as a manifest or index, whatever it leads to. */
function put(mediaType: string, document: object): Manifest & Document {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...document }));
  const manifest = manifestOf({ bytes, mediaType });
  registry.manifests.set(manifest.digest, manifest);
  return { ...manifest, bytes };
}
/** An index of what is there, with what it says of each child. */
const putIndex = (...children: readonly (Document | readonly [Document, object])[]) =>
  put(INDEX, {
    manifests: children.map((child) => {
      const [of, said] = Array.isArray(child) ? child : [child, {}];
      return { ...descriptorOf(of as Document), ...said };
    }),
  });

function blob(bytes: Buffer | string, mediaType: string) {
  const digest = sha256(Buffer.from(bytes));
  registry.blobs.set(digest, Buffer.from(bytes));
  return { mediaType, digest, size: Buffer.byteLength(bytes) };
}

/** A manifest whose config is any text under any media type. */
const configured = (config: object | string, mediaType: string) =>
  put(MANIFEST, {
    config: blob(typeof config === 'string' ? config : JSON.stringify(config), mediaType),
    layers: [],
  });

function seeded(options?: ImageOptions): Document {
  const image = buildImage(options);
  registry.seed(image);
  return image;
}

describe('an image', () => {
  it('is one platform below a manifest', async () => {
    const image = buildImage({ contents: ['one', 'two', 'one'] });
    const { platforms, attestations, blobs, manifests } = await read(registry.seed(image));
    expect(platforms.map(({ diffIds }) => diffIds)).toEqual([image.diffIds]);
    expect([attestations.length, manifests.length]).toEqual([0, 1]);
    const layers = new Set(image.layers.map(({ digest }) => digest));
    expect(blobs.map(({ digest }) => digest)).toEqual([image.config.digest, ...layers]);
  });

  it('is platforms and attestations below an index, children before it', async () => {
    const index = buildIndex({ attestations: true });
    const { platforms, attestations, manifests } = await read(registry.seed(index));
    expect(platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(attestations).toHaveLength(2);
    expect(manifests.map(({ digest }) => digest)).toEqual([...index.children, index].map(({ digest }) => digest));
  });

  it('may have an index within its index, and no deeper', async () => {
    const inner = putIndex(seeded());
    expect((await read(putIndex(inner))).platforms).toHaveLength(1);
    expect((await problem(putIndex(putIndex(inner)))).message).toContain('more than 2 indexes deep');
  });

  it('has 200 manifests and no more; one that is there several times is one', async () => {
    const image = seeded();
    const children = (count: number) => putIndex(...Array.from({ length: count }, () => image));
    expect((await read(children(200))).platforms).toHaveLength(1);
    expect((await problem(children(201))).message).toContain('more than 200 manifests');
    const spread = putIndex(children(150), putIndex(...Array.from({ length: 49 }, () => image), seeded()));
    expect((await problem(spread)).message).toContain('more than 200 manifests');
  });

  it.each([
    ['size', { size: 1 }, 'the image says 1'],
    ['media type', { mediaType: 'application/vnd.docker.distribution.manifest.v2+json' }, 'another media type'],
  ])('has children of the %s that its index says', async (_name, wrong, said) => {
    expect((await problem(putIndex([seeded(), wrong]))).message).toContain(said);
  });

  it('is for the platform that its index says', async () => {
    const image = seeded({ platform: 'linux/amd64' });
    const child = (os: string, architecture: string, variant?: string) =>
      putIndex([image, { platform: { os, architecture, variant } }]);
    expect((await problem(child('linux', 'arm64'))).message).toContain('is for linux/arm64, its config linux/amd64');
    expect((await problem(child('windows', 'amd64'))).message).toContain('is for windows/amd64');
    // Tools differ in whether they write a variant that is implied.
    expect((await read(child('linux', 'amd64', 'v1'))).platforms[0].platform).toBe('linux/amd64/v1');
  });

  it('has as many layers as its config has diff_ids', async () => {
    const image = buildImage({ contents: ['one', 'two'] });
    registry.seed(image);
    const document = JSON.parse(image.bytes.toString());
    const shorter = put(image.mediaType, { ...document, layers: document.layers.slice(1) });
    expect((await problem(shorter)).message).toMatch(/has 1 layers, but its config .* 2/);
  });

  it('tells everything that it lacks before what is wrong with it', async () => {
    const index = buildIndex({ contents: ['a', 'b'] });
    const [one, two] = index.children;
    const wrong = configured('{}', CONFIG);
    registry.seed(index);
    const { manifests } = JSON.parse(index.bytes.toString());
    const root = put(INDEX, { manifests: [descriptorOf(wrong), ...manifests] });
    registry.manifests.delete(one?.digest ?? '');
    registry.blobs.delete(two?.config.digest ?? '');
    const { missing } = await problem(root);
    expect(missing).toEqual([`the manifest for linux/amd64, ${one?.digest}`, `the config ${two?.config.digest}`]);
  });
});

describe('a leaf', () => {
  it.each([
    ['another media type', 'application/octet-stream'],
    ['of an artifact', 'application/vnd.oci.empty.v1+json'],
  ])('whose config is %s is neither an image nor an attestation', async (_name, mediaType) => {
    const config = { os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [] } };
    const { message } = await problem(putIndex(configured(config, mediaType), seeded()));
    expect(message).toContain('neither an image nor an attestation');
  });

  it('whose layer is foreign is refused, with how to build without', async () => {
    const image = buildImage({ contents: ['windows', 'app'] });
    registry.seed(image);
    const document = JSON.parse(image.bytes.toString());
    document.layers[0].mediaType = 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip';
    document.layers[0].urls = ['https://example.test/layer'];
    const { message, hint } = await problem(put(image.mediaType, document));
    expect(message).toContain('is a foreign layer');
    expect(hint).toContain('prefer-nondist-layers');
  });

  it.each([
    ['as an image of no platform', { os: 'unknown', architecture: 'unknown' }, CONFIG],
    ['as an artifact', {}, 'application/vnd.oci.empty.v1+json'],
  ])('is an attestation of BuildKit, %s', async (_name, config, mediaType) => {
    const attestation = configured(config, mediaType);
    for (const said of [UNKNOWN, {}]) {
      const image = await read(putIndex(seeded(), [attestation, { ...ATTESTATION, ...said }]));
      expect(image.attestations.map(({ digest }) => digest)).toEqual([attestation.digest]);
    }
  });

  it.each([
    ['of an image', { os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [] } }, CONFIG],
    ['of an image of another type', { os: 'linux', architecture: 'amd64' }, 'application/octet-stream'],
    ['that engines read as one', { OS: 'linux', Architecture: 'amd64' }, CONFIG],
    ['that is no JSON', 'config', CONFIG],
  ])('is no attestation with a config %s, whatever it is called', async (_name, config, mediaType) => {
    const evil = configured(config, mediaType);
    for (const said of [UNKNOWN, {}]) {
      expect((await problem(putIndex(seeded(), [evil, { ...ATTESTATION, ...said }]))).message).toMatch(/attestation/);
    }
  });

  it.each([
    ['is no JSON', 'config'],
    ['names no platform', '{}'],
    ['has diff_ids that are none', '{"os":"linux","architecture":"amd64","rootfs":{"diff_ids":["x"]}}'],
  ])('whose config %s is refused', async (_name, text) => {
    expect((await problem(configured(text, CONFIG))).message).toContain('is not that of an image');
  });
});

describe('two images for one platform', () => {
  const platform = (text: string, osVersion?: string) => {
    const [os, architecture, variant] = text.split('/');
    return { platform: { os, architecture, variant, 'os.version': osVersion } };
  };
  /** A different image each time, for the machine of the platform. */
  let made = 0;
  const image = (text: string, osVersion?: string): readonly [Document, object] => {
    made += 1;
    const [os, architecture] = text.split('/');
    return [seeded({ platform: `${os}/${architecture}`, content: `${made}` }), platform(text, osVersion)];
  };

  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/amd64', 'linux/amd64/v1'],
    ['linux/amd64', 'linux/x86_64'],
    ['linux/arm64', 'linux/arm64/v8'],
    ['linux/arm64/8', 'linux/arm64'],
    ['linux/aarch64', 'linux/arm64/v8'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/arm/7', 'linux/arm/v7'],
    ['linux/386', 'linux/i386'],
    ['LINUX/amd64', 'linux/AMD64'],
  ])('are refused: %s is %s', async (one, other) => {
    expect((await problem(putIndex(image(one), image(other)))).message).toContain('two images for');
    expect((await problem(putIndex(image(other), image(one)))).message).toContain('two images for');
  });

  it.each([
    ['linux/arm/v6', 'linux/arm/v7'],
    ['linux/amd64', 'linux/amd64/v3'],
    ['linux/arm64', 'linux/arm64/v9'],
    ['linux/amd64', 'freebsd/amd64'],
  ])('are not: %s is not %s', async (one, other) => {
    expect((await read(putIndex(image(one), image(other)))).platforms).toHaveLength(2);
  });

  it('are refused where an index names none, and their configs the same one', async () => {
    const [one, other] = [seeded({ content: 'x' }), seeded({ content: 'y' })];
    expect((await problem(putIndex(one, other))).message).toContain('two images for linux/amd64');
    expect((await problem(putIndex([one, platform('linux/amd64')], other))).message).toContain('two images for');
  });

  it('may be for two versions of Windows', async () => {
    const [one, other] = ['10.0.17763.6414', '10.0.20348.2700'];
    const index = putIndex(image('windows/amd64', one), image('windows/amd64', other));
    expect((await read(index)).platforms.map(({ osVersion }) => osVersion)).toEqual([one, other]);
  });

  it.each([
    ['windows/amd64', '10.0.20348.1', '10.0.20348.2'],
    ['windows/amd64', '10.0.20348.1', undefined],
    ['windows/amd64', undefined, undefined],
    // Engines on other systems do not look at it.
    ['linux/amd64', '10.0.17763.1', '10.0.20348.1'],
  ])('are refused for %s, versions %s and %s', async (text, one, other) => {
    expect((await problem(putIndex(image(text, one), image(text, other)))).message).toContain('two images for');
    expect((await problem(putIndex(image(text, other), image(text, one)))).message).toContain('two images for');
  });

  it('are one where they are the same image', async () => {
    const [same] = image('linux/amd64');
    const index = putIndex([same, platform('linux/amd64')], [same, platform('linux/amd64')]);
    expect((await read(index)).platforms).toHaveLength(1);
  });
});

describe('what is there of an index', () => {
  it('is each image of which nothing is missing', async () => {
    const index = buildIndex({ contents: ['a', 'b'], attestations: true });
    const root = registry.seed(index);
    if (root.kind !== 'index') throw new Error('it is no index');
    const [one, two] = index.children.map(({ digest }) => digest);
    const there = async () => (await imagesThere(registryContent(registry), root)).map(({ digest }) => digest);
    expect(await there()).toEqual([one, two]);
    registry.blobs.delete(index.children[0]?.config.digest ?? '');
    registry.manifests.delete(index.children[2]?.digest ?? '');
    expect(await there()).toEqual([two]);
    registry.manifests.delete(two ?? '');
    expect(await there()).toEqual([]);
  });
});

/** The shapes that an image may have, at each level of verification. */
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { verifyPush } from '../../../src/verify/verify-push.ts';
import {
  buildImage,
  buildIndex,
  type Document,
  descriptorOf,
  type Image,
  indexOf,
} from '../../doubles/registry/images.ts';
import { engineTested } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';

const TAG = 'a5c3785ed8d6';
const LEVELS = ['manifest', 'graph', 'content'] as const;
const [amd64, arm64] = ['linux/amd64', 'linux/arm64'].map((platform) => buildImage({ platform })) as [Image, Image];
const platform = (architecture: string) => ({ platform: { os: 'linux', architecture } });
const AMD64 = platform('amd64');
const ARM64 = platform('arm64');

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
  for (const image of [amd64, arm64]) registry.seed(image);
});

type Level = (typeof LEVELS)[number];

/** Verifies a root that the tag shows, as an engine with the containerd store that has the image has pushed it. */
function verify(root: Document, level: Level, tested: Image = amd64) {
  registry.keep(root, TAG);
  return verifyPush(registry, {
    level,
    target: { registry: 'ghcr.io', path: 'owner/app', tag: TAG },
    claim: { digest: root.digest as Digest, isTagged: true, isFound: false },
    tested: engineTested(tested, 'containerd', root.digest),
    before: undefined,
    revision: undefined,
    content: registryContent(registry),
    expected: undefined,
  });
}
const code = (root: Document, level: Level, tested?: Image): Promise<string> =>
  verify(root, level, tested).then(
    () => 'verified',
    (error) => error.code,
  );
const codes = async (root: Document, tested?: Image): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const level of LEVELS) found.push(await code(root, level, tested));
  return found;
};
const everywhere = (answer: string): readonly string[] => LEVELS.map(() => answer);

/** The manifest of an image with changes to its document. */
function changed(image: Image, change: (document: { layers: Record<string, unknown>[] }) => void): Image {
  const document = JSON.parse(image.bytes.toString());
  change(document);
  const bytes = Buffer.from(JSON.stringify(document));
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return { ...image, bytes, digest };
}

describe('an index within an index', () => {
  const inner = indexOf([amd64, arm64], [AMD64, ARM64]);
  const outer = indexOf([inner]);

  it.each(LEVELS)('shows its images, at the level %s', async (level) => {
    registry.keep(inner);
    expect(await verify(outer, level)).toMatchObject({
      imageId: amd64.config.digest,
      platforms: ['linux/amd64', 'linux/arm64'],
      manifest: { digest: outer.digest },
      level,
    });
  });

  it('stands in its place among images', async () => {
    const innermost = indexOf([arm64], [ARM64]);
    registry.keep(innermost);
    const { imageId, platforms } = await verify(indexOf([innermost, amd64], [{}, AMD64]), 'graph');
    expect([imageId, platforms]).toEqual([arm64.config.digest, ['linux/arm64', 'linux/amd64']]);
  });

  it('may be the one that has the tested image', async () => {
    registry.keep(inner);
    expect(await codes(outer, arm64)).toEqual(everywhere('verified'));
    const untested = buildImage({ content: 'never pushed' });
    expect(await code(outer, 'graph', untested)).toBe('IDENTITY_MISMATCH');
  });

  it('may be there later than the index around it', async () => {
    registry.keep(inner);
    const read = registry.readManifest.bind(registry);
    let misses = 2;
    registry.readManifest = async (name) => (name === inner.digest && misses-- > 0 ? undefined : read(name));
    expect(await code(outer, 'manifest')).toBe('verified');
  });

  it('that is gone is missing, not another image', async () => {
    expect(await codes(outer)).toEqual(everywhere('CONTENT_MISSING'));
  });

  it.each([
    ['the tested image', amd64.digest, everywhere('CONTENT_MISSING')],
    ['another image', arm64.digest, everywhere('CONTENT_MISSING')],
  ])('that has lost %s', async (_name, digest, expected) => {
    registry.keep(inner);
    registry.manifests.delete(digest);
    expect(await codes(outer)).toEqual(expected);
  });

  it('within another index is refused: nobody builds that', async () => {
    const middle = indexOf([inner]);
    for (const document of [inner, middle]) registry.keep(document);
    expect(await codes(indexOf([middle]))).toEqual(everywhere('DIGEST_MISMATCH'));
  });

  it('that is called an image is refused', async () => {
    registry.keep(inner);
    const lie = indexOf([inner], [{ mediaType: amd64.mediaType }]);
    expect(await codes(lie)).toEqual(everywhere('DIGEST_MISMATCH'));
  });
});

describe('layers that registries are not to hold', () => {
  const foreign = changed(amd64, ({ layers }) => {
    Object.assign(layers[0] ?? {}, {
      mediaType: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
      urls: ['https://evil.example/layer'],
    });
  });

  it('are refused: nobody can prove them', async () => {
    expect(await codes(foreign, foreign)).toEqual(everywhere('DIGEST_MISMATCH'));
    await expect(verify(foreign, 'graph', foreign)).rejects.toMatchObject({
      message: expect.stringContaining('foreign'),
      hint: expect.stringContaining('prefer-nondist-layers'),
    });
  });
});

describe('digests by SHA-512', () => {
  const sha512 = (bytes: Buffer): string => `sha512:${createHash('sha512').update(bytes).digest('hex')}`;
  const [layer] = amd64.layers;
  const bytes = layer?.bytes ?? Buffer.alloc(0);
  const image = changed(amd64, ({ layers }) => Object.assign(layers[0] ?? {}, { digest: sha512(bytes) }));

  it('of layers are checked by their own algorithm', async () => {
    registry.blobs.set(sha512(bytes), bytes);
    expect(await codes(image, image)).toEqual(everywhere('verified'));
    registry.blobs.set(sha512(bytes), Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
    expect(await code(image, 'content', image)).toBe('DIGEST_MISMATCH');
  });

  it('of layers that are not there are missing', async () => {
    expect(await code(image, 'graph', image)).toBe('CONTENT_MISSING');
  });

  it('of children are checked by their own algorithm', async () => {
    const child = { ...amd64, digest: sha512(amd64.bytes) };
    registry.keep(child);
    expect(await codes(indexOf([child, arm64], [AMD64, ARM64]))).toEqual(everywhere('verified'));
  });

  it('for diff_ids are refused in so many words, where layers are unpacked', async () => {
    const config = JSON.parse(amd64.config.bytes.toString());
    config.rootfs.diff_ids = [sha512(Buffer.from('a tar'))];
    const configBytes = Buffer.from(JSON.stringify(config));
    const digest = `sha256:${createHash('sha256').update(configBytes).digest('hex')}`;
    const described = { ...amd64.config, digest, bytes: configBytes, size: configBytes.length };
    const manifest = changed(amd64, (document) => Object.assign(document, { config: descriptorOf(described) }));
    const odd = { ...manifest, config: described, diffIds: config.rootfs.diff_ids };
    registry.blobs.set(digest, configBytes);
    expect(await code(odd, 'graph', odd)).toBe('verified');
    await expect(verify(odd, 'content', odd)).rejects.toMatchObject({
      code: 'DIGEST_MISMATCH',
      message: expect.stringContaining('not a SHA-256'),
    });
  });
});

describe('attestations', () => {
  const index = buildIndex({ content: 'attested', attestations: true });
  const [first, , attestation] = index.children as readonly [Image, Image, Image];

  it('are no platforms, and are there', async () => {
    registry.seed(index);
    for (const level of LEVELS) {
      const { platforms } = await verify(index, level, first);
      expect(platforms).toEqual(['linux/amd64', 'linux/arm64']);
    }
  });

  it('before the images are passed over for the ID', async () => {
    registry.seed(index);
    const turned = JSON.parse(index.bytes.toString());
    turned.manifests.reverse();
    const root = indexOf([...index.children].reverse(), turned.manifests);
    const { imageId, platforms } = await verify(root, 'graph', first);
    expect([imageId, platforms]).toEqual([index.children[1]?.config.digest, ['linux/arm64', 'linux/amd64']]);
  });

  const called = { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } };

  it('are what runs nowhere: what is called one and is for a platform is an image', async () => {
    const other = buildImage({ platform: 'linux/arm64', labels: { 'org.opencontainers.image.revision': 'another' } });
    registry.seed(other);
    const root = indexOf([amd64, other], [AMD64, { ...ARM64, ...called }]);
    const { platforms, evidence } = await verify(root, 'graph');
    expect(platforms).toEqual(['linux/amd64', 'linux/arm64']);
    expect(evidence.join('\n')).toContain(': 2 images, 2 configs');
  });

  it('are no index: images below one that is called so are images', async () => {
    const inner = indexOf([arm64], [ARM64]);
    registry.keep(inner);
    const { platforms, evidence } = await verify(indexOf([amd64, inner], [AMD64, called]), 'graph');
    expect(platforms).toEqual(['linux/amd64', 'linux/arm64']);
    expect(evidence.join('\n')).toContain(': 2 images, 2 configs');
  });

  it.each([
    ['no platform at all', {}],
    ['an unknown one', { platform: { os: 'unknown', architecture: 'unknown' } }],
  ])('with the config of an image are refused, where the index names %s', async (_name, said) => {
    const root = indexOf([amd64, arm64], [AMD64, { ...said, ...called }]);
    expect(await codes(root)).toEqual(everywhere('DIGEST_MISMATCH'));
  });

  it('that are gone are missing', async () => {
    registry.seed(index);
    registry.manifests.delete(attestation.digest);
    expect(await codes(index, first)).toEqual(everywhere('CONTENT_MISSING'));
  });

  it('alone are no image', async () => {
    registry.seed(index);
    const { manifests } = JSON.parse(index.bytes.toString());
    const alone = indexOf([attestation], manifests.slice(2));
    expect(await codes(alone, first)).toEqual(everywhere('DIGEST_MISMATCH'));
  });
});

describe('an artifact beside images', () => {
  it('is refused: it is neither an image nor an attestation', async () => {
    const artifact = changed(arm64, (document) => {
      Object.assign(document, { artifactType: 'application/vnd.example', layers: [] });
      Object.assign(document, { config: { ...descriptorOf(arm64.config), mediaType: 'application/vnd.example+json' } });
    });
    registry.keep(artifact);
    for (const root of [indexOf([artifact, amd64], [{}, AMD64]), indexOf([amd64, artifact], [AMD64, {}])]) {
      expect(await codes(root)).toEqual(everywhere('DIGEST_MISMATCH'));
    }
  });
});

describe('an index without children', () => {
  it('is no image', async () => {
    expect(await codes(indexOf([]))).toEqual(everywhere('DIGEST_MISMATCH'));
  });

  it('is no image either within another', async () => {
    registry.keep(indexOf([]));
    expect(await codes(indexOf([indexOf([])]))).toEqual(everywhere('DIGEST_MISMATCH'));
  });
});

describe('an index with two images for one platform', () => {
  const other = buildImage({ platform: 'linux/amd64', content: 'foreign' });

  it('is refused, whichever comes first', async () => {
    registry.seed(other);
    for (const root of [indexOf([other, amd64], [AMD64, AMD64]), indexOf([amd64, other], [AMD64, AMD64])]) {
      expect(await codes(root)).toEqual(everywhere('DIGEST_MISMATCH'));
    }
  });
});

describe('the same layer twice', () => {
  const twice = buildImage({ contents: ['base', 'app', 'base'] });
  const digest = twice.layers[0]?.digest ?? '';

  beforeEach(() => void registry.seed(twice));

  it('is looked at once', async () => {
    expect(twice.layers[2]?.digest).toBe(digest);
    const { evidence } = await verify(twice, 'content', twice);
    expect(evidence.join('\n')).toContain('1 image, 1 config, 2 layers');
  });

  it('is looked at twice if its size is told in two ways, and then one is wrong', async () => {
    const lie = changed(twice, ({ layers }) => Object.assign(layers[0] ?? {}, { size: 1 }));
    expect(await codes(lie, lie)).toEqual(['verified', 'DIGEST_MISMATCH', 'DIGEST_MISMATCH']);
  });

  it('that is gone is missing', async () => {
    registry.blobs.delete(digest);
    expect(await codes(twice, twice)).toEqual(['verified', 'CONTENT_MISSING', 'CONTENT_MISSING']);
  });
});

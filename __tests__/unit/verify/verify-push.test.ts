/**
 * What is believed after a push, numbered by the truth table:
 *
 *    the tag shows          the digest is there   answer
 *  1 what was pushed        yes                   verified
 *  2 what was pushed        no                    CONTENT_MISSING
 *  3 nothing                -                     CONTENT_MISSING
 *  4 what it showed before  -                     CONTENT_MISSING
 *  5 something else         yes                   TAG_RACED
 *  6 something else         no                    DIGEST_MISMATCH
 *  7 1-6, after a while     -                     the answer for what it shows then
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import type { Manifest } from '../../../src/image/manifest.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { type Expectation, verifyPush } from '../../../src/verify/verify-push.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { engineTested } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const TAG = 'a5c3785ed8d6';
const target = { registry: 'ghcr.io', path: 'owner/app', tag: TAG };
const image = buildImage({ content: 'pushed' });
const before = buildImage({ content: 'before' });
const third = buildImage({ content: 'third' });

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
});

const expectation = (changes: Partial<Expectation> = {}): Expectation => ({
  level: 'manifest',
  target,
  claim: { digest: image.digest as Digest, isTagged: true, isFound: false },
  tested: engineTested(image, 'graph-driver'),
  before: undefined,
  revision: undefined,
  content: registryContent(registry),
  expected: undefined,
  ...changes,
});
const verify = (changes?: Partial<Expectation>) => verifyPush(registry, expectation(changes));
const code = async (changes?: Partial<Expectation>) =>
  verify(changes).then(
    () => 'verified',
    (error) => error.code,
  );
const shows = (digest: string | undefined, reads: number) =>
  registry.stale.set(TAG, { shows: digest as Digest | undefined, reads });

describe('verifyPush', () => {
  it('1: believes a tag and a digest that show what was pushed', async () => {
    registry.seed(image, TAG);
    expect(await verify()).toMatchObject({
      target,
      level: 'manifest',
      manifest: { digest: image.digest, mediaType: image.mediaType },
      imageId: image.config.digest,
      platforms: ['linux/amd64'],
      evidence: [expect.stringContaining(image.digest), expect.stringContaining(image.config.digest)],
    });
  });

  it('1: reads both, by tag and by digest', async () => {
    registry.seed(image, TAG);
    await verify();
    expect(registry.journal).toEqual(expect.arrayContaining([`registry.read ${TAG}`, `registry.read ${image.digest}`]));
  });

  it('2: does not believe a tag whose digest is not there', async () => {
    registry.seed(image, TAG);
    const read = registry.readManifest.bind(registry);
    registry.readManifest = async (name) => (name === image.digest ? undefined : read(name));
    await expect(verify()).rejects.toMatchObject({
      code: 'CONTENT_MISSING',
      message: expect.stringContaining('nothing by its digest'),
    });
  });

  it('3: does not believe a push that has stored nothing', async () => {
    expect(await code()).toBe('CONTENT_MISSING');
  });

  it('3: does not believe a push that has stored it under no tag', async () => {
    registry.seed(image);
    expect(await code()).toBe('CONTENT_MISSING');
  });

  it('4: does not believe a tag that has not moved', async () => {
    registry.seed(image);
    registry.seed(before, TAG);
    await expect(verify({ before: manifestOf(before) })).rejects.toMatchObject({
      code: 'CONTENT_MISSING',
      message: expect.stringContaining(`still ${before.digest}`),
    });
  });

  it('5: tells that somebody else wrote the tag', async () => {
    registry.seed(image);
    registry.seed(third, TAG);
    await expect(verify({ before: manifestOf(before) })).rejects.toMatchObject({
      code: 'TAG_RACED',
      message: expect.stringContaining(third.digest),
      hint: expect.stringContaining('concurrency'),
    });
  });

  it('6: tells that the registry has stored something else', async () => {
    registry.seed(third, TAG);
    expect(await code()).toBe('DIGEST_MISMATCH');
  });

  it('6: tells that the registry has written the manifest anew', async () => {
    const bytes = Buffer.from(JSON.stringify(JSON.parse(image.bytes.toString()), undefined, 3));
    registry.seed(image);
    registry.manifests.clear();
    const anew = manifestOf({ bytes, mediaType: image.mediaType });
    registry.manifests.set(anew.digest, anew);
    registry.tags.set(TAG, anew.digest);
    expect(await code()).toBe('DIGEST_MISMATCH');
  });

  it.each([1, 2, 4])('7: waits for a tag that shows nothing for %d reads', async (reads) => {
    registry.seed(image, TAG);
    shows(undefined, reads);
    expect(await code()).toBe('verified');
  });

  it.each([1, 2, 4])('7: waits for a tag that shows what it showed before for %d reads', async (reads) => {
    registry.seed(before);
    registry.seed(image, TAG);
    shows(before.digest, reads);
    expect(await code({ before: manifestOf(before) })).toBe('verified');
  });

  it('7: does not wait for ever', async () => {
    registry.seed(image, TAG);
    shows(undefined, 1000);
    expect(await code()).toBe('CONTENT_MISSING');
  });

  it('7: does not wait at a third image', async () => {
    registry.seed(third);
    registry.seed(image, TAG);
    shows(third.digest, 1);
    expect(await code()).toBe('TAG_RACED');
  });

  it('7: waits for a digest that is there later than its tag', async () => {
    registry.seed(image, TAG);
    const read = registry.readManifest.bind(registry);
    let misses = 2;
    registry.readManifest = async (name) => (name === image.digest && misses-- > 0 ? undefined : read(name));
    expect(await code()).toBe('verified');
  });
});

describe('verifyPush does not believe', () => {
  it('an image without a tag that is not there by its digest', async () => {
    const claim = { digest: image.digest as Digest, isTagged: false, isFound: false };
    expect(await code({ claim })).toBe('CONTENT_MISSING');
    registry.seed(image);
    expect(await code({ claim: { ...claim, digest: third.digest as Digest } })).toBe('CONTENT_MISSING');
  });

  it('two media types for the same bytes', async () => {
    registry.seed(image, TAG);
    const read = registry.readManifest.bind(registry);
    registry.readManifest = async (name) => {
      const manifest = await read(name);
      const other = { ...manifest, mediaType: 'application/vnd.docker.distribution.manifest.v2+json' } as Manifest;
      return name === image.digest ? other : manifest;
    };
    expect(await code()).toBe('DIGEST_MISMATCH');
  });

  it('an image that was pushed well, and is not the one that was tested', async () => {
    registry.seed(image, TAG);
    await expect(verify({ tested: engineTested(third, 'graph-driver') })).rejects.toMatchObject({
      code: 'IDENTITY_MISMATCH',
      message: expect.stringContaining(third.config.digest),
    });
  });
});

describe('verifyPush of an index', () => {
  const index = buildIndex({ attestations: true });
  const tested = engineTested(index.children[0] as Image, 'containerd', index.digest);
  const claim = { digest: index.digest as Digest, isTagged: true, isFound: false };

  it('believes it whole', async () => {
    registry.seed(index, TAG);
    expect(await verify({ claim, tested })).toMatchObject({
      manifest: { digest: index.digest, kind: 'index' },
      platforms: ['linux/amd64', 'linux/arm64'],
    });
  });

  it('does not believe it without the child that was tested', async () => {
    registry.seed(index, TAG);
    registry.manifests.delete(index.children[0]?.digest ?? '');
    expect(await code({ claim, tested })).toBe('CONTENT_MISSING');
  });
});

describe('the level graph', () => {
  const index = buildIndex({ attestations: true });
  const [amd64, arm64, attestation] = index.children as readonly [Image, Image, Image];
  const tested = engineTested(amd64, 'containerd', index.digest);
  const claim = { digest: index.digest as Digest, isTagged: true, isFound: false };
  const graph = { level: 'graph', claim, tested } as const;

  beforeEach(() => void registry.seed(index, TAG));

  it('sees everything that belongs to the image', async () => {
    const { level, evidence } = await verify(graph);
    expect([level, evidence.length]).toEqual(['graph', 3]);
    expect(evidence[2]).toMatch(/2 images, 2 attestations, 4 configs, 3 layers/);
  });

  it.each([
    ['a child of another platform', () => registry.manifests.delete(arm64.digest), 'CONTENT_MISSING'],
    ['an attestation', () => registry.manifests.delete(attestation.digest), 'CONTENT_MISSING'],
    ['a layer', () => registry.blobs.delete(arm64.layers[0]?.digest ?? ''), 'CONTENT_MISSING'],
    ['a config', () => registry.blobs.delete(arm64.config.digest), 'CONTENT_MISSING'],
    ['an attestation’s layer', () => registry.blobs.delete(attestation.layers[0]?.digest ?? ''), 'CONTENT_MISSING'],
    ['half of a layer', () => registry.blobs.set(arm64.layers[0]?.digest ?? '', Buffer.from('x')), 'DIGEST_MISMATCH'],
  ])('misses %s', async (_name, lose, expected) => {
    lose();
    expect(await code(graph)).toBe(expected);
  });
});

describe('the commit that every platform was built from', () => {
  const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
  const labelled = (revision: string | undefined) => {
    const labels = revision === undefined ? {} : { 'org.opencontainers.image.revision': revision };
    return buildIndex({ labels, attestations: true });
  };
  const verifyIndex = (index: ImageIndex) => {
    registry.seed(index, TAG);
    const tested = engineTested(index.children[0] as Image, 'containerd', index.digest);
    const claim = { digest: index.digest as Digest, isTagged: true, isFound: false };
    return code({ level: 'graph', tested, claim, revision: COMMIT });
  };

  it.each([
    ['this one', COMMIT, 'verified'],
    ['another one', COMMIT.replace('a', 'b'), 'IDENTITY_MISMATCH'],
    ['the beginning of this one', COMMIT.slice(0, 12), 'IDENTITY_MISMATCH'],
    ['none', undefined, 'IDENTITY_MISMATCH'],
  ])('is %s: %s', async (_name, revision, expected) => {
    expect(await verifyIndex(labelled(revision))).toBe(expected);
  });
});

describe('the level content', () => {
  beforeEach(() => void registry.seed(image, TAG));

  it('has read every layer', async () => {
    const { level, evidence } = await verify({ level: 'content' });
    expect([level, evidence.length]).toEqual(['content', 4]);
  });

  it('finds a layer whose bytes were changed without its size', async () => {
    const { digest = '', bytes = Buffer.alloc(0) } = image.layers[0] ?? {};
    registry.blobs.set(digest, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
    expect(await code({ level: 'graph' })).toBe('verified');
    expect(await code({ level: 'content' })).toBe('DIGEST_MISMATCH');
  });
});

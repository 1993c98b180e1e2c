import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/docker/docker.ts';
import { ActionError } from '../../../src/errors.ts';
import type { ImageFile } from '../../../src/files/files.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { savedSource } from '../../../src/push/saved-source.ts';
import { packedFile, unpackedFile } from '../../doubles/image-files.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../doors/in-memory-files.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { plainSight } from './plain-sight.ts';

const image = buildImage({ content: 'tested' });
const other = buildImage({ content: 'other' });
const index = buildIndex({ attestations: true });
const [amd64] = index.children as readonly [Image];

type Start = {
  readonly store?: Store;
  readonly pushed?: typeof image | typeof index;
  /** What is in the file that the engine writes; by default what it has. */
  readonly saved?: ImageFile;
};

function start({ store = 'graph-driver', pushed = image, saved = packedFile(pushed) }: Start = {}) {
  const [docker, files] = [new InMemoryDocker(store), new InMemoryFiles()];
  const shown = 'children' in pushed ? amd64 : pushed;
  const built = docker.build(shown, ['app:test'], pushed);
  docker.afterSave = (path) => files.images.set(path, saved);
  const told: string[] = [];
  const config = docker.planConfig();
  const source = savedSource({ docker, files }, 'app:test', built);
  const registry = new InMemoryRegistry();
  const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  const engine = () => Promise.reject(new Error('the engine was signed in'));
  const teller = { now: () => 0, tell: (line: string) => void told.push(line) };
  const { tell } = teller;
  const terms = { compression: 'gzip', mountFrom: undefined, config, teller, tell, warn: tell } as const;
  const push = () =>
    source.push(
      { registry, target, engine, mountsFrom: () => false, sight: plainSight(registry), isOurs: async () => false },
      terms,
    );
  const saves = () => docker.journal.filter((step) => step.startsWith('docker.save'));
  return { docker, files, built, source, config, registry, push, told, saves };
}

describe('an image that the engine saves', () => {
  it('is saved by its ID into the private folder once for all who push it', async () => {
    const { push, built, saves, config, files } = start();
    const claims = await Promise.all([push(), push()]);
    claims.push(await push());
    expect(claims.map(({ digest }) => digest)).toEqual([image.digest, image.digest, image.digest]);
    expect(saves()).toEqual([`docker.save ${built.id}`]);
    expect([...files.held]).toEqual([`${config.folder}/image.tar`]);
  });

  it('is given back when all is done, and may be given back twice, and before anything was saved', async () => {
    const { push, source, files } = start();
    await source[Symbol.asyncDispose]();
    await push();
    await source[Symbol.asyncDispose]();
    expect(files.held.size).toBe(0);
    await expect(source[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });

  it('is told of: that it begins, under its name, and how large it has become', async () => {
    const { push, told } = start();
    await push();
    expect(told.slice(0, 2)).toEqual([expect.stringContaining('app:test'), 'Saved app:test: 3.0 MiB.']);
  });

  const narrowedTo = (digest: string): ImageFile => {
    const file = packedFile(amd64);
    return { ...file, tested: { ...file.tested, narrowedFrom: digest as Digest } };
  };
  const narrowed = narrowedTo(index.digest);
  const plain = unpackedFile(image.config.bytes, []);
  const [platform] = plain.tested.platforms;
  const withManifest: ImageFile = {
    ...plain,
    tested: { ...plain.tested, platforms: [{ ...platform, manifestDigest: image.digest as Digest }] },
  };
  it.each<readonly [string, Start]>([
    ['of the graph driver, by its config', { saved: plain }],
    ['of the graph driver with a manifest, by its config', {}],
    ['of the containerd store, by its manifest', { store: 'containerd' }],
    ['of the containerd store with layers that are not compressed', { store: 'containerd', saved: withManifest }],
    ['of the containerd store, by its index', { store: 'containerd', pushed: index }],
    ['of which the engine has one platform', { store: 'containerd', pushed: index, saved: narrowed }],
  ])('is the one that was found: %s', async (_name, options) => {
    await expect(start(options).push()).resolves.toBeDefined();
  });

  it('says so when the engine has one platform of it only', async () => {
    const { push, told } = start({ store: 'containerd', pushed: index, saved: narrowed });
    await push();
    expect(told.join('\n')).toContain(`only one platform of the index ${index.digest}`);
  });

  it.each<readonly [string, Start]>([
    ['another image', { saved: packedFile(other) }],
    ['another config', { saved: unpackedFile(other.config.bytes, []) }],
    [
      'another manifest of the same config',
      { store: 'containerd', saved: packedFile(buildImage({ content: 'tested', compression: 'none' })) },
    ],
    ['another index', { store: 'containerd', pushed: index, saved: packedFile(buildIndex({ contents: ['x', 'y'] })) }],
    ['an index that the image is in', { store: 'containerd', pushed: amd64, saved: packedFile(index) }],
    ['one platform of another index', { store: 'containerd', pushed: index, saved: narrowedTo(other.digest) }],
    ['one platform of the index, alone', { store: 'containerd', pushed: index, saved: packedFile(amd64) }],
  ])('is not pushed if it is %s', async (_name, options) => {
    const { push, source, files, registry } = start(options);
    await expect(push()).rejects.toMatchObject({
      code: 'IDENTITY_MISMATCH',
      message: expect.stringContaining('app:test'),
    });
    expect([registry.manifests.size, files.held.size]).toEqual([0, 0]);
    await expect(source[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });

  it('that cannot be saved fails for all, with the words of the engine', async () => {
    const { push, source, docker, saves } = start();
    docker.failsAt = 'docker.save';
    const uses = await Promise.allSettled([push(), push()]);
    expect(uses.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(saves()).toHaveLength(1);
    await expect(source[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });

  const damaged = () =>
    new ActionError('SOURCE_INVALID', 'No image can be read from /x/image.tar: it is cut off.', {
      hint: 'Compare checksums.',
    });
  it('that is damaged is told of as what the engine has saved, when it is opened and when it is read', async () => {
    const expected = {
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(/the engine has saved of app:test.*cut off/i),
      hint: expect.stringMatching(/on this engine.*engine: docker/),
    };
    const opened = start();
    opened.files.open = () => Promise.reject(damaged());
    await expect(opened.push()).rejects.toMatchObject(expected);
    // Of Podman's the step pushes itself what is saved, whatever it is asked.
    const ofPodman = start();
    ofPodman.docker.behavesAsPodman = true;
    ofPodman.files.open = () => Promise.reject(damaged());
    await expect(ofPodman.push()).rejects.toMatchObject({ hint: expect.not.stringContaining('engine: docker') });
    const broken: ImageFile = {
      ...packedFile(image),
      // biome-ignore lint/correctness/useYield: it breaks off before its first byte.
      openBlob: async function* () {
        throw damaged();
      },
    };
    await expect(start({ saved: broken }).push()).rejects.toMatchObject(expected);
  });

  it('leaves the errors of a registry as they are', async () => {
    const { push, registry } = start();
    const denied = new ActionError('REGISTRY_DENIED', 'denied', { hint: '-' });
    registry.uploadBlob = () => Promise.reject(denied);
    await expect(push()).rejects.toBe(denied);
  });
});

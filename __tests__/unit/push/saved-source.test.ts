import { describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/docker/docker.ts';
import { ActionError } from '../../../src/errors.ts';
import type { ImageFile } from '../../../src/files/files.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { openSaving } from '../../../src/push/saved-source.ts';
import { packedFile, unpackedFile } from '../../doubles/image-files.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../doors/in-memory-files.ts';

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
  const named = { kind: 'engine', by: 'direct', name: 'app:test' } as const;
  const source = { ...named, image: docker.build(shown, ['app:test'], pushed) };
  docker.afterSave = (path) => files.images.set(path, saved);
  const told: string[] = [];
  const config = docker.planConfig();
  const saving = openSaving({ docker, files, config, tell: (line) => told.push(line) });
  const saves = () => docker.journal.filter((step) => step.startsWith('docker.save'));
  return { docker, files, source, config, saving, told, saves };
}

/** What the saved file is about, for a test that only looks into it. */
const rootOf = async (file: ImageFile) => (file.kind === 'packed' ? file.root.digest : file.config.digest);

describe('an image that the engine saves', () => {
  it('is saved by its ID into the private folder once for all who push it', async () => {
    const { saving, source, saves, config, files } = start();
    const pushes = await Promise.all([saving.use(source, rootOf), saving.use(source, rootOf)]);
    pushes.push(await saving.use(source, rootOf));
    expect(pushes).toEqual([image.digest, image.digest, image.digest]);
    expect(saves()).toEqual([`docker.save ${source.image.id}`]);
    expect([...files.held]).toEqual([`${config.folder}/image.tar`]);
  });

  it('is given back when all is done, and may be given back before anything was saved', async () => {
    const { saving, source, files } = start();
    await saving.use(source, rootOf);
    await saving.close();
    expect(files.held.size).toBe(0);
    await expect(start().saving.close()).resolves.toBeUndefined();
  });

  it('is told of: that it begins, under its name, and how large it has become', async () => {
    const { saving, source, told } = start();
    await saving.use(source, rootOf);
    expect(told).toEqual([expect.stringContaining('app:test'), 'Saved app:test: 3.0 MiB.']);
  });

  const narrowed = { ...packedFile(amd64), narrowedFrom: index.digest as Digest };
  const plain = unpackedFile(image.config.bytes, []);
  const [platform] = plain.platforms;
  const withManifest = { ...plain, platforms: [{ ...platform, manifestDigest: image.digest as Digest }] } as const;
  it.each<readonly [string, Start]>([
    ['of the graph driver, by its config', { saved: plain }],
    ['of the graph driver with a manifest, by its config', {}],
    ['of the containerd store, by its manifest', { store: 'containerd' }],
    ['of the containerd store with layers that are not compressed', { store: 'containerd', saved: withManifest }],
    ['of the containerd store, by its index', { store: 'containerd', pushed: index }],
    ['of which the engine has one platform', { store: 'containerd', pushed: index, saved: narrowed }],
  ])('is the one that was found: %s', async (_name, options) => {
    const { saving, source } = start(options);
    await expect(saving.use(source, rootOf)).resolves.toBeDefined();
  });

  it('says so when the engine has one platform of it only', async () => {
    const { saving, source, told } = start({ store: 'containerd', pushed: index, saved: narrowed });
    await saving.use(source, rootOf);
    expect(told.at(-1)).toContain(`one platform only of the index ${index.digest}`);
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
    [
      'one platform of another index',
      { store: 'containerd', pushed: index, saved: { ...narrowed, narrowedFrom: other.digest as Digest } },
    ],
    ['one platform of the index, alone', { store: 'containerd', pushed: index, saved: packedFile(amd64) }],
  ])('is not pushed if it is %s', async (_name, options) => {
    const { saving, source, files } = start(options);
    const pushed: ImageFile[] = [];
    const use = saving.use(source, async (file) => pushed.push(file));
    await expect(use).rejects.toMatchObject({
      code: 'IDENTITY_MISMATCH',
      message: expect.stringContaining('app:test'),
    });
    expect([pushed.length, files.held.size]).toEqual([0, 0]);
    await expect(saving.close()).resolves.toBeUndefined();
  });

  it('that cannot be saved fails for all, with the words of the engine', async () => {
    const { saving, source, docker, saves } = start();
    docker.failsAt = 'docker.save';
    const uses = await Promise.allSettled([saving.use(source, rootOf), saving.use(source, rootOf)]);
    expect(uses.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(saves()).toHaveLength(1);
    await expect(saving.close()).resolves.toBeUndefined();
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
    await expect(opened.saving.use(opened.source, rootOf)).rejects.toMatchObject(expected);
    const read = start();
    await expect(read.saving.use(read.source, () => Promise.reject(damaged()))).rejects.toMatchObject(expected);
  });

  it('leaves the errors of a registry as they are', async () => {
    const { saving, source } = start();
    const denied = new ActionError('REGISTRY_DENIED', 'denied', { hint: '-' });
    await expect(saving.use(source, () => Promise.reject(denied))).rejects.toBe(denied);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { pushPacked, uncompressedLines } from '../../../src/push/content-source.ts';
import { Progress } from '../../../src/push/progress.ts';
import { packedFile, type Reading } from '../../doubles/image-files.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { plainSight } from './plain-sight.ts';

let registry: InMemoryRegistry;
let reading: Reading;
let told: string[];
let progress: Progress;
beforeEach(() => {
  registry = new InMemoryRegistry();
  reading = { begun: [], most: 0 };
  told = [];
  progress = new Progress({ now: () => 0, tell: (line) => void told.push(line) });
});

const target = { registry: 'ghcr.io', path: 'owner/app', tag: '1' };
const terms = (mountFrom?: string) => {
  return { progress, mountFrom, mountsFrom: () => false, target, sight: plainSight(registry) };
};
const step = (name: string) => registry.journal.findIndex((line) => line.startsWith(name));

describe('pushPacked', () => {
  it('asks for every blob, uploads what is missing, and puts the root by its digest and under no tag', async () => {
    const image = buildImage({ contents: ['one', 'two'] });
    registry.blobs.set(image.layers[0]?.digest ?? '', image.layers[0]?.bytes ?? Buffer.alloc(0));
    const root = await pushPacked(registry, packedFile(image, reading), terms());
    expect(root.digest).toBe(image.digest);
    expect(registry.manifests.get(image.digest)?.bytes).toEqual(image.bytes);
    expect([registry.tags.size, reading.begun.length]).toEqual([0, 2]);
    expect(reading.begun).not.toContain(image.layers[0]?.digest);
    expect(registry.journal.at(-1)).toBe(`registry.put ${image.digest} ${image.digest}`);
  });

  it('puts no manifest that was read in this very repository, unless it has lost something since', async () => {
    const index = buildIndex({ contents: ['one', 'two'] });
    registry.seed(index);
    const here = { ...packedFile(index, reading), repositoryOf: () => ({ registry: 'ghcr.io', path: 'owner/app' }) };
    const [root] = [index.digest];
    const made = {
      ...here,
      repositoryOf: ({ digest }: { digest: string }) => (digest === root ? undefined : here.repositoryOf()),
    };
    await pushPacked(registry, here, terms());
    expect(registry.journal.filter((line) => line.startsWith('registry.put'))).toEqual([]);
    await pushPacked(registry, made, terms());
    expect(registry.journal.filter((line) => line.startsWith('registry.put'))).toEqual([
      `registry.put ${root} ${root}`,
    ]);
    const [child] = index.children;
    registry.manifests.delete(child?.digest ?? '');
    const put = registry.put.bind(registry);
    registry.put = async (manifest) => {
      const isWhole =
        manifest.kind !== 'index' || manifest.children.every(({ digest }) => registry.manifests.has(digest));
      if (!isWhole) throw new ActionError('CONTENT_MISSING', 'It lacks a child.', { hint: '-' });
      return put(manifest);
    };
    await pushPacked(registry, made, terms());
    expect(registry.manifests.has(child?.digest ?? '')).toBe(true);
  });

  it('sends nothing twice, and nothing that is there', async () => {
    const image = buildImage({ contents: ['same', 'same'] });
    await pushPacked(registry, packedFile(image, reading), terms());
    expect(new Set(reading.begun).size).toBe(reading.begun.length);
    await pushPacked(registry, packedFile(image, reading), terms());
    const size = image.config.size + (image.layers[0]?.size ?? 0);
    expect(progress.transfer).toEqual({ sent: size, skipped: size });
  });

  it('begins with the largest', async () => {
    const image = buildImage({ contents: ['x', 'y'.repeat(5000), 'z'.repeat(900)], compression: 'none' });
    await pushPacked(registry, packedFile(image, reading), terms());
    const sizes = reading.begun.map((digest) => registry.blobs.get(digest)?.byteLength ?? 0);
    expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
  });

  it('opens a few at once, however many there are', async () => {
    const image = buildImage({ contents: Array.from({ length: 60 }, (_, at) => `layer ${at}`) });
    await pushPacked(registry, packedFile(image, reading), terms());
    expect([reading.begun.length, reading.most]).toEqual([61, 5]);
  });

  it('puts children before their index', async () => {
    const index = buildIndex({ attestations: true });
    await pushPacked(registry, packedFile(index), terms());
    expect(
      index.children.every(({ digest }) => step(`registry.put ${digest}`) < step(`registry.put ${index.digest}`)),
    ).toBe(true);
    expect(registry.manifests.size).toBe(index.children.length + 1);
  });

  it('puts them one after the other where a registry does not take them together', async () => {
    const index = buildIndex({ attestations: true });
    const put = registry.put.bind(registry);
    let underWay = 0;
    registry.put = async (manifest) => {
      underWay += 1;
      try {
        await new Promise(setImmediate);
        if (underWay > 1) throw new ActionError('REGISTRY_ANSWER', 'One at a time.', { hint: '-' });
        await put(manifest);
      } finally {
        underWay -= 1;
      }
    };
    await pushPacked(registry, packedFile(index), terms());
    expect(registry.manifests.size).toBe(index.children.length + 1);
  });

  it.each([
    [true, 0],
    [false, 2],
  ])('mounts from where the image is only if the login is for both (%j)', async (isOneLogin, sent) => {
    const image = buildImage({ contents: ['one'] });
    const staging = { registry: 'ghcr.io', path: 'owner/staging' };
    for (const { digest, bytes } of [image.config, ...image.layers])
      registry.elsewhere.set(`${staging.path} ${digest}`, bytes);
    const packed = { ...packedFile(image, reading), repositoryOf: () => staging };
    await pushPacked(registry, packed, { ...terms(), mountsFrom: () => isOneLogin });
    expect(reading.begun).toHaveLength(sent);
  });

  it('mounts what the named repository has', async () => {
    const image = buildImage({ contents: ['base', 'own'] });
    const [base] = image.layers;
    registry.elsewhere.set(`owner/base ${base?.digest}`, base?.bytes ?? Buffer.alloc(0));
    await pushPacked(registry, packedFile(image, reading), terms('owner/base'));
    expect(reading.begun).not.toContain(base?.digest);
    expect(progress.transfer.skipped).toBe(base?.size);
    expect(told.filter((line) => line.endsWith('mounted'))).toHaveLength(1);
  });

  it('uploads again what the registry has lost by the time that the manifest is put', async () => {
    const image = buildImage();
    const put = registry.put.bind(registry);
    registry.put = async ({ digest }) => {
      registry.put = put;
      registry.blobs.delete(image.config.digest);
      throw new ActionError('CONTENT_MISSING', `${digest}: blob unknown`, { hint: '-' });
    };
    await pushPacked(registry, packedFile(image), terms());
    expect([registry.blobs.has(image.config.digest), registry.manifests.has(image.digest)]).toEqual([true, true]);
  });

  it.each(['REGISTRY_DENIED', 'CONTENT_MISSING'] as const)('ends with %s when that stays so', async (code) => {
    registry.put = async () => {
      throw new ActionError(code, 'No.', { hint: '-' });
    };
    await expect(pushPacked(registry, packedFile(buildImage()), terms())).rejects.toMatchObject({ code });
  });

  it('calls off the other uploads when one fails, waits for their end, and puts no manifest', async () => {
    const image = buildImage({ contents: ['one', 'two', 'three', 'four'] });
    const ended: string[] = [];
    const error = new ActionError('REGISTRY_DENIED', 'No.', { hint: '-' });
    registry.uploadBlob = async ({ digest }, { signal }) => {
      if (digest === image.config.digest) throw error;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await Promise.resolve();
      ended.push(digest);
      throw signal.reason;
    };
    await expect(pushPacked(registry, packedFile(image), terms())).rejects.toBe(error);
    expect([ended.length, registry.manifests.size]).toEqual([4, 0]);
  });
});

describe('compression that was asked for and changes nothing', () => {
  const plain = (options: object = {}) =>
    packedFile(buildImage({ contents: ['a', 'b'], compression: 'none', ...options }), reading);

  it.each([
    ['OCI', plain],
    ['Docker', () => plain({ format: 'docker' })],
  ])('is told, with how many layers stay as they are (%s)', (_format, made) => {
    expect(uncompressedLines(made(), 'zstd')).toEqual([
      expect.stringMatching(/^"compression: zstd" changes nothing here: 2 of its layers are not compressed/),
    ]);
  });

  it('is not told where none was asked for, or all are compressed', () => {
    expect(uncompressedLines(plain(), 'none')).toEqual([]);
    expect(uncompressedLines(packedFile(buildImage({ contents: ['a'] }), reading), 'gzip')).toEqual([]);
  });
});

import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import type { ImageFile } from '../../../src/files/files.ts';
import { changed, layout, nestedLayout, ociArchive } from '../../doubles/archives/layouts.ts';
import {
  plainLayers,
  savedByBazel,
  savedByKaniko,
  savedByNewEngine,
  savedByOldEngine,
  savedBySkopeo,
} from '../../doubles/archives/saved.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { wholeOf } from '../../doubles/whole.ts';
import { contentOf, open } from './opened.ts';

const REVISION = { 'org.opencontainers.image.revision': 'a5c3785ed8d6a35868bc169f07e40e889087fd2e' };
/** With a layer that is there twice. */
const image = buildImage({ contents: ['one', 'two', 'one'], labels: REVISION });
const plain = buildImage({ contents: ['one', 'two', 'one'], labels: REVISION, compression: 'none' });
const index = buildIndex({ contents: ['a', 'b'], attestations: true });

async function packed(file: ImageFile): Promise<Extract<ImageFile, { kind: 'packed' }>> {
  if (file.kind !== 'packed') throw new Error('it has no manifest');
  return file;
}

describe('an image with its manifest', () => {
  it.each([
    ['an OCI layout', layout(image), undefined],
    ['an OCI layout, said to be one', layout(image), 'oci'],
    ['an OCI archive', ociArchive(layout(image)), undefined],
    ['an OCI archive, said to be one', ociArchive(layout(image)), 'oci-archive'],
    ['an OCI archive of GNU tar', ociArchive(layout(image), 'gnu'), 'oci-archive'],
    ['what an engine with the containerd store saves', savedByNewEngine({ image, names: ['app:1'] }), undefined],
    ['that, said to be of docker save', savedByNewEngine({ image, names: ['app:1'] }), 'docker-archive'],
    ['that without a name', savedByNewEngine({ image }), 'oci-archive'],
  ] as const)('is read from %s as it is', async (_name, content, form) => {
    const file = await packed(await open(content, '', form));
    expect(file.image.root.digest).toBe(image.digest);
    expect(Buffer.from(file.image.root.bytes).equals(image.bytes)).toBe(true);
    expect(file.image.manifests).toEqual([file.image.root]);
    expect(file.image.blobs.map(({ digest }) => digest)).toEqual([
      image.config.digest,
      ...new Set(image.layers.map(({ digest }) => digest)),
    ]);
    for (const blob of file.image.blobs) {
      const bytes = [image.config, ...image.layers].find(({ digest }) => digest === blob.digest)?.bytes;
      expect((await wholeOf(file.openBlob(blob))).equals(bytes ?? Buffer.alloc(0))).toBe(true);
    }
    expect(file.tested).toMatchObject({ id: image.config.digest, platforms: [{ diffIds: image.diffIds }] });
    await file.close();
  });

  it('tells what it is: platform, time, what it runs, the commit it was built from, and every digest it goes by', async () => {
    const file = await packed(await open(layout(image)));
    expect(file.tested.platforms).toMatchObject([
      {
        configDigest: image.config.digest,
        manifestDigest: image.digest,
        diffIds: image.diffIds,
        platform: 'linux/amd64',
        created: '2026-01-01T00:00:00Z',
        runConfig: JSON.stringify({ Cmd: ['/file-0.txt'], Labels: REVISION }),
        revision: Object.values(REVISION)[0],
      },
    ]);
    expect(file.tested.names).toEqual([
      { digest: image.digest, of: 'whole' },
      { digest: image.digest, of: 'linux/amd64' },
      { digest: image.config.digest, of: 'linux/amd64' },
    ]);
    expect([...file.image.configs]).toEqual([[image.config.digest, image.config.bytes]]);
    await file.close();
  });

  it('may be named by an index.json without a schemaVersion, as rules_oci of Bazel write it for an index', async () => {
    const { manifests } = JSON.parse(`${layout(index).get('index.json')}`);
    const file = await packed(await open(changed(layout(index), 'index.json', JSON.stringify({ manifests }))));
    expect(file.image.root.digest).toBe(index.digest);
    await file.close();
  });

  it('is read again from the beginning by each stream, also by one that was left', async () => {
    const file = await packed(await open(ociArchive(layout(image))));
    const [, layer] = file.image.blobs;
    if (layer === undefined) throw new Error('it has no layer');
    const blob = file.openBlob(layer);
    for await (const _chunk of blob) break;
    const twice = [await wholeOf(blob), await wholeOf(blob)];
    expect(twice.map((bytes) => bytes.equals(image.layers[0]?.bytes ?? Buffer.alloc(0)))).toEqual([true, true]);
    await file.close();
    await file.close();
  });

  it.each([
    ['at the top of a layout', layout(index)],
    ['one level below, as engines and buildx save it', nestedLayout(index, 'docker.io/library/app:1')],
  ])('may be an index %s: children come before it, attestations are no platform', async (_name, files) => {
    const file = await packed(await open(ociArchive(files)));
    const digests = file.image.manifests.map(({ digest }) => digest);
    expect(digests).toEqual([...index.children.map(({ digest }) => digest), index.digest]);
    expect(file.image.root).toMatchObject({ digest: index.digest, kind: 'index' });
    expect(file.tested.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(file.tested).toMatchObject({ id: index.digest, root: index.digest, isComplete: true });
    expect(file.image.configs.size).toBe(4);
    expect(file.tested.narrowedFrom).toBeUndefined();
    expect((await contentOf(file)).size).toBe(digests.length + file.image.blobs.length);
    await file.close();
  });
});

describe('an image without a manifest', () => {
  it.each([
    ['an engine of up to version 24', savedByOldEngine({ image, names: ['app:1'] })],
    ['a newer engine with the graph driver', savedByNewEngine({ image: plain, names: ['app:1'] })],
    ['skopeo or podman', savedBySkopeo({ image, names: ['app:1'] })],
    ['Bazel, with hard links', savedByBazel({ image, names: ['app:1'] })],
    ['Bazel, with symbolic links', savedByBazel({ image, names: ['app:1'] }, 'symbolic')],
  ])('is read from what %s saves', async (_name, archive) => {
    const file = await open(archive);
    if (file.kind !== 'unpacked') throw new Error('it has a manifest');
    expect(file.config.digest).toBe(image.config.digest);
    expect(Buffer.from(file.config.bytes).equals(image.config.bytes)).toBe(true);
    expect(file.layers.map(({ diffId, compression }) => ({ diffId, compression }))).toEqual(
      image.diffIds.map((diffId) => ({ diffId, compression: 'none' })),
    );
    for (const [at, layer] of file.layers.entries()) {
      const bytes = await wholeOf(layer.open());
      expect(bytes.equals(plainLayers(image)[at] ?? Buffer.alloc(0))).toBe(true);
      expect(layer.size).toBe(bytes.length);
    }
    expect(file.tested).toMatchObject({ id: image.config.digest, platforms: [{ diffIds: image.diffIds }] });
    expect(file.tested.platforms).toHaveLength(1);
    await file.close();
  });

  it('has layers that are compressed already where kaniko saved it: their digests are hashed, and what is in them', async () => {
    const file = await open(savedByKaniko({ image, names: ['app:1'] }));
    if (file.kind !== 'unpacked') throw new Error('it has a manifest');
    for (const [at, layer] of file.layers.entries()) {
      const bytes = await wholeOf(layer.open());
      expect(layer).toMatchObject({ compression: 'gzip', size: bytes.length });
      expect(gunzipSync(bytes).equals(plainLayers(image)[at] ?? Buffer.alloc(0))).toBe(true);
    }
    await file.close();
  });

  it('goes by the digest of the manifest too that the engine has of it', async () => {
    const file = await open(savedByNewEngine({ image: plain, names: ['app:1'] }));
    expect(file.tested.names.map(({ digest }) => digest)).toEqual([plain.digest, plain.config.digest]);
    await file.close();
  });

  it('is taken with its manifest all the same where that is asked for', async () => {
    const file = await open(savedByNewEngine({ image: plain, names: ['app:1'] }), '', 'oci-archive');
    expect((await packed(file)).image.root.digest).toBe(plain.digest);
    await file.close();
  });
});

import { describe, expect, it } from '@jest/globals';
import { blobPath, changed, type FileTree, layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { savedByNewEngine, savedByOldEngine } from '../../doubles/archives/saved.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { open, refusal } from './opened.ts';

const REF = 'org.opencontainers.image.ref.name';
const NAME = 'io.containerd.image.name';
const one = buildImage({ content: 'one' });
const other = buildImage({ content: 'other' });
const third = buildImage({ content: 'third' });
const several = ociArchive(
  layout(
    { of: one, annotations: { [NAME]: 'docker.io/library/app:1', [REF]: '1' } },
    { of: one, annotations: { [NAME]: 'docker.io/library/app:latest', [REF]: 'latest' } },
    { of: other, annotations: { [NAME]: 'ghcr.io/owner/app:2', [REF]: '2' } },
    { of: third, annotations: { [NAME]: 'ghcr.io/owner/app:1', [REF]: '1' } },
  ),
);
const saved = savedByOldEngine({ image: one, names: ['app:1', 'app:latest'] }, { image: other, names: ['app:2'] });

describe('one of several images', () => {
  it.each([
    ['a tag that one of them has', several, ':2', other],
    ['a name in full', several, ':ghcr.io/owner/app:1', third],
    ['a name in short', several, ':app:1', one],
    ['a name without a tag', several, ':app', one],
    ['a digest', several, `@${third.digest}`, third],
    ['a tag of a saved image', saved, ':2', other],
    ['a name of a saved image', saved, ':docker.io/library/app:latest', one],
  ] as const)('is chosen by %s', async (_name, archive, suffix, image) => {
    const file = await open(archive, suffix);
    expect(file.tested.platforms[0].configDigest).toBe(image.config.digest);
    expect(file.name.endsWith(suffix)).toBe(true);
    await file.close();
  });

  it.each([
    [
      'without a choice',
      several,
      '',
      'it holds several images',
      '"docker.io/library/app:1" or "docker.io/library/app:latest"',
    ],
    ['by a tag of two', several, ':1', 'it holds several images that "1" could mean', '"ghcr.io/owner/app:1"'],
    ['by a tag of none', several, ':3', 'it holds no image that "3" could mean', '"ghcr.io/owner/app:2"'],
    ['of a saved archive', saved, '', 'it holds several images', '"app:1" or "app:latest", "app:2"'],
    ['where no one has a name', ociArchive(layout(one, other)), '', 'it holds several images', 'sha256:'],
  ])('is not chosen %s: the error lists the choices', async (_name, archive, suffix, message, listed) => {
    const error = await refusal(open(archive, suffix));
    expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
    expect(error.message).toContain(message);
    expect(error.hint).toContain(listed);
    expect(error.hint).toContain('path:tag');
  });

  it('needs no choice where all names are of one image', async () => {
    const file = await open(savedByNewEngine({ image: one, names: ['app:1', 'app:2'] }));
    expect(file).toMatchObject({ kind: 'packed', image: { root: { digest: one.digest } } });
    await file.close();
  });
});

describe('an index of which the file has not everything', () => {
  const index = buildIndex({ attestations: true });
  const [amd64, arm64, attestation] = index.children as readonly [Image, Image, Image];
  const without = (...digests: readonly string[]) =>
    digests.reduce((files, digest) => changed(files, blobPath(digest), undefined), layout(index));
  /** As an engine with the containerd store saves it: `manifest.json` names the platform that is there. */
  const saved = (files: FileTree, { config }: Image) =>
    changed(files, 'manifest.json', JSON.stringify([{ Config: blobPath(config.digest), Layers: [] }]));

  it.each([
    ['without the manifest of the others', without(amd64.digest)],
    ['without the config of the others', without(amd64.config.digest)],
    ['without attestations either', without(amd64.digest, attestation.digest)],
  ])('is the one platform that it has, where an engine has saved it so: %s', async (_name, files) => {
    const file = await open(saved(files, arm64));
    expect(file).toMatchObject({
      kind: 'packed',
      image: { root: { digest: arm64.digest } },
      tested: { narrowedFrom: index.digest },
    });
    expect(file.tested.names).toContainEqual({ digest: index.digest, of: 'whole' });
    expect(file.tested.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64']);
    await file.close();
  });

  it.each([
    ['without the manifest of the others', without(amd64.digest), amd64.digest],
    ['without the config of the others', without(amd64.config.digest), amd64.config.digest],
    ['without a layer of the others', without(amd64.layers[0]?.digest ?? ''), amd64.layers[0]?.digest],
  ])('is damaged where no engine says that it has saved it so: %s', async (_name, files, digest) => {
    const error = await refusal(open(files));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toContain(digest);
  });

  it('is damaged where the engine names the platform that is not there', async () => {
    expect((await refusal(open(saved(without(amd64.digest), amd64)))).message).toContain(amd64.digest);
  });

  it('is the one platform that it has, whose layers are to be compressed, where docker has saved them as they are', async () => {
    const plain = buildIndex({ compression: 'none' });
    const [first, second] = plain.children as readonly [Image, Image];
    const file = await open(ociArchive(saved(changed(layout(plain), blobPath(first.digest), undefined), second)));
    expect(file).toMatchObject({
      kind: 'unpacked',
      config: { digest: second.config.digest },
      tested: { narrowedFrom: plain.digest },
    });
    const names = file.tested.names.map(({ digest }) => digest);
    expect(names).toEqual(expect.arrayContaining([plain.digest, second.digest, second.config.digest]));
    await file.close();
  });

  it.each([
    ['none of its platforms', without(amd64.digest, arm64.digest), amd64.digest],
    ['all of them, but not its attestations', without(attestation.digest), attestation.digest],
    ['nothing at all', without(index.digest), index.digest],
    ['a layer of none', without(...new Set(amd64.layers.map(({ digest }) => digest))), amd64.layers[0]?.digest],
  ])('is refused where it has %s, and told what is missing', async (_name, files, digest) => {
    for (const content of [files, saved(files, amd64)]) {
      const error = await refusal(open(content));
      expect(error.code).toBe('SOURCE_INVALID');
      expect(error.message).toContain(digest);
      expect(error.hint).toContain('docker save');
    }
  });
});

describe('an archive in which two files name the image', () => {
  const index = buildIndex({ contents: ['a', 'b'] });
  const [amd64, arm64] = index.children as readonly [Image, Image];
  const item = (image: Image, ...names: readonly string[]) => ({
    Config: blobPath(image.config.digest),
    RepoTags: names,
    Layers: image.layers.map(({ digest }) => blobPath(digest)),
  });
  const with_ = (files: FileTree, ...items: readonly object[]) =>
    ociArchive(changed(files, 'manifest.json', JSON.stringify(items)));
  const both = new Map([...layout(other), ...layout(one)]);
  const FORMS = [undefined, 'oci-archive', 'docker-archive'] as const;

  it.each(FORMS)('is refused where they are two, read as %s', async (form) => {
    const error = await refusal(open(with_(both, item(other)), '', form));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toMatch(/manifest\.json names the config .* index\.json leads to/);
  });

  it.each([undefined, 'oci-archive'] as const)('is refused where one of them has more, read as %s', async (form) => {
    expect((await refusal(open(with_(both, item(one), item(other)), '', form))).message).toContain('manifest.json');
    expect((await refusal(open(with_(both), '', form))).message).toContain('no image');
  });

  it('is refused where a file has the name of one config and the bytes of another', async () => {
    const name = `${one.config.digest.slice('sha256:'.length)}.json`;
    const files = changed(layout(one), name, other.config.bytes);
    const error = await refusal(open(with_(files, { Config: name, RepoTags: [], Layers: [] })));
    expect(error.message).toContain('was changed');
  });

  it('is refused where a name means one image to each of them', async () => {
    const names = { 'io.containerd.image.name': 'docker.io/library/app:1' };
    const named = { of: other, annotations: { 'io.containerd.image.name': 'docker.io/library/app:2' } };
    const files = layout({ of: one, annotations: names }, named);
    const right = with_(files, item(one, 'app:1'), item(other, 'app:2'));
    const file = await open(right, ':app:1');
    expect(file.tested.platforms[0].configDigest).toBe(one.config.digest);
    await file.close();
    const wrong = with_(files, item(other, 'app:1'), item(one, 'app:2'));
    expect((await refusal(open(wrong, ':app:1'))).message).toContain('manifest.json');
  });

  it.each([
    [undefined, index.digest, 2],
    ['oci-archive', index.digest, 2],
    ['docker-archive', arm64.digest, 1],
  ] as const)('is its index, or the platform that is named, read as %s', async (form, digest, platforms) => {
    const file = await open(with_(layout(index), item(arm64)), '', form);
    expect(file).toMatchObject({ kind: 'packed', image: { root: { digest } } });
    expect(file.tested.platforms).toHaveLength(platforms);
    await file.close();
    expect((await refusal(open(with_(layout(amd64), item(arm64)), '', form))).code).toBe('SOURCE_INVALID');
  });
});

import { describe, expect, it } from '@jest/globals';
import { blobPath, changed, layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { savedByNewEngine, savedByOldEngine } from '../../doubles/archives/saved.ts';
import { tar } from '../../doubles/archives/tar.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
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
    expect([...file.knownAs]).toContain(image.config.digest);
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
    expect(file).toMatchObject({ kind: 'packed', root: { digest: one.digest } });
    await file.close();
  });
});

describe('an index of which the file has not everything', () => {
  const index = buildIndex({ attestations: true });
  const [amd64, arm64, attestation] = index.children;
  const without = (...digests: readonly (string | undefined)[]) =>
    digests.reduce((files, digest) => changed(files, blobPath(digest ?? ''), undefined), layout(index));

  it.each([
    ['without the manifest of the others', without(amd64?.digest)],
    ['without the config of the others', without(amd64?.config.digest)],
    ['without attestations either', without(amd64?.digest, attestation?.digest)],
  ])('is the one platform that it has, %s', async (_name, files) => {
    const file = await open(files);
    expect(file).toMatchObject({ kind: 'packed', narrowedFrom: index.digest, root: { digest: arm64?.digest } });
    expect([...file.knownAs]).toContain(index.digest);
    expect(file.platforms.map(({ platform }) => platform)).toEqual(['linux/arm64']);
    await file.close();
  });

  it('is the one platform that it has, whose layers are to be compressed, where docker has saved them as they are', async () => {
    const plain = buildIndex({ compression: 'none' });
    const [first, second] = plain.children;
    const files = [...changed(layout(plain), blobPath(first?.digest ?? ''), undefined)];
    const saved = tar(
      [...files, ['manifest.json', Buffer.from('[]')] as const].map(([name, content]) => ({ name, content })),
    );
    const file = await open(saved);
    expect(file).toMatchObject({
      kind: 'unpacked',
      narrowedFrom: plain.digest,
      config: { digest: second?.config.digest },
    });
    expect([...file.knownAs]).toEqual(expect.arrayContaining([plain.digest, second?.digest, second?.config.digest]));
    await file.close();
  });

  it.each([
    ['none of its platforms', without(amd64?.digest, arm64?.digest), amd64?.digest],
    ['all of them, but not its attestations', without(attestation?.digest), attestation?.digest],
    ['nothing at all', without(index.digest), index.digest],
    ['a layer of none', without(...new Set(amd64?.layers.map(({ digest }) => digest))), amd64?.layers[0]?.digest],
  ])('is refused where it has %s, and told what is missing', async (_name, files, digest) => {
    const error = await refusal(open(files));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.message).toContain(digest);
    expect(error.hint).toContain('docker save');
  });
});

import { describe, expect, it } from '@jest/globals';
import { joinImages, type Part } from '../../../src/image/join.ts';
import { imageOf } from '../../doubles/image-files.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';

const COMMIT = 'c0ffee'.padEnd(40, '0');
const label = (revision: string) => ({ 'org.opencontainers.image.revision': revision });
const part = (name: string, of: Image | ImageIndex): Part => ({ name, image: imageOf(of) });
const amd64 = buildImage({ platform: 'linux/amd64' });
const arm64 = buildIndex({ platforms: ['linux/arm64'], attestations: true });
const [arm64Image = amd64, attestation = amd64] = arm64.children;

async function problem(parts: readonly Part[], commit?: string): Promise<string> {
  const joined = await joinImages(parts, commit);
  return joined.ok ? 'joined' : joined.problem;
}

describe('a joined image', () => {
  it('has the images in the order of the parts, and behind them the attestations, in these very bytes', async () => {
    const joined = await joinImages([part('arm', arm64), part('amd', amd64)], undefined);
    if (!joined.ok) throw new Error(joined.problem);
    const { root, platforms, attestations } = joined.image;
    const said = ({ mediaType, digest, bytes }: Image) =>
      `"mediaType":"${mediaType}","digest":"${digest}","size":${bytes.length}`;
    expect(Buffer.from(root.bytes).toString()).toBe(
      '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[' +
        `{${said(arm64Image)},"platform":{"os":"linux","architecture":"arm64"}},` +
        `{${said(amd64)},"platform":{"os":"linux","architecture":"amd64"}},` +
        `{${said(attestation)},"platform":{"os":"unknown","architecture":"unknown"},"annotations":` +
        `{"vnd.docker.reference.digest":"${arm64Image.digest}","vnd.docker.reference.type":"attestation-manifest"}}]}`,
    );
    expect(platforms.map(({ platform }) => platform)).toEqual(['linux/arm64', 'linux/amd64']);
    expect(attestations).toHaveLength(1);
  });

  it('may have parts of the types of Docker', async () => {
    const docker = buildImage({ platform: 'linux/s390x', format: 'docker' });
    const joined = await joinImages([part('a', amd64), part('s', docker)], undefined);
    expect(joined.ok && joined.image.manifests.map(({ mediaType }) => mediaType)).toContain(docker.mediaType);
  });

  it.each([
    ['of the commit', COMMIT, COMMIT, COMMIT, 'joined'],
    [
      'of another one than the run',
      COMMIT,
      COMMIT,
      'd'.repeat(40),
      `a is from the commit "${COMMIT}", and this run is for`,
    ],
    ['of any commit, where that is not asked', COMMIT, COMMIT, undefined, 'joined'],
    ['of two commits', COMMIT, 'main', undefined, `a is from the commit "${COMMIT}", and b from the commit "main"`],
    ['of which the second names none', COMMIT, undefined, COMMIT, 'and b from an unknown commit'],
    ['of which the first names none', undefined, COMMIT, COMMIT, 'a is from an unknown commit'],
    ['that name none', undefined, undefined, COMMIT, 'joined'],
  ])('of parts %s', async (_name, one, two, commit, said) => {
    const of = (platform: string, revision: string | undefined) =>
      buildImage({ platform, labels: revision === undefined ? {} : label(revision) });
    expect(await problem([part('a', of('linux/amd64', one)), part('b', of('linux/arm64', two))], commit)).toContain(
      said,
    );
  });

  it('has each platform once, whatever it is called', async () => {
    const other = part('other', buildImage({ platform: 'linux/arm64/v8' }));
    expect(await problem([part('arm', arm64), part('amd', amd64), other])).toBe(
      'arm and other are both for linux/arm64/v8',
    );
  });

  it('has each part once', async () => {
    expect(await problem([part('one', amd64), part('one', arm64)])).toBe('one is listed twice');
  });

  it('is not made of what is an index of several platforms already', async () => {
    const several = buildIndex({ platforms: ['linux/arm64', 'linux/s390x'] });
    const said = 'is already an index of several platforms (linux/arm64, linux/s390x)';
    expect(await problem([part('amd', amd64), part('all', several)])).toBe(`all ${said}`);
  });

  it('has no more manifests than any image may have', async () => {
    const many = buildIndex({ platforms: ['linux/arm64'], attestations: true });
    const image = imageOf(many);
    const parts = [
      part('a', amd64),
      { name: 'b', image: { ...image, attestations: Array(200).fill(image.attestations[0]) } },
    ];
    expect(await problem(parts)).toContain('more than 200 manifests');
  });
});

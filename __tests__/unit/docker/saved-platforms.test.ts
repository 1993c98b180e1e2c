import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { platformsOfSavedImage } from '../../../src/docker/saved-platforms.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { archive, cutAt, type Entry } from '../../exhaustive/saved-tar.ts';

const index = buildIndex({ platforms: ['linux/amd64', 'linux/arm64'], attestations: true });
const image = buildImage({ content: 'one platform', platform: 'linux/amd64' });

const blob = ({ digest, bytes }: { readonly digest: string; readonly bytes: Buffer }): Entry => ({
  name: `blobs/sha256/${digest.slice('sha256:'.length)}`,
  content: bytes,
});
const blobsOf = (each: Image): readonly Entry[] => [each, each.config, ...each.layers].map(blob);

/** As containerd writes it: names in order. */
function saved(root: Image | ImageIndex): readonly Entry[] {
  const images = 'children' in root ? root.children : [root];
  const blobs = new Map([blob(root), ...images.flatMap(blobsOf)].map((entry) => [entry.name, entry]));
  const rest = ['index.json', 'manifest.json', 'oci-layout'].map((name): Entry => ({ name, content: '{}' }));
  return [{ name: 'blobs/', type: '5' }, ...[...blobs.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), ...rest];
}

const platformsOf = (entries: readonly Entry[], root: { readonly digest: string }) =>
  platformsOfSavedImage(cutAt(archive(entries), [700, 5000]), root.digest as Digest);

/** What it is to find of an index. */
const both = index.children
  .filter(({ config }) => JSON.parse(config.bytes.toString()).os === 'linux')
  .map((child) => ({
    platform: `linux/${JSON.parse(child.config.bytes.toString()).architecture}`,
    digests: [child.digest, child.config.digest],
  }));

describe('the platforms of a saved image', () => {
  it('are those of its index, without attestations', async () => {
    expect(both).toHaveLength(2);
    expect(await platformsOf(saved(index), index)).toEqual(both);
  });

  it('are one where it is a manifest', async () => {
    const digests = [image.digest, image.config.digest];
    expect(await platformsOf(saved(image), image)).toEqual([{ platform: 'linux/amd64', digests }]);
  });

  it('are told by the index where the engine has not the rest of one', async () => {
    const [, second] = both;
    const without = saved(index).filter(
      ({ name }) => !second?.digests.some((digest) => name.endsWith(digest.slice(7))),
    );
    expect(await platformsOf(without, index)).toEqual([both[0], { ...second, digests: second?.digests.slice(0, 1) }]);
  });

  it('are none where the image itself is not in it, or what is there is not what its name says', async () => {
    expect(await platformsOf(saved(image), index)).toEqual([]);
    expect(await platformsOf([], index)).toEqual([]);
    const forged = saved(image).map((entry) =>
      entry.name === blob(image).name ? { ...entry, content: buildImage({ content: 'another' }).bytes } : entry,
    );
    expect(await platformsOf(forged, image)).toEqual([]);
  });

  it('are found or not wherever the archive is cut off, and nothing is thrown', async () => {
    const whole = archive(saved(index));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        const found = await platformsOfSavedImage(cutAt(whole.subarray(0, length), []), index.digest as Digest);
        expect(
          found.every(({ digests }) => both.some((each) => digests.every((digest) => each.digests.includes(digest)))),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

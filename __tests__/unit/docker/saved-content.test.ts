import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentOfSavedImage } from '../../../src/docker/saved-content.ts';
import { ImageProblem } from '../../../src/image/content.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { readImage } from '../../../src/image/image.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
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

const contentOf = (entries: readonly Entry[], root: { readonly digest: string }) =>
  contentOfSavedImage(cutAt(archive(entries), [700, 5000]), root.digest as Digest);

/** What an image that is read from there has for each platform. */
async function platformsOf(entries: readonly Entry[], root: Image | ImageIndex) {
  const saved = await contentOf(entries, root);
  if (saved === undefined) return undefined;
  const { platforms } = await readImage(saved.content, saved.root);
  return platforms.map(({ platform, manifest }) => [platform, manifest.digest, manifest.config.digest]);
}
const both = index.children
  .slice(0, 2)
  .map(({ digest, config }, at) => [['linux/amd64', 'linux/arm64'][at], digest, config.digest]);

describe('a saved image', () => {
  it('is read as its index, or as its manifest', async () => {
    expect(await platformsOf(saved(index), index)).toEqual(both);
    expect(await platformsOf(saved(image), image)).toEqual([['linux/amd64', image.digest, image.config.digest]]);
  });

  it('may have a root that does not say its own media type', async () => {
    const { mediaType: _, ...document } = JSON.parse(image.bytes.toString());
    const bytes = Buffer.from(JSON.stringify(document));
    const root = { ...image, bytes, digest: sha256(bytes) };
    expect(await platformsOf(saved(root), root)).toHaveLength(1);
  });

  it('lacks what the engine has not', async () => {
    const [, second] = both;
    const without = saved(index).filter(({ name }) => !name.endsWith(`${second?.[2]}`.slice(7)));
    await expect(platformsOf(without, index)).rejects.toThrow(`the config ${second?.[2]}`);
    const layer = index.children[1]?.layers[0]?.digest ?? '';
    await expect(
      platformsOf(
        saved(index).filter(({ name }) => !name.endsWith(layer.slice(7))),
        index,
      ),
    ).rejects.toThrow(layer);
  });

  it('is none where the root is not in it, or what is there is not what its name says', async () => {
    expect(await contentOf(saved(image), index)).toBeUndefined();
    expect(await contentOf([], index)).toBeUndefined();
    const forged = saved(image).map((entry) =>
      entry.name === blob(image).name ? { ...entry, content: buildImage({ content: 'another' }).bytes } : entry,
    );
    expect(await contentOf(forged, image)).toBeUndefined();
  });

  it('is read whole or not at all wherever the archive is cut off', async () => {
    const whole = archive(saved(index));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        const found = await contentOfSavedImage(cutAt(whole.subarray(0, length), []), index.digest as Digest);
        const read = found && (await readImage(found.content, found.root).catch((error) => error));
        expect(read === undefined || read instanceof ImageProblem || read.platforms.length === 2).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

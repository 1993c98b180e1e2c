/** What is looked at of the image of another run, before it is put back under a tag. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { asVouched } from '../../../src/image/proved.ts';
import { verifyProved } from '../../../src/verify/verify-proved.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../../doubles/registry/images.ts';
import { InMemoryRegistry, manifestOf } from '../doors/in-memory-registry.ts';

const COMMIT = 'a'.repeat(40);
const RUN = 'https://github.com/octo/app/actions/runs/3/attempts/1';
const revision = (commit: string) => ({ 'org.opencontainers.image.revision': commit });
const image = buildImage({ content: 'newer', labels: revision(COMMIT) });

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
});

const verified = (of: Image | ImageIndex, { digest } = manifestOf(of)) =>
  verifyProved(registry, manifestOf(of), asVouched({ digest, commit: COMMIT, run: RUN }));

describe('an image of another run', () => {
  it.each<[string, Image | ImageIndex]>([
    ['an image', image],
    ['an index with attestations', buildIndex({ labels: revision(COMMIT), attestations: true })],
  ])('is proved where all of it is there: %s', async (_what, of) => {
    registry.seed(of);
    expect(await verified(of)).toMatchObject({ commit: COMMIT, run: RUN, manifest: manifestOf(of) });
  });

  it.each([
    ['layer', image.layers[0]?.digest ?? ''],
    ['config', image.config.digest],
  ])('is not where a %s of it is gone', async (_what, digest) => {
    registry.seed(image);
    registry.blobs.delete(digest);
    await expect(verified(image)).rejects.toMatchObject({ code: 'CONTENT_MISSING' });
  });

  it('is not where it does not name its commit, nor any other one than the proof is of', async () => {
    const silent = buildImage({ content: 'newer' });
    for (const each of [image, silent]) registry.seed(each);
    await expect(verified(silent)).rejects.toMatchObject({ code: 'IDENTITY_MISMATCH' });
    await expect(verified(image, manifestOf(silent))).rejects.toMatchObject({ code: 'IDENTITY_MISMATCH' });
  });
});

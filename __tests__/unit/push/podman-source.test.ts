import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { podmanSource } from '../../../src/push/podman-source.ts';
import { packedFile } from '../../doubles/image-files.ts';
import { buildImage, type Image } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../doors/in-memory-files.ts';

const [image, other] = [buildImage({ content: 'one' }), buildImage({ content: 'other' })];
const NAME = 'localhost/app:test';

let docker: InMemoryDocker;
let files: InMemoryFiles;
beforeEach(() => {
  [docker, files] = [new InMemoryDocker(), new InMemoryFiles()];
  docker.afterSave = (path, saved) => void files.images.set(path, packedFile(saved as Image));
});
const has = (saves: Image) =>
  docker.podmans.set(NAME, { id: image.config.digest as Digest, form: 'oci-archive', saves });

describe('an image of Podman', () => {
  it('is saved before anything else is known of it, asks nothing of docker, and leaves nothing', async () => {
    has(image);
    const source = await podmanSource({ docker, files, tell: () => {} }, NAME);
    expect(source).toMatchObject({
      kind: 'podman',
      name: NAME,
      isPushedByEngine: false,
      tested: { root: image.digest },
    });
    expect(docker.journal).toEqual([`podman.find ${NAME}`, 'podman.save oci-archive']);
    expect([docker.configs.size, files.held.size]).toEqual([1, 1]);
    await source[Symbol.asyncDispose]();
    await source[Symbol.asyncDispose]();
    expect([docker.configs.size, files.held.size]).toEqual([0, 0]);
  });

  it('is the one that it has shown, or nothing of it is left', async () => {
    has(other);
    await expect(podmanSource({ docker, files, tell: () => {} }, NAME)).rejects.toMatchObject({
      code: 'IDENTITY_MISMATCH',
      message: expect.stringContaining(`that is ${image.config.digest}`),
    });
    expect([docker.configs.size, files.held.size]).toEqual([0, 0]);
  });

  it('that is not there is named, with the names that are near', async () => {
    has(image);
    await expect(podmanSource({ docker, files, tell: () => {} }, 'localhost/app:tset')).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message: 'Podman has no image "localhost/app:tset".',
      hint: expect.stringContaining(`This one has: ${NAME}.`),
    });
    expect(docker.configs.size).toBe(0);
  });
});

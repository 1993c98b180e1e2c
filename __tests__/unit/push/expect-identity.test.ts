import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { expectIdentity } from '../../../src/push/expect-identity.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';

const image = buildImage({ content: 'tested' });
const other = buildImage({ content: 'other' });

const check = (store: 'graph-driver' | 'containerd', expected: string | undefined) => {
  const docker = new InMemoryDocker(store);
  const source = { kind: 'engine', by: 'docker', name: 'app:test', image: docker.build(image, ['app:test']) } as const;
  return expectIdentity(docker, source, expected as Digest | undefined);
};

describe('expectIdentity', () => {
  it.each([
    ['graph-driver', 'nothing', undefined],
    ['graph-driver', 'its config', image.config.digest],
    ['containerd', 'nothing', undefined],
    ['containerd', 'its manifest, which is its ID there', image.digest],
    ['containerd', 'its config, which buildx has told', image.config.digest],
  ] as const)('on %s takes %s', async (store, _name, expected) => {
    await expect(check(store, expected)).resolves.toBeUndefined();
  });

  it.each([
    ['graph-driver', 'the config of another', other.config.digest],
    ['graph-driver', 'its manifest, which that store cannot know', image.digest],
    ['containerd', 'the config of another', other.config.digest],
    ['containerd', 'the manifest of another', other.digest],
    ['containerd', 'its layer', image.layers[0]?.digest],
  ] as const)('on %s refuses %s, and names both', async (store, _name, expected) => {
    await expect(check(store, expected)).rejects.toMatchObject({
      code: 'IDENTITY_MISMATCH',
      message: expect.stringContaining(expected ?? ''),
    });
    await expect(check(store, expected)).rejects.toThrow(image.config.digest);
  });
});

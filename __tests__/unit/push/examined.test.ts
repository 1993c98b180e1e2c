import { describe, expect, it } from '@jest/globals';
import { examined } from '../../../src/push/engine-image.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';

const image = buildImage({ content: 'tested' });
const index = buildIndex({ contents: ['a', 'b'], attestations: true });
const [amd64, arm64] = index.children as readonly [Image, Image];

describe('what an engine tells of its image', () => {
  it('is all of it in the graph driver, which is not asked again', async () => {
    const docker = new InMemoryDocker('graph-driver');
    const { tested, inFull } = examined(docker, docker.build(image, ['app:1']));
    expect(await inFull()).toBe(tested);
    expect(docker.examined).toEqual([]);
  });

  it('is its ID in the containerd store, and the rest when it is asked, once', async () => {
    const docker = new InMemoryDocker('containerd');
    const { tested, inFull } = examined(docker, docker.build(image, ['app:1']));
    expect(tested).toMatchObject({ id: image.digest, root: image.digest, isComplete: false });
    const [full] = await Promise.all([inFull(), inFull()]);
    expect(full).toMatchObject({ id: image.digest, root: image.digest, isComplete: true, calledAs: [] });
    expect(full.platforms).toMatchObject([{ manifestDigest: image.digest, configDigest: image.config.digest }]);
    expect(docker.examined).toEqual([image.digest]);
  });

  it('is every platform of an index; of one that is not there, the manifest', async () => {
    const docker = new InMemoryDocker('containerd');
    const built = docker.build(amd64, ['app:1'], index);
    const full = await examined(docker, built).inFull();
    expect(full.platforms.map(({ manifestDigest }) => manifestDigest)).toEqual([amd64.digest, arm64.digest]);
    const whole = docker.contentOf.bind(docker);
    docker.contentOf = async (id) => {
      const saved = await whole(id);
      const config = async () => undefined;
      const content = saved && {
        ...saved.content,
        config: (at: { digest: string }) =>
          at.digest === arm64.config.digest ? config() : saved.content.config(at as never),
      };
      return saved && content && { ...saved, content };
    };
    const part = await examined(docker, built).inFull();
    expect(part.platforms.map(({ manifestDigest }) => manifestDigest)).toEqual([amd64.digest]);
    expect(part.names).toContainEqual({ digest: arm64.digest, of: 'linux/arm64' });
    expect(part.id).toBe(index.digest);
  });

  it('is what it has shown where nothing more can be read', async () => {
    const docker = new InMemoryDocker('containerd');
    const built = docker.build(image, ['app:1']);
    docker.contentOf = async () => undefined;
    const { tested, inFull } = examined(docker, built);
    expect(await inFull()).toBe(tested);
  });
});

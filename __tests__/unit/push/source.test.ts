import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { platformsOf, tellSource } from '../../../src/push/source.ts';
import { blobPath, changed, layout } from '../../doubles/archives/layouts.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { open } from '../files/opened.ts';

const index = buildIndex({ labels: { 'org.opencontainers.image.revision': 'abc' } });
const image = buildImage();

describe('what is told of a source', () => {
  it('is the one platform that an engine shows', () => {
    const source = {
      kind: 'engine',
      by: 'docker',
      name: 'app:1',
      image: new InMemoryDocker().build(image, ['app:1']),
    } as const;
    expect(tellSource(source)).toEqual([`The image is app:1 (${image.config.digest}, linux/amd64).`]);
    expect(platformsOf(source)).toEqual([source.image]);
  });

  it('is every platform of an index in a file', async () => {
    const file = await open(layout(index));
    const source = { kind: 'file', by: 'direct', name: 'app.tar', image: file.identity, file } as const;
    expect(tellSource(source)).toEqual([`The image is app.tar (${index.digest}, linux/amd64, linux/arm64).`]);
    expect(platformsOf(source).map(({ revision }) => revision)).toEqual(['abc', 'abc']);
    await file.close();
  });

  it('is that less is published than the index that the file names', async () => {
    const [amd64, arm64] = index.children.map(({ digest }) => digest as Digest);
    const file = await open(changed(layout(index), blobPath(amd64 ?? ''), undefined));
    const told = tellSource({ kind: 'file', by: 'direct', name: 'app.tar', image: file.identity, file });
    expect(told.join(' ')).toContain(`one platform only of the index ${index.digest}`);
    expect(file).toMatchObject({ root: { digest: arm64 } });
    await file.close();
  });
});

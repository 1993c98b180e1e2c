import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { digestOf } from '../../../src/image/digest.ts';
import type { Descriptor } from '../../../src/image/manifest.ts';
import type { PackedImage } from '../../../src/image/packed-image.ts';
import { readRepository } from '../../../src/push/registry-source.ts';
import { documentsOf, registryContent } from '../../../src/verify/registry-content.ts';
import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';

const at = { registry: 'staging.example.com', path: 'team/app' };
const index = buildIndex({ content: 'tested', attestations: true });
const [amd64] = index.children as [Image];

function read(registry: InMemoryRegistry, name: string, told: string[] = []): Promise<PackedImage> {
  return readRepository(
    { at, name },
    {
      openRepository: async () => ({
        registry,
        whose: 'as reader',
        close: () => registry.close(),
        content: documentsOf(registryContent(registry)),
      }),
      tell: (line) => void told.push(line),
    },
  );
}

async function bytesOf(image: PackedImage, blob: Descriptor): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of image.openBlob(blob)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('an image on a registry', () => {
  it('is read by its digest, whole, with all platforms and attestations, and nothing is written', async () => {
    const registry = new InMemoryRegistry();
    registry.seed(index);
    const told: string[] = [];
    const image = await read(registry, index.digest, told);
    expect(image).toMatchObject({
      name: `docker://staging.example.com/team/app@${index.digest}`,
      tested: { root: index.digest, isComplete: true },
      repositories: [at],
    });
    expect([image.image.platforms.length, image.image.attestations.length]).toEqual([2, 2]);
    for (const blob of image.image.blobs) expect(digestOf(await bytesOf(image, blob))).toBe(blob.digest);
    expect(told).toEqual(['staging.example.com/team/app is read as reader.']);
    expect(registry.journal.filter((step) => /put|upload|mount/.test(step))).toEqual([]);
    await image.close();
    expect(registry.isClosed).toBe(true);
  });

  it.each(['INPUT_INVALID', 'CREDENTIAL_MISSING'] as const)('is not blamed for %s', async (code) => {
    const wrong = new ActionError(code, 'registry-auth: has an entry too many.', { hint: 'Correct it.' });
    const places = { openRepository: () => Promise.reject(wrong), tell: () => {} };
    await expect(readRepository({ at, name: 'main' }, places)).rejects.toBe(wrong);
  });

  it('that is named by a tag is what its digest says from then on, and that is told', async () => {
    const registry = new InMemoryRegistry();
    registry.seed(index, 'main');
    const told: string[] = [];
    const image = await read(registry, 'main', told);
    registry.seed(buildImage({ content: 'another' }), 'main');
    expect(image.name).toBe(`docker://staging.example.com/team/app@${index.digest}`);
    expect(told.join('\n')).toContain(`docker://staging.example.com/team/app:main shows ${index.digest}`);
    expect(registry.journal.filter((step) => step === 'registry.read main')).toHaveLength(1);
  });

  it('need not have a layer there until that is read, and then its lack is the source’s, by name', async () => {
    const registry = new InMemoryRegistry();
    registry.seed(amd64, 'main');
    const [layer] = amd64.layers;
    registry.blobs.delete(layer?.digest ?? '');
    const image = await read(registry, 'main');
    const blob = image.image.blobs.find(({ digest }) => digest === layer?.digest) as Descriptor;
    await expect(bytesOf(image, blob)).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining(image.name),
    });
  });

  it.each<[name: string, change: (registry: InMemoryRegistry) => void, wanted: string, said: RegExp]>([
    ['a tag that is not there', () => {}, 'other', /nothing under this tag/],
    ['a digest that is not there', () => {}, `sha256:${'0'.repeat(64)}`, /nothing under this digest/],
  ])('with %s is not found', async (_name, change, wanted, said) => {
    const registry = new InMemoryRegistry();
    registry.seed(index, 'main');
    change(registry);
    await expect(read(registry, wanted)).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message: expect.stringMatching(said),
    });
    expect(registry.isClosed).toBe(true);
  });

  it.each<[name: string, change: (registry: InMemoryRegistry) => void, said: RegExp]>([
    [
      'a platform that is not there',
      ({ manifests }) => manifests.delete(amd64.digest),
      /lacks the manifest for linux\/amd64/,
    ],
    ['a config that is not there', ({ blobs }) => blobs.delete(amd64.config.digest), /lacks the config/],
    [
      'a config of other bytes',
      ({ blobs }) => blobs.set(amd64.config.digest, Buffer.from('{}')),
      /served with other bytes/,
    ],
  ])('with %s is invalid, by name', async (_name, change, said) => {
    const registry = new InMemoryRegistry();
    registry.seed(index, 'main');
    change(registry);
    await expect(read(registry, 'main')).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(said),
    });
  });

  it('that is denied says so, and which source it is, and does not speak of the destination', async () => {
    const denied = new ActionError('REGISTRY_DENIED', 'GET was answered with status 403.', {
      hint: 'Correct its name in "image".',
    });
    const opened = readRepository(
      { at, name: 'main' },
      { openRepository: () => Promise.reject(denied), tell: () => {} },
    );
    await expect(opened).rejects.toMatchObject({
      code: 'REGISTRY_DENIED',
      message: expect.stringMatching(/docker:\/\/staging\.example\.com\/team\/app:main.*403/),
      hint: 'Correct its name in "source".',
    });
  });
});

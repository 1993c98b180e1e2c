/** The identity that the tests handed over, in every form people have it, against what the engine has. */
import { describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../src/errors.ts';
import { expectIdentity, type NamedImage } from '../../src/evidence/judge-image.ts';
import { examined } from '../../src/push/engine-image.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { InMemoryDocker } from '../unit/doors/in-memory-docker.ts';
import { inputsOf } from './gate-inputs.ts';

const tested = buildImage({ content: 'the image that was tested' });
const other = buildImage({ content: 'another image' });
const index = buildIndex({ content: 'the image that was tested', attestations: true });
const [amd64 = tested, arm64 = tested] = index.children;

type Form = 'config' | 'manifest' | 'index' | 'another';
const DIGESTS: Readonly<Record<Form, (image: Image) => string>> = {
  config: (image) => image.config.digest,
  manifest: (image) => image.digest,
  index: () => index.digest,
  another: () => other.config.digest,
};

/** The image as the engine has it, which would push it in this form. */
function built(docker: InMemoryDocker, image: Image, pushed: Image | ImageIndex = image): NamedImage {
  return { name: 'app:test', ...examined(docker, docker.build(image, ['app:test'], pushed)) };
}

async function outcome(docker: InMemoryDocker, image: Image, form: Form, pushed: Image | ImageIndex = image) {
  const source = built(docker, image, pushed);
  // As it comes through the input.
  const [expectedImageId] = inputsOf({ 'expected-image-id': DIGESTS[form](image) }).expectedImageIds;
  return expectIdentity(source, expectedImageId).then(
    () => 'the same',
    (error: ActionError) => error.code,
  );
}

describe('an engine of the graph-driver store', () => {
  it.each([
    ['config', 'the same'],
    // What `docker image inspect` shows on the other store, and buildx as `containerimage.digest`.
    ['manifest', 'IDENTITY_MISMATCH'],
    ['another', 'IDENTITY_MISMATCH'],
  ] as const)('that is asked about the digest of the %s: %s', async (form, expected) => {
    const docker = new InMemoryDocker('graph-driver');
    expect(await outcome(docker, tested, form)).toBe(expected);
    // Its ID is the config's digest: nothing has to be saved.
    expect(docker.examined).toEqual([]);
  });
});

describe('an engine of the containerd store', () => {
  it.each([
    ['manifest', 'the same', 0],
    ['config', 'the same', 1],
    ['another', 'IDENTITY_MISMATCH', 1],
  ] as const)(
    'that is asked about the digest of the %s: %s, after saving it %i times',
    async (form, expected, times) => {
      const docker = new InMemoryDocker('containerd');
      expect(await outcome(docker, tested, form)).toBe(expected);
      expect(docker.examined).toHaveLength(times);
    },
  );

  it.each([
    ['index', 'the same'],
    // One platform is a part of the index: nobody has tested the others.
    ['config', 'IDENTITY_MISMATCH'],
    ['manifest', 'IDENTITY_MISMATCH'],
    ['another', 'IDENTITY_MISMATCH'],
  ] as const)('that has an index and is asked about the digest of the %s: %s', async (form, expected) => {
    expect(await outcome(new InMemoryDocker('containerd'), amd64, form, index)).toBe(expected);
  });

  it.each([
    ['index', 'the same'],
    ['config', 'the same'],
    ['manifest', 'the same'],
    ['another', 'IDENTITY_MISMATCH'],
  ] as const)('that has an index of one platform and is asked about the %s: %s', async (form, expected) => {
    const docker = new InMemoryDocker('containerd');
    const one: ImageIndex = buildIndex({ platforms: ['linux/amd64'], attestations: true });
    const [only = tested] = one.children;
    const [expectedImageId] = inputsOf({
      'expected-image-id': form === 'index' ? one.digest : DIGESTS[form](only),
    }).expectedImageIds;
    const asked = expectIdentity(built(docker, only, one), expectedImageId);
    await (expected === 'the same' ? expect(asked).resolves.toBeUndefined() : expect(asked).rejects.toThrow());
  });

  it('that has an index says of a part of it that it is one', async () => {
    const source = built(new InMemoryDocker('containerd'), amd64, index);
    for (const part of [amd64.config.digest, arm64.digest]) {
      const [expectedImageId] = inputsOf({ 'expected-image-id': part }).expectedImageIds;
      await expect(expectIdentity(source, expectedImageId)).rejects.toMatchObject({
        code: 'IDENTITY_MISMATCH',
        message: expect.stringContaining('which is a part of it'),
        hint: expect.stringContaining('containerimage.digest'),
      });
    }
  });

  it('whose image cannot be read is no match', async () => {
    const docker = new InMemoryDocker('containerd');
    docker.contentOf = async () => undefined;
    expect(await outcome(docker, tested, 'config')).toBe('IDENTITY_MISMATCH');
  });
});

describe('the input', () => {
  const hex = tested.config.digest.slice('sha256:'.length);

  it.each([
    ['as docker shows it', `sha256:${hex}`],
    ['without its algorithm', hex],
    ['with blanks around it, as from a file', ` sha256:${hex}\n`],
  ])('takes an ID %s', async (_name, given) => {
    const [expectedImageId] = inputsOf({ 'expected-image-id': given }).expectedImageIds;
    expect(expectedImageId).toBe(tested.config.digest);
  });

  it('asks for nothing where it says so', async () => {
    const docker = new InMemoryDocker('containerd');
    const source = built(docker, tested);
    await expectIdentity(source, inputsOf({ 'expected-image-id': 'none' }).expectedImageIds[0]);
    expect(docker.examined).toEqual([]);
  });

  it.each([
    ['a short ID', hex.slice(0, 12)],
    ['an ID in capitals', `sha256:${hex.toUpperCase()}`],
    ['a name', 'app:test'],
    ['a reference with a digest', `app@sha256:${hex}`],
    ['two of them', `sha256:${hex},sha256:${hex}`],
    ['an algorithm that nobody uses', `md5:${hex.slice(0, 32)}`],
    ['one digit too few', `sha256:${hex.slice(1)}`],
    ['one digit too many', `sha256:${hex}0`],
  ])('is wrong with %s', (_name, given) => {
    expect(() => inputsOf({ 'expected-image-id': given })).toThrow(/expected-image-id: /);
  });
});

describe('a mismatch', () => {
  const said = async (docker: InMemoryDocker, expected: string): Promise<ActionError> => {
    const source = built(docker, tested);
    const [expectedImageId] = inputsOf({ 'expected-image-id': expected }).expectedImageIds;
    return expectIdentity(source, expectedImageId).then(
      () => {
        throw new Error('it was taken for the same');
      },
      (error: ActionError) => error,
    );
  };

  it('says which two things differ, and how they came to', async () => {
    const { message, hint } = await said(new InMemoryDocker('graph-driver'), other.config.digest);
    for (const text of ['app:test', tested.config.digest, other.config.digest]) expect(message).toContain(text);
    expect(hint).toMatch(/built again after the test.*another image has its name now/s);
  });

  it('says of the containerd store what its ID is, and what its config is', async () => {
    const { message } = await said(new InMemoryDocker('containerd'), other.config.digest);
    for (const text of [tested.digest, tested.config.digest, other.config.digest]) expect(message).toContain(text);
  });

  it('tells who has handed over the digest of a manifest what to hand over instead', async () => {
    const { hint } = await said(new InMemoryDocker('graph-driver'), tested.digest);
    expect(hint).toContain('containerimage.config.digest');
  });
});

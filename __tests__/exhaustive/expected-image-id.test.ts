/** The identity that the tests handed over, in every form people have it, against what the engine has. */
import { describe, expect, it } from '@jest/globals';
import type { ActionError } from '../../src/errors.ts';
import type { Digest } from '../../src/image/digest.ts';
import { expectIdentity } from '../../src/push/expect-identity.ts';
import type { EngineSource } from '../../src/push/find-source.ts';
import { configOfSavedImage } from '../../src/tar/tar-stream.ts';
import { buildImage, buildIndex, type Image, type ImageIndex } from '../doubles/registry/images.ts';
import { InMemoryDocker } from '../unit/doors/in-memory-docker.ts';
import { inputsOf } from './gate-inputs.ts';
import { piecesOf, streamOf } from './saved-tar.ts';

const tested = buildImage({ content: 'the image that was tested' });
const other = buildImage({ content: 'another image' });
const index = buildIndex({ content: 'the image that was tested', attestations: true });
const [amd64 = tested, arm64 = tested] = index.children;

/** An engine that can be asked to save an image, as the docker CLI is. */
class SavingDocker extends InMemoryDocker {
  readonly saved: string[] = [];
  /** What the archive says the config is; undefined if it cannot be read. */
  config: string | undefined;

  override async configDigest(id: Digest): Promise<Digest | undefined> {
    this.saved.push(id);
    if (this.config === undefined) return undefined;
    const content = JSON.stringify([{ Config: `blobs/sha256/${this.config.slice('sha256:'.length)}` }]);
    return configOfSavedImage(streamOf(piecesOf([{ name: 'manifest.json', content }])));
  }
}

type Form = 'config' | 'manifest' | 'index' | 'another';
const DIGESTS: Readonly<Record<Form, (image: Image) => string>> = {
  config: (image) => image.config.digest,
  manifest: (image) => image.digest,
  index: () => index.digest,
  another: () => other.config.digest,
};

/** The image as the engine has it, which would push it in this form. */
function built(docker: SavingDocker, image: Image, pushed: Image | ImageIndex = image): EngineSource {
  return { kind: 'engine', by: 'docker', name: 'app:test', image: docker.build(image, ['app:test'], pushed) };
}

async function outcome(docker: SavingDocker, image: Image, form: Form, root = image.digest): Promise<string> {
  const pushed = root === index.digest ? index : image;
  const source = built(docker, image, pushed);
  docker.config ??= image.config.digest;
  // As it comes through the input.
  const { expectedImageId } = inputsOf({ 'expected-image-id': DIGESTS[form](image) });
  return expectIdentity(docker, source, expectedImageId).then(
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
    const docker = new SavingDocker('graph-driver');
    expect(await outcome(docker, tested, form)).toBe(expected);
    // Its ID is the config's digest: nothing has to be saved.
    expect(docker.saved).toEqual([]);
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
      const docker = new SavingDocker('containerd');
      expect(await outcome(docker, tested, form)).toBe(expected);
      expect(docker.saved).toHaveLength(times);
    },
  );

  it.each([
    ['index', 'the same'],
    ['config', 'the same'],
    // One platform's manifest is not the whole index.
    ['manifest', 'IDENTITY_MISMATCH'],
    ['another', 'IDENTITY_MISMATCH'],
  ] as const)('that has an index and is asked about the digest of the %s: %s', async (form, expected) => {
    expect(await outcome(new SavingDocker('containerd'), amd64, form, index.digest)).toBe(expected);
  });

  it('that has an index is not taken for it by the config of another platform', async () => {
    const docker = new SavingDocker('containerd');
    docker.config = amd64.config.digest;
    const source = built(docker, amd64, index);
    const { expectedImageId } = inputsOf({ 'expected-image-id': arm64.config.digest });
    await expect(expectIdentity(docker, source, expectedImageId)).rejects.toMatchObject({ code: 'IDENTITY_MISMATCH' });
  });

  it('whose archive cannot be read is no match', async () => {
    const docker = new SavingDocker('containerd');
    docker.config = 'sha256:unreadable';
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
    const { expectedImageId } = inputsOf({ 'expected-image-id': given });
    expect(expectedImageId).toBe(tested.config.digest);
  });

  it('asks for nothing where it says so', async () => {
    const docker = new SavingDocker('containerd');
    const source = built(docker, tested);
    await expectIdentity(docker, source, inputsOf({ 'expected-image-id': 'none' }).expectedImageId);
    expect(docker.saved).toEqual([]);
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
  const said = async (docker: SavingDocker, expected: string): Promise<ActionError> => {
    docker.config ??= tested.config.digest;
    const source = built(docker, tested);
    const { expectedImageId } = inputsOf({ 'expected-image-id': expected });
    return expectIdentity(docker, source, expectedImageId).then(
      () => {
        throw new Error('it was taken for the same');
      },
      (error: ActionError) => error,
    );
  };

  it('says which two things differ, and how they came to', async () => {
    const { message, hint } = await said(new SavingDocker('graph-driver'), other.config.digest);
    for (const text of ['app:test', tested.config.digest, other.config.digest]) expect(message).toContain(text);
    expect(hint).toMatch(/built again after the test.*another image took its name/s);
  });

  it('says of the containerd store what its ID is, and what its config is', async () => {
    const { message } = await said(new SavingDocker('containerd'), other.config.digest);
    for (const text of [tested.digest, tested.config.digest, other.config.digest]) expect(message).toContain(text);
  });

  it('tells who has handed over the digest of a manifest what to hand over instead', async () => {
    const { hint } = await said(new SavingDocker('graph-driver'), tested.digest);
    expect(hint).toContain('containerimage.config.digest');
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ActionError } from '../../../src/errors.ts';
import { findSource } from '../../../src/push/find-source.ts';
import { nearest } from '../../../src/push/nearest.ts';
import { packedFile } from '../../doubles/image-files.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../doors/in-memory-files.ts';
import { places } from '../doors/places.ts';

const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
const of = {
  destinations: [{ registry: 'ghcr.io', path: 'owner/app' }],
  commit: COMMIT,
  engine: 'auto',
  expectedPlatforms: [],
  isOfRun: true,
} as const;
const [one, other] = [buildImage({ content: 'one' }), buildImage({ content: 'other' })];

const engine = (name: string) => ({ kind: 'engine', name }) as const;

describe('findSource', () => {
  it.each([
    [
      'the destination’s own name first',
      [`ghcr.io/owner/app:${COMMIT}`, `app:${COMMIT}`],
      `ghcr.io/owner/app:${COMMIT}`,
    ],
    ['the last part of the path then', [`app:${COMMIT}`, 'app:latest'], `app:${COMMIT}`],
  ])('takes %s', async (_name, names, expected) => {
    const docker = new InMemoryDocker();
    for (const name of names) docker.build(name === expected ? one : other, [name]);
    const source = await findSource(places(docker), [], of);
    expect(source).toMatchObject({ name: expected, tested: { id: one.config.digest } });
  });

  it('takes what it is given, by name or by ID, and nothing else', async () => {
    const docker = new InMemoryDocker();
    docker.build(one, ['app:test']);
    docker.build(other, [`app:${COMMIT}`]);
    expect((await findSource(places(docker), [engine('app:test')], of)).tested.id).toBe(one.config.digest);
    expect((await findSource(places(docker), [engine(one.config.digest)], of)).tested.id).toBe(one.config.digest);
    await expect(findSource(places(docker), [engine('app:tset')], of)).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
    });
  });

  it('opens the file that it is given', async () => {
    const files = new InMemoryFiles();
    files.images.set('./image.tar', packedFile(one));
    const source = await findSource(
      places(new InMemoryDocker(), files),
      [{ kind: 'file', form: undefined, text: './image.tar' }],
      of,
    );
    expect(source).toMatchObject({
      kind: 'file',
      isPushedByEngine: false,
      name: './image.tar',
      tested: { root: one.digest },
    });
  });

  it.each([
    ['a file, where there is one with an image in it', true, false, 'file'],
    ['an image of the engine, where there is one', false, true, 'engine'],
  ] as const)('takes a text that could be either for %s', async (_name, hasFile, hasImage, kind) => {
    const [docker, files] = [new InMemoryDocker(), new InMemoryFiles()];
    if (hasImage) docker.build(one, ['app']);
    if (hasFile) files.images.set('app', packedFile(other));
    expect(await findSource(places(docker, files), [{ kind: 'either', name: 'app' }], of)).toMatchObject({ kind });
  });

  it('takes a text that is both for neither, and names both forms', async () => {
    const [docker, files] = [new InMemoryDocker(), new InMemoryFiles()];
    docker.build(one, ['app:test']);
    files.images.set('app:test', packedFile(other));
    const found = findSource(places(docker, files), [{ kind: 'either', name: 'app:test' }], of);
    await expect(found).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      hint: expect.stringMatching(/"docker-daemon:app:test".*".\/app:test"/),
    });
    expect(files.held.size).toBe(0);
    const meant = { kind: 'file', form: undefined, text: 'app:test' } as const;
    expect(await findSource(places(docker, files), [meant], of)).toMatchObject({ kind: 'file' });
    expect(await findSource(places(docker, files), [engine('app:test')], of)).toMatchObject({ kind: 'engine' });
  });

  it('takes a file where no engine answers, and asks the engine no more than whether it has that', async () => {
    const [docker, files] = [new InMemoryDocker(), new InMemoryFiles()];
    files.images.set('app', packedFile(other));
    docker.findImage = () => Promise.reject(new ActionError('ENGINE_UNAVAILABLE', 'no engine', { hint: '-' }));
    expect(await findSource(places(docker, files), [{ kind: 'either', name: 'app' }], of)).toMatchObject({
      kind: 'file',
    });
  });

  it.each([
    ['auto', true],
    ['docker', true],
    ['direct', false],
  ] as const)('of an image of the engine with "engine: %s" is pushed by it: %s', async (engine, isPushedByEngine) => {
    const docker = new InMemoryDocker();
    docker.build(one, ['app', `app:${COMMIT}`]);
    for (const given of [[], [{ kind: 'either', name: 'app' }]] as const) {
      expect(await findSource(places(docker), given, { ...of, engine })).toMatchObject({
        kind: 'engine',
        isPushedByEngine,
      });
    }
    expect(docker.journal.filter((step) => !step.startsWith('docker.find'))).toEqual([]);
  });

  it.each(['auto', 'docker', 'direct'] as const)(
    'of Podman with "engine: %s" is pushed by us: what we would name and take away again is not asked for',
    async (engine) => {
      const docker = new InMemoryDocker();
      docker.behavesAsPodman = true;
      docker.build(one, ['app']);
      const source = await findSource(places(docker), [{ kind: 'either', name: 'app' }], { ...of, engine });
      expect(source).toMatchObject({ kind: 'engine', isPushedByEngine: false });
    },
  );

  it('says which names it looked for, and which there are, the nearest first', async () => {
    const docker = new InMemoryDocker();
    docker.build(one, ['zebra:1', 'app:test', 'ap:tset', 'postgres:16', 'redis:7', 'nginx:1', 'busybox:1']);
    const error = await findSource(places(docker), [engine('app:tset')], of).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'SOURCE_NOT_FOUND', message: 'The engine has no image "app:tset".' });
    expect(error.hint).toMatch(/The engine has: ap:tset, app:test, /);
    expect(error.hint.split(':').at(-2)?.length).toBeLessThan(200);
  });

  it('says both names that follow from the destination', async () => {
    const error = await findSource(places(new InMemoryDocker()), [], of).catch((thrown) => thrown);
    expect(error.message).toContain(`"ghcr.io/owner/app:${COMMIT}" or "app:${COMMIT}"`);
    expect(error.hint).toContain('no named image at all');
  });
});

describe('nearest', () => {
  it.each([
    ['app:1', ['app:1', 'app:2', 'ap:1', 'x'], ['app:1', 'ap:1', 'app:2', 'x']],
    ['', ['ccc', 'a', 'bb'], ['a', 'bb', 'ccc']],
    ['x', [], []],
    ['same', ['b', 'a', 'd', 'c', 'f', 'e', 'g'], ['a', 'e', 'b', 'c', 'd']],
  ])('to %j of %j is %j', (wanted, names, expected) => {
    expect(nearest(wanted, names)).toEqual(expected);
  });

  it('is never more than five, all of them there, and the name itself first', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 12 }), (wanted, names) => {
        const near = nearest(wanted, [...names, wanted]);
        expect(near[0]).toBe(wanted);
        expect(near.length).toBe(Math.min(5, names.length + 1));
        for (const name of near) expect([...names, wanted]).toContain(name);
      }),
    );
  });
});

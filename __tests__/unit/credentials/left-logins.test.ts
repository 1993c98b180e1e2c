import { describe, expect, it } from '@jest/globals';
import { readInputs, readYamlInputs } from '../../../src/actions/publish/read-inputs.ts';
import type { SourceOf } from '../../../src/credentials/credential-source.ts';
import { decideKept, openKeeping, type Used } from '../../../src/credentials/left-logins.ts';
import { KEEP_STATE } from '../../../src/credentials/state-names.ts';
import { repositoryName } from '../../../src/image/reference.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryKeyless } from '../doors/in-memory-keyless.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';

const [ONE, OTHER] = ['one', 'other'].map((password) => ({ username: 'ci-bot', password: new Secret(password) }));
const used = (registry: string, path: string, credential: Used['credential'] | undefined, isOwn = false): Used => ({
  repository: { registry, path },
  credential: credential as Used['credential'],
  isOwn,
});

describe('what is left for later steps', () => {
  it.each<
    [name: string, used: readonly Used[], left: readonly (readonly [string, unknown])[], told: readonly RegExp[]]
  >([
    ['one login', [used('a.io', 'app', ONE)], [['a.io', ONE]], [/^A login at a\.io was left .*post step removes it/]],
    [
      'one for each registry',
      [used('a.io', 'app', ONE), used('b.io', 'app', OTHER)],
      [
        ['a.io', ONE],
        ['b.io', OTHER],
      ],
      [/at a\.io was/, /at b\.io was/],
    ],
    [
      'one for two repositories of a registry, however its name is written',
      [used('A.io', 'app', ONE), used('a.io', 'mirror', ONE)],
      [['A.io', ONE]],
      [/at A\.io was/],
    ],
    [
      'that of the first of two that have different ones',
      [used('a.io', 'app', ONE), used('a.io', 'mirror', OTHER)],
      [['a.io', ONE]],
      [/at a\.io, that for a\.io\/app, was left/],
    ],
    [
      'none where docker has one',
      [used('a.io', 'app', ONE, true)],
      [],
      [/^No login at a\.io .*docker is already signed in/],
    ],
  ])('is %s', (_name, all, left, told) => {
    const kept = decideKept(all);
    expect(kept.logins).toEqual(left.map(([registry, credential]) => ({ registry, credential })));
    expect(kept.told).toEqual(told.map((each) => expect.stringMatching(each)));
  });
});

async function start(given: Readonly<Record<string, string>> = {}, isOwn = false) {
  const journal: string[] = [];
  const inputs = { image: 'a.io/app\nb.io/app', 'keep-login': 'true', ...given };
  const runner = new RecordedRunner(inputs, journal);
  const docker = new InMemoryDocker('graph-driver', journal);
  const parsed = readInputs(runner, await readYamlInputs(runner));
  journal.length = 0;
  const sourceFor: SourceOf = (repository) => ({
    current: async () => ({ username: repositoryName(repository), password: new Secret('pu$h') }),
    whose: async () => '',
    isStored: true,
    isOwn,
  });
  const open = () => openKeeping(parsed, sourceFor, { runner, docker, keyless: new InMemoryKeyless() });
  return { runner, docker, journal, open };
}

describe('keeping logins', () => {
  it('is planned for all registries before anything is written, and remembered before it is done', async () => {
    const { runner, docker, journal, open } = await start();
    const keep = await open();
    expect([journal, runner.states]).toEqual([['docker.planKeeping a.io b.io'], {}]);
    expect(await keep()).toHaveLength(2);
    expect(journal.slice(1)).toEqual(['runner.saveState', 'docker.keepLogins']);
    const { id } = JSON.parse(runner.states[KEEP_STATE] ?? '');
    expect(docker.kept.get(id)).toEqual([
      { registry: 'a.io', username: 'a.io/app', password: 'pu$h' },
      { registry: 'b.io', username: 'b.io/app', password: 'pu$h' },
    ]);
    expect(runner.states[KEEP_STATE]).not.toContain('pu$h');
  });

  it('touches nothing where nobody wants it', async () => {
    const { journal, open } = await start({ 'keep-login': 'false' });
    expect(await (await open())()).toEqual([]);
    expect(journal).toEqual([]);
  });

  it('leaves alone what docker has by itself, and says so', async () => {
    const { runner, docker, open } = await start({}, true);
    expect(await (await open())()).toEqual([expect.stringMatching(/a\.io/), expect.stringMatching(/b\.io/)]);
    expect([docker.kept.size, runner.states]).toEqual([0, {}]);
  });

  it.each(['docker.keepLogins', 'saveState'])(
    'is a warning where it fails, for all is published by then (%s)',
    async (at) => {
      const { runner, docker, open } = await start();
      if (at === 'saveState') runner.breaks = at;
      else docker.failsAt = at;
      expect(await (await open())()).toEqual([]);
      expect(runner.annotations).toMatchObject([{ kind: 'warning', title: 'Login not left' }]);
      expect(docker.kept.size).toBe(0);
    },
  );
});

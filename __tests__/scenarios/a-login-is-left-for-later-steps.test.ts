import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect } from '@jest/globals';
import { type Canary, sightingsOf } from '../doubles/canary.ts';
import { Runner, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { annotationsOf, expectFailed, expectNothingLeft, filesWith } from './failure.ts';
import { filesIn, KILLED, type Overrides, type Stage, scenario, USERNAME } from './stage.ts';
import { readable } from './summary.ts';

const KEEP = { 'keep-login': 'true' };
const NO_INPUT = { username: '', password: '' };
const USERS = {
  auths: { 'ghcr.io': { auth: Buffer.from('someone:their-password').toString('base64') } },
  credsStore: 'desktop',
  credHelpers: { 'gcr.io': 'gcloud' },
  'x-unknown': { kept: [true, null] },
};

/** What the user's docker is configured with, as docker writes it; returns the text. */
function configure({ runner }: Stage, config: object = USERS, place = '.docker'): string {
  const path = runner.path('home', place, 'config.json');
  const text = JSON.stringify(config, undefined, '\t');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o600 });
  return text;
}

function configOf({ runner }: Stage, place = '.docker'): string {
  return readFileSync(runner.path('home', place, 'config.json'), 'utf8');
}

/**
 * What actions/attest finds for a registry (`@sigstore/oci` 0.7, `credentials.ts`): the first entry of the host in the
 * file at home, whatever else docker is configured with; a login without `auth` is an error.
 */
function foundByAttest(stage: Stage, registry: string): string | undefined {
  const hub = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
  const host = (key: string) => {
    const [name = ''] = key.replace(/^https?:\/\//, '').split('/');
    return hub.includes(name) ? 'docker.io' : name;
  };
  const auths = JSON.parse(configOf(stage)).auths as Record<string, { readonly auth: string }>;
  const [, entry] = Object.entries(auths).find(([key]) => host(key) === host(registry)) ?? [];
  return entry && Buffer.from(entry.auth, 'base64').toString();
}

function expectToldNothing({ canary }: Stage, steps: readonly Step[]): void {
  for (const { log, outputs, state, summary } of steps) {
    const told = [readLog(log).shown, JSON.stringify({ outputs, state }), summary];
    expect(told.flatMap((text) => sightingsOf(canary, text))).toEqual([]);
  }
}

describe('with keep-login, a login', () => {
  for (const [where, place] of Object.entries({
    'in HOME': '.docker',
    'where DOCKER_CONFIG says': 'elsewhere/docker',
  })) {
    scenario(`is left ${where} until the post step, which leaves the file as it was`, {}, async (stage) => {
      const { runner, canary, registry, engine } = stage;
      const before = configure(stage, USERS, place);
      const env = { DOCKER_CONFIG: runner.path('home', place) };
      const main = await stage.publish({ inputs: KEEP, env });
      expect(main.outputs.reason).toBe('published');
      const { auths, credHelpers, ...rest } = JSON.parse(configOf(stage, place));
      const auth = Buffer.from(`${USERNAME}:${canary.password}`).toString('base64');
      expect(auths).toEqual({ ...USERS.auths, [registry.host]: { auth } });
      expect(credHelpers).toEqual({ ...USERS.credHelpers, [registry.host]: '' });
      expect(rest).toEqual({ credsStore: USERS.credsStore, 'x-unknown': USERS['x-unknown'] });
      expect(foundByAttest(stage, registry.host)).toBe(`${USERNAME}:${canary.password}`);
      const holding = filesWith(runner.folder, canary);
      expect(new Set(holding)).toEqual(new Set([`home/${place}/config.json`, 'home/.docker/config.json']));
      for (const name of holding) expect((statSync(runner.path(name)).mode & 0o777).toString(8)).toBe('600');

      const sentence = `A login at ${registry.host} was left in docker's configuration for later steps of this job`;
      for (const text of [readLog(main.log).shown, readable(main)]) expect(text).toContain(sentence);
      const post = await stage.post(main, { env });
      expect([post.exitCode, annotationsOf(post, 'warning')]).toEqual([0, []]);
      expect(post.log).toMatch(/^Logins for later steps: \d removed\.$/m);
      expect(configOf(stage, place)).toBe(before);
      expect([...filesIn(runner.path('home')).keys()]).toEqual([`${place}/config.json`]);
      expect([filesWith(runner.folder, canary), runner.leftInTemp()]).toEqual([[], []]);
      expectToldNothing(stage, [main, post]);
      const told = engine.calls.map(({ args, env: given }) => JSON.stringify({ args, given }));
      expect(told.flatMap((text) => sightingsOf(canary, text))).toEqual([]);
    });
  }

  scenario('is found by a later step that has none of its own, and by none after the post step', {}, async (stage) => {
    const main = await stage.publish({ inputs: KEEP });
    const later = await stage.publish({ inputs: { ...KEEP, ...NO_INPUT } });
    expect(later.outputs.reason).toBe('already-published');
    expect(readLog(later.log).shown).toContain('docker is already signed in there on this runner');
    await stage.post(later);
    expect(foundByAttest(stage, stage.registry.host)).toBeDefined();
    await stage.post(main);
    expectNothingLeft(stage);
    expectFailed(await stage.publish({ inputs: NO_INPUT }), 'CREDENTIAL_MISSING');
  });

  scenario('is left by each of several steps, and taken back in the reverse order', {}, async (stage) => {
    const before = configure(stage);
    const first = await stage.publish({ inputs: KEEP });
    const second = await stage.publish({ inputs: { ...KEEP, image: `${stage.registry.host}/team/other` } });
    await stage.post(second);
    expect(foundByAttest(stage, stage.registry.host)).toBe(`${USERNAME}:${stage.canary.password}`);
    await stage.post(first);
    expect(configOf(stage)).toBe(before);
    expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
  });

  scenario('is left alone when another step has signed in anew', {}, async (stage) => {
    const main = await stage.publish({ inputs: KEEP });
    configure(stage, { auths: { [stage.registry.host]: { auth: 'YW5vdGhlcjpsb2dpbg==' } } });
    const post = await stage.post(main);
    expect(post.log).toContain('Logins for later steps: 0 removed; 1 replaced by another step since');
    expect(foundByAttest(stage, stage.registry.host)).toBe('another:login');
    expect(filesWith(stage.runner.folder, stage.canary)).toEqual([]);
  });

  const jobs = [0, 1, 2, 3, 4, 5];
  const user = (number: number) => `${USERNAME}-${number}`;
  const many = (canary: Canary) => ({
    auth: { kind: 'basic', users: Object.fromEntries(jobs.map((number) => [user(number), canary.password])) } as const,
  });

  scenario(
    'is left by several jobs at once that share a home, and taken back in any order',
    { registry: many },
    async (stage) => {
      const before = configure(stage);
      using stack = new DisposableStack();
      const env = { HOME: stage.runner.path('home') };
      const steps = jobs.map((number) => {
        const inputs = { ...KEEP, image: `${stage.registry.host}/team/app-${number}`, username: user(number) };
        return { job: stack.use(new Runner()), options: stage.options({ inputs, env }) };
      });
      const mains = await Promise.all(steps.map(({ job, options }) => job.main(options)));
      expect(mains.map(({ outputs }) => outputs.reason)).toEqual(jobs.map(() => 'published'));
      expect(mains.flatMap((main) => annotationsOf(main, 'warning'))).toEqual([]);
      expect(jobs.map((number) => `${user(number)}:${stage.canary.password}`)).toContain(
        foundByAttest(stage, stage.registry.host),
      );
      const posts = await Promise.all(
        steps.map(({ job, options }, number) => job.post(options, mains[number]?.state ?? {})),
      );
      expect(posts.flatMap((post) => annotationsOf(post, 'warning'))).toEqual([]);
      expect(configOf(stage)).toBe(before);
      expect([...filesIn(stage.runner.path('home')).keys()]).toEqual(['.docker/config.json']);
    },
  );

  const unwanted: Readonly<Record<string, (stage: Stage) => Overrides>> = {
    'by a failed step': ({ engine }) => {
      engine.fault({ on: 'push', act: { kind: 'exit', code: 1, stderr: 'no space left on device\n' } });
      return {};
    },
    'when the registry serves another image': ({ registry }) => {
      registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'store-other' } });
      return {};
    },
    'by a closed gate': () => ({ inputs: { branches: 'release/**' } }),
    'by a dry run': () => ({ inputs: { 'dry-run': 'true' } }),
  };
  for (const [when, prepare] of Object.entries(unwanted)) {
    scenario(`is never left ${when}`, {}, async (stage) => {
      const before = configure(stage);
      const { inputs } = prepare(stage);
      const main = await stage.publish({ inputs: { ...KEEP, ...inputs } });
      expect(main.outputs.pushed).toBe('false');
      expect([configOf(stage), Object.keys(main.state)]).toEqual([before, expect.not.arrayContaining(['kept-logins'])]);
      expect([...filesIn(stage.runner.path('home')).keys()]).toEqual(['.docker/config.json']);
      await stage.post(main);
      expect([configOf(stage), filesWith(stage.runner.folder, stage.canary)]).toEqual([before, []]);
    });
  }

  scenario('that could not be left is an error before any registry is contacted', {}, async (stage) => {
    configure(stage);
    const path = stage.runner.path('home', '.docker', 'config.json');
    writeFileSync(path, '{ "auths": ');
    const text = expectFailed(await stage.publish({ inputs: KEEP }), 'INPUT_INVALID');
    expect(text).toContain(`${path} cannot be read: it is not JSON`);
    expect([stage.registry.requests, configOf(stage)]).toEqual([[], '{ "auths": ']);
  });

  scenario('that docker would not find is an error, too', {}, async (stage) => {
    const DOCKER_AUTH_CONFIG = JSON.stringify({ auths: { [stage.registry.host]: { auth: 'eDp5' } } });
    const text = expectFailed(await stage.publish({ inputs: KEEP, env: { DOCKER_AUTH_CONFIG } }), 'INPUT_INVALID');
    expect(text).toContain('DOCKER_AUTH_CONFIG');
    expect(stage.registry.requests).toEqual([]);
  });

  scenario('that cannot be removed is a warning, and the job goes on', {}, async (stage) => {
    const main = await stage.publish({ inputs: KEEP });
    writeFileSync(stage.runner.path('home', '.docker', 'config.json'), '{ "auths": ');
    const post = await stage.post(main);
    expect(post.exitCode).toBe(0);
    expect(annotationsOf(post, 'warning')).toMatchObject([{ data: expect.stringContaining('it is not JSON') }]);
  });
});

describe('a step that is killed while it leaves a login', () => {
  scenario('leaves none once the post step has run, whatever it had written by then', {}, async (stage) => {
    /** Publishes, is killed before its so many-th change below the folder, and tells whether there was one. */
    const wasKilledAt = async (moment: number): Promise<boolean> => {
      using job = new Runner();
      const folder = job.path('home', '.docker');
      const path = job.path('home', '.docker', 'config.json');
      const before = JSON.stringify(USERS, undefined, '\t');
      mkdirSync(folder);
      writeFileSync(path, before, { mode: 0o600 });
      const options = stage.options({ inputs: KEEP });
      const main = await job.main({ ...options, env: { ...options.env, ...KILLED, KILLED_AT: `${moment} ${folder}` } });
      const post = await job.post(options, main.state);
      expect([post.exitCode, annotationsOf(post, 'warning')]).toEqual([0, []]);
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual([before, ['config.json']]);
      expect(filesWith(job.folder, stage.canary)).toEqual([]);
      return main.exitCode === null;
    };
    let moment = 1;
    while (await wasKilledAt(moment)) moment += 1;
    // Its lock, its notes and the file: each is written, put in place, and tidied up.
    expect(moment).toBeGreaterThan(8);
  });
});

/** Several destinations: each by itself up to its verified image, and all of them before any version tag. */
import { describe, expect, it } from '@jest/globals';
import type { GitHub } from '../../../../src/github/github.ts';
import type { RegistryOptions } from '../../../../src/registry/registry.ts';
import { packedFile } from '../../../doubles/image-files.ts';
import { buildImage } from '../../../doubles/registry/images.ts';
import { endlessLifetime } from '../../doors/endless-lifetime.ts';
import { InMemoryDocker } from '../../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../../doors/in-memory-files.ts';
import { InMemoryKeyless } from '../../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../../doors/in-memory-registry.ts';
import { InMemoryReports } from '../../doors/in-memory-reports.ts';
import { publish } from '../../doors/publish.ts';
import { RecordedRunner } from '../../doors/recorded-runner.ts';
import { SHA } from '../../gate/runs.ts';
import { shown } from '../../report/passive.ts';

const image = buildImage({ content: 'tested' });
const other = buildImage({ content: 'other' });
const [APP, MIRROR] = ['ghcr.io/owner/app', 'ghcr.io/owner/mirror'] as const;

function start(given: Readonly<Record<string, string>> = {}) {
  const journal: string[] = [];
  const inputs = {
    image: `${APP}\n${MIRROR}`,
    source: 'app:test',
    tags: '1.2.3',
    'sha-tag': '{sha}',
    'git-tags': 'v*',
    events: 'push, release, workflow_dispatch',
    username: 'ci-bot',
    password: 'pu$h',
    timeout: '30',
  };
  const runner = new RecordedRunner({ ...inputs, ...given }, journal);
  const docker = new InMemoryDocker('graph-driver', journal);
  const app = new InMemoryRegistry(journal);
  const mirror = new InMemoryRegistry(journal);
  docker.registryOf = (name) => (name.startsWith(`${MIRROR}:`) ? mirror : app);
  docker.build(image, ['app:test']);
  const openRegistry = async ({ repository }: RegistryOptions) => (repository.path === 'owner/app' ? app : mirror);
  const lifetime = endlessLifetime();
  const files = new InMemoryFiles();
  const unasked = () => Promise.reject(new Error('not asked'));
  const history = { relation: unasked, latestCommits: unasked, gitTags: unasked, isPrerelease: unasked };
  const github: GitHub = {
    awaitReports: () => Promise.reject(new Error('not asked')),
    requiredChecks: () => Promise.reject(new Error('not asked')),
    squashedHead: () => Promise.reject(new Error('not asked')),
    branchHas: () => Promise.reject(new Error('not asked')),
    branchNames: () => Promise.reject(new Error('not asked')),
    pullRequestsOf: () => Promise.reject(new Error('not asked')),
  };
  const reports = new InMemoryReports(journal);
  const doors = { runner, docker, files, openRegistry, github, history, keyless: new InMemoryKeyless(), reports };
  const world = { ...doors, lifetime };
  const results = () => JSON.parse(runner.outputs.results ?? '');
  return { world, runner, docker, app, mirror, journal, results };
}

describe('several destinations', () => {
  it('all hold the verified image, and the outputs are about the first', async () => {
    const { world, runner, docker, app, mirror, journal, results } = start();
    expect(await publish(world)).toBe(true);
    // Nothing is to be asked of GitHub.
    expect(journal).not.toContain('runner.secret github-token');
    expect(runner.outputs).toMatchObject({
      reason: 'published',
      image: `${APP}@${image.digest}`,
      tags: [`${APP}:${SHA}`, `${APP}:1.2.3`, `${MIRROR}:${SHA}`, `${MIRROR}:1.2.3`].join('\n'),
    });
    for (const registry of [app, mirror]) expect([...registry.tags.keys()]).toEqual([SHA, '1.2.3']);
    expect(results().destinations.map(({ repository }: { readonly repository: string }) => repository)).toEqual([
      APP,
      MIRROR,
    ]);
    expect([...docker.names.keys()]).toEqual(['app:test']);
  });

  it('have no version tag before all hold the image', async () => {
    const { world, journal } = start();
    await publish(world);
    const first = journal.findIndex((step) => step.startsWith('registry.put 1.2.3'));
    const pushes = journal.flatMap((step, index) => (step.startsWith('docker.push') ? [index] : []));
    expect(pushes).toHaveLength(2);
    expect(Math.max(...pushes)).toBeLessThan(first);
  });

  it.each([
    [
      'cannot be signed in to',
      'LOGIN_FAILED',
      (mirror: InMemoryRegistry) => Object.assign(mirror, { refusesLogin: true }),
    ],
    ['has another image', 'TAG_EXISTS', (mirror: InMemoryRegistry) => void mirror.seed(other, '1.2.3')],
    [
      'loses what it was sent',
      'CONTENT_MISSING',
      (mirror: InMemoryRegistry) => Object.assign(mirror, { seed: () => undefined }),
    ],
  ])('of which one %s fail, but the other holds the verified image', async (_name, code, breakIt) => {
    const { world, runner, app, mirror, docker, results } = start();
    breakIt(mirror);
    expect(await publish(world)).toBe(false);
    expect(Object.keys(runner.outputs).sort()).toEqual(['pushed', 'reason', 'results']);
    expect(runner.outputs.reason).toBe(code);
    expect(runner.annotations).toMatchObject([{ kind: 'error', title: code, text: expect.stringContaining(MIRROR) }]);
    expect([...app.tags]).toEqual([[SHA, image.digest]]);
    expect(results().destinations).toMatchObject([
      { repository: APP, digest: image.digest, tags: [{ state: 'written' }, { state: 'not-written' }] },
      { repository: MIRROR, error: { code } },
    ]);
    expect(runner.summaries).toContain('On the registry now');
    expect(docker.configs.size).toBe(0);
  });

  it('may serve the one image under two digests, and then each is told', async () => {
    const { world, runner, mirror, results } = start({ tags: '' });
    // The same config and content, whose layers were compressed in another way when they were published there.
    const former = buildImage({ content: 'tested', compression: 'none' });
    expect([former.config.digest, former.digest === image.digest]).toEqual([image.config.digest, false]);
    mirror.seed(former, SHA);
    expect(await publish(world)).toBe(true);
    expect(runner.outputs.digest).toBe(image.digest);
    expect(results().destinations.map(({ digest }: { readonly digest: string }) => digest)).toEqual([
      image.digest,
      former.digest,
    ]);
    expect(runner.annotations).toMatchObject([{ kind: 'notice', title: 'Several digests' }]);
    expect(runner.annotations[0]?.text).toContain(`${APP} has ${image.digest}, ${MIRROR} has ${former.digest}`);
    const summary = shown(runner.summaries);
    for (const text of ['under different digests', `pull ${APP}@${image.digest}`, `pull ${MIRROR}@${former.digest}`])
      expect(summary).toContain(text);
  });

  it('are pushed to without the engine from what it has saved once', async () => {
    const { world, docker, app, mirror, journal } = start({ engine: 'direct' });
    docker.afterSave = (path, pushed) => world.files.images.set(path, packedFile(pushed));
    expect(await publish(world)).toBe(true);
    for (const registry of [app, mirror]) expect(registry.tags.get('1.2.3')).toBe(image.digest);
    expect(journal.filter((step) => step.startsWith('docker.save'))).toHaveLength(1);
    expect([docker.logins, docker.configs.size, world.files.held.size]).toEqual([[], 0, 0]);
  });

  it('are finished by a second run', async () => {
    const { world, runner, app, mirror } = start();
    mirror.refusesLogin = true;
    expect(await publish(world)).toBe(false);
    mirror.refusesLogin = false;
    expect(await publish(world)).toBe(true);
    for (const registry of [app, mirror]) expect([...registry.tags.keys()]).toEqual([SHA, '1.2.3']);
    expect(runner.outputs.reason).toBe('published');
  });

  it('tell of the version tag that failed in the middle, and of the one that stands', async () => {
    const { world, mirror, results } = start({ tags: '1.2.3, 1.2.4, 1.2.5' });
    mirror.afterPut = (tag) => void (tag === '1.2.4' && mirror.tags.delete(tag));
    expect(await publish(world)).toBe(false);
    const states = ({ tags }: { readonly tags: readonly { readonly state: string }[] }) =>
      tags.map(({ state }) => state);
    expect(results().destinations.map(states)).toEqual([
      ['written', 'written', 'written', 'written'],
      ['written', 'written', 'not-written', 'not-written'],
    ]);
  });

  it('have no moving tag before all have their version tags', async () => {
    const { world, app, mirror, results } = start({ 'moving-tags': 'latest' });
    mirror.afterPut = (tag) => void (tag === '1.2.3' && mirror.tags.delete(tag));
    expect(await publish(world)).toBe(false);
    for (const registry of [app, mirror]) expect([...registry.tags.keys()]).not.toContain('latest');
    expect(results().destinations[0].tags).toMatchObject([
      { state: 'written' },
      { state: 'written' },
      { state: 'not-written' },
    ]);
  });

  it('are all planned by a dry run, and none is written to', async () => {
    const { world, runner, app, mirror } = start({ 'dry-run': 'true' });
    expect(await publish(world)).toBe(true);
    expect([app.manifests.size, mirror.manifests.size]).toEqual([0, 0]);
    for (const repository of [APP, MIRROR]) expect(runner.outputs.results).toContain(`${repository}:1.2.3`);
  });
});

describe('a login for later steps', () => {
  const given = { 'keep-login': 'true', 'moving-tags': '' };

  it('is left when all is published and verified, and said to be', async () => {
    const { world, runner, docker, journal } = start(given);
    expect(await publish(world)).toBe(true);
    // Both destinations are on one registry.
    expect([...docker.kept.values()]).toEqual([[{ registry: 'ghcr.io', username: 'ci-bot', password: 'pu$h' }]]);
    const writes = journal.flatMap((step, index) => (/^registry\.put|^docker\.push/.test(step) ? [index] : []));
    expect(Math.max(...writes)).toBeLessThan(journal.indexOf('docker.keepLogins'));
    expect(journal.indexOf('docker.planKeeping ghcr.io ghcr.io')).toBeLessThan(Math.min(...writes));
    const sentence = /A login at ghcr\.io was left .*post step removes it/;
    for (const text of [runner.lines.join('\n'), shown(runner.summaries)]) expect(text).toMatch(sentence);
  });

  it('is left, too, when all has been published before', async () => {
    const { world, runner, docker } = start(given);
    await publish(world);
    docker.kept.clear();
    expect(await publish(world)).toBe(true);
    expect([runner.outputs.reason, docker.kept.size]).toEqual(['already-published', 1]);
  });

  it.each<[name: string, more: Readonly<Record<string, string>>, failsAt: string | undefined]>([
    ['a dry run', { 'dry-run': 'true' }, undefined],
    ['a push that fails', {}, 'docker.push'],
    ['a login that fails', {}, 'docker.login'],
    ['a file that no login can be left in', {}, 'docker.planKeeping'],
    ['a credential that closes the gate', { 'credential-policy': 'strict', password: 'ghp_abc' }, undefined],
    ['a run that does not want it', { 'keep-login': 'false' }, undefined],
  ])('is not left by %s', async (_name, more, failsAt) => {
    const { world, docker, runner } = start({ ...given, ...more });
    docker.failsAt = failsAt;
    await publish(world);
    expect([docker.kept.size, Object.keys(runner.states)]).toEqual([0, expect.not.arrayContaining(['kept-logins'])]);
    expect(`${runner.lines.join()}${runner.summaries}`).not.toContain('for later steps');
  });

  it.each([
    ['its tag is not served', (mirror: InMemoryRegistry) => Object.assign(mirror, { seed: () => undefined })],
    ['it cannot be signed in to', (mirror: InMemoryRegistry) => Object.assign(mirror, { refusesLogin: true })],
  ])('is not left where one of several destinations fails: %s', async (_name, breakIt) => {
    const { world, docker, mirror } = start(given);
    breakIt(mirror);
    expect(await publish(world)).toBe(false);
    expect(docker.kept.size).toBe(0);
  });
});

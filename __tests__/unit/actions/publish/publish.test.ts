/** The story of the step, told with doors that keep everything in memory: what comes after what, and what never comes. */
import { describe, expect, it } from '@jest/globals';
import { CONFIG_STATE } from '../../../../src/credentials/state-names.ts';
import { ActionError } from '../../../../src/errors.ts';
import { ApiProblem, type CommitReports, type GitHub } from '../../../../src/github/github.ts';
import type { Digest } from '../../../../src/image/digest.ts';
import type { RegistryOptions } from '../../../../src/registry/registry.ts';
import { packedFile } from '../../../doubles/image-files.ts';
import { ON_GITHUB } from '../../../doubles/on-github.ts';
import { buildImage, buildIndex, type Image } from '../../../doubles/registry/images.ts';
import { endlessLifetime } from '../../doors/endless-lifetime.ts';
import { InMemoryDocker } from '../../doors/in-memory-docker.ts';
import { InMemoryFiles } from '../../doors/in-memory-files.ts';
import { InMemoryKeyless } from '../../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../../doors/in-memory-registry.ts';
import { InMemoryReports } from '../../doors/in-memory-reports.ts';
import { publish } from '../../doors/publish.ts';
import { RecordedRunner } from '../../doors/recorded-runner.ts';
import { FORK, run, SHA } from '../../gate/runs.ts';

const PASSWORD = 'pu$h "t0ken';
const image = buildImage({ content: 'tested', labels: { 'org.opencontainers.image.revision': SHA } });
const other = buildImage({ content: 'other' });

const INPUTS = {
  image: 'ghcr.io/owner/app',
  source: 'app:test',
  tags: '1.2.3',
  'sha-tag': '{sha}',
  'git-tags': 'v*',
  events: 'push, release, workflow_dispatch',
  username: 'ci-bot',
  password: PASSWORD,
  timeout: '30',
};

type Start = { readonly given?: Readonly<Record<string, string>>; readonly store?: 'graph-driver' | 'containerd' };

function start({ given = {}, store = 'graph-driver' }: Start = {}) {
  const journal: string[] = [];
  const runner = new RecordedRunner({ ...INPUTS, ...given }, journal);
  const docker = new InMemoryDocker(store, journal);
  const files = new InMemoryFiles();
  const registry = new InMemoryRegistry(journal);
  docker.registry = registry;
  docker.build(image, ['app:test']);
  const openRegistry = async (_options: RegistryOptions) => {
    journal.push('registry.open');
    return registry;
  };
  const controller = new AbortController();
  const lifetime = {
    ...endlessLifetime(controller.signal),
    limit: (minutes: number) => void journal.push(`lifetime.limit ${minutes}`),
    end: () => void journal.push('lifetime.end'),
  };
  const answers: CommitReports = { checkRuns: [], statuses: [], jobs: [] };
  const unasked = () => Promise.reject(new Error('not asked'));
  const history = { relation: unasked, latestCommits: unasked, gitTags: unasked, isPrerelease: unasked };
  const github: GitHub = {
    awaitReports: async () => [answers],
    requiredChecks: async () => [],
    squashedHead: async () => undefined,
    branchHas: async () => 'no-branch',
    branchNames: async () => ['main'],
    pullRequestsOf: async () => [],
  };
  const reports = new InMemoryReports(journal);
  const doors = { runner, docker, files, openRegistry, github, history, keyless: new InMemoryKeyless(), reports };
  return { runner, docker, files, registry, journal, controller, world: { ...doors, lifetime } };
}

/** Steps of the journal that go to the outside: engine, registry, secrets. */
const outside = (journal: readonly string[]) =>
  journal.filter((step) => /^(?:docker|registry|runner\.secret)/.test(step));
/** All outputs of a run that has published nothing. */
const nothing = (reason: string) => ({ pushed: 'false', reason, results: expect.any(String) });

describe('a run that may publish', () => {
  it('publishes, verifies, tags and reports', async () => {
    const { world, runner, registry, docker } = start();
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toMatchObject({
      pushed: 'true',
      reason: 'published',
      digest: image.digest,
      image: `ghcr.io/owner/app@${image.digest}`,
      'image-id': image.config.digest,
      tags: `ghcr.io/owner/app:${SHA}\nghcr.io/owner/app:1.2.3`,
      verification: 'graph',
    });
    expect([...registry.tags]).toEqual([
      [SHA, image.digest],
      ['1.2.3', image.digest],
    ]);
    expect([...docker.names.keys()]).toEqual(['app:test']);
  });

  it('does one thing after the other', async () => {
    const { world, journal } = start();
    await publish(world);
    const order = [
      'lifetime.limit 30',
      'docker.find app:test',
      'runner.secret password',
      'runner.saveState',
      'registry.open',
      'registry.authenticate',
      'docker.login',
      `registry.read ${SHA}`,
      'registry.read 1.2.3',
      `docker.push ghcr.io/owner/app:${SHA}`,
      `registry.put 1.2.3 ${image.digest}`,
      'registry.close',
      'docker.removeConfig',
      'runner.summary',
      'runner.setOutputs',
      'lifetime.end',
    ];
    const places = order.map((step) => journal.indexOf(step));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('pushes nothing that is there already', async () => {
    const { world, runner, registry, journal } = start();
    registry.seed(image, SHA);
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toMatchObject({ pushed: 'true', reason: 'already-published', digest: image.digest });
    expect(journal.filter((step) => step.startsWith('docker.push'))).toEqual([]);
  });

  it('says the same the second time', async () => {
    const first = start();
    await publish(first.world);
    const second = start();
    second.docker.registry = first.registry;
    const world = { ...second.world, openRegistry: async () => first.registry };
    expect(await publish(world)).toBe(true);
    expect(second.runner.outputs.digest).toBe(first.runner.outputs.digest);
  });

  it('publishes an index of the containerd store', async () => {
    const index = buildIndex({ attestations: true });
    const { world, runner, docker, registry } = start({ store: 'containerd', given: { source: 'app:index' } });
    docker.build(index.children[0] as Image, ['app:index'], index);
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toMatchObject({ digest: index.digest, platforms: 'linux/amd64,linux/arm64' });
    expect(registry.tags.get('1.2.3')).toBe(index.digest);
  });

  it('publishes what was pushed by a push whose answer was lost', async () => {
    const { world, runner, docker } = start();
    docker.afterPush = () => {
      throw new ActionError('PUSH_FAILED', 'docker push failed: EOF', { hint: '-' });
    };
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toMatchObject({ pushed: 'true', reason: 'published', digest: image.digest });
  });

  it('writes nothing on a dry run', async () => {
    const { world, runner, registry, docker } = start({ given: { 'dry-run': 'true' } });
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toEqual({
      ...nothing('dry-run'),
      'predicate-path': expect.any(String),
      'predicate-type': 'https://slsa.dev/verification_summary/v1',
    });
    expect([registry.tags.size, registry.manifests.size, docker.configs.size]).toEqual([0, 0, 0]);
    expect(docker.names.size).toBe(1);
  });

  it('writes no summary when none is wanted', async () => {
    const { world, runner } = start({ given: { summary: 'false' } });
    await publish(world);
    expect(runner.summaries).toBe('');
  });

  it('has shown the password nowhere', async () => {
    const { world, runner } = start();
    await publish(world);
    const said = JSON.stringify([runner.lines, runner.annotations, runner.outputs, runner.summaries, runner.states]);
    expect(said).not.toContain('t0ken');
  });
});

describe('a run that may not publish', () => {
  const fork = run('pull_request', { changes: { 'pull_request.head.repo.id': FORK } });

  it.each([
    ['of a branch', run('push', { ref: 'refs/heads/feature' }), 'GATE_REF'],
    ['of a fork', fork, 'GATE_EVENT'],
    ['of pull_request_target', run('pull_request_target'), 'GATE_EVENT'],
    [
      'of no event',
      { ...ON_GITHUB, eventName: '', ref: '', sha: '', repositoryId: '', payload: undefined },
      'GATE_EVENT',
    ],
  ])('%s touches no engine, no registry and no secret', async (_name, event, reason) => {
    const { world, runner, journal } = start();
    runner.event = event;
    expect(await publish(world)).toBe(true);
    expect(outside(journal)).toEqual([]);
    expect(runner.outputs).toEqual(nothing(reason));
    expect(runner.annotations.map(({ kind }) => kind)).toEqual(['notice']);
    expect(runner.masked.size).toBe(0);
  });

  it('fails when it is told to', async () => {
    const { world, runner } = start({ given: { 'when-closed': 'fail' } });
    runner.event = fork;
    expect(await publish(world)).toBe(false);
    expect(runner.annotations.map(({ kind }) => kind)).toEqual(['error']);
  });

  it('since a job that it needs has failed touches nothing either', async () => {
    const { world, runner, journal } = start({ given: { needs: '{"test":{"result":"failure"}}' } });
    expect(await publish(world)).toBe(false);
    expect(runner.outputs).toEqual(nothing('GATE_NEEDS'));
    expect(outside(journal)).toEqual([]);
  });

  it.each([
    ['a check is missing', { 'required-checks': 'test' }],
    ['no rule requires a check', { 'required-checks': 'branch-rules' }],
  ])('since %s signs in nowhere', async (_name, given) => {
    const { world, runner, journal } = start({ given });
    expect(await publish(world)).toBe(false);
    expect(runner.outputs).toEqual(nothing('GATE_CHECKS'));
    expect(outside(journal)).toEqual(['runner.secret github-token']);
  });

  it('since GitHub cannot tell of the checks signs in nowhere', async () => {
    const { world, runner, journal } = start({ given: { 'required-checks': 'test' } });
    const awaitReports = () => Promise.reject(new ApiProblem('status 403', { permission: 'checks: read' }));
    await publish({ ...world, github: { ...world.github, awaitReports } });
    expect(runner.outputs.reason).toBe('GATE_CHECKS');
    expect(runner.annotations[0]?.text).toContain('checks: read');
    expect(outside(journal)).toEqual(['runner.secret github-token']);
  });

  it('since the image is of another commit signs in nowhere', async () => {
    const { world, runner, docker, journal } = start({
      given: { 'require-revision-label': 'true', source: 'app:other' },
    });
    docker.build(other, ['app:other']);
    expect(await publish(world)).toBe(false);
    expect(runner.outputs).toEqual(nothing('GATE_REVISION'));
    expect(journal).not.toContain('runner.secret password');
    expect(journal).not.toContain('registry.open');
  });
});

describe('a run that fails', () => {
  type World = ReturnType<typeof start>;
  const FAILURES: readonly (readonly [
    name: string,
    given: Readonly<Record<string, string>>,
    (w: World) => void,
    code: string,
  ])[] = [
    ['with bad inputs', { image: 'X', timeout: 'x' }, () => {}, 'INPUT_INVALID'],
    ['without the image', { source: 'app:gone' }, () => {}, 'SOURCE_NOT_FOUND'],
    ['with another image than expected', { 'expected-image-id': other.config.digest }, () => {}, 'IDENTITY_MISMATCH'],
    ['without a password', { password: '' }, () => {}, 'CREDENTIAL_MISSING'],
    [
      'with a wrong password',
      {},
      ({ registry }) => {
        registry.refusesLogin = true;
      },
      'LOGIN_FAILED',
    ],
    [
      'to remember its folder, before it is made,',
      {},
      ({ runner, docker }) => {
        runner.breaks = 'saveState';
        docker.failsAt = 'docker.login';
      },
      'UNEXPECTED',
    ],
    [
      'at docker login',
      {},
      ({ docker }) => {
        docker.failsAt = 'docker.login';
      },
      'PUSH_FAILED',
    ],
    [
      'with the SHA tag of another image',
      {},
      ({ registry }) => {
        registry.seed(other, SHA);
      },
      'TAG_EXISTS',
    ],
    [
      'with the version tag of another image',
      {},
      ({ registry }) => {
        registry.seed(other, '1.2.3');
      },
      'TAG_EXISTS',
    ],
    [
      'at docker push',
      {},
      ({ docker }) => {
        docker.failsAt = 'docker.push';
      },
      'PUSH_FAILED',
    ],
    [
      'when the engine saves its image',
      { engine: 'direct' },
      ({ docker }) => {
        docker.failsAt = 'docker.save';
      },
      'PUSH_FAILED',
    ],
    [
      'when the engine saves another image',
      { engine: 'direct' },
      ({ docker, files }) => {
        docker.afterSave = (path) => files.images.set(path, packedFile(other));
      },
      'IDENTITY_MISMATCH',
    ],
    [
      'with nothing stored',
      {},
      ({ docker }) => {
        docker.registry = undefined;
      },
      'CONTENT_MISSING',
    ],
    [
      'with a layer lost',
      {},
      ({ docker, registry }) => {
        docker.afterPush = () => registry.blobs.delete(image.layers[0]?.digest ?? '');
      },
      'CONTENT_MISSING',
    ],
    [
      'with the tag raced',
      {},
      ({ docker, registry }) => {
        docker.afterPush = () => void registry.seed(other, SHA);
      },
      'TAG_RACED',
    ],
    [
      'with the version tag raced',
      {},
      ({ registry }) => {
        registry.seed(other);
        registry.afterPut = (tag) => void registry.tags.set(tag, other.digest as Digest);
      },
      'TAG_RACED',
    ],
    [
      'for a reason nobody knows',
      {},
      ({ docker }) => {
        docker.afterPush = () => {
          throw new TypeError('x is not a function');
        };
      },
      'UNEXPECTED',
    ],
  ];

  it.each(FAILURES)(
    '%s says why, hands out nothing of an image, and leaves no login and no saved image',
    async (_name, given, prepare, code) => {
      const started = start({ given });
      prepare(started);
      const { world, runner, docker, files, registry, journal } = started;
      expect(await publish(world)).toBe(false);
      expect(runner.outputs).toMatchObject({ pushed: 'false', reason: code });
      expect(Object.keys(runner.outputs).sort()).toEqual(['pushed', 'reason', 'results']);
      expect(runner.annotations).toMatchObject([{ kind: 'error', title: code }]);
      expect([docker.configs.size, files.held.size]).toEqual([0, 0]);
      if (journal.includes('registry.authenticate')) expect(registry.isClosed).toBe(true);
      expect(journal.at(-1)).toBe('lifetime.end');
      expect(docker.names.get('app:test')).toBe(image.config.digest);
      expect(docker.names.has(`ghcr.io/owner/app:${SHA}`)).toBe(false);
    },
  );

  it('hands on nothing of the password that an engine or a registry repeats in its error', async () => {
    const forms = [PASSWORD, Buffer.from(`ci-bot:${PASSWORD}`).toString('base64'), encodeURIComponent(PASSWORD)];
    const { world, runner, docker } = start();
    docker.afterPush = () => {
      throw new ActionError('REGISTRY_UNTRUSTED', `The engine said: ${forms.join(', ')}.`, {
        hint: `Not ${forms.join(', ')}.`,
      });
    };
    expect(await publish(world)).toBe(false);
    const said = JSON.stringify([runner.annotations, runner.outputs, runner.summaries]);
    expect(said).toContain('The engine said: ***, ***, ***.');
    for (const form of [...forms, 't0ken']) expect(said).not.toContain(form);
  });

  it('over a version tag has not uploaded anything before', async () => {
    const { world, registry, journal } = start();
    registry.seed(other, '1.2.3');
    await publish(world);
    expect(journal.filter((step) => /docker\.push|registry\.put/.test(step))).toEqual([]);
  });

  it('never uploads before it fails over a tag that shows the same image in other bytes', async () => {
    // The same config, pushed by another tool with layers that are not compressed.
    const plain = buildImage({
      content: 'tested',
      labels: { 'org.opencontainers.image.revision': SHA },
      compression: 'none',
    });
    const { world, runner, registry, journal } = start();
    registry.seed(plain, '1.2.3');
    const isWell = await publish(world);
    const hasPushed = journal.some((step) => step.startsWith('docker.push'));
    expect([isWell, hasPushed, runner.outputs.reason]).not.toEqual([false, true, 'TAG_EXISTS']);
  });

  it('over its inputs respects that no summary is wanted', async () => {
    const { world, runner } = start({ given: { timeout: 'x', summary: 'false' } });
    await publish(world);
    expect(runner.summaries).toBe('');
  });
});

describe('a run that is ended from outside', () => {
  it.each([
    ['CANCELLED', new ActionError('CANCELLED', 'The run was cancelled.', { hint: '-' })],
    ['TIMEOUT', new ActionError('TIMEOUT', 'The step was not finished.', { hint: '-' })],
  ])('says %s, whatever broke because of it, and leaves no login', async (code, reason) => {
    const { world, runner, docker, controller } = start();
    docker.afterPush = () => {
      controller.abort(reason);
      throw new Error('AbortError');
    };
    expect(await publish(world)).toBe(false);
    expect(runner.outputs).toEqual(nothing(code));
    expect(docker.configs.size).toBe(0);
  });
});

describe('an image of the engine that is pushed without the engine', () => {
  function startDirect({ store, given = {} }: Start = {}) {
    const started = start({ given: { engine: 'direct', ...given }, ...(store === undefined ? {} : { store }) });
    const { docker, files } = started;
    docker.afterSave = (path, pushed) => files.images.set(path, packedFile(pushed));
    const saves = () => started.journal.filter((step) => step.startsWith('docker.save'));
    return { ...started, saves };
  }

  it.each(['graph-driver', 'containerd'] as const)('of the store %s is saved, pushed and verified', async (store) => {
    const { world, runner, registry, docker, files, journal, saves } = startDirect({ store });
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toMatchObject({ reason: 'published', digest: image.digest, verification: 'graph' });
    expect([...registry.tags.keys()]).toEqual([SHA, '1.2.3']);
    expect(saves()).toHaveLength(1);
    // The engine has seen no credential, and keeps the names it had.
    expect(docker.logins).toEqual([]);
    expect(journal.filter((step) => /^docker\.(?!find|save|removeConfig)/.test(step))).toEqual([]);
    expect([...docker.names.keys()]).toEqual(['app:test']);
    expect([docker.configs.size, files.held.size]).toEqual([0, 0]);
    expect(runner.lines.join('\n')).toContain('The engine gets nothing');
  });

  it('has its folder remembered before it is saved, and removed when the file is closed', async () => {
    const { world, runner, docker, files, journal } = startDirect();
    const remembered: string[] = [];
    const { afterSave } = docker;
    docker.afterSave = (path, pushed) => {
      remembered.push(`${runner.states[CONFIG_STATE]}/image.tar`, path);
      afterSave(path, pushed);
    };
    let held: number | undefined;
    const remove = docker.removeConfig.bind(docker);
    docker.removeConfig = (config) => {
      held = files.held.size;
      return remove(config);
    };
    await publish(world);
    expect(new Set(remembered).size).toBe(1);
    expect(journal.indexOf('runner.saveState')).toBeLessThan(journal.indexOf('registry.open'));
    expect(held).toBe(0);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, (w: ReturnType<typeof startDirect>) => void, string]>([
    ['that is there already', {}, ({ registry }) => void registry.seed(image, SHA), 'already-published'],
    ['that is there under another tag', {}, ({ registry }) => void registry.seed(image, '1.2.3'), 'published'],
    ['in a dry run', { 'dry-run': 'true' }, () => {}, 'dry-run'],
    ['that may not be published', { events: 'release' }, () => {}, 'GATE_EVENT'],
    ['whose tag shows another image', {}, ({ registry }) => void registry.seed(other, SHA), 'TAG_EXISTS'],
    ['that is not the expected one', { 'expected-image-id': other.config.digest }, () => {}, 'IDENTITY_MISMATCH'],
  ])('is not saved %s', async (_name, given, prepare, reason) => {
    const started = startDirect({ given });
    prepare(started);
    await publish(started.world);
    expect(started.runner.outputs.reason).toBe(reason);
    expect([started.saves(), started.docker.configs.size]).toEqual([[], 0]);
  });

  it('goes as an index with all that belongs to it, under the digest that the engine has', async () => {
    const index = buildIndex({ attestations: true });
    const { world, runner, docker, registry } = startDirect({ store: 'containerd', given: { source: 'app:index' } });
    docker.build(index.children[0] as Image, ['app:index'], index);
    expect(await publish(world)).toBe(true);
    expect(runner.outputs).toMatchObject({ digest: index.digest, platforms: 'linux/amd64,linux/arm64' });
    for (const { digest } of index.children) expect(registry.manifests.has(digest)).toBe(true);
  });

  it('leaves nothing when the run is cancelled while it is saved', async () => {
    const { world, runner, docker, files, controller } = startDirect();
    docker.afterSave = () => {
      controller.abort(new ActionError('CANCELLED', 'The run was cancelled.', { hint: '-' }));
      throw controller.signal.reason;
    };
    expect(await publish(world)).toBe(false);
    expect(runner.outputs).toEqual(nothing('CANCELLED'));
    expect([docker.configs.size, files.held.size]).toEqual([0, 0]);
  });
});

describe('a report that cannot be written', () => {
  it('because of the summary does not throw, and says so', async () => {
    const { world, runner } = start();
    runner.breaks = 'summary';
    await publish(world);
    expect(runner.annotations).not.toEqual([]);
    expect(runner.outputs.pushed).toBeDefined();
  });

  it('because of the outputs does not throw, and fails', async () => {
    const { world, runner } = start();
    runner.breaks = 'setOutputs';
    expect(await publish(world)).toBe(false);
    expect(runner.annotations.map(({ kind }) => kind)).toContain('error');
  });
});

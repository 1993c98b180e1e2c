/** The door to the engine against a docker that is a script: what it is called with, and what is made of its answers. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Docker } from '../../../src/docker/docker.ts';
import { dockerCli } from '../../../src/docker/docker-cli.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { FakeDocker } from './fake-docker.ts';

const ID = `sha256:${'f2735a01'.repeat(8)}`;
const INFO = (store: string) =>
  `{"ServerVersion":"28.2.2","DriverStatus":[["driver-type","${store}"]]}`.replaceAll('"', '\\"');
const INSPECT = `{"Id":"${ID}","RepoTags":["app:test"],"Os":"linux","Architecture":"amd64","RootFS":{}}`.replaceAll(
  '"',
  '\\"',
);
const ENGINE = `case "$1" in info) echo "${INFO('io.containerd.snapshotter.v1')}"; exit;; esac`;

const before = { ...process.env };
beforeEach(() => {
  process.env.INPUT_PASSWORD = 'canary-input';
  process.env.DOCKER_AUTH_CONFIG = '{"auths":{}}';
  process.env.ACTIONS_RUNTIME_TOKEN = 'canary-token';
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

function start(script: string): { readonly fake: FakeDocker; readonly docker: Docker } & Disposable {
  const fake = new FakeDocker(script);
  Object.assign(process.env, { PATH: fake.path, RUNNER_TEMP: fake.folder, DOCKER_CONFIG: join(fake.folder, 'users') });
  return { fake, docker: dockerCli(new AbortController().signal), [Symbol.dispose]: () => fake[Symbol.dispose]() };
}

describe('engine', () => {
  it('tells which store answers, and asks once', async () => {
    using world = start(ENGINE);
    expect(await world.docker.engine()).toEqual({ version: '28.2.2', store: 'containerd' });
    await world.docker.engine();
    expect(world.fake.calls).toHaveLength(1);
  });

  it.each([
    [
      'no engine, with exit 1',
      'echo "{\\"ServerVersion\\":\\"\\"}"; echo "Cannot connect to the Docker daemon" >&2; exit 1',
    ],
    ['no engine, with exit 0', 'echo "{\\"ServerVersion\\":\\"\\",\\"ServerErrors\\":[\\"x\\"]}"'],
    ['an answer and exit 1', `echo "${INFO('x')}"; exit 1`],
    ['nothing', 'true'],
  ])('is ENGINE_UNAVAILABLE with %s', async (_name, script) => {
    using world = start(script);
    await expect(world.docker.engine()).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });
});

describe('isPodman', () => {
  it.each([
    ['[{"Name":"Podman Engine","Version":"4.3.1"},{"Name":"Engine","Version":"4.3.1"}]', true],
    ['[{"Name":"Engine","Version":"28.2.2"},{"Name":"containerd"}]', false],
    ['[{"Name":null},null,7]', false],
    ['null', false],
    ['', false],
  ])('of %s is %s', async (components, expected) => {
    using world = start(`echo '${components}'`);
    expect(await world.docker.isPodman()).toBe(expected);
    expect(world.fake.calls).toEqual([['version', '--format', '{{json .Server.Components}}']]);
  });

  it('is not guessed where nothing answers', async () => {
    using world = start('echo "Cannot connect to the Docker daemon" >&2; exit 1');
    await expect(world.docker.isPodman()).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });

  it('in the place of docker is named, with both ways out', async () => {
    using world = start(`echo '{"host":{"arch":"amd64","buildahVersion":"1.28.2"},"version":{"Version":"4.3.1"}}'`);
    await expect(world.docker.engine()).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('Podman'),
      hint: expect.stringMatching(/containers-storage:NAME.*podman\.socket/),
    });
  });
});

describe('an image that', () => {
  const inspected = (fields: object) =>
    `${ENGINE}; echo '${JSON.stringify({ Id: ID, Os: 'linux', Architecture: 'amd64', RootFS: {}, ...fields })}'`;

  it.each([
    ['no architecture', { Architecture: '' }],
    ['no system', { Os: '', Architecture: 'amd64' }],
    ['no platform that the engine has', { Os: undefined, Architecture: undefined }],
  ])('has %s is refused before anything is sent, in its own words', async (_name, fields) => {
    using world = start(inspected(fields));
    await expect(world.docker.findImage('app')).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: 'The engine shows no platform of the image app.',
      hint: expect.stringMatching(/--set-platform.*type=oci/),
    });
  });

  it('has an ID without its algorithm, as Podman shows it, is known by it', async () => {
    using world = start(inspected({ Id: ID.slice('sha256:'.length) }));
    expect(await world.docker.findImage('app')).toMatchObject({ id: ID });
  });

  it.each([
    ['3 MiB', 3 << 20, undefined],
    ['5 MiB', 5 << 20, 'SOURCE_INVALID'],
  ])('has labels of %s is published, or refused if its config could not be read back', async (_name, size, code) => {
    using world = start(`${ENGINE}; cat inspect.json`);
    const labels = { Config: { Labels: { long: 'x'.repeat(size) } } };
    writeFileSync(
      join(world.fake.folder, 'inspect.json'),
      JSON.stringify({ Id: ID, Os: 'linux', Architecture: 'amd64', RootFS: {}, ...labels }),
    );
    const found = world.docker.findImage('app').then(
      () => undefined,
      (error) => error.code,
    );
    expect(await found).toBe(code);
  });
});

describe('untag', () => {
  it.each(['Error response from daemon: No such image: app@sha256:12', 'Error: No such image: app:1'])(
    'is done where the name is gone already: "%s"',
    async (says) => {
      using world = start(`echo "${says}" >&2; exit 1`);
      await expect(world.docker.untag('app:1')).resolves.toBeUndefined();
    },
  );

  it('fails where the name is still there', async () => {
    using world = start('echo "Error response from daemon: conflict: unable to remove" >&2; exit 1');
    await expect(world.docker.untag('app:1')).rejects.toMatchObject({ code: 'PUSH_FAILED' });
  });
});

describe('what puts names right', () => {
  const ended = { exitCode: 0, stdout: '', stderr: '' };
  const watched = (signal: AbortSignal) => {
    const untils: AbortSignal[] = [];
    const clock = { now: () => 0, date: () => 0, sleep: async () => {} };
    const run = async (_child: unknown, until: AbortSignal) => {
      untils.push(until);
      return ended;
    };
    return { untils, docker: dockerCli(signal, { ask: run, run, clock }) };
  };

  it('may take as long as the step may, on a machine that is busy', async () => {
    const { signal } = new AbortController();
    const { docker, untils } = watched(signal);
    await docker.tag(ID, 'app:test');
    await docker.untag('app:test');
    expect(untils).toEqual([signal, signal]);
  });

  it('is done also after the step was cancelled, within a time of its own', async () => {
    const { docker, untils } = watched(AbortSignal.abort());
    await docker.untag('app:test');
    expect(untils.map(({ aborted }) => aborted)).toEqual([false]);
  });
});

describe('findImage', () => {
  it('reads what the engine says', async () => {
    using world = start(`${ENGINE}; echo "${INSPECT}"`);
    expect(await world.docker.findImage('app:test')).toMatchObject({ id: ID, idOf: 'root', names: ['app:test'] });
    expect(world.fake.calls).toContainEqual(['image', 'inspect', '--format', '{{json .}}', 'app:test']);
  });

  it.each([
    'Error: No such image: app:test',
    'Error response from daemon: no such image: app:test',
    'Error: No such object: x',
  ])('is undefined for "%s"', async (says) => {
    using world = start(`${ENGINE}; echo "${says}" >&2; echo; exit 1`);
    expect(await world.docker.findImage('app:test')).toBeUndefined();
  });

  it.each([
    ['another error', 'echo "something else" >&2; exit 1'],
    ['an answer that is no image', 'echo "{}"'],
    ['no answer', 'true'],
  ])('is ENGINE_UNAVAILABLE with %s', async (_name, script) => {
    using world = start(`${ENGINE}; ${script}`);
    await expect(world.docker.findImage('app:test')).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
  });
});

describe('names', () => {
  it('are listed without those that are none', async () => {
    using world = start('printf "app:test\\n<none>:<none>\\nghcr.io/a/b:1\\napp:<none>\\n"');
    expect(await world.docker.imageNames()).toEqual(['app:test', 'ghcr.io/a/b:1']);
  });

  it('are given and taken away', async () => {
    using world = start('true');
    await world.docker.tag(ID, 'ghcr.io/a/b:1');
    await world.docker.untag('ghcr.io/a/b:1');
    expect(world.fake.calls).toEqual([
      ['image', 'tag', ID, 'ghcr.io/a/b:1'],
      ['image', 'rm', '--no-prune', 'ghcr.io/a/b:1'],
    ]);
  });

  it.each(['tag', 'untag'] as const)('that cannot be changed by %s are an error', async (method) => {
    using world = start('echo no >&2; exit 1');
    await expect(world.docker[method](ID, 'x')).rejects.toMatchObject({ code: 'PUSH_FAILED' });
  });
});

describe('login', () => {
  const password = new Secret('pu$h "t0ken');
  const login = async ({ docker }: { readonly docker: Docker }, username = 'ci-bot') => {
    const config = docker.planConfig();
    const engine = await docker.login(config, {
      registry: '192.0.2.2:5543',
      credential: { username, password },
    });
    return { config, engine };
  };

  it('gives the password on standard input and nowhere else', async () => {
    using world = start('cat > stdin');
    const { config, engine } = await login(world);
    expect(dirname(engine.folder)).toBe(config.folder);
    expect(world.fake.calls).toEqual([['login', '--username=ci-bot', '--password-stdin', '192.0.2.2:5543']]);
    expect(world.fake.read('stdin')).toBe('pu$h "t0ken');
    const [environment = ''] = world.fake.environments;
    expect(environment).toContain(`DOCKER_CONFIG=${engine.folder}\n`);
    for (const canary of ['t0ken', 'canary-', 'DOCKER_AUTH_CONFIG', 'INPUT_'])
      expect(environment).not.toContain(canary);
  });

  it('keeps a name that looks like an option from being one', async () => {
    using world = start('cat > stdin');
    await login(world, '--config=/evil');
    expect(world.fake.calls[0]?.[1]).toBe('--username=--config=/evil');
  });

  it('is used by the pushes that follow', async () => {
    using world = start('cat > stdin; echo pushed');
    const { engine } = await login(world);
    expect(await world.docker.push(engine, '192.0.2.2:5543/a:1', () => {})).toBe('pushed\n');
    expect(world.fake.environments[1]).toContain(`DOCKER_CONFIG=${engine.folder}\n`);
  });

  // docker/login-action says "Login Succeeded" when docker fails without a word.
  it.each([1, 2, 125, 255])('has failed with exit code %d, though nothing was said', async (code) => {
    using world = start(`cat > stdin; exit ${code}`);
    await expect(login(world)).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('has failed when docker was killed', async () => {
    using world = start('echo "Login Succeeded"; kill -KILL $$');
    await expect(login(world)).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('has gone well with a warning', async () => {
    using world = start('cat > stdin; echo "WARNING! Your password will be stored unencrypted" >&2');
    expect(existsSync((await login(world)).engine.folder)).toBe(true);
  });

  it('leaves nothing behind once its configuration is removed', async () => {
    using world = start('cat > stdin; echo "{}" > "$DOCKER_CONFIG/config.json.new"');
    const { config } = await login(world);
    expect(await world.docker.removeConfig(config)).toBe(true);
    expect(readdirSync(world.fake.folder).filter((name) => name.startsWith('verified'))).toEqual([]);
    expect(await world.docker.removeConfig(config)).toBe(false);
  });

  it('cannot be made again after it was removed for a step that was killed', async () => {
    using world = start('cat > stdin');
    const { config } = await login(world);
    expect(await world.docker.removeConfig(config, { afterKill: true })).toBe(true);
    await expect(login({ docker: { ...world.docker, planConfig: () => config } })).rejects.toThrow('ENOTDIR');
  });
});

describe('save', () => {
  // The fourth argument is the path.
  const SAVES = 'printf saved > "$4"';

  it('has docker write the image, by its ID, into a private folder that goes with it', async () => {
    using world = start(SAVES);
    const config = world.docker.planConfig();
    const saved = await world.docker.save(config, ID as Digest);
    expect(world.fake.calls).toEqual([['image', 'save', '--output', saved.path, ID]]);
    expect([dirname(saved.path), saved.size]).toEqual([config.folder, 'saved'.length]);
    expect(statSync(config.folder).mode & 0o777).toBe(0o700);
    expect(await world.docker.removeConfig(config)).toBe(true);
    expect(existsSync(saved.path)).toBe(false);
  });

  it('uses the folder that a login has made, and shows no login', async () => {
    using world = start(`case "$1" in login) cat > stdin;; *) ${SAVES};; esac`);
    const config = world.docker.planConfig();
    const credential = { username: 'ci-bot', password: new Secret('x') };
    await world.docker.login(config, { registry: '192.0.2.2', credential });
    await world.docker.save(config, ID as Digest);
    expect(world.fake.environments[1]).toContain(`DOCKER_CONFIG=${join(world.fake.folder, 'users')}\n`);
    for (const canary of ['canary-', 'DOCKER_AUTH_CONFIG', 'INPUT_'])
      expect(world.fake.environments[1]).not.toContain(canary);
  });

  it('is ended with the step, and leaves no file behind once its folder is removed', async () => {
    using world = start('printf half > "$4"; exec sleep 600');
    const cancelled = new AbortController();
    const docker = dockerCli(cancelled.signal);
    const config = docker.planConfig();
    const saving = docker.save(config, ID as Digest);
    while (!existsSync(join(config.folder, 'image.tar'))) await new Promise(setImmediate);
    cancelled.abort(new Error('cancelled'));
    await expect(saving).rejects.toThrow('cancelled');
    await docker.removeConfig(config);
    expect(readdirSync(world.fake.folder).filter((name) => name.startsWith('verified'))).toEqual([]);
  });

  // Whatever it has left in the folder by then.
  it.each([1, 125, 255])('has failed with exit code %d, though nothing was said', async (code) => {
    using world = start(`${SAVES}; exit ${code}`);
    const saving = world.docker.save(world.docker.planConfig(), ID as Digest);
    await expect(saving).rejects.toMatchObject({ code: 'PUSH_FAILED' });
  });

  it('has failed with exit code 0, if there is no file', async () => {
    using world = start('true');
    const saving = world.docker.save(world.docker.planConfig(), ID as Digest);
    await expect(saving).rejects.toMatchObject({ code: 'PUSH_FAILED' });
  });

  it('is not tried in a folder that is there already', async () => {
    using world = start(SAVES);
    const config = world.docker.planConfig();
    mkdirSync(config.folder);
    await expect(world.docker.save(config, ID as Digest)).rejects.toThrow('EEXIST');
    expect(world.fake.calls).toEqual([]);
  });
});

describe('push', () => {
  const nobody = { folder: '/nowhere' };

  it('returns what docker printed, and tells of layers on the way', async () => {
    using world = start('echo "099806ca5cbe: Preparing"; echo "099806ca5cbe: Pushed"; echo "1: digest: x size: 1"');
    const news: string[] = [];
    expect(await world.docker.push(nobody, 'ghcr.io/a/b:1', (line) => news.push(line))).toContain(
      '1: digest: x size: 1\n',
    );
    expect(news).toEqual(['099806ca5cbe: Pushed']);
    expect(world.fake.calls).toEqual([['image', 'push', 'ghcr.io/a/b:1']]);
  });

  it('is not tried again when it was refused', async () => {
    using world = start('echo "denied: requested access to the resource is denied" >&2; exit 1');
    await expect(world.docker.push(nobody, 'ghcr.io/a/b:1', () => {})).rejects.toMatchObject({
      code: expect.any(String),
    });
    expect(world.fake.calls).toHaveLength(1);
  });

  it('is tried again when the registry was busy', async () => {
    using world = start(
      '[ -f tried ] && { echo "1: digest: x size: 1"; exit; }; : > tried; echo "received unexpected HTTP status: 503 Service Unavailable" >&2; exit 1',
    );
    const news: string[] = [];
    expect(await world.docker.push(nobody, 'ghcr.io/a/b:1', (line) => news.push(line))).toBe('1: digest: x size: 1\n');
    expect(news).toEqual([expect.stringMatching(/trying again in 1 s: .*503/)]);
  });
});

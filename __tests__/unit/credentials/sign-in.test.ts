import { describe, expect, it } from '@jest/globals';
import { readInputs, readYamlInputs } from '../../../src/actions/publish/read-inputs.ts';
import { openKeyring } from '../../../src/credentials/sign-in.ts';
import { ActionError } from '../../../src/errors.ts';
import type { Repository } from '../../../src/image/reference.ts';
import type { RegistryOptions } from '../../../src/registry/registry.ts';
import { type Credential, formsOf } from '../../../src/secret/credential.ts';
import { maskedForms, Secret } from '../../../src/secret/secret.ts';
import { InMemoryDocker } from '../doors/in-memory-docker.ts';
import { InMemoryKeyless } from '../doors/in-memory-keyless.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { open } from '../report/outcomes.ts';

const PASSWORD = 'pu$h "t0ken';

const passwordOf = (credential: Credential | undefined) =>
  credential !== undefined && 'password' in credential ? credential.password.reveal() : undefined;

function start(given: Readonly<Record<string, string>> = {}, byEngine = true) {
  const journal: string[] = [];
  const inputs = { image: 'ghcr.io/owner/app', username: 'ci-bot', password: PASSWORD, ...given };
  const runner = new RecordedRunner(inputs, journal);
  const docker = new InMemoryDocker('graph-driver', journal);
  const registry = new InMemoryRegistry(journal);
  const opened: RegistryOptions[] = [];
  const openRegistry = async (options: RegistryOptions) => {
    journal.push('registry.open');
    opened.push(options);
    return registry;
  };
  const keyless = new InMemoryKeyless(journal);
  const world = { runner, docker, openRegistry, keyless };
  /** As the story does it: whatever fails, it signs out. */
  const sign = async () => {
    const parsed = readInputs(runner, await readYamlInputs(runner));
    journal.length = 0;
    const keyring = await openKeyring(open(), { inputs: parsed, byEngine }, world);
    const logins = Promise.all(parsed.destinations.map(keyring.signIn));
    await logins.catch(() => keyring[Symbol.asyncDispose]());
    return { keyring, logins: await logins };
  };
  return { ...world, registry, journal, opened, sign };
}

describe('a keyring', () => {
  it('signs in at the registry and the engine with one credential', async () => {
    const { sign, opened, docker } = start({ 'ca-file': 'ca.pem', 'auth-hosts': 'auth.example.com' });
    await sign();
    expect(opened).toMatchObject([
      {
        repository: { registry: 'ghcr.io', path: 'owner/app' },
        caFile: 'ca.pem',
        authHosts: ['auth.example.com'],
      },
    ]);
    expect(passwordOf(await opened[0]?.credential())).toBe(PASSWORD);
    expect(docker.logins).toEqual([{ registry: 'ghcr.io', username: 'ci-bot', password: PASSWORD }]);
  });

  it('signs in at the registry alone where no engine pushes, and touches no engine', async () => {
    const { sign, opened, journal, docker } = start({}, false);
    await sign();
    expect([opened.length, docker.logins, docker.configs.size]).toEqual([1, [], 0]);
    expect(journal.filter((step) => step.startsWith('docker'))).toEqual([]);
  });

  it('masks every form of the password before anything is opened with it', async () => {
    const { sign, runner, journal } = start();
    await sign();
    for (const form of maskedForms({ username: 'ci-bot', password: new Secret(PASSWORD), servers: [] }))
      expect(runner.masked).toContain(form);
    expect(journal.lastIndexOf('runner.mask')).toBeLessThan(journal.indexOf('registry.open'));
  });

  it.each(['\n', '\r\n'])('takes the end of its line off a password that was pasted with it (%j)', async (end) => {
    const { sign, docker, opened } = start({ password: PASSWORD + end });
    await sign();
    expect(passwordOf(await opened[0]?.credential())).toBe(PASSWORD);
    expect(docker.logins[0]?.password).toBe(PASSWORD);
  });

  it('leaves other white space of a password alone', async () => {
    const { sign, docker } = start({ password: ` ${PASSWORD}\t` });
    await sign();
    expect(docker.logins[0]?.password).toBe(` ${PASSWORD}\t`);
  });

  it('proves the credential before the engine gets it', async () => {
    const { sign, journal } = start();
    await sign();
    const order = ['runner.secret password', 'registry.open', 'registry.authenticate', 'docker.login'];
    expect(journal.filter((step) => order.includes(step))).toEqual(order);
  });

  it('keeps the logins of the engine in a folder of its own, which the post step knows of', async () => {
    const { sign, docker, runner } = start();
    const { keyring } = await sign();
    expect([...docker.configs]).toEqual([keyring.config.folder]);
    expect(runner.states).toMatchObject({ 'docker-config': keyring.config.folder });
  });

  it.each([
    ['username', { username: '' }, '"username"'],
    ['password', { password: '' }, '"password"'],
  ])('says that %s came out empty, and opens nothing', async (_name, given, missing) => {
    const { sign, journal } = start(given);
    await expect(sign()).rejects.toMatchObject({
      code: 'CREDENTIAL_MISSING',
      message: expect.stringContaining(missing),
      hint: expect.stringMatching(/fork.*Dependabot.*environment/s),
    });
    expect(journal.filter((step) => /registry|docker/.test(step))).toEqual([]);
  });

  it.each(['null', '""', "''", ' \n', '""\n'])(
    'takes what toJSON makes of no secret for none, and masks and sends nothing (%j)',
    async (password) => {
      const { sign, runner, journal } = start({ password });
      await expect(sign()).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
      expect(runner.masked.size).toBe(0);
      expect(journal.filter((step) => /registry|docker/.test(step))).toEqual([]);
    },
  );

  it.each(['null', '""', '', '~'])('does so in an entry of registry-auth (%j)', async (none) => {
    const auth = `- registry: ghcr.io\n  username: ci-bot\n  password: ${none}\n`;
    const { sign, runner, journal } = start({ username: '', password: '', 'registry-auth': auth });
    await expect(sign()).rejects.toMatchObject({
      code: 'CREDENTIAL_MISSING',
      message: 'No credential: registry-auth has an entry in line 1 whose "password" is empty.',
      hint: expect.stringMatching(/fork.*Dependabot.*environment/s),
    });
    expect(runner.masked.size).toBe(0);
    expect(journal.filter((step) => /^(?:registry|docker)/.test(step))).toEqual([]);
  });

  it('says what is odd about a password that is not taken, and does not show it', async () => {
    const { sign, registry } = start({ password: 'secrets.REGISTRY_T0KEN' });
    registry.refusesLogin = true;
    const error = await sign().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'LOGIN_FAILED', hint: expect.stringContaining('the text of an expression') });
    expect(JSON.stringify([error, String(error)])).not.toContain('T0KEN');
  });

  it('gives the engine nothing that the registry does not take', async () => {
    const { sign, registry, journal } = start();
    registry.refusesLogin = true;
    await expect(sign()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    expect(registry.isClosed).toBe(true);
    expect(journal).not.toContain('docker.login');
  });

  it('ends the session when the engine rejected the credential', async () => {
    const { sign, registry, docker } = start();
    docker.failsAt = 'docker.login';
    await expect(sign()).rejects.toThrow('docker.login failed');
    expect(registry.isClosed).toBe(true);
  });

  it('says the password in no error', async () => {
    const { sign, docker } = start();
    docker.failsAt = 'docker.login';
    const error = await sign().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ActionError);
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain('t0ken');
  });

  it('signs in at every destination, each by itself', async () => {
    const { sign, opened, docker } = start({ image: 'ghcr.io/owner/app\nghcr.io/owner/mirror' });
    const { logins } = await sign();
    expect(opened.map(({ repository }) => repository.path)).toEqual(['owner/app', 'owner/mirror']);
    const folders = await Promise.all(logins.map(async ({ engine }) => (await engine()).folder));
    expect(new Set(folders).size).toBe(2);
    expect(docker.logins).toHaveLength(2);
    expect(docker.configs.size).toBe(1);
  });

  it('ends the sessions, and takes the folder away', async () => {
    const { sign, registry, docker } = start();
    const { keyring } = await sign();
    await keyring[Symbol.asyncDispose]();
    expect(registry.isClosed).toBe(true);
    expect(docker.configs.size).toBe(0);
  });
});

describe('what a login mounts from', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const sources = (...names: readonly string[]) => names.map((name) => `docker://${name}@${digest}`).join('\n');
  const mounting = async ({ sign, opened }: ReturnType<typeof start>, other: Repository) => {
    const { logins } = await sign();
    return [opened.map(({ mountFrom }) => mountFrom), logins.map(({ mountsFrom }) => mountsFrom(other))];
  };

  it('is a repository that the same login is for', async () => {
    const started = start({ source: sources('ghcr.io/owner/staging') }, false);
    expect(await mounting(started, { registry: 'ghcr.io', path: 'owner/staging' })).toEqual([
      [['owner/staging']],
      [true],
    ]);
  });

  it('is no repository that another login is for', async () => {
    const entry = (path: string) =>
      `- registry: ghcr.io\n  scope: ${path}\n  username: ci\n  password: a-password-of-${path}\n`;
    const started = start(
      {
        source: sources('ghcr.io/owner/staging'),
        username: '',
        password: '',
        'registry-auth': entry('owner/app') + entry('owner/staging'),
      },
      false,
    );
    expect(await mounting(started, { registry: 'ghcr.io', path: 'owner/staging' })).toEqual([[[]], [false]]);
  });

  it('is no repository on another registry, though docker is signed in at both', async () => {
    const started = start({ source: sources('quay.io/owner/staging'), username: '', password: '' }, false);
    const credential = { username: 'ci-bot', password: new Secret('a password') };
    for (const registry of ['ghcr.io', 'quay.io']) started.docker.ownLogins.set(registry, { credential, from: 'x' });
    expect(await mounting(started, { registry: 'quay.io', path: 'owner/staging' })).toEqual([[[]], [false]]);
  });
});

describe('a keyring with identities', () => {
  const REGISTRY = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
  const identity = `- registry: ${REGISTRY}\n  type: aws-ecr\n  role-to-assume: arn:aws:iam::123456789012:role/push\n`;
  const keylessOnly = { image: `${REGISTRY}/team/app`, identity, username: '', password: '' };

  it('signs in with what the identity is exchanged for, and reads no secret', async () => {
    const { sign, journal, docker, keyless, opened } = start(keylessOnly);
    const { logins } = await sign();
    const [given] = keyless.given;
    expect(given).toMatchObject({ type: 'aws-ecr', repository: `${REGISTRY}/team/app` });
    expect(docker.logins).toEqual([{ registry: REGISTRY, username: 'keyless', password: given?.password }]);
    expect(passwordOf(await opened[0]?.credential())).toBe(given?.password);
    expect(journal).not.toContain('runner.secret password');
    expect(logins[0]?.whose).toBe(
      `with a test credential, valid until 2026-11-20T13:00:00.000Z for pushing to ${REGISTRY}/team/app`,
    );
  });

  it('asks to read a source on the same registry, so that its layers are mounted', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const source = `docker://${REGISTRY}/team/staging@${digest}`;
    const { sign, keyless, opened } = start(
      { ...keylessOnly, source, 'mount-from': 'team/base', engine: 'direct' },
      false,
    );
    const { logins } = await sign();
    const mountFrom = ['team/base', 'team/staging'];
    expect(keyless.given.map(({ purpose }) => purpose)).toEqual([{ actions: 'pull,push', mountFrom }]);
    expect(opened.map((options) => options.mountFrom)).toEqual([mountFrom]);
    expect(logins[0]?.mountsFrom({ registry: REGISTRY, path: 'team/staging' })).toBe(true);
  });

  it('asks for each repository once, and not for the destination itself', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const source = ['staging', 'app'].map((name) => `docker://${REGISTRY}/team/${name}@${digest}`).join('\n');
    const { sign, keyless } = start({ ...keylessOnly, source, 'mount-from': 'team/staging' }, false);
    await sign();
    expect(keyless.given.map(({ purpose }) => purpose.mountFrom)).toEqual([['team/staging']]);
  });

  it('leaves later steps a login that mounts nothing', async () => {
    const given = { ...keylessOnly, 'mount-from': 'team/base', 'keep-login': 'true' };
    const { sign, keyless, docker } = start(given, false);
    const { keyring } = await sign();
    await keyring.keepLogins();
    expect(keyless.given.map(({ purpose }) => purpose.mountFrom)).toEqual([['team/base'], []]);
    expect([...docker.kept.values()].flat()).toEqual([
      { registry: REGISTRY, username: 'keyless', password: keyless.given[1]?.password },
    ]);
  });

  it('does not ask for that if an engine pushes, or for a source elsewhere', async () => {
    const elsewhere = `docker://ghcr.io/team/staging@sha256:${'a'.repeat(64)}`;
    for (const { sign, keyless } of [
      start({ ...keylessOnly, 'mount-from': 'team/base' }, true),
      start({ ...keylessOnly, source: elsewhere }, false),
    ]) {
      await sign();
      expect(keyless.given.map(({ purpose }) => purpose.mountFrom)).toEqual([[]]);
    }
  });

  it('masks every form of it before it is shown', async () => {
    const { sign, runner, keyless, registry } = start(keylessOnly);
    registry.refusesLogin = true;
    await expect(sign()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    const password = new Secret(keyless.given[0]?.password ?? '');
    for (const form of maskedForms({ username: 'keyless', password, servers: [REGISTRY] })) {
      expect(runner.masked).toContain(form);
    }
  });

  it('has a credential of its own for each repository, and the password for the others', async () => {
    const { sign, docker } = start({
      ...keylessOnly,
      image: `${REGISTRY}/team/app\n${REGISTRY}/team/web\nghcr.io/owner/app`,
      username: 'ci-bot',
      password: PASSWORD,
    });
    await sign();
    expect(docker.logins.map(({ registry, password }) => [registry, password]).sort()).toEqual([
      [REGISTRY, 'short-lived-0-of-team/app'],
      [REGISTRY, 'short-lived-1-of-team/web'],
      ['ghcr.io', PASSWORD],
    ]);
  });

  it('asks for the password of a destination that has no identity', async () => {
    const { sign, keyless } = start({ ...keylessOnly, image: `${REGISTRY}/team/app\nghcr.io/owner/app` });
    await expect(sign()).rejects.toMatchObject({ code: 'CREDENTIAL_MISSING' });
    expect(keyless.given).toEqual([]);
  });

  it('signs the engine in once more when the credential has run out, and only then', async () => {
    const { sign, keyless, docker, opened, runner } = start(keylessOnly);
    const { logins } = await sign();
    const first = await logins[0]?.engine();
    expect(await logins[0]?.engine()).toBe(first);
    keyless.expire();
    const second = await logins[0]?.engine();
    expect(second?.folder).not.toBe(first?.folder);
    expect(docker.logins.map(({ password }) => password)).toEqual(keyless.given.map(({ password }) => password));
    expect(passwordOf(await opened[0]?.credential())).toBe(keyless.given[1]?.password);
    expect(runner.masked).toContain(keyless.given[1]?.password);
  });

  describe('without a credential in the inputs', () => {
    const NOTHING = { username: '', password: '' };
    const theirs = { username: 'someone', password: new Secret('their own secret') };

    it('takes the login that docker has, masked before it is shown to anyone', async () => {
      const { sign, docker, runner, opened, journal } = start(NOTHING);
      docker.ownLogins.set('ghcr.io', { credential: theirs, from: 'docker-credential-desktop' });
      const { logins } = await sign();
      expect(passwordOf(await opened[0]?.credential())).toBe('their own secret');
      expect(docker.logins).toEqual([{ registry: 'ghcr.io', username: 'someone', password: 'their own secret' }]);
      expect(logins.map(({ whose }) => whose)).toEqual([
        'as someone, the login that docker has on this runner (docker-credential-desktop)',
      ]);
      for (const form of formsOf(theirs, ['ghcr.io'])) expect(runner.masked).toContain(form);
      expect(journal.lastIndexOf('runner.mask')).toBeLessThan(journal.indexOf('registry.open'));
    });

    it.each([
      ['an identity token', { identityToken: new Secret('refresh-me') }, { identityToken: 'refresh-me' }],
      ['a registry token', { registryToken: new Secret('bear-me') }, { registryToken: 'bear-me' }],
    ])('hands %s on as what it is', async (_name, credential, seen) => {
      const { sign, docker, runner } = start(NOTHING);
      docker.ownLogins.set('ghcr.io', { credential, from: 'the file' });
      await sign();
      expect(docker.logins).toEqual([{ registry: 'ghcr.io', ...seen }]);
      for (const form of formsOf(credential, ['ghcr.io'])) expect(runner.masked).toContain(form);
    });

    it('says what is missing, and why it may be, if docker has none', async () => {
      const { sign, journal } = start(NOTHING);
      await expect(sign()).rejects.toMatchObject({
        code: 'CREDENTIAL_MISSING',
        message: expect.stringContaining('ghcr.io'),
        hint: expect.stringMatching(/fork.*Dependabot.*environment/s),
      });
      expect(journal.filter((step) => step.startsWith('registry.'))).toEqual([]);
    });

    it('asks docker for nothing that the inputs give', async () => {
      const { sign, journal } = start();
      await sign();
      expect(journal.filter((step) => step.startsWith('docker.findLogin'))).toEqual([]);
    });
  });

  describe('with several registries', () => {
    const two = [
      '- {registry: ghcr.io, username: ci-bot, password: "first secret"}',
      '- {username: robot$team+ci, password: "second secret"}',
    ].join('\n');
    const given = { image: 'ghcr.io/owner/app\ndocker.io/owner/app', username: '', password: '' };

    it('gives each its own credential, and masks them all before anything is opened', async () => {
      const { sign, docker, runner, journal } = start({ ...given, 'registry-auth': two });
      await sign();
      expect(docker.logins).toEqual([
        { registry: 'ghcr.io', username: 'ci-bot', password: 'first secret' },
        { registry: 'docker.io', username: 'robot$team+ci', password: 'second secret' },
      ]);
      expect(runner.masked).toContain('first secret');
      expect(runner.masked).toContain('second secret');
      expect(journal.lastIndexOf('runner.mask')).toBeLessThan(journal.indexOf('registry.open'));
    });

    it.each<[name: string, more: Record<string, string>, said: RegExp]>([
      [
        'an entry for another registry',
        { 'registry-auth': two, image: 'ghcr.io/owner/app' },
        /line 2 .*no destination/,
      ],
      ['a list that is none', { 'registry-auth': 'ghcr.io: second secret' }, /registry-auth: is not a list/],
      [
        'two ways at once',
        { 'registry-auth': two, image: 'ghcr.io/a/b', username: 'x', password: 'y1234567' },
        /together with/,
      ],
    ])('refuses %s, and quotes no secret', async (_name, more, said) => {
      const { sign, journal } = start({ ...given, ...more });
      const error = await sign().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringMatching(said) });
      expect(String(error)).not.toMatch(/secret/);
      expect(journal.filter((step) => /registry\.|docker\./.test(step))).toEqual([]);
    });
  });

  describe('that may hand on less than it has', () => {
    const grants = [{ type: 'repository', name: 'owner/app', actions: ['pull', 'push'] }];
    const NARROW = { expiresIn: 1800, grants };

    it('gives the engine a token for the one repository, masked in every form, and proves nothing with the password', async () => {
      const { sign, docker, registry, runner } = start();
      registry.token = NARROW;
      const { logins } = await sign();
      expect(docker.logins).toEqual([{ registry: 'ghcr.io', registryToken: 'token-1' }]);
      for (const form of formsOf({ registryToken: new Secret('token-1') }, ['ghcr.io'])) {
        expect(runner.masked).toContain(form);
      }
      expect(logins[0]?.given).toMatch(/only pull from and push to this repository, valid for 30 min/);
    });

    it('gives it a new one when half of its time is over, and not before', async () => {
      const { sign, docker, registry, runner } = start();
      registry.token = NARROW;
      const { logins } = await sign();
      const first = await logins[0]?.engine();
      runner.time += 899_000;
      expect(await logins[0]?.engine()).toBe(first);
      runner.time += 1_000;
      expect((await logins[0]?.engine())?.folder).not.toBe(first?.folder);
      expect(docker.logins.map(({ registryToken }) => registryToken)).toEqual(['token-1', 'token-2']);
    });

    it.each([
      ['the registry gives no tokens', undefined, {}],
      ['its tokens end too soon', { ...NARROW, expiresIn: 300 }, {}],
      ['it is told to', NARROW, { 'credential-scope': 'full' }],
    ])('gives it the credential where %s', async (_name, token, given) => {
      const { sign, docker, registry } = start(given);
      registry.token = token;
      await sign();
      expect(docker.logins).toEqual([{ registry: 'ghcr.io', username: 'ci-bot', password: PASSWORD }]);
    });

    it('fails where it is told to, and cannot', async () => {
      const { sign, docker } = start({ 'credential-scope': 'repository' });
      await expect(sign()).rejects.toMatchObject({
        code: 'INPUT_INVALID',
        message: expect.stringMatching(/credential-scope: .*no tokens/),
      });
      expect(docker.logins).toEqual([]);
    });
  });

  describe('and what there is to say of the credential', () => {
    const deletes = [{ type: 'repository', name: 'owner/app', actions: ['pull', 'push', 'delete'] }];

    it('is asked of the registry, and told', async () => {
      const { sign, registry } = start({ password: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' });
      registry.granted = deletes;
      const { logins } = await sign();
      expect((await logins[0]?.use)?.advice).toMatchObject({
        kind: expect.stringContaining('classic personal'),
        width: expect.stringContaining('delete here'),
        findings: [{ says: expect.stringContaining('classic personal') }, { says: expect.stringContaining('delete') }],
      });
    });

    it('is asked by nobody who does not want to know', async () => {
      const { sign, journal } = start({ 'credential-policy': 'off' });
      const { logins } = await sign();
      expect((await logins[0]?.use)?.advice).toBeUndefined();
      expect(journal).not.toContain('registry.grants');
    });

    it('counts the days since it was made', async () => {
      const { sign } = start({ 'credential-created': '2026-08-01', 'max-credential-age': '30' });
      const { logins } = await sign();
      expect((await logins[0]?.use)?.advice?.findings).toEqual([
        { says: 'The credential is 111 days old; the limit is 30.', remedy: expect.any(String) },
      ]);
    });
  });
});

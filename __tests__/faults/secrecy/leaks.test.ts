import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Child, Ended } from '../../../src/docker/child.ts';
import { type Canary, makeCanary, sightingsOf } from '../../doubles/canary.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';
import { Engine } from '../step/engine.ts';
import { tell } from '../step/figures.ts';
import { runStep, USER } from '../step/run-step.ts';
import { VirtualClock } from '../step/virtual-clock.ts';

/** How often each story is told, each time with another secret. */
const TIMES = 28;
const image = buildImage({ contents: ['a base layer', 'a layer of our own'] });

type Run = (child: Child, signal: AbortSignal) => Promise<Ended>;
type Story = {
  readonly name: string;
  readonly auth?: 'basic' | 'token';
  readonly inputs?: (canary: Canary, registry: Registry) => Readonly<Record<string, string>>;
  readonly prepare?: (registry: Registry, canary: Canary) => void;
  /** What docker says instead of doing what it was called for; undefined lets it. */
  readonly docker?: (child: Child) => Ended | undefined;
  readonly reason: string;
};

/** Has the registry refuse such requests, and say in its error what it was shown. */
const repeat = (registry: Registry, isIt: (method: string, reference: string | undefined) => boolean, more: string) => {
  const act = { kind: 'error', status: 403, code: 'DENIED', message: '' } as const;
  const when = (request: { method: string; reference?: string | undefined; authorization?: string | undefined }) => {
    Object.assign(act, { message: `You showed "${request.authorization}" ${more}` });
    return request.authorization !== undefined && isIt(request.method, request.reference);
  };
  registry.fault({ match: { kind: 'any', when }, act });
};
const forms = (password: string) => {
  const pair = Buffer.from(`${USER}:${password}`);
  return [password, encodeURIComponent(password), pair.toString('base64'), pair.toString('base64url')].join(' ');
};
const fails = (stderr: string): Ended => ({ exitCode: 1, stdout: '', stderr: `${stderr}\n` });
const entry = (host: string, password: string) =>
  `- registry: ${host}\n  username: ${USER}\n  password: ${JSON.stringify(password)}\n`;
const NO_ACCOUNT = { username: '', password: '' };

const STORIES: readonly Story[] = [
  { name: 'a success', reason: 'published' },
  { name: 'a success with a token', auth: 'token', reason: 'published' },
  { name: 'a dry run', inputs: () => ({ 'dry-run': 'true' }), reason: 'dry-run' },
  { name: 'a closed gate', inputs: () => ({ branches: 'release/**' }), reason: 'GATE_REF' },
  { name: 'wrong inputs', inputs: () => ({ timeout: '0' }), reason: 'INPUT_INVALID' },
  { name: 'a wrong user', inputs: () => ({ username: 'nobody' }), reason: 'LOGIN_FAILED' },
  { name: 'a wrong user of a token service', auth: 'token', inputs: () => ({ username: 'x' }), reason: 'LOGIN_FAILED' },
  { name: 'half a credential', inputs: () => ({ username: '' }), reason: 'CREDENTIAL_MISSING' },
  {
    name: 'a list of credentials',
    inputs: ({ password }, { host }) => ({ ...NO_ACCOUNT, 'registry-auth': entry(host, password) }),
    reason: 'published',
  },
  {
    name: 'a list of credentials that is broken',
    inputs: ({ password }, { host }) => ({ ...NO_ACCOUNT, 'registry-auth': `- registry: ${host}\n  x: "${password}` }),
    reason: 'INPUT_INVALID',
  },
  {
    name: 'a credential for another host',
    inputs: ({ password }) => ({ ...NO_ACCOUNT, 'registry-auth': entry('ghcr.io', password) }),
    reason: 'INPUT_INVALID',
  },
  {
    name: 'a registry that repeats the login',
    prepare: (registry, { password }) => repeat(registry, () => true, forms(password)),
    reason: 'LOGIN_FAILED',
  },
  {
    name: 'a token service that repeats the login',
    auth: 'token',
    prepare: (registry, { password }) => repeat(registry, () => true, forms(password)),
    reason: 'LOGIN_FAILED',
  },
  {
    name: 'a registry that repeats the login when a tag is read',
    prepare: (registry, { password }) => repeat(registry, (_method, tag) => tag !== undefined, forms(password)),
    reason: 'REGISTRY_DENIED',
  },
  {
    name: 'a registry that repeats it when the last tag is written',
    prepare: (registry, { password }) =>
      repeat(registry, (method, tag) => method === 'PUT' && tag === 'v1.2.3', password),
    reason: 'REGISTRY_DENIED',
  },
  {
    name: 'a docker login that repeats what it was given',
    docker: ({ args, stdin }) => (args[0] === 'login' ? fails(`denied: ${forms(stdin ?? '')}`) : undefined),
    reason: 'LOGIN_FAILED',
  },
  {
    name: 'a docker push that fails',
    docker: ({ args }) => (args[1] === 'push' ? fails('no space left on device') : undefined),
    reason: 'PUSH_FAILED',
  },
  {
    name: 'a registry that holds something else',
    prepare: (registry) => registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'store-other' } }),
    reason: 'DIGEST_MISMATCH',
  },
  {
    name: 'an unknown engine',
    docker: ({ args }) => (args[0] === 'info' ? fails('Cannot connect to the Docker daemon') : undefined),
    reason: 'ENGINE_UNAVAILABLE',
  },
];

describe('no secret is told', () => {
  let temporary: string;
  let saved: string | undefined;
  let runs = 0;
  beforeAll(() => {
    temporary = mkdtempSync(join(tmpdir(), 'leaks-'));
    saved = process.env.RUNNER_TEMP;
    process.env.RUNNER_TEMP = temporary;
  });
  afterAll(() => {
    if (saved === undefined) delete process.env.RUNNER_TEMP;
    else process.env.RUNNER_TEMP = saved;
    rmSync(temporary, { recursive: true, force: true });
    tell('Runs in which a secret was looked for in 15 encodings, and found in none', runs);
  });

  test.each(STORIES)('by $name', async ({ auth = 'basic', inputs, prepare, docker, reason }) => {
    for (let time = 0; time < TIMES; time++) {
      const canary = makeCanary();
      const options = { auth: { kind: auth, users: { [USER]: canary.password } } } as RegistryOptions;
      await using registry = await startRegistry(options);
      prepare?.(registry, canary);
      const clock = new VirtualClock();
      const engine = new Engine({ clock, origins: { [registry.host]: registry.origin } });
      engine.store.load(image, ['app:test']);
      const children: Child[] = [];
      const run: Run = async (child, signal) => {
        children.push(child);
        return docker?.(child) ?? engine.run(child, signal);
      };
      // As the runner hands them to the action: a child must not get what we have.
      process.env.INPUT_PASSWORD = canary.password;
      process.env.ACTIONS_RUNTIME_TOKEN = canary.password;
      const given = { password: canary.password, ...inputs?.(canary, registry) };
      const step = await runStep({ registry, image, clock, docker: { ask: run, run }, inputs: given });
      expect(step.outputs.reason).toBe(reason);

      const shown = [...step.masked]
        .sort((one, other) => other.length - one.length)
        .reduce((text, secret) => text.replaceAll(secret, '***'), step.log.join('\n'));
      const seen = {
        log: shown,
        outputs: JSON.stringify(step.outputs),
        files: step.files.join('\n'),
        children: JSON.stringify(children.map(({ args, env }) => ({ args, env }))),
      };
      const leaks = Object.entries(seen).filter(([, text]) => sightingsOf(canary, text).length > 0);
      expect(leaks).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
      runs += 1;
    }
    delete process.env.INPUT_PASSWORD;
    delete process.env.ACTIONS_RUNTIME_TOKEN;
  });
});

/**
 * The engines and registries of the engine tests, as `.ci/services up DIR` has started them. TEST_SERVICES names its
 * services.json. Without it the tests that need it are skipped, except on CI, where nothing may be skipped.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { beforeAll, describe, it } from '@jest/globals';

/** A Docker engine, by the store it keeps its images in. `host` is a value for DOCKER_HOST. */
export type Engine = {
  readonly name: 'graph-driver' | 'containerd';
  readonly host: string;
  /** The buildx plug-in, to be linked into `$DOCKER_CONFIG/cli-plugins/`. */
  readonly buildx: string | null;
};

export type Credential = { readonly username: string; readonly password: string };

/** A registry with a credential that may push to `team/app`. */
export type Registry = Credential & {
  /** `address:port` */
  readonly host: string;
  readonly scheme: 'https' | 'http';
  /** PEM file that verifies its certificate (and its token service's), if there is one. */
  readonly ca: string | null;
};

export type Services = {
  readonly engines: readonly [graphDriver: Engine, containerd: Engine];
  /** A Swarm of one node, its manager: an engine of its own, which has none of what the others push. */
  readonly swarm: Engine;
  readonly registries: {
    /** htpasswd, certificate of the tests' own authority, trusted by the engines. */
    readonly tls: Registry;
    /** The same with a self-signed certificate that nobody trusts. */
    readonly untrusted: Registry;
    /** htpasswd, plain HTTP on loopback. */
    readonly plain: Registry;
    /** That of go-containerregistry: plain HTTP on loopback, and no login, so that any credential does. */
    readonly 'other-make': Registry;
    /** Token service; the credential may pull from and push to `team/app` and nothing else, `admin` may do everything. */
    readonly token: Registry & { readonly admin: Credential };
  };
  /** An emulator of AWS, plain HTTP on loopback, which tells its services apart by the Host header. */
  readonly aws: { readonly origin: string };
};

const patience = 60_000;

/** The running services; undefined if none were started, which on CI is an error. */
export function services(): Services | undefined {
  const path = process.env.TEST_SERVICES;
  if (path) return parse(readFileSync(path, 'utf8'), path);
  if (process.env.CI) throw new Error('TEST_SERVICES is not set: on CI the engine tests must not be skipped');
  return undefined;
}

/** A `describe` that is handed the services, and whose tests fail if one of them does not answer. */
export function describeWithServices(name: string, tests: (services: Services) => void): void {
  let found: Services | undefined;
  try {
    found = services();
  } catch (error) {
    describe(name, () => {
      it('has its engines and registries', () => {
        throw error;
      });
    });
    return;
  }
  if (found === undefined) {
    describe.skip(`${name} (skipped: start the services with ".ci/services up DIR" and set TEST_SERVICES)`, () => {
      it('has its engines and registries', () => {});
    });
    return;
  }
  const running = found;
  describe(name, () => {
    beforeAll(() => assertAlive(running), 3 * patience);
    tests(running);
  });
}

/** Throws an error that names every engine and registry that does not answer. */
export async function assertAlive({ engines, swarm, registries, aws }: Services): Promise<void> {
  const answers = await Promise.allSettled([
    ...engines.map(assertEngine),
    assertSwarm(swarm),
    ...Object.entries(registries).map(([name, { host }]) => assertListens(`registry "${name}"`, host)),
    assertListens('AWS', new URL(aws.origin).host),
  ]);
  const silent = answers
    .filter((answer) => answer.status === 'rejected')
    .map(({ reason }) => (reason as Error).message);
  if (silent.length > 0) throw new Error(`A service of the tests does not answer:\n${silent.join('\n')}`);
}

async function assertEngine({ name, host }: Engine): Promise<void> {
  const { code, stdout, stderr } = await docker(host, ['info', '--format', '{{.ServerVersion}} {{.DriverStatus}}']);
  const failed = (why: string) => new Error(`engine "${name}" at ${host}: ${why}`);
  if (code !== 0 || !/^\d/.test(stdout)) throw failed(stderr.trim() || stdout.trim() || 'no answer');
  const store = stdout.includes('io.containerd.snapshotter') ? 'containerd' : 'graph-driver';
  if (store !== name) throw failed(`its image store is "${store}"`);
}

async function assertSwarm({ host }: Engine): Promise<void> {
  const { stdout, stderr } = await docker(host, ['node', 'ls', '--format', '{{.Status}} {{.ManagerStatus}}']);
  const answer = stdout.trim() || stderr.trim() || 'no answer';
  if (answer !== 'Ready Leader') throw new Error(`Swarm at ${host}: ${answer}`);
}

function docker(host: string, command: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', command, {
      env: { ...process.env, DOCKER_HOST: host },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => {
      stdout += data;
    });
    child.stderr.on('data', (data) => {
      stderr += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function assertListens(name: string, host: string): Promise<void> {
  const { hostname, port } = new URL(`tcp://${host}`);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: patience });
    const failed = (why: string) => {
      socket.destroy();
      reject(new Error(`${name} at ${host}: ${why}`));
    };
    socket.on('connect', () => {
      socket.end();
      resolve();
    });
    socket.on('timeout', () => failed('no answer'));
    socket.on('error', (error) => failed(error.message));
  });
}

function parse(text: string, path: string): Services {
  const file = JSON.parse(text) as Partial<Services>;
  const missing: string[] = [];

  const engine = (name: Engine['name']) => {
    const found = file.engines?.find((candidate) => candidate.name === name);
    if (!found?.host) missing.push(`engine "${name}"`);
    return { buildx: null, ...found } as Engine;
  };
  const registry = <Name extends keyof Services['registries']>(name: Name) => {
    const found = file.registries?.[name];
    if (!found?.host || !found.scheme || !found.username || !found.password) missing.push(`registry "${name}"`);
    return found as Services['registries'][Name];
  };

  const parsed: Services = {
    engines: [engine('graph-driver'), engine('containerd')],
    swarm: { name: 'containerd', host: file.swarm?.host ?? '', buildx: null },
    registries: {
      tls: registry('tls'),
      untrusted: registry('untrusted'),
      plain: registry('plain'),
      'other-make': registry('other-make'),
      token: registry('token'),
    },
    aws: { origin: file.aws?.origin ?? '' },
  };
  if (parsed.swarm.host === '') missing.push('Swarm');
  if (parsed.aws.origin === '') missing.push('AWS');
  if (parsed.registries.token && !parsed.registries.token.admin) missing.push('the admin of registry "token"');
  if (missing.length > 0) throw new Error(`${path} lacks ${missing.join(', ')}`);
  return parsed;
}

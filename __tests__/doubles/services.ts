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

/** Forms of registry servers that others made. */
export const SERVERS = [
  /** Debian's distribution 2.8 with its cache of descriptors, deletion allowed. */
  'distribution-2',
  /** Distribution 3 likewise. */
  'distribution-3',
  'distribution-3-uncached',
  /** Serves what `distribution-3` has stored, and takes nothing. */
  'distribution-3-read-only',
  /** A pull-through cache of `distribution-3`. */
  'distribution-3-mirror',
  /** Token service; the credential's rights are those at the registry "token". */
  'distribution-3-token',
  /** Distribution 3 behind nginx and behind Apache, which ask for the password themselves. */
  'nginx',
  'apache',
] as const;
export type ServerName = (typeof SERVERS)[number];

/** With TLS and an address of its own. */
export type Server = Registry & {
  /** Who may pull and not push, where the server tells such rights apart. */
  readonly reader: Credential;
  /** Who may do everything. */
  readonly admin: Credential;
};

const PROGRAMS = ['distribution-2', 'distribution-3', 'act', 'crane'] as const;
type ProgramName = (typeof PROGRAMS)[number];

/** Podman with a store of its own. */
export type Podman = {
  /** Its API socket, a value for DOCKER_HOST. */
  readonly host: string;
  /** Its own command. */
  readonly program: string;
  /** A folder for PATH: the `docker` in it is Podman, as the package podman-docker makes it. */
  readonly asDocker: string;
};

/** A whole Sigstore of our own, plain HTTP on loopback: the addresses of its servers. */
export type Sigstore = {
  /** Of identity tokens, as GitHub's; a job asks at `/token?claims=…` (doubles/sigstore/oidc-issuer.ts). */
  readonly issuer: string;
  readonly fulcio: string;
  /** Version 2. */
  readonly rekor: string;
  readonly timestamp: string;
  /** File with what its signatures are verified with. */
  readonly trustedRoot: string;
  /** Its TUF repository, which serves that file and announces these servers, and the file with its first root. */
  readonly tufUrl: string;
  readonly tufRoot: string;
  /** The program cosign, which judges what was signed. */
  readonly cosign: string;
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
    /** That of the CUE project, likewise; its tags never move. */
    readonly cue: Registry;
    /** Token service; the credential may pull from and push to `team/app` and nothing else, `admin` may do everything. */
    readonly token: Registry & { readonly admin: Credential };
  };
  readonly servers: { readonly [name in ServerName]: Server };
  /** The registries themselves, for tests that want one of their own, and nektos/act, which runs workflows; and crane. */
  readonly programs: { readonly [name in ProgramName]: string };
  readonly podman: Podman;
  readonly sigstore: Sigstore;
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
export async function assertAlive({ engines, swarm, registries, servers, podman, aws }: Services): Promise<void> {
  const answers = await Promise.allSettled([
    ...engines.map(assertEngine),
    assertSwarm(swarm),
    assertPodman(podman),
    ...Object.entries({ ...registries, ...servers }).map(([name, { host }]) =>
      assertListens(`registry "${name}"`, host),
    ),
    assertListens('AWS', new URL(aws.origin).host),
  ]);
  const silent = answers
    .filter((answer) => answer.status === 'rejected')
    .map(({ reason }) => (reason as Error).message);
  if (silent.length > 0) throw new Error(`A service of the tests does not answer:\n${silent.join('\n')}`);
}

/** Throws where there is no Sigstore, or one of its servers does not answer: only the tests that sign ask for one. */
export async function assertSigstore({ sigstore }: Services): Promise<void> {
  if (sigstore === undefined) throw new Error('services.json has no "sigstore": start the services anew');
  const { issuer, fulcio, rekor, timestamp } = sigstore;
  await Promise.all([issuer, fulcio, rekor, timestamp].map((at) => assertListens('Sigstore', new URL(at).host)));
}

/** Throws where its TUF repository is missing, or does not answer. */
export async function assertTuf(services: Services): Promise<void> {
  await assertSigstore(services);
  const { tufUrl } = services.sigstore;
  if (tufUrl === undefined) throw new Error('services.json has no TUF repository: start the services anew');
  await assertListens('TUF', new URL(tufUrl).host);
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

async function assertPodman({ host }: Podman): Promise<void> {
  const { stdout, stderr } = await docker(host, ['version', '--format', '{{json .Server.Components}}']);
  if (!stdout.includes('Podman Engine')) throw new Error(`Podman at ${host}: ${stderr.trim() || stdout.trim()}`);
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

  const server = (name: ServerName) => {
    const found = file.servers?.[name];
    if (!found?.host || !found.username || !found.password || !found.reader || !found.admin)
      missing.push(`server "${name}"`);
    return found as Server;
  };

  const parsed: Services = {
    engines: [engine('graph-driver'), engine('containerd')],
    swarm: { name: 'containerd', host: file.swarm?.host ?? '', buildx: null },
    registries: {
      tls: registry('tls'),
      untrusted: registry('untrusted'),
      plain: registry('plain'),
      'other-make': registry('other-make'),
      cue: registry('cue'),
      token: registry('token'),
    },
    servers: Object.fromEntries(SERVERS.map((name) => [name, server(name)])) as Services['servers'],
    programs: file.programs as Services['programs'],
    podman: file.podman as Podman,
    aws: { origin: file.aws?.origin ?? '' },
    sigstore: file.sigstore as Sigstore,
  };
  if (parsed.swarm.host === '') missing.push('Swarm');
  missing.push(...PROGRAMS.filter((name) => !file.programs?.[name]).map((name) => `the program "${name}"`));
  if (!file.podman?.host || !file.podman.program || !file.podman.asDocker) missing.push('Podman');
  if (parsed.aws.origin === '') missing.push('AWS');
  if (parsed.registries.token && !parsed.registries.token.admin) missing.push('the admin of registry "token"');
  if (missing.length > 0) throw new Error(`${path} lacks ${missing.join(', ')}`);
  return parsed;
}

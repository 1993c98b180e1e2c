import { createSecureContext, type SecureContext } from 'node:tls';
import type { Machine } from '../../../src/docker/cli.ts';
import { dockerCli } from '../../../src/docker/docker-cli.ts';
import type { Files } from '../../../src/files/files.ts';
import { localFiles } from '../../../src/files/local-files.ts';
import type { GitHub } from '../../../src/github/github.ts';
import type { History } from '../../../src/github/history.ts';
import { distributionRegistry } from '../../../src/registry/distribution-registry.ts';
import { maskedForms, Secret } from '../../../src/secret/secret.ts';
import type { Held, StoreKind } from '../../doubles/engine/image-store.ts';
import { packedFile } from '../../doubles/image-files.ts';
import type { Registry } from '../../doubles/registry/start-registry.ts';
import { InMemoryKeyless } from '../../unit/doors/in-memory-keyless.ts';
import { InMemoryReports } from '../../unit/doors/in-memory-reports.ts';
import { publish } from '../../unit/doors/publish.ts';
import { Engine, type EngineOptions } from './engine.ts';
import { COMMIT, MemoryRunner } from './memory-runner.ts';
import { VirtualClock } from './virtual-clock.ts';
import { virtualLifetime } from './virtual-lifetime.ts';

export const REPOSITORY = 'team/app';
export const VERSION_TAG = 'v1.2.3';
export const USER = 'ci-bot';
export const PASSWORD = 'correct-horse-battery-staple';
export const USERS = { [USER]: PASSWORD };

export type StepOptions = {
  readonly registry: Registry;
  readonly image: Held;
  readonly store?: StoreKind;
  readonly level?: 'manifest' | 'graph' | 'content';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly clock?: VirtualClock;
  readonly engine?: Pick<EngineOptions, 'claim' | 'instead'>;
  /** The engine brings the image to the registry without a request. */
  readonly isCarried?: boolean;
  readonly trust?: SecureContext;
  /** Where `source` is, if it is a file. */
  readonly files?: Files;
  /** The image is in a file, and is pushed without an engine. */
  readonly isInFile?: boolean;
  /** Runs the docker command, if not the engine in this process. */
  readonly docker?: Omit<Machine, 'clock'>;
  /** How the registry is called in the image's name, where that is not its address. */
  readonly host?: string;
};

/** How a step ended. */
export type Step = {
  readonly isWell: boolean;
  readonly wantsVersion: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  /** Code and text of each error annotation. */
  readonly errors: MemoryRunner['errors'];
  readonly log: readonly string[];
  readonly masked: ReadonlySet<string>;
  /** What went into the files of the runner: state and summary. */
  readonly files: readonly string[];
  readonly engine: Engine;
  /** Milliseconds by the step's clock, and how many it had. */
  readonly took: number;
  readonly deadline: number;
};

/** Nothing is asked of GitHub where no checks are required. */
const NO_GITHUB: GitHub = {
  awaitReports: () => Promise.reject(new Error('GitHub was asked')),
  requiredChecks: () => Promise.reject(new Error('GitHub was asked')),
  squashedHead: () => Promise.reject(new Error('GitHub was asked')),
  branchHas: () => Promise.reject(new Error('GitHub was asked')),
  branchNames: () => Promise.reject(new Error('GitHub was asked')),
  pullRequestsOf: () => Promise.reject(new Error('GitHub was asked')),
};

const unasked = () => Promise.reject(new Error('GitHub was asked'));
const NO_HISTORY: History = { relation: unasked, latestCommits: unasked, gitTags: unasked, isPrerelease: unasked };

const noTrust = createSecureContext();

/** runStep publishes an image as the action does, with its own code from the inputs to the outputs. */
export async function runStep(options: StepOptions): Promise<Step> {
  const { registry, image, level = 'graph', clock = new VirtualClock(), trust = noTrust } = options;
  const { store = 'graph-driver', isCarried, isInFile = false, host = registry.host, inputs = {} } = options;
  const runner = new MemoryRunner({
    image: `${host}/${REPOSITORY}`,
    source: isInFile ? 'oci:app' : 'app:test',
    'sha-tag': '{sha}',
    'git-tags': 'v*',
    events: 'push',
    'when-closed': 'skip',
    timeout: '30',
    'wait-for-checks': '0',
    summary: 'true',
    username: USER,
    password: PASSWORD,
    tags: VERSION_TAG,
    verify: level,
    ...inputs,
  });
  const lifetime = virtualLifetime(clock);
  const engine = new Engine({
    clock,
    store,
    origins: { [host]: registry.origin },
    ...options.engine,
    ...(isCarried && { carry: carryTo(registry) }),
  });
  const inFile: Files = { has: async () => true, open: async () => packedFile(image) };
  if (!isInFile) engine.store.load(image, ['app:test']);
  const isWell = await publish({
    runner,
    files: isInFile ? inFile : (options.files ?? localFiles(lifetime.signal)),
    docker: dockerCli(lifetime.signal, { ask: engine.ask, run: engine.run, ...options.docker, clock }),
    openRegistry: distributionRegistry({
      signal: lifetime.signal,
      mask: runner.mask,
      onWarning: runner.info,
      clock,
      timer: clock.timer,
      trustFor: async () => ({ trust }),
    }),
    github: NO_GITHUB,
    keyless: new InMemoryKeyless(),
    history: NO_HISTORY,
    reports: new InMemoryReports(),
    lifetime,
  });
  const { outputs, errors, log, masked, files } = runner;
  const wantsVersion = runner.input('tags') !== '';
  return {
    isWell,
    wantsVersion,
    outputs,
    errors,
    log,
    masked,
    files,
    engine,
    took: clock.now(),
    deadline: lifetime.deadline,
  };
}

function carryTo(registry: Registry): NonNullable<EngineOptions['carry']> {
  return (image, path, tag) => {
    const repository = registry.repository(path);
    for (const each of 'children' in image ? image.children : [image]) {
      for (const { digest, bytes } of [each.config, ...each.layers]) repository.blobs.set(digest, bytes);
      repository.putManifest(each.bytes, each.mediaType);
    }
    repository.putManifest(image.bytes, image.mediaType, tag);
  };
}

export const SHA_TAG = COMMIT;
/** Every form of the secret that must never be printed or sent astray. */
export const SECRETS = maskedForms({ username: USER, password: new Secret(PASSWORD), servers: [] });

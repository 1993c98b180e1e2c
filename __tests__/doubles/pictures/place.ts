import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { layout, writeLayout } from '../archives/layouts.ts';
import { Clouds } from '../clouds/clouds.ts';
import { startInternet } from '../clouds/start-internet.ts';
import { type Engine, startEngine } from '../engine/start-engine.ts';
import { Repository } from '../github/repository.ts';
import { startGitHub } from '../github/start-github.ts';
import type { Image, ImageIndex } from '../registry/images.ts';
import { type Registry, startRegistry } from '../registry/start-registry.ts';
import { pushToMain, REPOSITORY_ID, Runner, type Step, type StepOptions } from '../runner.ts';

/** Commits of the branch main: 0 is the oldest. */
export const commitAt = (place: number): string => (0xa5c3785ed8d6 + place).toString(16).padEnd(40, '0d6a35868bc169f0');

/** The token of the job has this form; that of a person, another. */
const PASSWORD = `ghs_${'k7Qz'.repeat(9)}`;
/** A registry as people run it themselves. */
export const OWN_REGISTRY = 'registry.octocat.test';
/** The repository, at GitHub and at the registry. */
export const TEAM = 'octocat/app';
export const DESTINATION = `ghcr.io/${TEAM}`;

type Cast = {
  readonly runner: Runner;
  readonly engine: Engine;
  readonly registry: Registry;
  readonly github: Repository;
  readonly env: Readonly<Record<string, string>>;
};

/** Where a picture is taken: a job, an engine, GitHub, and registries that go by the names they have in the world. */
export class Place implements AsyncDisposable {
  readonly engine: Engine;
  /** All registries are this one; repositories of other hosts have other paths. */
  readonly registry: Registry;
  /** What GitHub knows of the repository. */
  readonly github: Repository;
  readonly #runner: Runner;
  readonly #env: Readonly<Record<string, string>>;
  readonly #stack: AsyncDisposableStack;

  static async set(): Promise<Place> {
    await using stack = new AsyncDisposableStack();
    const auth = { kind: 'basic', users: { octocat: PASSWORD } } as const;
    // A make whose redirects name no host: they stay at the name that it is called by here.
    const registry = stack.use(await startRegistry({ auth, personality: 'harbor' }));
    const hosts = { hosts: ['ghcr.io', 'quay.io', OWN_REGISTRY], origin: registry.origin };
    const internet = stack.use(await startInternet({ clouds: new Clouds([]), registry: hosts, hosts: [] }));
    const engine = stack.use(await startEngine({ internet: internet.port }));
    const github = new Repository({ id: REPOSITORY_ID });
    github.commits.set(
      'main',
      Array.from({ length: 10 }, (_, at) => commitAt(9 - at)),
    );
    const api = stack.use(await startGitHub(github, { token: 'ghs_tokenOfTheJob' }));
    const runner = stack.use(new Runner());
    const env = { ...engine.env, ...internet.env, ...api.env };
    return new Place({ runner, engine, registry, github, env }, stack.move());
  }

  private constructor({ runner, engine, registry, github, env }: Cast, stack: AsyncDisposableStack) {
    this.engine = engine;
    this.registry = registry;
    this.github = github;
    this.#runner = runner;
    this.#env = env;
    this.#stack = stack;
  }

  /** hold puts an image into a repository under tags, as earlier runs have left it. */
  hold(path: string, image: Image, ...tags: readonly string[]): void {
    const repository = this.registry.repository(path);
    for (const { digest, bytes } of [image.config, ...image.layers]) repository.blobs.set(digest, bytes);
    for (const tag of tags) repository.putManifest(image.bytes, image.mediaType, tag);
  }

  /** layout puts an image into the workspace as a folder. */
  layout(name: string, image: Image | ImageIndex): void {
    writeLayout(this.#runner.path('workspace', name), layout(image));
  }

  /** write puts a file into the workspace, and returns its path. */
  write(name: string, content: string): string {
    const path = this.#runner.path('workspace', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** publish runs the step to its end. */
  publish({ inputs, event = pushToMain }: Partial<Pick<StepOptions, 'inputs' | 'event'>>): Promise<Step> {
    const given = { image: DESTINATION, ...inputs };
    const registries = given.image.split('\n').map((image) => image.split('/')[0]);
    const entries = registries.map((host) => `- { registry: ${host}, username: octocat, password: ${PASSWORD} }\n`);
    const all = { 'registry-auth': entries.join(''), ...given };
    return this.#runner.main({ inputs: all, event, env: { ...this.#env } });
  }

  /** sibling runs the step of another action of this repository to its end, started by hand on the branch main. */
  sibling(action: 'prune' | 'verify', inputs: StepOptions['inputs']): Promise<Step> {
    const payload = { repository: { id: REPOSITORY_ID, full_name: TEAM, default_branch: 'main', fork: false } };
    const event = { name: 'workflow_dispatch', ref: 'refs/heads/main', sha: commitAt(4), payload };
    return this.#runner.main({
      ...{ action, event, env: this.#env },
      inputs: { username: 'octocat', password: PASSWORD, ...inputs },
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync();
  }
}

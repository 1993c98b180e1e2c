import { Repository } from '../../doubles/github/repository.ts';
import { type GitHub, startGitHub } from '../../doubles/github/start-github.ts';
import { Runner } from '../../doubles/runner.ts';
import type { Engine, Registry } from '../../doubles/services.ts';
import { DockerClient, type Program } from './docker-client.ts';
import { outputsOf, publication, unique } from './job.ts';

/** What a run has told of the version that it published, and the commit that this is of. */
export type Version = {
  readonly image: string;
  readonly digest: string;
  readonly previous: string | undefined;
  readonly summary: string;
  readonly commit: string;
};

/** Line is a line of development: each version that it publishes is of a newer commit, and takes the moving tag along. */
export class Line implements AsyncDisposable {
  readonly tag = unique('latest');
  readonly #engine: Engine;
  readonly #registry: Registry;
  readonly #docker: DockerClient;
  readonly #github: GitHub;
  readonly #commits: string[] = [];

  private constructor(engine: Engine, registry: Registry, github: GitHub) {
    this.#engine = engine;
    this.#registry = registry;
    this.#docker = new DockerClient(engine);
    this.#github = github;
  }

  static async from(engine: Engine, registry: Registry): Promise<Line> {
    return new Line(engine, registry, await startGitHub(new Repository()));
  }

  /** publish builds a program and runs the step for it. */
  async publish(program: Omit<Program, 'name' | 'commit'> = {}): Promise<Version> {
    using job = new Runner();
    const source = `${unique('app')}:test`;
    const inputs = { source, 'moving-tags': this.tag };
    const step = publication({ engine: this.#engine, registry: this.#registry, inputs });
    const commit = step.event.sha;
    this.#commits.unshift(commit);
    this.#github.api.repository.commits.set('main', [...this.#commits]);
    await this.#docker.buildProgram({ ...program, name: source, commit });
    const main = await job.main({ ...step, env: { ...step.env, ...this.#github.env } });
    const { image = '', digest = '', 'previous-digest': previous } = outputsOf(main);
    return { image, digest, previous, summary: main.summary, commit };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#github[Symbol.asyncDispose]();
    await this.#docker[Symbol.asyncDispose]();
  }
}

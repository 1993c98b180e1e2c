import type { DockerClient } from './docker-client.ts';
import { unique } from './job.ts';
import { until } from './until.ts';

/** What a Swarm runs: what the service and its task name, and of which image and commit the container really is. */
export type Running = {
  readonly service: string;
  readonly task: string;
  readonly state: string;
  readonly digest: string;
  readonly commit: string;
};

/** SwarmService is a service of one task, made by a client of the manager; it is removed when it is disposed. */
export class SwarmService implements AsyncDisposable {
  readonly name = unique('app');
  readonly #client: DockerClient;

  constructor(client: DockerClient) {
    this.#client = client;
  }

  /** create starts the service, on the node's own network, and without the patience that a Swarm has by default. */
  async create(image: string, ...options: readonly string[]): Promise<void> {
    const quick = ['--restart-delay=100ms', '--update-monitor=100ms', '--rollback-monitor=100ms'];
    const fixed = ['--quiet', '--name', this.name, '--network=host', ...quick];
    await this.#client.succeed(['service', 'create', ...fixed, ...options, image]);
  }

  /** rollback has the Swarm go back to what it ran before the last update. */
  async rollback(): Promise<void> {
    await this.#client.succeed(['service', 'rollback', '--quiet', this.name]);
  }

  /**
   * running tells what runs, once something does, on a Swarm whose only node is its manager. An update does not wait for
   * that where the task it replaces was just being started again: the Swarm starts that one from the new version, finds
   * nothing left to update, and docker calls it done.
   */
  async running(): Promise<Running> {
    let id: string | undefined;
    await until(`${this.name} runs`, async () => {
      id = /^(\S+) Running .*$/.exec(await this.#tasks('{{.ID}} {{.CurrentState}}', 'desired-state=running'))?.[1];
      return id !== undefined;
    });
    const [service = ''] = await this.#inspect('service', this.name, '{{.Spec.TaskTemplate.ContainerSpec.Image}}');
    const [task = '', container = ''] = await this.#inspect(
      'task',
      id ?? '',
      '{{.Spec.ContainerSpec.Image}} {{.Status.ContainerStatus.ContainerID}}',
    );
    const [state = '', digest = '', commit = ''] = await this.#inspect(
      'container',
      container,
      '{{.State.Status}} {{.Image}} {{index .Config.Labels "org.opencontainers.image.revision"}}',
    );
    return { service, task, state, digest, commit };
  }

  /** complaints lists what the node says of tasks that it could not start. */
  async complaints(): Promise<readonly string[]> {
    return (await this.#tasks('{{.Error}}')).split('\n').filter(Boolean);
  }

  /** A line of a format for each task. */
  #tasks(format: string, ...filters: readonly string[]): Promise<string> {
    const chosen = filters.flatMap((filter) => ['--filter', filter]);
    return this.#client.succeed(['service', 'ps', '--no-trunc', ...chosen, '--format', format, this.name]);
  }

  /** Words of a format, of one thing of a kind. */
  async #inspect(kind: 'service' | 'task' | 'container', name: string, format: string): Promise<readonly string[]> {
    return (await this.#client.succeed(['inspect', '--type', kind, '--format', format, name])).split(' ');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.succeed(['service', 'rm', this.name]);
  }
}

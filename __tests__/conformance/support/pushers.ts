/** Who pushes for the step: real engines, or where there are none our double of one. */
import { startEngine } from '../../doubles/engine/start-engine.ts';
import type { Engine, Services } from '../../doubles/services.ts';
import { DockerClient } from '../../engine/support/docker-client.ts';
import { unique } from '../../engine/support/job.ts';
import { freshImage } from './scene.ts';

/** An image that was built, by the name under which the engine has it. */
export type Built = { readonly name: string; readonly config: string };

export type OpenedPusher = AsyncDisposable & {
  /** What a step needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  build(): Promise<Built>;
  /** names are all the names of the image that the engine has now, sorted. */
  names(built: Built): Promise<readonly string[]>;
};

export type Pusher = { readonly name: string; open(): Promise<OpenedPusher> };

export function realPushers({ engines }: Services): readonly Pusher[] {
  return engines.map((engine) => ({ name: engine.name, open: async () => realPusher(engine) }));
}

function realPusher(engine: Engine): OpenedPusher {
  const docker = new DockerClient(engine);
  const ids = new Map<string, string>();
  return {
    env: { DOCKER_HOST: engine.host },
    build: async () => {
      const name = `${unique('app')}:test`;
      ids.set(name, await docker.build(name));
      return { name, config: await docker.configOf(name) };
    },
    names: async ({ name }) => {
      const id = ids.get(name) ?? '';
      return (await docker.names([id])).map((line) => line.replace(` ${id}`, ''));
    },
    [Symbol.asyncDispose]: () => docker[Symbol.asyncDispose](),
  };
}

export const pusherDoubles: readonly Pusher[] = (['graph-driver', 'containerd'] as const).map((store) => ({
  name: `our ${store}`,
  open: async () => {
    const engine = await startEngine({ store });
    return {
      env: engine.env,
      build: async () => {
        const name = `${unique('app')}:test`;
        const image = freshImage({ format: 'docker' });
        engine.load(image, [name]);
        return { name, config: image.config.digest };
      },
      names: async () => engine.names,
      [Symbol.asyncDispose]: async () => {
        await engine.close();
        engine.assertClean();
      },
    };
  },
}));

import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { it, jest } from '@jest/globals';
import { type Canary, makeCanary } from '../doubles/canary.ts';
import type { Held } from '../doubles/engine/image-store.ts';
import { type Engine, type EngineOptions, startEngine } from '../doubles/engine/start-engine.ts';
import type { RecordedRequest } from '../doubles/registry/exchange.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../doubles/registry/start-registry.ts';
import type { Repository } from '../doubles/registry/storage.ts';
import { type Event, pushToMain, Runner, type RunningStep, type Step, type StepOptions } from '../doubles/runner.ts';

/** How long a story may take on a busy machine, in milliseconds; alone it takes a second. */
const PATIENCE = 300_000;
jest.setTimeout(PATIENCE + 5_000);

/** Robot accounts of some registries are named in this way. */
export const USERNAME = 'robot$team+ci';
export const SOURCE = 'app:test';

/** Added to a step's environment, this lets what it waits for come a hundred times as soon, and no deadline. */
export const FAST_CLOCK = preload('fast-clock.js');
/** Added to a step's environment, this lets all of its time pass a hundred times as fast, its own "timeout" too. */
export const FAST_DEADLINES = preload('fast-deadlines.js');
/** Added to a step's environment, this lets a minute pass at once when the step gets SIGUSR2. */
export const JUMPING_CLOCK = preload('jumping-clock.js');
/** Added to a step's environment with `STRAY`, this lets something go wrong in it that nobody waits for. */
export const STRAY_ERROR = preload('stray-error.js');
/** Added to a step's environment with `KILLED_AT`, this kills it at a chosen change of a folder. */
export const KILLED = preload('killed-at.js');

function preload(name: string): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: `--import ${pathToFileURL(resolve(import.meta.dirname, '../doubles', name)).href}` };
}

export type StageOptions = {
  /** By default it wants the password by Basic authentication, over plain HTTP on loopback. */
  readonly registry?: (canary: Canary) => RegistryOptions;
  readonly engine?: EngineOptions;
  /** What the engine has under the name `app:test`; by default an image as the engine would build it. */
  readonly image?: Held;
};

export type Overrides = {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: Event;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
  readonly bundle?: string;
  readonly inOwnGroup?: boolean;
};

type Cast = { readonly runner: Runner; readonly engine: Engine; readonly registry: Registry };

/** Where a scenario plays: a job on a runner, an engine with a built image, and a registry with a password. */
export class Stage implements AsyncDisposable {
  readonly canary: Canary;
  readonly runner: Runner;
  readonly engine: Engine;
  readonly registry: Registry;
  /** What the engine calls the image. */
  readonly imageId: string;
  readonly #stack: AsyncDisposableStack;

  static async set({ registry, engine, image = builtImage() }: StageOptions = {}): Promise<Stage> {
    await using stack = new AsyncDisposableStack();
    const canary = makeCanary();
    const basic = { auth: { kind: 'basic', users: { [USERNAME]: canary.password } } } as const;
    const cast = {
      runner: stack.use(new Runner()),
      engine: stack.use(await startEngine(engine)),
      registry: stack.use(await startRegistry({ personality: 'distribution', ...(registry?.(canary) ?? basic) })),
    };
    return new Stage(canary, cast, { image, stack: stack.move() });
  }

  private constructor(
    canary: Canary,
    { runner, engine, registry }: Cast,
    { image, stack }: { readonly image: Held; readonly stack: AsyncDisposableStack },
  ) {
    this.canary = canary;
    this.runner = runner;
    this.engine = engine;
    this.registry = registry;
    this.imageId = engine.load(image, [SOURCE]);
    this.#stack = stack;
  }

  /** The destination. */
  get name(): string {
    return `${this.registry.host}/team/app`;
  }

  /** What the registry has there. */
  get repository(): Repository {
    return this.registry.repository('team/app');
  }

  options({ inputs, event = pushToMain, env, ...rest }: Overrides = {}): StepOptions {
    return {
      inputs: { image: this.name, source: SOURCE, username: USERNAME, password: this.canary.password, ...inputs },
      event,
      env: { ...this.engine.env, ...env },
      ...rest,
    };
  }

  /** publish runs the main step to its end. */
  publish(overrides?: Overrides): Promise<Step> {
    return this.runner.main(this.options(overrides));
  }

  /** start runs the main step in the background; whatever becomes of the scenario, it does not outlive it. */
  start(overrides?: Overrides): RunningStep {
    const step = this.runner.start('main', this.options(overrides));
    this.#stack.defer(() => void step.child.kill('SIGKILL'));
    return step;
  }

  post(main: Step, overrides?: Overrides): Promise<Step> {
    return this.runner.post(this.options(overrides), main.state);
  }

  /** The bytes that the registry holds under a tag. */
  heldUnder(tag: string): Buffer | undefined {
    return this.repository.manifests.get(this.repository.tags.get(tag) ?? '')?.bytes;
  }

  /** arrival resolves when the registry gets the request that is waited for, before it is answered. */
  arrival(isIt: (request: RecordedRequest) => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const when = (request: RecordedRequest): boolean => {
      if (isIt(request)) resolve();
      return false;
    };
    const watch = this.registry.fault({ match: { when }, act: { kind: 'delay', ms: 0 } });
    return promise.finally(() => watch.remove());
  }

  /** Requests that write. */
  get writes(): readonly string[] {
    return this.registry.requests
      .filter(({ method }) => method !== 'GET' && method !== 'HEAD')
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** The docker commands so far, by their words. */
  get commands(): readonly string[] {
    return this.engine.calls.map(({ args }) => args.slice(0, args[0] === 'image' ? 2 : 1).join(' '));
  }

  /** write puts a file into the workspace and returns its path. */
  write(name: string, content: string): string {
    const path = this.runner.path('workspace', name);
    writeFileSync(path, content);
    return path;
  }

  read(path: string): string {
    return readFileSync(path, 'utf8');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#stack.disposeAsync();
  }
}

/** scenario plays a story on a stage of its own; at its end no fault may be left unplayed, no protocol broken. */
export function scenario(name: string, options: StageOptions, story: (stage: Stage) => Promise<void>): void {
  it.concurrent(name, async () => {
    await using stage = await Stage.set(options);
    const { promise: late, reject } = Promise.withResolvers<never>();
    // A story that waits for what never happens must not keep its stage, and with it the whole suite, for ever.
    const timer = setTimeout(() => reject(new Error('the story has not come to its end')), PATIENCE);
    try {
      await Promise.race([story(stage), late]);
      stage.engine.assertClean();
      stage.registry.assertClean();
    } finally {
      clearTimeout(timer);
    }
  });
}

/** An image as an engine of the graph-driver store makes and pushes it. */
export function builtImage(content = 'the image that was tested'): Held {
  return buildImage({ content, format: 'docker' });
}

/** filesIn lists every file below a folder with what it holds; links are not followed. */
export function filesIn(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

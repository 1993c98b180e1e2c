import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { type Event, REPOSITORY_ID } from '../doubles/runner.ts';
import type { Engine, Services } from '../doubles/services.ts';
import { type ActLog, readActLog } from './act-log.ts';

const checkout = resolve(import.meta.dirname, '../..');
const standIns = resolve(import.meta.dirname, 'stand-ins');
const PUBLISHER = '.github/workflows/publish.yml';
/** Where this action is published, for the workflows that act runs. */
const OWNER = 'OWNER/verified-image-push';
/** The commit at which it is found there. */
export const PUBLISHED_COMMIT = 'a'.repeat(40);

/** Of a run that failed, the lines that are shown first. */
const LAST_LINES = 40;

/** What is written into the copy of the publisher. */
export type Written = {
  /** Where it is from, which act does not tell a called workflow. */
  readonly knows?: boolean;
  /** The input `sigstore-urls`, as the owner of a Sigstore writes it: the publisher takes none from its caller. */
  readonly sigstoreUrls?: string;
};

/** A workflow run that is asked for. */
export type Trigger = {
  /** The workflow's path in the repository. */
  readonly workflow: string;
  readonly event: Event;
  /** This job alone, with those that it needs. */
  readonly job?: string;
  readonly actor?: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** The runner's own environment, such as where GitHub's API is. */
  readonly env?: Readonly<Record<string, string>>;
};

/** A run that has ended. */
export type Run = ActLog & { readonly exitCode: number | null };

/** assertWell fails unless a run has ended well, with what ended it first: logs of tests are often cut. */
export function assertWell({ exitCode, failed, outputs, text }: Run): void {
  if (exitCode === 0) return;
  const steps = failed.map(({ job, step }) => `${JSON.stringify(step)} of the job ${JSON.stringify(job)}`);
  // Of an action that fails, act may not have heard the error; its results are in a file.
  const errors = outputs.flatMap(({ job, step, outputs: { results = '{}' } }) => {
    const { error } = JSON.parse(results) as { readonly error?: unknown };
    return error === undefined ? [] : [`${job}, ${step}: ${JSON.stringify(error)}\n`];
  });
  const last = text.split('\n').slice(-LAST_LINES).join('\n');
  throw new Error(
    `act ended with ${exitCode}; failed: ${steps.join(', ') || 'no step'}.\n${errors.join('')}${last}\n\nThe whole:\n${text}`,
  );
}

export type RunningWorkflow = { readonly child: ChildProcess; readonly ended: Promise<Run> };

/**
 * Act is a repository whose workflows are run on this machine by act, a program that is not ours: it loads action.yml,
 * evaluates the expressions, and hands inputs, outputs and states over, as GitHub's runner does. Jobs run beside each
 * other, with one HOME and one engine; `actions/checkout` is act's own.
 */
export class Act implements Disposable {
  readonly #program: string;
  readonly #engine: Engine;
  readonly #folder = mkdtempSync(join(tmpdir(), 'act-'));
  /** What jobs may write to: HOME, and the folder below which act gives each its workspace and RUNNER_TEMP. */
  readonly written = join(this.#folder, 'written');
  readonly #repository = join(this.#folder, 'repository');
  readonly #actions = new Map<string, string>();

  constructor({ programs }: Pick<Services, 'programs'>, engine: Engine) {
    this.#program = programs.act;
    this.#engine = engine;
    for (const name of ['repository', 'settings', 'artifacts', 'written/home/.docker/cli-plugins', 'written/act']) {
      mkdirSync(join(this.#folder, name), { recursive: true });
    }
    if (engine.buildx !== null) symlinkSync(engine.buildx, join(this.#home, '.docker/cli-plugins/docker-buildx'));
  }

  get #home(): string {
    return join(this.written, 'home');
  }

  /** commit writes a file of the repository. */
  commit(path: string, content: string | Uint8Array): void {
    const file = join(this.#repository, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: 0o755 });
  }

  /** commitOwn brings a file or folder of this checkout into the repository. */
  commitOwn(...paths: readonly string[]): void {
    for (const path of paths) cpSync(join(checkout, path), join(this.#repository, path), { recursive: true });
  }

  /** keep has a file in an artifact of the run, as if a job had uploaded it. */
  keep(artifact: string, file: string, content: Uint8Array): void {
    const folder = join(this.#folder, 'artifacts', artifact);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), content);
  }

  /**
   * publish has this action, its siblings and the publisher found at a ref of OWNER/verified-image-push, as they stand in
   * this checkout, but for what is written into the publisher.
   */
  publish(ref: string, { knows = true, sigstoreUrls }: Written = {}): void {
    const folder = join(this.#folder, 'checkouts', OWNER, PUBLISHED_COMMIT);
    for (const path of ['action.yml', 'dist', 'verify', PUBLISHER])
      cpSync(join(checkout, path), join(folder, path), { recursive: true });
    this.#actions.set(`${OWNER}@${ref}`, folder);
    let text = readFileSync(join(folder, PUBLISHER), 'utf8');
    if (knows)
      text = text
        .replaceAll('${{ fromJSON(toJSON(job)).workflow_repository }}', OWNER)
        .replaceAll('${{ fromJSON(toJSON(job)).workflow_sha }}', PUBLISHED_COMMIT);
    if (sigstoreUrls !== undefined)
      text = text.replace(/^( +)proof: \$.*\n/m, (line, space) => `${line}${space}sigstore-urls: '${sigstoreUrls}'\n`);
    writeFileSync(join(folder, PUBLISHER), text);
  }

  /**
   * Other people's actions cannot be had here: at whatever version, they are folders of ours. So is the checkout of
   * the publisher, which is one of another repository.
   */
  #standIns(workflow: string): readonly (readonly [name: string, folder: string])[] {
    const files = /(?:aws-)?actions\/((?:up|down)load-artifact|configure-aws-credentials)@[\w.]+/g;
    const names = readFileSync(join(this.#repository, workflow), 'utf8').matchAll(files);
    const ofPublisher = [...this.#actions.values()].flatMap((folder) => [
      ...readFileSync(join(folder, PUBLISHER), 'utf8').matchAll(/actions\/([\w-]+)@[\w.]+/g),
    ]);
    return [...names, ...ofPublisher].map(([name, action = '']) => [name, join(standIns, action)]);
  }

  /** run runs a workflow to its end. */
  run(trigger: Trigger): Promise<Run> {
    return this.start(trigger).ended;
  }

  /** start runs a workflow in the background, so that it can be cancelled: SIGINT is what `Ctrl+C` sends. */
  start({ workflow, event, job, actor = 'octocat', vars = {}, secrets = {}, env = {} }: Trigger): RunningWorkflow {
    // As files, because act hands its own environment on to every step.
    const setting = (name: string, value: unknown) => {
      const file = join(this.#folder, 'settings', name);
      writeFileSync(file, JSON.stringify(value), { mode: 0o600 });
      return file;
    };
    const payload = {
      ref: event.ref,
      after: event.sha,
      deleted: false,
      repository: { id: REPOSITORY_ID, full_name: 'octocat/app', default_branch: 'main' },
      ...event.payload,
    };
    const runner = {
      DOCKER_HOST: this.#engine.host,
      DOCKER_BUILDKIT: this.#engine.buildx === null ? '0' : '1',
      GITHUB_REPOSITORY: 'octocat/app',
      // The commit, of events whose payload does not name it where act looks for it.
      SHA_REF: event.sha,
      GITHUB_REPOSITORY_ID: String(REPOSITORY_ID),
      ARTIFACTS: join(this.#folder, 'artifacts'),
      CHECKOUTS: join(this.#folder, 'checkouts'),
      BASH_ENV: join(standIns, 'last-words.sh'),
      ...env,
    };
    const child = spawn(
      this.#program,
      [
        event.name,
        '--json',
        ...['--workflows', workflow, '--platform', 'ubuntu-24.04=-self-hosted', '--actor', actor],
        ...['--eventpath', setting('event.json', payload)],
        // Without a token act asks GitHub's own command line for one.
        ...['--secret-file', setting('secrets.yml', { GITHUB_TOKEN: 'a-token-of-nobody', ...secrets })],
        ...['--var-file', setting('vars.yml', vars), '--env-file', setting('env.yml', runner)],
        ...['--action-cache-path', join(this.written, 'act'), '--no-cache-server'],
        ...[...this.#actions, ...this.#standIns(workflow)].flatMap(([name, folder]) => [
          '--local-repository',
          `${name}=${folder}`,
        ]),
        ...(job === undefined ? [] : ['--job', job]),
      ],
      {
        cwd: this.#repository,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          // The Node of this process is that of the lock file.
          PATH: [join(standIns, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter),
          HOME: this.#home,
        },
      },
    );
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    const { promise, resolve: end, reject } = Promise.withResolvers<Run>();
    child.once('error', reject);
    child.once('close', (exitCode) => end({ exitCode, ...readActLog(printed) }));
    return { child, ended: promise };
  }

  [Symbol.dispose](): void {
    // What a step that was killed has started may still make a file.
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

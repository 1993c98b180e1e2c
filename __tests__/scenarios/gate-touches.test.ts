/** What a step reads, starts and contacts, by the way its gate goes: seen from inside of the process. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect } from '@jest/globals';
import { REVISION_LABEL } from '../../src/image/run-config.ts';
import { factsOf } from '../gate/event-facts.ts';
import { Repository } from '../support/github/repository.ts';
import { startGitHub } from '../support/github/start-github.ts';
import { buildImage } from '../support/registry/images.ts';
import { type Event, pushToMain, REPOSITORY_ID, SHA, type Step } from '../support/runner.ts';
import { type Overrides, type Stage, scenario } from './stage.ts';

const RECORDER = pathToFileURL(resolve(import.meta.dirname, '../gate/recorded-touches.js')).href;

/** watched runs the step under the recorder, and tells what it touched, each once. */
async function watched(stage: Stage, overrides: Overrides): Promise<{ step: Step; touches: readonly string[] }> {
  const path = stage.runner.path('files', 'touches');
  writeFileSync(path, '');
  const env = { ...overrides.env, NODE_OPTIONS: `--import ${RECORDER}`, TOUCHES: path };
  const step = await stage.publish({ ...overrides, env });
  const lines = readFileSync(path, 'utf8').split('\n');
  return { step, touches: [...new Set(lines)].filter((line) => line !== '').sort() };
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

describe('a step whose gate is closed by', () => {
  for (const [name, overrides, reason] of CLOSED) {
    scenario(`${name} touches nothing: no secret, no process, no connection`, {}, async (stage) => {
      const { step, touches } = await watched(stage, overrides);
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason } });
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
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_CHECKS' } });
    expect(touches).toEqual([`connects to ${hostOf(github.env.GITHUB_API_URL)}`, 'reads INPUT_GITHUB-TOKEN']);
    expect(stage.registry.requests).toEqual([]);
  });

  scenario('the label of its image asks the engine, and nothing else', {}, async (stage) => {
    const { step, touches } = await watched(stage, { inputs: { 'require-revision-label': 'true' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_REVISION' } });
    expect(touches).toEqual(['starts docker']);
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
    expect(touches).toEqual(['starts docker']);
    expect(stage.registry.requests).toEqual([]);
  });
});

describe('a step whose gate is open', () => {
  const image = buildImage({ content: 'labelled', format: 'docker', labels: { [REVISION_LABEL]: SHA } });

  // Without this a recorder that records nothing would pass.
  scenario('touches all of it', { image }, async (stage) => {
    const inputs = { 'require-revision-label': 'true' };
    const { step, touches } = await watched(stage, { event: pushToMain, inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    const expected = [`connects to ${stage.registry.host}`, 'reads INPUT_PASSWORD', 'starts docker'];
    for (const touch of expected) expect(touches).toContain(touch);
    expect(touches).not.toContain('reads INPUT_GITHUB-TOKEN');
  });
});

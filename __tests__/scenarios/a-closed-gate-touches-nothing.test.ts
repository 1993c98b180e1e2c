import { describe, expect } from '@jest/globals';
import { type Event, pushToMain, REPOSITORY_ID, SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { annotationsOf, expectNothingLeft } from './failure.ts';
import { type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const MAIN = 'refs/heads/main';
const FORK = { id: 42, full_name: 'stranger/app' };
const OWN = { id: REPOSITORY_ID, full_name: 'octocat/app' };

const pullRequest = (repo: unknown, type = 'User'): Event => ({
  name: 'pull_request',
  ref: 'refs/pull/7/merge',
  sha: SHA,
  payload: {
    action: 'opened',
    sender: { type },
    pull_request: { user: { type }, head: { sha: SHA, ref: 'feature', repo }, base: { ref: 'main' } },
  },
});
const followUp = (run: object): Event => ({
  name: 'workflow_run',
  ref: MAIN,
  sha: SHA,
  payload: {
    action: 'completed',
    workflow_run: {
      event: 'push',
      conclusion: 'success',
      head_branch: 'main',
      head_sha: SHA,
      head_repository: OWN,
      ...run,
    },
  },
});
const release = (payload: object, ref = 'refs/tags/v1.2.3'): Event => ({
  name: 'release',
  ref,
  sha: SHA,
  payload: { action: 'published', release: { draft: false, tag_name: 'v1.2.3' }, ...payload },
});

type Closed = {
  readonly name: string;
  readonly event: Event;
  readonly reason: string;
  readonly inputs?: Readonly<Record<string, string>>;
};

const CLOSED: readonly Closed[] = [
  { name: 'a push to a feature branch', event: { ...pushToMain, ref: 'refs/heads/feature' }, reason: 'GATE_REF' },
  {
    name: 'a push to a branch that is named like a tag',
    event: { ...pushToMain, ref: 'refs/heads/refs/tags/v1' },
    reason: 'GATE_REF',
  },
  { name: 'a git tag that does not match', event: { ...pushToMain, ref: 'refs/tags/nightly' }, reason: 'GATE_REF' },
  { name: 'a branch that was deleted', event: { ...pushToMain, payload: { deleted: true } }, reason: 'GATE_EVENT' },
  { name: 'a push without a commit', event: { ...pushToMain, sha: '' }, reason: 'GATE_EVENT' },
  {
    name: 'pull_request_target, which runs as the default branch',
    event: { ...pullRequest(FORK), name: 'pull_request_target', ref: MAIN },
    reason: 'GATE_EVENT',
  },
  {
    name: 'an event that strangers can cause',
    event: { name: 'issue_comment', ref: MAIN, sha: SHA },
    reason: 'GATE_EVENT',
  },
  { name: 'an event that nobody knows', event: { name: 'constructor', ref: MAIN, sha: SHA }, reason: 'GATE_EVENT' },
  { name: 'a pull request that is not listed', event: pullRequest(OWN), reason: 'GATE_EVENT' },
  {
    name: 'a pull request of a fork, although pull requests are listed',
    event: pullRequest(FORK),
    inputs: { events: 'pull_request', branches: 'feature' },
    reason: 'GATE_FORK',
  },
  {
    name: 'a pull request of a fork that is gone',
    event: pullRequest(null),
    inputs: { events: 'pull_request', branches: 'feature' },
    reason: 'GATE_FORK',
  },
  {
    name: 'a pull request that a bot opened',
    event: pullRequest(OWN, 'Bot'),
    inputs: { events: 'pull_request', branches: 'feature' },
    reason: 'GATE_EVENT',
  },
  { name: 'a workflow run that is not listed', event: followUp({}), reason: 'GATE_EVENT' },
  {
    name: 'a workflow run of a fork',
    event: followUp({ head_repository: FORK }),
    inputs: { events: 'push, workflow_run' },
    reason: 'GATE_FORK',
  },
  {
    name: 'a workflow run after a failed one',
    event: followUp({ conclusion: 'failure' }),
    inputs: { events: 'push, workflow_run' },
    reason: 'GATE_EVENT',
  },
  { name: 'a schedule that is not listed', event: { name: 'schedule', ref: MAIN, sha: SHA }, reason: 'GATE_EVENT' },
  {
    name: 'a release that is a draft',
    event: release({ release: { draft: true, tag_name: 'v1.2.3' } }),
    reason: 'GATE_EVENT',
  },
  { name: 'a release that runs on a branch', event: release({}, MAIN), reason: 'GATE_EVENT' },
];

/** No secret is masked because none was read; nothing was started, nothing asked. */
function expectUntouched(stage: Stage, step: Step): void {
  expect(stage.registry.requests).toEqual([]);
  expect(stage.engine.calls).toEqual([]);
  expect(readLog(step.log).commands.map(({ name }) => name)).not.toContain('add-mask');
  expect(step.state).toEqual({});
  expectNothingLeft(stage);
}

describe('the gate is closed for', () => {
  for (const { name, event, reason, inputs = {} } of CLOSED) {
    scenario(name, {}, async (stage) => {
      const step = await stage.publish({ event, inputs });
      expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason } });
      expect(Object.keys(step.outputs).sort()).toEqual(['pushed', 'reason', 'results']);
      expect(annotationsOf(step, 'notice').map(({ properties }) => properties.title)).toEqual([
        `Not published (${reason})`,
      ]);
      expect(annotationsOf(step, 'error')).toEqual([]);
      expect(readable(step)).toContain(`<code>${reason}</code>`);
      expectUntouched(stage, step);
    });
  }

  scenario('everything that is against it, and it says all of that at once', {}, async (stage) => {
    const step = await stage.publish({ event: pullRequest(FORK) });
    const { verdict } = JSON.parse(step.outputs.results ?? '');
    const codes = verdict.reasons.map(({ code }: { code: string }) => code);
    expect(new Set(codes)).toEqual(new Set(['GATE_EVENT', 'GATE_FORK', 'GATE_REF']));
    expectUntouched(stage, step);
  });
});

describe('a closed gate', () => {
  scenario('is a failure where that is asked for', {}, async (stage) => {
    const event = { ...pushToMain, ref: 'refs/heads/feature' };
    const step = await stage.publish({ event, inputs: { 'when-closed': 'fail' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_REF' } });
    expect(annotationsOf(step, 'error').map(({ properties }) => properties.title)).toEqual([
      'Not published (GATE_REF)',
    ]);
    expectUntouched(stage, step);
  });

  scenario('leaves nothing to do for the post step', {}, async (stage) => {
    const main = await stage.publish({ event: { ...pushToMain, ref: 'refs/heads/feature' } });
    const post = await stage.post(main);
    expect(post.exitCode).toBe(0);
    expectUntouched(stage, main);
  });

  scenario('does not hide inputs that are wrong', {}, async (stage) => {
    const step = await stage.publish({ event: { ...pushToMain, ref: 'refs/heads/feature' }, inputs: { timeout: 'x' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'INPUT_INVALID' } });
    expectUntouched(stage, step);
  });
});

describe('the gate is open for', () => {
  const OPEN: readonly Omit<Closed, 'reason'>[] = [
    { name: 'a git tag that matches', event: { ...pushToMain, ref: 'refs/tags/v1.2.3' } },
    { name: 'a published release', event: release({}) },
    { name: 'a dispatch on the default branch', event: { name: 'workflow_dispatch', ref: MAIN, sha: SHA } },
    {
      name: 'a release branch that is listed',
      event: { ...pushToMain, ref: 'refs/heads/release/1.2' },
      inputs: { branches: 'main, release/**' },
    },
    {
      name: 'a pull request of this repository that is listed',
      event: pullRequest(OWN),
      inputs: { events: 'pull_request', branches: 'feature' },
    },
  ];
  for (const { name, event, inputs = {} } of OPEN) {
    scenario(name, {}, async (stage) => {
      const step = await stage.publish({ event, inputs: { ...inputs, 'dry-run': 'true' } });
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'dry-run' } });
      expect(JSON.parse(step.outputs.results ?? '').verdict).toMatchObject({ open: true, commit: SHA });
    });
  }
});

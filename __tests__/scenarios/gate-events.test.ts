/** Which runs publish, told from the trigger to the registry: one line for each story, on the built bundle. */
import { describe, expect, it } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { type Event, REPOSITORY_ID, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { factsOf, HEAD, TIP } from '../exhaustive/event-facts.ts';
import { exitCodeOf, expectNothingLeft } from './failure.ts';
import { builtImage, SOURCE, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

/** A run as GitHub tells of it: by default nothing is odd about it. */
function run(...[name, relation, kind]: Parameters<typeof factsOf>): Event {
  const { ref, sha, payload } = factsOf(name, relation, kind);
  return { name, ref, sha, payload: payload as Record<string, unknown> };
}

/** The same with something else in its payload, one level down. */
function changed(event: Event, part: string, changes: object): Event {
  const { [part]: before } = event.payload ?? {};
  return { ...event, payload: { ...event.payload, [part]: { ...(before as object), ...changes } } };
}

const pullRequest = run('pull_request', 'own', 'listed');
/** A merged pull request has the branch it was merged into as its ref, and the merge as its commit. */
const merged: Event = {
  ...changed(pullRequest, 'pull_request', { merged: true, state: 'closed', merge_commit_sha: HEAD }),
  ref: 'refs/heads/main',
  sha: HEAD,
};
const closedAction = (event: Event): Event => ({ ...event, payload: { ...event.payload, action: 'closed' } });
const prerelease = changed(run('release', 'own', 'tag'), 'release', { prerelease: true });
const prereleased: Event = { ...prerelease, payload: { ...prerelease.payload, action: 'prereleased' } };
const final = run('release', 'own', 'tag');
const promoted: Event = { ...final, payload: { ...final.payload, action: 'released' } };
/** All that GitHub sends with a schedule. */
const scheduled: Event = { ...run('schedule', 'own', 'default'), payload: { schedule: '30 5 * * 1,3' } };
/** The run of a branch that is gone, whose event says so: it has the default branch as its ref. */
const deletion: Event = { ...run('push', 'own', 'default'), name: 'delete', payload: { ref: 'x', ref_type: 'branch' } };

type Inputs = Readonly<Record<string, string>>;
/** `published`, or the code of every reason against it, in their order. */
type Story = readonly [name: string, event: Event, inputs: Inputs, expected: string];

const EVERYTHING: Inputs = {
  events: 'push, release, workflow_dispatch, schedule, merge_group, repository_dispatch, workflow_run, pull_request',
  branches: '**',
  'git-tags': '**',
};
const WORKFLOW_RUN: Inputs = { events: 'push, workflow_run' };
const LISTED: Inputs = { branches: 'main, release/**' };
const SCHEDULE_ELSEWHERE: Inputs = { events: 'schedule', branches: 'release/**' };
const PULL_REQUEST: Inputs = { events: 'pull_request', branches: '**' };

const STORIES: readonly Story[] = [
  ['a push to main', run('push', 'own', 'default'), {}, 'published'],
  ['a push to main by a bot that merges', run('push', 'bot', 'default'), {}, 'published'],
  ['a push of a tag', run('push', 'own', 'tag'), {}, 'published'],
  ['a push of a tag that is not listed', run('push', 'own', 'other-tag'), {}, 'GATE_REF'],
  ['a push to a feature branch', run('push', 'own', 'other'), {}, 'GATE_REF'],
  ['a push to a branch that is named like a tag', run('push', 'own', 'like-a-tag'), {}, 'GATE_REF'],
  ['a push to a listed branch', run('push', 'own', 'listed'), LISTED, 'published'],
  ['a push that deletes a branch', run('push', 'own', 'deleted'), {}, 'GATE_EVENT'],
  ['a push that deletes a branch, whatever is listed', run('push', 'own', 'deleted'), EVERYTHING, 'GATE_EVENT'],
  ['the deletion of a branch, by its own event', deletion, EVERYTHING, 'GATE_EVENT'],
  ['a merged pull request', closedAction(merged), {}, 'GATE_EVENT GATE_EVENT GATE_REF'],
  ['a merged pull request, though pull requests are listed', closedAction(merged), PULL_REQUEST, 'GATE_EVENT'],
  ['the push that the merge of a pull request is', run('push', 'own', 'default'), {}, 'published'],
  ['a pull request of this repository', pullRequest, {}, 'GATE_EVENT GATE_REF'],
  ['a pull request of this repository that is listed', pullRequest, PULL_REQUEST, 'published'],
  ['a pull request of a fork', run('pull_request', 'fork', 'default'), {}, 'GATE_EVENT GATE_FORK'],
  ['a pull request of a fork that is listed', run('pull_request', 'fork', 'default'), PULL_REQUEST, 'GATE_FORK'],
  ['a pull request of a fork that is gone', run('pull_request', 'gone', 'default'), PULL_REQUEST, 'GATE_FORK'],
  ['a pull request of Dependabot that is listed', run('pull_request', 'bot', 'other'), PULL_REQUEST, 'GATE_EVENT'],
  ['pull_request_target', run('pull_request_target', 'fork', 'default'), {}, 'GATE_EVENT'],
  ['pull_request_target, whatever is listed', run('pull_request_target', 'own', 'default'), EVERYTHING, 'GATE_EVENT'],
  ['a workflow_run', run('workflow_run', 'own', 'default'), {}, 'GATE_EVENT'],
  ['a workflow_run that is listed', run('workflow_run', 'own', 'default'), WORKFLOW_RUN, 'published'],
  ['a workflow_run of a fork', run('workflow_run', 'fork', 'default'), {}, 'GATE_EVENT GATE_FORK'],
  ['a workflow_run of a fork, listed', run('workflow_run', 'fork', 'default'), WORKFLOW_RUN, 'GATE_FORK'],
  ['a workflow_run of a fork, whatever is listed', run('workflow_run', 'fork', 'default'), EVERYTHING, 'GATE_FORK'],
  [
    'a workflow_run after one that failed',
    changed(run('workflow_run', 'own', 'default'), 'workflow_run', { conclusion: 'failure' }),
    WORKFLOW_RUN,
    'GATE_EVENT',
  ],
  ['a release', run('release', 'own', 'tag'), {}, 'published'],
  ['a release of a tag that is not listed', run('release', 'own', 'other-tag'), {}, 'GATE_REF'],
  ['a prerelease that is published', prerelease, {}, 'published'],
  ['a prerelease that is promoted', promoted, {}, 'published'],
  ['a prerelease, by the event that comes besides', prereleased, {}, 'GATE_EVENT'],
  ['a manual run on main', run('workflow_dispatch', 'own', 'default'), {}, 'published'],
  ['a manual run on a side branch', run('workflow_dispatch', 'own', 'other'), {}, 'GATE_REF'],
  ['a manual run on a side branch that is listed', run('workflow_dispatch', 'own', 'listed'), LISTED, 'published'],
  ['a manual run on a tag', run('workflow_dispatch', 'own', 'tag'), {}, 'published'],
  ['a scheduled run', scheduled, {}, 'GATE_EVENT'],
  ['a scheduled run that is listed', scheduled, { events: 'schedule' }, 'published'],
  ['a scheduled run where only another branch may publish', scheduled, SCHEDULE_ELSEWHERE, 'GATE_REF'],
  ['somebody’s comment', run('issue_comment', 'own', 'default'), EVERYTHING, 'GATE_EVENT'],
  ['a star', run('watch', 'own', 'default'), EVERYTHING, 'GATE_EVENT'],
  ['an event that nobody knows', run('push_force', 'own', 'default'), EVERYTHING, 'GATE_EVENT'],
  [
    'a push after a job that failed',
    run('push', 'own', 'default'),
    { needs: '{"test":{"result":"failure"}}' },
    'GATE_NEEDS',
  ],
  ['a push without a job that it needs', run('push', 'own', 'default'), { needs: '{}' }, 'GATE_NEEDS'],
  [
    'a push after jobs that succeeded',
    run('push', 'own', 'default'),
    { needs: '{"test":{"result":"success"}}' },
    'published',
  ],
];

type Told = { readonly code: string; readonly opens: string } & Readonly<Record<'rule' | 'seen' | 'says', string>>;

/** expectTold: the verdict has every reason, each with what is wrong, in words or by its rule, and how to publish. */
function expectTold(step: Step, event: string, codes: readonly string[]): void {
  const { verdict } = JSON.parse(step.outputs.results ?? '');
  expect(verdict).toMatchObject({ open: false, event });
  expect(verdict.reasons.map(({ code }: Told) => code)).toEqual(codes);
  const shown = readLog(step.log).shown;
  for (const { rule, seen, says, opens } of verdict.reasons as readonly Told[]) {
    for (const text of [...(says === undefined ? [rule, seen] : [says]), opens]) {
      expect(text).toMatch(/\S{2}/);
      expect(readable(step)).toContain(text);
      expect(shown).toContain(text);
    }
  }
}

/** What GitHub has: main, with the commit that runs are about and another one that came later. */
function knownTo(): Repository {
  const repository = new Repository({ id: REPOSITORY_ID });
  repository.commits.set('main', [TIP, HEAD]);
  return repository;
}

/** Nothing was asked, nothing started, nothing left. */
function expectUntouched(stage: Stage): void {
  expect(stage.registry.requests).toEqual([]);
  expect(stage.engine.calls).toEqual([]);
  expectNothingLeft(stage);
}

describe('by the trigger of the run,', () => {
  for (const [name, event, inputs, expected] of STORIES) {
    const isOpen = expected === 'published';
    const [reason = '', ...others] = expected.split(' ');
    scenario(`${name}: ${expected}`, {}, async (stage) => {
      // It has HEAD on main, and would answer whatever it is asked.
      await using github = await startGitHub(knownTo());
      const step = await stage.publish({ event, inputs, env: github.env });
      const asksGitHub = event.name === 'workflow_run' && isOpen;
      expect(github.requests.length > 0).toBe(asksGitHub);
      expect(step).toMatchObject({ exitCode: exitCodeOf(reason), outputs: { pushed: String(isOpen), reason } });
      if (!isOpen) {
        expectTold(step, event.name, [reason, ...others]);
        return expectUntouched(stage);
      }
      expect(stage.heldUnder(HEAD)).toBeDefined();
      expect(JSON.parse(step.outputs.results ?? '').verdict).toMatchObject({ open: true, commit: HEAD });
      // What GITHUB_SHA is for many events, and is never published for them.
      expect(stage.heldUnder(TIP)).toBeUndefined();
      expectNothingLeft(stage);
    });
  }

  it('there is a story for each that was asked for', () => {
    expect(STORIES.length).toBeGreaterThanOrEqual(13);
    expect(STORIES.filter(([, , , expected]) => expected === 'published').length).toBeGreaterThanOrEqual(8);
  });
});

describe('a run that is run again', () => {
  const again = { GITHUB_RUN_ATTEMPT: '2' };

  scenario('finds its image there already, and uploads nothing', {}, async (stage) => {
    const event = run('push', 'own', 'default');
    const first = await stage.publish({ event });
    const writes = stage.writes.length;
    const second = await stage.publish({ event, env: again });
    expect(second).toMatchObject({ exitCode: 0, outputs: { pushed: 'true', reason: 'already-published' } });
    expect(second.outputs.digest).toBe(first.outputs.digest);
    expect(stage.writes).toHaveLength(writes);
  });

  scenario('long after main has moved on, publishes its own commit and nothing else', {}, async (stage) => {
    const event = { ...run('push', 'own', 'default'), sha: 'b'.repeat(40) };
    const step = await stage.publish({ event, env: again });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'true', reason: 'published' } });
    expect([...stage.repository.tags.keys()]).toEqual(['b'.repeat(40)]);
    const { verdict } = JSON.parse(step.outputs.results ?? '');
    expect(verdict).toMatchObject({ open: true, event: 'push', commit: 'b'.repeat(40), ref: 'refs/heads/main' });
  });

  scenario('on a branch that may not publish is closed like the first time', {}, async (stage) => {
    const step = await stage.publish({ event: run('push', 'own', 'other'), env: again });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason: 'GATE_REF' } });
    expectUntouched(stage);
  });

  scenario('whose image was built anew in between is an error, and leaves what is there', {}, async (stage) => {
    const event = run('push', 'own', 'default');
    await stage.publish({ event });
    const held = stage.heldUnder(HEAD);
    stage.engine.load(builtImage('built again'), [SOURCE]);
    const step = await stage.publish({ event, env: again });
    expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'TAG_EXISTS' } });
    // The gate was open, and stays told.
    const { verdict } = JSON.parse(step.outputs.results ?? '');
    expect(verdict).toMatchObject({ open: true, event: 'push', commit: HEAD, ref: 'refs/heads/main' });
    expect(stage.heldUnder(HEAD)).toEqual(held);
  });
});

describe('a closed gate that is to be red', () => {
  const CLOSED = STORIES.filter(([, , , expected]) => !/published| /.test(expected));
  for (const [name, event, inputs, reason] of CLOSED.slice(0, 4)) {
    scenario(`is so for ${name}`, {}, async (stage) => {
      const step = await stage.publish({ event, inputs: { ...inputs, 'when-closed': 'fail' } });
      expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason } });
      expectUntouched(stage);
    });
  }
});

describe('a run that follows one of a tag that is named like the branch', () => {
  const event = run('workflow_run', 'own', 'default');

  scenario('is closed, since the commit is on no branch of that name', {}, async (stage) => {
    const repository = knownTo();
    repository.commits.set('main', [TIP]);
    await using github = await startGitHub(repository);
    const step = await stage.publish({ event, inputs: WORKFLOW_RUN, env: github.env });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason: 'GATE_REF' } });
    expectTold(step, 'workflow_run', ['GATE_REF']);
    expectUntouched(stage);
  });

  scenario('is red where GitHub may not be asked, and the permission is named', {}, async (stage) => {
    await using github = await startGitHub(knownTo(), { permissions: ['metadata'] });
    const step = await stage.publish({ event, inputs: WORKFLOW_RUN, env: github.env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_SERVER' } });
    expectTold(step, 'workflow_run', ['GATE_SERVER']);
    expect(readable(step)).toContain('give the job the permission "contents: read" under "permissions:"');
    expectUntouched(stage);
  });
});

describe('the repository of a run', () => {
  scenario('that has our name and another number is a fork', {}, async (stage) => {
    const event = run('pull_request', 'fork', 'default');
    const pull = event.payload?.pull_request as { readonly head: { readonly repo: object } };
    const repo = { ...pull.head.repo, full_name: 'octocat/app', name: 'app', fork: false };
    const renamed = changed(event, 'pull_request', { head: { ...pull.head, repo } });
    const step = await stage.publish({ event: renamed, inputs: PULL_REQUEST });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_FORK' } });
    expectUntouched(stage);
  });
});

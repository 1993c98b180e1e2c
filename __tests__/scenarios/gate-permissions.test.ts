/** A job that lacks a permission is told which one, whatever is asked of GitHub and however GitHub says no. */
import { describe, expect } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { type Event, pushToMain, REPOSITORY_ID, SHA } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { factsOf, HEAD } from '../exhaustive/event-facts.ts';
import { exitCodeOf, expectNothingLeft } from './failure.ts';
import { scenario } from './stage.ts';
import { readable } from './summary.ts';

const PULL_HEAD = 'b'.repeat(40);

/** Everything is well here, and every part of the API is needed to know it. */
function known(): Repository {
  const repository = new Repository({ id: REPOSITORY_ID });
  repository.requireChecks('main', [['test']]);
  repository.trees.set(SHA, 'one tree').set(PULL_HEAD, 'one tree');
  repository.pull({ head: PULL_HEAD, merge: SHA, mergedAt: '2026-11-20T12:00:00Z' });
  repository.run(SHA).job('build', 'success');
  repository.run(PULL_HEAD, { event: 'pull_request', branch: 'feature' }).job('test', 'success');
  repository.run(HEAD).job('test', 'success');
  repository.commits.set('main', ['c'.repeat(40), HEAD]);
  repository.commits.set('feature', [HEAD]);
  repository.branches.set('feature', undefined);
  repository.openPull({ head: HEAD, branch: 'feature' });
  return repository;
}

const facts = factsOf('workflow_run', 'own', 'default');
const followed = facts.payload as { readonly workflow_run: object };
const following = (changes: object = {}): Event => ({
  name: 'workflow_run',
  ref: facts.ref,
  sha: facts.sha,
  payload: { ...followed, workflow_run: { ...followed.workflow_run, ...changes } },
});

const CHECKS = { 'required-checks': 'branch-rules' };
const FOLLOWING = { events: 'push, workflow_run, pull_request', branches: 'main, feature' };
const afterPull = following({ event: 'pull_request', head_branch: 'feature' });

type Endpoint = readonly [name: string, on: RegExp, needs: string, code: string, event?: Event];
const ENDPOINTS: readonly Endpoint[] = [
  ['check runs', /\/check-runs/, 'checks: read', 'GATE_CHECKS'],
  ['statuses', /\/statuses/, 'statuses: read', 'GATE_CHECKS'],
  ['workflow runs', /\/actions\/runs\?/, 'actions: read', 'GATE_CHECKS'],
  ['jobs', /\/jobs/, 'actions: read', 'GATE_CHECKS'],
  ['the branch', /app\/branches\/main/, 'contents: read', 'GATE_CHECKS'],
  ['commits', /\/git\/commits/, 'contents: read', 'GATE_CHECKS'],
  ['the pull requests of a commit', /\/commits\/\w+\/pulls/, 'pull-requests: read', 'GATE_CHECKS'],
  ['the record of a pull request', /\/issues\/\d+\/events/, 'pull-requests: read', 'GATE_SERVER', afterPull],
  ['the pull requests of a branch, after one', /\/pulls\?/, 'pull-requests: read', 'GATE_SERVER', afterPull],
  ['the branch of a run that is followed', /app\/branches\/main/, 'contents: read', 'GATE_SERVER', following()],
];

const BODIES = {
  403: '{"message":"Resource not accessible by integration","status":"403"}',
  // What must not be seen is not there, in private repositories.
  404: '{"message":"Not Found","status":"404"}',
};

const STATUSES = [403, 404] as const;
/** The one who could read the branch can read the comparison: 404 says that the commit is not of this history. */
const COMPARISON: Endpoint = ['a comparison', /\/compare\//, 'contents: read', 'GATE_SERVER', following()];

const PLAYS = [
  ...ENDPOINTS.flatMap((endpoint) => STATUSES.map((status) => [endpoint, status] as const)),
  [COMPARISON, 403] as const,
];

const inputsFor = (event: Event | undefined) => (event === undefined ? CHECKS : FOLLOWING);

describe('a job that may not read', () => {
  for (const [[name, on, needs, code, event], status] of PLAYS) {
    scenario(`${name} (${status}) is closed, and told of "${needs}"`, {}, async (stage) => {
      await using github = await startGitHub(known());
      github.api.fault({ on, times: 'always', act: { kind: 'answer', status, body: BODIES[status] } });
      const step = await stage.publish({ event: event ?? pushToMain, inputs: inputsFor(event), env: github.env });
      expect(step).toMatchObject({ exitCode: exitCodeOf(code), outputs: { pushed: 'false', reason: code } });
      const { verdict } = JSON.parse(step.outputs.results ?? '');
      const remedy = `the permission "${needs}" under "permissions:"`;
      expect(verdict.reasons).toEqual([expect.objectContaining({ code, opens: expect.stringContaining(remedy) })]);
      expect(readable(step)).toContain(remedy);
      expect(readLog(step.log).shown).toContain(remedy);
      expect(stage.registry.requests).toEqual([]);
      expect(stage.engine.calls).toEqual([]);
      expectNothingLeft(stage);
      github.assertClean();
    });
  }
});

describe('a job that has them all', () => {
  for (const event of [undefined, following(), afterPull]) {
    scenario(
      `is published ${event === undefined ? 'after a squash merge' : JSON.stringify(inputsFor(event))}`,
      {},
      async (stage) => {
        await using github = await startGitHub(known());
        const step = await stage.publish({ event: event ?? pushToMain, inputs: inputsFor(event), env: github.env });
        expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'true', reason: 'published' } });
        github.assertClean();
      },
    );
  }
});

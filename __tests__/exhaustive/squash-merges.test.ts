/** A squash or rebase merge makes a new commit; what its pull request's head has passed counts if the files are the same. */
import { describe, expect, it } from '@jest/globals';
import { end, type Repository } from '../doubles/github/repository.ts';
import { COMMIT, Gate, OTHER_COMMIT as HEAD } from './asked-checks.ts';

const MERGED = '2026-11-20T12:00:00Z';
const MINUTE = 60_000;
const STRANGER = 941027;

function merged(repository: Repository, { tree = 'one tree', headTree = 'one tree' } = {}): void {
  repository.trees.set(COMMIT, tree).set(HEAD, headTree);
  repository.pull({ head: HEAD, merge: COMMIT, mergedAt: MERGED });
}

const onHead = (repository: Repository, home?: number | null) =>
  repository.run(HEAD, { event: 'pull_request', branch: 'feature', ...(home === undefined ? {} : { home }) });

type Story = readonly [name: string, story: (repository: Repository) => void, expected: 'open' | 'closed'];

const STORIES: readonly Story[] = [
  [
    'passed on the head, whose tree is the commit’s',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'success');
    },
    'open',
  ],
  [
    'passed on the head, whose tree is another',
    (repository) => {
      merged(repository, { headTree: 'another tree' });
      onHead(repository).job('test', 'success');
    },
    'closed',
  ],
  [
    'failed on the head',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'failure');
    },
    'closed',
  ],
  [
    'is skipped on the head',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'skipped');
    },
    'closed',
  ],
  [
    'still runs on the head',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'in_progress');
    },
    'closed',
  ],
  ['was reported on neither', merged, 'closed'],
  [
    'passed in one suite of the head and failed in another',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'success');
      repository.run(HEAD).job('test', 'failure');
    },
    'closed',
  ],
  [
    'passed on the head, and failed on the commit itself',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'success');
      repository.run(COMMIT).job('test', 'failure');
    },
    'closed',
  ],
  [
    'passed on the head, and still runs on the commit itself',
    (repository) => {
      merged(repository);
      onHead(repository).job('test', 'success');
      repository.run(COMMIT).job('test', 'in_progress');
    },
    'closed',
  ],
  [
    'was forged on the head',
    (repository) => {
      merged(repository);
      repository.forge(HEAD, 'test', 'success');
    },
    'closed',
  ],
  [
    'passed in a run of a fork, with a workflow of its own',
    (repository) => {
      merged(repository);
      onHead(repository, STRANGER).job('test', 'success');
    },
    'closed',
  ],
  [
    'passed in a run of a fork that is gone',
    (repository) => {
      merged(repository);
      onHead(repository, null).job('test', 'success');
    },
    'closed',
  ],
  [
    'passed on the head of a pull request that was not merged',
    (repository) => {
      repository.trees.set(COMMIT, 'one tree').set(HEAD, 'one tree');
      repository.pull({ head: HEAD, merge: COMMIT, mergedAt: null });
      onHead(repository).job('test', 'success');
    },
    'closed',
  ],
  [
    'passed on the head of one that was merged as another commit',
    (repository) => {
      const other = 'a'.repeat(40);
      repository.trees.set(COMMIT, 'one tree').set(HEAD, 'one tree');
      repository.pulls.set(COMMIT, [{ head: HEAD, merge: other, mergedAt: MERGED }]);
      onHead(repository).job('test', 'success');
    },
    'closed',
  ],
  [
    'passed on the second of two pull requests that name the commit',
    (repository) => {
      const first = 'a'.repeat(40);
      repository.trees.set(first, 'a third tree');
      repository.pull({ head: first, merge: COMMIT, mergedAt: MERGED });
      merged(repository);
      onHead(repository).job('test', 'success');
    },
    'open',
  ],
  [
    'passed as a status on the head',
    (repository) => {
      merged(repository);
      repository.status(HEAD, 'test', 'success');
    },
    'open',
  ],
  [
    'passed on a commit that is in no pull request',
    (repository) => {
      repository.run(COMMIT).job('test', 'success');
    },
    'open',
  ],
];

it.each(STORIES)('a check that %s', async (_name, story, expected) => {
  const gate = new Gate();
  story(gate.repository);
  expect((await gate.ask({ 'required-checks': 'test' })).verdict.kind).toBe(expected);
});

describe('several checks', () => {
  it('may be here in part and there in part', async () => {
    const gate = new Gate();
    merged(gate.repository);
    gate.repository.run(COMMIT).job('build', 'success');
    onHead(gate.repository).job('test', 'success');
    expect((await gate.ask({ 'required-checks': 'test, build' })).verdict.kind).toBe('open');
  });

  it('are all needed', async () => {
    const gate = new Gate();
    merged(gate.repository);
    gate.repository.run(COMMIT).job('build', 'success');
    onHead(gate.repository).job('test', 'success');
    const { reasons } = await gate.ask({ 'required-checks': 'test, build, lint' });
    expect(reasons).toEqual([expect.stringContaining('"lint"')]);
  });
});

describe('the permission to read pull requests', () => {
  const without = (gate: Gate) => {
    gate.api.permissions = gate.api.permissions.filter((each) => each !== 'pull-requests');
    return gate;
  };

  it('is not needed where every check was reported on the commit', async () => {
    const gate = without(new Gate());
    gate.repository.run(COMMIT).job('test', 'success');
    expect((await gate.ask({ 'required-checks': 'test' })).verdict.kind).toBe('open');
  });

  it('is not needed to wait for a check that runs on the commit', async () => {
    const gate = without(new Gate());
    const { check } = gate.repository.run(COMMIT).job('test', 'in_progress');
    gate.clock.at(2 * MINUTE, () => end(check, 'success'));
    const { verdict } = await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '10' });
    expect(verdict.kind).toBe('open');
  });

  it('is named where the check may be on a pull request', async () => {
    const { reasons } = await without(new Gate()).ask({ 'required-checks': 'test' });
    expect(reasons.join('\n')).toContain('"pull-requests: read" under "permissions:"');
  });
});

describe('while it waits', () => {
  it('does not wait for what has passed on the head already', async () => {
    const gate = new Gate();
    merged(gate.repository);
    onHead(gate.repository).job('test', 'success');
    const { check } = gate.repository.run(COMMIT).job('build', 'in_progress');
    gate.clock.at(2 * MINUTE, () => end(check, 'success'));
    const { verdict, seconds } = await gate.ask({ 'required-checks': 'test, build', 'wait-for-checks': '20' });
    expect(verdict.kind).toBe('open');
    expect(seconds).toBeLessThanOrEqual(4 * 60);
  });

  it('sees what ends on the head meanwhile', async () => {
    const gate = new Gate();
    merged(gate.repository);
    const { check } = onHead(gate.repository).job('test', 'in_progress');
    gate.clock.at(3 * MINUTE, () => end(check, 'success'));
    const { verdict } = await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '20' });
    expect(verdict.kind).toBe('open');
  });

  it('does not pass on what the head has passed before, and failed since', async () => {
    const gate = new Gate();
    merged(gate.repository);
    const run = onHead(gate.repository);
    run.job('test', 'success');
    const { check } = gate.repository.run(COMMIT).job('build', 'in_progress');
    gate.clock.at(2 * MINUTE, () => {
      run.rerun();
      run.job('test', 'failure');
    });
    gate.clock.at(5 * MINUTE, () => end(check, 'success'));
    const { verdict } = await gate.ask({ 'required-checks': 'test, build', 'wait-for-checks': '20' });
    expect(verdict.kind).toBe('closed');
  });

  it('takes a check that comes on the commit after all before that of the head', async () => {
    const gate = new Gate();
    merged(gate.repository);
    onHead(gate.repository).job('test', 'success');
    const { check } = gate.repository.run(COMMIT).job('build', 'in_progress');
    gate.clock.at(1 * MINUTE, () => gate.repository.run(COMMIT).job('test', 'failure'));
    gate.clock.at(5 * MINUTE, () => end(check, 'success'));
    const { verdict } = await gate.ask({ 'required-checks': 'test, build', 'wait-for-checks': '20' });
    expect(verdict.kind).toBe('closed');
  });
});

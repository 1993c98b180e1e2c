/** Which run may publish, written down run by run. */
import { describe, expect, it } from '@jest/globals';
import { decideGate, type Policy } from '../../../src/gate/decide-gate.ts';
import { BY_DEFAULT, FORK, GONE, type Odd, patterns, run, SHA, TIP, WIDEST } from './runs.ts';

/** Either what is published, or the codes of every reason against it. */
type Expected = 'open' | 'presumed' | readonly string[];
type Row = readonly [situation: string, odd: Odd, expected: Expected];

const E = 'GATE_EVENT';
const F = 'GATE_FORK';
const N = 'GATE_NEEDS';
const R = 'GATE_REF';

function verdictOf(policy: Policy, event: string, odd: Odd): Expected {
  const verdict = decideGate(policy, run(event, odd));
  if (verdict.kind === 'closed') return verdict.reasons.map(({ code }) => code).toSorted();
  return verdict.kind === 'presumed' ? 'presumed' : 'open';
}

function table(title: string, [policy, event]: readonly [Policy, string], rows: readonly Row[]): void {
  describe(title, () => {
    it.each(rows)('%s', (_situation, odd, expected) => {
      expect(verdictOf(policy, event, odd)).toEqual(expected);
    });
  });
}

const listed = (...events: Policy['events']): Policy => ({ ...BY_DEFAULT, events });

table(
  'push, by default',
  [BY_DEFAULT, 'push'],
  [
    ['the default branch', {}, 'open'],
    ['another branch', { ref: 'refs/heads/feature' }, [R]],
    ['a branch in other letters', { ref: 'refs/heads/Main' }, [R]],
    ['a branch that begins like it', { ref: 'refs/heads/main2' }, [R]],
    ['a branch below it', { ref: 'refs/heads/main/2' }, [R]],
    ['a branch with a line feed behind it', { ref: 'refs/heads/main\n' }, [R]],
    ['a branch named like a tag', { ref: 'refs/heads/v1.2.3' }, [R]],
    ['a branch named refs/tags/v1', { ref: 'refs/heads/refs/tags/v1' }, [R]],
    ['a branch named refs/heads/main', { ref: 'refs/heads/refs/heads/main' }, [R]],
    ['a version tag', { ref: 'refs/tags/v1.2.3' }, 'open'],
    ['another tag', { ref: 'refs/tags/nightly' }, [R]],
    ['a tag named main', { ref: 'refs/tags/main' }, [R]],
    ['a tag named refs/heads/main', { ref: 'refs/tags/refs/heads/main' }, [R]],
    ['a tag with a slash', { ref: 'refs/tags/v1/x' }, [R]],
    ['a merge ref', { ref: 'refs/pull/1/merge' }, [R]],
    ['a note', { ref: 'refs/notes/commits' }, [R]],
    ['a remote', { ref: 'refs/remotes/origin/main' }, [R]],
    ['a short ref', { ref: 'main' }, [R]],
    ['heads without refs', { ref: 'heads/main' }, [R]],
    ['no ref', { ref: '' }, [R]],
    ['a branch without a name', { ref: 'refs/heads/' }, [R]],
    ['a tag without a name', { ref: 'refs/tags/' }, [R]],
    ['refs in capitals', { ref: 'REFS/HEADS/main' }, [R]],
    ['a deleted branch', { changes: { deleted: true } }, [E]],
    ['a deleted tag', { ref: 'refs/tags/v1.2.3', changes: { deleted: true } }, [E]],
    ['not said whether it was deleted', { changes: { deleted: GONE } }, [E]],
    ['deleted said in text', { changes: { deleted: 'false' } }, [E]],
    ['deleted said as nothing', { changes: { deleted: null } }, [E]],
    ['a short commit', { sha: SHA.slice(0, 12) }, [E]],
    ['no commit', { sha: '' }, [E]],
    ['a branch for a commit', { sha: 'main' }, [E]],
    ['a commit in capitals', { sha: SHA.toUpperCase() }, [E]],
    ['a commit with a line feed', { sha: `${SHA}\n` }, [E]],
    ['a commit of SHA-256', { sha: SHA.slice(0, 32).repeat(2) }, 'open'],
    ['no default branch named', { changes: { 'repository.default_branch': GONE } }, [R]],
    ['an empty default branch', { changes: { 'repository.default_branch': '' } }, [R]],
    ['a default branch that is no text', { changes: { 'repository.default_branch': ['main'] } }, [R]],
    ['no repository', { changes: { repository: GONE } }, [R]],
    ['everything wrong at once', { ref: 'refs/heads/x', sha: '1', changes: { deleted: true } }, [E, E, R]],
  ],
);

describe('a default branch with a strange name', () => {
  it.each(['release/**', '*', 'v?', 'a+b', '[ab]', '!main', 'a\\b', 'feature#1', '日本', 'a.b', '$(id)', '-rf'])(
    '%s matches itself alone',
    (name) => {
      const changes = { 'repository.default_branch': name };
      expect(verdictOf(BY_DEFAULT, 'push', { ref: `refs/heads/${name}`, changes })).toBe('open');
      for (const other of ['main', 'a', 'ab', 'v', 'release/x', 'axb', 'x']) {
        expect(verdictOf(BY_DEFAULT, 'push', { ref: `refs/heads/${other}`, changes })).toEqual([R]);
      }
    },
  );
});

const some: Policy = { ...BY_DEFAULT, branches: patterns('main', 'release/**', '!release/old') };
table(
  'push, with branches of one’s own',
  [some, 'push'],
  [
    ['one that is listed', { ref: 'refs/heads/main' }, 'open'],
    ['one that fits', { ref: 'refs/heads/release/1/2' }, 'open'],
    ['one that is excluded', { ref: 'refs/heads/release/old' }, [R]],
    ['one that is not listed', { ref: 'refs/heads/develop' }, [R]],
    ['a tag that would fit as a branch', { ref: 'refs/tags/release/1' }, [R]],
    ['no default branch named', { changes: { 'repository.default_branch': GONE } }, 'open'],
    [
      'the default branch, which is not listed',
      { ref: 'refs/heads/trunk', changes: { 'repository.default_branch': 'trunk' } },
      [R],
    ],
  ],
);

table(
  'push, with no git tags',
  [{ ...BY_DEFAULT, gitTags: [] }, 'push'],
  [
    ['a version tag', { ref: 'refs/tags/v1.2.3' }, [R]],
    ['the default branch', {}, 'open'],
  ],
);

table(
  'push, not listed',
  [listed('release'), 'push'],
  [
    ['the default branch', {}, [E]],
    ['another branch', { ref: 'refs/heads/x' }, [E, R]],
  ],
);

table(
  'release, by default',
  [BY_DEFAULT, 'release'],
  [
    ['published', {}, 'open'],
    ['published as a prerelease', { changes: { 'release.prerelease': true } }, 'open'],
    ['prereleased, which comes besides published', { changes: { action: 'prereleased' } }, [E]],
    ['released, as one that is promoted is', { changes: { action: 'released' } }, 'open'],
    ['created', { changes: { action: 'created' } }, [E]],
    ['edited', { changes: { action: 'edited' } }, [E]],
    ['deleted', { changes: { action: 'deleted' } }, [E]],
    ['unpublished', { changes: { action: 'unpublished' } }, [E]],
    ['no action', { changes: { action: GONE } }, [E]],
    ['a draft', { changes: { 'release.draft': true } }, [E]],
    ['not said whether it is a draft', { changes: { 'release.draft': GONE } }, [E]],
    ['no release', { changes: { release: GONE } }, [E, E]],
    ['run on another tag', { ref: 'refs/tags/v9' }, [E]],
    ['run on the default branch', { ref: 'refs/heads/main' }, [E]],
    ['no tag named', { changes: { 'release.tag_name': GONE } }, [E]],
    ['a tag that is not listed', { ref: 'refs/tags/nightly', changes: { 'release.tag_name': 'nightly' } }, [R]],
    ['a tag named main', { ref: 'refs/tags/main', changes: { 'release.tag_name': 'main' } }, [R]],
    ['no commit', { sha: '' }, [E]],
  ],
);

table(
  'release, with every tag listed',
  [WIDEST, 'release'],
  [
    [
      'no tag named, run on a tag named undefined',
      { ref: 'refs/tags/undefined', changes: { 'release.tag_name': GONE } },
      [E],
    ],
    [
      'a tag that is null, run on a tag named null',
      { ref: 'refs/tags/null', changes: { 'release.tag_name': null } },
      [E],
    ],
  ],
);

table(
  'workflow_dispatch, by default',
  [BY_DEFAULT, 'workflow_dispatch'],
  [
    ['the default branch', {}, 'open'],
    ['another branch', { ref: 'refs/heads/feature' }, [R]],
    ['a version tag', { ref: 'refs/tags/v1.2.3' }, 'open'],
    ['another tag', { ref: 'refs/tags/nightly' }, [R]],
    ['no commit', { sha: '' }, [E]],
  ],
);

for (const event of ['schedule', 'repository_dispatch'] as const) {
  table(
    `${event}, by default`,
    [BY_DEFAULT, event],
    [
      ['the default branch', {}, [E]],
      ['another branch', { ref: 'refs/heads/x' }, [E, R]],
    ],
  );
  table(
    `${event}, listed`,
    [listed(event), event],
    [
      ['the default branch', {}, 'open'],
      ['another branch', { ref: 'refs/heads/x' }, [R]],
      ['no commit', { sha: '' }, [E]],
    ],
  );
}

/** All that GitHub sends with a schedule is the schedule, and it runs on the default branch alone. */
describe('a schedule whose payload names no repository', () => {
  it.each([
    [listed('schedule'), 'refs/heads/main', 'open'],
    [listed('schedule'), 'refs/heads/trunk', 'open'],
    [listed('schedule'), 'refs/heads/a[b]*', 'open'],
    [{ ...listed('schedule'), branches: patterns('release/**') }, 'refs/heads/main', 'closed'],
    [listed('schedule'), 'refs/heads/', 'closed'],
    [listed('schedule'), '', 'closed'],
    [BY_DEFAULT, 'refs/heads/main', 'closed'],
  ])('%# runs on %s: %s', (policy, ref, expected) => {
    const facts = run('schedule', { ref, changes: { repository: GONE } });
    expect(decideGate(policy, facts).kind).toBe(expected);
  });

  it.each(['push', 'workflow_dispatch', 'repository_dispatch'] as const)('is no example for %s', (event) => {
    const facts = run(event, { changes: { repository: GONE } });
    expect(decideGate(listed(event), facts)).toMatchObject({ kind: 'closed', reasons: [{ code: R }] });
  });
});

table('merge_group, by default', [BY_DEFAULT, 'merge_group'], [['on its way to the default branch', {}, [E]]]);
table(
  'merge_group, listed',
  [listed('merge_group'), 'merge_group'],
  [
    ['on its way to the default branch', {}, 'open'],
    ['on its way to another branch', { changes: { 'merge_group.base_ref': 'refs/heads/develop' } }, [R]],
    ['no base', { changes: { 'merge_group.base_ref': GONE } }, [R]],
    ['a base without refs/heads', { changes: { 'merge_group.base_ref': 'main' } }, [R]],
    ['no head', { changes: { 'merge_group.head_sha': GONE } }, [E]],
    ['a short head', { changes: { 'merge_group.head_sha': SHA.slice(0, 7) } }, [E]],
    ['no group', { changes: { merge_group: GONE } }, [E, R]],
  ],
);

table(
  'workflow_run, by default',
  [BY_DEFAULT, 'workflow_run'],
  [
    ['after a push to the default branch', {}, [E]],
    ['from a fork', { changes: { 'workflow_run.head_repository.id': FORK } }, [E, F]],
  ],
);

table(
  'workflow_run, listed beside push',
  [listed('push', 'workflow_run'), 'workflow_run'],
  [
    // Whether it was a push to the branch, and not of a tag of that name, is left to be asked.
    ['after a push to the default branch', {}, 'presumed'],
    ['that has only been asked for', { changes: { action: 'requested' } }, [E]],
    ['that still runs', { changes: { action: 'in_progress' } }, [E]],
    ['that is something unknown', { changes: { action: GONE } }, [E]],
    ['after a push to another branch', { changes: { 'workflow_run.head_branch': 'feature' } }, [R]],
    [
      'after a push of a tag, whose name stands for a branch',
      { changes: { 'workflow_run.head_branch': 'v1.2.3' } },
      [R],
    ],
    ['of no branch', { changes: { 'workflow_run.head_branch': null } }, [R]],
    ['from a fork', { changes: { 'workflow_run.head_repository.id': FORK } }, [F]],
    ['from a fork with a branch named main', { changes: { 'workflow_run.head_repository': { id: FORK } } }, [F]],
    ['from a repository that is gone', { changes: { 'workflow_run.head_repository': null } }, [F]],
    ['from a repository that is not named', { changes: { 'workflow_run.head_repository': GONE } }, [F]],
    [
      'from one with our name and another id',
      { changes: { 'workflow_run.head_repository': { id: FORK, full_name: 'octo/app' } } },
      [F],
    ],
    ['with our id in text', { changes: { 'workflow_run.head_repository.id': '1296269' } }, [F]],
    ['with our id and a fraction', { changes: { 'workflow_run.head_repository.id': 1296269.5 } }, [F]],
    ['failed', { changes: { 'workflow_run.conclusion': 'failure' } }, [E]],
    ['cancelled', { changes: { 'workflow_run.conclusion': 'cancelled' } }, [E]],
    ['skipped', { changes: { 'workflow_run.conclusion': 'skipped' } }, [E]],
    ['neutral', { changes: { 'workflow_run.conclusion': 'neutral' } }, [E]],
    ['timed out', { changes: { 'workflow_run.conclusion': 'timed_out' } }, [E]],
    ['stale', { changes: { 'workflow_run.conclusion': 'stale' } }, [E]],
    ['not ended', { changes: { 'workflow_run.conclusion': null } }, [E]],
    ['ended somehow', { changes: { 'workflow_run.conclusion': GONE } }, [E]],
    [
      'after a pull request, which is not listed',
      { changes: { 'workflow_run.event': 'pull_request', 'workflow_run.actor': { type: 'User' } } },
      [E],
    ],
    ['after pull_request_target', { changes: { 'workflow_run.event': 'pull_request_target' } }, [E]],
    ['after issue_comment', { changes: { 'workflow_run.event': 'issue_comment' } }, [E]],
    ['after another workflow_run', { changes: { 'workflow_run.event': 'workflow_run' } }, [E]],
    ['after no event', { changes: { 'workflow_run.event': GONE } }, [E]],
    ['of no commit, whatever the run’s own', { changes: { 'workflow_run.head_sha': GONE } }, [E]],
    ['of no run', { changes: { workflow_run: GONE } }, [E, E, E, F, R]],
    [
      'from a fork, failed, after pull_request_target, on another branch',
      {
        changes: {
          'workflow_run.head_repository.id': FORK,
          'workflow_run.conclusion': 'failure',
          'workflow_run.event': 'pull_request_target',
          'workflow_run.head_branch': 'x',
        },
      },
      [E, E, F, R],
    ],
  ],
);

table(
  'pull_request, by default',
  [BY_DEFAULT, 'pull_request'],
  [
    ['of this repository', {}, [E, R]],
    ['of a fork', { changes: { 'pull_request.head.repo.id': FORK } }, [E, F, R]],
  ],
);

table(
  'pull_request, listed',
  [{ ...listed('pull_request'), branches: patterns('**') }, 'pull_request'],
  [
    ['a new commit', {}, 'open'],
    ['opened', { changes: { action: 'opened' } }, 'open'],
    ['reopened', { changes: { action: 'reopened' } }, 'open'],
    ['ready for review', { changes: { action: 'ready_for_review' } }, 'open'],
    ['labeled, which who triages may do', { changes: { action: 'labeled' } }, [E]],
    ['closed', { changes: { action: 'closed' } }, [E]],
    ['edited', { changes: { action: 'edited' } }, [E]],
    ['assigned', { changes: { action: 'assigned' } }, [E]],
    ['no action', { changes: { action: GONE } }, [E]],
    ['of a fork', { changes: { 'pull_request.head.repo.id': FORK } }, [F]],
    ['of a fork with our name', { changes: { 'pull_request.head.repo': { id: FORK, full_name: 'octo/app' } } }, [F]],
    ['of a fork that is gone', { changes: { 'pull_request.head.repo': null } }, [F]],
    ['of a repository without an id', { changes: { 'pull_request.head.repo.id': GONE } }, [F]],
    ['of no branch', { changes: { 'pull_request.head.ref': GONE } }, [R]],
    ['of no commit', { changes: { 'pull_request.head.sha': GONE } }, [E]],
    ['of a bot', { changes: { 'pull_request.user.type': 'Bot' } }, [E]],
    ['of a person, to which a bot has pushed', { changes: { 'sender.type': 'Bot' } }, [E]],
    [
      'of a bot, to which a bot has pushed',
      { changes: { 'pull_request.user.type': 'Bot', 'sender.type': 'Bot' } },
      [E],
    ],
    ['that nobody has sent', { changes: { sender: GONE } }, [E]],
    ['of nobody', { changes: { 'pull_request.user': null } }, [E]],
    ['that is not there', { changes: { pull_request: GONE } }, [E, E, F, R]],
  ],
);

table(
  'pull_request, listed, without branches',
  [listed('pull_request'), 'pull_request'],
  [
    ['of a feature branch', {}, [R]],
    ['of the default branch', { changes: { 'pull_request.head.ref': 'main' } }, 'open'],
  ],
);

table(
  'push, after jobs that it needs',
  [{ ...BY_DEFAULT, needs: { build: 'success', test: 'failure' } }, 'push'],
  [
    ['the default branch', {}, [N]],
    ['another branch', { ref: 'refs/heads/x' }, [N, R]],
  ],
);

describe('what an open gate publishes', () => {
  it.each([
    ['push', BY_DEFAULT, SHA, 'refs/heads/main'],
    ['release', BY_DEFAULT, SHA, 'refs/tags/v1.2.3'],
    ['workflow_dispatch', BY_DEFAULT, TIP, 'refs/heads/main'],
    ['schedule', WIDEST, TIP, 'refs/heads/main'],
    ['repository_dispatch', WIDEST, TIP, 'refs/heads/main'],
    // Not the run's own commit and ref, which are others.
    ['merge_group', WIDEST, SHA, 'refs/heads/main'],
    ['workflow_run', WIDEST, SHA, 'refs/heads/main'],
    ['pull_request', WIDEST, SHA, 'refs/heads/feature'],
  ])('%s', (event, policy, commit, ref) => {
    const kind = event === 'workflow_run' ? 'presumed' : 'open';
    expect(decideGate(policy, run(event))).toMatchObject({ kind, event, subject: { commit, ref } });
  });
});

describe('a run whose repository is not known', () => {
  it.each(['workflow_run', 'pull_request'])('of %s is closed', (event) => {
    const facts = { ...run(event), repositoryId: '' };
    expect(decideGate(WIDEST, facts)).toMatchObject({ kind: 'closed', reasons: [{ code: F }] });
  });
});

/**
 * What other actions that wait for checks got wrong each as a commit that they would have let through
 * or would have waited for in vain; and what GitHub itself takes for passed.
 */
import { describe, expect, it } from '@jest/globals';
import { ACTIONS, type App, CODECOV, type Repository } from '../doubles/github/repository.ts';
import { COMMIT, Gate, OTHER_COMMIT } from './asked-checks.ts';

type Inputs = Readonly<Record<string, string>>;
/** A story may end with the inputs that it needs; by default one check is required, `test`. */
type Bug = readonly [name: string, story: (repository: Repository) => unknown, expected: 'open' | 'closed'];

function inputsIn(end: unknown): Inputs {
  return typeof end === 'object' && end !== null && 'inputs' in end ? (end as { inputs: Inputs }).inputs : {};
}

const STRANGER = 941027;
const JENKINS: App = { id: 90, slug: 'jenkins' };

/** A run of a workflow in which these jobs ended so. */
const ran = (repository: Repository, jobs: Readonly<Record<string, string>>, event = 'push') => {
  const run = repository.run(COMMIT, { event });
  for (const [name, word] of Object.entries(jobs)) run.job(name, word);
  return run;
};

const noise = (repository: Repository, length: number, word = 'success') => {
  const suiteId = repository.nextId();
  for (let at = 0; at < length; at++) repository.report(COMMIT, { name: `noise ${at}`, word, suiteId });
};

const NOTHING_THERE: readonly Bug[] = [
  ['lewagon: no check run at all, and "all" of none is true', () => {}, 'closed'],
  ['poseidon: "every" of none, when nothing is queued yet', (repository) => repository.run(COMMIT), 'closed'],
  [
    'int128/wait-for-workflows: an empty list is a success',
    (repository) => repository.run(COMMIT, { event: 'schedule' }),
    'closed',
  ],
  [
    'lewagon #71: no job is queued for a moment between two jobs',
    (repository) => ran(repository, { build: 'success' }),
    'closed',
  ],
  ['alls-green: no job is needed at all', () => ({ inputs: { 'required-checks': 'branch-rules' } }), 'closed'],
  [
    'a filter that fits nothing, as for a check that was renamed',
    (repository) => ran(repository, { 'test (22)': 'success', 'test (24)': 'success' }),
    'closed',
  ],
  ['only other commits have the check', (repository) => repository.run(OTHER_COMMIT).job('test', 'success'), 'closed'],
  [
    'only a workflow that was disabled used to report it',
    (repository) => ran(repository, { lint: 'success' }),
    'closed',
  ],
];

const PAGES: readonly Bug[] = [
  [
    'lewagon #40: a failed check is the 31st',
    (repository) => {
      ran(repository, { test: 'failure' });
      ran(repository, { test: 'success' });
      noise(repository, 30);
    },
    'closed',
  ],
  [
    'poseidon #8: the check that is required is the 31st',
    (repository) => {
      ran(repository, { test: 'success' });
      noise(repository, 30);
    },
    'open',
  ],
  [
    'lewagon PR #112: a failed check is the 101st',
    (repository) => {
      ran(repository, { test: 'failure' });
      ran(repository, { test: 'success' });
      noise(repository, 100);
    },
    'closed',
  ],
  [
    'a check that still runs is the 301st',
    (repository) => {
      ran(repository, { test: 'in_progress' });
      ran(repository, { test: 'success' });
      noise(repository, 300);
    },
    'closed',
  ],
  [
    'a failed status is the 101st',
    (repository) => {
      ran(repository, { test: 'success' });
      repository.status(COMMIT, 'test', 'failure');
      for (let at = 0; at < 100; at++) repository.status(COMMIT, `noise ${at}`, 'success');
    },
    'closed',
  ],
  [
    'the job that proves it is the 101st of its run',
    (repository) => {
      const run = repository.run(COMMIT);
      for (let at = 0; at < 100; at++) run.job(`matrix (${at})`, 'success');
      run.job('test', 'success');
    },
    'open',
  ],
  [
    'the run that proves it is the 101st of the commit',
    (repository) => {
      ran(repository, { test: 'success' });
      for (let at = 0; at < 100; at++) repository.run(COMMIT);
    },
    'open',
  ],
];

/** Every word for how a check can be, and whether it lets the image pass. */
const WORDS: readonly Bug[] = (
  [
    ['success', 'open'],
    ['wechuli/allcheckspassed #97: pending', 'closed'],
    ['wechuli/allcheckspassed #97: requested', 'closed'],
    ['queued', 'closed'],
    ['in_progress', 'closed'],
    ['waiting', 'closed'],
    ['failure', 'closed'],
    ['llama.cpp #65: cancelled', 'closed'],
    ['vanguarstew #2308: timed_out', 'closed'],
    ['int128: stale', 'closed'],
    ['int128: action_required', 'closed'],
    ['int128: skipped', 'closed'],
    ['int128: neutral', 'closed'],
    ['startup_failure', 'closed'],
    ['a conclusion that nobody knows yet: success_with_issues', 'closed'],
    ['a conclusion in capitals: SUCCESS', 'closed'],
  ] as const
).map(([name, expected]) => [
  name,
  (repository: Repository) => ran(repository, { test: /\S+$/.exec(name)?.[0] ?? '' }),
  expected,
]);

const STRANGE_WORDS: readonly Bug[] = [
  [
    'completed without a conclusion',
    (repository) => Object.assign(ran(repository, { test: 'success' }).jobs[0]?.check ?? {}, { conclusion: null }),
    'closed',
  ],
  [
    'a success that is not completed',
    (repository) =>
      void Object.assign(ran(repository, { test: 'success' }).jobs[0]?.check ?? {}, { status: 'in_progress' }),
    'closed',
  ],
  [
    'a status that nobody knows yet',
    (repository) =>
      void Object.assign(ran(repository, { test: 'success' }).jobs[0]?.check ?? {}, { status: 'finalizing' }),
    'closed',
  ],
  [
    'GitHub: a job that was skipped reports "success" to people; it is skipped',
    (repository) => ran(repository, { test: 'skipped', build: 'success' }),
    'closed',
  ],
  [
    'lewagon: skipped is allowed by default; here by name',
    (repository) => {
      ran(repository, { test: 'skipped' });
      return { inputs: { 'allow-skipped': 'test' } };
    },
    'open',
  ],
  [
    'neutral is allowed by name',
    (repository) => {
      ran(repository, { test: 'neutral' });
      return { inputs: { 'allow-skipped': 'test' } };
    },
    'open',
  ],
  [
    'a failure is not, whatever is allowed',
    (repository) => {
      ran(repository, { test: 'failure' });
      return { inputs: { 'allow-skipped': 'test' } };
    },
    'closed',
  ],
  [
    'a cancelled one is not, whatever is allowed',
    (repository) => {
      ran(repository, { test: 'cancelled' });
      return { inputs: { 'allow-skipped': 'test' } };
    },
    'closed',
  ],
  [
    'skipped in one suite, failed in another, skipping allowed',
    (repository) => {
      ran(repository, { test: 'skipped' });
      ran(repository, { test: 'failure' });
      return { inputs: { 'allow-skipped': 'test' } };
    },
    'closed',
  ],
  [
    'another check may be skipped, not this one',
    (repository) => {
      ran(repository, { test: 'skipped' });
      return { inputs: { 'allow-skipped': 'lint' } };
    },
    'closed',
  ],
];

const LATEST: readonly Bug[] = [
  [
    'poseidon: the latest of a name over all suites hides a failure in another',
    (repository) => {
      ran(repository, { test: 'failure' });
      ran(repository, { test: 'success' });
    },
    'closed',
  ],
  [
    'the same, the failure being the later',
    (repository) => {
      ran(repository, { test: 'success' });
      ran(repository, { test: 'failure' });
    },
    'closed',
  ],
  [
    'poseidon: the latest by the time it started, which a forgery can set',
    (repository) => {
      const run = ran(repository, { test: 'failure' });
      repository.forge(COMMIT, 'test', 'success', run.suiteId);
    },
    'closed',
  ],
  [
    'int128: the latest by the order of ids as text, where 9 comes after 10',
    (repository) => {
      const small = repository.run(COMMIT);
      const nine = small.job('test', 'success').check;
      small.rerun();
      const ten = small.job('test', 'failure').check;
      Object.assign(nine, { id: 9_999_999_999 });
      Object.assign(ten, { id: 10_000_000_000 });
    },
    'closed',
  ],
  [
    'the same with a success that comes last',
    (repository) => {
      const run = repository.run(COMMIT);
      const nine = run.job('test', 'failure').check;
      run.rerun();
      const ten = run.job('test', 'success').check;
      Object.assign(nine, { id: 9_999_999_999 });
      Object.assign(ten, { id: 10_000_000_000 });
    },
    'open',
  ],
  [
    'a re-run that succeeded after a failure',
    (repository) => {
      const run = ran(repository, { test: 'failure' });
      run.rerun();
      run.job('test', 'success');
    },
    'open',
  ],
  [
    'a re-run that failed after a success',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      run.rerun();
      run.job('test', 'failure');
    },
    'closed',
  ],
  [
    'a re-run that still runs after a success',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      run.rerun();
      run.job('test', 'in_progress');
    },
    'closed',
  ],
  [
    'a re-run that is queued, without a job yet',
    (repository) => ran(repository, { test: 'success' }).rerun(),
    'closed',
  ],
  [
    'a re-run in which the job waits for another one',
    (repository) => {
      const run = ran(repository, { build: 'success', test: 'success' });
      run.rerun();
      run.isMoreToCome = true;
      run.job('build', 'success');
    },
    'closed',
  ],
  [
    'a re-run whose job is there, and not listed yet',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      run.rerun();
      run.job('test', 'queued', { isListed: false });
    },
    'closed',
  ],
  [
    'a re-run that has failed, and is not listed yet',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      run.rerun();
      run.job('test', 'failure', { isListed: false });
    },
    'closed',
  ],
  [
    'a re-run, while the run still shows its first attempt',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      run.shows = { attempt: 1, status: 'completed' };
      run.rerun();
      run.job('test', 'in_progress', { isListed: false });
    },
    'closed',
  ],
  [
    'only the failed job was run again, and the others keep their success',
    (repository) => {
      const run = ran(repository, { test: 'success', lint: 'failure' });
      run.rerun();
      run.job('lint', 'success');
    },
    'open',
  ],
  [
    'only another job was run again, and this one keeps its failure',
    (repository) => {
      const run = ran(repository, { test: 'failure', lint: 'failure' });
      run.rerun();
      run.job('lint', 'success');
    },
    'closed',
  ],
  [
    'ten re-runs, of which the last succeeded',
    (repository) => {
      const run = ran(repository, { test: 'failure' });
      for (let attempt = 2; attempt <= 10; attempt++) {
        run.rerun();
        run.job('test', attempt === 10 ? 'success' : 'failure');
      }
    },
    'open',
  ],
  [
    'a success first, then nine re-runs that failed',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      for (let attempt = 2; attempt <= 10; attempt++) {
        run.rerun();
        run.job('test', 'failure');
      }
    },
    'closed',
  ],
];

const SAME_NAME: readonly Bug[] = [
  [
    'two jobs of one workflow share the name, and the first has failed',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'failure');
      run.job('test', 'success');
    },
    'closed',
  ],
  [
    'two jobs of one workflow share the name, and the second still runs',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'success');
      run.job('test', 'in_progress');
    },
    'closed',
  ],
  [
    'two jobs of one workflow share the name, and both have succeeded',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'success');
      run.job('test', 'success');
    },
    'open',
  ],
  [
    'both had failed, and only one of them was run again',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'failure');
      run.job('test', 'failure');
      run.rerun();
      run.job('test', 'success');
    },
    'closed',
  ],
  [
    'both had failed, and both were run again',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'failure');
      run.job('test', 'failure');
      run.rerun();
      run.job('test', 'success');
      run.job('test', 'success');
    },
    'open',
  ],
  [
    'two workflows have a job of the name, and one was cancelled',
    (repository) => {
      ran(repository, { test: 'success' });
      ran(repository, { test: 'cancelled' });
    },
    'closed',
  ],
  [
    'the same workflow ran for a push and for a pull request, and failed for one',
    (repository) => {
      ran(repository, { test: 'success' }, 'push');
      ran(repository, { test: 'failure' }, 'pull_request');
    },
    'closed',
  ],
  [
    'an app and a job share the name, and the app is not content',
    (repository) => {
      ran(repository, { test: 'success' });
      repository.report(COMMIT, { name: 'test', word: 'failure', app: CODECOV });
    },
    'closed',
  ],
  [
    'GitHub: a check and a status of one name are both required; the status has failed',
    (repository) => {
      ran(repository, { test: 'success' });
      repository.status(COMMIT, 'test', 'error');
    },
    'closed',
  ],
  [
    'GitHub: a check and a status of one name; the check has failed',
    (repository) => {
      ran(repository, { test: 'failure' });
      repository.status(COMMIT, 'test', 'success');
    },
    'closed',
  ],
  [
    'an app reported twice in its suite, and the first time was a failure',
    (repository) => {
      const suiteId = repository.nextId();
      repository.report(COMMIT, { name: 'test', word: 'failure', suiteId });
      repository.report(COMMIT, { name: 'test', word: 'success', suiteId });
    },
    'open',
  ],
  [
    'an app reported twice in its suite, and the second time was a failure',
    (repository) => {
      const suiteId = repository.nextId();
      repository.report(COMMIT, { name: 'test', word: 'success', suiteId });
      repository.report(COMMIT, { name: 'test', word: 'failure', suiteId });
    },
    'closed',
  ],
  [
    'two suites of one app, of which one has failed',
    (repository) => {
      repository.report(COMMIT, { name: 'test', word: 'failure' });
      repository.report(COMMIT, { name: 'test', word: 'success' });
    },
    'closed',
  ],
];

const STATUSES: readonly Bug[] = [
  ['a status that succeeded', (repository) => repository.status(COMMIT, 'test', 'success'), 'open'],
  ['a status that is pending', (repository) => repository.status(COMMIT, 'test', 'pending'), 'closed'],
  ['a status that failed', (repository) => repository.status(COMMIT, 'test', 'failure'), 'closed'],
  ['a status in error', (repository) => repository.status(COMMIT, 'test', 'error'), 'closed'],
  ['a status that nobody knows', (repository) => repository.status(COMMIT, 'test', 'expected'), 'closed'],
  [
    'a status that failed and then succeeded',
    (repository) => {
      repository.status(COMMIT, 'test', 'failure');
      repository.status(COMMIT, 'test', 'success');
    },
    'open',
  ],
  [
    'a status that succeeded and is pending again',
    (repository) => {
      repository.status(COMMIT, 'test', 'success');
      repository.status(COMMIT, 'test', 'pending');
    },
    'closed',
  ],
  ['a status of another context', (repository) => repository.status(COMMIT, 'test/unit', 'success'), 'closed'],
  ['a status of another commit', (repository) => repository.status(OTHER_COMMIT, 'test', 'success'), 'closed'],
];

const FORGERIES: readonly Bug[] = [
  [
    'a check run that claims to be a job (dorny/test-reporter #67 makes such)',
    (repository) => repository.forge(COMMIT, 'test', 'success'),
    'closed',
  ],
  [
    'the same, put by GitHub into the suite of a real run (publish-unit-test-result #12)',
    (repository) => {
      const run = ran(repository, { lint: 'success' });
      repository.forge(COMMIT, 'test', 'success', run.suiteId);
    },
    'closed',
  ],
  [
    'reviewdog #403: one in the suite of a run that failed, after the job',
    (repository) => {
      const run = ran(repository, { test: 'failure' });
      repository.forge(COMMIT, 'test', 'success', run.suiteId);
    },
    'closed',
  ],
  [
    'one in the suite of a run that still runs',
    (repository) => {
      const run = ran(repository, { test: 'in_progress' });
      repository.forge(COMMIT, 'test', 'success', run.suiteId);
    },
    'closed',
  ],
  [
    'NasAmin/trx-parser #86: one beside a job that succeeded does no harm',
    (repository) => {
      const run = ran(repository, { test: 'success' });
      repository.forge(COMMIT, 'test', 'success', run.suiteId);
    },
    'open',
  ],
  [
    'hundreds of them',
    (repository) => {
      const run = ran(repository, { test: 'failure' });
      for (let at = 0; at < 250; at++) repository.forge(COMMIT, 'test', 'success', run.suiteId);
    },
    'closed',
  ],
  [
    'one before the job that it is about to replace',
    (repository) => {
      repository.forge(COMMIT, 'test', 'success');
      ran(repository, { test: 'failure' });
    },
    'closed',
  ],
  [
    'one with the app pinned, which it claims to be',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      repository.forge(COMMIT, 'test', 'success');
      return { inputs: { 'required-checks': 'branch-rules' } };
    },
    'closed',
  ],
  [
    'an app whose name looks like that of the jobs',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      repository.report(COMMIT, { name: 'test', word: 'success', app: { id: 999_999, slug: 'github-actions-2' } });
      return { inputs: { 'required-checks': 'branch-rules' } };
    },
    'closed',
  ],
];

const STRANGERS: readonly Bug[] = [
  [
    'a job of a fork’s run for the same commit',
    (repository) => repository.run(COMMIT, { event: 'pull_request', home: STRANGER }).job('test', 'success'),
    'closed',
  ],
  [
    'a job of a run whose fork is gone',
    (repository) => repository.run(COMMIT, { event: 'pull_request', home: null }).job('test', 'success'),
    'closed',
  ],
  ...[
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'issues',
    'watch',
    'dynamic',
    'check_run',
    'something_new',
  ].map(
    (event): Bug => [
      `a job of a run for ${event}, which strangers can cause or which nobody knows`,
      (repository) => ran(repository, { test: 'success' }, event),
      'closed',
    ],
  ),
  ...['push', 'merge_group', 'workflow_dispatch', 'schedule', 'release', 'pull_request', 'repository_dispatch'].map(
    (event): Bug => [
      `a job of a run for ${event}`,
      (repository) => ran(repository, { test: 'success' }, event),
      'open',
    ],
  ),
  [
    'a stranger’s failure does not matter',
    (repository) => {
      ran(repository, { test: 'success' });
      repository.run(COMMIT, { event: 'pull_request', home: STRANGER }).job('test', 'failure');
    },
    'open',
  ],
  [
    'a stranger’s success does not make up for a failure',
    (repository) => {
      ran(repository, { test: 'failure' });
      repository.run(COMMIT, { event: 'pull_request', home: STRANGER }).job('test', 'success');
    },
    'closed',
  ],
];

const NAMES: readonly Bug[] = [
  ['a name in other letters', (repository) => ran(repository, { Test: 'success' }), 'closed'],
  ['a name with a blank behind it', (repository) => ran(repository, { 'test ': 'success' }), 'closed'],
  ['a name that begins like it', (repository) => ran(repository, { 'test (ubuntu)': 'success' }), 'closed'],
  ['a name that ends like it', (repository) => ran(repository, { 'unit test': 'success' }), 'closed'],
  ['a name that looks like it (Cyrillic)', (repository) => ran(repository, { tеst: 'success' }), 'closed'],
  [
    'a name of another normal form',
    (repository) => {
      ran(repository, { 'pru\u0308fen': 'success' });
      return { inputs: { 'required-checks': 'pr\u00fcfen' } };
    },
    'closed',
  ],
  [
    'a pattern is a name like any other',
    (repository) => {
      ran(repository, { test: 'success' });
      return { inputs: { 'required-checks': '*' } };
    },
    'closed',
  ],
  [
    'a name with everything in it',
    (repository) => {
      ran(repository, { 'CI / test (ubuntu-24.04; 22) "q" 100%': 'success' });
      return { inputs: { 'required-checks': 'CI / test (ubuntu-24.04; 22) "q" 100%' } };
    },
    'open',
  ],
  ['a name that objects have by themselves', () => ({ inputs: { 'required-checks': 'constructor' } }), 'closed'],
  [
    'poseidon: the id of a job is not its name',
    (repository) => {
      ran(repository, { 'Unit tests': 'success' });
      return { inputs: { 'required-checks': 'unit-tests' } };
    },
    'closed',
  ],
  [
    'lewagon: "running-workflow-name" is the name of a job; what is required by name is never left out',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'failure');
      const own = run.job('publish', 'in_progress');
      return { inputs: { 'required-checks': 'test', 'check-run-id': String(own.check.id) } };
    },
    'closed',
  ],
  [
    'int128: our own workflow is left out as a whole, and with it the job that failed',
    (repository) => {
      const run = ran(repository, { test: 'failure', build: 'success' });
      const own = run.job('publish', 'in_progress');
      return { inputs: { 'check-run-id': String(own.check.id) } };
    },
    'closed',
  ],
];

const OTHERS: readonly Bug[] = [
  [
    'a runner that does not say which repository this is, and a run whose repository is gone',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', home: null }).job('test', 'success');
      return { inputs: { repositoryId: '' } };
    },
    'closed',
  ],
  [
    'the app of an external CI that reports by check runs',
    (repository) => repository.report(COMMIT, { name: 'test', word: 'success', app: JENKINS }),
    'open',
  ],
  [
    'one of three checks is missing',
    (repository) => {
      ran(repository, { test: 'success', lint: 'success' });
      return { inputs: { 'required-checks': 'test, lint, build' } };
    },
    'closed',
  ],
  [
    'three checks in three workflows',
    (repository) => {
      for (const name of ['test', 'lint', 'build']) ran(repository, { [name]: 'success' });
      return { inputs: { 'required-checks': 'test, lint, build' } };
    },
    'open',
  ],
];

const GROUPS = {
  'where nothing is': NOTHING_THERE,
  'in long lists': PAGES,
  'by the word': WORDS,
  'by a strange word': STRANGE_WORDS,
  'by which is the latest': LATEST,
  'where names are shared': SAME_NAME,
  'by statuses': STATUSES,
  'by forgeries': FORGERIES,
  'by strangers': STRANGERS,
  'by names': NAMES,
  'in other ways': OTHERS,
};

describe.each(Object.entries(GROUPS))('passed wrongly %s', (_group, bugs) => {
  it.each(bugs)('%s', async (_name, story, expected) => {
    const gate = new Gate();
    const { repositoryId = gate.repositoryId, ...inputs } = inputsIn(story(gate.repository));
    gate.repositoryId = repositoryId;
    const { verdict, reasons } = await gate.ask({ 'required-checks': 'test', ...inputs });
    expect({ kind: verdict.kind, reasons }).toMatchObject({ kind: expected });
    // A closed gate says of which check it is.
    if (expected === 'closed') expect(reasons[0]).toMatch(/^GATE_CHECKS: the check/);
  });
});

describe('a run that vouches for nothing', () => {
  it.each<readonly [string, (repository: Repository) => unknown, RegExp]>([
    ...['pull_request_target', 'workflow_run', 'dynamic'].map(
      (event) =>
        [
          `for ${event}`,
          (repository: Repository) => ran(repository, { test: 'success' }, event),
          new RegExp(`a run for ${event}, which does not count`),
        ] as const,
    ),
    [
      'of a fork',
      (repository) => repository.run(COMMIT, { event: 'pull_request', home: STRANGER }).job('test', 'success'),
      /a run for pull_request of a fork, which does not count/,
    ],
    [
      'of a fork that is gone, on the head of a squash merge',
      (repository) => {
        repository.trees.set(OTHER_COMMIT, 'the tree of the commit');
        repository.pull({ head: OTHER_COMMIT, merge: COMMIT, mergedAt: '2026-11-20T12:00:00Z', home: null });
        repository.run(OTHER_COMMIT, { event: 'pull_request', home: null }).job('test', 'success');
      },
      /a run for pull_request of a fork, which does not count/,
    ],
  ])('%s is told of as what it is, and not as a forgery', async (_name, story, seen) => {
    const gate = new Gate();
    story(gate.repository);
    const { verdict, reasons } = await gate.ask({ 'required-checks': 'test' });
    expect(verdict.kind).toBe('closed');
    expect(reasons[0]).toMatch(seen);
    expect(reasons[0]).toMatch(/let it run for a push/);
    expect(reasons[0]).not.toMatch(/belongs to no job|wait-for-checks/);
  });
});

it('are as many as were asked for', () => {
  expect(Object.values(GROUPS).flat().length).toBeGreaterThanOrEqual(100);
});

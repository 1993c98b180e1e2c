/** The gate read by someone who may write to the repository, and wants a commit published that has not passed. */
import { describe, expect, it } from '@jest/globals';
import { ACTIONS, CODECOV, type Repository, rewrite } from '../doubles/github/repository.ts';
import { COMMIT, Gate, OTHER_COMMIT } from './asked-checks.ts';
import { factsOf, HEAD } from './event-facts.ts';

type Inputs = Readonly<Record<string, string>>;
/** A story may end with the inputs that it needs; by default one check is required, `test`. */
type Story = readonly [name: string, story: (repository: Repository) => unknown, expected: 'open' | RegExp];

const RULED: Inputs = { 'required-checks': 'branch-rules' };
const SQUASH = { head: OTHER_COMMIT, merge: COMMIT, mergedAt: '2026-11-20T12:00:00Z' };

const REWRITTEN: readonly Story[] = [
  [
    'the failed check run of a job made a success',
    (repository) => rewrite(repository.run(COMMIT).job('test', 'failure').check, { word: 'success' }),
    /ended with failure/,
  ],
  [
    'that of a job which still runs made a success',
    (repository) => rewrite(repository.run(COMMIT).job('test', 'in_progress').check, { word: 'success' }),
    /in_progress/,
  ],
  [
    'that of a cancelled job made a success',
    (repository) => rewrite(repository.run(COMMIT).job('test', 'cancelled').check, { word: 'success' }),
    /ended with cancelled/,
  ],
  [
    'that of a job that was not allowed to be skipped made "skipped", which is allowed',
    (repository) => {
      rewrite(repository.run(COMMIT).job('test', 'failure').check, { word: 'skipped' });
      return { 'allow-skipped': 'test' };
    },
    /ended with failure/,
  ],
  [
    'the success of a job made a failure: it is heeded',
    (repository) => rewrite(repository.run(COMMIT).job('test', 'success').check, { word: 'failure' }),
    /ended with failure/,
  ],
  [
    'the success of another job named as the one that is required',
    (repository) => rewrite(repository.run(COMMIT).job('lint', 'success').check, { name: 'test' }),
    /belongs to no job/,
  ],
  [
    'the failure named away, and the success of another job named so',
    (repository) => {
      const run = repository.run(COMMIT);
      rewrite(run.job('test', 'failure').check, { name: 'old test' });
      rewrite(run.job('lint', 'success').check, { name: 'test' });
    },
    /renamed to "old test"/,
  ],
  [
    'the failure named away, with a success of the name in another run',
    (repository) => {
      rewrite(repository.run(COMMIT).job('test', 'failure').check, { name: 'old test' });
      repository.run(COMMIT, { event: 'workflow_dispatch' }).job('test', 'success');
    },
    /renamed to "old test"/,
  ],
  [
    'with the app pinned: rewriting does not change the app',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      rewrite(repository.run(COMMIT).job('lint', 'success').check, { name: 'test' });
      return RULED;
    },
    /belongs to no job/,
  ],
  [
    'a check run that another one points at does no harm to a job that succeeded',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test', 'success');
      rewrite(run.job('lint', 'success').check, { name: 'test' });
    },
    'open',
  ],
];

/** A run for a pull request takes its workflow from the merge with the base, which may be a branch of one's own. */
const PULL_REQUESTS: readonly Story[] = [
  [
    'a pull request of the commit into a branch with a test that always succeeds',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'evil' }).job('test', 'success');
    },
    /pull request into "evil"/,
  ],
  [
    'the default branch itself as the head of such a pull request',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'main', base: 'evil' }).job('test', 'success');
    },
    /pull request into "evil"/,
  ],
  [
    'one head in two pull requests, of which one goes there',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'main' });
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'evil' }).job('test', 'success');
    },
    /pull request into "evil"/,
  ],
  [
    'the same head under two names: each run is its own branch’s',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'main' });
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic-2', base: 'evil' }).job('test', 'success');
    },
    /pull request into "evil"/,
  ],
  [
    'a success there beside a failure here',
    (repository) => {
      repository.run(COMMIT).job('test', 'failure');
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'evil' }).job('test', 'success');
    },
    /ended with failure/,
  ],
  [
    'a pull request that is not to be found any more',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic' }).job('test', 'success');
      repository.pullsOfBranch.delete('topic');
    },
    /a pull request that was not found/,
  ],
  [
    'a fork’s pull request from a branch of the same name does not speak for ours',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'evil' }).job('test', 'success');
      repository.openPull({ head: COMMIT, branch: 'topic', base: 'main', home: 941027 });
    },
    /pull request into "evil"/,
  ],
  [
    'nor does one of another commit',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'evil' }).job('test', 'success');
      repository.openPull({ head: OTHER_COMMIT, branch: 'topic', base: 'main' });
    },
    /pull request into "evil"/,
  ],
  [
    'the head of a squash merge, shown elsewhere as well',
    (repository) => {
      repository.trees.set(OTHER_COMMIT, 'the tree of the commit');
      repository.pull(SQUASH);
      repository.run(OTHER_COMMIT, { event: 'pull_request', branch: 'feature', base: 'evil' }).job('test', 'success');
    },
    /pull request into "evil"/,
  ],
  [
    'a pull request that went there, and was sent to main afterwards',
    (repository) => {
      repository.openPull({ head: COMMIT, branch: 'topic', base: 'main', events: ['base_ref_changed'] });
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic' }).job('test', 'success');
    },
    /pull request into "main" had another target branch before/,
  ],
  [
    'one that was sent to main by the merge of the one it was stacked on',
    (repository) => {
      const events = ['renamed', 'automatic_base_change_succeeded'];
      repository.openPull({ head: COMMIT, branch: 'topic', base: 'main', events });
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic' }).job('test', 'success');
    },
    /had another target branch before/,
  ],
  [
    'one that went there once is evidence in what ran for it later',
    (repository) => {
      const events = ['base_ref_changed'];
      const eventsAt = '2026-11-20T11:59:59Z';
      repository.openPull({ head: COMMIT, branch: 'topic', base: 'main', events, eventsAt });
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic' }).job('test', 'success');
    },
    'open',
  ],
  [
    'but not in what had begun before and ran again',
    (repository) => {
      const events = ['base_ref_changed'];
      const eventsAt = '2026-11-20T12:00:01Z';
      repository.openPull({ head: COMMIT, branch: 'topic', base: 'main', events, eventsAt });
      const run = repository.run(COMMIT, { event: 'pull_request', branch: 'topic' });
      run.job('test', 'failure');
      run.rerun();
      run.job('test', 'success');
    },
    /had another target branch before/,
  ],
  [
    'one of which other things are on record is evidence',
    (repository) => {
      const events = ['labeled', 'renamed', 'head_ref_force_pushed', 'automatic_base_change_failed', 'merged'];
      repository.openPull({ head: COMMIT, branch: 'topic', base: 'main', events });
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic' }).job('test', 'success');
    },
    'open',
  ],
  [
    'a pull request into the default branch is evidence',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic' }).job('test', 'success');
    },
    'open',
  ],
  [
    'one into another branch that may publish is, too',
    (repository) => {
      repository.run(COMMIT, { event: 'pull_request', branch: 'topic', base: 'release/1.2' }).job('test', 'success');
      return { branches: 'main, release/**' };
    },
    'open',
  ],
  [
    'one into a branch that may not publish does no harm to a push that succeeded',
    (repository) => {
      repository.run(COMMIT).job('test', 'success');
      repository.run(COMMIT, { event: 'pull_request', branch: 'main', base: 'docs' }).job('test', 'success');
    },
    'open',
  ],
  [
    'but it does if it has failed',
    (repository) => {
      repository.run(COMMIT).job('test', 'success');
      repository.run(COMMIT, { event: 'pull_request', branch: 'main', base: 'docs' }).job('test', 'failure');
    },
    /ended with failure/,
  ],
];

const NAMES: readonly Story[] = [
  [
    'the job of a reusable workflow, by its full name',
    (repository) => {
      repository.run(COMMIT).job('build / test', 'success');
      return { 'required-checks': 'build / test' };
    },
    'open',
  ],
  [
    'half of such a name',
    (repository) => {
      repository.run(COMMIT).job('build / test', 'success');
      return { 'required-checks': 'test' };
    },
    /nothing was reported/,
  ],
  [
    'a caller that was skipped, whose jobs never came to be',
    (repository) => {
      repository.run(COMMIT).job('build', 'skipped');
      return { 'required-checks': 'build / test', 'allow-skipped': 'build' };
    },
    /nothing was reported/,
  ],
  [
    'a matrix of which one member failed',
    (repository) => {
      const run = repository.run(COMMIT);
      run.job('test (22)', 'success');
      run.job('test (24)', 'failure');
      return { 'required-checks': 'test (22), test (24)' };
    },
    /ended with failure/,
  ],
  [
    'a matrix that was skipped as a whole, under the name that it has then',
    (repository) => {
      repository.run(COMMIT).job(`test (\${{ matrix.node }})`, 'skipped');
      return { 'required-checks': 'test (22)', 'allow-skipped': 'test (22)' };
    },
    /nothing was reported/,
  ],
];

const APPS: readonly Story[] = [
  [
    'a success whose app is gone',
    (repository) => void repository.report(COMMIT, { name: 'test', word: 'success', app: null }),
    /it succeeded/,
  ],
  [
    'a failure whose app is gone',
    (repository) => {
      repository.run(COMMIT).job('test', 'success');
      repository.report(COMMIT, { name: 'test', word: 'failure', app: null });
    },
    /ended with failure/,
  ],
  [
    'a status in the name of a check whose app is pinned',
    (repository) => {
      repository.requireChecks('main', [['test', CODECOV.id]]);
      repository.status(COMMIT, 'test', 'success', 'codecov[bot]');
      return RULED;
    },
    /nothing was reported/,
  ],
  [
    'a job in the name of a check whose app is pinned',
    (repository) => {
      repository.requireChecks('main', [['test', CODECOV.id]]);
      repository.run(COMMIT).job('test', 'success');
      return RULED;
    },
    /nothing was reported/,
  ],
  [
    'a failed status beside the job that the rule pins',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      repository.run(COMMIT).job('test', 'success');
      repository.status(COMMIT, 'test', 'failure', null);
      return RULED;
    },
    /status is failure/,
  ],
];

const GROUPS = {
  'a check run that was rewritten': REWRITTEN,
  'a pull request of one’s own': PULL_REQUESTS,
  names: NAMES,
  'who reports': APPS,
};

describe.each(Object.entries(GROUPS))('by %s', (_group, stories) => {
  it.each(stories)('%s', async (_name, story, expected) => {
    const gate = new Gate();
    const inputs = (story(gate.repository) ?? {}) as Inputs;
    const { verdict, reasons } = await gate.ask({ 'required-checks': 'test', ...inputs });
    if (expected === 'open') expect(reasons).toEqual([]);
    else expect(reasons.join('\n')).toMatch(expected);
    expect(verdict.kind).toBe(expected === 'open' ? 'open' : 'closed');
  });
});

describe('rules of a branch that cannot be read for certain', () => {
  it.each(['15368', 1.5, 0, -2, true, {}, []])('a pinned app of %j is not taken for none', async (integration_id) => {
    const gate = new Gate();
    const parameters = { required_status_checks: [{ context: 'test', integration_id }] };
    gate.repository.rules.set('main', [{ type: 'required_status_checks', parameters }]);
    gate.repository.status(COMMIT, 'test', 'success');
    const { verdict, reasons } = await gate.ask(RULED);
    expect(verdict.kind).toBe('closed');
    expect(reasons.join()).toContain('names an app');
  });

  it('a protection that is not shown is not taken for none', async () => {
    const gate = new Gate();
    gate.repository.requireChecks('main', [['test']]);
    gate.repository.run(COMMIT).job('test', 'success');
    const body = JSON.stringify({ name: 'main', protected: true, commit: { sha: COMMIT } });
    gate.api.fault({ on: /\/branches\/main$/, times: 'always', act: { kind: 'answer', status: 200, body } });
    const { verdict, reasons } = await gate.ask(RULED);
    expect(verdict.kind).toBe('closed');
    expect(reasons.join()).toMatch(/does not show.*"required-checks"/);
  });
});

/** Whose run this one follows, as its payload says. */
function following(changes: object = {}, relation: 'own' | 'bot' = 'own'): Gate {
  const gate = new Gate();
  const { payload, eventName } = factsOf('workflow_run', relation, 'default');
  const { workflow_run: run } = payload as { workflow_run: object };
  gate.run = { eventName, payload: { ...(payload as object), workflow_run: { ...run, ...changes } } };
  gate.repositoryId = String((payload as { repository: { id: number } }).repository.id);
  gate.ref = 'refs/heads/main';
  return gate;
}

describe('a run that follows another', () => {
  const inputs = { events: 'push, workflow_run, pull_request', branches: 'main, topic' };

  it.each([
    ['is the tip of the branch', ['main', [HEAD, 'a'.repeat(40)]], 'open'],
    ['is in the branch, which has moved on', ['main', ['a'.repeat(40), 'b'.repeat(40), HEAD]], 'open'],
    ['is not in the branch: a tag has its name', ['main', ['a'.repeat(40)]], 'closed'],
    ['was in the branch until it was changed', ['main', []], 'closed'],
  ] as const)('whose commit %s', async (_name, [branch, commits], expected) => {
    const gate = following();
    gate.repository.commits.set(branch, [...commits]);
    const { verdict, reasons } = await gate.ask(inputs);
    expect([verdict.kind, reasons]).toEqual([
      expected,
      expected === 'open' ? [] : [expect.stringMatching(/^GATE_REF: .*branch main/)],
    ]);
  });

  it.each([
    ['is gone, or never was', 'topic', /^GATE_REF: .*there is no branch topic/],
    // The default branch is always there.
    ['cannot be seen', 'main', /^GATE_SERVER: .*the token may not read the default branch main.*"contents: read"/],
  ] as const)('whose branch %s', async (_name, branch, reason) => {
    const gate = following({ head_branch: branch });
    gate.repository.branches.delete(branch);
    const { reasons } = await gate.ask(inputs);
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });

  it('is closed where GitHub may not be asked for the branch, and the permission is named', async () => {
    const gate = following();
    gate.repository.commits.set('main', [HEAD]);
    gate.api.permissions = ['metadata'];
    const { reasons } = await gate.ask(inputs);
    expect(reasons).toEqual([expect.stringMatching(/^GATE_SERVER: .*"contents: read" under "permissions:"/)]);
  });

  it.each([500, 404, 301])('is closed where the comparison is answered with %i', async (status) => {
    const gate = following();
    gate.repository.commits.set('main', ['a'.repeat(40), HEAD]);
    gate.api.fault({ on: /\/compare\//, times: 'always', act: { kind: 'answer', status, body: '{}' } });
    expect((await gate.ask(inputs)).verdict.kind).toBe('closed');
  });

  it.each([
    ['by a person into main', [{ base: 'main' }], 'open'],
    ['that was not found', [], 'closed'],
    ['by a bot', [{ base: 'main', opener: 'Bot' }], 'closed'],
    ['that was sent there later', [{ base: 'main', events: ['base_ref_changed'] }], 'closed'],
    [
      'that was sent there before the run',
      [{ base: 'main', events: ['base_ref_changed'], eventsAt: '2026-11-20T11:59:59Z' }],
      'open',
    ],
    ['by a person into a branch of their own', [{ base: 'evil' }], 'closed'],
    ['by a person into main, and another into a branch of their own', [{ base: 'main' }, { base: 'evil' }], 'closed'],
  ] as const)('after a pull request %s', async (_name, pulls, expected) => {
    const gate = following({ event: 'pull_request', head_branch: 'topic' });
    gate.repository.branches.set('topic', undefined);
    gate.repository.commits.set('topic', [HEAD]);
    for (const pull of pulls) gate.repository.openPull({ head: HEAD, branch: 'topic', ...pull });
    const { verdict, reasons } = await gate.ask(inputs);
    expect([verdict.kind, reasons.length]).toEqual([expected, expected === 'open' ? 0 : 1]);
  });

  it('after a pull request that was sent elsewhere once, and does not say when it began, is closed', async () => {
    const gate = following({ event: 'pull_request', head_branch: 'topic', created_at: undefined });
    gate.repository.branches.set('topic', undefined);
    gate.repository.commits.set('topic', [HEAD]);
    const eventsAt = '2026-11-20T11:59:59Z';
    gate.repository.openPull({ head: HEAD, branch: 'topic', events: ['base_ref_changed'], eventsAt });
    expect((await gate.ask(inputs)).verdict.kind).toBe('closed');
  });

  it('is asked for its checks, too', async () => {
    const gate = following();
    gate.repository.commits.set('main', [HEAD]);
    expect((await gate.ask({ ...inputs, 'required-checks': 'test' })).verdict.kind).toBe('closed');
    gate.repository.run(HEAD).job('test', 'success');
    expect((await gate.ask({ ...inputs, 'required-checks': 'test' })).verdict.kind).toBe('open');
  });
});

describe('a pull request that publishes', () => {
  it.each([
    ['the branch that it goes to', 'develop', 'open'],
    ['another branch', 'evil', 'closed'],
  ] as const)('has passed what ran for a pull request into %s', async (_name, base, expected) => {
    const gate = new Gate();
    const { payload, eventName, ref, sha } = factsOf('pull_request', 'own', 'other');
    const { pull_request: pull } = payload as { pull_request: { head: { ref: string }; base: object } };
    const own = { ...pull, base: { ...pull.base, ref: 'develop' } };
    gate.run = { eventName, ref, sha, payload: { ...(payload as object), pull_request: own } };
    gate.repository.run(HEAD, { event: 'pull_request', branch: pull.head.ref, base }).job('test', 'success');
    const inputs = { events: 'pull_request', branches: 'feature/**', 'required-checks': 'test' };
    expect((await gate.ask(inputs)).verdict.kind).toBe(expected);
  });
});

describe('the queue of a branch', () => {
  it.each(['destroyed', 'dequeued', ''])('that says "%s" publishes nothing', async (action) => {
    const gate = new Gate();
    const { payload, eventName } = factsOf('merge_group', 'own', 'default');
    gate.run = { eventName, payload: { ...(payload as object), action } };
    await expect(gate.ask({ events: 'merge_group' })).rejects.toThrow('the gate was closed before');
  });
});

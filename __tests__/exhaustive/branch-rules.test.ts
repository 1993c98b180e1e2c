/** Which checks the rules of a branch require: rulesets, the older protection, and the apps that they pin. */
import { describe, expect, it } from '@jest/globals';
import { ACTIONS, type App, CODECOV, type Repository } from '../doubles/github/repository.ts';
import { COMMIT, Gate } from './asked-checks.ts';

const SONAR: App = { id: 12526, slug: 'sonarqubecloud' };

type Story = readonly [name: string, story: (repository: Repository) => void, expected: 'open' | RegExp];

const passed = (repository: Repository, ...names: readonly string[]) => {
  const run = repository.run(COMMIT);
  for (const name of names) run.job(name, 'success');
};

const STORIES: readonly Story[] = [
  [
    'a ruleset that requires one',
    (repository) => {
      repository.requireChecks('main', [['test']]);
      passed(repository, 'test');
    },
    'open',
  ],
  [
    'a ruleset that requires two, of which one is missing',
    (repository) => {
      repository.requireChecks('main', [['test'], ['lint']]);
      passed(repository, 'test');
    },
    /"lint" must have succeeded/,
  ],
  [
    'two rulesets, each of which requires one',
    (repository) => {
      repository.requireChecks('main', [['test']]);
      repository.requireChecks('main', [['lint']]);
      passed(repository, 'test');
    },
    /"lint" must have succeeded/,
  ],
  [
    'rules that are about other things',
    (repository) => {
      repository.rules.set('main', [
        { type: 'deletion' },
        { type: 'non_fast_forward' },
        { type: 'pull_request', parameters: { required_approving_review_count: 1 } },
      ]);
      passed(repository, 'test');
    },
    /no rule of the branch requires a check/,
  ],
  ['no rule at all', (repository) => passed(repository, 'test', 'lint'), /no rule of the branch requires a check/],
  [
    'a rule of another branch',
    (repository) => {
      repository.requireChecks('develop', [['test']]);
      passed(repository, 'test');
    },
    /no rule of the branch requires a check/,
  ],
  [
    'a rule that requires nothing',
    (repository) => {
      repository.requireChecks('main', []);
      passed(repository, 'test');
    },
    /no rule of the branch requires a check/,
  ],
  [
    'a rule that cannot be read',
    (repository) => {
      repository.requireChecks('main', [['test']]);
      repository.rules.get('main')?.push({ type: 'required_status_checks', parameters: { checks: [] } });
      passed(repository, 'test');
    },
    /GitHub must be able to report the checks/,
  ],
  [
    'a rule whose check has no name',
    (repository) => {
      repository.requireChecks('main', [['test'], ['']]);
      passed(repository, 'test');
    },
    /GitHub must be able to report the checks/,
  ],
  [
    'the older protection, with apps that are pinned',
    (repository) => {
      repository.branches.set('main', {
        enforcement_level: 'non_admins',
        contexts: ['test', 'sonar'],
        checks: [
          { context: 'test', app_id: ACTIONS.id },
          { context: 'sonar', app_id: SONAR.id },
        ],
      });
      passed(repository, 'test');
      repository.report(COMMIT, { name: 'sonar', word: 'success', app: SONAR });
    },
    'open',
  ],
  [
    'the older protection, of which one is missing',
    (repository) => {
      repository.branches.set('main', {
        enforcement_level: 'everyone',
        contexts: ['test', 'sonar'],
        checks: [
          { context: 'test', app_id: ACTIONS.id },
          { context: 'sonar', app_id: SONAR.id },
        ],
      });
      passed(repository, 'test');
    },
    /"sonar" must have succeeded/,
  ],
  [
    'the older protection as older servers show it, by name alone',
    (repository) => {
      repository.branches.set('main', { enforcement_level: 'everyone', contexts: ['test', 'ci/jenkins'] });
      passed(repository, 'test');
      repository.status(COMMIT, 'ci/jenkins', 'failure');
    },
    /"ci\/jenkins" must have succeeded/,
  ],
  [
    'the older protection, with names that no pinned check has',
    (repository) => {
      repository.branches.set('main', {
        enforcement_level: 'everyone',
        contexts: ['test', 'lint'],
        checks: [{ context: 'test', app_id: null }],
      });
      passed(repository, 'test');
    },
    /"lint" must have succeeded/,
  ],
  [
    'the older protection, switched off',
    (repository) => {
      repository.branches.set('main', { enforcement_level: 'off', contexts: ['test'] });
      passed(repository, 'test');
    },
    /no rule of the branch requires a check/,
  ],
  [
    'both, of which the older one is not met',
    (repository) => {
      repository.requireChecks('main', [['test']]);
      repository.branches.set('main', { enforcement_level: 'everyone', contexts: ['lint'] });
      passed(repository, 'test');
    },
    /"lint" must have succeeded/,
  ],
  [
    'both, and both are met',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      repository.branches.set('main', { enforcement_level: 'everyone', checks: [{ context: 'lint', app_id: -1 }] });
      passed(repository, 'test', 'lint');
    },
    'open',
  ],
  [
    'a pinned app, and another one that reports under the name',
    (repository) => {
      repository.requireChecks('main', [['quality', SONAR.id]]);
      repository.report(COMMIT, { name: 'quality', word: 'success', app: CODECOV });
    },
    /"quality" must have succeeded/,
  ],
  [
    'a pinned app, and a job of that name',
    (repository) => {
      repository.requireChecks('main', [['quality', SONAR.id]]);
      passed(repository, 'quality');
    },
    /"quality" must have succeeded/,
  ],
  [
    'a pinned app that passed, while another one has failed under the name',
    (repository) => {
      repository.requireChecks('main', [['quality', SONAR.id]]);
      repository.report(COMMIT, { name: 'quality', word: 'success', app: SONAR });
      repository.report(COMMIT, { name: 'quality', word: 'failure', app: CODECOV });
    },
    'open',
  ],
  [
    'no app pinned (null), and two that report under the name, one in vain',
    (repository) => {
      repository.requireChecks('main', [['quality', null]]);
      repository.report(COMMIT, { name: 'quality', word: 'success', app: SONAR });
      repository.report(COMMIT, { name: 'quality', word: 'failure', app: CODECOV });
    },
    /"quality" must have succeeded/,
  ],
  [
    'the app of the jobs pinned, and a forged check run',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      repository.forge(COMMIT, 'test', 'success');
    },
    /"test" must have succeeded/,
  ],
  [
    'the app of the jobs pinned, and a status that anyone can set',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      repository.status(COMMIT, 'test', 'success');
    },
    /"test" must have succeeded/,
  ],
  [
    // "If a check and a status have the same name, both are required."
    'the app of the jobs pinned, and besides the job a status of that name that has failed',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      passed(repository, 'test');
      repository.status(COMMIT, 'test', 'failure');
    },
    /"test" must have succeeded/,
  ],
  [
    'the app of the jobs pinned, and besides the job a status of that name that has succeeded',
    (repository) => {
      repository.requireChecks('main', [['test', ACTIONS.id]]);
      passed(repository, 'test');
      repository.status(COMMIT, 'test', 'success');
    },
    'open',
  ],
  [
    'a name in other letters',
    (repository) => {
      repository.requireChecks('main', [['Test']]);
      passed(repository, 'test');
    },
    /"Test" must have succeeded/,
  ],
];

describe('branch-rules', () => {
  it.each(STORIES)('%s', async (_name, story, expected) => {
    const gate = new Gate();
    story(gate.repository);
    const { verdict, reasons } = await gate.ask({ 'required-checks': 'branch-rules' });
    if (expected === 'open') expect({ reasons, kind: verdict.kind }).toEqual({ reasons: [], kind: 'open' });
    else expect(reasons).toContainEqual(expect.stringMatching(expected));
  });

  it('adds to the checks that are named, and is not made up for by them', async () => {
    for (const [isRuled, names] of [
      [true, ['test', 'lint']],
      [true, ['test']],
      [true, ['lint']],
      [false, ['test', 'lint']],
    ] as const) {
      const gate = new Gate();
      if (isRuled) gate.repository.requireChecks('main', [['test']]);
      passed(gate.repository, ...names);
      const { verdict } = await gate.ask({ 'required-checks': 'lint, branch-rules' });
      expect([isRuled, names, verdict.kind]).toEqual([
        isRuled,
        names,
        isRuled && names.length === 2 ? 'open' : 'closed',
      ]);
    }
  });

  it.each(['release/1.2', 'a b', 'ä/ö', 'x?y=z', 'a#b', '100%', 'v1..2'])(
    'asks for the branch %j by its own name',
    async (branch) => {
      const gate = new Gate();
      gate.ref = `refs/heads/${branch}`;
      gate.repository.branches.set(branch, undefined);
      gate.repository.requireChecks(branch, [['test']]);
      passed(gate.repository, 'test');
      const { verdict } = await gate.ask({ 'required-checks': 'branch-rules', branches: '**' });
      expect(verdict.kind).toBe('open');
    },
  );

  it('is closed for a branch that is gone', async () => {
    const gate = new Gate();
    gate.repository.branches.delete('main');
    gate.repository.requireChecks('main', [['test']]);
    passed(gate.repository, 'test');
    const { reasons } = await gate.ask({ 'required-checks': 'branch-rules' });
    expect(reasons).toEqual([expect.stringContaining('there is no branch main')]);
  });

  it('is closed for a tag, and does not advise to try again', async () => {
    const gate = new Gate();
    gate.ref = 'refs/tags/v1.2.3';
    gate.repository.requireChecks('main', [['test']]);
    passed(gate.repository, 'test');
    const { reasons } = await gate.ask({ 'required-checks': 'branch-rules' });
    expect(reasons).toEqual([expect.stringContaining('this run is for a tag')]);
    expect(reasons[0]).not.toContain('run the job again');
  });

  it.each([
    ['nothing but a message', '{"message":"ok"}'],
    ['null', 'null'],
    ['a list', '[]'],
    [
      'the branch of another name',
      JSON.stringify({ name: 'develop', protected: false, protection: { enabled: false } }),
    ],
  ])('is closed if the branch is answered with %s: what it requires is not known', async (_name, body) => {
    const gate = new Gate();
    gate.repository.requireChecks('main', [['test']]);
    passed(gate.repository, 'test');
    gate.api.fault({ on: /\/branches\/main$/, times: 'always', act: { kind: 'answer', status: 200, body } });
    const { verdict } = await gate.ask({ 'required-checks': 'branch-rules' });
    expect(verdict.kind).toBe('closed');
  });
});

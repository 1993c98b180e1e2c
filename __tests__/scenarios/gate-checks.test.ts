/** The checks of the commit, asked of GitHub by the built bundle: over HTTP, with the job's own token. */
import { describe, expect } from '@jest/globals';
import { ACTIONS, end, Repository } from '../doubles/github/repository.ts';
import type { Permission } from '../doubles/github/rest-api.ts';
import { type GitHub, startGitHub } from '../doubles/github/start-github.ts';
import { pushToMain, REPOSITORY_ID, SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { annotationsOf, expectNothingLeft } from './failure.ts';
import { FAST_CLOCK, FAST_DEADLINES, type Overrides, type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

/** What the expression `github.token` comes out as. */
const TOKEN = 'ghs_tokenOfTheJob';
const HEAD = 'b'.repeat(40);

type Play = { readonly stage: Stage; readonly github: GitHub; readonly commit: Repository };

/** story is a scenario with a GitHub: `commit` is what it knows of the repository. */
function story(name: string, play: (scene: Play) => Promise<void>): void {
  scenario(name, {}, async (stage) => {
    const commit = new Repository({ id: REPOSITORY_ID });
    commit.trees.set(SHA, 'the tree of the commit');
    await using github = await startGitHub(commit, { token: TOKEN });
    await play({ stage, github, commit });
    github.assertClean();
  });
}

const publish = ({ stage, github }: Play, { inputs, env, ...more }: Overrides = {}): Promise<Step> =>
  stage.publish({ ...more, inputs: { 'required-checks': 'test', ...inputs }, env: { ...github.env, ...env } });

/** expectClosed: red, with a reason, and nothing but GitHub was asked. */
function expectClosed({ stage }: Play, step: Step, seen: RegExp): void {
  expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_CHECKS' } });
  expect(Object.keys(step.outputs).sort()).toEqual(['pushed', 'reason', 'results']);
  const [error] = annotationsOf(step, 'error');
  expect(error?.data).toMatch(seen);
  expect(step.summary).toContain('GATE_CHECKS');
  expect(stage.registry.requests).toEqual([]);
  expect(stage.engine.calls).toEqual([]);
  expect(readLog(step.log).commands.map(({ name }) => name)).not.toContain('add-mask');
  expectNothingLeft(stage);
}

describe('a commit', () => {
  story('whose checks have succeeded is published, and the summary says so', async (scene) => {
    const run = scene.commit.run(SHA);
    run.job('test', 'success');
    run.job('lint', 'success');
    run.job('publish', 'in_progress');
    scene.commit.status(SHA, 'ci/jenkins', 'success');
    const step = await publish(scene, { inputs: { 'required-checks': 'test, lint\n# the old one\nci/jenkins' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'true', reason: 'published' } });
    const { verdict } = JSON.parse(step.outputs.results ?? '');
    const askedBy = 'the input "required-checks"';
    const job = { state: 'passed', seen: 'it succeeded', reportedBy: 'github-actions', askedBy };
    const status = { state: 'passed', seen: 'its status is success', reportedBy: 'a status of octocat', askedBy };
    expect(verdict.checks).toEqual([
      { name: 'test', ...job },
      { name: 'lint', ...job },
      { name: 'ci/jenkins', ...status },
    ]);
    for (const { name } of verdict.checks) {
      expect(readLog(step.log).shown).toMatch(new RegExp(`✓ check "${name}": .*Reported by: .*Required by: `));
      expect(readable(step)).toContain(`✓ check <code>${name}</code>: `);
    }
    // The token goes to the API alone, and is printed nowhere.
    for (const { headers } of scene.github.requests) expect(headers.authorization).toBe(`token ${TOKEN}`);
    expect(JSON.stringify(scene.stage.registry.requests)).not.toContain(TOKEN);
    for (const text of [step.log, step.summary, JSON.stringify(step.outputs)]) expect(text).not.toContain(TOKEN);
  });

  story('of which nothing is asked is published without a word to GitHub', async (scene) => {
    const step = await publish(scene, { inputs: { 'required-checks': 'none' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(scene.github.requests).toEqual([]);
  });

  story('whose event is closed already is not asked about', async (scene) => {
    const step = await publish(scene, { event: { ...pushToMain, ref: 'refs/heads/feature' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_REF' } });
    expect(scene.github.requests).toEqual([]);
  });

  story('whose check has failed is closed', async (scene) => {
    scene.commit.run(SHA).job('test', 'failure');
    expectClosed(scene, await publish(scene), /"test" must have succeeded.*it ended with failure/);
  });

  story('without the check is closed, and a typing error shows', async (scene) => {
    scene.commit.run(SHA).job('Test', 'success');
    expectClosed(scene, await publish(scene), /"test" must have succeeded.*nothing was reported under this name/);
  });

  story('whose check is forged is closed', async (scene) => {
    const run = scene.commit.run(SHA);
    run.job('lint', 'success');
    scene.commit.forge(SHA, 'test', 'success', run.suiteId);
    expectClosed(scene, await publish(scene), /belongs to no job of GitHub Actions/);
  });

  story('whose check failed on the second page is closed', async (scene) => {
    scene.commit.run(SHA).job('test', 'failure');
    scene.commit.run(SHA).job('test', 'success');
    const suiteId = scene.commit.nextId();
    for (let at = 0; at < 100; at++) scene.commit.report(SHA, { name: `noise ${at}`, word: 'success', suiteId });
    expectClosed(scene, await publish(scene), /it ended with failure/);
  });

  story('that a merge has made is published for what its pull request has passed', async (scene) => {
    scene.commit.run(HEAD, { event: 'pull_request', branch: 'feature' }).job('test', 'success');
    scene.commit.trees.set(HEAD, 'the tree of the commit');
    scene.commit.pull({ head: HEAD, merge: SHA, mergedAt: '2026-11-20T12:00:00Z' });
    const step = await publish(scene);
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  story('has what the rules of its branch require', async (scene) => {
    scene.commit.requireChecks('main', [['test', ACTIONS.id]]);
    scene.commit.run(SHA).job('test', 'success');
    const step = await publish(scene, { inputs: { 'required-checks': 'branch-rules' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  story('of a branch whose rules require nothing is closed', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    const step = await publish(scene, { inputs: { 'required-checks': 'branch-rules' } });
    expectClosed(scene, step, /no rule of the branch requires a check/);
  });

  story('that names this job as well leaves it out, and the summary says so', async (scene) => {
    scene.commit.requireChecks('main', [['test'], ['publish', ACTIONS.id]]);
    const run = scene.commit.run(SHA);
    run.job('test', 'success');
    const { id } = run.job('publish', 'in_progress').check;
    for (const required of ['test, publish', 'branch-rules']) {
      const inputs = { 'required-checks': required, 'check-run-id': String(id), 'wait-for-checks': '20' };
      const step = await publish(scene, { inputs });
      expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'true' } });
      expect(readable(step)).toContain('<code>publish</code> is this job itself, and was left out');
      expect(readLog(step.log).shown).toContain('– check "publish": it is this job, and was left out.');
      expect(step.log).not.toContain('Waiting');
    }
  });

  story('that names this job alone has nothing left to ask for, and is closed', async (scene) => {
    const { id } = scene.commit.run(SHA).job('publish', 'in_progress').check;
    const inputs = { 'required-checks': 'publish', 'check-run-id': String(id), 'wait-for-checks': '20' };
    expectClosed(scene, await publish(scene, { inputs }), /a check besides this job itself must be required/);
  });

  story('that names this job counts what another run says under its name', async (scene) => {
    scene.commit.run(SHA).job('publish', 'failure');
    const run = scene.commit.run(SHA);
    run.job('test', 'success');
    const { id } = run.job('publish', 'in_progress').check;
    const inputs = { 'required-checks': 'test, publish', 'check-run-id': String(id) };
    expectClosed(scene, await publish(scene, { inputs }), /"publish" must have succeeded.*ended with failure/);
  });

  for (const whenClosed of ['skip', 'fail']) {
    story(`that fails is red with "${whenClosed}"`, async (scene) => {
      scene.commit.run(SHA).job('test', 'failure');
      const step = await publish(scene, { inputs: { 'when-closed': whenClosed } });
      expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_CHECKS' } });
      expect(annotationsOf(step, 'error').map(({ properties }) => properties.title)).toEqual([
        'Not published (GATE_CHECKS)',
      ]);
    });
  }

  story('that fails is green only where that is asked for, with a warning', async (scene) => {
    scene.commit.run(SHA).job('test', 'failure');
    const step = await publish(scene, { inputs: { 'when-closed': 'skip-all' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason: 'GATE_CHECKS' } });
    expect(annotationsOf(step, 'warning').map(({ properties }) => properties.title)).toEqual([
      'Not published (GATE_CHECKS)',
    ]);
    expect(annotationsOf(step, 'error')).toEqual([]);
    expect(readable(step)).toContain('"when-closed" is "skip-all"');
  });
});

describe('waiting', () => {
  story('ends in a publication as soon as the check has passed', async (scene) => {
    const { check } = scene.commit.run(SHA).job('test', 'in_progress');
    let looks = 0;
    scene.github.api.afterAnswer = (url) => {
      if (url.includes('/check-runs')) looks += 1;
      if (looks === 3) end(check, 'success');
    };
    const step = await publish(scene, { inputs: { 'wait-for-checks': '20' }, env: FAST_CLOCK });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(readLog(step.log).shown).toMatch(/Waiting for test \(it is in_progress\): \d+ s left/);
  });

  story('ends at its deadline, with the list of what is missing', async (scene) => {
    scene.commit.run(SHA).job('test', 'in_progress');
    const inputs = { 'required-checks': 'test, lint', 'wait-for-checks': '1' };
    const step = await publish(scene, { inputs, env: FAST_CLOCK });
    expectClosed(scene, step, /"test".*it is in_progress.*"lint".*nothing was reported/s);
  });

  story('does not wait for its own job', async (scene) => {
    const run = scene.commit.run(SHA);
    run.job('test', 'success');
    run.job('publish', 'in_progress');
    const own = run.jobs.at(-1)?.check.id;
    const inputs = { 'wait-for-checks': '20', 'check-run-id': String(own) };
    const step = await publish(scene, { inputs });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    expect(step.log).not.toContain('Waiting');
  });
});

describe('an API that', () => {
  const PERMISSIONS: readonly Permission[] = ['checks', 'statuses', 'actions'];
  for (const permission of PERMISSIONS) {
    story(`may not be asked for ${permission} closes the gate, and the YAML to add is named`, async (scene) => {
      scene.commit.run(SHA).job('test', 'success');
      scene.github.api.permissions = scene.github.api.permissions.filter((each) => each !== permission);
      const step = await publish(scene);
      expectClosed(scene, step, new RegExp(`"${permission}: read" under "permissions:"`));
    });
  }

  story('does not know the token closes the gate', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    const step = await publish(scene, { inputs: { 'github-token': 'ghp_ofSomebodyElse' } });
    expectClosed(scene, step, /may not read/);
    expect(step.log).not.toContain('ghp_ofSomebodyElse');
  });

  story('is out of order closes the gate', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    scene.github.api.fault({ on: /check-runs/, times: 'always', act: { kind: 'answer', status: 503 } });
    expectClosed(scene, await publish(scene, { env: FAST_CLOCK }), /answered with status 503/);
  });

  story('answers in half sentences closes the gate', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    scene.github.api.fault({ on: /statuses|check-runs/, times: 'always', act: { kind: 'truncate' } });
    expectClosed(scene, await publish(scene), /is not JSON/);
  });

  story('sends on to another host closes the gate, and that host never gets the token', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    await using elsewhere = await startGitHub(scene.commit);
    const location = `${elsewhere.env.GITHUB_API_URL}/repositories/1`;
    const headers = { location };
    scene.github.api.fault({ on: /check-runs/, times: 'always', act: { kind: 'answer', status: 302, headers } });
    expectClosed(scene, await publish(scene), /status 302/);
    expect(elsewhere.requests).toEqual([]);
  });

  story('never answers closes the gate in the end', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    scene.github.api.fault({ on: /check-runs/, times: 'always', act: { kind: 'hang' } });
    const step = await publish(scene, { inputs: { timeout: '360' }, env: FAST_DEADLINES });
    expectClosed(scene, step, /could not be reached/);
  });

  story('breaks off in the middle is asked again', async (scene) => {
    scene.commit.run(SHA).job('test', 'success');
    scene.github.api.fault({ on: /check-runs/, times: 2, act: { kind: 'cut' } });
    const step = await publish(scene, { env: FAST_CLOCK });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  story('is not there closes the gate', async (scene) => {
    await scene.github.close();
    expectClosed(scene, await publish(scene, { env: FAST_CLOCK }), /could not be reached/);
  });
});

describe('names from outside', () => {
  const HOSTILE = [
    'test\n::set-output name=digest::sha256:evil',
    '::add-mask::a',
    '##[error]x',
    '<b>|`test`',
    '\u001b[2J',
  ];

  story('are never commands, and break no list', async (scene) => {
    scene.commit.requireChecks(
      'main',
      HOSTILE.map((name) => [name]),
    );
    const run = scene.commit.run(SHA);
    for (const name of HOSTILE) run.job(name, 'in_progress');
    const inputs = { 'required-checks': 'branch-rules', 'wait-for-checks': '1' };
    const step = await publish(scene, { inputs, env: FAST_CLOCK });
    expectClosed(scene, step, /must have succeeded/);
    expect(readLog(step.log).commands.map(({ name }) => name)).toEqual(['group', 'endgroup', 'error']);
    expect(step.log).not.toContain('\u001b');
    expect(step.summary).not.toContain('<b>');
    // An item for each reason and each check, and no more.
    for (const item of [/^- <code>GATE_CHECKS<\/code> /gm, /^- … check <code>/gm])
      expect(step.summary.match(item)).toHaveLength(HOSTILE.length);
  });
});

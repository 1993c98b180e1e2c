/** Waiting for checks: how often it looks, when it ends, and what it says. */
import { describe, expect, it } from '@jest/globals';
import { ACTIONS, CODECOV, end, rewrite } from '../doubles/github/repository.ts';
import { COMMIT, Gate } from './asked-checks.ts';
import { inputsOf } from './gate-inputs.ts';

const MINUTE = 60_000;

/** The moments at which the checks of the commit were looked at, in seconds. */
function looksOf(gate: Gate): number[] {
  const looks: number[] = [];
  gate.api.afterAnswer = (url) => {
    if (url.includes('/check-runs') && /[?&]page=1\b/.test(url)) looks.push(gate.clock.now() / 1000);
  };
  return looks;
}

describe('without waiting', () => {
  it('what is not there yet closes the gate at once, and everything that is missing is told', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('test', 'in_progress');
    run.job('build', 'success');
    const { reasons, seconds } = await gate.ask({ 'required-checks': 'test, lint, build' });
    expect(seconds).toBe(0);
    expect(reasons).toEqual([
      expect.stringMatching(/"test" must have succeeded.*; it is in_progress; .*"wait-for-checks"/),
      expect.stringMatching(/"lint" must have succeeded.*; nothing was reported under this name; .*"wait-for-checks"/),
    ]);
  });
});

describe('while it waits', () => {
  it('opens soon after the last check has passed', async () => {
    const gate = new Gate();
    const { check } = gate.repository.run(COMMIT).job('test', 'queued');
    gate.clock.at(2 * MINUTE, () => end(check, 'in_progress'));
    gate.clock.at(7 * MINUTE, () => end(check, 'success'));
    const { verdict, seconds } = await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '20' });
    expect(verdict.kind).toBe('open');
    expect(seconds).toBeGreaterThanOrEqual(7 * 60);
    expect(seconds).toBeLessThanOrEqual(8 * 60);
  });

  it('waits for a check that is not there at first', async () => {
    const gate = new Gate();
    gate.clock.at(3 * MINUTE, () => gate.repository.run(COMMIT).job('test', 'success'));
    const { verdict, seconds } = await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '20' });
    expect(verdict.kind).toBe('open');
    expect(seconds).toBeLessThanOrEqual(4 * 60);
  });

  it('is closed as soon as one has failed, whatever the others do', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('lint', 'in_progress');
    const { check } = run.job('test', 'in_progress');
    gate.clock.at(4 * MINUTE, () => end(check, 'failure'));
    const { reasons, seconds } = await gate.ask({ 'required-checks': 'test, lint', 'wait-for-checks': '20' });
    expect(reasons).toContainEqual(expect.stringContaining('it ended with failure'));
    expect(seconds).toBeLessThanOrEqual(5 * 60);
  });

  it('looks less often the longer it takes, and never more than a minute apart', async () => {
    const gate = new Gate();
    const looks = looksOf(gate);
    gate.repository.run(COMMIT).job('test', 'in_progress');
    await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '20' });
    const pauses = looks.slice(1).map((look, at) => look - (looks[at] ?? 0));
    const between = pauses.filter((pause) => pause > 0).slice(0, -1);
    expect(between[0]).toBeGreaterThanOrEqual(5);
    expect(between).toEqual(between.toSorted((one, other) => one - other));
    expect(Math.max(...between)).toBeLessThanOrEqual(60);
    expect(looks.length).toBeLessThanOrEqual(30);
  });

  it('ends at its deadline, not before and not after, with the list of what is missing', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('test', 'in_progress');
    run.job('build', 'success');
    gate.repository.status(COMMIT, 'ci/jenkins', 'pending');
    const names = 'test, lint, build, ci/jenkins';
    const { verdict, reasons, seconds } = await gate.ask({ 'required-checks': names, 'wait-for-checks': '5' });
    expect(seconds).toBe(5 * 60);
    expect(verdict.kind).toBe('closed');
    expect(reasons.map((reason) => /the check "([^"]+)"/.exec(reason)?.[1])).toEqual(['test', 'lint', 'ci/jenkins']);
  });

  it('takes what has passed at the very end', async () => {
    const gate = new Gate();
    const { check } = gate.repository.run(COMMIT).job('test', 'in_progress');
    gate.clock.at(5 * MINUTE - 1, () => end(check, 'success'));
    expect((await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '5' })).verdict.kind).toBe('open');
  });

  it('shows what it waits for, and for how long still', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('build', 'success');
    const { check } = run.job('test', 'queued');
    gate.clock.at(1 * MINUTE, () => end(check, 'in_progress'));
    const { lines } = await gate.ask({ 'required-checks': 'test, lint, build', 'wait-for-checks': '3' });
    expect(lines[0]).toMatch(/test \(it is queued\).*lint \(nothing was reported/);
    expect(lines[0]).not.toContain('build');
    expect(lines.at(-1)).toMatch(/test \(it is in_progress\)/);
    const left = lines.map((line) => Number(/(\d+) s left/.exec(line)?.[1]));
    expect(left[0]).toBe(180);
    expect(left).toEqual(left.toSorted((one, other) => other - one));
    expect(Math.min(...left)).toBeGreaterThan(0);
  });

  it('goes on when the API has failed for a moment', async () => {
    const gate = new Gate();
    const { check } = gate.repository.run(COMMIT).job('test', 'in_progress');
    gate.clock.at(3 * MINUTE, () => end(check, 'success'));
    gate.clock.at(30_000, () => gate.api.fault({ on: /check-runs/, times: 2, act: { kind: 'answer', status: 502 } }));
    gate.clock.at(90_000, () => gate.api.fault({ on: /statuses/, act: { kind: 'cut' } }));
    const { verdict } = await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '10' });
    expect(verdict.kind).toBe('open');
    expect(gate.api.unplayed).toEqual([]);
  });

  it('ends with the reason of the signal when the run is cancelled', async () => {
    const gate = new Gate();
    gate.repository.run(COMMIT).job('test', 'in_progress');
    const controller = new AbortController();
    gate.clock.at(45_000, () => controller.abort(new Error('the run was cancelled')));
    const asked = gate.ask({ 'required-checks': 'test', 'wait-for-checks': '10' }, controller.signal);
    await expect(asked).rejects.toThrow('the run was cancelled');
    expect(gate.clock.now()).toBe(45_000);
  });

  it('opens for a re-run that succeeds after a failure, only once it has', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('test', 'failure');
    run.rerun();
    const { check } = run.job('test', 'queued');
    gate.clock.at(4 * MINUTE, () => end(check, 'success'));
    const { verdict, seconds } = await gate.ask({ 'required-checks': 'test', 'wait-for-checks': '10' });
    expect(verdict.kind).toBe('open');
    expect(seconds).toBeGreaterThanOrEqual(4 * 60);
  });
});

describe('the limits of the API', () => {
  /** A token of a job may ask a thousand times an hour; "not modified" is free. */
  const MOST_AN_HOUR = 1000;

  it.each([
    [1, 30],
    [4, 30],
    [8, 25],
    [20, 25],
    [40, 20],
    [3, 60],
    [1, 359],
  ])(
    'are kept with %i workflows and a wait of %i minutes, and the wait lasts to its end',
    async (workflows, minutes) => {
      const gate = new Gate();
      const runs = Array.from({ length: workflows }, () => gate.repository.run(COMMIT));
      for (const run of runs) run.job('lint', 'success');
      const checks = runs.slice(0, 1).map((run) => run.job('test', 'in_progress').check);
      gate.clock.at((minutes - 2) * MINUTE, () => {
        for (const check of checks) end(check, 'success');
      });
      const inputs = { 'required-checks': 'test', 'wait-for-checks': String(minutes), timeout: '360' };
      const { verdict, reasons, seconds } = await gate.ask(inputs);
      expect({ reasons, kind: verdict.kind }).toEqual({ reasons: [], kind: 'open' });
      expect(seconds).toBeLessThanOrEqual(minutes * 60);
      expect(gate.api.counted / Math.max(1, minutes / 60)).toBeLessThan(MOST_AN_HOUR);
    },
  );

  it.each([
    [1, 359],
    [3, 60],
    [8, 25],
  ])(
    'are kept, too, where every answer is new: %i workflows, a wait of %i minutes to its end',
    async (workflows, minutes) => {
      const gate = new Gate();
      gate.api.hasEtags = false;
      const runs = Array.from({ length: workflows }, () => gate.repository.run(COMMIT));
      for (const run of runs) run.job('lint', 'success');
      for (const run of runs.slice(0, 1)) {
        const { check } = run.job('test', 'in_progress');
        gate.clock.at((minutes - 2) * MINUTE, () => end(check, 'success'));
      }
      const inputs = { 'required-checks': 'test', 'wait-for-checks': String(minutes), timeout: '360' };
      const { verdict, reasons } = await gate.ask(inputs);
      expect({ reasons, kind: verdict.kind }).toEqual({ reasons: [], kind: 'open' });
      expect(gate.api.counted / Math.max(1, minutes / 60)).toBeLessThan(MOST_AN_HOUR);
    },
  );
});

describe('a wait that the step has no time for', () => {
  it.each([
    ['30', '30'],
    ['45', '30'],
    ['360', '360'],
    ['2', '1'],
    ['30', ''],
  ])('(%s of %s minutes) is an error of the input, not a step that runs out of time', (wait, timeout) => {
    expect(() => inputsOf({ 'wait-for-checks': wait, timeout })).toThrow(/wait-for-checks: .* is not below "timeout"/);
  });

  it.each([
    ['0', '1'],
    ['29', '30'],
    ['359', '360'],
  ])('is not %s of %s minutes', (wait, timeout) => {
    const asked = { 'required-checks': wait === '0' ? 'none' : 'test' };
    expect(inputsOf({ ...asked, 'wait-for-checks': wait, timeout }).waitForChecks).toBe(Number(wait));
  });
});

describe('our own check run', () => {
  const asking = (id: number, more = {}) => ({ 'required-checks': 'publish', 'check-run-id': String(id), ...more });

  it('is left out by its id: what the same name did elsewhere counts', async () => {
    for (const word of ['success', 'failure', 'in_progress']) {
      const gate = new Gate();
      gate.repository.run(COMMIT).job('publish', word);
      const own = gate.repository.run(COMMIT).job('publish', 'in_progress');
      const { verdict } = await gate.ask(asking(own.check.id));
      expect([word, verdict.kind]).toEqual([word, word === 'success' ? 'open' : 'closed']);
    }
  });

  it('is not waited for, and is not taken for passed either, if it is the only one', async () => {
    const gate = new Gate();
    const own = gate.repository.run(COMMIT).job('publish', 'in_progress');
    const { verdict, reasons, seconds } = await gate.ask(asking(own.check.id, { 'wait-for-checks': '5' }));
    expect([verdict.kind, seconds]).toEqual(['closed', 0]);
    expect(reasons).toEqual([
      expect.stringMatching(/a check besides this job itself must be required; only "publish"/),
    ]);
  });

  it('is left out beside others, by name and by the rules of the branch, and waited for by neither', async () => {
    for (const isRuled of [false, true]) {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      run.job('test', 'success');
      const own = run.job('publish', 'in_progress');
      if (isRuled) gate.repository.requireChecks('main', [['test'], ['publish', ACTIONS.id]]);
      const required = isRuled ? 'branch-rules' : 'test, publish';
      const { verdict, seconds } = await gate.ask(
        asking(own.check.id, { 'required-checks': required, 'wait-for-checks': '5' }),
      );
      expect([isRuled, verdict.kind, seconds]).toEqual([isRuled, 'open', 0]);
      expect(verdict.checks.map(({ name, state }) => [name, state])).toEqual([
        ['test', 'passed'],
        ['publish', 'left-out'],
      ]);
    }
  });

  it('is left out no more than the others wait for: they are waited for, and may fail', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('test', 'failure');
    const own = run.job('publish', 'in_progress');
    const { reasons } = await gate.ask(asking(own.check.id, { 'required-checks': 'test, publish' }));
    expect(reasons).toEqual([expect.stringContaining('"test" must have succeeded')]);
  });

  it('that failed before does not speak against itself when it is run again', async () => {
    for (const before of ['failure', 'cancelled']) {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      run.job('test', 'success');
      run.job('publish', before);
      run.rerun();
      const own = run.job('publish', 'in_progress');
      const { verdict } = await gate.ask(asking(own.check.id, { 'required-checks': 'test, publish' }));
      expect([before, verdict.kind]).toEqual([before, 'open']);
    }
  });

  it('that somebody has renamed stands in for no other check', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('lint', 'success');
    const own = run.job('publish', 'in_progress');
    rewrite(own.check, { name: 'test' });
    const { verdict, reasons } = await gate.ask(asking(own.check.id, { 'required-checks': 'lint, test' }));
    expect([verdict.kind, reasons]).toEqual(['closed', [expect.stringContaining('"test" must have succeeded')]]);
  });

  it('is not the check that a rule wants from another app', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('test', 'success');
    const own = run.job('publish', 'in_progress');
    gate.repository.requireChecks('main', [['test'], ['publish', CODECOV.id]]);
    const { reasons } = await gate.ask(asking(own.check.id, { 'required-checks': 'branch-rules' }));
    expect(reasons).toEqual([expect.stringContaining('"publish" must have succeeded')]);
  });

  it('of another name does not matter: the other jobs of our own run count', async () => {
    for (const word of ['success', 'failure', 'in_progress', 'skipped', 'cancelled']) {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      run.job('test', word);
      const own = run.job('publish', 'in_progress');
      const { verdict } = await gate.ask({ 'required-checks': 'test', 'check-run-id': String(own.check.id) });
      expect([word, verdict.kind]).toEqual([word, word === 'success' ? 'open' : 'closed']);
    }
  });

  it('does not hide the jobs that passed before, when only this one is run again', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('test', 'success');
    run.job('publish', 'failure');
    run.rerun();
    const own = run.job('publish', 'in_progress');
    const { verdict } = await gate.ask({ 'required-checks': 'test', 'check-run-id': String(own.check.id) });
    expect(verdict.kind).toBe('open');
  });

  it('does not make up for the others of its name in the same run', async () => {
    const gate = new Gate();
    const run = gate.repository.run(COMMIT);
    run.job('build', 'failure');
    const own = run.job('build', 'in_progress');
    const inputs = { 'required-checks': 'build', 'check-run-id': String(own.check.id) };
    expect((await gate.ask(inputs)).verdict.kind).toBe('closed');
  });
});

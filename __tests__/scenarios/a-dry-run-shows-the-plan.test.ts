/** A dry run does everything but write, and shows the whole plan: in the log, in the summary, and as data. */
import { describe, expect } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { REPOSITORY_ID, SHA } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { expectNothingLeft } from './failure.ts';
import { type Stage, scenario } from './stage.ts';
import { readable } from './summary.ts';

const INPUTS = { 'dry-run': 'true', tags: '1.2.3', verify: 'content', needs: '{"build":{"result":"success"}}' };

/** expectOnlyRead: the registry saw no request that writes, and no push was started. */
function expectOnlyRead(stage: Stage): void {
  expect(stage.registry.requests.length).toBeGreaterThan(0);
  expect(stage.writes).toEqual([]);
  expect(stage.commands.filter((command) => /push|tag/.test(command))).toEqual([]);
  expectNothingLeft(stage);
}

describe('a dry run', () => {
  scenario('shows each rule, each check, the image, the evidence and the tags', {}, async (stage) => {
    const repository = new Repository({ id: REPOSITORY_ID });
    repository.requireChecks('main', [['test', 15368]]);
    repository.run(SHA).job('test', 'success');
    repository.status(SHA, 'ci/jenkins', 'success', 'jenkins-bot');
    await using github = await startGitHub(repository);
    const inputs = { ...INPUTS, 'required-checks': 'branch-rules, ci/jenkins' };
    const step = await stage.publish({ inputs, env: github.env });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason: 'dry-run' } });
    expectOnlyRead(stage);

    const { verdict, plan } = JSON.parse(step.outputs.results ?? '');
    expect(verdict).toMatchObject({ open: true, event: 'push', commit: SHA, ref: 'refs/heads/main' });
    expect(verdict.rules).toEqual([
      { rule: 'the event must be listed', seen: 'the event push' },
      { rule: 'a push that deletes a ref publishes nothing', seen: 'deleted is false' },
      { rule: 'the event must name a commit in full', seen: `"${SHA}"` },
      { rule: 'the branch must match: main', seen: 'the ref refs/heads/main' },
      { rule: 'every job that this one needs must have succeeded', seen: 'the job build has the result success' },
    ]);
    const passed = { state: 'passed', reportedBy: 'github-actions', seen: 'it succeeded' };
    expect(verdict.checks).toEqual([
      { name: 'test', ...passed, askedBy: 'a ruleset of the branch main' },
      {
        name: 'ci/jenkins',
        state: 'passed',
        reportedBy: 'a status of jenkins-bot',
        seen: 'its status is success',
        askedBy: 'the input "required-checks"',
      },
    ]);
    expect(plan).toEqual({
      source: { kind: 'engine', name: 'app:test', id: stage.imageId, platform: 'linux/amd64' },
      verification: 'content',
      tags: [
        { tag: `${stage.name}:${SHA}`, state: 'would-be-written' },
        { tag: `${stage.name}:1.2.3`, state: 'would-be-written' },
      ],
    });
    // People are told the same.
    const told = [
      ...['the event "push" is allowed', `the commit is ${SHA}`, 'the branch "main" is allowed'],
      'the job build has the result success',
      ...verdict.checks.flatMap((check: object) => Object.values(check).filter((text) => text !== 'passed')),
      ...[stage.imageId, 'app:test', 'content', stage.name, SHA, '1.2.3', 'would be written'],
    ];
    const { shown } = readLog(step.log);
    for (const text of told) {
      expect(shown).toContain(text);
      expect(readable(step)).toContain(text);
    }
  });

  scenario('shows what is there now', {}, async (stage) => {
    const first = await stage.publish();
    const writes = stage.writes.length;
    const pushes = stage.commands.filter((command) => command === 'image push').length;
    const step = await stage.publish({ inputs: INPUTS });
    expect(step).toMatchObject({ exitCode: 0, outputs: { pushed: 'false', reason: 'dry-run' } });
    expect(stage.writes).toHaveLength(writes);
    expect(stage.commands.filter((command) => command === 'image push')).toHaveLength(pushes);
    expect(JSON.parse(step.outputs.results ?? '').plan.tags).toEqual([
      { tag: `${stage.name}:${SHA}`, state: 'already-there', digest: first.outputs.digest },
      { tag: `${stage.name}:1.2.3`, state: 'would-be-written' },
    ]);
    expect(readLog(step.log).shown).toContain(first.outputs.digest);
    expect(readable(step)).toContain(`already there, shows <code>${first.outputs.digest?.slice(7, 19)}</code>`);
    expect(stage.heldUnder('1.2.3')).toBeUndefined();
  });

  scenario('whose gate is closed shows why, and asks no registry', {}, async (stage) => {
    const repository = new Repository({ id: REPOSITORY_ID });
    repository.trees.set(SHA, 'a tree');
    repository.run(SHA).job('test', 'failure');
    repository.run(SHA).job('lint', 'success');
    await using github = await startGitHub(repository);
    const inputs = { ...INPUTS, 'required-checks': 'test, lint' };
    const step = await stage.publish({ inputs, env: github.env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { pushed: 'false', reason: 'GATE_CHECKS' } });
    expect(stage.registry.requests).toEqual([]);
    expect(stage.commands).toEqual([]);
    const { verdict, plan } = JSON.parse(step.outputs.results ?? '');
    expect(plan).toBeUndefined();
    expect(verdict).toMatchObject({ open: false, reasons: [{ code: 'GATE_CHECKS', seen: 'it ended with failure' }] });
    expect(verdict.rules).toHaveLength(5);
    expect(verdict.checks).toMatchObject([
      { name: 'test', state: 'failed' },
      { name: 'lint', state: 'passed' },
    ]);
    const { shown } = readLog(step.log);
    expect(shown).toContain('✗ check "test": it ended with failure.');
    expect(shown).toContain('✓ check "lint": it succeeded.');
    expect(readable(step)).toContain('✓ check <code>lint</code>: it succeeded.');
  });
});

/** A run that is not meant to publish is green, evidence that is missing or bad is red; and the verdict is told once. */
import { describe, expect } from '@jest/globals';
import { Repository } from '../doubles/github/repository.ts';
import { startGitHub } from '../doubles/github/start-github.ts';
import { pushToMain, REPOSITORY_ID, SHA, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { factsOf } from '../exhaustive/event-facts.ts';
import { annotationsOf, expectNothingLeft } from './failure.ts';
import { type Overrides, scenario } from './stage.ts';
import { readable } from './summary.ts';

const FAILED_NEEDS = { needs: '{"test":{"result":"failure"}}' };
const { ref, sha, payload } = factsOf('pull_request', 'fork', 'default');
const fork = { name: 'pull_request', ref, sha, payload: payload as Record<string, unknown> };
const feature = { ...pushToMain, ref: 'refs/heads/feature' };

type Closed = readonly [name: string, reason: string, overrides: Overrides];

/** Whoever started these does not expect a publication. */
const NOT_MEANT: readonly Closed[] = [
  ['an event that never publishes', 'GATE_EVENT', { event: { ...pushToMain, name: 'issue_comment' } }],
  ['a feature branch', 'GATE_REF', { event: feature }],
  ['a fork', 'GATE_FORK', { event: fork, inputs: { events: 'pull_request' } }],
  ['a feature branch whose tests failed, too', 'GATE_REF', { event: feature, inputs: FAILED_NEEDS }],
  ['a fork whose tests failed, too', 'GATE_FORK', { event: fork, inputs: { events: 'pull_request', ...FAILED_NEEDS } }],
];

/** Here something is wrong, and somebody waits for the image. */
const EVIDENCE: readonly Closed[] = [
  ['a job that failed', 'GATE_NEEDS', { inputs: FAILED_NEEDS }],
  ['a check that failed', 'GATE_CHECKS', { inputs: { 'required-checks': 'test' } }],
  ['a scan that is not there', 'GATE_SCAN', { inputs: { 'scan-report': 'scan.sarif' } }],
  ['an image of another commit', 'GATE_REVISION', { inputs: { 'require-revision-label': 'true' } }],
  [
    'a credential that is too old',
    'GATE_CREDENTIAL',
    { inputs: { 'credential-policy': 'strict', 'credential-created': '2020-01-01' } },
  ],
];

const ENDINGS = {
  green: { exitCode: 0, kind: 'notice' },
  red: { exitCode: 1, kind: 'error' },
  'green with a warning': { exitCode: 0, kind: 'warning' },
} as const;
type Ending = keyof typeof ENDINGS;

/** expectEnded: one annotation with the code, the reason among the outputs, and the verdict told once. */
function expectEnded(step: Step, reason: string, ending: Ending): void {
  const { exitCode, kind } = ENDINGS[ending];
  expect(step).toMatchObject({ exitCode, outputs: { pushed: 'false', reason } });
  expect(Object.keys(step.outputs).sort()).toEqual(['pushed', 'reason', 'results']);
  const annotations = (['notice', 'warning', 'error'] as const).flatMap((each) =>
    annotationsOf(step, each).map(({ properties }) => [each, properties.title]),
  );
  expect(annotations).toEqual([[kind, `Not published (${reason})`]]);
  const folds = readLog(step.log).commands.filter(({ name }) => name === 'group');
  expect(folds.map(({ data }) => data)).toEqual(['Gate: closed']);
  expect(readable(step)).toContain(`<code>${reason}</code>`);
}

const MODES: Readonly<Record<string, readonly [notMeant: Ending, evidence: Ending]>> = {
  skip: ['green', 'red'],
  fail: ['red', 'red'],
  'skip-all': ['green with a warning', 'green with a warning'],
};

for (const [mode, [notMeant, evidence]] of Object.entries(MODES)) {
  describe(`with "when-closed: ${mode}"`, () => {
    const stories = [
      ...NOT_MEANT.map((each) => [each, notMeant] as const),
      ...EVIDENCE.map((each) => [each, evidence] as const),
    ];
    for (const [[name, reason, overrides], ending] of stories) {
      scenario(`${name} is ${ending}`, {}, async (stage) => {
        const repository = new Repository({ id: REPOSITORY_ID });
        repository.trees.set(SHA, 'a tree');
        repository.run(SHA).job('test', 'failure');
        await using github = await startGitHub(repository);
        const inputs = { ...overrides.inputs, 'when-closed': mode };
        const step = await stage.publish({ ...overrides, inputs, env: github.env });
        expectEnded(step, reason, ending);
        expect(stage.writes.filter((write) => !/^POST .*token/.test(write))).toEqual([]);
        expectNothingLeft(stage);
      });
    }
  });
}

scenario('an open gate is told once, when the credential is known to be good', {}, async (stage) => {
  const step = await stage.publish();
  const shown = readLog(step.log).shown;
  expect(shown.indexOf('Signed in to')).toBeLessThan(shown.indexOf('the branch "main" is allowed'));
  const folds = readLog(step.log).commands.filter(({ name }) => name === 'group');
  expect(folds.map(({ data }) => data)).toEqual(['Gate: open', 'Push', 'Verify']);
});

scenario('what fails while the gate is open is told without a verdict that nobody has reached', {}, async (stage) => {
  const step = await stage.publish({ inputs: { source: 'app:gone' } });
  expect(step).toMatchObject({ exitCode: 1, outputs: { reason: 'SOURCE_NOT_FOUND' } });
  expect(step.log).not.toContain('Gate: ');
});

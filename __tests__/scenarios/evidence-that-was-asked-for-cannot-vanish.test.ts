/** Whoever asks for evidence gets it or a red step: no expression that came out empty, no slip of a key takes it away. */
import { describe, expect } from '@jest/globals';
import { expectFailed, expectNothingLeft } from './failure.ts';
import { type Stage, scenario } from './stage.ts';

type Inputs = Readonly<Record<string, string>>;

/** expectRefused: red, with these inputs named, and nothing contacted or started. */
function expectRefused(stage: Stage, text: string, named: readonly string[]): void {
  for (const name of named) expect(text).toContain(`${name}: `);
  expect(stage.registry.requests).toEqual([]);
  expect(stage.engine.calls).toEqual([]);
  expectNothingLeft(stage);
}

describe('an expression that came out empty', () => {
  for (const input of ['needs', 'required-checks', 'expected-image-id', 'scan-report']) {
    scenario(`in "${input}" is an error, and says why it may be empty`, {}, async (stage) => {
      const text = expectFailed(await stage.publish({ inputs: { [input]: '' } }), 'INPUT_INVALID');
      expect(text).toContain('GitHub withholds an output with a secret in it');
      expectRefused(stage, text, [input]);
    });

    scenario(`in "${input}" is another thing than "none", which asks for nothing`, {}, async (stage) => {
      const step = await stage.publish({ inputs: { [input]: 'none' } });
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
    });
  }

  scenario('in all of them is told at once', {}, async (stage) => {
    const inputs = { needs: '', 'required-checks': ' ', 'expected-image-id': '\n', 'scan-report': '# none' };
    expectRefused(stage, expectFailed(await stage.publish({ inputs }), 'INPUT_INVALID'), Object.keys(inputs));
  });

  scenario('is one also for a run that is not meant to publish', {}, async (stage) => {
    const event = { name: 'push', ref: 'refs/heads/feature', sha: 'a'.repeat(40) };
    const step = await stage.publish({ event, inputs: { 'required-checks': '' } });
    expectRefused(stage, expectFailed(step, 'INPUT_INVALID'), ['required-checks']);
  });
});

describe('a runner that hands over no defaults', () => {
  /** What it hands over: the inputs of the workflow alone. The double hands over all; what is undefined is not there. */
  const ABSENT = Object.fromEntries(
    [
      'NEEDS',
      'REQUIRED-CHECKS',
      'EXPECTED-IMAGE-ID',
      'SCAN-REPORT',
      'WHEN-CLOSED',
      'SCAN-FAIL-ON',
      'WAIT-FOR-CHECKS',
    ].map((name) => [`INPUT_${name}`, undefined]),
  ) as unknown as Inputs;

  scenario('asks for nothing by that', {}, async (stage) => {
    const step = await stage.publish({ env: ABSENT });
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });

  scenario('hands an empty expression over all the same', {}, async (stage) => {
    const step = await stage.publish({ env: { ...ABSENT, INPUT_NEEDS: '' } });
    expectRefused(stage, expectFailed(step, 'INPUT_INVALID'), ['needs']);
  });
});

describe('a companion without what it belongs to', () => {
  const COMPANIONS: Inputs = {
    'wait-for-checks': '20',
    'allow-skipped': 'lint',
    'scan-fail-on': 'high',
    'scan-tools': 'Trivy',
    'scan-ignore': '.github/scan-ignore.yml',
    'scan-binding': 'required',
  };
  for (const [input, value] of Object.entries(COMPANIONS)) {
    scenario(`is an error: ${input}`, {}, async (stage) => {
      const text = expectFailed(await stage.publish({ inputs: { [input]: value } }), 'INPUT_INVALID');
      expect(text).toContain(`${input}: "${value}" has no effect without`);
      expectRefused(stage, text, [input]);
    });
  }

  scenario('with its default is none', {}, async (stage) => {
    const inputs = {
      'wait-for-checks': '0',
      'scan-fail-on': 'critical',
      'scan-binding': 'when-named',
      'scan-tools': '',
    };
    expect(await stage.publish({ inputs })).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });
});

describe('a name that is not one of an input', () => {
  const SLIPS: readonly (readonly [variable: string, meant: string])[] = [
    ['INPUT_SCAN-REPORTS', 'scan-report'],
    ['INPUT_SCAN_REPORT', 'scan-report'],
    ['INPUT_REQUIRED-CHECK', 'required-checks'],
    ['INPUT_NEED', 'needs'],
    ['INPUT_EXPECTED-IMAGEID', 'expected-image-id'],
    ['INPUT_PASWORD', 'password'],
  ];
  for (const [variable, meant] of SLIPS) {
    scenario(`and like "${meant}" is an error: ${variable}`, {}, async (stage) => {
      const step = await stage.publish({ env: { [variable]: 'hunter2-and-more' } });
      const text = expectFailed(step, 'INPUT_INVALID');
      expect(text).toContain(`is "${meant}" meant?`);
      expect(step.log).not.toContain('hunter2');
      expectRefused(stage, text, []);
    });
  }

  scenario('and like none is of somebody else', {}, async (stage) => {
    const env = {
      INPUT_CONTEXT: '.',
      INPUT_FILE: 'Dockerfile',
      'INPUT_BUILD-ARGS': 'A=1',
      INPUT_PLATFORMS: 'linux/arm64',
    };
    expect(await stage.publish({ env })).toMatchObject({ exitCode: 0, outputs: { reason: 'published' } });
  });
});

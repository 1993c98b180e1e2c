import { describe, expect } from '@jest/globals';
import { type Canary, sightingsOf } from '../doubles/canary.ts';
import type { RecordedRequest } from '../doubles/registry/exchange.ts';
import { pushToMain, type Step } from '../doubles/runner.ts';
import { readLog } from '../doubles/runner-log.ts';
import { filesWith } from './failure.ts';
import { type Overrides, type Stage, scenario, USERNAME } from './stage.ts';

const DEBUG = { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' };

/** expectNoLeak: in no form in what people and later steps get to see, nor in any file of the job. */
function expectNoLeak({ canary, runner }: Stage, steps: readonly Step[]): void {
  for (const { log, outputs, state, summary } of steps) {
    const seen = { log: readLog(log).shown, outputs: JSON.stringify(outputs), state: JSON.stringify(state), summary };
    const leaks = Object.entries(seen).filter(([, text]) => sightingsOf(canary, text).length > 0);
    expect(leaks.map(([where]) => where)).toEqual([]);
  }
  expect(filesWith(runner.folder, canary)).toEqual([]);
}

describe('nothing tells the password', () => {
  type Ending = {
    readonly name: string;
    readonly prepare?: (stage: Stage) => void;
    readonly overrides?: Overrides;
    readonly reason: string;
  };
  const ENDINGS: readonly Ending[] = [
    { name: 'a success', overrides: { inputs: { tags: '1.2.3' } }, reason: 'published' },
    { name: 'a dry run', overrides: { inputs: { 'dry-run': 'true' } }, reason: 'dry-run' },
    { name: 'a closed gate', overrides: { event: { ...pushToMain, ref: 'refs/heads/feature' } }, reason: 'GATE_REF' },
    { name: 'wrong inputs', overrides: { inputs: { timeout: '0' } }, reason: 'INPUT_INVALID' },
    { name: 'a wrong user', overrides: { inputs: { username: 'nobody' } }, reason: 'LOGIN_FAILED' },
    {
      name: 'a login that docker refuses',
      prepare: ({ engine }) => engine.fault({ on: 'login', act: { kind: 'exit', code: 1, stderr: 'denied\n' } }),
      reason: 'LOGIN_FAILED',
    },
    {
      name: 'a push that fails',
      prepare: ({ engine }) => engine.fault({ on: 'push', act: { kind: 'exit', code: 1, stderr: 'no space left\n' } }),
      reason: 'PUSH_FAILED',
    },
    {
      name: 'a registry that changes what it is given',
      prepare: ({ registry }) =>
        registry.fault({ match: { kind: 'tag', method: 'PUT' }, act: { kind: 'store-other' } }),
      reason: 'DIGEST_MISMATCH',
    },
  ];
  for (const { name, prepare, overrides, reason } of ENDINGS) {
    scenario(`after ${name}, with debug logging on`, {}, async (stage) => {
      prepare?.(stage);
      const more = { ...overrides, env: { ...overrides?.env, ...DEBUG } };
      const main = await stage.publish(more);
      expect(main.outputs.reason).toBe(reason);
      expectNoLeak(stage, [main, await stage.post(main, more)]);
    });
  }

  scenario('where an engine repeats it in an error', {}, async (stage) => {
    const { password } = stage.canary;
    const auth = Buffer.from(`${USERNAME}:${password}`).toString('base64');
    const stderr = `cannot log in as ${USERNAME}:${password} (${encodeURIComponent(password)}, Basic ${auth})\n`;
    stage.engine.fault({ on: 'login', act: { kind: 'exit', code: 1, stderr } });
    expectNoLeak(stage, [await stage.publish({ env: DEBUG })]);
  });

  scenario('where a registry repeats it in an error', {}, async (stage) => {
    const { password } = stage.canary;
    repeat(stage, ({ authorization }) => authorization !== undefined, password);
    expectNoLeak(stage, [await stage.publish({ env: DEBUG })]);
  });

  scenario('where a registry repeats a token in an error', { registry: tokens }, async (stage) => {
    repeat(stage, ({ method, reference }) => method === 'PUT' && reference === '1.2.3');
    const step = await stage.publish({ inputs: { tags: '1.2.3' }, env: DEBUG });
    const told = JSON.stringify([readLog(step.log).shown, step.outputs, step.state, step.summary]);
    expect(told).toContain('You showed');
    expect(stage.registry.tokens.filter(({ value }) => told.includes(value))).toEqual([]);
  });
});

/** Has the registry refuse such a request, and say in its error what it was shown. */
function repeat({ registry }: Stage, isIt: (request: RecordedRequest) => boolean, more = ''): void {
  const act = { kind: 'error', status: 403, code: 'DENIED', message: '' } as const;
  const when = (request: RecordedRequest): boolean => {
    Object.assign(act, { message: `You showed ${more} as "${request.authorization}"` });
    return isIt(request);
  };
  registry.fault({ match: { when }, act });
}

function tokens({ password }: Canary) {
  return { auth: { kind: 'token', users: { [USERNAME]: password } } } as const;
}

/** Which jobs before this one let it publish: the input `needs` as GitHub writes it, and the verdict. */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../src/errors.ts';
import { decideGate } from '../../src/gate/decide-gate.ts';
import { factsOf } from './event-facts.ts';
import { inputsOf } from './gate-inputs.ts';

/** toJSON of the `needs` context, as the runner writes it: two blanks a level, outputs besides the result. */
function toJSON(results: Readonly<Record<string, string>>): string {
  const jobs = Object.entries(results).map(([job, result]) => [job, { result, outputs: {} }]);
  return JSON.stringify(Object.fromEntries(jobs), undefined, 2);
}

function verdictOf(needs: string, allowSkipped = ''): readonly string[] | 'open' {
  const verdict = decideGate(inputsOf({ needs, 'allow-skipped': allowSkipped }), factsOf('push', 'own', 'default'));
  if (verdict.kind !== 'closed') return 'open';
  return verdict.reasons.map(({ code, seen, opens }) => `${code} ${seen}; ${opens}`);
}

describe('the jobs that this one needs', () => {
  it.each([
    [{ test: 'success' }, '', 'open'],
    [{ test: 'success', lint: 'success', 'build-arm64': 'success' }, '', 'open'],
    [{ test: 'skipped' }, 'test', 'open'],
    [{ test: 'success', lint: 'skipped' }, 'lint', 'open'],
    [{ test: 'success', lint: 'skipped', docs: 'skipped' }, 'docs, lint', 'open'],
    // Allowed to be skipped does not mean that it must be.
    [{ test: 'success', lint: 'success' }, 'lint', 'open'],
    [{ test: 'success' }, 'no-such-job', 'open'],
  ] as const)('%j with %j allowed to be skipped: %s', (results, allowed, expected) => {
    expect(verdictOf(toJSON(results), allowed)).toBe(expected);
  });

  it.each([
    [{ test: 'failure' }, '', ['test']],
    [{ test: 'cancelled' }, '', ['test']],
    [{ test: 'skipped' }, '', ['test']],
    [{ test: '' }, '', ['test']],
    [{ test: 'Success' }, '', ['test']],
    [{ test: 'success ' }, '', ['test']],
    [{ test: 'neutral' }, '', ['test']],
    [{ test: 'timed_out' }, '', ['test']],
    [{ test: 'success', lint: 'failure', e2e: 'cancelled' }, '', ['lint', 'e2e']],
    // Only what was skipped is forgiven, and only by its exact name.
    [{ test: 'failure' }, 'test', ['test']],
    [{ test: 'cancelled' }, 'test', ['test']],
    [{ test: 'skipped' }, 'Test', ['test']],
    [{ test: 'skipped' }, 'tests', ['test']],
    [{ test: 'skipped' }, '*', ['test']],
    [{ test: 'skipped', lint: 'skipped' }, 'lint', ['test']],
    [JSON.parse('{"__proto__":"failure","test":"success"}'), '', ['__proto__']],
    [{ constructor: 'failure' }, '', ['constructor']],
    [{ constructor: 'skipped' }, '', ['constructor']],
  ] as const)('%j with %j allowed to be skipped is held up by %j', (results, allowed, culprits) => {
    const reasons = verdictOf(toJSON(results), allowed);
    const named = culprits.map((job: string) => expect.stringMatching(`^GATE_NEEDS the job ${job} has the result `));
    expect(reasons).toEqual(named);
  });

  it('are none at all where the context is empty, and that is no success', () => {
    expect(verdictOf('{}')).toEqual([expect.stringContaining('GATE_NEEDS "needs" has no job in it; name the jobs')]);
    expect(verdictOf(' {} ', 'test')).toEqual([expect.stringContaining('no job in it')]);
  });

  it('are not asked about where the input says so', () => {
    expect(verdictOf('none')).toBe('open');
  });

  it('say how to publish: a skipped one may be allowed, a failed one never', () => {
    expect(verdictOf(toJSON({ lint: 'skipped' }))).toEqual([expect.stringContaining('add "lint" to "allow-skipped"')]);
    expect(verdictOf(toJSON({ lint: 'failure' }))).toEqual([
      expect.stringContaining('fix the job lint, and run it again'),
    ]);
  });
});

describe('what is not the needs context', () => {
  it.each([
    ['nothing but text', 'success'],
    ['the expression without toJSON', 'Object'],
    ['a list', '[]'],
    ['a list of jobs', '[{"result":"success"}]'],
    ['null, as for a name that is misspelt', 'null'],
    ['true', 'true'],
    ['a number', '1'],
    ['a string', '"success"'],
    ['a job without a result', '{"test":{"outputs":{}}}'],
    ['a result that is no text', '{"test":{"result":true}}'],
    ['a result that is null', '{"test":{"result":null}}'],
    ['a job that is only its result', '{"test":"success"}'],
    ['a job that is null', '{"test":null}'],
    ['one good job and one that is not', '{"a":{"result":"success"},"b":{}}'],
    ['half of it', '{"test":{"result":"success"'],
    ['two of them', '{"a":{"result":"success"}}{}'],
    ['single quotes', "{'test':{'result':'success'}}"],
    ['a trailing comma', '{"test":{"result":"success"},}'],
    ['the expression itself, not evaluated', `\${{ toJSON(needs) }}`],
  ])('%s is an error of the input, and opens nothing', (_name, needs) => {
    expect(() => inputsOf({ needs })).toThrow(ActionError);
    expect(() => inputsOf({ needs })).toThrow(/needs: .*is not the JSON of the "needs" context/s);
  });
});

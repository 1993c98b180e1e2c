import { describe, expect, it } from '@jest/globals';
import { judgeNeeds } from '../../../src/gate/decide-gate.ts';
import { judgeRevision } from '../../../src/gate/image-rules.ts';
import { closedBy, type Judgement } from '../../../src/gate/verdict.ts';

type Needs = Readonly<Record<string, string>>;

const reasonsOf = (judgements: readonly Judgement[]) => closedBy('push', judgements)?.reasons ?? [];

describe('judgeNeeds', () => {
  it.each<readonly [string, Needs | undefined, readonly string[]]>([
    ['no question', undefined, []],
    ['one that succeeded', { build: 'success' }, []],
    ['all that succeeded', { build: 'success', test: 'success', scan: 'success' }, []],
    ['one skipped that may be', { build: 'success', lint: 'skipped' }, ['lint']],
    ['a job of a strange name', { constructor: 'success', toString: 'success' }, []],
  ])('has nothing against %s', (_name, needs, allowSkipped) => {
    const judgements = judgeNeeds({ needs, allowSkipped });
    expect(reasonsOf(judgements)).toEqual([]);
    expect(judgements).toHaveLength(Object.keys(needs ?? {}).length);
  });

  it.each<readonly [string, Needs, readonly string[], number]>([
    ['no job at all', {}, [], 1],
    ['one that failed', { build: 'success', test: 'failure' }, [], 1],
    ['one that was cancelled', { build: 'cancelled' }, [], 1],
    ['one that was skipped', { build: 'success', lint: 'skipped' }, [], 1],
    ['one that failed and may be skipped', { lint: 'failure' }, ['lint'], 1],
    ['one that was cancelled and may be skipped', { lint: 'cancelled' }, ['lint'], 1],
    ['one skipped where another may be', { lint: 'skipped' }, ['lint2', 'LINT', ' lint'], 1],
    ['an empty result', { build: '' }, [], 1],
    ['a result in other letters', { build: 'Success' }, [], 1],
    ['an unknown result', { build: 'neutral' }, [], 1],
    ['a job named __proto__ that failed', JSON.parse('{"__proto__":"failure"}'), [], 1],
    ['each of several', { a: 'failure', b: 'cancelled', c: 'skipped', d: 'success' }, [], 3],
  ])('is against %s', (_name, needs, allowSkipped, count) => {
    const reasons = reasonsOf(judgeNeeds({ needs, allowSkipped }));
    expect(reasons.map(({ code }) => code)).toEqual(Array(count).fill('GATE_NEEDS'));
  });

  it('names the job and its result', () => {
    const [reason] = judgeNeeds({ needs: { test: 'failure' }, allowSkipped: [] });
    expect(reason?.seen).toContain('test');
    expect(reason?.seen).toContain('failure');
  });
});

describe('judgeRevision', () => {
  const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';

  it('has nothing against the commit itself', () => {
    expect(reasonsOf([judgeRevision(COMMIT, COMMIT)])).toEqual([]);
  });

  it.each([undefined, '', 'main', COMMIT.slice(0, 12), COMMIT.toUpperCase(), `${COMMIT}\n`, `refs/heads/${COMMIT}`])(
    'is against %j',
    (revision) => {
      expect(judgeRevision(revision, COMMIT)).toMatchObject({ code: 'GATE_REVISION' });
    },
  );
});

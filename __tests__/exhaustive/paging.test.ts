/** Lists of every length are read to their end, or the gate stays closed. */
import { describe, expect, it } from '@jest/globals';
import { CODECOV } from '../doubles/github/repository.ts';
import { COMMIT, Gate, OTHER_COMMIT } from './asked-checks.ts';

const LENGTHS = [0, 1, 2, 29, 30, 31, 99, 100, 101, 199, 200, 201, 999, 1000, 1001, 3000];

/** So many reports that nobody asked about, all of one suite. */
function noise(gate: Gate, length: number): void {
  const suiteId = gate.repository.nextId();
  for (let at = 0; at < length; at++) {
    gate.repository.report(COMMIT, { name: `noise ${at}`, word: 'success', app: CODECOV, suiteId });
  }
}

const ask = async (gate: Gate) => (await gate.ask({ 'required-checks': 'test' })).verdict.kind;
const pagesOf = (gate: Gate, path: string) => gate.api.asked.filter((url) => url.includes(path)).length;

describe.each(LENGTHS)('%i check runs', (length) => {
  const gateWith = (word: string) => {
    const gate = new Gate();
    // The oldest comes last.
    if (length > 0) gate.repository.run(COMMIT).job('test', word);
    noise(gate, length - 1);
    return gate;
  };

  it('are read to the last, which is the one that has to succeed', async () => {
    const gate = gateWith('success');
    expect(await ask(gate)).toBe(length === 0 ? 'closed' : 'open');
    expect(pagesOf(gate, '/check-runs')).toBeLessThanOrEqual(Math.max(1, Math.ceil(length / 100)) + 1);
  });

  it('are closed to, if the last has failed', async () => {
    expect(await ask(gateWith('failure'))).toBe('closed');
  });

  it('are closed to, if the last has failed and the first has succeeded', async () => {
    const gate = gateWith('failure');
    gate.repository.run(COMMIT).job('test', 'success');
    expect(await ask(gate)).toBe(length === 0 ? 'open' : 'closed');
  });
});

describe.each(LENGTHS)('%i statuses', (length) => {
  const gateWith = (state: string) => {
    const gate = new Gate();
    if (length > 0) gate.repository.status(COMMIT, 'test', state);
    for (let at = 1; at < length; at++) gate.repository.status(COMMIT, `noise ${at}`, 'success');
    return gate;
  };

  it('are read to the last', async () => {
    expect(await ask(gateWith('success'))).toBe(length === 0 ? 'closed' : 'open');
    expect(await ask(gateWith('failure'))).toBe('closed');
  });

  it('are closed to, if the last has failed and a check run of that name has succeeded', async () => {
    const gate = gateWith('failure');
    gate.repository.run(COMMIT).job('test', 'success');
    expect(await ask(gate)).toBe(length === 0 ? 'open' : 'closed');
  });
});

describe.each(LENGTHS)('%i workflow runs', (length) => {
  const gateWith = (word: string) => {
    const gate = new Gate();
    if (length > 0) gate.repository.run(COMMIT).job('test', word);
    for (let at = 1; at < length; at++) gate.repository.run(COMMIT).job(`noise ${at}`, 'success');
    return gate;
  };

  // Of a search GitHub shows a thousand results, and a step may ask three hundred times.
  const isTooMany = length > 290;

  it(isTooMany ? 'are too many to be sure' : 'are all asked for their jobs', async () => {
    const asked = await gateWith('success').ask({ 'required-checks': 'test' });
    expect(asked.verdict.kind).toBe(length === 0 || isTooMany ? 'closed' : 'open');
    if (isTooMany)
      expect(asked.reasons).toEqual([
        expect.stringMatching(/requests were needed|entries, and gives|so many check suites/),
      ]);
    expect(await ask(gateWith('failure'))).toBe('closed');
  });
});

describe.each(LENGTHS)('%i jobs of a run', (length) => {
  it('are read to the last', async () => {
    for (const word of ['success', 'failure']) {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      for (let at = 1; at < length; at++) run.job(`noise ${at}`, 'success');
      if (length > 0) run.job('test', word);
      expect(await ask(gate)).toBe(length > 0 && word === 'success' ? 'open' : 'closed');
    }
  });
});

describe.each(LENGTHS)('%i rules of a branch', (length) => {
  it('are all followed', async () => {
    for (const last of ['success', 'failure']) {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      run.job('test', 'success');
      run.job('last', last);
      for (let at = 1; at < length; at++) gate.repository.requireChecks('main', [['test']]);
      if (length > 0) gate.repository.requireChecks('main', [['last']]);
      const { verdict } = await gate.ask({ 'required-checks': 'branch-rules' });
      expect(verdict.kind).toBe(length > 0 && last === 'success' ? 'open' : 'closed');
    }
  });
});

describe.each(LENGTHS)('%i pull requests of a commit', (length) => {
  it('are looked through for the one that was merged', async () => {
    const gate = new Gate();
    const { repository } = gate;
    repository.run(OTHER_COMMIT).job('test', 'success');
    repository.trees.set(COMMIT, 'a tree').set(OTHER_COMMIT, 'a tree');
    for (let at = 1; at < length; at++)
      repository.pull({ head: `${at}`.padStart(40, '0'), merge: COMMIT, mergedAt: null });
    if (length > 0) repository.pull({ head: OTHER_COMMIT, merge: COMMIT, mergedAt: '2026-11-20T12:00:00Z' });
    expect(await ask(gate)).toBe(length === 0 ? 'closed' : 'open');
  });
});

describe('a list that changes while it is read', () => {
  it('is read once more, if what is new pushes an entry over to the next page', async () => {
    const gate = new Gate();
    gate.repository.run(COMMIT).job('test', 'success');
    noise(gate, 149);
    let isNew = true;
    gate.api.afterAnswer = (url) => {
      if (!url.includes('/check-runs') || !isNew) return;
      isNew = false;
      gate.repository.report(COMMIT, { name: 'later', word: 'success' });
    };
    expect(await ask(gate)).toBe('open');
  });

  it('is not taken for whole, if every page repeats an entry of the one before', async () => {
    const gate = new Gate();
    // The oldest, which has failed, is pushed off the end of what was counted.
    gate.repository.run(COMMIT).job('test', 'failure');
    gate.repository.run(COMMIT).job('test', 'success');
    noise(gate, 198);
    gate.api.fault({ on: /check-runs/, times: 'always', act: { kind: 'first-page-again' } });
    expect(await ask(gate)).toBe('closed');
  });
});

describe('a server that gives shorter pages than it was asked for', () => {
  it.each([1, 7, 30, 99])('of %i is read to the end all the same', async (size) => {
    for (const last of ['success', 'failure']) {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      run.job('test', last);
      gate.repository.status(COMMIT, 'test', last);
      noise(gate, 40);
      for (let at = 0; at < 40; at++) gate.repository.status(COMMIT, `noise ${at}`, 'success');
      gate.api.fault({ on: /./, times: 'always', act: { kind: 'short-pages', size } });
      expect([last, await ask(gate)]).toEqual([last, last === 'success' ? 'open' : 'closed']);
    }
  });

  it('hides no status behind the first page', async () => {
    const gate = new Gate();
    gate.repository.run(COMMIT).job('test', 'success');
    gate.repository.status(COMMIT, 'test', 'failure');
    for (let at = 0; at < 40; at++) gate.repository.status(COMMIT, `noise ${at}`, 'success');
    gate.api.fault({ on: /statuses/, times: 'always', act: { kind: 'short-pages', size: 30 } });
    expect(await ask(gate)).toBe('closed');
  });
});

describe('a commit with more suites than GitHub shows', () => {
  // "If there are more than 1000 check suites on a single git reference, this endpoint will limit check runs".
  it.each([
    [998, 'open'],
    [1000, 'closed'],
    [1500, 'closed'],
  ])('(%i and one more) is %s: what is not shown may have failed', async (suites, expected) => {
    const gate = new Gate();
    gate.repository.report(COMMIT, { name: 'test', word: suites === 998 ? 'success' : 'failure' });
    for (let at = 1; at < suites; at++) gate.repository.report(COMMIT, { name: `noise ${at}`, word: 'success' });
    gate.repository.report(COMMIT, { name: 'test', word: 'success' });
    expect(await ask(gate)).toBe(expected);
  });
});

/** Fifty thousand histories of a commit on a Gitea, each read through its API's pages and judged by the gate and an oracle. */
import { describe, expect, it } from '@jest/globals';
import { endingOf, WHEN_CLOSED } from '../../src/gate/verdict.ts';
import type { Facts } from '../../src/run/facts.ts';
import { VirtualClock } from '../doubles/github/virtual-clock.ts';
import { askGate, COMMIT } from './asked-checks.ts';
import { type GiteaHistory, playOnGitea } from './gitea-history.ts';
import { Random } from './random.ts';

const HISTORIES = 50_000;
/** So many that disagree are told of. */
const TOLD = 5;
/** What every so many of them must have in it. */
const KINDS = ['push', 'twins', 'again', 'by hand', 'skipped', 'pages', 'ruled', 'pattern', 'pull_request'];

const FACTS: Facts = {
  server: { kind: 'gitea', name: 'Gitea', url: 'https://git.example', api: 'https://git.example/api/v1' },
  doubts: [],
  eventName: 'push',
  ref: 'refs/heads/main',
  sha: COMMIT,
  repositoryId: '2',
  payload: { deleted: false, repository: { id: 2, default_branch: 'main' } },
};

/**
 * hasPassed is the view of one who was there: of each check that is asked for, every job of that name, in whatever run, and
 * everybody who spoke of it by hand, has said at last that it is well; and somebody has.
 */
function hasPassed({ runs, byHand, required, allowSkipped, hasPattern }: GiteaHistory): boolean {
  if (hasPattern) return false;
  return required.every((context) => {
    const said = [...runs.map(({ words }) => words), byHand].flatMap((words) => words.get(context) ?? []);
    const good = ['success', ...(allowSkipped.includes(context) ? ['skipped'] : [])];
    return said.length > 0 && said.every((word) => good.includes(word));
  });
}

describe('fifty thousand histories on a Gitea', () => {
  it('open the gate for those that have passed, and for no others', async () => {
    const count = { passed: 0, closed: 0, falsePasses: 0, falseFails: 0, wrongColours: 0, pages: 0 };
    const kinds = new Map<string, number>();
    const told: unknown[] = [];
    for (let number = 1; number <= HISTORIES; number++) {
      const history = playOnGitea(new Random(number));
      const { repository, api, inputs } = history;
      const expected = hasPassed(history);
      const { verdict, reasons } = await askGate(inputs, { repository, api, facts: FACTS, clock: new VirtualClock() });
      const isOpen = verdict.kind === 'open';
      count[isOpen ? 'passed' : 'closed'] += 1;
      for (const kind of history.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (api.asked.some((url) => url.includes('page=3'))) count.pages += 1;
      const endings = verdict.kind === 'open' ? [] : WHEN_CLOSED.map((when) => endingOf(verdict, when));
      if (String(endings) !== (isOpen ? '' : 'failed,failed,let-pass')) count.wrongColours += 1;
      if (isOpen && !expected) count.falsePasses += 1;
      if (!isOpen && expected) count.falseFails += 1;
      if (isOpen !== expected && told.length < TOLD) told.push({ number, isOpen, expected, inputs, reasons, history });
    }
    expect({ count, told }).toMatchObject({ count: { falsePasses: 0, falseFails: 0, wrongColours: 0 }, told: [] });
    // And they are as many as they are said to be, of every kind.
    expect(count.passed + count.closed).toBe(50_000);
    expect(KINDS.filter((kind) => (kinds.get(kind) ?? 0) < HISTORIES / 100)).toEqual([]);
    expect(Math.min(count.passed, count.closed)).toBeGreaterThan(HISTORIES / 6);
    expect(count.pages).toBeGreaterThan(HISTORIES / 100);
  });
});

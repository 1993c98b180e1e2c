/** Fifty thousand histories of a commit, each read through the API's pages and judged by the gate and by two oracles. */
import { describe, expect, it } from '@jest/globals';
import { endingOf, WHEN_CLOSED } from '../../src/gate/verdict.ts';
import type { Chronicle } from './chronicle.ts';
import { playHistory } from './history.ts';
import { hasPassed, hasReallyPassed } from './oracle.ts';
import { PLACE_NAMES, type Promotion, promote } from './promotion.ts';
import { Random } from './random.ts';

const HISTORIES = 50_000;
/** So many that disagree are told of. */
const TOLD = 5;

/** What every so many of them must have in it. */
const KINDS = [
  'run',
  'attempt',
  'job',
  'forgery',
  'report',
  'status',
  'late job',
  'rewritten',
  'pull',
  'twins',
  'itself',
];

function kindsOf({ happenings, rewritten, own }: Chronicle): ReadonlySet<string> {
  const kinds = new Set<string>(happenings.map(({ kind }) => kind));
  for (const each of happenings) {
    if (each.kind === 'job' && !each.isSeen) kinds.add('late job');
    if (each.kind === 'job' && each.key.includes('#')) kinds.add('twins');
    if (each.kind === 'run' && each.pull !== undefined) kinds.add('pull');
  }
  if (rewritten.size > 0) kinds.add('rewritten');
  if (own !== undefined && own !== 'publish') kinds.add('itself');
  return kinds;
}

describe('fifty thousand histories', () => {
  it('open the gate for those that have passed, and for no others', async () => {
    const count = {
      passed: 0,
      closed: 0,
      falsePasses: 0,
      lies: 0,
      falseFails: 0,
      undecided: 0,
      pages: 0,
      wrongColours: 0,
    };
    const kinds = new Map<string, number>();
    const told: unknown[] = [];
    /** How many images were promoted from each place. */
    const promoted = new Map<string, number>();
    for (let number = 1; number <= HISTORIES; number++) {
      const { gate, chronicle, demands, inputs: given } = playHistory(new Random(number));
      const isOfRun: Promotion = { inputs: given, mayPublish: true, place: "the run's" };
      const { inputs, mayPublish, place } = number % 5 === 0 ? promote(gate, given, new Random(-number)) : isOfRun;
      const expected = mayPublish && hasPassed(chronicle, demands);
      const isTrue = mayPublish && hasReallyPassed(chronicle, demands);
      const { verdict, reasons } = await gate.ask(inputs);
      if (place !== isOfRun.place && verdict.kind === 'open') promoted.set(place, (promoted.get(place) ?? 0) + 1);
      const isOpen = verdict.kind === 'open';
      count[isOpen ? 'passed' : 'closed'] += 1;
      for (const kind of kindsOf(chronicle)) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (gate.api.asked.some((url) => url.includes('page=2'))) count.pages += 1;
      // Whoever asks for checks is meant to publish: what keeps the gate closed is evidence, and that is red.
      const endings = verdict.kind === 'open' ? [] : WHEN_CLOSED.map((when) => endingOf(verdict, when));
      if (String(endings) !== (isOpen ? '' : 'failed,failed,let-pass')) count.wrongColours += 1;
      if (isOpen && !expected) count.falsePasses += 1;
      if (isOpen && !isTrue) count.lies += 1;
      if (!isOpen && expected) count.falseFails += 1;
      // An oracle that passes what is not true would hide a false pass.
      if (expected && !isTrue) count.undecided += 1;
      if ((isOpen !== expected || (isOpen && !isTrue)) && told.length < TOLD) {
        told.push({ number, place, label: gate.label, isOpen, expected, isTrue, demands, reasons, chronicle });
      }
    }
    expect({ count, told }).toMatchObject({
      count: { falsePasses: 0, lies: 0, falseFails: 0, undecided: 0, wrongColours: 0 },
      told: [],
    });
    // And they are as many as they are said to be, of every kind.
    expect(count.passed + count.closed).toBe(50_000);
    expect(KINDS.filter((kind) => (kinds.get(kind) ?? 0) < HISTORIES / 50)).toEqual([]);
    expect(Math.min(count.passed, count.closed)).toBeGreaterThan(HISTORIES / 6);
    expect(PLACE_NAMES.map((place) => (promoted.get(place) ?? 0) > HISTORIES / 1000)).toEqual(
      PLACE_NAMES.map((_, at) => at < 4),
    );
    expect(count.pages).toBeGreaterThan(HISTORIES / 100);
  });
});

import { afterAll, describe, expect, test } from '@jest/globals';
import { KINDS } from './kinds.ts';
import { problemsOf, runAll, Tally } from './matrix.ts';
import { OUR_POINTS } from './points.ts';

const tally = new Tally();

describe(`${Object.keys(KINDS).length} kinds of faults at each of the action's own requests`, () => {
  test.each(Object.entries(OUR_POINTS))('end with the right digest or a clean failure: %s', async (_, point) => {
    const results = await runAll(point, { isCarried: true });
    tally.add(results);
    expect(problemsOf(results)).toEqual([]);
  });

  test('are all reached, and at least 95 of 100 single transient ones survived', () => {
    expect(tally.unplayed).toEqual([]);
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  afterAll(() => tally.tell("Faults at the action's own requests"));
});

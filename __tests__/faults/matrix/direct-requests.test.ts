import { afterAll, describe, expect, test } from '@jest/globals';
import { KINDS } from './kinds.ts';
import { problemsOf, runAll, Tally } from './matrix.ts';
import { DIRECT_POINTS } from './points.ts';

const tally = new Tally();

describe(`${Object.keys(KINDS).length} kinds of faults at each request of a push without an engine`, () => {
  test.each(Object.entries(DIRECT_POINTS))('end with the right digest or a clean failure: %s', async (_, point) => {
    const results = await runAll(point, { isInFile: true });
    tally.add(results);
    expect(problemsOf(results)).toEqual([]);
  });

  test('are survived if they are single and transient, at least 95 of 100', () => {
    // Two blobs go up at once and share the tries of a point, so that the last of them is not always reached.
    expect(tally.unplayed.filter((name) => !name.endsWith('last'))).toEqual([]);
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  afterAll(() => tally.tell('Faults at the requests of a push without an engine'));
});

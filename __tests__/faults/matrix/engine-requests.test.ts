import { afterAll, describe, expect, test } from '@jest/globals';
import { KINDS } from './kinds.ts';
import { problemsOf, runAll, Tally } from './matrix.ts';
import { ENGINE_POINTS } from './points.ts';

const tally = new Tally();

describe(`${Object.keys(KINDS).length} kinds of faults at each request of docker login and docker push`, () => {
  test.each(Object.entries(ENGINE_POINTS))('end with the right digest or a clean failure: %s', async (_, point) => {
    const results = await runAll(point, { level: 'graph', inputs: { tags: '' } });
    tally.add(results);
    expect(problemsOf(results)).toEqual([]);
  });

  test('are survived if they are single and transient, at least 95 of 100', () => {
    // The engine takes a busy answer to its first question for "no login wanted", and is not asked a third time.
    expect(tally.unplayed.filter((name) => !name.endsWith('last'))).toEqual([]);
    expect(tally.survivalRate).toBeGreaterThanOrEqual(0.95);
  });

  afterAll(() => tally.tell('Faults at the requests of docker login and docker push'));
});

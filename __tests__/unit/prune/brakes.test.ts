/** Rule 16: how much a real run may delete of one repository. */
import { describe, expect, it } from '@jest/globals';
import { assertWithinBrakes, overBrakes } from '../../../src/prune/brakes.ts';
import type { RepositoryPlan } from '../../../src/prune/plan-prune.ts';
import { plan, sha } from './small-repository.ts';

/** So many old images, of which the newest are kept by a version. */
function planOf(all: number, going: number): RepositoryPlan {
  const names = Array.from({ length: all }, (_, at) => `image ${at}`);
  const made = plan({
    manifests: Object.fromEntries(names.map((name) => [name, { created: 100 }])),
    tags: Object.fromEntries(names.map((name, at) => [at < going ? sha(`${at + 10}`) : `v${at}`, name])),
  });
  if (made.kind === 'unplannable') throw new Error(made.why);
  return made;
}

describe('the brakes', () => {
  it.each([
    [4, 2, { maxDeletions: 2, maxShare: 50 }, 0],
    [4, 2, { maxDeletions: 1, maxShare: 50 }, 1],
    [4, 2, { maxDeletions: 2, maxShare: 49 }, 1],
    [4, 3, { maxDeletions: 2, maxShare: 50 }, 2],
    [1, 1, { maxDeletions: 1, maxShare: 100 }, 0],
    [1, 0, { maxDeletions: 0, maxShare: 0 }, 0],
  ])('of %d tagged images, %d going, by %j: %d limits are passed', (all, going, limits, passed) => {
    expect(overBrakes(planOf(all, going), limits)).toHaveLength(passed);
  });

  it('count what an earlier plan of the same run has deleted', () => {
    const limits = { maxDeletions: 2, maxShare: 100 };
    expect(overBrakes(planOf(4, 1), limits, 1)).toEqual([]);
    expect(overBrakes(planOf(4, 1), limits, 2)).toHaveLength(1);
  });

  it('stop a real run with the number', () => {
    const braked = [{ plan: planOf(4, 3), before: 0 }];
    expect(() => assertWithinBrakes(braked, { maxDeletions: 2, maxShare: 100 })).toThrow(
      /3 tagged images would be deleted/,
    );
    expect(() => assertWithinBrakes(braked, { maxDeletions: 3, maxShare: 100 })).not.toThrow();
  });

  it('stop where the API would take no more requests, before anything is deleted (rule 21)', () => {
    const brakes = { maxDeletions: 100, maxShare: 100 };
    const plan = planOf(4, 3);
    const listed = (left: number | undefined) => {
      const holdings = { ...plan.holdings, list: { requests: 5, left } };
      return [{ plan: { ...plan, holdings }, before: 0 }];
    };
    // Three deletions, and the list of five pages before each.
    expect(() => assertWithinBrakes(listed(18), brakes)).not.toThrow();
    expect(() => assertWithinBrakes(listed(undefined), brakes)).not.toThrow();
    expect(() => assertWithinBrakes(listed(17), brakes)).toThrow(/up to 18 requests, and the limit is 17/);
    expect(() => assertWithinBrakes([...listed(30), ...listed(18)], brakes)).toThrow(/up to 36 requests/);
  });
});

/** What a large repository takes: counted, and never timed (rule 21). */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const script = resolve(import.meta.dirname, 'plan-ten-thousand.ts');

/** Plans ten thousand tags within a heap of 160 MiB, the registry in it. */
function planned(...given: readonly string[]): { readonly going: number; readonly requests: number } {
  const args = ['--no-warnings', '--max-old-space-size=160', script, ...given];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { tagged, requests } = JSON.parse(stdout);
  expect(tagged).toMatchObject({ all: 10_000, candidates: 9_900 });
  return { going: tagged.going, requests };
}

// One in ten has two platforms, and one of those in ten is a version, which stays.
describe('ten thousand tags are planned within a heap of 160 MiB', () => {
  it('by the specification: one request for each tag and platform, and one for the date of each that may go', () => {
    const { going, requests } = planned('none');
    expect(going).toBe(9_900);
    const [tags, children, lists, noReferrers] = [10_000, 2 * 1_000, 2, 1];
    // Of what may go: 9,000 images, and the two images of each of 900 indexes.
    const dates = 9_000 + 2 * 900;
    expect(requests).toBe(tags + children + lists + noReferrers + dates);
  });

  it('at a registry that lists manifests without types, as GHCR: one for each tag, and for each platform that goes', () => {
    const { going, requests } = planned('untyped');
    expect(going).toBe(9_900);
    expect(requests).toBe(10_000 + 2 * 900 + lists(12_000, 100) + 1);
  });

  it('at a registry that lists them with types, as ECR: within the budget, whatever goes', () => {
    for (const old of [10_000, 1_000, 0]) {
      const { going, requests } = planned('typed', String(old));
      const indexes = 1_000;
      const children = 2 * indexes * (old / 10_000);
      expect(going).toBe(old * 0.99);
      // Two requests for what goes, one for each platform, one for a hundred listed; and one for each index, as it may
      // have platforms of what goes.
      expect(requests).toBeLessThanOrEqual(2 * going + 2 * children + lists(12_000, 100) + indexes);
    }
  });
});

/** The list itself, and the list of tags before and after it. */
function lists(manifests: number, page: number): number {
  return manifests / page + 2;
}

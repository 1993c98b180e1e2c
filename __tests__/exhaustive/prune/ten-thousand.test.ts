/** What a large repository takes: counted, and never timed (rule 21). */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';

it('ten thousand tags are planned within a heap of 160 MiB, the registry in it, with three requests for what may go and one for the rest', () => {
  const script = resolve(import.meta.dirname, 'plan-ten-thousand.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--max-old-space-size=160', script],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { tagged, requests } = JSON.parse(stdout);
  expect(tagged).toEqual({ all: 10_000, candidates: 9_900, going: 9_900 });
  const [tags, children, lists] = [10_000, 2 * 1_000, 2];
  // Of what may go: 9,000 images, 900 indexes, and the two images of each of those.
  const [configs, askedForReferrers] = [9_000 + 2 * 900, 9_900 + 2 * 900];
  expect(requests).toBe(tags + children + lists + configs + askedForReferrers);
});

/** What about a run's event keeps it from moving any tag. */
import { describe, expect, it } from '@jest/globals';
import { heldBack } from '../../../src/tags/held-back.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';

const facts = (eventName: string, payload: unknown = {}) => ({
  ...ON_GITHUB,
  eventName,
  ref: 'refs/tags/v1.0.0',
  sha: 'a'.repeat(40),
  repositoryId: '1',
  payload,
});

describe('heldBack', () => {
  it.each([
    ['push', {}],
    ['push', { release: { prerelease: true } }],
    ['workflow_dispatch', {}],
    ['schedule', undefined],
    ['release', { release: { prerelease: false } }],
    ['workflow_run', { workflow_run: { event: 'push' } }],
  ])('is nothing of %s with %j', (event, payload) => {
    expect(heldBack(facts(event, payload))).toBeUndefined();
  });

  it.each([
    ['release', { release: { prerelease: true } }, /^the release is a prerelease$/],
    ['release', { release: {} }, /does not say/],
    ['release', { release: { prerelease: 'false' } }, /does not say/],
    ['release', undefined, /does not say/],
    ['merge_group', {}, /^a commit in the merge queue may never land$/],
    ['workflow_run', { workflow_run: { event: 'merge_group' } }, /^a commit in the merge queue may never land$/],
  ])('is told of %s with %j', (event, payload, words) => {
    expect(heldBack(facts(event, payload))).toMatch(words);
  });
});

import { describe, expect, it } from '@jest/globals';
import { branchOf, gitTagOf, refOfBranch, refOfGitTag } from '../../../src/run/ref.ts';

describe('a ref', () => {
  it.each([
    ['refs/heads/main', 'main', undefined],
    ['refs/heads/release/1.2', 'release/1.2', undefined],
    ['refs/heads/refs/tags/v1', 'refs/tags/v1', undefined],
    ['refs/tags/v1', undefined, 'v1'],
    ['refs/tags/refs/heads/main', undefined, 'refs/heads/main'],
    ['refs/heads/', undefined, undefined],
    ['refs/tags/', undefined, undefined],
    ['refs/pull/7/merge', undefined, undefined],
    ['main', undefined, undefined],
    ['', undefined, undefined],
  ])('%j is taken apart once', (ref, branch, gitTag) => {
    expect([branchOf(ref), gitTagOf(ref)]).toEqual([branch, gitTag]);
    if (branch !== undefined) expect(refOfBranch(branch)).toBe(ref);
    if (gitTag !== undefined) expect(refOfGitTag(gitTag)).toBe(ref);
  });
});

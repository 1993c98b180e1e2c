import { describe, expect, it } from '@jest/globals';
import { planTags } from '../../../src/tags/plan-tags.ts';

const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
const image = { registry: 'ghcr.io', path: 'owner/app' };
const subject = { commit: COMMIT, ref: 'refs/heads/main' };
const NOTHING = { shaTag: '{sha}', tags: [], movingTags: [], versionTags: 'exact' } as const;
const plan = (shaTag: string, tags: readonly string[] = [], commit = COMMIT) => {
  const inputs = { ...NOTHING, shaTag, tags: tags.map((name) => ({ name })) };
  const { sha, versions } = planTags(inputs, { ...subject, commit }, image);
  return [sha.tag, ...versions.map(({ tag }) => tag)];
};

describe('planTags', () => {
  it.each([
    ['{sha}', COMMIT],
    ['{short-sha}', 'a5c3785ed8d6'],
    ['sha-{short-sha}', 'sha-a5c3785ed8d6'],
    ['{sha}-debug', `${COMMIT}-debug`],
    ['{short-sha}.{sha}.{short-sha}', `a5c3785ed8d6.${COMMIT}.a5c3785ed8d6`],
  ])('makes of %s the tag %s', (template, tag) => {
    expect(plan(template)).toEqual([tag]);
  });

  it('takes a commit of SHA-256', () => {
    expect(plan('{sha}', [], 'ab'.repeat(32))).toEqual(['ab'.repeat(32)]);
  });

  it('refuses a template that a longer commit makes no tag of', () => {
    expect(() => plan(`${'x'.repeat(80)}{sha}`, [], 'ab'.repeat(32))).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    );
  });

  it('has each version tag once, in order, and never the SHA tag again', () => {
    expect(plan('{sha}', ['2', '1', '2', COMMIT, '1'])).toEqual([COMMIT, '2', '1']);
  });

  it('has a tag of one destination there alone', () => {
    const tags = [{ name: '1', only: image }, { name: '2' }];
    const elsewhere = { registry: 'ghcr.io', path: 'owner/mirror' };
    const names = (where: typeof image) =>
      planTags({ ...NOTHING, tags }, subject, where).versions.map(({ tag }) => tag);
    expect([names(image), names(elsewhere)]).toEqual([['1', '2'], ['2']]);
  });

  it('puts them all into the destination', () => {
    const { sha, versions } = planTags({ ...NOTHING, tags: [{ name: '1' }] }, subject, image);
    expect([sha, ...versions]).toEqual([
      { ...image, tag: COMMIT },
      { ...image, tag: '1' },
    ]);
  });
});

/** What an error about a taken tag advises: the way that fits, and overwriting last. */
import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import { usuallyMoves } from '../../../src/image/tag-names.ts';
import { IF_EXISTS } from '../../../src/tags/read-tags.ts';
import { type TakenTag, tagExists } from '../../../src/tags/tag-exists.ts';

const COMMIT = 'a'.repeat(40);
const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;
const at = (tag: string) => ({ registry: 'ghcr.io', path: 'owner/app', tag });

type Case = {
  readonly tag: 'latest' | '1.2.3' | typeof COMMIT;
  readonly revision: 'this commit' | 'another' | 'none';
  readonly ifExists: (typeof IF_EXISTS)[number];
  readonly isAskedFor: boolean;
};

const WAYS = {
  moving: /Name "latest" in "moving-tags"/,
  keep: /Set "if-exists: keep" to use the image that is published/,
  tested: /publish the image that was tested, by "Re-run failed jobs"/,
  label: new RegExp(`label org\\.opencontainers\\.image\\.revision=${COMMIT}`),
  another: /choose another name in "tags" or "sha-tag"/,
} as const;

/** The rules for people: the first one that is about a case decides. */
function rightWay({ tag, revision, ifExists, isAskedFor }: Case): keyof typeof WAYS {
  if (tag === 'latest') return 'moving';
  if (tag !== COMMIT) return 'another';
  const isRebuilt = revision === 'this commit';
  if (isRebuilt && isAskedFor) return 'tested';
  if (isRebuilt && ifExists === 'verify') return 'keep';
  return ifExists === 'keep' ? 'label' : 'another';
}

const cases: readonly Case[] = (['latest', '1.2.3', COMMIT] as const).flatMap((tag) =>
  (['this commit', 'another', 'none'] as const).flatMap((revision) =>
    IF_EXISTS.flatMap((ifExists) => [true, false].map((isAskedFor) => ({ tag, revision, ifExists, isAskedFor }))),
  ),
);

const REVISIONS = { 'this commit': COMMIT, another: 'b'.repeat(40), none: undefined } as const;

function takenOf({ tag, revision, ifExists, isAskedFor }: Case): TakenTag {
  const shows = { id: digest('1'), revision: REVISIONS[revision] };
  const ours = { id: digest('2'), revision: COMMIT };
  return { target: at(tag), shows, ours, commit: COMMIT, isShaTag: tag === COMMIT, ifExists, isAskedFor };
}

describe('TAG_EXISTS', () => {
  it(`names the one way that fits, for ${cases.length} cases, and overwriting last`, () => {
    const wrong = cases.flatMap((given) => {
      const { hint } = tagExists(takenOf(given));
      const named = Object.entries(WAYS).flatMap(([way, words]) => (words.test(hint) ? [way] : []));
      const isLast = /\. Only if nobody relies on .*"if-exists: overwrite"[^"]*\.$/.test(hint);
      return named.join() === rightWay(given) && isLast ? [] : [{ ...given, named, hint }];
    });
    expect(wrong).toEqual([]);
    expect(new Set(cases.map(rightWay))).toEqual(new Set(Object.keys(WAYS)));
  });

  it('shows both images, and the commits that they name', () => {
    const { code, message } = tagExists(
      takenOf({ tag: COMMIT, revision: 'another', ifExists: 'verify', isAskedFor: false }),
    );
    expect(code).toBe('TAG_EXISTS');
    for (const part of [`ghcr.io/owner/app:${COMMIT}`, digest('1'), digest('2'), 'b'.repeat(40)]) {
      expect(message).toContain(part);
    }
  });
});

describe('a tag that usually moves', () => {
  it.each(['latest', 'main', 'master', 'edge', 'nightly', 'Latest'])('is %s', (tag) => {
    expect(usuallyMoves(tag)).toBe(true);
  });

  it.each(['1.2.3', 'v1', '1.2', 'nightly-2026-11-30', 'latest-1', COMMIT, 'mainline'])('is not %s', (tag) => {
    expect(usuallyMoves(tag)).toBe(false);
  });
});

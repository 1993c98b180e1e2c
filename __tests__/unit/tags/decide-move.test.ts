/** Whether a moving tag may move, for everything that can be known of it. */
import { describe, expect, it } from '@jest/globals';
import { RELATIONS } from '../../../src/github/history.ts';
import { decideMove, type Ours, type Shown } from '../../../src/tags/decide-move.ts';
import { parseVersion } from '../../../src/tags/version.ts';

const COMMIT = 'a'.repeat(40);
const FORMER = 'b'.repeat(40);

const LABELS = { 'its commit': COMMIT, 'no commit': undefined, 'another commit': FORMER } as const;
const OURS = ['no version', '1.2.3', '1.2.3-rc.1'] as const;
const SHOWN = ['no version', '1.2.2', '1.2.3', '1.2.4-rc.1', '1.3.0', '2.0.0'] as const;

type Case = {
  readonly label: keyof typeof LABELS;
  readonly ours: (typeof OURS)[number];
  /** Whether something about the event of the run holds it back. */
  readonly isHeldBack: boolean;
  /** Nothing at all, an image that names no commit, or one whose commit stands like this to ours. */
  readonly shown: 'nothing' | 'no commit' | 'an unknown commit' | (typeof RELATIONS)[number];
  readonly version: (typeof SHOWN)[number];
};

type Rule = { readonly is: (given: Case) => boolean; readonly moves: boolean; readonly because: RegExp };

/** The rules as they are written for people: the first that is about a case decides it. */
const RULES: readonly Rule[] = [
  { is: ({ isHeldBack }) => isHeldBack, moves: false, because: /^the release is a prerelease$/ },
  { is: ({ ours }) => ours === '1.2.3-rc.1', moves: false, because: /^1\.2\.3-rc\.1 is a prerelease$/ },
  {
    is: ({ label }) => label === 'no commit',
    moves: false,
    because: /^the image has no revision label; .*revision="\$GITHUB_SHA"/,
  },
  {
    is: ({ label }) => label === 'another commit',
    moves: false,
    because: /^the revision label of the image is "b{40}"/,
  },
  { is: ({ shown }) => shown === 'nothing', moves: true, because: /not there yet/ },
  { is: ({ shown }) => shown === 'identical', moves: true, because: /same commit/ },
  {
    is: ({ ours, version }) => ours === '1.2.3' && version === '1.2.2',
    moves: true,
    because: /^1\.2\.3 is above 1\.2\.2$/,
  },
  {
    is: ({ ours, version }) => ours === '1.2.3' && version !== 'no version',
    moves: false,
    because: /^it shows [\w.-]+, and this is 1\.2\.3$/,
  },
  { is: ({ shown }) => shown === 'no commit', moves: false, because: /does not name its commit/ },
  { is: ({ shown }) => shown === 'ahead', moves: true, because: /comes after b{40}/ },
  { is: ({ shown }) => shown === 'behind', moves: false, because: /comes after this commit/ },
  { is: ({ shown }) => shown === 'diverged', moves: false, because: /another line of development/ },
  {
    is: ({ shown }) => shown === 'an unknown commit',
    moves: false,
    because: /GitHub does not show.*permissions: contents: read/,
  },
];

const cases: readonly Case[] = (Object.keys(LABELS) as Case['label'][])
  .flatMap((label) => OURS.flatMap((ours) => [true, false].map((isHeldBack) => ({ label, ours, isHeldBack }))))
  .flatMap((run) => [
    { ...run, shown: 'nothing', version: 'no version' } as const,
    // Versions are known by the commit alone.
    { ...run, shown: 'no commit', version: 'no version' } as const,
    ...(['an unknown commit', ...RELATIONS] as const).flatMap((shown) =>
      SHOWN.map((version) => ({ ...run, shown, version })),
    ),
  ]);

function oursOf({ label, ours, isHeldBack }: Case): Ours {
  const heldBack = isHeldBack ? 'the release is a prerelease' : undefined;
  return { commit: COMMIT, revision: LABELS[label], version: parseVersion(ours), heldBack };
}

function shownOf({ shown, version }: Case): Shown | undefined {
  if (shown === 'nothing') return undefined;
  if (shown === 'no commit') return { revision: undefined, version: undefined, relation: undefined };
  const relation = RELATIONS.find((each) => each === shown);
  return { revision: shown === 'identical' ? COMMIT : FORMER, version: parseVersion(version), relation };
}

describe('decideMove', () => {
  it(`decides ${cases.length} cases by the first rule that is about them`, () => {
    const wrong = cases.flatMap((given) => {
      const rule = RULES.find(({ is }) => is(given));
      const { moves, because } = decideMove(oursOf(given), shownOf(given));
      const isRight = rule !== undefined && moves === rule.moves && rule.because.test(because);
      return isRight ? [] : [{ ...given, moves, because }];
    });
    expect(wrong).toEqual([]);
  });

  it('has a case for every rule', () => {
    const used = new Set(cases.map((given) => RULES.find(({ is }) => is(given))));
    expect(used.size).toBe(RULES.length);
  });

  it('says it in words that end a sentence without its full stop', () => {
    for (const given of cases) expect(decideMove(oursOf(given), shownOf(given)).because).toMatch(/^[^A-Z].*[^.]$/);
  });
});

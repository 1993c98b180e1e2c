/** What tags a git tag makes, by each of the three ways; every row is written down, none is derived. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planTags, versionOf } from '../../../src/tags/plan-tags.ts';
import { compareVersions, parseVersion, type Version } from '../../../src/tags/version.ts';

const COMMIT = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
const image = { registry: 'ghcr.io', path: 'owner/app' };

function plan(gitTag: string, versionTags: 'exact' | 'semver' | 'none') {
  const inputs = { shaTag: '{sha}', tags: [], movingTags: [], versionTags };
  const { versions, moving } = planTags(inputs, { commit: COMMIT, ref: `refs/tags/${gitTag}` }, image);
  return { fixed: versions.map(({ tag }) => tag), moving: moving.map(({ target }) => target.tag) };
}

describe('semver', () => {
  it.each<readonly [gitTag: string, fixed: string, moving: readonly string[]]>([
    ['v1.2.3', '1.2.3', ['1.2', '1']],
    ['1.2.3', '1.2.3', ['1.2', '1']],
    ['v1.0.0', '1.0.0', ['1.0', '1']],
    ['v2.0.0', '2.0.0', ['2.0', '2']],
    ['v10.20.30', '10.20.30', ['10.20', '10']],
    ['v1.0.10', '1.0.10', ['1.0', '1']],
    ['v1.10.0', '1.10.0', ['1.10', '1']],
    ['v2026.11.21', '2026.11.21', ['2026.11', '2026']],
    ['v999999.0.1', '999999.0.1', ['999999.0', '999999']],
    // Below 1.0.0 nothing is promised of the major version.
    ['v0.1.0', '0.1.0', ['0.1']],
    ['v0.0.1', '0.0.1', ['0.0']],
    ['v0.0.0', '0.0.0', ['0.0']],
    ['0.10.2', '0.10.2', ['0.10']],
    // A prerelease moves nothing.
    ['v1.2.3-rc.1', '1.2.3-rc.1', []],
    ['v1.2.3-alpha', '1.2.3-alpha', []],
    ['v1.2.3-alpha.1', '1.2.3-alpha.1', []],
    ['v1.2.3-0.3.7', '1.2.3-0.3.7', []],
    ['v1.2.3-x.7.z.92', '1.2.3-x.7.z.92', []],
    ['v1.2.3-x-y-z.--', '1.2.3-x-y-z.--', []],
    ['v1.0.0-0', '1.0.0-0', []],
    ['v1.0.0-0A.is.legal', '1.0.0-0A.is.legal', []],
    ['v1.0.0-alpha-a.b-c', '1.0.0-alpha-a.b-c', []],
    ['v1.0.0--', '1.0.0--', []],
    ['v1.0.0---RC-SNAPSHOT.12.9.1--.12', '1.0.0---RC-SNAPSHOT.12.9.1--.12', []],
    ['v0.1.0-beta', '0.1.0-beta', []],
    ['1.1.2-prerelease', '1.1.2-prerelease', []],
    ['2.0.1-alpha.1227', '2.0.1-alpha.1227', []],
    ['1.2.3-SNAPSHOT-123', '1.2.3-SNAPSHOT-123', []],
    ['1.2.3-beta', '1.2.3-beta', []],
    ['1.0.0-rc.1', '1.0.0-rc.1', []],
    ['v3.0.0-20261121', '3.0.0-20261121', []],
  ])('makes of %s the tag %s and lets %j move', (gitTag, fixed, moving) => {
    expect(plan(gitTag, 'semver')).toEqual({ fixed: [fixed], moving });
  });

  it.each([
    'v1',
    'v1.2',
    '1',
    '1.2',
    'V1.2.3',
    'vv1.2.3',
    'v 1.2.3',
    'version-1.2.3',
    'release-1.2.3',
    'app/v1.2.3',
    'app-v1.2.3',
    'v1.2.3.4',
    'v01.2.3',
    'v1.02.3',
    'v1.2.03',
    'v1.2.3-',
    'v1.2.3-01',
    'v1.2.3-rc.01',
    'v1.2.3-rc..1',
    'v1.2.3-.rc',
    'v1.2.3-rc.',
    'v1.2.3-rc_1',
    'v1.2.3_1',
    'v1.2.3+build',
    'v1.2.3+build.1',
    'v1.2.3-rc.1+build',
    'v1.2.x',
    'v1.x',
    'v.1.2.3',
    'v-1.2.3',
    'v1.-2.3',
    'v1.2.3 ',
    ' v1.2.3',
    'v1,2,3',
    'v１.２.３',
    'v1.2.3-é',
    'latest',
    'nightly',
    'stable',
    'main',
    'refs/tags/v1.2.3',
    'v',
    'v1..3',
    'v.2.3',
    '=1.2.3',
    '\tv1.2.3',
    'v1.2.3\n',
    // Beyond 2^53 two numbers may be the same one.
    'v9999999999999999.0.0',
    'v1.2.3-9007199254740992',
    'v1.2.3-rc.12345678901234567890',
    `v1.2.3-${'a'.repeat(200)}`,
  ])('takes "%s" for no version', (gitTag) => {
    expect(() => plan(gitTag, 'semver')).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

describe('exact', () => {
  it.each(['v1.2.3', '1.2.3', 'v1', 'v1.2.3-rc.1', 'nightly', 'release_2', 'V1', 'a'.repeat(128)])(
    'makes of %s the same tag, and lets none move',
    (gitTag) => expect(plan(gitTag, 'exact')).toEqual({ fixed: [gitTag], moving: [] }),
  );

  it.each(['app/v1.2.3', 'v1.2.3+build', 'a'.repeat(129), '.v1', 'é'])('cannot make a tag of %s', (gitTag) => {
    expect(() => plan(gitTag, 'exact')).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', hint: expect.stringContaining('version-tags') }),
    );
  });
});

describe('the way of the tags', () => {
  it('has no tags of a git tag when none are wanted', () => {
    expect(plan('app/v1.2.3', 'none')).toEqual({ fixed: [], moving: [] });
  });

  it.each(['exact', 'semver', 'none'] as const)('makes none of a branch (%s)', (versionTags) => {
    const inputs = { shaTag: '{sha}', tags: [], movingTags: [{ name: 'main' }], versionTags };
    const { versions, moving } = planTags(inputs, { commit: COMMIT, ref: 'refs/heads/v1.2.3' }, image);
    expect([versions, moving.map(({ target }) => target.tag)]).toEqual([[], ['main']]);
  });

  it.each([
    ['the version', { tags: [], movingTags: [{ name: '1.2.3' }] }],
    ['the SHA tag', { tags: [], movingTags: [{ name: COMMIT }] }],
    ['a part of the version', { tags: [{ name: '1.2' }], movingTags: [] }],
  ])('refuses to let %s both stay and move', (_name, tags) => {
    const inputs = { shaTag: '{sha}', versionTags: 'semver' as const, ...tags };
    expect(() => planTags(inputs, { commit: COMMIT, ref: 'refs/tags/v1.2.3' }, image)).toThrow(/to stay for ever/);
  });

  it('has a moving tag once, that is of the version and asked for', () => {
    const inputs = {
      shaTag: '{sha}',
      tags: [],
      movingTags: [{ name: 'latest' }, { name: '1' }],
      versionTags: 'semver' as const,
    };
    const { moving } = planTags(inputs, { commit: COMMIT, ref: 'refs/tags/v1.2.3' }, image);
    expect(moving.map(({ target, series }) => [target.tag, series])).toEqual([
      ['1.2', { major: 1, minor: 2 }],
      ['1', { major: 1 }],
      ['latest', undefined],
    ]);
  });
});

describe('precedence', () => {
  // semver.org, item 11.
  const ORDER = [
    '0.0.0-0',
    '0.0.0',
    '0.9.9',
    '1.0.0-1',
    '1.0.0-2',
    '1.0.0-11',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0-rc.1.0',
    '1.0.0',
    '1.0.1',
    '1.2.0',
    '1.10.0',
    '2.0.0-A',
    '2.0.0-a',
    '2.0.0',
    '2.1.0',
    '2.1.1',
    '10.0.0',
  ];
  const version = (text: string) => {
    const parsed = parseVersion(text);
    if (parsed === undefined) throw new Error(text);
    return parsed;
  };

  it('is that of the specification, for every pair', () => {
    for (const [at, one] of ORDER.entries())
      for (const [where, other] of ORDER.entries())
        expect([one, other, Math.sign(compareVersions(version(one), version(other)))]).toEqual([
          one,
          other,
          Math.sign(at - where),
        ]);
  });

  const identifier = fc.oneof(fc.nat(30).map(String), fc.stringMatching(/^[a-zA-Z-][0-9a-zA-Z-]{0,3}$/));
  const any = fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.array(identifier, { maxLength: 3 }))
    .map(([major, minor, patch, prerelease]) =>
      prerelease.length === 0 ? `${major}.${minor}.${patch}` : `${major}.${minor}.${patch}-${prerelease.join('.')}`,
    );

  it('is a total order, and names survive', () => {
    fc.assert(
      fc.property(any, any, any, (...names) => {
        const [a, b, c] = names.map((name) => version(`v${name}`)) as [Version, Version, Version];
        expect([a, b, c].map(({ version }) => version)).toEqual(names);
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        expect(compareVersions(a, b) === 0).toBe(a.version === b.version);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('an image that names its commit', () => {
  const plan = (gitTags: readonly string[], versionTags: 'exact' | 'semver' | 'none') => {
    const inputs = { shaTag: '{sha}', tags: [], movingTags: [], versionTags };
    const { versions, moving } = planTags(inputs, { commit: COMMIT, ref: 'refs/heads/main', gitTags }, image);
    return { fixed: versions.map(({ tag }) => tag), moving: moving.map(({ target }) => target.tag) };
  };

  it('has the tags of every git tag at its commit, whatever branch it is on', () => {
    expect(plan(['v1.2.3', 'v1.2.4-rc.1'], 'exact')).toEqual({ fixed: ['v1.2.3', 'v1.2.4-rc.1'], moving: [] });
    expect(plan(['v1.2.3', 'v2.0.0'], 'semver')).toEqual({
      fixed: ['1.2.3', '2.0.0'],
      moving: ['1.2', '1', '2.0', '2'],
    });
    expect(plan(['v1.2.3'], 'none')).toEqual({ fixed: [], moving: [] });
    expect(plan([], 'semver')).toEqual({ fixed: [], moving: [] });
  });

  it('is of the highest of its versions', () => {
    const ofTags = (...gitTags: readonly string[]) =>
      versionOf({ commit: COMMIT, ref: 'refs/heads/main', gitTags })?.version;
    expect(ofTags('v1.10.0', 'nightly', 'v1.9.0')).toBe('1.10.0');
    expect(ofTags('v2.0.0-rc.1', 'v2.0.0')).toBe('2.0.0');
    expect(ofTags('nightly')).toBeUndefined();
    expect(versionOf({ commit: COMMIT, ref: 'refs/tags/v9.0.0', gitTags: [] })).toBeUndefined();
  });
});

/** Where an image stands: what GitHub is asked, what of its answers counts, and what is never put to it. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ApiProblem } from '../../../src/github/github.ts';
import { buildIndex } from '../../doubles/registry/images.ts';
import { anyCharacter } from '../any-text.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { commitAt, imageAt, LineOfCommits, lineageAt, patterns } from './line-of-commits.ts';

let registry: InMemoryRegistry;
let history: LineOfCommits;
beforeEach(() => {
  registry = new InMemoryRegistry();
  history = new LineOfCommits();
});

const publish = (place: number) => registry.seed(imageAt(place), `sha-${commitAt(place)}`);
const judge = (place: number, says?: string, version?: string) =>
  lineageAt(history, 2, version).judge(registry, registry.seed(imageAt(place, says === undefined ? {} : { says })));

describe('judge', () => {
  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('lets the image of commit 2 take the place of that of commit %d: %s', async (place, moves) => {
    expect(await judge(place)).toMatchObject({ moves });
  });

  it('asks nobody about a tag that is not there, nor about an image of the very commit', async () => {
    expect(await lineageAt(history, 2).judge(registry, undefined)).toMatchObject({ moves: true });
    expect(await judge(7, commitAt(2))).toMatchObject({ moves: true });
    expect(history.asked).toEqual([]);
  });

  it('goes by the versions of the commits on a git tag, and by the commits where one has none', async () => {
    // Of several the highest counts, in whatever order they are listed.
    for (const name of ['v1.9.0', 'v1.10.0-rc.1', 'v1.8.0']) history.tags.push({ name, commit: commitAt(3) });
    history.tags.push({ name: 'nightly', commit: commitAt(3) }, { name: 'v9.9.9', commit: commitAt(4) });
    expect(await judge(3, undefined, '1.10.0')).toEqual({
      moves: true,
      because: '1.10.0 is above 1.10.0-rc.1',
      since: commitAt(3),
    });
    expect(await judge(3, undefined, '1.9.1')).toMatchObject({ moves: false });
    expect(await judge(1, undefined, '1.0.0')).toEqual({
      moves: true,
      because: `this commit comes after ${commitAt(1)}`,
      since: commitAt(1),
    });
  });

  it('takes no version from a git tag that may not publish, whoever has pushed it', async () => {
    // Somebody has called the commit that the tag shows "3.0.0", to freeze it.
    history.tags.push({ name: 'v2.0.0', commit: commitAt(3) }, { name: '3.0.0', commit: commitAt(3) });
    const shown = registry.seed(imageAt(3));
    const of = async (...texts: readonly string[]) =>
      (await lineageAt(history, 4, '2.0.1', { gitTags: patterns(...texts) }).judge(registry, shown)).because;
    expect(await of('**')).toBe('it shows 3.0.0, and this is 2.0.1');
    expect(await of('v*')).toBe('2.0.1 is above 2.0.0');
    expect(await of('release-*')).toBe(`this commit comes after ${commitAt(3)}`);
  });

  it('reads the commit of an index from its first image', async () => {
    const labels = { 'org.opencontainers.image.revision': commitAt(3) };
    const index = registry.seed(buildIndex({ labels, attestations: true }));
    expect(await lineageAt(history, 2).judge(registry, index)).toMatchObject({
      moves: false,
      because: `it shows ${commitAt(3)}, which comes after this commit`,
    });
  });

  it.each([
    [
      '403',
      new ApiProblem('the token may not read it (status 403)', { permission: 'contents: read' }),
      /403.*"permissions: contents: read"\)$/,
    ],
    ['a limit', new ApiProblem("the API's rate limit is reached"), /rate limit is reached$/],
  ])('lets nothing move while GitHub answers %s, and says so', async (_name, problem, because) => {
    history.problem = problem;
    expect(await judge(1)).toEqual({ moves: false, because: expect.stringMatching(because) });
  });

  it('never puts to GitHub what is no commit', async () => {
    const odd = fc.oneof(
      fc.constantFrom('main', 'HEAD', 'v1.2.3', '', 'a'.repeat(39), 'A'.repeat(40), `${'a'.repeat(40)}\n`, '../../x'),
      fc
        .array(fc.oneof(anyCharacter, fc.constantFrom(...'./?#%&\n ')), { maxLength: 60 })
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(odd, async (says) => {
        expect(await judge(1, says)).toMatchObject({ moves: false });
        expect(history.asked).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('newestPublished', () => {
  const newest = (place: number, version?: string, series?: { readonly major: number; readonly minor?: number }) =>
    lineageAt(history, place, version).newestPublished(registry, series);

  it('is the newest later commit of the branch that has an image', async () => {
    for (const place of [0, 1, 3]) publish(place);
    expect(await newest(1)).toEqual({ commit: commitAt(3), digest: imageAt(3).digest });
    expect(await newest(3)).toBeUndefined();
  });

  it('costs no look at the registry for the tip of the branch', async () => {
    publish(3);
    registry.journal.length = 0;
    expect(await newest(4)).toBeUndefined();
    expect([registry.journal, history.asked]).toEqual([[], ['latest main']]);
  });

  it('is none of another line: a commit that is no longer on the branch', async () => {
    publish(3);
    // The branch was rewritten, and our commit is on none of its lines.
    expect(await newest(77)).toBeUndefined();
    expect(history.asked).toEqual(['latest main', `relation ${commitAt(77)} ${commitAt(3)}`]);
  });

  it('is the highest version above ours within the series, and never a prerelease', async () => {
    const versions = ['v1.2.2', 'v1.2.4', 'v1.3.0', 'v2.0.0', 'v2.1.0-rc.1', 'nightly', 'v10'];
    history.tags.push(...versions.map((name, place) => ({ name, commit: commitAt(place) })));
    for (const [place, name] of versions.entries()) registry.seed(imageAt(place), name);
    const of = async (series?: { readonly major: number; readonly minor?: number }) => {
      const found = await newest(9, '1.2.3', series);
      expect(found?.commit).toBe(found && commitAt(versions.indexOf(found.gitTag ?? '')));
      return found?.gitTag;
    };
    expect([await of({ major: 1, minor: 2 }), await of({ major: 1 }), await of()]).toEqual([
      'v1.2.4',
      'v1.3.0',
      'v2.0.0',
    ]);
    expect(await of({ major: 3 })).toBeUndefined();
  });

  it('is no version of a git tag that may not publish, whoever has pushed it', async () => {
    for (const [place, name] of ['v1.2.4', '999.0.0', 'v2.0.0'].entries()) {
      history.tags.push({ name, commit: commitAt(place) });
      registry.seed(imageAt(place), name);
    }
    const of = async (...texts: readonly string[]) =>
      (await lineageAt(history, 9, '1.2.3', { gitTags: patterns(...texts) }).newestPublished(registry, undefined))
        ?.gitTag;
    expect([await of('**'), await of('v*'), await of('v*', '!v2*'), await of('release-*')]).toEqual([
      '999.0.0',
      'v2.0.0',
      'v1.2.4',
      undefined,
    ]);
  });

  it('is no version whose release is a prerelease, where runs are for releases', async () => {
    for (const [place, name] of ['v1.2.4', 'v2.0.0'].entries()) {
      history.tags.push({ name, commit: commitAt(place) });
      registry.seed(imageAt(place), name);
    }
    history.prereleases.add('v2.0.0');
    const of = async (byRelease: boolean) =>
      (await lineageAt(history, 9, '1.2.3', { byRelease }).newestPublished(registry, undefined))?.gitTag;
    expect([await of(true), await of(false)]).toEqual(['v1.2.4', 'v2.0.0']);
    // GitHub is asked for a release only if there is an image that could be newer.
    expect(history.asked.filter((each) => each.startsWith('prerelease'))).toEqual([
      'prerelease v2.0.0',
      'prerelease v1.2.4',
    ]);
  });

  it('is no version that is not released, though a branch has published its commit', async () => {
    history.tags.push({ name: 'v2.0.0', commit: commitAt(3) });
    publish(3);
    expect(await newest(2, '1.9.1')).toBeUndefined();
  });

  it('looks for no more than thirty', async () => {
    history.length = 200;
    expect(await newest(3)).toBeUndefined();
    expect(registry.journal.filter((step) => step.startsWith('registry.read'))).toHaveLength(30);
  });
});

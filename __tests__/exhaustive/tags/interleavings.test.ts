/**
 * Tags under every order of events: two to six runs of one repository, each going on one request at a time, some of them
 * re-runs of what is old, some refused, some killed between two requests, on a registry that shows writes late.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { compareVersions, parseVersion, type Version } from '../../../src/tags/version.ts';
import { tell } from '../../faults/step/figures.ts';
import { Random } from '../random.ts';
import { BUILDS, COMMITS, commitOf, type End, isGreen, type Job, World } from './runs.ts';
import { lagOf, onMain, playToTheEnd, several, VERSIONS } from './stories.ts';

type Green = Extract<End, { readonly digest: unknown }>;

let played = 0;
afterAll(() => tell('Interleavings of runs, no tag given to what was not proved, no moving tag left behind', played));

describe('runs of several commits, in any order', () => {
  it('never leave a moving tag behind what a run has published that ended green', async () => {
    let [reds, greens] = [0, 0];
    for (let seed = 1; seed <= 8_000; seed++) {
      const random = new Random(seed);
      const world = new World(random, new Map(), { lag: lagOf(random), isConditional: false });
      const ended = await playToTheEnd(world, several(random, onMain));
      played += 1;
      expect([seed, world.unproved]).toEqual([seed, []]);
      const green = ended.filter(isGreen);
      reds += ended.filter((end) => !isGreen(end) && end.code === 'TAG_BEHIND').length;
      greens += green.length;
      const shown = commitOf(world.registry.final('latest'));
      const most = Math.max(-1, ...green.map(({ job }) => job.commit));
      expect([seed, shown >= most]).toEqual([seed, true]);
    }
    // Both ends are played, and mostly it goes well.
    expect([reds > 100, greens > 10_000]).toEqual([true, true]);
  });

  /** Git tags that may not publish, and that anybody may push. */
  const NOISE = ['0.0.1', '1.1.9', '2.9.0', '999.0.0'];

  it('never leave a moving tag of versions below one that has ended green, whatever other git tags say', async () => {
    for (let seed = 1; seed <= 6_000; seed++) {
      const random = new Random(1_000_000 + seed);
      // Versions are given to commits in any order: a patch of an older line comes late.
      const order = [...COMMITS.keys()].sort(() => random.next() - 0.5);
      const tags = new Map(VERSIONS.map((name, index) => [name, order[index] ?? 0]));
      const noise = NOISE.map((name) => [name, random.below(COMMITS.length)] as const);
      const world = new World(random, new Map([...tags, ...noise]), { lag: lagOf(random), isConditional: false });
      const jobs = several(random, (_, index) => {
        const version = random.pick(VERSIONS);
        return {
          ...onMain(random, index),
          commit: tags.get(version) ?? 0,
          ref: `refs/tags/${version}`,
          isRefused: false,
        };
      });
      const ended = await playToTheEnd(world, jobs);
      played += 1;
      expect([seed, world.unproved]).toEqual([seed, []]);
      const released = ended.filter(isGreen).flatMap(({ job }) => releaseOf(job.ref));
      const isBehind = (tag: string, is: (major: number, minor: number) => boolean) => {
        const newest = released.toSorted(compareVersions).findLast(({ major, minor }) => is(major, minor));
        const place = commitOf(world.registry.final(tag));
        const [shown] = [...tags].flatMap(([name, commit]) => (commit === place ? releaseOf(`refs/tags/${name}`) : []));
        return newest !== undefined && (shown === undefined || compareVersions(shown, newest) < 0);
      };
      const behind = [
        isBehind('latest', () => true),
        isBehind('1', (major) => major === 1),
        isBehind('1.1', (major, minor) => major === 1 && minor === 1),
        isBehind('2', (major) => major === 2),
      ];
      expect([seed, ...behind]).toEqual([seed, false, false, false, false]);
    }
  });
});

/** The version that a run for this ref may let tags move for. */
function releaseOf(ref: string): readonly Version[] {
  const version = parseVersion(ref.slice('refs/tags/'.length));
  return version === undefined || version.prerelease.length > 0 ? [] : [version];
}

describe('runs of one commit, each with a build of its own, that push without an engine', () => {
  const build = (random: Random, index: number): Job => ({
    ...onMain(random, index),
    commit: 0,
    build: random.below(BUILDS),
    by: 'action',
    ifExists: random.pick(['verify', 'keep']),
    tags: random.pick([[], ['1.0'], ['1.0', '1.0.0']]),
    movingTags: random.pick([[], ['latest']]),
    isRefused: random.chance(0.05),
  });

  it.each([
    ['never end green with two images under one tag, if none comes between a look and its write', true],
    ['end so only if a write has come between the last look of one run and the write of the other', false],
  ])('%s', async (_name, isConditional) => {
    let [reds, split] = [0, 0];
    for (let seed = 1; seed <= 3_000; seed++) {
      const random = new Random(2_000_000 + seed);
      const world = new World(random, new Map(), { lag: 0, isConditional });
      const green = (await world.play(several(random, build))).filter((end) => {
        reds += isGreen(end) ? 0 : 1;
        return isGreen(end);
      });
      played += 1;
      expect([seed, world.unproved]).toEqual([seed, []]);
      for (const end of green.filter(isGreen)) expect([seed, looksLast(world, end)]).toEqual([seed, true]);
      for (const [one, other] of pairsOf(green.filter(isGreen))) {
        if (one.digest === other.digest) continue;
        split += 1;
        expect([seed, isConditional, isWindow(world, one, other)]).toEqual([seed, false, true]);
      }
    }
    // Races are lost in both worlds; and in the one that there is, the window is there, which docs/tags.md tells of.
    expect([reds > 100, split > 0]).toEqual([true, !isConditional]);
  });
});

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other] as const));
}

/** Whether a run has looked at its SHA tag after all that it wrote. */
function looksLast({ registry: { writes, reads } }: World, { run }: Green): boolean {
  const wrote = [...writes.values()].flat().filter((write) => write.run === run);
  const look = reads.get(COMMITS[0] ?? '')?.findLast((read) => read.run === run)?.at ?? 0;
  return wrote.every(({ at }) => at < look);
}

/**
 * Whether two runs that ended green with two images could not have known of each other: whoever wrote the image of the
 * one that looked last had found nothing under the SHA tag, and wrote after the other run had looked for the last time.
 */
function isWindow(world: World, one: Green, other: Green): boolean {
  const tag = COMMITS[0] ?? '';
  const [writes, reads] = [world.registry.writes.get(tag) ?? [], world.registry.reads.get(tag) ?? []];
  const lastLook = ({ run }: Green) => reads.findLast((read) => read.run === run)?.at ?? 0;
  const [earlier, later] = [one, other].toSorted((a, b) => lastLook(a) - lastLook(b)) as [Green, Green];
  return writes.some(({ at, run, digest }) => {
    const look = reads.findLast((read) => read.run === run && read.at < at)?.at ?? 0;
    return digest === later.digest && look < (writes[0]?.at ?? 0) && at > lastLook(earlier);
  });
}

/**
 * Moving tags that are put back by proofs, under every order of events: runs with a proof and without one, refused, killed,
 * of a registry that loses layers and shows writes late, and with proofs that others have forged.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import { tell } from '../../faults/step/figures.ts';
import { Random } from '../random.ts';
import { FLAWS } from './proofs.ts';
import { COMMITS, commitOf, type End, imageOfCommit, isGreen, type Job, type PutBack, World } from './runs.ts';
import { lagOf, onMain, repeat, several, VERSIONS } from './stories.ts';

let played = 0;
let healed = 0;
let behind = 0;
afterAll(() => {
  tell('Interleavings of runs that heal moving tags by proofs', played);
  tell('Tags that were put back in them', healed);
});

/** A world in which others have attached forged proofs, and the registry has lost a layer of some images. */
function worldOf(random: Random, jobs: readonly Job[], gitTags: ReadonlyMap<string, number> = new Map()) {
  const lost = new Set(
    jobs.flatMap(({ commit, build }) => (random.chance(0.05) ? imageOfCommit(commit, build).layers : [])),
  );
  const world = new World(random, gitTags, { lag: lagOf(random), isConditional: false, lost });
  for (const { commit, build, ref, movingTags } of jobs) {
    const { digest } = imageOfCommit(commit, build);
    for (let left = random.below(3); left > 0; left--) {
      const moving = [...movingTags, '1', '1.0', '1.1', '2', '2.0', 'latest'];
      world.proofs.attach({ digest, commit: COMMITS[commit] ?? '', ref, moving, flaw: random.pick(FLAWS) });
    }
  }
  return { world, lost };
}

/** With a proof mostly; some do not want to move `latest`. */
const proving = (random: Random, job: Job): Job => ({
  ...job,
  hasProof: random.chance(0.8),
  movingTags: random.chance(0.9) ? ['latest'] : [],
});

/** In versions as people compare them: numbers, of those that are no prereleases. */
function numbersOf(ref: string): readonly number[] | undefined {
  const match = /^refs\/tags\/v(\d+)\.(\d+)\.(\d+)$/.exec(ref);
  return match?.slice(1).map(Number);
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}

/** Whether an image may have been put back, by what is known of everything: written apart from what judges proofs. */
function wasRight(
  { job, tag, digest, proofs }: PutBack,
  {
    world,
    lost,
    gitTags = new Map(),
  }: { world: World; lost: ReadonlySet<string>; gitTags?: ReadonlyMap<string, number> },
): boolean {
  const place = commitOf(digest);
  const commit = COMMITS[place];
  const isOfLine = (ref: string) => {
    const [own, its] = [numbersOf(job.ref), numbersOf(ref)];
    if (own === undefined) return ref === job.ref;
    return its !== undefined && isAbove(its, own) && gitTags.get(ref.slice('refs/tags/'.length)) === place;
  };
  const isProved = proofs.some((made) => {
    const isHonest = made.flaw === undefined && made.digest === digest && made.commit === commit;
    return isHonest && made.moving.includes(tag) && isOfLine(made.ref);
  });
  const isUnderShaTag = world.registry.writes.get(commit ?? '')?.some((write) => write.digest === digest) === true;
  const isWhole = !imageOfCommit(place, 0).layers.some((layer) => lost.has(layer));
  return place > job.commit && isProved && isUnderShaTag && isWhole;
}

/** A run whose image has lost a layer is red when it is repeated, and cannot put a tag right. */
const isLost = (ended: readonly End[]) => ended.some((end) => !isGreen(end) && end.code === 'CONTENT_MISSING');
const isTold = (ended: readonly End[]) =>
  isLost(ended) || ended.some((end) => !isGreen(end) && end.code === 'TAG_BEHIND');

describe('runs of several commits that heal, in any order', () => {
  it('put back nothing without a proof that counts; and the tag shows the newest, or a run is red', async () => {
    for (let seed = 1; seed <= 16_000; seed++) {
      const random = new Random(5_000_000 + seed);
      const jobs = several(random, (one, index) => proving(one, onMain(one, index)));
      const { world, lost } = worldOf(random, jobs);
      const newestOf = (some: readonly Job[]) =>
        Math.max(-1, ...some.filter(({ movingTags }) => movingTags.includes('latest')).map(({ commit }) => commit));
      const shown = () => commitOf(world.registry.final('latest'));
      const first = await world.play(jobs);
      const isKnown = shown() >= newestOf(jobs.filter(({ isRefused }) => !isRefused)) || isTold(first);
      const ended = await repeat(world, jobs, first);
      const green = ended.filter(isGreen).map(({ job }) => job);
      const wrong = world.putBack.filter((each) => !wasRight(each, { world, lost }));
      const isPutRight = shown() >= newestOf(green) || isLost(ended);
      expect([seed, world.unproved, wrong, isKnown, isPutRight]).toEqual([seed, [], [], true, true]);
      played += 1;
      healed += world.putBack.length;
      behind += ended.length - green.length;
    }
    expect([healed > 1_000, behind > 100]).toEqual([true, true]);
  });

  it('do so for versions, which commits get in any order', async () => {
    const before = healed;
    for (let seed = 1; seed <= 4_000; seed++) {
      const random = new Random(6_000_000 + seed);
      const order = [...COMMITS.keys()].sort(() => random.next() - 0.5);
      // Mostly as they come.
      const places = random.chance(0.5) ? order : order.toSorted((one, other) => one - other);
      const gitTags = new Map(VERSIONS.map((name, at) => [name, places[at] ?? 0]));
      const jobs = several(random, (one, index) => {
        const version = one.pick(VERSIONS);
        const job = { ...onMain(one, index), commit: gitTags.get(version) ?? 0, ref: `refs/tags/${version}` };
        return { ...proving(one, job), movingTags: ['latest'], isRefused: false };
      });
      const { world, lost } = worldOf(random, jobs, gitTags);
      const first = await world.play(jobs);
      const ended = await repeat(world, jobs, first);
      const wrong = world.putBack.filter((each) => !wasRight(each, { world, lost, gitTags }));
      const released = ended.filter(isGreen).map(({ job }) => job);
      const left = ['latest', '1', '1.1', '2'].filter((tag) => isLeft(tag, released, { world, gitTags }));
      expect([seed, world.unproved, wrong, isLost(ended) ? [] : left]).toEqual([seed, [], [], []]);
      played += 1;
      healed += world.putBack.length;
    }
    expect(healed - before > 500).toBe(true);
  });
});

/** Whether a tag of versions shows a lower one than one that has ended green, and was to move it. */
function isLeft(
  tag: string,
  green: readonly Job[],
  { world, gitTags }: { readonly world: World; readonly gitTags: ReadonlyMap<string, number> },
): boolean {
  const wanted = green.flatMap(({ ref, movingTags }) => {
    const numbers = numbersOf(ref);
    const isOfTag = tag === 'latest' ? movingTags.includes('latest') : `${numbers?.join('.')}.`.startsWith(`${tag}.`);
    return numbers !== undefined && isOfTag ? [numbers] : [];
  });
  const place = commitOf(world.registry.final(tag));
  const [name] = [...gitTags].find(([, commit]) => commit === place) ?? [];
  const shown = numbersOf(`refs/tags/${name}`);
  return wanted.some((numbers) => shown === undefined || isAbove(numbers, shown));
}

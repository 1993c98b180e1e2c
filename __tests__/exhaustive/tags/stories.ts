/** What runs of one repository do as they come, and what a person does about those that are red. */
import { gitTagOf } from '../../../src/run/ref.ts';
import type { Random } from '../random.ts';
import { COMMITS, type End, isGreen, type Job, SLOWEST_TO_SHOW, type World } from './runs.ts';

/** A person repeats a run so often before giving up. */
const PATIENCE = 12;

export const onMain = (random: Random, index: number): Job => ({
  name: `run${index}`,
  commit: random.below(COMMITS.length),
  ref: 'refs/heads/main',
  build: 0,
  by: random.pick(['engine', 'action']),
  ifExists: 'verify',
  tags: [],
  movingTags: ['latest'],
  isRefused: random.chance(0.1),
});

export const several = <T extends Job>(random: Random, make: (random: Random, index: number) => T): readonly T[] =>
  Array.from({ length: 2 + random.below(5) }, (_, index) => make(random, index));

export const lagOf = (random: Random) => random.pick([0, 0, 1, 3, SLOWEST_TO_SHOW]);

/** Versions that commits get in any order: a patch of an older line comes late. */
export const VERSIONS = ['v1.0.0', 'v1.0.1', 'v1.1.0-rc.1', 'v1.1.0', 'v1.1.1', 'v2.0.0-beta.2', 'v2.0.0', 'v2.0.1'];

/** A run on `main` that moves nothing, or whose image is refused, puts no tag right. */
const canHelp = ({ isRefused, ref, movingTags }: Job) =>
  !isRefused && (movingTags.length > 0 || gitTagOf(ref) !== undefined);

/**
 * What a person does about red runs: whichever run TAG_BEHIND names is repeated; and if that cannot help, the one for the
 * newest commit that can. Returns how every run has ended.
 */
export async function playToTheEnd(world: World, jobs: readonly Job[]): Promise<readonly End[]> {
  return repeat(world, jobs, await world.play(jobs));
}

/** repeat goes on from how the runs have ended. */
export async function repeat(world: World, jobs: readonly Job[], first: readonly End[]): Promise<readonly End[]> {
  const ended = [...first];
  // An array that grows while it is walked: a repeated run may find itself behind, too.
  for (const end of ended) {
    if (isGreen(end) || end.code !== 'TAG_BEHIND') continue;
    if (ended.length > jobs.length + PATIENCE) throw new Error('it never ends');
    const named = jobs.find((job) => isNamed(job, end));
    if (named === undefined) throw new Error(`nobody has published what is named: ${end.hint}`);
    const newest = jobs.filter(canHelp).toSorted((one, other) => other.commit - one.commit)[0];
    const again = canHelp(named) ? named : newest;
    // Such an image stays under its SHA tag, and every run before it is told so, also where nothing is left to do.
    const isToldAgain = !canHelp(named) && end.job === newest;
    if (again !== undefined && !isToldAgain) ended.push(...(await world.race([again], `again${ended.length}`, 0)));
  }
  return ended;
}

function isNamed(job: Job, { job: own, hint }: Exclude<End, { readonly digest: unknown }>): boolean {
  return hint.startsWith('Run this job again.') ? job === own : hint.startsWith(`Run the job for ${nameOf(job)} again`);
}

function nameOf({ ref, commit }: Job): string {
  const sha = COMMITS[commit];
  return ref.startsWith('refs/tags/')
    ? `the git tag ${ref.slice('refs/tags/'.length)} (commit ${sha})`
    : `the commit ${sha}`;
}

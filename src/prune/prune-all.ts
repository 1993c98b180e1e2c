import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { assertWithinBrakes, type Brakes } from './brakes.ts';
import { undoAt } from './deletable.ts';
import { type End, execute, type Fate, type Hands } from './execute.ts';
import { planPrune, type RepositoryPlan } from './plan-prune.ts';
import type { PruneRules } from './prune-rules.ts';
import { survey } from './survey.ts';
import { notPlanned } from './unreadable.ts';

/** A repository with its plan, when that was made (in milliseconds), and the results so far. */
export type Pruned = {
  readonly plan: RepositoryPlan;
  readonly madeAt: number;
  readonly fates: readonly Fate[];
  /** Whether, and until when, deleted images can be restored, as the end of a sentence. */
  readonly undo: string;
};

/** A repository to prune, with its rules. */
export type Wanted = { readonly repository: Repository; readonly rules: PruneRules; readonly catalogue: Catalogue };

/** planAll makes every plan before anything is deleted; if one plan fails, nothing is deleted. */
export async function planAll(wanted: readonly Wanted[], now: () => number): Promise<readonly Pruned[]> {
  const pruned: Pruned[] = [];
  for (const each of wanted) {
    pruned.push({ ...(await planOne(each, now)), fates: [], undo: undoAt(each.repository) });
  }
  return pruned;
}

async function planOne(
  { repository, rules, catalogue }: Wanted,
  now: () => number,
  unfinished: ReadonlySet<Digest> = new Set(),
): Promise<{ readonly plan: RepositoryPlan; readonly madeAt: number }> {
  const madeAt = now();
  const current = { ...rules, now: madeAt, unfinished };
  const plan = planPrune(await survey(repository, current, catalogue), current);
  if (plan.kind === 'unplannable') throw notPlanned(plan);
  return { plan, madeAt };
}

/** assertFound throws if no repository has any of the deployed digests: then they belong to something else. */
export function assertFound(pruned: readonly Pruned[], rules: readonly PruneRules[]): void {
  const digests = new Set(rules.flatMap(({ keepDigests }) => [...keepDigests]));
  const isAnyFound = pruned.some(({ plan }) => plan.found.size > 0);
  if (digests.size === 0 || isAnyFound) return;
  throw new ActionError(
    'INPUT_INVALID',
    `keep-digests: none of the ${digests.size} digests is in any of the repositories, so it is unknown what is deployed.`,
    { hint: 'Check the query that collects them, and "image". Nothing was deleted.' },
  );
}

/** assertWithin throws if the plan and the earlier deletions together exceed what a real run may delete. */
export function assertWithin(pruned: readonly Pruned[], brakes: Brakes): void {
  assertWithinBrakes(
    pruned.map(({ plan, fates }) => ({ plan, before: taggedGone(fates) })),
    brakes,
  );
}

function taggedGone(fates: readonly Fate[]): number {
  return fates.filter(({ kind, tags }) => kind === 'deleted' && tags.length > 0).length;
}

/** What `carryOut` needs beside the repository itself. */
export type Terms = Omit<Hands, 'catalogue' | 'tell'> & { readonly brakes: Brakes };

/**
 * carryOut deletes what the plan of one repository allows, and makes a new plan when the last one is too old. `note`
 * always gets the current results, also before an error is thrown.
 */
export async function carryOut(
  first: Pruned,
  wanted: Wanted,
  { note, terms }: { readonly note: (now: Pruned) => void; readonly terms: Terms },
): Promise<void> {
  let pruned = first;
  let told = 0;
  const tell = (fate: Fate) => {
    pruned = { ...pruned, fates: [...pruned.fates, fate] };
    note(pruned);
  };
  for (;;) {
    const end: End = await execute(pruned.plan, pruned.madeAt, { ...terms, catalogue: wanted.catalogue, tell });
    if (end.kind === 'stopped') throw end.error;
    if (end.kind === 'done') return;
    // If the first plan took this long, another one would not be faster.
    if (pruned.fates.length === told) throw tooSlow();
    told = pruned.fates.length;
    pruned = { ...pruned, ...(await planOne(wanted, terms.now, unfinishedIn(pruned))) };
    note(pruned);
    assertWithin([pruned], terms.brakes);
  }
}

/** Manifests that the plan did not reach, in groups whose root was deleted: nothing lists them any more. */
function unfinishedIn({ plan, fates }: Pruned): ReadonlySet<Digest> {
  const told = new Map(fates.map(({ digest, kind }) => [digest, kind]));
  const isGone = (digest: Digest) => told.get(digest) === 'deleted' || told.get(digest) === 'absent';
  const begun = plan.groups.filter((group) => group.some(({ digest }) => isGone(digest)));
  return new Set(begun.flatMap((group) => group.map(({ digest }) => digest)).filter((digest) => !told.has(digest)));
}

function tooSlow(): ActionError {
  return new ActionError('RATE_LIMITED', 'The plan was half an hour old before anything could be deleted.', {
    hint: 'Prune fewer repositories in one step, or when the registry is less busy.',
  });
}

/** failedOf is the error of a run in which something could not be deleted; undefined if nothing failed. */
export function failedOf(pruned: readonly Pruned[]): ActionError | undefined {
  const failed = pruned.flatMap(({ plan, fates }) =>
    fates.flatMap((fate) => (fate.kind === 'failed' ? [{ name: repositoryName(plan.holdings.repository), fate }] : [])),
  );
  const [first] = failed;
  if (first === undefined) return undefined;
  const others = failed.length === 1 ? '' : ` ${failed.length - 1} others could not be deleted, either.`;
  return new ActionError(
    'DELETE_FAILED',
    `${first.name}@${first.fate.digest} could not be deleted: ${first.fate.says}${others}`,
    {
      hint: 'No image is broken. Run the job again when the registry works.',
    },
  );
}

import { repositoryName } from '../image/reference.ts';
import type { Fate } from '../prune/execute.ts';
import type { RepositoryPlan } from '../prune/plan-prune.ts';
import type { Pruned } from '../prune/prune-all.ts';

/** Most elements that `results` lists one by one: the size of an output is limited. The counts are complete. */
const MOST_LISTED = 200;

/** The result for a repository, in numbers of manifests. */
export type Counts = { readonly deleted: number; readonly kept: number; readonly failed: number };

/** countsOf counts what was deleted, what stays because of our rules or the registry's, and what failed. */
export function countsOf({ plan, fates }: Pruned): Counts {
  const of = (kind: Fate['kind']) => fates.filter((fate) => fate.kind === kind).length;
  return { deleted: of('deleted'), kept: plan.kept.length + of('protected') + of('left'), failed: of('failed') };
}

/** deletedIn are the digests that this run deleted. */
export function deletedIn({ fates }: Pruned): ReadonlySet<Fate['digest']> {
  return new Set(fates.filter(({ kind }) => kind === 'deleted').map(({ digest }) => digest));
}

/** plannedIn are the digests that the plan deletes. */
export function plannedIn({ plan }: Pruned): ReadonlySet<Fate['digest']> {
  return new Set(plan.groups.flat().map(({ digest }) => digest));
}

/** reasonsIn counts why manifests stay, without naming tags. */
export function reasonsIn({ kept }: RepositoryPlan): ReadonlyMap<string, number> {
  const reasons = new Map<string, number>();
  for (const { because } of kept) {
    const reason = because.replace(/^its tag "[^"]*"/, 'its tag');
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return new Map([...reasons].sort(([, one], [, other]) => other - one));
}

/** tellPlanned describes in sentences what to look at before anything is deleted. */
export function tellPlanned(
  pruned: readonly Pruned[],
  { over, ignored }: { readonly over: readonly string[]; readonly ignored: readonly string[] },
): readonly string[] {
  const unmatched = pruned.flatMap(({ plan }) => {
    if (plan.shapes.length === 0) return [];
    const name = repositoryName(plan.holdings.repository);
    return [`${name}: no tag may be deleted, so nothing is. Most tags look like: ${plan.shapes.join(', ')}`];
  });
  const doubtful = pruned.flatMap(({ plan }) =>
    plan.isDoubtful
      ? [
          `${repositoryName(plan.holdings.repository)}: a manifest without a tag cannot be read, so only tagged images are deleted.`,
        ]
      : [],
  );
  const named =
    ignored.length === 0 ? [] : [`keep-digests: tags of other repositories are ignored: ${ignored.join(', ')}`];
  return [...over.map((line) => `${line} A real run would delete nothing.`), ...unmatched, ...doubtful, ...named];
}

/** pruneData is the result for a repository, for machines, as in the output `results`. */
export function pruneData(each: Pruned): unknown {
  const { plan, fates } = each;
  const listed = (list: readonly unknown[]) => list.slice(0, MOST_LISTED);
  const of = (kind: Fate['kind']) =>
    listed(fates.filter((fate) => fate.kind === kind).map(({ kind: _, ...rest }) => rest));
  return {
    repository: repositoryName(plan.holdings.repository),
    counts: { ...countsOf(each), planned: plannedIn(each).size, tagged: plan.tagged },
    planned: listed(plan.groups.flat().map(({ digest, tags }) => ({ digest, tags }))),
    'planned-bytes': plan.bytesFreed(plannedIn(each)) ?? null,
    deleted: of('deleted'),
    protected: of('protected'),
    failed: of('failed'),
    left: of('left'),
    reasons: Object.fromEntries(reasonsIn(plan)),
    kept: listed(plan.kept),
    undo: each.undo,
  };
}

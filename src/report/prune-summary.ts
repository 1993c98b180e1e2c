import { repositoryName } from '../image/reference.ts';
import type { Pruned } from '../prune/prune-all.ts';
import { inUnits } from '../text/quantities.ts';
import { imageNames } from './headline.ts';
import { briefly, code, details, list, prose, table } from './markdown.ts';
import type { PruneOutcome } from './prune-outcome.ts';
import { boundedSummary } from './report-limits.ts';
import { helpLine, type Run, runItem, runLines } from './run-links.ts';
import { countsOf, deletedIn, plannedIn, reasonsIn } from './tell-prune.ts';
import { NARROW } from './tell-tags.ts';
import { PRUNING, reasonList, verdictDetails } from './tell-verdict.ts';

/** Most manifests that are listed one by one. */
const MOST_LISTED = 100;

/**
 * pruneSummary writes the job summary: what happened, and for each repository what stays and why, and what is deleted.
 */
export function pruneSummary(outcome: PruneOutcome, run: Run): string {
  return boundedSummary(partsOf(outcome, run));
}

function partsOf(outcome: PruneOutcome, run: Run): readonly string[] {
  switch (outcome.kind) {
    case 'closed': {
      const { reasons } = outcome.verdict;
      return [
        '### ⏭️ Nothing deleted: the gate is closed',
        reasonList(reasons, PRUNING),
        ...helpLine(reasons[0].code, run.pages),
        list(runLines(run)),
        ...verdictDetails(outcome.verdict),
      ];
    }
    case 'planned':
      return [
        `### 🔎 Dry run: nothing was deleted from ${namesIn(outcome)}`,
        ...allParts(outcome),
        ...runItem(run),
        ...verdictDetails(outcome.verdict),
      ];
    case 'pruned':
      return [
        `### 🧹 Pruned: ${namesIn(outcome)}`,
        ...allParts(outcome),
        ...undoPart(outcome),
        ...runItem(run),
        ...verdictDetails(outcome.verdict),
      ];
    case 'failed':
      return [
        `### ❌ Failed: ${code(outcome.error.code)}${outcome.pruned.length === 0 ? '' : ` for ${namesIn(outcome)}`}`,
        outcome.error.message.split('\n').map(prose).join('<br>'),
        `**What to do:** ${prose(outcome.error.hint)}`,
        ...helpLine(outcome.error.code, run.pages),
        ...allParts(outcome),
        ...undoPart(outcome),
        ...runItem(run),
      ];
  }
}

function namesIn({ pruned }: { readonly pruned: readonly Pruned[] }): string {
  return imageNames({ repositories: pruned.map(({ plan }) => plan.holdings.repository) });
}

function allParts({ kind, pruned }: Exclude<PruneOutcome, { kind: 'closed' }>): readonly string[] {
  const how = { isDry: kind === 'planned', isAlone: pruned.length === 1 };
  return pruned.flatMap((each) => repositoryParts(each, how));
}

/** `isAlone`: the headline already names it. */
function repositoryParts(
  each: Pruned,
  { isDry, isAlone }: { readonly isDry: boolean; readonly isAlone: boolean },
): readonly string[] {
  const { plan, fates } = each;
  const going = isDry ? plannedIn(each) : deletedIn(each);
  const { failed } = countsOf(each);
  const of = (kind: string) => fates.filter((fate) => fate.kind === kind).length;
  const bytes = going.size === 0 ? undefined : plan.bytesFreed(going);
  const freed = bytes === undefined ? '' : `, at least ${inUnits(bytes)}`;
  const rows = [
    [`**${isDry ? 'Would be deleted' : 'Deleted'}**${freed}`, String(going.size)],
    ...(failed > 0 ? [['**Failed**', String(failed)]] : []),
    ...(of('protected') > 0 ? [['Protected by the registry', String(of('protected'))]] : []),
    ...(of('left') > 0 ? [['Left for another run', String(of('left'))]] : []),
    ...[...reasonsIn(plan)].map(([reason, count]) => [`Kept because ${prose(reason)}`, String(count)]),
  ];
  const named = isDry
    ? plan.groups.flat().map((step) => `${NARROW.name(step.digest)} ${step.tags.map(code).join(' ')}`)
    : fates.map(
        (fate) =>
          `${fate.kind}: ${NARROW.name(fate.digest)} ${fate.tags.map(code).join(' ')}${'says' in fate ? ` (${briefly(fate.says)})` : ''}`,
      );
  const more = named.length > MOST_LISTED ? [`and ${named.length - MOST_LISTED} more`] : [];
  return [
    `${isAlone ? '' : `**${code(repositoryName(plan.holdings.repository))}**: `}${plan.tagged.going} of ${plan.tagged.all} tagged images ${isDry ? 'would be deleted' : 'were planned to be deleted'}.`,
    table(['', 'Manifests'], rows),
    ...(named.length === 0 ? [] : [details('One by one', list([...named.slice(0, MOST_LISTED), ...more]))]),
  ];
}

function undoPart({
  pruned,
  undo,
}: {
  readonly pruned: readonly Pruned[];
  readonly undo: string | undefined;
}): readonly string[] {
  if (undo === undefined || !pruned.some((each) => deletedIn(each).size > 0)) return [];
  return [`The deleted manifests are in ${code(undo)}. They can be restored until the registry collects its garbage.`];
}

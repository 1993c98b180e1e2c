import { shortDigest } from '../image/digest.ts';
import { repositoryName } from '../image/reference.ts';
import type { Pruned } from '../prune/prune-all.ts';
import { inUnits } from '../text/quantities.ts';
import { code, details, list, prose, table } from './markdown.ts';
import type { PruneOutcome } from './prune-outcome.ts';
import { countsOf, deletedIn, plannedIn, reasonsIn } from './tell-prune.ts';
import { PRUNING, reasonList, verdictDetails } from './tell-verdict.ts';

/** How many manifests are listed one by one. */
const MOST_LISTED = 100;

/** pruneSummary writes the job summary: what happened, then for each repository what stays and why, and what goes. */
export function pruneSummary(outcome: PruneOutcome): string {
  return `${partsOf(outcome).join('\n\n')}\n\n`;
}

function partsOf(outcome: PruneOutcome): readonly string[] {
  switch (outcome.kind) {
    case 'closed':
      return [
        '### ⏭️ Nothing deleted: the gate is closed',
        reasonList(outcome.verdict.reasons, PRUNING),
        ...verdictDetails(outcome.verdict),
      ];
    case 'planned':
      return [
        '### 🔎 Plan: nothing was deleted (dry run)',
        ...outcome.pruned.map((each) => repositoryPart(each, true)),
        ...verdictDetails(outcome.verdict),
      ];
    case 'pruned':
      return [
        '### 🧹 Pruned',
        ...outcome.pruned.map((each) => repositoryPart(each, false)),
        ...undoPart(outcome),
        ...verdictDetails(outcome.verdict),
      ];
    case 'failed':
      return [
        `### ❌ Failed: ${code(outcome.error.code)}`,
        outcome.error.message.split('\n').map(prose).join('<br>'),
        `**What to do:** ${prose(outcome.error.hint)}`,
        ...outcome.pruned.map((each) => repositoryPart(each, false)),
        ...undoPart(outcome),
      ];
  }
}

function repositoryPart(each: Pruned, isDry: boolean): string {
  const { plan, fates } = each;
  const going = isDry ? plannedIn(each) : deletedIn(each);
  const { failed } = countsOf(each);
  const of = (kind: string) => fates.filter((fate) => fate.kind === kind).length;
  const bytes = plan.bytesFreed(going);
  const freed = bytes === undefined ? '' : `at least ${inUnits(bytes)}`;
  const rows = [
    [isDry ? '**Would be deleted**' : '**Deleted**', String(going.size), freed],
    ...(failed > 0 ? [['**Failed**', String(failed), '']] : []),
    ...(of('protected') > 0 ? [['Protected by the registry', String(of('protected')), '']] : []),
    ...(of('left') > 0 ? [['Left for another run', String(of('left')), '']] : []),
    ...[...reasonsIn(plan)].map(([reason, count]) => [`Kept because ${prose(reason)}`, String(count), '']),
  ];
  const named = isDry
    ? plan.groups.flat().map((step) => `${code(shortDigest(step.digest))} ${step.tags.map(code).join(' ')}`)
    : fates.map(
        (fate) =>
          `${fate.kind}: ${code(shortDigest(fate.digest))} ${fate.tags.map(code).join(' ')}${'says' in fate ? ` (${prose(fate.says)})` : ''}`,
      );
  const more = named.length > MOST_LISTED ? [`and ${named.length - MOST_LISTED} more`] : [];
  return [
    `**${code(repositoryName(plan.holdings.repository))}**: ${plan.tagged.going} of ${plan.tagged.all} tagged images ${isDry ? 'would be deleted' : 'were planned to be deleted'}.`,
    table(['', 'Manifests', 'Size'], rows),
    ...(named.length === 0 ? [] : [details('One by one', list([...named.slice(0, MOST_LISTED), ...more]))]),
  ].join('\n\n');
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

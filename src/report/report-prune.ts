import { asError } from '../errors.ts';
import { repositoryName } from '../image/reference.ts';
import type { Pruned } from '../prune/prune-all.ts';
import type { Runner } from '../runner/runner.ts';
import type { PruneOutcome } from './prune-outcome.ts';
import { pruneSummary } from './prune-summary.ts';
import { boundedJson } from './report-limits.ts';
import { runOf } from './run-links.ts';
import { moreLine, tellOfError } from './tell-error.ts';
import { countsOf, deletedIn, pruneData } from './tell-prune.ts';
import { PRUNING, reasonLine, verdictData } from './tell-verdict.ts';

/** Every output of the action prune/, in the order of its action.yml. */
export const PRUNE_OUTPUTS = ['deleted', 'kept', 'failed', 'freed-bytes', 'undo-file', 'results'] as const;
type Outputs = Readonly<Record<(typeof PRUNE_OUTPUTS)[number], string>>;

/** reportPrune writes outputs, summary and at most one error, and returns whether the step succeeded. */
export async function reportPrune(runner: Runner, outcome: PruneOutcome, wantsSummary: boolean): Promise<boolean> {
  if (wantsSummary) {
    try {
      await runner.summary(pruneSummary(outcome, runOf(runner)));
    } catch (error) {
      runner.warning('No summary', `The job summary could not be written: ${asError(error).message}`);
    }
  }
  runner.setOutputs(pruneOutputs(outcome, runner.redacted));
  await tellManifests(runner, outcome);
  return announcePrune(runner, outcome);
}

/** prunedIn are the repositories to report. */
export function prunedIn(outcome: PruneOutcome): readonly Pruned[] {
  return outcome.kind === 'closed' ? [] : outcome.pruned;
}

/** pruneOutputs makes the outputs. The counts are set, whatever happened afterwards. */
export function pruneOutputs(outcome: PruneOutcome, redacted: (text: string) => string): Outputs {
  const pruned = prunedIn(outcome);
  const sum = (count: (each: Pruned) => number) => String(pruned.reduce((all, each) => all + count(each), 0));
  const undo = outcome.kind === 'pruned' || outcome.kind === 'failed' ? outcome.undo : undefined;
  const isAnyDeleted = pruned.some((each) => deletedIn(each).size > 0);
  const results = {
    ...('verdict' in outcome && outcome.verdict !== undefined ? { verdict: verdictData(outcome.verdict) } : {}),
    'dry-run': outcome.kind === 'planned',
    ...(outcome.kind === 'failed' ? { error: { code: outcome.error.code, message: outcome.error.message } } : {}),
    repositories: pruned.map(pruneData),
  };
  return {
    deleted: sum((each) => countsOf(each).deleted),
    kept: sum((each) => countsOf(each).kept),
    failed: sum((each) => countsOf(each).failed),
    'freed-bytes': freedBy(pruned),
    'undo-file': isAnyDeleted ? (undo ?? '') : '',
    results: redacted(boundedJson(results)),
  };
}

/** Empty if it is unknown for any of them. */
function freedBy(pruned: readonly Pruned[]): string {
  const freed = pruned.flatMap((each) => each.plan.bytesFreed(deletedIn(each)) ?? []);
  const isKnown = freed.length > 0 && freed.length === pruned.length;
  return isKnown ? String(freed.reduce((sum, bytes) => sum + bytes, 0)) : '';
}

/** tellManifests logs a line for each repository and, folded, one for each manifest. */
async function tellManifests(runner: Runner, outcome: PruneOutcome): Promise<void> {
  for (const each of prunedIn(outcome)) {
    const { deleted, kept, failed } = countsOf(each);
    const name = repositoryName(each.plan.holdings.repository);
    const planned = each.plan.groups.flat();
    const isDry = outcome.kind === 'planned';
    const lines = isDry
      ? planned.map(({ digest, tags }) => `would be deleted: ${digest} ${tags.join(' ')}`)
      : each.fates.map(
          (fate) => `${fate.kind}: ${fate.digest} ${fate.tags.join(' ')}${'says' in fate ? ` (${fate.says})` : ''}`,
        );
    runner.info(
      isDry
        ? `${name}: ${planned.length} manifests would be deleted, ${kept} would be kept.`
        : `${name}: ${planned.length} manifests were planned to be deleted: ${deleted} deleted, ${failed} failed. ${kept} are kept.`,
    );
    if (lines.length > 0)
      await runner.group('One by one', async () => {
        for (const line of lines) runner.info(line);
      });
  }
}

/** announcePrune annotates what stopped the step, and returns whether it succeeded. */
export function announcePrune(runner: Runner, outcome: PruneOutcome): boolean {
  switch (outcome.kind) {
    case 'closed': {
      const { verdict, ending } = outcome;
      const tell = { skipped: runner.notice, failed: runner.error, 'let-pass': runner.warning }[ending];
      const [{ code }] = verdict.reasons;
      tell(
        `Nothing deleted (${code})`,
        [...verdict.reasons.map((reason) => reasonLine(reason, PRUNING)), ...moreLine(runner, code)].join('\n'),
      );
      return ending !== 'failed';
    }
    case 'failed':
      tellOfError(runner, outcome.error);
      return false;
    default:
      return true;
  }
}

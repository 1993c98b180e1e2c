import { decideOwnGate } from '../../gate/own-repository.ts';
import { endingOf, type Open } from '../../gate/verdict.ts';
import { failure } from '../../report/failed.ts';
import type { PruneOutcome } from '../../report/prune-outcome.ts';
import { announcePrune, reportPrune } from '../../report/report-prune.ts';
import { tellVerdict } from '../../report/tell-verdict.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import type { Runner } from '../../runner/runner.ts';
import { type Inputs, readInputs, readYaml, wantsSummary } from './inputs.ts';
import type { Beyond } from './prune-open.ts';

/** The doors that the step uses while the gate is closed. */
export type World = {
  readonly runner: Runner;
  readonly lifetime: Lifetime;
  /**
   * beyond opens the doors behind the gate, for deleting or for a dry run. It takes an open verdict: before that,
   * nothing of them is used or loaded.
   */
  readonly beyond: (open: Open, deletes: boolean) => Promise<Beyond>;
};

/**
 * prune is the story of the step: read the inputs and ask the gate. Only if it is open, plan what to delete from every
 * repository, delete it unless this is a dry run, and report. It returns whether the step succeeded.
 */
export async function prune(world: World): Promise<boolean> {
  const { runner, lifetime } = world;
  try {
    const outcome = await Promise.race([outcomeOf(world), lifetime.lost.catch((thrown) => failureOf(thrown, world))]);
    if ('verdict' in outcome) await tellVerdict(runner, outcome.verdict);
    return await reportPrune(runner, { ...outcome, took: lifetime.elapsed() }, wantsSummary(runner));
  } catch (thrown) {
    // The outcome could not be passed on: this much can still be reported.
    return announcePrune(runner, failureOf(thrown, world));
  } finally {
    lifetime.end();
  }
}

async function outcomeOf(world: World): Promise<PruneOutcome> {
  const { runner, lifetime } = world;
  try {
    runner.assertNewEnough();
    const inputs = readInputs(runner, await readYaml(runner));
    lifetime.limit(inputs.timeout);
    return await decideAndPrune(world, inputs);
  } catch (thrown) {
    return failureOf(thrown, world);
  }
}

async function decideAndPrune(world: World, inputs: Inputs): Promise<PruneOutcome> {
  const verdict = decideOwnGate(inputs, world.runner.context());
  if (verdict.kind === 'closed') return { kind: 'closed', verdict, ending: endingOf(verdict, inputs.whenClosed) };
  const { pruneOpen } = await import('./prune-open.ts');
  return pruneOpen(verdict, inputs, await world.beyond(verdict, !inputs.dryRun));
}

/** A registry may repeat in its error what we sent. */
function failureOf(thrown: unknown, { runner, lifetime }: World): PruneOutcome {
  const { error } = failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
  return { kind: 'failed', error, pruned: [], undo: undefined };
}

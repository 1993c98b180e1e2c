import { gatherEvidence } from '../../evidence/gather-evidence.ts';
import { decideGate } from '../../gate/decide-gate.ts';
import type { OpenToRead } from '../../gate/verdict.ts';
import { failure } from '../../report/failed.ts';
import type { Outcome } from '../../report/outcome.ts';
import { announce, report } from '../../report/report.ts';
import { tellVerdict } from '../../report/tell-verdict.ts';
import { closed } from './closed.ts';
import { failureOf } from './failure-of.ts';
import type { Inputs } from './inputs.ts';
import { readInputs, readYamlInputs, wantsSummary } from './read-inputs.ts';
import type { World } from './world.ts';

/**
 * publish is the story of the step: read the inputs and ask the gate. Only if it is open, find the image that was
 * tested, deliver it to every destination, and report. It returns whether the step succeeded.
 */
export async function publish(world: World): Promise<boolean> {
  const { runner, lifetime } = world;
  try {
    const outcome = await Promise.race([outcomeOf(world), lifetime.lost.catch((thrown) => failureOf(thrown, world))]);
    // An open verdict is logged when it is complete: after credentials are judged, and before anything is written.
    if (outcome.kind === 'closed') await tellVerdict(runner, outcome.verdict);
    return await report(runner, { ...outcome, took: lifetime.elapsed() }, wantsSummary(runner));
  } catch (thrown) {
    // The outcome could not be passed on: this much can still be reported.
    return announce(runner, failure(thrown, runner.redacted));
  } finally {
    lifetime.end();
  }
}

async function outcomeOf(world: World): Promise<Outcome> {
  const { runner, lifetime } = world;
  try {
    runner.assertNewEnough();
    const inputs = readInputs(runner, await readYamlInputs(runner));
    lifetime.limit(inputs.timeout);
    const outcome = await decideAndPublish(world, inputs).catch((thrown) => failureOf(thrown, world));
    return { ...outcome, destinations: inputs.destinations };
  } catch (thrown) {
    return failureOf(thrown, world);
  }
}

async function decideAndPublish(world: World, inputs: Inputs): Promise<Outcome> {
  const verdict = await gatherEvidence(decideGate(inputs, world.runner.context()), inputs, world);
  if (verdict.kind === 'closed') return closed(verdict, inputs);
  const outcome = await passGate(world, inputs, verdict).catch((thrown) => failureOf(thrown, world));
  return outcome.kind === 'failed' ? { verdict, ...outcome } : outcome;
}

async function passGate(world: World, inputs: Inputs, open: OpenToRead): Promise<Outcome> {
  const { publishOpen } = await import('./publish-open.ts');
  return publishOpen(open, inputs, await world.beyond(open));
}

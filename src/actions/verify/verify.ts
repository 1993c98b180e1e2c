import type { DeploymentOutcome } from '../../report/deployment-outcome.ts';
import { failure } from '../../report/failed.ts';
import { announceDeployment, reportDeployment } from '../../report/report-deployment.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import type { Runner } from '../../runner/runner.ts';
import { type Inputs, readInputs, readYaml, wantsSummary } from './inputs.ts';
import type { Beyond } from './verify-image.ts';

/** The doors that the step uses until its inputs are read. */
export type World = {
  readonly runner: Runner;
  readonly lifetime: Lifetime;
  /** beyond opens the other doors; GitHub is asked for statements of `repository`. */
  readonly beyond: (repository: string) => Promise<Beyond>;
};

/**
 * verify is the story of the step: read the inputs, find the proof of the image and judge it by them, and check that
 * the registry serves the whole image. Only then it outputs the digest. It returns whether the step succeeded.
 */
export async function verify(world: World): Promise<boolean> {
  const { runner, lifetime } = world;
  try {
    const outcome = await Promise.race([outcomeOf(world), lifetime.lost.catch((thrown) => failureIn(world, thrown))]);
    return await reportDeployment(runner, { ...outcome, took: lifetime.elapsed() }, wantsSummary(runner));
  } catch (thrown) {
    // The outcome could not be passed on: this much can still be reported.
    return announceDeployment(runner, failureIn(world, thrown));
  } finally {
    lifetime.end();
  }
}

async function outcomeOf(world: World): Promise<DeploymentOutcome> {
  const { runner, lifetime } = world;
  try {
    runner.assertNewEnough();
    const inputs = readInputs(runner, await readYaml(runner));
    lifetime.limit(inputs.timeout);
    const outcome = await verifyBeyond(world, inputs).catch((thrown) => failureIn(world, thrown));
    return { image: inputs.image, ...outcome };
  } catch (thrown) {
    return failureIn(world, thrown);
  }
}

async function verifyBeyond(world: World, inputs: Inputs): Promise<DeploymentOutcome> {
  const { verifyImage } = await import('./verify-image.ts');
  const outcome = await verifyImage(inputs, await world.beyond(inputs.demands.repository.name));
  return outcome.kind === 'failed' ? { ...outcome, ...failureIn(world, outcome.error) } : outcome;
}

/** A registry may repeat in its error what we sent. */
function failureIn({ runner, lifetime }: World, thrown: unknown): DeploymentOutcome {
  const { error } = failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
  return { kind: 'failed', error };
}

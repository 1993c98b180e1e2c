import { asError } from '../errors.ts';
import { referenceName } from '../image/reference.ts';
import type { Proof } from '../proof/find-proof.ts';
import type { Runner } from '../runner/runner.ts';
import type { DeploymentOutcome } from './deployment-outcome.ts';
import { deploymentSummary } from './deployment-summary.ts';
import { boundedJson } from './report-limits.ts';
import { runOf } from './run-links.ts';
import { tellOfError } from './tell-error.ts';

/** Every output of the action verify/, in the order of its action.yml. */
export const DEPLOYMENT_OUTPUTS = ['image', 'digest', 'verified', 'results'] as const;
type Outputs = Readonly<Partial<Record<(typeof DEPLOYMENT_OUTPUTS)[number], string>>>;

/** reportDeployment writes outputs, summary and at most one error, and returns whether the step succeeded. */
export async function reportDeployment(
  runner: Runner,
  outcome: DeploymentOutcome,
  wantsSummary: boolean,
): Promise<boolean> {
  if (wantsSummary) {
    try {
      await runner.summary(deploymentSummary(outcome, { now: runner.now(), run: runOf(runner) }));
    } catch (error) {
      runner.warning('No summary', `The job summary could not be written: ${asError(error).message}`);
    }
  }
  runner.setOutputs(deploymentOutputs(outcome, runner.redacted));
  return announceDeployment(runner, outcome);
}

/** deploymentOutputs makes the outputs. An image that was not proved has no digest, so no later step can deploy it. */
export function deploymentOutputs(outcome: DeploymentOutcome, redacted: (text: string) => string): Outputs {
  if (outcome.kind !== 'verified') return { verified: 'false' };
  const { image, digest, root, search, took } = outcome;
  const results = {
    digest,
    root,
    proofs: search.sought.flatMap(({ demand, proof }) =>
      proof === undefined ? [] : [proofData(demand.predicateType, proof)],
    ),
    looked: search.looked,
    unread: search.unread,
    took,
  };
  return { image: referenceName(image), digest, verified: 'true', results: redacted(boundedJson(results)) };
}

function proofData(predicateType: string, { at, authority, certificate, signedAt, predicate }: Proof) {
  return {
    'predicate-type': predicateType,
    at,
    authority,
    'signed-at': new Date(signedAt).toISOString(),
    signer: certificate.name,
    'signer-commit': certificate.signerDigest,
    repository: certificate.repositoryUri,
    ref: certificate.ref,
    commit: certificate.commit,
    event: certificate.event,
    run: certificate.runUri,
    ...(predicate === undefined ? {} : { policy: predicate.policy.digest }),
  };
}

/** announceDeployment reports the outcome in the log, and returns whether the step succeeded. */
export function announceDeployment(runner: Runner, outcome: DeploymentOutcome): boolean {
  for (const { store, problem } of outcome.search?.unread ?? [])
    runner.warning('Not all proofs were read', `${store}: ${problem}`);
  if (outcome.kind === 'failed') {
    tellOfError(runner, outcome.error);
    return false;
  }
  runner.info(`${referenceName(outcome.image)} has a valid proof.`);
  for (const { proof } of outcome.search.sought)
    if (proof !== undefined) runner.info(`  signed by ${proof.certificate.name}, found at ${proof.at}`);
  return true;
}

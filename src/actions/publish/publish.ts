import type { Doors } from '../../credentials/sign-in.ts';
import { gatherEvidence } from '../../evidence/gather-evidence.ts';
import { askScan } from '../../evidence/gather-scan.ts';
import type { Files } from '../../files/files.ts';
import { decideGate } from '../../gate/decide-gate.ts';
import { askRevision } from '../../gate/image-rules.ts';
import type { Open } from '../../gate/verdict.ts';
import type { GitHub } from '../../github/github.ts';
import type { History } from '../../github/history.ts';
import { attempt } from '../../image/destinations.ts';
import { expectIdentity } from '../../push/expect-identity.ts';
import { findSource } from '../../push/find-source.ts';
import { platformsOf, tellSource } from '../../push/source.ts';
import { failure } from '../../report/failed.ts';
import type { Failed, Outcome } from '../../report/outcome.ts';
import { announce, report } from '../../report/report.ts';
import { tellScan } from '../../report/tell-scan.ts';
import { tellVerdict } from '../../report/tell-verdict.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import { planTags } from '../../tags/plan-tags.ts';
import type { ReportFiles } from '../../workspace/workspace.ts';
import { type Delivery, deliver } from './deliver.ts';
import type { Inputs } from './inputs.ts';
import { readInputs, readYamlInputs, wantsSummary } from './read-inputs.ts';

export type World = Doors & {
  readonly files: Files;
  readonly github: GitHub;
  readonly history: History;
  readonly reports: ReportFiles;
  readonly lifetime: Lifetime;
};

/**
 * publish is the story of the step: read the inputs, ask the gate, and only if it is open find the image that was
 * tested, deliver it to every destination, and report. It returns whether the step has gone well.
 */
export async function publish(world: World): Promise<boolean> {
  const { runner, lifetime } = world;
  try {
    const outcome = await outcomeOf(world);
    return await report(runner, { ...outcome, took: lifetime.elapsed() }, wantsSummary(runner));
  } catch (thrown) {
    // The outcome could not be handed on: this much can still be said.
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
    return await decideAndPublish(world, inputs);
  } catch (thrown) {
    return failureOf(thrown, world);
  }
}

/** A registry or an engine may repeat in its error what it was sent. */
function failureOf(thrown: unknown, { runner, lifetime }: World): Failed {
  return failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
}

async function decideAndPublish(world: World, inputs: Inputs): Promise<Outcome> {
  const { runner } = world;
  const verdict = await gatherEvidence(decideGate(inputs, runner.context()), inputs, world);
  await tellVerdict(runner, verdict);
  if (verdict.kind === 'closed') return { kind: 'closed', verdict, fails: inputs.whenClosed === 'fail' };
  const outcome = await publishOpen(world, inputs, verdict).catch((thrown) => failureOf(thrown, world));
  return outcome.kind === 'failed' ? { ...outcome, verdict } : outcome;
}

async function publishOpen(world: World, inputs: Inputs, open: Open): Promise<Outcome> {
  const { destinations } = inputs;
  const plans = destinations.map((repository) => attempt(repository, planTags(inputs, open.subject, repository)));
  const source = await findSource(world, inputs.source, { ...inputs, commit: open.subject.commit });
  try {
    return await deliverTested({ verdict: open, inputs, source, plans }, world);
  } finally {
    if (source.kind === 'file') await source.file.close();
  }
}

async function deliverTested({ verdict: open, ...delivery }: Delivery, world: World): Promise<Outcome> {
  const { runner, docker } = world;
  const { inputs, source } = delivery;
  await expectIdentity(docker, source, inputs.expectedImageId);
  for (const line of tellSource(source)) runner.info(line);
  const labelled = inputs.requireRevisionLabel ? askRevision(open, platformsOf(source)) : open;
  const image = source.kind === 'file' ? source.file : source.image;
  const { verdict, ...scanned } = await askScan(labelled, { scan: inputs.scan, image }, world);
  if (scanned.scan !== undefined) tellScan(runner, scanned.scan);
  if (verdict.kind === 'closed') return { kind: 'closed', verdict, fails: inputs.whenClosed === 'fail', ...scanned };
  return { ...(await deliver({ ...delivery, verdict }, world)), ...scanned };
}

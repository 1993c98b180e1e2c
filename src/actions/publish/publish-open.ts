import type { Doors } from '../../credentials/sign-in.ts';
import { askScan } from '../../evidence/gather-scan.ts';
import type { Files } from '../../files/files.ts';
import { askRevision } from '../../gate/image-rules.ts';
import type { Open } from '../../gate/verdict.ts';
import type { History } from '../../github/history.ts';
import { attempt } from '../../image/destinations.ts';
import { expectIdentity } from '../../push/expect-identity.ts';
import { findSource } from '../../push/find-source.ts';
import { platformsOf, tellSource } from '../../push/source.ts';
import type { Outcome } from '../../report/outcome.ts';
import { tellScan } from '../../report/tell-scan.ts';
import type { Lifetime } from '../../runner/lifetime.ts';
import { planTags } from '../../tags/plan-tags.ts';
import type { ReportFiles } from '../../workspace/workspace.ts';
import { closed } from './closed.ts';
import { type Delivery, deliver } from './deliver.ts';
import type { Inputs } from './inputs.ts';

/** What the step has to do with once the gate is open. */
export type Beyond = Doors & {
  readonly files: Files;
  readonly history: History;
  readonly reports: ReportFiles;
  readonly lifetime: Lifetime;
};

/**
 * publishOpen is the story from the gate on: find the image that was tested, ask what there is to ask of it, and deliver
 * it to every destination.
 */
export async function publishOpen(open: Open, inputs: Inputs, world: Beyond): Promise<Outcome> {
  const { destinations } = inputs;
  const plans = destinations.map((repository) => attempt(repository, planTags(inputs, open.subject, repository)));
  const source = await findSource(world, inputs.source, { ...inputs, commit: open.subject.commit });
  try {
    return await deliverTested({ verdict: open, inputs, source, plans }, world);
  } finally {
    if (source.kind === 'file') await source.file.close();
  }
}

async function deliverTested({ verdict: open, ...delivery }: Delivery, world: Beyond): Promise<Outcome> {
  const { runner, docker } = world;
  const { inputs, source } = delivery;
  await expectIdentity(docker, source, inputs.expectedImageId);
  for (const line of tellSource(source)) runner.info(line);
  const labelled = inputs.requireRevisionLabel ? askRevision(open, platformsOf(source)) : open;
  const image = source.kind === 'file' ? source.file : source.image;
  const { verdict, ...scanned } = await askScan(labelled, { scan: inputs.scan, image }, world);
  if (scanned.scan !== undefined) tellScan(runner, scanned.scan);
  if (verdict.kind === 'closed') return { ...closed(verdict, inputs), ...scanned };
  return { ...(await deliver({ ...delivery, verdict }, world)), ...scanned };
}

import { judgeImage } from '../../evidence/judge-image.ts';
import type { Open, OpenToRead } from '../../gate/verdict.ts';
import { type Attempt, attempt } from '../../image/destinations.ts';
import type { Outcome } from '../../report/outcome.ts';
import { tellerOf } from '../../report/teller.ts';
import { planTags, type TagPlan } from '../../tags/plan-tags.ts';
import { attachedTo } from './attached.ts';
import { closed } from './closed.ts';
import { deliver } from './deliver.ts';
import { failureOf } from './failure-of.ts';
import type { Inputs } from './inputs.ts';
import { sourceOfRun } from './source-of-run.ts';
import type { Beyond } from './world.ts';

/**
 * publishOpen is the story after the gate: find the image that was tested, check what is required of it, and deliver it
 * to every destination.
 */
export async function publishOpen(open: OpenToRead, inputs: Inputs, world: Beyond): Promise<Outcome> {
  const teller = tellerOf(world.runner);
  // Problems with the tags that follow from the run itself are reported before anything is contacted.
  const planned = open.kind === 'open' ? planAll(open, inputs) : undefined;
  await using source = await sourceOfRun(open, inputs, world);
  teller.source(source);
  const { verdict, ...scanned } = await judgeImage(open, { policy: inputs, image: source }, world);
  teller.scan(scanned.scan);
  if (verdict.kind === 'closed') return { ...closed(verdict, inputs), ...scanned };
  teller.commit(verdict);
  const plans = planned ?? planAll(verdict, inputs);
  const outcome = await attachedTo(source, inputs, world)
    .then((attachments) => deliver({ verdict, inputs, source, attachments, plans, scan: scanned.scan }, world))
    .catch((thrown) => failureOf(thrown, world));
  return { ...(outcome.kind === 'failed' ? { ...outcome, verdict } : outcome), ...scanned };
}

function planAll({ subject }: Open, inputs: Inputs): readonly Attempt<TagPlan>[] {
  return inputs.destinations.map((repository) => attempt(repository, planTags(inputs, subject, repository)));
}

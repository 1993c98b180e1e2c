import { judgeImage } from '../../evidence/judge-image.ts';
import type { Open } from '../../gate/verdict.ts';
import { attempt } from '../../image/destinations.ts';
import { findSource } from '../../push/find-source.ts';
import type { Outcome } from '../../report/outcome.ts';
import { tellerOf } from '../../report/teller.ts';
import { planTags } from '../../tags/plan-tags.ts';
import { closed } from './closed.ts';
import { deliver } from './deliver.ts';
import type { Inputs } from './inputs.ts';
import type { Beyond } from './world.ts';

/**
 * publishOpen is the story from the gate on: find the image that was tested, ask what there is to ask of it, and deliver
 * it to every destination.
 */
export async function publishOpen(open: Open, inputs: Inputs, world: Beyond): Promise<Outcome> {
  const { destinations } = inputs;
  const { commit } = open.subject;
  const teller = tellerOf(world.runner);
  const plans = destinations.map((repository) => attempt(repository, planTags(inputs, open.subject, repository)));
  await using source = await findSource(world, inputs.source, { ...inputs, commit });
  teller.source(source);
  const { verdict, ...scanned } = await judgeImage(open, { policy: inputs, image: source }, world);
  teller.scan(scanned.scan);
  if (verdict.kind === 'closed') return { ...closed(verdict, inputs), ...scanned };
  return { ...(await deliver({ verdict, inputs, source, plans }, world)), ...scanned };
}

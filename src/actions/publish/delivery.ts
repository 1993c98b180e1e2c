import type { Open } from '../../gate/verdict.ts';
import type { Attempt } from '../../image/destinations.ts';
import type { Source } from '../../push/source.ts';
import type { TagPlan } from '../../tags/plan-tags.ts';
import type { Inputs } from './inputs.ts';

/** An image that may be published, and where to. */
export type Delivery = {
  readonly verdict: Open;
  readonly inputs: Inputs;
  readonly source: Source;
  readonly plans: readonly Attempt<TagPlan>[];
};

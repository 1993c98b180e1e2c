import type { Open } from '../../gate/verdict.ts';
import type { Attempt } from '../../image/destinations.ts';
import type { Source } from '../../push/source.ts';
import type { Attachment } from '../../referrers/collect.ts';
import type { ScanEvidence } from '../../scan/evidence.ts';
import type { TagPlan } from '../../tags/plan-tags.ts';
import type { Inputs } from './inputs.ts';

/** An image that may be published, and where to. */
export type Delivery = {
  readonly verdict: Open;
  readonly inputs: Inputs;
  readonly source: Source;
  /** What is attached to the source, and goes with it. */
  readonly attachments: readonly Attachment[];
  /** What the reports of scanners show, if any were asked for. */
  readonly scan: ScanEvidence | undefined;
  readonly plans: readonly Attempt<TagPlan>[];
};

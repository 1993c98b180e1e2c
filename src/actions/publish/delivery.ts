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
  /** Attachments of the source that are published with it. */
  readonly attachments: readonly Attachment[];
  /** What the scan reports show, if any are required. */
  readonly scan: ScanEvidence | undefined;
  readonly plans: readonly Attempt<TagPlan>[];
};

import type { Digest } from '../image/digest.ts';
import type { TagRules } from './tag-forms.ts';

/** What to keep and what may be deleted, by the inputs. Times are in milliseconds. */
export type PruneRules = TagRules & {
  readonly keepNewest: number;
  readonly keepYoungerThan: number;
  readonly keepUntaggedYoungerThan: number;
  /** Digests that are deployed: of roots, children, configs or referrers, in any repository. */
  readonly keepDigests: ReadonlySet<Digest>;
  /** Whether the date that an image gives itself is enough to delete it. */
  readonly trustsCreated: boolean;
  readonly deletesOrphans: boolean;
  readonly now: number;
  /**
   * Manifests that an earlier plan of this run did not reach, although it deleted their root: they are deleted, unless
   * something keeps them now.
   */
  readonly unfinished?: ReadonlySet<Digest>;
};

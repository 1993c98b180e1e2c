import type { Digest } from '../image/digest.ts';
import type { TagRules } from './tag-forms.ts';

/** What is kept and what may go, by the inputs. Times are in milliseconds. */
export type PruneRules = TagRules & {
  readonly keepNewest: number;
  readonly keepYoungerThan: number;
  readonly keepUntaggedYoungerThan: number;
  /** Digests that are deployed: of roots, children, configs or referrers, in whatever repository they are found. */
  readonly keepDigests: ReadonlySet<Digest>;
  /** Whether the date that an image gives itself is enough for it to go. */
  readonly trustsCreated: boolean;
  readonly deletesOrphans: boolean;
  readonly now: number;
  /**
   * Manifests that an earlier plan of this run wanted to delete, and whose root was deleted: they are deleted, unless
   * something keeps them now.
   */
  readonly unfinished?: ReadonlySet<Digest>;
};

import type { Digest } from '../image/digest.ts';
import type { ManifestList } from '../image/own-list.ts';
import type { Repository } from '../image/reference.ts';
import type { RepositoryGraph } from './repository-graph.ts';

/** The complete contents of a repository: a list that may be incomplete is an error before this. */
export type Holdings = {
  readonly repository: Repository;
  readonly tags: ReadonlyMap<string, Digest>;
  /** Tags that appeared or disappeared while we read the lists. */
  readonly unsettled: ReadonlySet<string>;
  readonly graph: RepositoryGraph;
  /** The requests that the registry's own list of manifests needs, if there is one. */
  readonly list?: Pick<ManifestList, 'requests' | 'left'> | undefined;
};

import type { Digest } from '../image/digest.ts';
import type { ManifestList } from '../image/own-list.ts';
import type { Repository } from '../image/reference.ts';
import type { RepositoryGraph } from './repository-graph.ts';

/** What a repository holds, read whole: a list that may not be complete is an error before this. */
export type Holdings = {
  readonly repository: Repository;
  readonly tags: ReadonlyMap<string, Digest>;
  /** Tags that came or went while the lists were read. */
  readonly unsettled: ReadonlySet<string>;
  readonly graph: RepositoryGraph;
  /** What the registry's own list of manifests takes, where it has one. */
  readonly list?: Pick<ManifestList, 'requests' | 'left'> | undefined;
};

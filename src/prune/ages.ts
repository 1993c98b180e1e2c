import type { Digest } from '../image/digest.ts';
import type { Dated, RepositoryGraph } from './repository-graph.ts';

/** The latest known date of an image, in milliseconds since 1970, and whether the registry itself gives a date. */
export type Age = { readonly latest: number; readonly isSeen: boolean };

/** The first release of Docker. Earlier dates do not count: reproducible builds write 1970 and 1980. */
const EARLIEST = Date.UTC(2013, 2, 1);
/** How much clocks may differ, in milliseconds. */
const CLOCKS_APART = 3_600_000;

/**
 * ageOf is the age of an image, by all known dates of it and of the manifests below it. The latest date counts, since a
 * registry may have got an old image today. Undefined if no date is credible, or one is in the future.
 */
export function ageOf(graph: RepositoryGraph, digest: Digest, now: number): Age | undefined {
  return latestOf(
    [...graph.below([digest])].flatMap((each) => graph.nodes.get(each)?.dates ?? []),
    now,
  );
}

/** pushedAt is the latest date that the registry itself gives for one manifest; undefined as with `ageOf`. */
export function pushedAt(graph: RepositoryGraph, digest: Digest, now: number): number | undefined {
  const dates = graph.nodes.get(digest)?.dates ?? [];
  return latestOf(
    dates.filter(({ by }) => by === 'registry'),
    now,
  )?.latest;
}

function latestOf(dates: readonly Dated[], now: number): Age | undefined {
  const believable = dates.filter(({ at }) => at >= EARLIEST);
  const latest = believable.reduce((last, { at }) => Math.max(last, at), 0);
  if (believable.length === 0 || latest > now + CLOCKS_APART) return undefined;
  return { latest, isSeen: believable.some(({ by }) => by === 'registry') };
}

import type { Digest } from '../image/digest.ts';
import { asPrunable, type Prunable } from '../image/prunable.ts';
import type { RepositoryGraph } from './repository-graph.ts';

/** A manifest to delete, with the tags deleted with it, and everything in the group that must be deleted before it. */
export type Step = Prunable & { readonly tags: readonly string[]; readonly after: readonly Digest[] };

/** Manifests that lead to each other, in the order of their deletion: roots, children, then referrers. */
export type Group = readonly Step[];

/**
 * inGroups sorts the manifests to delete into connected groups. In each, a manifest comes after everything that leads
 * to it. The graph has no circle.
 */
export function inGroups(
  graph: RepositoryGraph,
  going: ReadonlySet<Digest>,
  tagsOf: ReadonlyMap<Digest, readonly string[]>,
): readonly Group[] {
  const isGoing = (digest: Digest): boolean => going.has(digest);
  const done = new Set<Digest>();
  const groups: Group[] = [];
  for (const start of going) {
    if (done.has(start)) continue;
    const together = new Set([start]);
    // The set grows during the loop.
    for (const digest of together) {
      for (const other of [...graph.leadersOf(digest), ...graph.followersOf(digest)].filter(isGoing)) {
        together.add(other);
      }
    }
    for (const digest of together) done.add(digest);
    groups.push(
      inOrder(graph, together).map((digest) => ({
        ...asPrunable(digest),
        tags: tagsOf.get(digest) ?? [],
        after: graph.leadersOf(digest).filter(isGoing),
      })),
    );
  }
  return groups;
}

/**
 * inOrder sorts every manifest behind those that lead to it, and leaves out circles and what is behind them. Correct
 * digests cannot form a circle, but tags that name a subject can.
 */
export function inOrder(graph: RepositoryGraph, digests: ReadonlySet<Digest>): readonly Digest[] {
  const within = (others: readonly Digest[]) => [...new Set(others)].filter((digest) => digests.has(digest));
  const waiting = new Map([...digests].map((digest) => [digest, within(graph.leadersOf(digest)).length]));
  const order = [...digests].filter((digest) => waiting.get(digest) === 0);
  // The array grows during the loop.
  for (const digest of order) {
    for (const follower of within(graph.followersOf(digest))) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) order.push(follower);
    }
  }
  return order;
}

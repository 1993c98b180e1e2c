import type { Digest } from '../image/digest.ts';
import { asPrunable, type Prunable } from '../image/prunable.ts';
import type { RepositoryGraph } from './repository-graph.ts';

/** A manifest that goes, with the tags that go with it, and everything in the group that has to be gone before. */
export type Step = Prunable & { readonly tags: readonly string[]; readonly after: readonly Digest[] };

/** Manifests that lead to each other, in the order in which they go: roots, children, then referrers. */
export type Group = readonly Step[];

/**
 * inGroups puts what goes into connected groups, each in an order in which everything comes behind what leads to it.
 * The graph has no circle.
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
    // A set that grows while it is walked.
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
 * inOrder puts everything behind what leads to it. What is in a circle, and what is behind one, is not in the order; no
 * honest digests make one, but tags that name a subject do.
 */
export function inOrder(graph: RepositoryGraph, digests: ReadonlySet<Digest>): readonly Digest[] {
  const within = (others: readonly Digest[]) => [...new Set(others)].filter((digest) => digests.has(digest));
  const waiting = new Map([...digests].map((digest) => [digest, within(graph.leadersOf(digest)).length]));
  const order = [...digests].filter((digest) => waiting.get(digest) === 0);
  // An array that grows while it is walked.
  for (const digest of order) {
    for (const follower of within(graph.followersOf(digest))) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) order.push(follower);
    }
  }
  return order;
}

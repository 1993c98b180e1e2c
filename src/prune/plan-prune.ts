import type { Digest } from '../image/digest.ts';
import { type Group, inGroups, inOrder } from './groups.ts';
import type { Holdings } from './holdings.ts';
import { isUnread, judgeOrphans, judgeTagged, judgeUntagged, rootsOf } from './judge-manifests.ts';
import type { PruneRules } from './prune-rules.ts';
import type { RepositoryGraph } from './repository-graph.ts';
import { commonestShapes } from './tag-forms.ts';

/** A manifest that stays; `because` is a clause that follows on "because". */
export type Kept = { readonly digest: Digest; readonly tags: readonly string[]; readonly because: string };

/** Not exported, so that no other file can make a `RepositoryPlan`. */
const planned = Symbol('planned');

/** What becomes of a repository. Only `planPrune` makes one, from holdings that are complete. */
export type RepositoryPlan = {
  readonly kind: 'plan';
  readonly holdings: Holdings;
  /** Tagged images, untagged manifests and orphans that stay. */
  readonly kept: readonly Kept[];
  /** Connected groups, each in the order in which it has to go. */
  readonly groups: readonly Group[];
  /** Images with a tag: how many there are, how many of them may go by their tags, and how many do. */
  readonly tagged: { readonly all: number; readonly candidates: number; readonly going: number };
  /** Deployed digests that the repository has something of. */
  readonly found: ReadonlySet<Digest>;
  /** Whether something could not be read, so that only what has a tag goes. */
  readonly isDoubtful: boolean;
  /** What most tags look like, where none of them may go. */
  readonly shapes: readonly string[];
  /** bytesFreed sums up the blobs that nothing names which stays, if these go; undefined if not all that stays was read. */
  readonly bytesFreed: (going: ReadonlySet<Digest>) => number | undefined;
  readonly [planned]: true;
};

/** Why nothing may be deleted in a repository. Of what is `unread` it is not known what it is, and it would go. */
export type Unplannable = {
  readonly kind: 'unplannable';
  readonly holdings: Holdings;
  readonly why: 'unreadable' | 'unread' | 'circle';
  readonly digests: readonly Digest[];
};

/**
 * planPrune decides for every manifest of a repository whether it stays. A manifest goes only if a rule lets it go and
 * no rule keeps it: what is kept keeps all that it leads to, and all that is attached to any of it.
 */
export function planPrune(holdings: Holdings, rules: PruneRules): RepositoryPlan | Unplannable {
  const { graph, tags } = holdings;
  const all = new Set(graph.nodes.keys());
  const ordered = new Set(inOrder(graph, all));
  if (ordered.size < all.size) return unplannable(holdings, 'circle', [...all.difference(ordered)]);

  const roots = rootsOf(holdings, rules);
  const rooted = new Set(roots.map(({ digest }) => digest));
  const deployed = deployedIn(graph, rules.keepDigests);
  const judged = [
    ...judgeTagged(graph, roots, rules),
    ...judgeUntagged(graph, rooted, rules),
    ...judgeOrphans(graph, rooted, { tagged: new Set(tags.values()), rules }),
  ];
  const unreadable = [...graph.nodes.values()].filter(({ role }) => role === 'unreadable').map(({ digest }) => digest);
  const tagged = new Set(tags.values());
  const held = judged.filter(({ because }) => because !== undefined).map(({ digest }) => digest);
  const staying = stayingBy(graph, [...held.filter((digest) => !isRubbish(graph, digest, tagged)), ...deployed]);
  const inTheWay = unreadable.filter((digest) => tagged.has(digest) || staying.has(digest));
  if (inTheWay.length > 0) return unplannable(holdings, 'unreadable', inTheWay);

  const isDoubtful = unreadable.length > 0;
  // It is unknown what an unreadable manifest refers to. So only manifests with a tag are deleted then, and nothing
  // that others refer to.
  const untagged = [...all].filter((digest) => graph.has(digest) && !rooted.has(digest));
  const stays = isDoubtful ? graph.belonging([...staying, ...untagged]) : staying;
  const starts = judged.filter(({ because }) => because === undefined).map(({ digest }) => digest);
  const going = new Set([...graph.belonging(starts)].filter((digest) => graph.has(digest) && !stays.has(digest)));
  // What a rule lets go may stay by itself once it is read, and then keeps what it is attached to.
  const unread = [...going.union(new Set(starts))].filter((digest) => isUnread(graph, digest));
  if (unread.length > 0) return unplannable(holdings, 'unread', unread);
  const tagsOf = tagsByDigest(tags);
  const candidates = roots.filter(({ forms }) => forms.every(({ kind }) => kind !== 'kept')).length;
  const kept = judged
    .filter(({ digest }) => !going.has(digest))
    .map(({ digest, because }) => ({
      digest,
      tags: tagsOf.get(digest) ?? [],
      because: because ?? whyLed(deployed, digest),
    }));
  return {
    kind: 'plan',
    holdings,
    kept,
    groups: inGroups(graph, going, tagsOf),
    tagged: {
      all: rooted.size,
      candidates,
      going: [...rooted].filter((digest) => going.has(digest)).length,
    },
    found: foundIn(graph, rules.keepDigests),
    isDoubtful,
    shapes: candidates === 0 ? commonestShapes(tags.keys()) : [],
    bytesFreed: (digests) => bytesFreed(graph, digests),
    [planned]: true,
  };
}

function unplannable(holdings: Holdings, why: Unplannable['why'], digests: readonly Digest[]): Unplannable {
  return { kind: 'unplannable', holdings, why, digests };
}

/** What stays if these do: what they are attached to, all that they lead to, and all that is attached to any of it. */
function stayingBy(graph: RepositoryGraph, held: readonly Digest[]): ReadonlySet<Digest> {
  return graph.belonging(graph.subjectsAbove(held));
}

/** An unreadable manifest that nothing names: it stays, but what else is unread because of it is not kept by a rule. */
function isRubbish(graph: RepositoryGraph, digest: Digest, tagged: ReadonlySet<Digest>): boolean {
  return graph.nodes.get(digest)?.role === 'unreadable' && !tagged.has(digest);
}

/**
 * What deployed digests keep: what has them, everything that leads to that, and so an index for a child of it, and what
 * it is attached to.
 */
function deployedIn(graph: RepositoryGraph, digests: ReadonlySet<Digest>): ReadonlySet<Digest> {
  const having = [...graph.nodes.values()]
    .filter(({ digest, config }) => digests.has(digest) || (config !== undefined && digests.has(config)))
    .map(({ digest }) => digest);
  return graph.leadingTo(having);
}

function foundIn(graph: RepositoryGraph, digests: ReadonlySet<Digest>): ReadonlySet<Digest> {
  const found = new Set<Digest>();
  for (const { digest, config } of graph.nodes.values()) {
    if (graph.has(digest) && digests.has(digest)) found.add(digest);
    if (config !== undefined && digests.has(config)) found.add(config);
  }
  return found;
}

function whyLed(deployed: ReadonlySet<Digest>, digest: Digest): string {
  return deployed.has(digest) ? 'it contains something that is deployed' : 'something that stays refers to it';
}

function tagsByDigest(tags: ReadonlyMap<string, Digest>): ReadonlyMap<Digest, readonly string[]> {
  const found = new Map<Digest, string[]>();
  for (const [tag, digest] of tags) found.set(digest, [...(found.get(digest) ?? []), tag]);
  return found;
}

function bytesFreed(graph: RepositoryGraph, going: ReadonlySet<Digest>): number | undefined {
  if ([...graph.nodes.values()].some(({ digest, role }) => role === 'unread' && !going.has(digest))) return undefined;
  const freed = new Map<Digest, number>();
  for (const { digest, blobs } of graph.nodes.values()) {
    if (going.has(digest)) for (const blob of blobs) freed.set(blob.digest, blob.size);
  }
  for (const { digest, blobs } of graph.nodes.values()) {
    if (!going.has(digest)) for (const blob of blobs) freed.delete(blob.digest);
  }
  return [...freed.values()].reduce((sum, size) => sum + size, 0);
}

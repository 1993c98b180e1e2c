import type { Digest } from '../image/digest.ts';
import { type Group, inGroups, inOrder } from './groups.ts';
import type { Holdings } from './holdings.ts';
import { isUnread, judgeOrphans, judgeTagged, judgeUntagged, rootsOf } from './judge-manifests.ts';
import type { PruneRules } from './prune-rules.ts';
import type { RepositoryGraph } from './repository-graph.ts';
import { commonestShapes } from './tag-forms.ts';

/** A manifest that stays; `because` is a clause that follows "because". */
export type Kept = { readonly digest: Digest; readonly tags: readonly string[]; readonly because: string };

/** Not exported, so that no other file can create a `RepositoryPlan`. */
const planned = Symbol('planned');

/** The plan for a repository. Only `planPrune` creates one, from complete holdings. */
export type RepositoryPlan = {
  readonly kind: 'plan';
  readonly holdings: Holdings;
  /** Tagged images, untagged manifests and orphans that stay. */
  readonly kept: readonly Kept[];
  /** Connected groups, each in its order of deletion. */
  readonly groups: readonly Group[];
  /** Images with a tag: how many exist, how many their tags allow to delete, and how many the plan deletes. */
  readonly tagged: { readonly all: number; readonly candidates: number; readonly going: number };
  /** Deployed digests that were found in this repository. */
  readonly found: ReadonlySet<Digest>;
  /** Whether something could not be read; then the plan deletes only what has a tag. */
  readonly isDoubtful: boolean;
  /** What most tags look like, if no tag may be deleted. */
  readonly shapes: readonly string[];
  /** bytesFreed sums up the blobs that only `going` names; undefined if not everything that stays was read. */
  readonly bytesFreed: (going: ReadonlySet<Digest>) => number | undefined;
  readonly [planned]: true;
};

/** Why nothing may be deleted in a repository. `unread`: manifests would be deleted, but nobody knows what they are. */
export type Unplannable = {
  readonly kind: 'unplannable';
  readonly holdings: Holdings;
  readonly why: 'unreadable' | 'unread' | 'circle';
  readonly digests: readonly Digest[];
};

/**
 * planPrune decides for every manifest of a repository whether it stays. A manifest is deleted only if a rule allows it
 * and no rule keeps it. A kept manifest keeps all that it leads to, and all their referrers.
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
  // Nobody knows what an unreadable manifest refers to. So only manifests with a tag are deleted then, and only if
  // nothing else refers to them.
  const untagged = [...all].filter((digest) => graph.has(digest) && !rooted.has(digest));
  const stays = isDoubtful ? graph.belonging([...staying, ...untagged]) : staying;
  const starts = judged.filter(({ because }) => because === undefined).map(({ digest }) => digest);
  const going = new Set([...graph.belonging(starts)].filter((digest) => graph.has(digest) && !stays.has(digest)));
  // A manifest that a rule allows to delete may be kept once it is read, and then keeps its subjects.
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

/** What stays with these manifests: their subjects, all that they lead to, and all referrers of any of it. */
function stayingBy(graph: RepositoryGraph, held: readonly Digest[]): ReadonlySet<Digest> {
  return graph.belonging(graph.subjectsAbove(held));
}

/** An unreadable manifest without a tag: it stays, but does not prevent the plan. */
function isRubbish(graph: RepositoryGraph, digest: Digest, tagged: ReadonlySet<Digest>): boolean {
  return graph.nodes.get(digest)?.role === 'unreadable' && !tagged.has(digest);
}

/**
 * What deployed digests keep: the manifests that have them, and everything that leads to those: the index of a child,
 * the subject of a referrer.
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

import type { Digest } from '../image/digest.ts';
import type { ManifestList } from '../image/own-list.ts';
import type { Repository } from '../image/reference.ts';
import { type Age, ageOf, pushedAt } from './ages.ts';
import { type Group, inGroups, inOrder } from './groups.ts';
import type { Node, RepositoryGraph } from './repository-graph.ts';
import { commonestShapes, formOf, type TagForm, type TagRules } from './tag-forms.ts';

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
  /** What an earlier plan of the same run has let go, and whose root is gone by that: it goes, unless something keeps it now. */
  readonly unfinished?: ReadonlySet<Digest>;
};

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

/** A root with every tag that makes it one. */
type Root = { readonly digest: Digest; readonly tags: readonly string[]; readonly forms: readonly TagForm[] };

/** One answer for a manifest: the reason why it stays, or undefined if nothing keeps it by itself. */
type Judged = { readonly digest: Digest; readonly because: string | undefined };

/**
 * planPrune decides for every manifest of a repository whether it stays. A manifest goes only if a rule lets it go and no
 * rule keeps it: what is kept keeps all that it leads to, and all that is attached to any of it.
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
  // Nobody knows what an unreadable one leads to: only what has a tag of its own goes then, and nothing that is led to.
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

/** The tags of referrers make no roots: what they are on goes with its subject. */
function rootsOf({ tags, unsettled }: Holdings, rules: TagRules): readonly Root[] {
  const roots = new Map<Digest, { digest: Digest; tags: string[]; forms: TagForm[] }>();
  for (const [tag, digest] of tags) {
    const form: TagForm = unsettled.has(tag)
      ? { kind: 'kept', because: 'came or went while the tags were listed' }
      : formOf(tag, rules);
    if (form.kind === 'attached') continue;
    const root = roots.get(digest) ?? { digest, tags: [], forms: [] };
    root.tags.push(tag);
    root.forms.push(form);
    roots.set(digest, root);
  }
  return [...roots.values()];
}

function judgeTagged(graph: RepositoryGraph, roots: readonly Root[], rules: PruneRules): readonly Judged[] {
  const aged = roots.map((root) => ({
    digest: root.digest,
    age: ageOf(graph, root.digest, rules.now),
    because: whyTagged(graph, root, rules),
  }));
  const dates = aged.flatMap(({ age, because }) => (because === undefined && age !== undefined ? [age.latest] : []));
  // Of several that are as new as the last of them, all stay: nobody could tell which was meant.
  const last = dates.sort((one, other) => other - one)[rules.keepNewest - 1] ?? (rules.keepNewest === 0 ? Infinity : 0);
  const isNewest = `it is one of the newest ${rules.keepNewest}`;
  return aged.map(({ digest, age, because }) => ({
    digest,
    because:
      because ?? (age !== undefined && age.latest >= last ? isNewest : whyYoung(age, rules.keepYoungerThan, rules)),
  }));
}

/** What its tags and its kind say for it to stay. */
function whyTagged(graph: RepositoryGraph, { digest, tags, forms }: Root, rules: PruneRules): string | undefined {
  for (const [at, form] of forms.entries()) {
    if (form.kind === 'kept') return `its tag "${tags[at]}" ${form.because}`;
    if (form.kind === 'sha' && form.isShort && !isOfCommit(graph, digest, form.commit)) {
      return `its tag "${tags[at]}" is short, and its label names no such commit`;
    }
  }
  if (!holdsImage(graph, digest) && !forms.every(({ kind }) => kind === 'named')) {
    return 'it is no image, and "delete-tags" does not name it';
  }
  return rules.keepDigests.has(digest) ? 'its digest is deployed' : undefined;
}

function below(graph: RepositoryGraph, digest: Digest): readonly Node[] {
  return [...graph.below([digest])].flatMap((each) => graph.nodes.get(each) ?? []);
}

/** What is not read may be one: before it goes, it is read. */
function holdsImage(graph: RepositoryGraph, digest: Digest): boolean {
  return below(graph, digest).some(({ role }) => role === 'image' || role === 'unread');
}

function isUnread(graph: RepositoryGraph, digest: Digest): boolean {
  return graph.nodes.get(digest)?.role === 'unread';
}

/** Every label that there is must name the commit, and there must be one. */
function isOfCommit(graph: RepositoryGraph, digest: Digest, commit: string): boolean {
  if (isUnread(graph, digest)) return true;
  const revisions = below(graph, digest).flatMap(({ revision }) => revision ?? []);
  return revisions.length > 0 && revisions.every((revision) => revision.startsWith(commit));
}

function whyYoung(age: Age | undefined, limit: number, { now, trustsCreated }: PruneRules): string | undefined {
  if (age === undefined) return 'nobody tells a date of it that can be believed';
  if (now - age.latest < limit) return 'it is too young';
  if (!age.isSeen && !trustsCreated) return 'only the image itself says how old it is (see "trust-created")';
  return undefined;
}

/**
 * What no tag leads to and that is attached to nothing. Children of a push under way look old and untagged, so that only
 * the registry's own date of the push counts.
 */
function judgeUntagged(
  graph: RepositoryGraph,
  rooted: ReadonlySet<Digest>,
  { now, keepUntaggedYoungerThan: limit, unfinished }: PruneRules,
): readonly Judged[] {
  const alone = [...graph.nodes.values()].filter(
    ({ digest, subjects }) =>
      graph.has(digest) && !rooted.has(digest) && subjects.length === 0 && graph.parentsOf(digest).length === 0,
  );
  return alone.map(({ digest }): Judged => {
    if (unfinished?.has(digest) === true) return { digest, because: undefined };
    if (!holdsImage(graph, digest)) return { digest, because: 'it is no image, and has no tag to name it by' };
    if (pushedAt(graph, digest, now) === undefined)
      return { digest, because: 'it has no tag, and the registry does not say when it was pushed' };
    const age = ageOf(graph, digest, now);
    const isOld = age !== undefined && now - age.latest >= limit;
    return { digest, because: isOld ? undefined : 'it has no tag, and is too young' };
  });
}

/** What is attached to nothing that is there. One with no tag may be a push under way, as above. */
function judgeOrphans(
  graph: RepositoryGraph,
  rooted: ReadonlySet<Digest>,
  { tagged, rules }: { readonly tagged: ReadonlySet<Digest>; readonly rules: PruneRules },
): readonly Judged[] {
  const orphans = [...graph.nodes.values()].filter(
    ({ digest, subjects }) =>
      graph.has(digest) && !rooted.has(digest) && subjects.length > 0 && !subjects.some((each) => graph.has(each)),
  );
  return orphans.map(({ digest }): Judged => {
    if (rules.unfinished?.has(digest) === true) return { digest, because: undefined };
    if (!rules.deletesOrphans) return { digest, because: ORPHAN };
    if (!tagged.has(digest) && pushedAt(graph, digest, rules.now) === undefined)
      return {
        digest,
        because: 'what it is attached to was removed, and the registry does not say when it was pushed',
      };
    return { digest, because: whyYoung(ageOf(graph, digest, rules.now), rules.keepYoungerThan, rules) };
  });
}

/** Why a referrer stays whose subject is not there. */
export const ORPHAN = 'what it is attached to is not there (see "delete-orphans")';

/**
 * What deployed digests keep: what has them, everything that leads to that, and so an index for a child of it, and what it
 * is attached to.
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
  return deployed.has(digest) ? 'it leads to something that is deployed' : 'something that stays leads to it';
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

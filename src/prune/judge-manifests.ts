import type { Digest } from '../image/digest.ts';
import { type Age, ageOf, pushedAt } from './ages.ts';
import type { Holdings } from './holdings.ts';
import type { PruneRules } from './prune-rules.ts';
import type { Node, RepositoryGraph } from './repository-graph.ts';
import { formOf, type TagForm, type TagRules } from './tag-forms.ts';

/** A root, with all its tags. */
export type Root = { readonly digest: Digest; readonly tags: readonly string[]; readonly forms: readonly TagForm[] };

/** The result for a manifest: the reason why it stays, or undefined if nothing keeps it by itself. */
export type Judged = { readonly digest: Digest; readonly because: string | undefined };

/** Tags of referrers make no roots: the manifest under such a tag is deleted with its subject. */
export function rootsOf({ tags, unsettled }: Holdings, rules: TagRules): readonly Root[] {
  const roots = new Map<Digest, { digest: Digest; tags: string[]; forms: TagForm[] }>();
  for (const [tag, digest] of tags) {
    const form: TagForm = unsettled.has(tag)
      ? { kind: 'kept', because: 'was written or removed while the tags were listed' }
      : formOf(tag, rules);
    if (form.kind === 'attached') continue;
    const root = roots.get(digest) ?? { digest, tags: [], forms: [] };
    root.tags.push(tag);
    root.forms.push(form);
    roots.set(digest, root);
  }
  return [...roots.values()];
}

export function judgeTagged(graph: RepositoryGraph, roots: readonly Root[], rules: PruneRules): readonly Judged[] {
  const aged = roots.map((root) => ({
    digest: root.digest,
    age: ageOf(graph, root.digest, rules.now),
    because: whyTagged(graph, root, rules),
  }));
  const dates = aged.flatMap(({ age, because }) => (because === undefined && age !== undefined ? [age.latest] : []));
  // If several are as new as the last of them, all stay: nobody could tell which one the rule means.
  const last = dates.sort((one, other) => other - one)[rules.keepNewest - 1] ?? (rules.keepNewest === 0 ? Infinity : 0);
  const isNewest = `it is one of the newest ${rules.keepNewest}`;
  return aged.map(({ digest, age, because }) => ({
    digest,
    because:
      because ?? (age !== undefined && age.latest >= last ? isNewest : whyYoung(age, rules.keepYoungerThan, rules)),
  }));
}

/** The reason to keep it that its tags or its kind give. */
function whyTagged(graph: RepositoryGraph, { digest, tags, forms }: Root, rules: PruneRules): string | undefined {
  for (const [at, form] of forms.entries()) {
    if (form.kind === 'kept') return `its tag "${tags[at]}" ${form.because}`;
    if (form.kind === 'sha' && form.isShort && !isOfCommit(graph, digest, form.commit)) {
      return `its tag "${tags[at]}" is short, and its label names no matching commit`;
    }
  }
  if (!holdsImage(graph, digest) && !forms.every(({ kind }) => kind === 'named')) {
    return 'it is no image, and not in "delete-tags"';
  }
  return rules.keepDigests.has(digest) ? 'its digest is deployed' : undefined;
}

function below(graph: RepositoryGraph, digest: Digest): readonly Node[] {
  return [...graph.below([digest])].flatMap((each) => graph.nodes.get(each) ?? []);
}

/** An unread manifest may be an image: it is read before it is deleted. */
function holdsImage(graph: RepositoryGraph, digest: Digest): boolean {
  return below(graph, digest).some(({ role }) => role === 'image' || role === 'unread');
}

export function isUnread(graph: RepositoryGraph, digest: Digest): boolean {
  return graph.nodes.get(digest)?.role === 'unread';
}

/** There must be a label, and every label must name the commit. */
function isOfCommit(graph: RepositoryGraph, digest: Digest, commit: string): boolean {
  if (isUnread(graph, digest)) return true;
  const revisions = below(graph, digest).flatMap(({ revision }) => revision ?? []);
  return revisions.length > 0 && revisions.every((revision) => revision.startsWith(commit));
}

function whyYoung(age: Age | undefined, limit: number, { now, trustsCreated }: PruneRules): string | undefined {
  if (age === undefined) return 'its date is unknown';
  if (now - age.latest < limit) return 'it is too young';
  if (!age.isSeen && !trustsCreated) return 'only the image itself gives its date (see "trust-created")';
  return undefined;
}

/**
 * Judges manifests that no tag leads to and that have no subject. During a push, children look old and untagged, so
 * only the registry's own push date counts.
 */
export function judgeUntagged(
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
    if (!holdsImage(graph, digest)) return { digest, because: 'it is no image, and has no tag' };
    if (pushedAt(graph, digest, now) === undefined)
      return { digest, because: 'it has no tag, and the registry does not say when it was pushed' };
    const age = ageOf(graph, digest, now);
    const isOld = age !== undefined && now - age.latest >= limit;
    return { digest, because: isOld ? undefined : 'it has no tag, and is too young' };
  });
}

/** Judges referrers whose subjects do not exist. One without a tag may be part of a running push, as above. */
export function judgeOrphans(
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
        because: 'its image was removed, and the registry does not say when this was pushed',
      };
    return { digest, because: whyYoung(ageOf(graph, digest, rules.now), rules.keepYoungerThan, rules) };
  });
}

/** Why a referrer stays if its subject does not exist. */
export const ORPHAN = 'its image does not exist (see "delete-orphans")';

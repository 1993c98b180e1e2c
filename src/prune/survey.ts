import type { Digest } from '../image/digest.ts';
import type { ManifestList } from '../image/own-list.ts';
import type { Repository } from '../image/reference.ts';
import { subjectOf } from '../image/referrer-tag.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Holdings } from './holdings.ts';
import { inTurns } from './in-turns.ts';
import { planPrune } from './plan-prune.ts';
import type { PruneRules } from './prune-rules.ts';
import { LANES, Reading } from './repository-reading.ts';
import { formOf } from './tag-forms.ts';
import { dangling } from './unreadable.ts';

/** Most rounds in which we read more of what the current plan would delete; each round may lead to the next. */
const MOST_ROUNDS = 16;

/**
 * survey reads everything of a repository that a plan needs: each tag, all that may lead to something, the referrers of
 * what would be deleted, and every deployed digest. It lists the tags twice, before and after. If the registry also
 * lists manifests, it compares that list with both, and reads what leads to nothing only before its deletion.
 */
export async function survey(repository: Repository, rules: PruneRules, catalogue: Catalogue): Promise<Holdings> {
  const reading = new Reading(catalogue);
  const first = new Set(await catalogue.listTags());
  const list = await catalogue.listManifests();
  const tags = new Map(list === undefined ? [] : tagsIn(list));
  const listed = new Set(tags.keys());
  reading.begin(list?.manifests ?? []);
  const nothing = new Set<string>();
  const readTag = async (tag: string) => {
    const digest = await reading.readTag(tag);
    if (digest === undefined) nothing.add(tag);
    else tags.set(tag, digest);
  };
  await inTurns([...first.difference(listed)], LANES, readTag);
  const second = new Set(await catalogue.listTags());
  await inTurns([...second.difference(first).difference(listed)], LANES, readTag);
  await reading.readLeading();
  for (const [tag, digest] of tags) if (reading.isMissing(digest)) nothing.add(tag);
  for (const tag of nothing) if (second.has(tag)) throw dangling(repository, tag);

  for (const [tag, digest] of tags) reading.attach(subjectOf(tag), digest);
  const settled = first.intersection(second).intersection(list === undefined ? first : listed);
  const unsettled = first.union(second).union(listed).difference(settled);
  const holdings = () => ({ repository, tags, unsettled, graph: reading.graph(), list });
  const candidates = candidatesOf(tags, rules);
  await reading.readBelow(candidates, rules);
  await reading.readNamed(rules.keepDigests.union(rules.unfinished ?? new Set()));
  for (let round = 1; ; round++) {
    await reading.readBelow(candidates, rules);
    const plan = planPrune(holdings(), rules);
    const isAny = await reading.readBefore(plan, round < MOST_ROUNDS);
    if (!isAny && !(await reading.readForDeployed(plan, rules))) return holdings();
  }
}

/** The digest under each tag in the list. A tag listed twice was moved meanwhile: we ask the registry for it. */
function tagsIn({ manifests }: ManifestList): ReadonlyMap<string, Digest> {
  const tags = new Map<string, Digest>();
  const twice = new Set<string>();
  for (const { digest, tags: shown } of manifests) {
    for (const tag of shown) {
      if (tags.has(tag) && tags.get(tag) !== digest) twice.add(tag);
      tags.set(tag, digest);
    }
  }
  for (const tag of twice) tags.delete(tag);
  return tags;
}

/** The images that their tags allow to delete: only for these we ask for dates and referrers. */
function candidatesOf(tags: ReadonlyMap<string, Digest>, rules: PruneRules): ReadonlySet<Digest> {
  const candidates = new Set<Digest>();
  const kept = new Set<Digest>();
  for (const [tag, digest] of tags) {
    const { kind } = formOf(tag, rules);
    if (kind === 'kept') kept.add(digest);
    else candidates.add(digest);
  }
  return candidates.difference(kept);
}

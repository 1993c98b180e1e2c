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

/** How often what would go by what is known is looked at more closely, one thing leading to another. */
const MOST_ROUNDS = 16;

/**
 * survey reads everything of a repository that a plan has to know: each tag, all that may lead to something, what is
 * attached to what would go, and every deployed digest. The tags are listed twice, before and after; where the registry
 * lists manifests, too, that is compared with both, and what leads to nothing is read only before it goes.
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

/** What the list shows under each tag. One that it shows twice was moved meanwhile: the registry is asked for it. */
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

/** What its tags let go: only of these the dates and what is attached to them are asked for. */
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

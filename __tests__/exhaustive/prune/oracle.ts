import { DAY } from '../../unit/prune/small-repository.ts';

/** A manifest of a made-up repository, by its number; every number it leads to is larger, but for its subjects. */
export type Made = {
  readonly role: 'index' | 'image' | 'artifact' | 'unreadable' | 'missing';
  readonly children: readonly number[];
  readonly subjects: readonly number[];
  readonly config: number | undefined;
  /** In days. */
  readonly created: number | undefined;
  readonly pushed: number | undefined;
  /** What its tags are to the rules. */
  readonly tags: readonly ('sha' | 'named' | 'kept' | 'attached')[];
  readonly isDeployed: boolean;
};

export type Rules = {
  readonly keepNewest: number;
  readonly trustsCreated: boolean;
  readonly deletesOrphans: boolean;
  readonly deployedConfigs: ReadonlySet<number>;
};

const YOUNG = 30 * DAY;
const YOUNG_UNTAGGED = 7 * DAY;

/**
 * whatGoes decides by the words of the rules, one manifest at a time, and by passing "stays" on along each edge until
 * nothing changes: it knows nothing of how the plan is made. Undefined: nothing may go, something is unreadable.
 */
export function whatGoes(all: readonly Made[], rules: Rules): ReadonlySet<number> | undefined {
  const numbers = all.map((_, at) => at);
  const made = (at: number): Made => all[at] as Made;
  const isThere = (at: number) => made(at).role !== 'missing';
  const isRoot = (at: number) => made(at).tags.some((tag) => tag !== 'attached');
  const isTagged = (at: number) => made(at).tags.length > 0;
  const parents = (at: number) => numbers.filter((each) => made(each).children.includes(at));
  const under = (at: number): readonly number[] => [at, ...made(at).children.flatMap(under)];
  const ages = (at: number, by: 'created' | 'pushed') => under(at).flatMap((each) => made(each)[by] ?? []);
  /** In days since the latest; undefined if there is none. */
  const age = (at: number) => {
    const known = [...ages(at, 'created'), ...ages(at, 'pushed')];
    return known.length === 0 ? undefined : Math.min(...known);
  };
  const isOld = (at: number, limit: number) => {
    const known = age(at);
    return known !== undefined && known * DAY >= limit;
  };
  const isDated = (at: number) => rules.trustsCreated || ages(at, 'pushed').length > 0;
  const hasImage = (at: number) => under(at).some((each) => made(each).role === 'image');

  const mayGoByTags = (at: number) =>
    !made(at).tags.includes('kept') &&
    !made(at).isDeployed &&
    (hasImage(at) || made(at).tags.every((tag) => tag !== 'sha'));
  const ranked = numbers
    .filter((at) => isThere(at) && isRoot(at) && mayGoByTags(at) && age(at) !== undefined)
    .map((at) => age(at) as number)
    .sort((one, other) => one - other);
  const isNewest = (at: number) => ranked.slice(0, rules.keepNewest).some((each) => each === age(at));

  const isOrphan = (at: number) => made(at).subjects.length > 0 && !made(at).subjects.some(isThere) && !isRoot(at);
  const isAlone = (at: number) => !isRoot(at) && made(at).subjects.length === 0 && parents(at).length === 0;
  /** Whether a manifest goes by itself: no rule keeps it, and one lets it go. */
  const goes = (at: number): boolean => {
    if (isRoot(at)) return mayGoByTags(at) && !isNewest(at) && isOld(at, YOUNG) && isDated(at);
    if (isOrphan(at))
      return rules.deletesOrphans && (isTagged(at) || made(at).pushed !== undefined) && isOld(at, YOUNG) && isDated(at);
    return isAlone(at) && hasImage(at) && made(at).pushed !== undefined && isOld(at, YOUNG_UNTAGGED);
  };
  const isJudged = (at: number) => isThere(at) && (isRoot(at) || isOrphan(at) || isAlone(at));

  const stays = new Set<number>();
  const byItself = new Set<number>();
  const deployed = new Set(
    numbers.filter((at) => made(at).isDeployed || rules.deployedConfigs.has(made(at).config ?? -1)),
  );
  for (const at of numbers) {
    const isUnreadableRubbish = made(at).role === 'unreadable' && !isTagged(at);
    if (isJudged(at) && !goes(at) && !isUnreadableRubbish) byItself.add(at);
  }
  untilStill(() => {
    for (const at of numbers) {
      if (deployed.has(at)) for (const each of [...parents(at), ...made(at).subjects]) deployed.add(each);
      if (deployed.has(at)) byItself.add(at);
      if (byItself.has(at)) for (const each of made(at).subjects) byItself.add(each);
      if (byItself.has(at)) stays.add(at);
      if (stays.has(at)) for (const each of made(at).children) stays.add(each);
      if (made(at).subjects.some((each) => stays.has(each))) stays.add(at);
    }
    return deployed.size + byItself.size + stays.size;
  });
  const unreadable = numbers.filter((at) => made(at).role === 'unreadable');
  if (unreadable.some((at) => isTagged(at) || stays.has(at))) return undefined;
  if (unreadable.length > 0) {
    for (const at of numbers) if (isThere(at) && !isRoot(at)) stays.add(at);
    untilStill(() => {
      for (const at of numbers) {
        if (stays.has(at)) for (const each of made(at).children) stays.add(each);
        if (made(at).subjects.some((each) => stays.has(each))) stays.add(at);
      }
      return stays.size;
    });
  }
  return new Set(numbers.filter((at) => isThere(at) && !stays.has(at)));
}

function untilStill(pass: () => number): void {
  for (let before = -1, now = pass(); now !== before; ) {
    before = now;
    now = pass();
  }
}

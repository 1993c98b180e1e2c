/**
 * Random registries, where others push, move and delete between any two requests and anything may fail: nothing that a
 * kept tag, a deployed digest or a late change leads to is ever deleted, every run ends, and another run finishes.
 *
 * What nobody can see is left out, and is all that is: a tag that is made after the last list, or moved after it was
 * asked, right before the DELETE.
 */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { carryOut, type Pruned, planAll } from '../../../src/prune/prune-all.ts';
import type { PruneRules } from '../../../src/prune/prune-rules.ts';
import { NOW, patterns, REPOSITORY, RULES, sha } from '../../unit/prune/small-repository.ts';
import { Random } from '../random.ts';
import { type Deleting, fault, type ModelOptions, ModelRegistry } from './model-registry.ts';

const REGISTRIES = Number(process.env.PRUNE_REGISTRIES ?? 6_000);

/** By the specification with and without an API for referrers, as GHCR, and as ECR. */
const MAKERS: readonly ModelOptions[] = [
  { hasReferrersApi: false },
  { hasReferrersApi: true },
  { hasReferrersApi: false, list: 'untyped' },
  { hasReferrersApi: true, list: 'typed' },
  { hasReferrersApi: false, list: 'typed' },
];

/** Fills a registry: images, indexes that share children, attachments, attachments of attachments. */
function fill(random: Random, registry: ModelRegistry): void {
  const leaves = Array.from({ length: 1 + random.below(4) }, () => registry.image(random.chance(0.85) ? 60 : 5));
  const all = [...leaves];
  for (let left = random.below(4); left > 0; left--) {
    const some = all.filter(() => random.chance(0.5));
    all.push(registry.index(some.length === 0 ? [random.pick(leaves)] : some));
  }
  for (let left = random.below(4); left > 0; left--) all.push(registry.referrer(random.pick(all)));
  for (const [at, digest] of all.entries()) {
    if (random.chance(0.7)) registry.tag(sha(`${at}`), digest);
    if (random.chance(0.08)) registry.tag(random.pick(['v1', 'latest', 'v2']), digest);
  }
}

/** What somebody else does: pushes, tags, moves, attaches, deletes. */
function meddle(random: Random, registry: ModelRegistry): void {
  const there = [...registry.manifests.keys()];
  if (there.length === 0) return;
  const some = random.pick(there);
  const tag = random.pick(['v1', 'latest', 'v2', 'v3', sha('5'), sha('e')]);
  const acts = [
    () => registry.tag(tag, some),
    () => registry.tag(tag, registry.index([some])),
    () => registry.tag(tag, registry.index([registry.index([some])])),
    () => registry.tag('note', registry.referrer(some)),
    () => void registry.referrer(some),
    () => void registry.tags.delete(tag),
    () => registry.take(some),
    () => registry.tag(tag, registry.image(0)),
  ];
  random.pick(acts)();
}

/** All that these lead to, are attached to, and have attached to them: by what was really pushed. */
function protectedBy(registry: ModelRegistry, starts: readonly Digest[]): ReadonlySet<Digest> {
  const stays = new Set(starts);
  for (const digest of stays) {
    const subject = registry.manifests.get(digest)?.subject;
    if (subject !== undefined) stays.add(subject);
  }
  for (const digest of stays) {
    for (const child of registry.manifests.get(digest)?.children ?? []) stays.add(child);
    for (const [other, { subject }] of registry.manifests) if (subject === digest) stays.add(other);
  }
  return stays;
}

type Found = { readonly deleted: number; readonly error: string | undefined };

class Trial {
  readonly registry: ModelRegistry;
  readonly rules: PruneRules;
  readonly #random: Random;
  /** When the look began that the deletion of a digest goes by. */
  readonly #looked = new Map<Digest, number>();
  #planned = new Map<string, Digest>();
  #isAlone = true;
  violations: string[] = [];

  constructor(random: Random) {
    this.#random = random;
    this.registry = new ModelRegistry(random.pick(MAKERS));
    fill(random, this.registry);
    // Whatever comes now is new.
    this.registry.daysAgo = 0;
    const there = [...this.registry.manifests.keys()];
    this.rules = {
      ...RULES,
      keepTags: patterns('v*', 'latest', 'note'),
      keepNewest: random.chance(0.3) ? 1 : 0,
      keepDigests: new Set(random.chance(0.3) ? [random.pick([...there, ...this.registry.blobs.keys()])] : []),
    };
    this.registry.onDelete = (digest) => this.#judge(digest);
  }

  async run(isCalm: boolean): Promise<Found> {
    const { registry } = this;
    const random = this.#random;
    const noise = isCalm ? 0 : random.pick([0, 0.02, 0.1, 0.3]);
    const faults = isCalm ? 0 : random.pick([0, 0, 0.01, 0.05]);
    registry.meddle = () => {
      if (random.chance(noise)) meddle(random, registry);
      if (random.chance(faults)) throw fault(random.pick(['REGISTRY_ANSWER', 'REGISTRY_UNREACHABLE', 'RATE_LIMITED']));
    };
    const odd: readonly Deleting[] = ['lost', 'broken', 'ignored', 'protected', 'refused'];
    registry.deleting = () => (!isCalm && random.chance(0.1) ? random.pick(odd) : 'done');
    const wanted = { repository: REPOSITORY, rules: this.rules, catalogue: registry.catalogue() };
    let pruned: Pruned | undefined;
    try {
      [pruned] = await planAll([wanted], () => NOW);
      if (pruned === undefined) throw new Error('there is no plan');
      this.#planned = new Map(pruned.plan.holdings.tags);
      this.#isAlone = pruned.plan.groups.length === 1;
      const keep = async (_document: unknown, step: { readonly digest: Digest }) => {
        this.#looked.set(step.digest, registry.time);
      };
      const signal = new AbortController().signal;
      const terms = { keep, now: () => NOW, signal, brakes: { maxDeletions: 100, maxShare: 100 } };
      await carryOut(pruned, wanted, { note: (now) => (pruned = now), terms });
      return { deleted: deletedOf(pruned), error: undefined };
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      return { deleted: deletedOf(pruned), error: error.code };
    }
  }

  /** Judges a deletion at the moment when it is done. */
  #judge(digest: Digest): void {
    const { registry } = this;
    const looked = this.#looked.get(digest) ?? -1;
    const starts: Digest[] = [...this.rules.keepDigests].flatMap((each) => [each, ...registry.imagesOf(each)]);
    for (const [tag, on] of registry.tags) {
      const changed = registry.changed.get(tag) ?? 0;
      // With one group nobody else asks, so that it is known to the request what this one has seen.
      const isSeen = this.#isAlone ? changed < (registry.asked.get(tag) ?? -1) : changed < looked;
      const isNew = this.#planned.get(tag) !== on;
      const isKept = /^(?:v|latest|note)/.test(tag);
      if (isNew ? isSeen : isKept) starts.push(on);
      // One that is in the last list must have been asked since it was made.
      const born = registry.born.get(tag) ?? 0;
      if (isNew && this.#isAlone && born < registry.listed && (registry.asked.get(tag) ?? -1) < born) starts.push(on);
    }
    // Where the registry lists them, what is new and stands alone is seen without a tag.
    for (const [each, { time, daysAgo }] of registry.list === 'none' ? [] : registry.pushed) {
      const { subject } = registry.manifests.get(each) ?? { subject: each };
      const isAttached =
        subject !== undefined || [...registry.tags].some(([tag, on]) => on === each && /^sha256-/.test(tag));
      if (daysAgo < 7 && time < looked && !isAttached && !registry.hasParent(each)) starts.push(each);
    }
    const isNewReferrer = (each: Digest) => !this.#looked.has(each);
    if (protectedBy(registry, starts).has(digest))
      this.violations.push(`${digest} was deleted${isNewReferrer(digest) ? ' without a look' : ''}`);
  }
}

function deletedOf(pruned: Pruned | undefined): number {
  return pruned?.fates.filter(({ kind }) => kind === 'deleted').length ?? 0;
}

describe('random registries', () => {
  it(`lose nothing that is kept, ${REGISTRIES} times`, async () => {
    let deleted = 0;
    const errors = new Map<string, number>();
    for (let seed = 1; seed <= REGISTRIES; seed++) {
      const random = new Random(seed);
      const trial = new Trial(random);
      const first = await trial.run(random.chance(0.1));
      deleted += first.deleted;
      if (first.error !== undefined) errors.set(first.error, (errors.get(first.error) ?? 0) + 1);
      const second = await trial.run(true);
      deleted += second.deleted;
      // A third run finds nothing left to be done; a part of them is enough to know it by.
      const third = seed % 3 === 0 ? await trial.run(true) : { deleted: 0 };
      const context = `registry ${seed}`;
      expect({ context, violations: trial.violations, again: third.deleted }).toEqual({
        context,
        violations: [],
        again: 0,
      });
    }
    // All ends come up, or the test shows nothing.
    expect(deleted).toBeGreaterThan(REGISTRIES / 2);
    expect([...errors.keys()].sort()).toEqual(
      expect.arrayContaining(['RATE_LIMITED', 'REGISTRY_ANSWER', 'REGISTRY_DENIED', 'REGISTRY_UNREACHABLE']),
    );
  });
});

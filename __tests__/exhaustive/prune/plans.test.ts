/** Random repositories: the plan lets go exactly what an oracle written apart lets go, and in an order that is safe. */
import { describe, expect, it } from '@jest/globals';
import { type Digest, digestOf } from '../../../src/image/digest.ts';
import { planPrune } from '../../../src/prune/plan-prune.ts';
import { type Node, RepositoryGraph } from '../../../src/prune/repository-graph.ts';
import { DAY, NOW, patterns, REPOSITORY, RULES } from '../../unit/prune/small-repository.ts';
import { Random } from '../random.ts';
import { type Made, type Rules, whatGoes } from './oracle.ts';

const HISTORIES = Number(process.env.PRUNE_PLANS ?? 30_000);
const ROLES = ['index', 'index', 'image', 'image', 'image', 'artifact', 'unreadable', 'missing'] as const;
const TAGS = ['sha', 'sha', 'named', 'kept'] as const;
const digests = Array.from({ length: 12 }, (_, at) => digestOf(Buffer.from(`manifest ${at}`)));
const configs = digests.map((digest) => digestOf(Buffer.from(`config of ${digest}`)));

/** Distinct ages, so that nobody has to tell which of two is newer. */
function make(random: Random): { readonly all: readonly Made[]; readonly rules: Rules } {
  const count = 1 + random.below(8);
  const later = (at: number, share: number) =>
    digests.flatMap((_, other) => (other > at && other < count && random.chance(share) ? [other] : []));
  const all = Array.from({ length: count }, (_, at): Made => {
    const isLeaf = at === count - 1 || random.chance(0.4);
    const drawn = random.pick(random.chance(0.8) ? ROLES.slice(0, 6) : ROLES);
    const role = isLeaf && drawn === 'index' ? 'image' : drawn;
    const isPlain = role !== 'missing' && role !== 'unreadable';
    const isTagged = role !== 'missing' && random.chance(0.5);
    // What is attached leads on to nothing but its children, which are larger: there is no circle.
    const subjects = random.chance(0.3) && at > 0 ? [random.below(at)] : [];
    return {
      role,
      children: isPlain && !isLeaf ? later(at, 0.3) : [],
      subjects: isPlain ? subjects : [],
      config: isPlain && random.chance(0.5) ? random.below(4) : undefined,
      created: isPlain && random.chance(0.7) ? 20 + random.below(40) + at / 100 : undefined,
      pushed: isPlain && random.chance(0.3) ? random.below(50) + at / 100 : undefined,
      tags: isTagged
        ? [random.pick(TAGS), ...(random.chance(0.2) ? [random.pick(TAGS)] : [])]
        : subjects.length > 0 && random.chance(0.4)
          ? ['attached']
          : [],
      isDeployed: random.chance(0.05),
    };
  });
  const rules = {
    keepNewest: random.below(3),
    trustsCreated: random.chance(0.8),
    deletesOrphans: random.chance(0.5),
    deployedConfigs: new Set(random.chance(0.2) ? [random.below(4)] : []),
  };
  return { all, rules };
}

const of = (at: number): Digest => digests[at] as Digest;

/** Tags are of the forms that the words of the oracle stand for; the subject of an attached one is in its name. */
function tagsOf(all: readonly Made[]): Map<string, Digest> {
  const names = {
    sha: (name: string) => name.padStart(40, '0'),
    named: (name: string) => `pr-${name}`,
    kept: (name: string) => `v${name}`,
  };
  return new Map(
    all.flatMap(({ tags, subjects: [subject = 0] }, at) =>
      tags.map((tag, index): [string, Digest] => [
        tag === 'attached'
          ? `${of(subject).replace(':', '-')}.${['sig', 'att', 'sbom'][at % 3]}`
          : names[tag](`${at}${index}`),
        of(at),
      ]),
    ),
  );
}

function nodeOf({ role, children, subjects, config, created, pushed }: Made, at: number): Node {
  const date = (days: number | undefined, by: 'image' | 'registry') =>
    days === undefined ? [] : [{ at: NOW - days * DAY, by }];
  return {
    digest: of(at),
    role,
    children: children.map(of),
    subjects: subjects.map(of),
    config: config === undefined ? undefined : configs[config],
    revision: undefined,
    blobs: [],
    dates: [...date(created, 'image'), ...date(pushed, 'registry')],
  };
}

function check(random: Random): 'unplannable' | number {
  const { all, rules } = make(random);
  const graph = new RepositoryGraph(all.map(nodeOf));
  const plan = planPrune(
    { repository: REPOSITORY, tags: tagsOf(all), unsettled: new Set(), graph },
    {
      ...RULES,
      ...rules,
      deleteTags: patterns('pr-*'),
      keepDigests: new Set([
        ...all.flatMap(({ isDeployed }, at) => (isDeployed ? [of(at)] : [])),
        ...[...rules.deployedConfigs].map((at) => configs[at] as Digest),
      ]),
    },
  );
  const expected = whatGoes(all, rules);
  if (plan.kind === 'unplannable' || expected === undefined) {
    expect(plan.kind).toBe(expected === undefined ? 'unplannable' : 'plan');
    return 'unplannable';
  }
  const order = plan.groups.flat().map(({ digest }) => digest);
  expect(order.toSorted()).toEqual([...expected].map(of).sort());
  // Whoever leads to something is before it, by the edges as they were made.
  for (const [at, { children, subjects }] of all.entries()) {
    const place = order.indexOf(of(at));
    for (const child of children)
      if (place >= 0 && order.includes(of(child))) expect(order.indexOf(of(child))).toBeGreaterThan(place);
    for (const subject of subjects) if (place >= 0) expect(order.indexOf(of(subject))).toBeLessThan(place);
  }
  return order.length;
}

describe('the plan of random repositories', () => {
  it(`is that of the oracle, ${HISTORIES} times`, () => {
    let gone = 0;
    let unplannable = 0;
    for (let seed = 1; seed <= HISTORIES; seed++) {
      try {
        const result = check(new Random(seed));
        if (result === 'unplannable') unplannable += 1;
        else gone += result;
      } catch (error) {
        throw new Error(`repository ${seed}`, { cause: error });
      }
    }
    // Both ends come up, or the test shows nothing.
    expect(gone).toBeGreaterThan(HISTORIES / 4);
    expect(unplannable).toBeGreaterThan(HISTORIES / 50);
  });
});

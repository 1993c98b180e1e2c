/** How plans are made and carried out, with a registry in memory; the numbers are those of the rules. */
import { describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { type Digest, digestOf } from '../../../src/image/digest.ts';
import { assertFound, carryOut, failedOf, type Pruned, planAll, type Terms } from '../../../src/prune/prune-all.ts';
import type { PruneRules } from '../../../src/prune/prune-rules.ts';
import { type Deleting, fault, ModelRegistry } from '../../exhaustive/prune/model-registry.ts';
import { NOW, patterns, REPOSITORY, RULES, sha } from './small-repository.ts';

type Run = { readonly pruned: Pruned; readonly error: unknown };
type Twist = {
  readonly rules?: Partial<PruneRules>;
  readonly terms?: Partial<Terms>;
  /** Done when the plan is made. */
  readonly meanwhile?: () => void;
};

async function run(registry: ModelRegistry, { rules, terms, meanwhile = () => {} }: Twist = {}): Promise<Run> {
  const wanted = { repository: REPOSITORY, rules: { ...RULES, ...rules }, catalogue: registry.catalogue() };
  let [pruned] = (await planAll([wanted], () => NOW)) as [Pruned];
  meanwhile();
  const all: Terms = {
    keep: async () => {},
    now: () => NOW,
    signal: new AbortController().signal,
    brakes: { maxDeletions: 100, maxShare: 100 },
    ...terms,
  };
  const note = (now: Pruned) => {
    pruned = now;
  };
  const error = await carryOut(pruned, wanted, { note, terms: all }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { pruned, error };
}

const fates = ({ pruned }: Run) => pruned.fates.map(({ kind }) => kind);

/** An index of two old images, with a signature, under a SHA tag. */
function whole(hasApi = true) {
  const registry = new ModelRegistry({ hasReferrersApi: hasApi });
  const children = [registry.image(60), registry.image(60)] as const;
  const index = registry.index(children);
  registry.tag(sha('a'), index);
  const signature = registry.referrer(index);
  return { registry, children, index, signature };
}

const deletes = ({ requests }: ModelRegistry) => requests.filter((request) => request.startsWith('DELETE'));

describe.each([true, false])('a run, with an API for referrers: %s', (hasApi) => {
  it('deletes the root first, and all of it (rule 12)', async () => {
    const { registry, index } = whole(hasApi);
    const result = await run(registry);
    expect(result.error).toBeUndefined();
    expect(deletes(registry)[0]).toBe(`DELETE ${index}`);
    expect(registry.manifests.size).toBe(0);
  });

  it('deletes nothing behind what is not read as gone (rule 12)', async () => {
    const { registry } = whole(hasApi);
    const before = registry.manifests.size;
    registry.deleting = () => 'ignored';
    const result = await run(registry);
    expect(deletes(registry)).toHaveLength(1);
    expect(registry.manifests.size).toBe(before);
    expect(fates(result)[0]).toBe('failed');
    expect(failedOf([result.pruned])).toMatchObject({ code: 'DELETE_FAILED' });
  });

  it('goes on after a deletion whose answer was lost, if it is read as gone (rule 15)', async () => {
    const { registry } = whole(hasApi);
    registry.deleting = () => 'lost';
    const result = await run(registry);
    expect(registry.manifests.size).toBe(0);
    expect(new Set(fates(result))).toEqual(new Set(['deleted']));
  });

  it('counts what the registry protects as kept (rule 14)', async () => {
    const { registry } = whole(hasApi);
    registry.deleting = () => 'protected';
    const result = await run(registry);
    expect(fates(result)[0]).toBe('protected');
    expect(
      fates(result)
        .slice(1)
        .every((kind) => kind === 'left'),
    ).toBe(true);
    expect(failedOf([result.pruned])).toBeUndefined();
  });

  it('stops everything where the registry refuses', async () => {
    const { registry } = whole(hasApi);
    registry.tag(sha('b'), registry.image(60));
    registry.deleting = () => 'refused';
    const result = await run(registry);
    expect(result.error).toMatchObject({ code: 'REGISTRY_DENIED' });
    // Four groups may be under way.
    expect(deletes(registry).length).toBeLessThanOrEqual(2);
  });
});

describe('independent groups (rule 12)', () => {
  it('are worked on four at a time', async () => {
    const registry = new ModelRegistry({ hasReferrersApi: true });
    for (let at = 0; at < 12; at++) registry.tag(sha(`a${at}b`), registry.image(60));
    let [now, most] = [0, 0];
    const keep = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    };
    await run(registry, { terms: { keep } });
    expect(registry.manifests.size).toBe(0);
    expect(most).toBe(4);
  });

  it('end with the first of their own that stays, though another root of theirs could go', async () => {
    const registry = new ModelRegistry({ hasReferrersApi: true });
    const shared = registry.image(60);
    registry.tag(sha('a'), registry.index([shared]));
    registry.tag(sha('b'), registry.index([shared]));
    registry.deleting = () => 'broken';
    expect(fates(await run(registry)).sort()).toEqual(['failed', 'left', 'left']);
    expect(deletes(registry)).toHaveLength(1);
  });

  it('go on when one has failed', async () => {
    const registry = new ModelRegistry({ hasReferrersApi: true });
    const [one, other] = [registry.image(60), registry.image(60)];
    registry.tag(sha('a'), one);
    registry.tag(sha('b'), other);
    const outcomes: Deleting[] = ['broken', 'done'];
    registry.deleting = () => outcomes.shift() ?? 'done';
    expect(fates(await run(registry)).sort()).toEqual(['deleted', 'failed']);
  });
});

describe('what others do after the plan (rule 13)', () => {
  const acts: Readonly<Record<string, (of: ReturnType<typeof whole>) => void>> = {
    'a new tag on the root': ({ registry, index }) => registry.tag('v9', index),
    'a new tag on a child': ({ registry, children: [child] }) => registry.tag('v9', child),
    'a kept tag that is moved to the root': ({ registry, index }) => registry.tag('v1', index),
    'a new index around a child': ({ registry, children: [child] }) => registry.tag('v9', registry.index([child])),
    'an index around such an index': ({ registry, children: [child] }) =>
      registry.tag('v9', registry.index([registry.index([child])])),
    'a tag on something attached to the root': ({ registry, index }) =>
      registry.tag('report', registry.referrer(index)),
    'a tag on the signature': ({ registry, signature }) => registry.tag('report', signature),
    'another image under the SHA tag': ({ registry }) => registry.tag(sha('a'), registry.image(0)),
  };
  it.each(Object.entries(acts))('%s calls the deletion off', async (_act, act) => {
    const of = whole();
    of.registry.tag('v1', of.registry.image(0));
    const result = await run(of.registry, { rules: { keepTags: patterns('v*') }, meanwhile: () => act(of) });
    expect(deletes(of.registry)).toEqual([]);
    expect(fates(result)).toContain('left');
  });

  it('a child that is taken in between is not deleted, though the root is gone', async () => {
    const { registry, children, index } = whole();
    const [child] = children;
    registry.onDelete = (digest) => {
      if (digest === index) registry.tag('v9', registry.index([child]));
    };
    await run(registry);
    expect(registry.manifests.has(index)).toBe(false);
    for (const each of children) expect(registry.manifests.has(each)).toBe(true);
  });

  it('what has nothing to do with it does not stop it', async () => {
    const { registry } = whole();
    const result = await run(registry, { meanwhile: () => registry.tag('v9', registry.image(0)) });
    expect(new Set(fates(result))).toEqual(new Set(['deleted']));
  });

  it('what remains is one request behind the last list, and one look behind the first tag', async () => {
    const { registry } = whole();
    for (let at = 0; at < 5; at++) registry.tag(`v${at}`, registry.image(0));
    await run(registry);
    for (const [at, request] of registry.requests.entries()) {
      if (!request.startsWith('DELETE')) continue;
      expect(registry.requests[at - 1]).toBe('GET tags');
      const look = registry.requests.slice(0, at - 1).lastIndexOf('GET tags');
      const asked = registry.requests.slice(look + 1, at - 1);
      expect(asked.every((each) => each.startsWith('HEAD '))).toBe(true);
      expect(asked.length).toBeLessThanOrEqual(6);
    }
  });
});

describe.each(['untyped', 'typed'] as const)('a registry with a list of its own that is %s', (list) => {
  const own = () => new ModelRegistry({ hasReferrersApi: list === 'typed', list });

  it.each(['tags', 'manifests'])('keeps a tag that is not in its list of %s (rule 8)', async (lacking) => {
    const registry = own();
    const image = registry.image(60);
    registry.tag(sha('a'), image);
    registry.tag(sha('b'), registry.image(60));
    const catalogue = registry.catalogue();
    const listTags = async () => (await catalogue.listTags()).filter((tag) => lacking !== 'tags' || tag !== sha('a'));
    const listManifests = async () => {
      const found = await catalogue.listManifests();
      const without = (tags: readonly string[]) => tags.filter((tag) => lacking !== 'manifests' || tag !== sha('a'));
      return found && { ...found, manifests: found.manifests.map((each) => ({ ...each, tags: without(each.tags) })) };
    };
    const wanted = { repository: REPOSITORY, rules: RULES, catalogue: { ...catalogue, listTags, listManifests } };
    const [pruned] = await planAll([wanted], () => NOW);
    expect(pruned?.plan.kept).toMatchObject([
      { digest: image, because: expect.stringContaining('written or removed') },
    ]);
    expect(pruned?.plan.tagged.going).toBe(1);
  });

  it('reads it right before each deletion, and nothing behind it (rule 13)', async () => {
    const registry = own();
    registry.tag(sha('a'), registry.index([registry.image(60), registry.image(60)]));
    await run(registry);
    const before = registry.requests.flatMap((request, at) =>
      request.startsWith('DELETE') ? [registry.requests[at - 1]] : [],
    );
    expect(before).toEqual(['GET list 1', 'GET list 1', 'GET list 1']);
  });

  it('calls off what a tag was moved to meanwhile, or something without a tag leads to (rule 13)', async () => {
    for (const isTagged of [true, false]) {
      const registry = own();
      const child = registry.image(60);
      registry.tag(sha('a'), registry.index([child]));
      registry.tag('v1', registry.image(0));
      const meanwhile = () => {
        const taken = registry.index([child]);
        if (isTagged) registry.tag('v1', taken);
      };
      const result = await run(registry, { meanwhile });
      expect(deletes(registry)).toEqual([]);
      expect(fates(result)).toContain('left');
    }
  });

  it('asks for a tag itself that the list has lost from one page to the next (rule 13)', async () => {
    const registry = own();
    const child = registry.image(60);
    registry.tag(sha('a'), registry.index([child]));
    registry.tag('v1', registry.image(0));
    const catalogue = registry.catalogue();
    const wanted = { repository: REPOSITORY, rules: RULES, catalogue };
    const [pruned] = (await planAll([wanted], () => NOW)) as [Pruned];
    const taken = registry.index([child]);
    registry.tag('v1', taken);
    const listManifests = async () => {
      const found = await catalogue.listManifests();
      return found && { ...found, manifests: found.manifests.filter(({ digest }) => digest !== taken) };
    };
    const terms: Terms = {
      keep: async () => {},
      now: () => NOW,
      signal: new AbortController().signal,
      brakes: { maxDeletions: 9, maxShare: 100 },
    };
    await carryOut(pruned, { ...wanted, catalogue: { ...catalogue, listManifests } }, { note: () => {}, terms });
    expect(deletes(registry)).toEqual([]);
  });

  it('that has ever more that is new ends with an error, and nothing deleted', async () => {
    const registry = own();
    registry.tag(sha('a'), registry.image(60));
    const catalogue = registry.catalogue();
    const wanted = { repository: REPOSITORY, rules: RULES, catalogue };
    const [pruned] = (await planAll([wanted], () => NOW)) as [Pruned];
    let count = 0;
    const listManifests = async () => {
      const found = await catalogue.listManifests();
      const fresh = () => ({ digest: digestOf(Buffer.from(`${count++}`)), tags: [], dates: [], mediaType: undefined });
      return found && { ...found, manifests: [...found.manifests, ...Array.from({ length: 10_001 }, fresh)] };
    };
    const brakes = { maxDeletions: 9, maxShare: 100 };
    const terms: Terms = { keep: async () => {}, now: () => NOW, signal: new AbortController().signal, brakes };
    let last: Pruned = pruned;
    const note = (now: Pruned) => {
      last = now;
    };
    await carryOut(pruned, { ...wanted, catalogue: { ...catalogue, listManifests } }, { note, terms });
    expect(last.fates).toMatchObject([{ kind: 'failed', says: expect.stringContaining('10000') }]);
    expect(deletes(registry)).toEqual([]);
    expect(registry.requests.length).toBeLessThan(20);
  });

  it('dates what it lists by itself, and keeps what is to come, as of the year 9999 (rule 9)', async () => {
    for (const [daysAgo, goes] of [
      [60, true],
      [5, false],
      [(NOW - Date.UTC(9999, 0, 1)) / 86_400_000, false],
    ] as const) {
      const registry = own();
      registry.daysAgo = daysAgo;
      registry.tag(sha('a'), registry.index([registry.image(60)]));
      await run(registry, { rules: { trustsCreated: false } });
      expect([daysAgo, registry.manifests.size]).toEqual([daysAgo, goes ? 0 : 2]);
    }
  });

  it('finds what is deployed by its config, though it need not be read otherwise (rule 4)', async () => {
    const registry = own();
    registry.tag('v1', registry.index([registry.image(60)]));
    registry.tag(sha('a'), registry.image(60));
    const [config] = registry.blobs.keys();
    const rules = { ...RULES, keepDigests: new Set([config as Digest]) };
    const pruned = await planAll([{ repository: REPOSITORY, rules, catalogue: registry.catalogue() }], () => NOW);
    expect(() => assertFound(pruned, [rules])).not.toThrow();
  });

  it('goes by short SHA tags where the label names the commit, which is read for that (rule 3)', async () => {
    const registry = own();
    registry.tag('a'.repeat(12), registry.image(60));
    const result = await run(registry, { rules: { shaTag: '{short-sha}' } });
    // The images of this registry have no label.
    expect(result.pruned.plan.kept[0]?.because).toContain('its label names no matching commit');
    expect(registry.requests.some((request) => request.startsWith('GET blob'))).toBe(true);
  });

  it('reads what stays because of something else, and may stay by itself and keep what it is attached to (rule 5)', async () => {
    const registry = own();
    const image = registry.image(60);
    registry.tag(sha('a'), image);
    const report = registry.referrer(image);
    registry.tag(sha('b'), report);
    registry.tag('v1', registry.index([report]));
    registry.tag('v2', registry.index([registry.image(60), registry.image(60), registry.image(60)]));
    await run(registry);
    expect(registry.manifests.has(image)).toBe(true);
  });

  it('tells no bytes where something that stays was not read (rule 22)', async () => {
    const registry = own();
    registry.tag('v1', registry.index([registry.image(60), registry.image(60)]));
    registry.tag(sha('a'), registry.image(60));
    const { pruned } = await run(registry);
    expect(pruned.plan.bytesFreed(new Set())).toBeUndefined();
  });
});

describe('a plan', () => {
  it('is made anew when it is 30 minutes old (rule 17)', async () => {
    const registry = new ModelRegistry({ hasReferrersApi: true });
    for (let at = 0; at < 12; at++) registry.tag(sha(`a${at}b`), registry.image(60));
    let now = NOW;
    registry.onDelete = () => {
      now += 10 * 60_000;
    };
    const result = await run(registry, { terms: { now: () => now } });
    expect(result.error).toBeUndefined();
    expect(registry.manifests.size).toBe(0);
    expect(result.pruned.madeAt).toBeGreaterThan(NOW);
    expect(fates(result).filter((kind) => kind === 'deleted')).toHaveLength(12);
  });

  it.each([true, false])(
    'made anew in the middle of a group finishes it, with an API for referrers: %s',
    async (hasApi) => {
      const { registry, index } = whole(hasApi);
      let now = NOW;
      registry.onDelete = (digest) => {
        if (digest === index) now += 31 * 60_000;
      };
      const result = await run(registry, { terms: { now: () => now } });
      expect(result.error).toBeUndefined();
      expect(registry.manifests.size).toBe(0);
    },
  );

  it('made anew in the middle of a group keeps what somebody has taken meanwhile', async () => {
    const { registry, index, children } = whole();
    const [child, other] = children;
    let now = NOW;
    registry.onDelete = (digest) => {
      if (digest !== index) return;
      now += 31 * 60_000;
      registry.tag('v9', registry.index([child]));
    };
    await run(registry, { terms: { now: () => now } });
    expect(registry.manifests.has(child)).toBe(true);
    expect(registry.manifests.has(other)).toBe(false);
  });

  it('ends the run where every plan gets too old before anything is deleted by it', async () => {
    const { registry } = whole();
    let now = NOW;
    const keep = async () => {
      now += 31 * 60_000;
    };
    const result = await run(registry, { terms: { now: () => now, keep } });
    expect(result.error).toMatchObject({ code: 'RATE_LIMITED' });
    expect(deletes(registry)).toEqual([]);
  });

  it('begins no deletion once the run is cancelled (rule 17)', async () => {
    const { registry } = whole();
    const controller = new AbortController();
    const keep = async () => controller.abort(fault('RATE_LIMITED'));
    const result = await run(registry, { terms: { signal: controller.signal, keep } });
    expect(deletes(registry)).toEqual([]);
    expect(result.error).toBeInstanceOf(ActionError);
  });

  it('deletes nothing that could not be kept for undo (rule 22)', async () => {
    const { registry } = whole();
    const keep = async () => Promise.reject(new Error('the disk is full'));
    const result = await run(registry, { terms: { keep } });
    expect(deletes(registry)).toEqual([]);
    expect(result.error).toMatchObject({ message: 'the disk is full' });
  });

  it('sends nothing that changes a registry while it is made (rule 20)', async () => {
    const { registry } = whole();
    await planAll([{ repository: REPOSITORY, rules: RULES, catalogue: registry.catalogue() }], () => NOW);
    expect(registry.requests.filter((request) => !/^(?:GET|HEAD) /.test(request))).toEqual([]);
  });

  it('stops all of them if one cannot be made (rule 17)', async () => {
    const { registry } = whole();
    const broken = new ModelRegistry({ hasReferrersApi: true });
    broken.meddle = () => {
      throw fault('REGISTRY_ANSWER');
    };
    const wanted = [registry, broken].map((each) => ({
      repository: REPOSITORY,
      rules: RULES,
      catalogue: each.catalogue(),
    }));
    await expect(planAll(wanted, () => NOW)).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
  });

  it('keeps a tag that written or removed between the two lists (rule 8)', async () => {
    const { registry } = whole();
    const image = registry.image(60);
    let lists = 0;
    registry.meddle = (_registry, request) => {
      if (request !== 'GET tags') return;
      lists += 1;
      if (lists === 2) registry.tag(sha('b'), image);
    };
    const result = await run(registry);
    expect(registry.manifests.has(image)).toBe(true);
    expect(result.pruned.plan.kept.map(({ because }) => because).join()).toContain('written or removed');
  });

  it('is PRUNE_UNREADABLE where a listed tag has nothing (rule 6)', async () => {
    const { registry, index } = whole();
    registry.manifests.delete(index);
    await expect(run(registry)).rejects.toMatchObject({ code: 'PRUNE_UNREADABLE' });
  });

  it('finds a deployed digest that has no tag, and keeps what it leads to (rule 4)', async () => {
    const {
      registry,
      children: [child],
    } = whole();
    const untagged = registry.index([child]);
    await run(registry, { rules: { keepDigests: new Set([untagged]) } });
    expect(registry.manifests.has(child)).toBe(true);
    expect(registry.manifests.has(untagged)).toBe(true);
  });

  it('does not ask for a deployed config as a manifest, and keeps its image (rule 4)', async () => {
    const { registry, index } = whole();
    const [config] = registry.blobs.keys();
    const result = await run(registry, { rules: { keepDigests: new Set([config as Digest]) } });
    expect(result.error).toBeUndefined();
    expect(registry.manifests.has(index)).toBe(true);
    expect(registry.requests).not.toContain(`GET ${config}`);
  });

  it('is an error if of all deployed digests none is found (rule 4)', async () => {
    const { registry, index } = whole();
    const rulesFor = (digest: Digest) => ({ ...RULES, keepDigests: new Set([digest]) });
    for (const [digest, fails] of [
      [index, false],
      [digestOf(Buffer.from('nothing')), true],
    ] as const) {
      const rules = rulesFor(digest);
      const pruned = await planAll([{ repository: REPOSITORY, rules, catalogue: registry.catalogue() }], () => NOW);
      if (fails) expect(() => assertFound(pruned, [rules])).toThrow(/none of the 1 digests/);
      else expect(() => assertFound(pruned, [rules])).not.toThrow();
    }
  });

  it('asks about referrers of what may go, and of nothing else (rule 21)', async () => {
    const { registry, index, children, signature } = whole();
    const kept = registry.index([registry.image(0)]);
    registry.tag('v1', kept);
    await planAll([{ repository: REPOSITORY, rules: RULES, catalogue: registry.catalogue() }], () => NOW);
    const asked = registry.requests.flatMap((request) => request.split('GET referrers ')[1] ?? []);
    expect(asked.toSorted()).toEqual([index, ...children, signature].sort());
  });
});

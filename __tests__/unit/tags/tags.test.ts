/** Tags are read before anything is written, and written after everything is proved; none of them ever moves. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { attempt } from '../../../src/image/destinations.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { testedByEngine } from '../../../src/push/engine-image.ts';
import type { TagPlan } from '../../../src/tags/plan-tags.ts';
import { readTags, type TagsBefore } from '../../../src/tags/read-tags.ts';
import { writeTags } from '../../../src/tags/write-tags.ts';
import { registryContent } from '../../../src/verify/registry-content.ts';
import { verifyPush } from '../../../src/verify/verify-push.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { engineImage } from '../doors/in-memory-docker.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { nowhere } from '../report/outcomes.ts';

const at = (tag: string) => ({ registry: 'ghcr.io', path: 'owner/app', tag });
const plan: TagPlan = { sha: at('abc'), versions: [at('1.2.3'), at('1.2.3-debian')], moving: [] };
const image = buildImage({ content: 'ours' });
const other = buildImage({ content: 'other' });

let registry: InMemoryRegistry;
beforeEach(() => {
  registry = new InMemoryRegistry();
});

const candidate = () => ({
  content: registryContent(registry),
  isOurs: async ({ digest }: { readonly digest: string }) => digest === image.digest,
  image: { id: image.config.digest as Digest, revision: 'c0ffee' },
  commit: 'c0ffee',
  ifExists: 'verify' as const,
  isAskedFor: false,
});
const read = () => readTags(registry, plan, candidate());

/** Publishes the SHA tag as an engine does, or the image by its digest alone, and then writes the tags. */
async function write(before: TagsBefore, isTagged = true) {
  registry.seed(image, isTagged ? 'abc' : undefined);
  const claim = { digest: image.digest as Digest, isTagged, isFound: false };
  const verified = await verifyPush(registry, {
    level: 'manifest',
    target: plan.sha,
    claim,
    content: registryContent(registry),
    tested: testedByEngine({ ...engineImage(image, 'graph-driver'), names: [] }),
    expected: undefined,
    before: before.sha.manifest,
    revision: undefined,
  });
  registry.journal.length = 0;
  const tagged = await writeTags([attempt(at('abc'), { registry, before, verified, claim, moving: [] })], nowhere);
  const [standing] = tagged.ok ? tagged.receipt.destinations : tagged.standing;
  const states = standing?.tags.map(({ target, state }) => [target.tag, state]);
  return { states, error: tagged.ok ? undefined : tagged.standing[0]?.error };
}

describe('readTags', () => {
  it('finds nothing on a registry that has nothing', async () => {
    const { sha, versions } = await read();
    expect([sha, ...versions].map(({ target, manifest }) => [target.tag, manifest])).toEqual([
      ['abc', undefined],
      ['1.2.3', undefined],
      ['1.2.3-debian', undefined],
    ]);
  });

  it('finds what shows our image', async () => {
    registry.seed(image, 'abc');
    registry.seed(image, '1.2.3-debian');
    const { sha, versions } = await read();
    expect([sha, ...versions].map(({ manifest }) => manifest?.digest)).toEqual([image.digest, undefined, image.digest]);
  });

  it.each(['abc', '1.2.3', '1.2.3-debian'])('refuses when %s shows another image, and writes nothing', async (tag) => {
    registry.seed(other, tag);
    await expect(read()).rejects.toMatchObject({
      code: 'TAG_EXISTS',
      message: expect.stringMatching(new RegExp(`ghcr.io/owner/app:${tag} .*${other.digest}`)),
    });
    expect(registry.journal.filter((step) => step.startsWith('registry.put'))).toEqual([]);
  });
});

describe('writeTags', () => {
  it('writes every version tag, in order, with the identical bytes, and reads it back', async () => {
    const { states } = await write(await read());
    expect(states).toEqual([
      ['abc', 'written'],
      ['1.2.3', 'written'],
      ['1.2.3-debian', 'written'],
    ]);
    expect(registry.journal).toEqual([
      'registry.read 1.2.3',
      `registry.put 1.2.3 ${image.digest}`,
      'registry.read 1.2.3',
      'registry.read 1.2.3-debian',
      `registry.put 1.2.3-debian ${image.digest}`,
      'registry.read 1.2.3-debian',
      // The last look at all of them, but for the one that was read just now.
      'registry.read abc',
      'registry.read 1.2.3',
      'registry.keepAttached',
    ]);
  });

  it('leaves alone what is there already', async () => {
    registry.seed(image, 'abc');
    registry.seed(image, '1.2.3');
    expect((await write(await read())).states).toEqual([
      ['abc', 'already-there'],
      ['1.2.3', 'already-there'],
      ['1.2.3-debian', 'written'],
    ]);
    expect(registry.journal.filter((step) => step.startsWith('registry.put'))).toEqual([
      `registry.put 1.2.3-debian ${image.digest}`,
    ]);
  });

  it('writes the SHA tag first, where the image has none yet, and reads it back', async () => {
    expect((await write(await read(), false)).states).toEqual([
      ['abc', 'written'],
      ['1.2.3', 'written'],
      ['1.2.3-debian', 'written'],
    ]);
    const [before, put, after] = registry.journal;
    expect([before, put, after]).toEqual([
      'registry.read abc',
      `registry.put abc ${image.digest}`,
      'registry.read abc',
    ]);
  });

  it.each([
    ['is not shown', (tag: string) => void registry.tags.delete(tag), 'CONTENT_MISSING'],
    ['is another’s', (tag: string) => void registry.tags.set(tag, other.digest as Digest), 'TAG_RACED'],
  ])('writes no version where the SHA tag that it has written %s', async (_name, afterPut, code) => {
    registry.seed(other);
    const before = await read();
    registry.afterPut = afterPut;
    const states = ['abc', '1.2.3', '1.2.3-debian'].map((tag) => [tag, 'not-written']);
    expect(await write(before, false)).toMatchObject({ states, error: { code } });
    expect(registry.tags.has('1.2.3')).toBe(false);
  });

  it('waits for a tag that is not shown at once', async () => {
    const before = await read();
    registry.afterPut = (tag) => void registry.stale.set(tag, { shows: undefined, reads: 3 });
    expect((await write(before)).states?.[1]).toEqual(['1.2.3', 'written']);
  });

  it.each([
    ['nothing is there after a while', (tag: string) => void registry.tags.delete(tag), 'CONTENT_MISSING'],
    ['somebody else wrote it', (tag: string) => void registry.tags.set(tag, other.digest as Digest), 'TAG_RACED'],
  ])('fails when %s', async (_name, afterPut, code) => {
    registry.seed(other);
    const before = await read();
    registry.afterPut = afterPut;
    expect(await write(before)).toMatchObject({
      states: [
        ['abc', 'written'],
        ['1.2.3', 'not-written'],
        ['1.2.3-debian', 'not-written'],
      ],
      error: { code, message: expect.stringContaining('ghcr.io/owner/app:1.2.3 ') },
    });
  });

  describe.each(['TAG_EXISTS', 'REGISTRY_DENIED'] as const)('where the registry refuses a write with %s', (code) => {
    /** What the registry has under the tag that it lets nobody write. */
    const refuse = (shows?: typeof image) => {
      const put = registry.putTag.bind(registry);
      registry.putTag = async (name, manifest) => {
        if (name !== '1.2.3') return put(name, manifest);
        if (shows !== undefined) registry.seed(shows, name);
        throw new ActionError(code, 'It may not be written again.', { hint: '-' });
      };
    };

    it('goes by what it shows: ours, whose answer was lost', async () => {
      const before = await read();
      refuse(image);
      expect((await write(before)).states).toContainEqual(['1.2.3', 'written']);
    });

    it.each([
      ['another image', other],
      ['nothing', undefined],
    ])('fails with that if it shows %s', async (_name, shows) => {
      const before = await read();
      refuse(shows);
      expect(await write(before)).toMatchObject({ error: { code, message: 'It may not be written again.' } });
    });
  });

  it('looks once more at a tag that it was denied, since it need not be there', async () => {
    const before = await read();
    registry.putTag = () => Promise.reject(new ActionError('REGISTRY_DENIED', 'No.', { hint: '-' }));
    await write(before);
    expect(registry.journal).toEqual(['registry.read 1.2.3', 'registry.read 1.2.3']);
  });

  it.each([
    ['the SHA tag', 'abc'],
    ['a version tag', '1.2.3'],
  ])('writes nothing over another image that has come under %s since it was read', async (_name, tag) => {
    const before = await read();
    registry.seed(other, tag);
    expect(await write(before, false)).toMatchObject({
      error: { code: 'TAG_RACED', message: expect.stringContaining(`${other.digest}, which someone else wrote after`) },
    });
    expect(registry.tags.get(tag)).toBe(other.digest);
  });

  it('finds the very image that another run has written meanwhile', async () => {
    const before = await read();
    registry.seed(image, '1.2.3');
    expect((await write(before)).states?.[1]).toEqual(['1.2.3', 'already-there']);
  });

  it.each(['abc', '1.2.3'])(
    'looks at all tags once more at the end: the loser of a race for %s is told',
    async (tag) => {
      registry.seed(other);
      const before = await read();
      const last = '1.2.3-debian';
      registry.afterPut = (written) => {
        if (written === last) registry.tags.set(tag, other.digest as Digest);
      };
      const states = ['abc', '1.2.3', last].map((each) => [each, each === tag ? 'lost' : 'written']);
      expect(await write(before)).toMatchObject({
        states,
        error: { code: 'TAG_RACED', message: expect.stringContaining(`:${tag} shows ${other.digest}`) },
      });
    },
  );

  it('does not go on after the first that failed', async () => {
    const before = await read();
    registry.afterPut = (tag) => void registry.tags.delete(tag);
    await write(before);
    expect(registry.tags.has('1.2.3-debian')).toBe(false);
  });
});

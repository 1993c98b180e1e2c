/** A tag that was moved over a newer image: put back by its proof, or TAG_BEHIND. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { ApiProblem } from '../../../src/github/github.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { moveTag } from '../../../src/tags/move-tag.ts';
import type { NewerImage, ProveNewer } from '../../../src/tags/newer-image.ts';
import { provedOf, verifiedOf } from '../../doubles/verified.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { commitAt, imageAt, LineOfCommits, lineageAt, manifestAt } from './line-of-commits.ts';

const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'latest' };
const OURS = 2;
const RUN = 'https://github.com/octo/app/actions/runs/3';

let registry: InMemoryRegistry;
let history: LineOfCommits;
/** Places of the commits whose images have a proof. */
let proofs: Set<number>;
/** What a proof was asked for, in order. */
let asked: NewerImage[];
beforeEach(() => {
  registry = new InMemoryRegistry();
  history = new LineOfCommits();
  [proofs, asked] = [new Set(), []];
  publish(OURS);
});

function publish(place: number, { isProved = true } = {}): void {
  registry.seed(imageAt(place), `sha-${commitAt(place)}`);
  if (isProved) proofs.add(place);
}

const show = (place: number) => void registry.tags.set('latest', registry.seed(imageAt(place)).digest);
const shown = () => [0, 1, 2, 3, 4].find((place) => manifestAt(place).digest === registry.tags.get('latest'));

const NO_PROOF = new ActionError('PROOF_MISSING', 'It has no proof.', { hint: '-' });
const proveNewer: ProveNewer = async (_registry, newer) => {
  asked.push(newer);
  const place = [0, 1, 2, 3, 4].find((each) => commitAt(each) === newer.commit) ?? -1;
  if (!proofs.has(place)) throw NO_PROOF;
  return provedOf(newer.manifest, newer.commit, RUN);
};

const move = (with_: { readonly proveNewer?: ProveNewer; readonly version?: string } = { proveNewer }) =>
  moveTag(registry, verifiedOf(manifestAt(OURS)), {
    target,
    lineage: lineageAt(history, OURS, with_.version),
    ...with_,
  });
const writes = () =>
  registry.journal
    .filter((step) => step.startsWith('registry.put latest'))
    .map((step) => [0, 1, 2, 3, 4].find((place) => step.endsWith(manifestAt(place).digest)));

/** Something that others do right after the first, second, … write of the tag. */
function afterWrites(...happenings: readonly (() => void)[]): void {
  const left = [...happenings];
  registry.afterPut = () => left.shift()?.();
}
const healed = (place: number) => ({
  state: 'healed',
  shows: manifestAt(place).digest,
  commit: commitAt(place),
  run: RUN,
});
const behind = (place: number, why: string) => ({
  code: 'TAG_BEHIND',
  message: expect.stringMatching(
    new RegExp(`that of the commit ${commitAt(place)}\\. The tag was not restored\\. .*${why}`),
  ),
  hint: expect.stringContaining(`Run the job for the commit ${commitAt(place)} again`),
});

describe('a tag that was moved over a newer image', () => {
  it('is put back to that, by its proof', async () => {
    show(1);
    afterWrites(() => publish(4));
    expect(await move()).toEqual(healed(4));
    expect([shown(), writes()]).toEqual([4, [OURS, 4]]);
    expect(asked).toMatchObject([
      {
        target,
        commit: commitAt(4),
        ref: 'refs/heads/main',
        relation: 'ahead',
        manifest: { digest: manifestAt(4).digest },
      },
    ]);
  });

  it('is put back also where an attempt has left it that was killed between its write and its look', async () => {
    publish(3);
    show(OURS);
    expect(await move()).toEqual(healed(3));
    expect([shown(), writes()]).toEqual([3, [3]]);
  });

  it('is written also where the newer image shows: a registry may show late what we wrote over it', async () => {
    afterWrites(() => {
      publish(3);
      show(3);
    });
    expect(await move()).toEqual(healed(3));
    expect(writes()).toEqual([OURS, 3]);
  });

  it('is put back to the newest of several, and never to one with a proof before it', async () => {
    afterWrites(() => {
      publish(3);
      publish(4);
    });
    expect(await move()).toEqual(healed(4));
    proofs.delete(4);
    show(1);
    await expect(move()).rejects.toMatchObject(behind(4, 'It has no proof\\.'));
    expect(asked.map(({ commit }) => commit)).toEqual([commitAt(4), commitAt(4)]);
  });

  it('goes by the SHA tag of a version, and by its git tag', async () => {
    history.tags.push({ name: 'v1.2.3', commit: commitAt(OURS) }, { name: 'v1.2.4', commit: commitAt(4) });
    publish(4);
    registry.seed(imageAt(4), 'v1.2.4');
    expect(await move({ proveNewer, version: '1.2.3' })).toEqual(healed(4));
    expect(asked).toMatchObject([{ ref: 'refs/tags/v1.2.4', relation: 'ahead', isReleased: false }]);
    // A version may be higher, and yet of an earlier commit: the proof is judged by that, too.
    history.tags.push({ name: 'v2.0.0', commit: commitAt(1) });
    publish(1);
    registry.seed(imageAt(1), 'v2.0.0');
    show(OURS);
    await move({ proveNewer, version: '1.2.3' });
    expect(asked.at(-1)).toMatchObject({ ref: 'refs/tags/v2.0.0', relation: 'behind' });
  });
});

describe('what happens while a tag is put back', () => {
  it('a still newer run that has written between is found, and its image is put', async () => {
    afterWrites(
      () => publish(3),
      () => publish(4),
    );
    expect(await move()).toEqual(healed(4));
    expect([shown(), writes()]).toEqual([4, [OURS, 3, 4]]);
  });

  it('a still newer one without a proof is TAG_BEHIND', async () => {
    afterWrites(
      () => publish(3),
      () => publish(4, { isProved: false }),
    );
    await expect(move()).rejects.toMatchObject(behind(4, 'It has no proof'));
    expect(writes()).toEqual([OURS, 3]);
  });

  it('a newer image that shows by then is not written over, also where no SHA tag leads to it', async () => {
    afterWrites(() => publish(3));
    const prove: ProveNewer = async (...asked) => {
      const proved = await proveNewer(...asked);
      show(4);
      return proved;
    };
    await expect(move({ proveNewer: prove })).rejects.toMatchObject(behind(3, 'which may be newer'));
    expect([shown(), writes()]).toEqual([4, [OURS]]);
  });

  it('an older run that writes over it is put right', async () => {
    show(0);
    afterWrites(
      () => publish(3),
      () => show(1),
      () => show(0),
    );
    expect(await move()).toEqual(healed(3));
    expect([shown(), writes()]).toEqual([3, [OURS, 3, 3, 3]]);
  });

  it('ends as TAG_BEHIND where others write again and again', async () => {
    registry.afterPut = () => {
      publish(3);
      show(1);
    };
    await expect(move()).rejects.toMatchObject({
      code: 'TAG_BEHIND',
      hint: expect.stringContaining('Run this job again.'),
    });
    expect(writes()).toEqual([OURS, 3, 3, 3, 3, 3]);
  });

  it('another image under the SHA tag is put in its place', async () => {
    const rebuilt = registry.seed(imageAt(3, { says: `${commitAt(3)} ` }));
    afterWrites(
      () => publish(3),
      () => void registry.tags.set(`sha-${commitAt(3)}`, rebuilt.digest),
    );
    expect(await move()).toMatchObject({ state: 'healed', shows: rebuilt.digest });
    expect(registry.tags.get('latest')).toBe(rebuilt.digest);
  });

  it.each<[string, () => void, string]>([
    [
      'GitHub cannot tell',
      () => void Object.assign(history, { problem: new ApiProblem('the limit is reached') }),
      'the limit is reached',
    ],
    ['the newer image is gone', () => void registry.tags.delete(`sha-${commitAt(3)}`), 'not published any more'],
  ])('is TAG_BEHIND where %s after it', async (_what, happening, why) => {
    afterWrites(() => publish(3), happening);
    await expect(move()).rejects.toMatchObject(behind(3, why));
  });

  it.each<[string, Error, object]>([
    [
      'the registry takes no second write',
      new ActionError('TAG_EXISTS', 'It is frozen.', { hint: '-' }),
      behind(3, 'frozen'),
    ],
    ['the step is cancelled', new ActionError('CANCELLED', 'It was cancelled.', { hint: '-' }), { code: 'CANCELLED' }],
    ['there is a mistake of ours', new TypeError('x is not a function'), { message: 'x is not a function' }],
  ])('is told where %s', async (_what, problem, expected) => {
    afterWrites(() => publish(3));
    const put = registry.putTag.bind(registry);
    registry.putTag = (tag, image) => ('level' in image ? put(tag, image) : Promise.reject(problem));
    await expect(move()).rejects.toMatchObject(expected);
    expect(shown()).toBe(OURS);
  });

  it('shows our image for ever: it is not written for ever', async () => {
    const ours = manifestAt(OURS).digest as Digest;
    afterWrites(() => publish(3));
    const read = registry.readManifest.bind(registry);
    registry.readManifest = (name) => (name === 'latest' && writes().length > 0 ? read(ours) : read(name));
    await expect(move()).rejects.toMatchObject({ code: 'TAG_BEHIND' });
    expect(writes()).toHaveLength(6);
  });
});

describe('a run that asks for no proofs', () => {
  it('puts nothing back', async () => {
    publish(3);
    await expect(move({})).rejects.toMatchObject({
      code: 'TAG_BEHIND',
      message: expect.stringMatching(new RegExp(`that of the commit ${commitAt(3)}\\.$`)),
    });
    expect([shown(), writes()]).toEqual([OURS, [OURS]]);
  });
});

/** A moving tag while others write it too: whoever is newer wins, whatever the order. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../src/github/github.ts';
import type { Digest } from '../../../src/image/digest.ts';
import { moveTag } from '../../../src/tags/move-tag.ts';
import { verifiedOf } from '../../doubles/verified.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { commitAt, imageAt, LineOfCommits, lineageAt, manifestAt } from './line-of-commits.ts';

const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'latest' };
/** Our place in the line of five commits. */
const OURS = 2;

let registry: InMemoryRegistry;
let history: LineOfCommits;
beforeEach(() => {
  registry = new InMemoryRegistry();
  history = new LineOfCommits();
  publish(OURS);
});

/** publish is what another run does before it looks at any moving tag: its image is there under its SHA tag. */
function publish(place: number): void {
  registry.seed(imageAt(place), `sha-${commitAt(place)}`);
}

/** show is somebody else's write of the moving tag. */
function show(place: number): void {
  registry.seed(imageAt(place));
  registry.tags.set('latest', manifestAt(place).digest);
}

const move = () => moveTag(registry, verifiedOf(manifestAt(OURS)), { target, lineage: lineageAt(history, OURS) });
const shown = () => [0, 1, 2, 3, 4].find((place) => manifestAt(place).digest === registry.tags.get('latest'));
const writes = () => registry.journal.filter((step) => step.startsWith('registry.put'));

/** Something that others do right after our first, second, … write of the tag. */
function afterWrites(...happenings: readonly (() => void)[]): void {
  const left = [...happenings];
  registry.afterPut = () => left.shift()?.();
}

describe('moveTag, when nobody else writes', () => {
  it('writes a tag that is not there', async () => {
    expect(await move()).toEqual({ state: 'moved', from: undefined, because: 'it is not there yet' });
    expect([shown(), writes()]).toEqual([OURS, [`registry.put latest ${manifestAt(OURS).digest}`]]);
  });

  it('moves a tag that shows an ancestor, and tells what it showed', async () => {
    show(1);
    expect(await move()).toMatchObject({ state: 'moved', from: manifestAt(1).digest });
    expect(shown()).toBe(OURS);
  });

  it('costs one look, one write, and one look after it', async () => {
    show(1);
    registry.journal.length = 0;
    history.length = 3;
    await move();
    const { digest } = manifestAt(OURS);
    expect(registry.journal.filter((step) => !step.startsWith('registry.blob'))).toEqual([
      'registry.read latest',
      `registry.put latest ${digest}`,
      'registry.read latest',
    ]);
  });

  it('leaves a tag that shows a descendant', async () => {
    show(3);
    expect(await move()).toMatchObject({ state: 'kept', shows: manifestAt(3).digest });
    expect([shown(), writes()]).toEqual([3, []]);
  });

  it('finds a tag that shows our image', async () => {
    show(OURS);
    expect(await move()).toEqual({ state: 'already-there' });
    expect(writes()).toEqual([]);
  });

  it.each([1, 2, 3, 4])('waits for a tag that goes on showing an older image for %d looks', async (reads) => {
    show(1);
    afterWrites(() => void registry.stale.set('latest', { shows: manifestAt(1).digest, reads }));
    expect(await move()).toMatchObject({ state: 'moved', from: manifestAt(1).digest });
    expect(writes()).toHaveLength(1);
  });

  it('fails if nothing is ever shown', async () => {
    registry.afterPut = (tag) => void registry.tags.delete(tag);
    await expect(move()).rejects.toMatchObject({
      code: 'CONTENT_MISSING',
      message: expect.stringContaining('ghcr.io/owner/app:latest '),
    });
  });

  it('fails if the older image is shown for ever, and does not write for ever', async () => {
    show(1);
    registry.afterPut = () => show(1);
    await expect(move()).rejects.toMatchObject({ code: 'TAG_BEHIND' });
    expect(writes()).toHaveLength(5);
  });
});

/** What a run for the newest of several commits ends with that has written over it: which run is to be repeated. */
const behind = (place: number) => ({
  code: 'TAG_BEHIND',
  message: expect.stringMatching(new RegExp(`^ghcr.io/owner/app:latest .* that of the commit ${commitAt(place)}\\.$`)),
  hint: expect.stringMatching(new RegExp(`^Run the job for the commit ${commitAt(place)} again: .*"concurrency"`)),
});

describe('moveTag, when others write at the same time', () => {
  it('does not put a newer image back that was written between its look and its write: its run must be repeated', async () => {
    show(1);
    const read = registry.readManifest.bind(registry);
    let looks = 0;
    registry.readManifest = async (name) => {
      const seen = await read(name);
      if (name === 'latest' && ++looks === 1) {
        publish(4);
        show(4);
      }
      return seen;
    };
    await expect(move()).rejects.toMatchObject(behind(4));
    expect([shown(), writes()]).toEqual([OURS, [`registry.put latest ${manifestAt(OURS).digest}`]]);
  });

  it('names the newest of several', async () => {
    afterWrites(() => {
      publish(3);
      publish(4);
    });
    await expect(move()).rejects.toMatchObject(behind(4));
    expect(shown()).toBe(OURS);
  });

  it('names the git tag whose run is to be repeated, of an image of a version', async () => {
    history.tags.push({ name: 'v1.2.4', commit: commitAt(1) });
    registry.seed(imageAt(1), 'v1.2.4');
    const lineage = lineageAt(history, OURS, '1.2.3');
    await expect(moveTag(registry, verifiedOf(manifestAt(OURS)), { target, lineage })).rejects.toMatchObject({
      code: 'TAG_BEHIND',
      hint: expect.stringContaining(`Run the job for the git tag v1.2.4 (commit ${commitAt(1)}) again`),
    });
    expect(shown()).toBe(OURS);
  });

  it('says so also where the newer one shows by now, since a registry may show it late', async () => {
    afterWrites(() => {
      publish(3);
      show(3);
    });
    await expect(move()).rejects.toMatchObject(behind(3));
    expect([shown(), writes().length]).toEqual([3, 1]);
  });

  it('keeps a newer image also where no SHA tag leads to it', async () => {
    afterWrites(() => show(3));
    expect(await move()).toMatchObject({ state: 'kept', because: expect.stringContaining('comes after this commit') });
    expect([shown(), writes().length]).toEqual([3, 1]);
  });

  it.each([1, 2, 3, 4])('puts right an older image that was written over it %d times', async (times) => {
    afterWrites(...Array.from({ length: times }, () => () => show(1)));
    expect(await move()).toMatchObject({ state: 'moved' });
    expect([shown(), writes().length]).toEqual([OURS, times + 1]);
  });

  it('gives up when others write again and again, and says how to keep them apart', async () => {
    registry.afterPut = () => show(0);
    await expect(move()).rejects.toMatchObject({
      code: 'TAG_BEHIND',
      message: expect.stringContaining('ghcr.io/owner/app:latest was written by others again and again'),
      hint: expect.stringContaining('concurrency'),
    });
    expect(writes()).toHaveLength(5);
  });

  it('tells of what an attempt has left that was killed between its write and its look', async () => {
    publish(3);
    show(OURS);
    await expect(move()).rejects.toMatchObject(behind(3));
    expect([shown(), writes()]).toEqual([OURS, []]);
  });
});

describe('moveTag, when GitHub cannot tell', () => {
  it('leaves a tag that shows something', async () => {
    show(1);
    history.problem = new ApiProblem('the token may not read /compare (status 403)', { permission: 'contents: read' });
    expect(await move()).toEqual({
      state: 'kept',
      shows: manifestAt(1).digest,
      because:
        'GitHub could not be asked: the token may not read /compare (status 403) (the job needs "permissions: contents: read")',
    });
  });

  it('writes one that is not there: nothing is behind it', async () => {
    history.problem = new ApiProblem('the API could not be reached');
    expect(await move()).toMatchObject({ state: 'moved', from: undefined });
  });

  it('does not take a mistake of ours for an answer', async () => {
    show(1);
    history.problem = new TypeError('x is not a function');
    await expect(move()).rejects.toBe(history.problem);
  });
});

describe('moveTag, where the image or the tag says nothing', () => {
  it('leaves a tag whose image names no commit', async () => {
    const { digest } = registry.seed(imageAt(1, { says: '' }), 'latest');
    expect(await move()).toMatchObject({ state: 'kept', shows: digest as Digest });
  });

  it('leaves a tag whose image has lost its configuration, and asks nobody about it', async () => {
    const { digest, bytes, mediaType } = imageAt(1);
    registry.keep({ digest, bytes, mediaType }, 'latest');
    expect(await move()).toMatchObject({ state: 'kept' });
    expect(history.asked).toEqual([]);
  });
});

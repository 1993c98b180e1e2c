/** What is told of each tag, to machines and to people; whatever an image says of itself stays words in it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Digest } from '../../../src/image/digest.ts';
import type { Manifest } from '../../../src/image/manifest.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import { announce } from '../../../src/report/report.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import {
  plannedLine,
  plannedResult,
  plannedText,
  showsOurs,
  tagLine,
  tagList,
  tagResult,
  tagText,
} from '../../../src/report/tell-tags.ts';
import { remember } from '../../../src/secret/masked.ts';
import { decideMove } from '../../../src/tags/decide-move.ts';
import type { TagState } from '../../../src/tags/write-tags.ts';
import { anyCharacter } from '../any-text.ts';
import { RecordedRunner } from '../doors/recorded-runner.ts';
import { image, published, quietRun } from './outcomes.ts';
import { alive, shown } from './passive.ts';

const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'latest' };
const tag = 'ghcr.io/owner/app:latest';
const OURS = `sha256:${'a'.repeat(64)}` as Digest;
const BEFORE = `sha256:${'b'.repeat(64)}` as Digest;
const RUN = 'https://github.com/octo/app/actions/runs/3/attempts/1';
const because = 'it shows 2.0.0, and this is 1.9.9';

describe('a tag in the results', () => {
  it.each([
    [{ state: 'written' }, true, { state: 'written', digest: OURS }, 'written'],
    [
      { state: 'written', replaced: BEFORE },
      true,
      { state: 'written', digest: OURS, previous: BEFORE },
      `**overwritten**, was ${BEFORE}`,
    ],
    [{ state: 'already-there' }, true, { state: 'already-there', digest: OURS }, 'already there'],
    [
      { state: 'moved', from: BEFORE, because },
      true,
      { state: 'moved', digest: OURS, previous: BEFORE, because },
      `moved from ${BEFORE}: ${because}`,
    ],
    [{ state: 'moved', from: undefined, because }, true, { state: 'moved', digest: OURS, because }, 'written'],
    [
      { state: 'kept', shows: BEFORE, because },
      false,
      { state: 'kept', digest: BEFORE, because },
      `**stays** at ${BEFORE}: ${because}`,
    ],
    [{ state: 'kept', shows: undefined, because }, false, { state: 'kept', because }, `**not written**: ${because}`],
    [{ state: 'lost' }, false, { state: 'lost' }, '**no longer shows this image**'],
    [{ state: 'not-written' }, false, { state: 'not-written' }, '**not written**'],
  ] as const)('that is %j shows ours: %s', (state, isOurs, result, text) => {
    const all = { target, ...state };
    expect(showsOurs(all)).toBe(isOurs);
    expect(JSON.parse(JSON.stringify(tagResult(all, OURS)))).toEqual({ tag, ...result });
    expect(tagText(all)).toBe(`${tag} ${text.replaceAll('**', '')}`);
  });
});

describe('a tag that was put back to the image of another run', () => {
  const healed = { target, state: 'healed', shows: BEFORE, commit: 'c0ffee', run: RUN } as const;
  const text = 'this run had replaced that newer image, of the commit c0ffee, which has the proof of';

  it('does not show ours, and leads to that run', () => {
    expect(showsOurs(healed)).toBe(false);
    expect(tagResult(healed, OURS)).toEqual({ tag, state: 'healed', digest: BEFORE, commit: 'c0ffee', run: RUN });
    expect(tagText(healed)).toBe(`${tag} restored to ${BEFORE}: ${text} ${RUN}`);
    const line = `⚠\u00a0latest **restored** to bbbbbbbbbbbb: ${text}`;
    expect(shown(tagLine(healed))).toBe(`${line} <a href="${RUN}">its run`);
    expect(shown(tagLine({ ...healed, run: 'javascript:x' }))).toBe(`${line} javascript:x`);
  });
});

describe('the list of tags', () => {
  const from = 'c'.repeat(40);
  const items = (state: TagState, changes = (since: string): string | undefined => `since ${since}`) =>
    shown(tagList([state], changes))
      .replaceAll('\u00a0', ' ')
      .split('\n');

  it.each([
    [{ state: 'written' }, '✓ written'],
    [{ state: 'already-there' }, '✓ already there'],
    [{ state: 'moved', from: undefined, because }, '✓ written'],
    [{ state: 'moved', from: BEFORE, because, since: from }, `→ moved from bbbbbbbbbbbb: ${because} (since ${from})`],
    [{ state: 'kept', shows: BEFORE, because }, `⚠ **stays** at bbbbbbbbbbbb: ${because}`],
    [{ state: 'written', replaced: BEFORE }, '⚠ **overwritten**, was bbbbbbbbbbbb'],
  ] as const)('shows at a glance what became of a tag: %j', (state, text) => {
    expect(items({ target, ...state })).toEqual([`- ${text.replace(' ', ' latest ')}`]);
  });

  it('has no link where there is no page that compares', () => {
    const moved = { target, state: 'moved', from: BEFORE, because, since: from } as const;
    expect(items(moved, () => undefined)).toEqual([`- → latest moved from bbbbbbbbbbbb: ${because}`]);
  });

  it.each(['not-written', 'lost'] as const)('marks what is not there after a failure: %s', (state) => {
    expect(tagLine({ target, state })).toMatch(/^✗/);
  });

  it('masks a secret before it cuts what looks like a commit', () => {
    const secret = '0123456789ab'.padEnd(40, 'c0de');
    remember(secret);
    expect(items({ target, state: 'kept', shows: BEFORE, because: `it shows ${secret}` }).join()).not.toContain('0123');
  });

  it('cuts commits and digests, and no name that a tag has', () => {
    const moved = { target, state: 'moved', from: BEFORE, because: `this commit comes after ${from}` } as const;
    expect(items(moved)).toEqual(['- → latest moved from bbbbbbbbbbbb: this commit comes after cccccccccccc']);
    const sha = { target: { ...target, tag: from }, state: 'written' } as const;
    expect(items(sha)).toEqual([`- ✓ ${from} written`]);
  });
});

describe('a tag in a plan', () => {
  const manifest = { digest: BEFORE } as Manifest;

  it.each([
    [{ manifest: undefined, isOurs: false }, { state: 'would-be-written' }, 'would be written'],
    [{ manifest, isOurs: true }, { state: 'already-there', digest: BEFORE }, `already there, shows ${BEFORE}`],
    [
      { manifest, isOurs: false },
      { state: 'would-be-overwritten', digest: BEFORE },
      `would be overwritten, shows ${BEFORE}`,
    ],
    [
      { manifest, move: { moves: true, because } },
      { state: 'would-be-moved', digest: BEFORE, because },
      `would be moved, shows ${BEFORE}: ${because}`,
    ],
    [
      { manifest, move: { moves: false, because } },
      { state: 'would-stay', digest: BEFORE, because },
      `would stay, shows ${BEFORE}: ${because}`,
    ],
  ] as const)('with %j is told', (planned, result, text) => {
    const all = { target, ...planned };
    expect(plannedResult(all)).toEqual({ tag, ...result });
    expect(plannedText(all)).toBe(`${tag} ${text}`);
    const mark = { 'would-be-moved': '→', 'would-stay': '⚠', 'would-be-overwritten': '⚠' }[result.state as string];
    expect(shown(plannedLine(all)).replace('\u00a0', ' ')).toBe(
      `${mark ?? '✓'} latest ${text.replace(BEFORE, 'b'.repeat(12))}`,
    );
  });
});

describe('a revision label that is hostile', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'<>&|`\\*_~[]()!#:/@.-\n\r"\'', '::error::x', '##[group]x', '</details>', '\n\n# ', '<script>'),
    anyCharacter,
  );
  const hostile = fc.array(unit, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));

  /** Every way in which what an image says comes into the words of a tag that stays. */
  const reasons = (revision: string) => [
    decideMove({ commit: OURS, revision, version: undefined }, undefined).because,
    decideMove(
      { commit: OURS, revision: OURS, version: undefined },
      { revision, version: undefined, relation: undefined },
    ).because,
  ];

  it('is words in an item, and breaks neither summary nor results', async () => {
    const good = await published();
    const [delivered] = good.receipt.destinations;
    fc.assert(
      fc.property(hostile, (revision) => {
        for (const reason of reasons(revision)) {
          const kept: TagState = { target, state: 'kept', shows: BEFORE, because: reason };
          const outcome = {
            ...good,
            receipt: { destinations: [{ ...delivered, tags: [...delivered.tags, kept] }] as const },
          };
          const lines = summaryOf(outcome, quietRun).split('\n\n')[3]?.split('\n') ?? [];
          expect(lines).toHaveLength(delivered.tags.length + 1);
          const line =
            lines
              .at(-1)
              ?.replace(/^- ⚠\u00a0<code>latest<\/code> (.*)$/, '$1')
              .replace('**stays**', '') ?? '';
          expect(alive(line.replace(/<\/?code>/g, ''))).toEqual([]);
          const { digest, tags, results = '' } = outputsOf(outcome);
          expect([digest, tags?.includes('latest')]).toEqual([image.digest, false]);
          expect(JSON.parse(results).destinations[0].tags.at(-1)).toMatchObject({ state: 'kept', because: reason });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('goes through one notice, whose text the runner makes harmless', async () => {
    const good = await published();
    const [delivered] = good.receipt.destinations;
    const kept: TagState = { target, state: 'kept', shows: BEFORE, because: 'it shows x\n::error::y' };
    const runner = new RecordedRunner();
    announce(runner, { ...good, receipt: { destinations: [{ ...delivered, tags: [...delivered.tags, kept] }] } });
    expect(runner.annotations).toMatchObject([{ kind: 'notice', title: 'Tag not moved' }]);
    expect(runner.lines.join('\n')).not.toContain('::error::');
  });
});

describe('a tag that was overwritten', () => {
  it('is told of in a notice, with what it showed and how to put that back', async () => {
    const good = await published();
    const [delivered] = good.receipt.destinations;
    const written: TagState = { target, state: 'written', replaced: BEFORE };
    const outcome = { ...good, receipt: { destinations: [{ ...delivered, tags: [written] }] as const } };
    const runner = new RecordedRunner();
    announce(runner, outcome);
    expect(runner.annotations).toMatchObject([
      { kind: 'notice', title: 'Tag overwritten', text: `${tag} overwritten, was ${BEFORE}.` },
    ]);
    expect(summaryOf(outcome, quietRun)).toContain(
      `skopeo copy --all --preserve-digests docker://ghcr.io/owner/app@${BEFORE} docker://${tag}`,
    );
  });
});

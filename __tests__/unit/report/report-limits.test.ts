/** What GitHub takes of a step: a summary of 1 MiB, and an output that a later step can have in its environment. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import type { Digest } from '../../../src/image/digest.ts';
import type { Fate } from '../../../src/prune/execute.ts';
import type { Pruned } from '../../../src/prune/prune-all.ts';
import { deploymentSummary } from '../../../src/report/deployment-summary.ts';
import type { Failed, Outcome, Published } from '../../../src/report/outcome.ts';
import { outputsOf } from '../../../src/report/outputs.ts';
import type { PruneOutcome } from '../../../src/report/prune-outcome.ts';
import { pruneSummary } from '../../../src/report/prune-summary.ts';
import { boundedSummary } from '../../../src/report/report-limits.ts';
import { pruneOutputs } from '../../../src/report/report-prune.ts';
import { summaryOf } from '../../../src/report/summary.ts';
import type { ScanEvidence } from '../../../src/scan/evidence.ts';
import type { TagState } from '../../../src/tags/write-tags.ts';
import { DAY, digest, plan } from '../prune/small-repository.ts';
import { closed, failed, image, open, published, quietRun, theRun } from './outcomes.ts';

const MIB = 1024 * 1024;
/** As long as a text from outside may be, of what takes the most room when it is made harmless. */
const HOSTILE = '<|@\u05e9'.repeat(4000);
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const because = `it shows ${HOSTILE}`;

/** Tags that moved, that stayed for a reason that is as long as it can be, and that were overwritten. */
const tagsAt = (count: number): readonly TagState[] =>
  many(count, (index) => {
    const target = { registry: 'ghcr.io', path: 'owner/app', tag: `v1.0.${index}-${'x'.repeat(100)}` };
    if (index % 3 === 0) return { target, state: 'kept', shows: image.digest as Digest, because };
    if (index % 3 === 1)
      return { target, state: 'moved', from: image.digest as Digest, because, since: 'd'.repeat(40) };
    return { target, state: 'written', replaced: image.digest as Digest };
  });

/** What thousands of findings, reports and exceptions leave of a scan: `findings` never has more than twenty. */
const scan = {
  failOn: 'critical',
  runs: many(300, (index) => ({
    file: `scan/${index}-${HOSTILE}`,
    tool: HOSTILE,
    counts: { critical: 9, high: 9, medium: 9, low: 9, unknown: 9 },
    setAside: { suppressed: 1, absent: 1, noFailure: 1 },
    binding: { kind: 'other', why: HOSTILE },
  })),
  findings: many(20, () => ({
    id: HOSTILE,
    tool: HOSTILE,
    rating: { severity: 'critical', unclear: HOSTILE },
    place: HOSTILE,
    link: `https://example.test/${HOSTILE}`,
    blocks: true,
    ignored: false,
  })),
  total: 20_000,
  exceptions: many(300, () => ({ id: HOSTILE, reason: HOSTILE, until: '2999-12-31', findings: 1, isOver: false })),
  unnamed: [],
} as unknown as ScanEvidence;

/** A run that has published thousands of tags to hundreds of repositories, and was told as much as it can be told. */
async function huge(): Promise<Outcome & Published> {
  const good = await published();
  const [{ verified }] = good.receipt.destinations;
  const [first, ...others] = many(300, (index) => ({
    verified: {
      ...verified,
      target: { ...verified.target, path: `owner/app-${index}` },
      evidence: many(5, () => HOSTILE),
    },
    tags: tagsAt(index === 0 ? 600 : 3),
    transfer: undefined,
  }));
  if (first === undefined) throw new Error('there is one');
  const checks = many(300, (index) => ({
    ...{ name: `${index} ${HOSTILE}`, state: 'passed' as const, seen: HOSTILE, by: HOSTILE, askedBy: HOSTILE },
  }));
  const verdict = { ...open(), checks };
  return { ...good, verdict, scan, receipt: { destinations: [first, ...others] } };
}

const bytes = (text: string) => Buffer.byteLength(text);

describe('a summary that would be too long for GitHub', () => {
  it('of a published image keeps what happened and how to pull it, and says that something is left out', async () => {
    const text = summaryOf(await huge(), theRun);
    expect(bytes(text)).toBeLessThanOrEqual(MIB);
    expect(text).toMatch(/^### ✅ .* and 297 more/);
    expect(text).toContain(`docker pull ghcr.io/owner/app-0@${image.digest}`);
    expect(text).toContain(' and 400 more\n');
    expect(text).toContain('And 280 more destinations');
    expect(text).toContain('**Verified** by');
    expect(text).toMatch(/\*\*Left out:\*\* .*\n\n$/);
  });

  it('of a failure keeps the code, and of a closed gate its headline', async () => {
    const left = (await huge()).receipt.destinations.map(({ verified, tags }) => ({
      ...{ repository: verified.target, verified, tags, transfer: undefined, error: undefined, isUntouched: false },
    }));
    const lost: Outcome & Failed = { ...failed(HOSTILE, HOSTILE), left };
    const reasons = many(200, () => ({ code: 'GATE_NEEDS', rule: HOSTILE, seen: HOSTILE, opens: HOSTILE }));
    const shut = closed('failed');
    const verdict = { ...shut.verdict, reasons } as unknown as typeof shut.verdict;
    for (const [outcome, start] of [
      [lost, '### ❌ Failed: <code>PUSH&#95;FAILED'],
      [{ ...shut, verdict, scan }, '### ❌ Not published'],
    ] as const) {
      const text = summaryOf(outcome, theRun);
      expect(bytes(text)).toBeLessThanOrEqual(MIB);
      expect(text.startsWith(start.replace('&#95;', '_'))).toBe(true);
    }
  });

  it('has every fold closed, and is whole where it fits to the last byte', () => {
    const part = 'x'.repeat(MIB - 2);
    expect(boundedSummary([part])).toBe(`${part}\n\n`);
    const cut = boundedSummary(['first', `${part}x`, '<details>folded</details>']);
    expect(cut.split('\n\n')).toEqual(['first', '<details>folded</details>', expect.stringMatching(/Left out/), '']);
  });

  it('of prune/ and of verify/ is none either', () => {
    const { outcome } = pruning(3000);
    const prune = pruneSummary(outcome, quietRun);
    expect(bytes(prune)).toBeLessThanOrEqual(MIB);
    expect(prune).toContain('and 2900 more');
    const unread = many(300, () => ({ store: HOSTILE, problem: HOSTILE }));
    const search = { digest: image.digest as Digest, sought: [], looked: 9, unread, tooMany: [] };
    const red = { kind: 'failed', error: failed(HOSTILE, HOSTILE).error, search } as const;
    expect(bytes(deploymentSummary(red, { now: 0, run: quietRun }))).toBeLessThanOrEqual(MIB);
  });
});

describe('the output results', () => {
  it('fits into the environment of a later step, is JSON, and says that it was shortened', async () => {
    const outputs = outputsOf(await huge());
    const { results = '' } = outputs;
    const { destinations, shortened, verdict } = JSON.parse(results);
    expect(shortened).toBe(true);
    expect(verdict.open).toBe(true);
    expect(destinations[0]).toMatchObject({ repository: 'ghcr.io/owner/app-0', digest: image.digest });
    // What the others have is whole, whatever was cut here.
    expect(outputs.tags?.split('\n').length).toBeGreaterThan(600);
    expect(spawnSync('/bin/true', { env: { RESULTS_OF_THE_STEP: results } }).status).toBe(0);
    // The limit is Linux's, and this is above it.
    expect(spawnSync('/bin/true', { env: { RESULTS_OF_THE_STEP: 'x'.repeat(128 * 1024) } }).status).toBeNull();
  });

  it('is whole where it fits', async () => {
    expect(JSON.parse(outputsOf(await published()).results ?? '')).not.toHaveProperty('shortened');
  });

  it('of prune/ fits, and what is counted is counted whole', () => {
    const { outcome } = pruning(3000);
    const { results, failed: count } = pruneOutputs(outcome, (text) => text);
    expect([bytes(results) <= 120 * 1024, count]).toEqual([true, '3000']);
    expect(JSON.parse(results).repositories[0]).toMatchObject({ repository: expect.any(String) });
  });
});

/** Thousands of old images, each of which could not be deleted for a reason that is as long as it can be. */
function pruning(count: number): { readonly outcome: PruneOutcome } {
  const made = plan({
    tags: Object.fromEntries(many(count, (index) => [`${String(index).padStart(40, 'a')}`, `m${index}`])),
    manifests: Object.fromEntries(many(count, (index) => [`m${index}`, { created: 900 }])),
  } as never);
  if (made.kind === 'unplannable') throw new Error(made.why);
  const fates = many(
    count,
    (index): Fate => ({ kind: 'failed', digest: digest(`m${index}`), tags: [`t${index}`], says: HOSTILE }),
  );
  const pruned: Pruned = { plan: made, madeAt: DAY, fates, undo: '' };
  return { outcome: { kind: 'pruned', verdict: open(), pruned: [pruned], undo: '/temp/undo.jsonl' } };
}

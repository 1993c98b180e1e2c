/** Which commit an image names, who is asked about it, and what of the answers opens the gate: tables and an oracle. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openKeyring } from '../../../src/credentials/sign-in.ts';
import { decideGate, type Policy } from '../../../src/gate/decide-gate.ts';
import {
  branchesToAsk,
  commitNamedBy,
  type Located,
  namesIn,
  openForCommit,
  type Publishing,
} from '../../../src/gate/image-commit.ts';
import type { OpenToRead, ReadingOnly } from '../../../src/gate/verdict.ts';
import { planTags } from '../../../src/tags/plan-tags.ts';
import { BY_DEFAULT, patterns, run, TIP as SHA, WIDEST } from './runs.ts';

const COMMIT = '7'.repeat(40);
const HELD = { rule: 'the label', seen: 'it is there' };

function reading(policy: Policy = BY_DEFAULT): ReadingOnly {
  const decision = decideGate({ ...policy, commit: 'image' }, run('workflow_dispatch'));
  if (decision.kind !== 'open-to-read') throw new Error(`the gate is ${decision.kind}`);
  return decision;
}

describe('a run whose image is to name its commit', () => {
  it('opens no more than reading, and knows what it is for', () => {
    expect(reading()).toMatchObject({ kind: 'open-to-read', run: { commit: SHA, ref: 'refs/heads/main' } });
    expect(reading()).not.toHaveProperty('subject');
  });

  it('cannot write, by type: what signs in to a destination, or plans its tags, does not compile', () => {
    const written = (open: OpenToRead) => {
      // @ts-expect-error reading alone is not enough
      void openKeyring(open);
      // @ts-expect-error there is no subject to name a tag by
      void planTags(undefined as never, open.subject, undefined as never);
    };
    expect(written).toBeDefined();
  });

  it.each([
    ['a fork', run('pull_request', { changes: { 'pull_request.head.repo.id': 99 } }), 'GATE_FORK'],
    ['another branch', run('workflow_dispatch', { ref: 'refs/heads/feature' }), 'GATE_REF'],
    ['an event that is not listed', run('schedule'), 'GATE_EVENT'],
  ])('is closed as any other for %s', (_what, facts, code) => {
    const policy = code === 'GATE_FORK' ? WIDEST : BY_DEFAULT;
    const decision = decideGate({ ...policy, commit: 'image' }, facts);
    expect(decision).toMatchObject({ kind: 'closed', reasons: [{ code }] });
  });
});

describe('the commit that an image names', () => {
  const amd64 = (revision: string | undefined) => ({ platform: 'linux/amd64', revision });
  const arm64 = (revision: string | undefined) => ({ platform: 'linux/arm64', revision });

  it.each([
    ['one platform', [amd64(COMMIT)]],
    ['two platforms', [amd64(COMMIT), arm64(COMMIT)]],
    ['SHA-256', [amd64('7'.repeat(64))]],
  ])('is read of %s', (_what, platforms) => {
    expect(commitNamedBy(platforms)).toMatchObject({ commit: platforms[0]?.revision });
  });

  it.each<readonly [string, readonly ReturnType<typeof amd64>[], RegExp]>([
    ['no platform', [], /no such label/],
    ['no label', [amd64(undefined)], /it has no such label/],
    ['an empty label', [amd64('')], /it has ""/],
    ['a short one', [amd64(COMMIT.slice(0, 12))], /it has "7{12}"/],
    ['one digit too many', [amd64(`${COMMIT}7`)], /it has/],
    ['capitals', [amd64('A'.repeat(40))], /it has "A{40}"/],
    ['a line feed', [amd64(`${COMMIT}\n`)], /it has/],
    ['zeros', [amd64('0'.repeat(40))], /it has "0{40}"/],
    ['a branch', [amd64('main')], /it has "main"/],
    ['one platform without', [amd64(COMMIT), arm64(undefined)], /linux\/arm64 has no such label/],
    ['two commits', [amd64(COMMIT), arm64(SHA)], new RegExp(`linux/amd64 has "${COMMIT}", linux/arm64 has "${SHA}"`)],
  ])('is none: %s', (_what, platforms, seen) => {
    expect(commitNamedBy(platforms)).toMatchObject({
      reason: { code: 'GATE_REVISION', seen: expect.stringMatching(seen) },
    });
  });

  it('that is very long is not shown whole', () => {
    const named = commitNamedBy([amd64('x'.repeat(1_000_000))]);
    expect(JSON.stringify(named).length).toBeLessThan(20_000);
  });
});

const publishing = (branches: string, gitTags = 'v*', own = 'main'): Publishing => {
  return { branches: patterns(...branches.split(' ').filter((text) => text !== '')), gitTags: patterns(gitTags), own };
};

describe('the branches to ask about', () => {
  it.each([
    ['main', ['main']],
    ['main release/1', ['main', 'release/1']],
    ['main release/**', undefined],
    ['main !old', undefined],
    ['v[12]', undefined],
    ['', []],
  ])('"%s" names %j', (text, names) => expect(namesIn(publishing(text))).toEqual(names));

  it('are those that may publish, that of the run first, each once', () => {
    const all = ['feature', 'a', 'main', 'release/1', 'release/old', 'release/1'];
    expect(branchesToAsk(all, publishing('main release/** !release/old a'))).toEqual({
      branches: ['main', 'a', 'release/1'],
      left: 0,
    });
  });

  it('are fifty at most, and the rest is counted', () => {
    const all = Array.from({ length: 70 }, (_, at) => `release/${at}`);
    const asked = branchesToAsk([...all, 'main'], publishing('**'));
    expect([asked.branches.length, asked.branches[0], asked.left]).toEqual([50, 'main', 21]);
  });
});

describe('the gate for that commit', () => {
  const at = (found: Partial<Located>): Located => ({
    branches: ['main'],
    left: 0,
    branch: undefined,
    gitTags: [],
    ...found,
  });
  const open = (found: Partial<Located>, where = publishing('main')) =>
    openForCommit(reading(), { commit: COMMIT, held: HELD, at: at(found) }, where);

  it.each<readonly [string, Partial<Located>, object]>([
    ['a branch', { branch: 'main' }, { ref: 'refs/heads/main', gitTags: [] }],
    ['a git tag', { gitTags: ['v1'] }, { ref: 'refs/tags/v1', gitTags: ['v1'] }],
    ['both', { branch: 'main', gitTags: ['v1', 'nightly', 'v2'] }, { ref: 'refs/heads/main', gitTags: ['v1', 'v2'] }],
  ])('is open for %s', (_what, found, subject) => {
    const verdict = open(found);
    expect(verdict).toMatchObject({ kind: 'open', subject: { commit: COMMIT, ...subject }, run: { commit: SHA } });
    expect(verdict.held).toContainEqual(HELD);
  });

  it.each<readonly [string, Partial<Located>, RegExp]>([
    ['nothing', {}, /is on none of main, and is no git tag that may publish$/],
    ['another git tag', { gitTags: ['nightly'] }, /\(its git tags may not publish: nightly\)/],
    ['more branches than were asked about', { left: 3 }, /3 more branches that may publish were not asked about/],
    ['no branch that may publish', { branches: [] }, /is on no branch that may publish/],
  ])('is closed for %s', (_what, found, seen) => {
    const reason = { code: 'GATE_REVISION', seen: expect.stringMatching(seen) };
    expect(open(found)).toMatchObject({ kind: 'closed', reasons: [reason] });
  });

  /** A name that the branches or git tags of an arbitrary repository may have, written as a pattern takes it. */
  const name = fc.constantFrom('main', 'release/1', 'v1', 'v2', 'nightly', 'feature');
  it('is open where, and only where, a ref that may publish has the commit', () => {
    const facts = fc.record({
      may: fc.uniqueArray(name, { minLength: 1 }),
      mayTags: fc.uniqueArray(name, { minLength: 1 }),
      all: fc.uniqueArray(name),
      has: fc.uniqueArray(name),
      tags: fc.uniqueArray(name),
    });
    fc.assert(
      fc.property(facts, ({ may, mayTags, all, has, tags }) => {
        const where = { branches: patterns(...may), gitTags: patterns(...mayTags), own: 'main' };
        const toAsk = branchesToAsk(all, where);
        const branch = toAsk.branches.find((each) => has.some((other) => other === each));
        const verdict = openForCommit(
          reading(),
          { commit: COMMIT, held: HELD, at: { ...toAsk, branch, gitTags: tags } },
          where,
        );
        // Without any of the above: the sets that meet.
        const onBranch = all.some((each) => may.includes(each) && has.includes(each));
        const versions = tags.filter((each) => mayTags.includes(each));
        expect(verdict.kind).toBe(onBranch || versions.length > 0 ? 'open' : 'closed');
        if (verdict.kind === 'open') expect(verdict.subject.gitTags).toEqual(versions);
      }),
      { numRuns: 2000 },
    );
  });
});

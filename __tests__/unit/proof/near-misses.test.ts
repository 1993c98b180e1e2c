/**
 * Proofs that miss a demand by as little as possible, and those that only just fulfil it: a comparison of a part, of the
 * first of several, or of another letter case would judge each of them otherwise.
 */
import { describe, expect, it } from '@jest/globals';
import type { FactDemands, Wanted } from '../../../src/proof/demands.ts';
import { judgeProof } from '../../../src/proof/judge-proof.ts';
import type { Signed } from '../../../src/proof/lack.ts';
import { VERIFIER } from '../../../src/proof/uris.ts';
import { COMMIT } from './decided.ts';
import {
  certificate,
  type Document,
  FIELDS,
  fieldOf,
  holder,
  pattern,
  SIGNED,
  SIGNED_AT,
  SIGNER_COMMIT,
  SIGNER_PATH,
  statementDocument,
  statementOf,
  WANTED,
} from './proved.ts';

type Fields = Parameters<typeof holder>[0];
type Case = readonly [name: string, signed: Signed, wanted?: Partial<Wanted>];
type Bad = readonly [rank: number, ...Case];
type Scan = { readonly findings: object };

const by = (fields: Fields): Signed => ({ ...SIGNED, certificate: certificate(holder(fields)) });
const lacking = (field: keyof Signed['certificate']): Signed => ({
  ...SIGNED,
  certificate: { ...SIGNED.certificate, [field]: undefined },
});
const stating = (change: (document: Document) => unknown, signed: Signed = SIGNED): Signed => {
  const document = statementDocument();
  change(document);
  return { ...signed, statement: statementOf(document) };
};
/** A run on an event, with the ref of its certificate and that of its summary. */
const onEvent = (event: string, ref: string, about = ref, commit = COMMIT): Signed =>
  stating((document) => Object.assign(fieldOf(document).run, { event, ref: about, commit }), by({ event, ref }));
const about = (...hashes: readonly string[]): Signed =>
  stating((document) =>
    Object.assign(document, { subject: hashes.map((sha256) => ({ name: 'x', digest: { sha256 } })) }),
  );
const named = (at: string, signerDigest = SIGNER_COMMIT): Signed =>
  by({ signerUri: `https://github.com/${SIGNER_PATH}@${at}`, signerDigest });
const events = (...listed: readonly string[]): Partial<Wanted> => ({ events: listed });
const asking = (facts: Partial<FactDemands>): Partial<Wanted> => ({ facts: { ...WANTED.facts, ...facts } });
const signers = (kind: 'tag' | 'branch', text: string): Partial<Wanted> => ({
  signers: [{ path: SIGNER_PATH, refs: { kind, pattern: pattern(text) } }],
});
const PINNED: Partial<Wanted> = { signers: [{ path: SIGNER_PATH, refs: { kind: 'commit', commit: SIGNER_COMMIT } }] };
const checks = (...changes: readonly object[]): Signed =>
  stating((document) => {
    const field = fieldOf(document);
    const [first] = field.checks as readonly object[];
    Object.assign(field, { checks: changes.map((change) => ({ ...first, ...change })) });
  });
const scans = (...changes: readonly { readonly tool?: string; readonly findings?: object }[]): Signed =>
  stating((document) => {
    const field = fieldOf(document);
    const [first] = field.scans as readonly Scan[];
    const changed = ({ findings = {}, ...more }: (typeof changes)[number]) => ({
      ...{ ...first, ...more },
      findings: { ...first?.findings, ...findings },
    });
    Object.assign(field, { scans: changes.map(changed) });
  });
const cut = (truncated: object): Signed => stating((document) => Object.assign(fieldOf(document), { truncated }));

const HASH = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const queue = (branch: string, entry = `pr-7-${HASH}`) => `refs/heads/gh-readonly-queue/${branch}/${entry}`;
const OTHER = 'b'.repeat(40);
const A = 'a'.repeat(64);
const MAIN = 'refs/heads/main';

const GOOD: readonly Case[] = [
  ['a signer whose commit is a SHA-256', by({ signerDigest: A })],
  ['the second of its subjects is the image', about('b'.repeat(64), A)],
  ['the first of its subjects is the image', about(A, 'b'.repeat(64))],
  ['nine minutes ahead of this clock', SIGNED, { now: SIGNED_AT - 9 * 60_000 }],
  ...['release', 'workflow_dispatch', 'repository_dispatch', 'schedule'].map(
    (event): Case => [`the event ${event}, at its ref`, onEvent(event, MAIN), events(event)],
  ),
  [
    'an entry of the queue with a SHA-256',
    onEvent('merge_group', queue('main', `pr-7-${'c'.repeat(64)}`), MAIN),
    events('merge_group'),
  ],
  [
    'the queue of a branch with a slash',
    onEvent('merge_group', queue('release/1'), 'refs/heads/release/1'),
    {
      ...events('merge_group'),
      branches: [pattern('release/*')],
    },
  ],
  ['one of two checks of the name has passed', checks({ state: 'left-out' }, {})],
  ['a check of the name by another app beside it', checks({ app: { id: 1, slug: 'x' } }, {})],
  ['a tool in another letter case', SIGNED, asking({ scans: [{ tool: 'TRIVY', below: 'critical' }] })],
  ['a bad report of another tool', scans({}, { tool: 'Trivy-DB', findings: { critical: 3 } })],
  ['a list that was cut, of which nothing is asked', cut({ destinations: 999 })],
  ['a demanded check is there, and others were cut off', cut({ checks: 999 })],
];

const BAD: readonly Bad[] = [
  [2, 'an issuer without its end', by({ issuer: FIELDS.issuer.slice(0, -1) })],
  [2, 'an issuer in another letter case', by({ issuer: FIELDS.issuer.toUpperCase() })],
  [4, 'a commit of the signer with capital letters', by({ signerDigest: 'A'.repeat(40) })],
  [4, 'a commit of the signer between two lengths', by({ signerDigest: 'a'.repeat(50) })],
  [
    4,
    'the demanded workflow in the name of a tag of another one, as far into it',
    by({
      signerUri: `${'x'.repeat(`https://github.com/${SIGNER_PATH}@`.length)}refs/tags/https://github.com/${SIGNER_PATH}@`,
    }),
    signers('tag', '**'),
  ],
  [4, 'a ref that begins with the demanded commit', named(`${SIGNER_COMMIT}-evil`), PINNED],
  [4, 'the demanded commit, of which the certificate has another', named(SIGNER_COMMIT, OTHER), PINNED],
  [4, 'a tag where a branch of the name is demanded', named('refs/tags/main'), signers('branch', 'main')],
  [5, 'a runner that is allowed in another letter case', by({ runner: 'GitHub-hosted' })],
  [6, 'a repository in another letter case', by({ repositoryUri: 'https://github.com/Octo-Org/app' })],
  [7, 'no number of the owner', lacking('ownerId')],
  [8, 'an event that begins like a demanded one', by({ event: 'push_evil' })],
  [9, 'no ref', lacking('ref')],
  [
    9,
    'an event that anyone can cause, although it is listed',
    onEvent('pull_request_target', MAIN),
    events('pull_request_target'),
  ],
  [9, 'a git tag with the name of a demanded branch', onEvent('push', 'refs/tags/main')],
  [9, 'a ref that is neither', onEvent('push', 'main')],
  ...['refs/pull/7/merge/x', 'refs/pull/7/merge2', 'refs/heads/refs/pull/7/merge', 'refs/pull/0/merge'].map(
    (ref): Bad => [9, `the ref ${ref} of a pull request`, onEvent('pull_request', ref, MAIN), events('pull_request')],
  ),
  [10, 'a digest that begins like that of the image', about(`${'a'.repeat(63)}b`)],
  [10, 'a digest that is longer', about(`${A}aa`)],
  [
    11,
    'a verifier that begins like this action',
    stating(({ predicate }) => Object.assign(predicate.verifier as object, { id: `${VERIFIER}-evil` })),
  ],
  ...['merge_group', 'schedule', 'push'].map((event): Bad => {
    const ref = event === 'merge_group' ? queue('main') : MAIN;
    return [13, `another commit on the event ${event}`, onEvent(event, ref, MAIN, OTHER), events(event)];
  }),
  [
    14,
    'a branch that begins like that of the run',
    onEvent('push', 'refs/heads/main2', MAIN),
    { branches: [pattern('main*')] },
  ],
  ...[
    ['an entry without a hash', queue('main', 'pr-7-evil'), MAIN],
    ['something behind its entry', `${queue('main')}-evil`, MAIN],
    ['something before its entry', queue('main', `x-pr-7-${HASH}`), MAIN],
    ['a branch of as many letters', queue('test'), MAIN],
    ['a git tag', queue(''), 'refs/tags/v1.4.0'],
  ].map(
    ([what = '', ref = '', mine = '']): Bad => [
      14,
      `the queue: ${what}`,
      onEvent('merge_group', ref, mine),
      events('merge_group'),
    ],
  ),
  [
    16,
    'rules whose digest is the beginning of the demanded one',
    stating(({ predicate }) => Object.assign(predicate.policy as object, { digest: { sha256: A.slice(2) } })),
    asking({ policy: A }),
  ],
  [
    16,
    'rules without a digest',
    stating(({ predicate }) => Object.assign(predicate.policy as object, { digest: {} })),
    asking({ policy: A }),
  ],
  [
    16,
    'the demanded rules by another algorithm',
    stating(({ predicate }) => Object.assign(predicate.policy as object, { digest: { sha512: A } })),
    asking({ policy: A }),
  ],
  [16, 'a check that begins like the demanded one', checks({ name: 'test-evil' })],
  [16, 'a check in another letter case', checks({ name: 'Test' })],
  [16, 'a check of no app', checks({ app: undefined })],
  [
    16,
    'the second of two demanded checks',
    SIGNED,
    asking({ checks: [...WANTED.facts.checks, { name: 'e2e', appId: 15_368 }] }),
  ],
  [
    16,
    'the second of two demanded scans',
    SIGNED,
    asking({ scans: [...WANTED.facts.scans, { tool: 'Grype', below: 'low' }] }),
  ],
  [16, 'a tool that begins like the demanded one', scans({ tool: 'Trivy-evil' })],
  [16, 'one finding alone', scans({ findings: { critical: 1, high: 0, medium: 0, low: 0 } })],
  [16, 'a second report with a finding', scans({}, { findings: { critical: 1 } })],
];

describe('a proof that only just fulfils everything', () => {
  it.each(GOOD)('%s', (_name, signed, wanted = {}) => {
    expect(judgeProof(signed, { ...WANTED, ...wanted })).toMatchObject({ ok: true });
  });
});

describe('a proof that misses by little', () => {
  it('by the ref of the workflow is told apart from one by another workflow', () => {
    const lacks = (signed: Signed) => {
      const judged = judgeProof(signed, WANTED);
      return judged.ok ? '' : judged.lacks;
    };
    expect(lacks(named('refs/tags/v2'))).toContain('was signed by the demanded workflow, but at another ref of it: ');
    const other = by({ signerUri: 'https://github.com/evil/app/.github/workflows/publish.yml@refs/tags/v1' });
    expect(lacks(other)).toContain('was signed by another workflow: ');
  });

  it.each(BAD)('rule %i: %s', (rank, _name, signed, wanted = {}) => {
    expect(judgeProof(signed, { ...WANTED, ...wanted })).toMatchObject({ ok: false, rank });
  });

  it.each([
    ['texts', cut({ text: 1 }), asking({ checks: [{ name: 'e2e', appId: 15_368 }] }), 'PROOF_TRUNCATED'],
    ['scans', cut({ scans: 33 }), asking({ scans: [{ tool: 'Grype', below: 'low' }] }), 'PROOF_TRUNCATED'],
    ['another list', cut({ destinations: 99 }), asking({ checks: [{ name: 'e2e', appId: 1 }] }), 'PROOF_DEMAND'],
    [
      'checks, where a scan is asked for',
      cut({ checks: 300 }),
      asking({ scans: [{ tool: 'Grype', below: 'low' }] }),
      'PROOF_DEMAND',
    ],
  ] as const)('rule 16, where what was cut is %s: it is told apart', (_what, signed, wanted, code) => {
    expect(judgeProof(signed, { ...WANTED, ...wanted })).toMatchObject({ ok: false, rank: 16, code });
  });
});

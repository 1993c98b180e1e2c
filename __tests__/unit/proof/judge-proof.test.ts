/** The numbers are those of the table above `judgeProof`. */
import { describe, expect, it } from '@jest/globals';
import { readCertificate } from '../../../src/proof/certificate.ts';
import type { Wanted } from '../../../src/proof/demands.ts';
import { judgeProof } from '../../../src/proof/judge-proof.ts';
import type { Signed } from '../../../src/proof/lack.ts';
import { GATE_FIELD } from '../../../src/proof/uris.ts';
import { certificateFor, fulcioExtension, mailName, uriName } from '../../doubles/sigstore/certificate.ts';
import { digest } from './decided.ts';
import {
  certificate,
  type Document,
  FIELDS,
  fieldOf,
  holder,
  pattern,
  SIGNED,
  SIGNED_AT,
  SIGNER,
  SIGNER_COMMIT,
  SIGNER_PATH,
  statementDocument,
  statementOf,
  WANTED,
} from './proved.ts';

type Fields = Parameters<typeof holder>[0];
const by = (fields: Fields, name?: string): Signed => ({ ...SIGNED, certificate: certificate(holder(fields, name)) });
const stating = (change: (document: Document) => unknown, signed: Signed = SIGNED): Signed => {
  const document = statementDocument();
  change(document);
  return { ...signed, statement: statementOf(document) };
};
const wants = (more: Partial<Wanted>): Wanted => ({ ...WANTED, ...more });
const tags = (text: string) => ({ path: SIGNER_PATH, refs: { kind: 'tag', pattern: pattern(text) } }) as const;
const branch = (text: string) => ({ path: SIGNER_PATH, refs: { kind: 'branch', pattern: pattern(text) } }) as const;
const pinned = { path: SIGNER_PATH, refs: { kind: 'commit', commit: SIGNER_COMMIT } } as const;
const named = (name: string): Signed => by({ signerUri: name });

/** A run on another event, with the ref of its certificate and what its summary says of it. */
function onEvent(event: string, ref: string, about: { readonly ref: string; readonly commit?: string }): Signed {
  const signed = by({ event, ref });
  return stating((document) => Object.assign(fieldOf(document).run, { event, ...about }), signed);
}
const QUEUED = 'refs/heads/gh-readonly-queue/main/pr-7-ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const OTHER_COMMIT = 'b'.repeat(40);
const ALL_EVENTS = wants({ events: ['push', 'merge_group', 'workflow_run', 'pull_request', 'schedule', 'issues'] });

describe('a proof that fulfils everything', () => {
  it.each<[string, Signed, Wanted]>([
    ['as it was demanded', SIGNED, WANTED],
    ['a signer at a pattern of tags', named(SIGNER), wants({ signers: [tags('v*')] })],
    ['one of several signers', SIGNED, wants({ signers: [branch('main'), tags('v1')] })],
    [
      'a signer that was pinned',
      by({ signerUri: `https://github.com/${SIGNER_PATH}@${SIGNER_COMMIT}` }),
      wants({ signers: [pinned] }),
    ],
    ['a runner of our own, allowed', by({ runner: 'self-hosted' }), wants({ allowSelfHosted: true })],
    [
      'a repository by its name alone',
      by({ repositoryId: '74' }),
      wants({ repository: { name: 'octo-org/app', id: undefined, ownerId: undefined } }),
    ],
    ['the queue', onEvent('merge_group', QUEUED, { ref: 'refs/heads/main' }), ALL_EVENTS],
    [
      'a run that follows another',
      onEvent('workflow_run', 'refs/heads/trunk', { ref: 'refs/heads/main', commit: OTHER_COMMIT }),
      ALL_EVENTS,
    ],
    [
      'a pull request',
      onEvent('pull_request', 'refs/pull/7/merge', { ref: 'refs/heads/fix', commit: OTHER_COMMIT }),
      { ...ALL_EVENTS, branches: [pattern('fix')] },
    ],
    ['exactly as old as it may be', { ...SIGNED, signedAt: SIGNED_AT }, wants({ now: SIGNED_AT + 3_600_000 })],
    ['of any age', SIGNED, wants({ maxAge: undefined, now: SIGNED_AT + 1e12 })],
    [
      'the demanded rules',
      SIGNED,
      wants({
        facts: {
          ...WANTED.facts,
          policy: (statementDocument().predicate.policy as { digest: { sha256: string } }).digest.sha256,
        },
      }),
    ],
    [
      'another statement, of which nothing more is asked',
      stating((document) =>
        Object.assign(document, { predicateType: 'https://slsa.dev/provenance/v1', predicate: {} }),
      ),
      wants({ predicateType: 'https://slsa.dev/provenance/v1' }),
    ],
    ['ten minutes apart', { ...SIGNED, signedAt: SIGNED_AT + 590_000 }, wants({ now: SIGNED_AT + 600_000 })],
  ])('%s', (_name, signed, wanted) => {
    expect(judgeProof(signed, wanted)).toMatchObject({ ok: true });
  });
});

const BAD: readonly (readonly [rank: number, code: string, name: string, signed: Signed, wanted?: Wanted])[] = [
  [
    1,
    'PROOF_PREDICATE',
    'provenance',
    stating((document) => Object.assign(document, { predicateType: 'https://slsa.dev/provenance/v1' })),
  ],
  [
    1,
    'PROOF_PREDICATE',
    'a summary where provenance is demanded',
    SIGNED,
    wants({ predicateType: 'https://slsa.dev/provenance/v1' }),
  ],
  [2, 'PROOF_SIGNER', 'another issuer', by({ issuer: 'https://gitlab.com' })],
  [2, 'PROOF_SIGNER', 'an issuer that begins like it', by({ issuer: `${FIELDS.issuer}.evil.example` })],
  [2, 'PROOF_SIGNER', 'an issuer with a slash', by({ issuer: `${FIELDS.issuer}/` })],
  [2, 'PROOF_SIGNER', 'no issuer', { ...SIGNED, certificate: { ...SIGNED.certificate, issuer: undefined } }],
  [
    3,
    'PROOF_SIGNER',
    'a name that is not the workflow',
    by({}, 'https://github.com/evil/app/.github/workflows/x.yml@refs/tags/v1'),
  ],
  [3, 'PROOF_SIGNER', 'no workflow', { ...SIGNED, certificate: { ...SIGNED.certificate, signerUri: undefined } }],
  [4, 'PROOF_SIGNER', 'a tag that begins like it', named(`${SIGNER}-evil`)],
  [4, 'PROOF_SIGNER', 'a tag below it', named(`${SIGNER}/evil`)],
  [
    4,
    'PROOF_SIGNER',
    'a pattern that ends at a slash',
    named(`https://github.com/${SIGNER_PATH}@refs/tags/v1/evil`),
    wants({ signers: [tags('v*')] }),
  ],
  [4, 'PROOF_SIGNER', 'a branch of that name', named(`https://github.com/${SIGNER_PATH}@refs/heads/v1`)],
  [
    4,
    'PROOF_SIGNER',
    'a branch that is called like a tag',
    named(`https://github.com/${SIGNER_PATH}@refs/heads/refs/tags/v1`),
  ],
  [4, 'PROOF_SIGNER', 'a host that looks alike', named(`https://githubXcom/${SIGNER_PATH}@refs/tags/v1`)],
  [4, 'PROOF_SIGNER', 'a host that is longer', named(`https://github.com.evil.example/${SIGNER_PATH}@refs/tags/v1`)],
  [4, 'PROOF_SIGNER', 'plain HTTP', named(SIGNER.replace('https', 'http'))],
  [4, 'PROOF_SIGNER', 'something before it', named(`https://evil.example/${SIGNER}`)],
  [4, 'PROOF_SIGNER', 'another file', named(SIGNER.replace('publish.yml', 'publish.yaml'))],
  [
    4,
    'PROOF_SIGNER',
    'a file whose name has another character for the full stop',
    named(SIGNER.replace('publish.yml', 'publishXyml')),
  ],
  [4, 'PROOF_SIGNER', 'an owner that looks alike', named(SIGNER.replace('OWNER', '0WNER'))],
  [4, 'PROOF_SIGNER', 'an owner in lower case', named(SIGNER.replace('OWNER', 'owner'))],
  [4, 'PROOF_SIGNER', 'a pull request', named(`https://github.com/${SIGNER_PATH}@refs/pull/1/merge`)],
  [
    4,
    'PROOF_SIGNER',
    'a commit, where a ref is demanded',
    named(`https://github.com/${SIGNER_PATH}@${SIGNER_COMMIT}`),
    wants({ signers: [tags('**'), branch('**')] }),
  ],
  [
    4,
    'PROOF_SIGNER',
    'another commit',
    by({ signerUri: `https://github.com/${SIGNER_PATH}@${OTHER_COMMIT}`, signerDigest: OTHER_COMMIT }),
    wants({ signers: [pinned] }),
  ],
  [4, 'PROOF_SIGNER', 'a ref at the demanded commit', SIGNED, wants({ signers: [pinned] })],
  [
    4,
    'PROOF_SIGNER',
    'a tag that is called like the demanded commit',
    by({ signerUri: `https://github.com/${SIGNER_PATH}@${SIGNER_COMMIT}`, signerDigest: OTHER_COMMIT }),
    wants({ signers: [pinned] }),
  ],
  [4, 'PROOF_SIGNER', 'a commit that is no full hash', by({ signerDigest: 'a'.repeat(39) })],
  [4, 'PROOF_SIGNER', 'no commit', { ...SIGNED, certificate: { ...SIGNED.certificate, signerDigest: undefined } }],
  [
    4,
    'PROOF_SIGNER',
    'an empty name',
    { ...SIGNED, certificate: { ...SIGNED.certificate, name: '@', signerUri: '@' } },
  ],
  [5, 'PROOF_SIGNER', 'a runner of its own', by({ runner: 'self-hosted' })],
  [5, 'PROOF_SIGNER', 'a runner of no known kind', by({ runner: 'hosted' }), wants({ allowSelfHosted: true })],
  [5, 'PROOF_SIGNER', 'no runner', { ...SIGNED, certificate: { ...SIGNED.certificate, runner: undefined } }],
  [6, 'PROOF_REPOSITORY', 'another repository', by({ repositoryUri: 'https://github.com/octo-org/other' })],
  [6, 'PROOF_REPOSITORY', 'one that begins like it', by({ repositoryUri: 'https://github.com/octo-org/app2' })],
  [6, 'PROOF_REPOSITORY', 'an owner that looks alike', by({ repositoryUri: 'https://github.com/0cto-org/app' })],
  [6, 'PROOF_REPOSITORY', 'one of another server', by({ repositoryUri: 'https://octo.ghe.com/octo-org/app' })],
  [6, 'PROOF_REPOSITORY', 'one that was renamed', by({ repositoryUri: 'https://github.com/octo-org/new-name' })],
  [7, 'PROOF_REPOSITORY', 'one that took over the name', by({ repositoryId: '75' })],
  [7, 'PROOF_REPOSITORY', 'an owner that took over the name', by({ ownerId: '66' })],
  [7, 'PROOF_REPOSITORY', 'a number with a zero before it', by({ repositoryId: '074' })],
  [7, 'PROOF_REPOSITORY', 'no number', { ...SIGNED, certificate: { ...SIGNED.certificate, repositoryId: undefined } }],
  [8, 'PROOF_REF', 'another event', by({ event: 'schedule' })],
  [8, 'PROOF_REF', 'an event that anyone can cause', by({ event: 'pull_request_target' })],
  [8, 'PROOF_REF', 'no event', { ...SIGNED, certificate: { ...SIGNED.certificate, event: undefined } }],
  [9, 'PROOF_REF', 'another branch', by({ ref: 'refs/heads/feature' })],
  [9, 'PROOF_REF', 'another tag', by({ ref: 'refs/tags/test' })],
  [9, 'PROOF_REF', 'a branch that is called like a tag', by({ ref: 'refs/heads/v1.4.0' })],
  [9, 'PROOF_REF', 'a pull request, on the event push', by({ ref: 'refs/pull/1/merge' })],
  [
    9,
    'PROOF_REF',
    'an event that has no rule, although it is listed',
    onEvent('issues', 'refs/heads/main', { ref: 'refs/heads/main' }),
    ALL_EVENTS,
  ],
  [9, 'PROOF_REF', 'no queue', onEvent('merge_group', 'refs/heads/main', { ref: 'refs/heads/main' }), ALL_EVENTS],
  [
    9,
    'PROOF_REF',
    'a run that follows another, on a tag',
    onEvent('workflow_run', 'refs/tags/v1', { ref: 'refs/heads/main' }),
    ALL_EVENTS,
  ],
  [
    9,
    'PROOF_REF',
    'the head of a pull request',
    onEvent('pull_request', 'refs/pull/7/head', { ref: 'refs/heads/main' }),
    ALL_EVENTS,
  ],
  [
    9,
    'PROOF_REF',
    'provenance of a run whose ref nobody has signed',
    stating(
      (document) => Object.assign(document, { predicateType: 'https://slsa.dev/provenance/v1' }),
      by({ event: 'workflow_run', ref: 'refs/heads/main' }),
    ),
    { ...ALL_EVENTS, predicateType: 'https://slsa.dev/provenance/v1' },
  ],
  [10, 'PROOF_SUBJECT', 'another image', SIGNED, wants({ digest: digest('b') })],
  [
    10,
    'PROOF_SUBJECT',
    'the digest as the name',
    stating((document) =>
      Object.assign(document, { subject: [{ name: digest('a'), digest: { sha256: 'b'.repeat(64) } }] }),
    ),
  ],
  [
    10,
    'PROOF_SUBJECT',
    'the digest by another algorithm',
    stating((document) => Object.assign(document, { subject: [{ name: 'x', digest: { sha512: 'a'.repeat(64) } }] })),
  ],
  [
    11,
    'PROOF_PREDICATE',
    'a summary that has FAILED',
    stating(({ predicate }) => Object.assign(predicate, { verificationResult: 'FAILED' })),
  ],
  [
    11,
    'PROOF_PREDICATE',
    'a summary without a result',
    stating(({ predicate }) => void delete predicate.verificationResult),
  ],
  [11, 'PROOF_PREDICATE', 'a summary of another tool', stating(({ predicate }) => void delete predicate[GATE_FIELD])],
  [11, 'PROOF_PREDICATE', 'no predicate', stating((document) => Object.assign(document, { predicate: {} }))],
  [
    11,
    'PROOF_PREDICATE',
    'another verifier',
    stating(({ predicate }) =>
      Object.assign(predicate.verifier as object, { id: 'https://github.com/evil/verified-image-push' }),
    ),
  ],
  [12, 'PROOF_PREDICATE', 'another run', stating((document) => Object.assign(fieldOf(document).run, { id: '1' }))],
  [
    12,
    'PROOF_PREDICATE',
    'another attempt',
    stating((document) => Object.assign(fieldOf(document).run, { attempt: '2' })),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'another repository',
    stating((document) => Object.assign(fieldOf(document).run, { repository: 'octo-org/other' })),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'another number of the repository',
    stating((document) => Object.assign(fieldOf(document).run, { repositoryId: '1' })),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'another number of the owner',
    stating((document) => Object.assign(fieldOf(document).run, { ownerId: '1' })),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'another server',
    stating((document) => Object.assign(fieldOf(document).run, { server: 'https://octo.ghe.com' })),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'another workflow',
    stating((document) =>
      Object.assign(fieldOf(document).run, { workflow: 'octo-org/app/.github/workflows/x.yml@refs/tags/v1.4.0' }),
    ),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'another event',
    stating((document) => Object.assign(fieldOf(document).run, { event: 'release' })),
  ],
  [
    12,
    'PROOF_PREDICATE',
    'no number of the repository on either side, where none is demanded',
    stating((document) => Object.assign(fieldOf(document).run, { repositoryId: '' }), by({ repositoryId: '' })),
    wants({ repository: { name: 'octo-org/app', id: undefined, ownerId: undefined } }),
  ],
  [
    13,
    'PROOF_PREDICATE',
    'another commit',
    stating((document) => Object.assign(fieldOf(document).run, { commit: OTHER_COMMIT })),
  ],
  [
    14,
    'PROOF_REF',
    'a ref that is not demanded',
    stating((document) => Object.assign(fieldOf(document).run, { ref: 'refs/heads/feature' })),
  ],
  [
    14,
    'PROOF_REF',
    'a ref that is demanded, and is not that of the run',
    stating((document) => Object.assign(fieldOf(document).run, { ref: 'refs/heads/main' })),
  ],
  [
    14,
    'PROOF_REF',
    'the queue of another branch',
    onEvent('merge_group', QUEUED.replace('/main/', '/other/'), { ref: 'refs/heads/main' }),
    ALL_EVENTS,
  ],
  [
    14,
    'PROOF_REF',
    'the queue of a branch that begins like it',
    onEvent('merge_group', QUEUED.replace('/main/', '/main/other/'), { ref: 'refs/heads/main' }),
    ALL_EVENTS,
  ],
  [
    14,
    'PROOF_REF',
    'a run that follows one on another branch',
    onEvent('workflow_run', 'refs/heads/main', { ref: 'refs/heads/feature' }),
    ALL_EVENTS,
  ],
  [
    14,
    'PROOF_REF',
    'a pull request from another branch',
    onEvent('pull_request', 'refs/pull/7/merge', { ref: 'refs/heads/feature' }),
    ALL_EVENTS,
  ],
  [
    15,
    'PROOF_PREDICATE',
    'a time before',
    { ...SIGNED, signedAt: SIGNED_AT + 11 * 60_000 },
    wants({ now: SIGNED_AT + 12 * 60_000 }),
  ],
  [15, 'PROOF_PREDICATE', 'a time after', { ...SIGNED, signedAt: SIGNED_AT - 11 * 60_000 }],
  [
    15,
    'PROOF_PREDICATE',
    'a time that is none',
    stating(({ predicate }) => Object.assign(predicate, { timeVerified: '2026-99-99T99:99:99Z' })),
  ],
  [16, 'PROOF_DEMAND', 'other rules', SIGNED, wants({ facts: { ...WANTED.facts, policy: 'f'.repeat(64) } })],
  [
    16,
    'PROOF_DEMAND',
    'a check that is not there',
    SIGNED,
    wants({ facts: { ...WANTED.facts, checks: [{ name: 'e2e', appId: 15_368 }] } }),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a check of another app',
    SIGNED,
    wants({ facts: { ...WANTED.facts, checks: [{ name: 'test', appId: 1 }] } }),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a status, of which no app is known',
    SIGNED,
    wants({ facts: { ...WANTED.facts, checks: [{ name: 'licences', appId: 15_368 }] } }),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a check that was left out',
    stating((document) => Object.assign((fieldOf(document).checks as object[])[0] ?? {}, { state: 'left-out' })),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a scan of another tool',
    SIGNED,
    wants({ facts: { ...WANTED.facts, scans: [{ tool: 'Grype', below: 'critical' }] } }),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a scan that has found what is as bad',
    SIGNED,
    wants({ facts: { ...WANTED.facts, scans: [{ tool: 'Trivy', below: 'high' }] } }),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a scan that has found what is worse',
    SIGNED,
    wants({ facts: { ...WANTED.facts, scans: [{ tool: 'Trivy', below: 'low' }] } }),
  ],
  [
    16,
    'PROOF_DEMAND',
    'a scan with findings of a severity that nobody knows',
    stating((document) =>
      Object.assign((fieldOf(document).scans as { findings: object }[])[0]?.findings ?? {}, { unknown: 1 }),
    ),
  ],
  [
    16,
    'PROOF_DEMAND',
    'two scans, of which one is bad',
    stating((document) => {
      const scans = fieldOf(document).scans as { findings: object }[];
      scans.push({ ...scans[0], findings: { ...scans[0]?.findings, critical: 1 } });
    }),
  ],
  [
    16,
    'PROOF_TRUNCATED',
    'a check that may have been cut off',
    stating((document) => Object.assign(fieldOf(document), { truncated: { checks: 999 } })),
    wants({ facts: { ...WANTED.facts, checks: [{ name: 'e2e', appId: 15_368 }] } }),
  ],
  [
    16,
    'PROOF_TRUNCATED',
    'scans that were cut off',
    stating((document) => Object.assign(fieldOf(document), { truncated: { scans: 99 } })),
  ],
  [17, 'PROOF_AGE', 'too old', SIGNED, wants({ now: SIGNED_AT + 3_600_001 })],
  [17, 'PROOF_AGE', 'of the future', SIGNED, wants({ now: SIGNED_AT - 11 * 60_000 })],
  [
    17,
    'PROOF_AGE',
    'of no time',
    stating((document) => Object.assign(document, { predicateType: 'x' }), { ...SIGNED, signedAt: Number.NaN }),
    wants({ predicateType: 'x' }),
  ],
];

describe('a proof that does not', () => {
  it.each(BAD)('%i %s: %s', (rank, code, _name, signed, wanted = WANTED) => {
    const judged = judgeProof(signed, wanted);
    expect(judged).toMatchObject({ ok: false, code, rank });
    expect(judged.ok ? '' : judged.lacks).not.toBe('');
  });

  it('is held against each rule of the table', () => {
    expect([...new Set(BAD.map(([rank]) => rank))]).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    expect(BAD.length).toBeGreaterThanOrEqual(80);
  });
});

describe('a certificate', () => {
  const good = holder();
  it.each([
    ['with two names', { ...good, names: [uriName(SIGNER), uriName('https://evil.example')] }],
    ['with a name that is no URI', { ...good, names: [mailName('octo@example.com')] }],
    ['with another name beside it', { ...good, names: [uriName(SIGNER), mailName('octo@example.com')] }],
    ['without a name', { ...good, names: [] }],
    ['with a field twice', { ...good, more: [fulcioExtension(12, 'https://github.com/octo-org/app')] }],
    ['with an extension of no use twice', { ...good, more: [fulcioExtension(99, 'a'), fulcioExtension(99, 'b')] }],
  ])('%s is refused', (_name, of) => {
    expect(readCertificate(certificateFor(of))).toMatchObject({ ok: false });
  });

  it('is refused where a length is longer than it must be, which two readers may read in two ways', () => {
    const whole = certificateFor(good);
    const content = whole.subarray(4);
    const longer = Buffer.concat([Buffer.from([0x30, 0x83, 0, content.length >> 8, content.length & 0xff]), content]);
    expect([whole[1], readCertificate(whole).ok, readCertificate(longer).ok]).toEqual([0x82, true, false]);
  });

  it('is read with every field', () => {
    expect(certificate()).toEqual({ ...FIELDS, name: SIGNER });
  });

  it('that is cut anywhere is refused, and so is what stands behind it', () => {
    const whole = certificateFor(good);
    const cut = Array.from({ length: whole.length }, (_, at) => readCertificate(whole.subarray(0, at)).ok);
    expect(cut).not.toContain(true);
    expect(readCertificate(Buffer.concat([whole, Buffer.from([0])])).ok).toBe(false);
  });

  it('never has a field by another number than its own', () => {
    const numbers = { ...FIELDS, issuer: undefined } as never as Fields;
    const of = { ...good, fields: numbers ?? {}, more: [fulcioExtension(1, FIELDS.issuer)] };
    expect(certificate(of).issuer).toBeUndefined();
  });
});

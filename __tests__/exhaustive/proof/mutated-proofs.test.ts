/** 20,000 proofs, each changed in up to three places, are judged as a second opinion judges them. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCertificate } from '../../../src/proof/certificate.ts';
import { readStatement } from '../../../src/proof/check-statement.ts';
import { judgeProof } from '../../../src/proof/judge-proof.ts';
import { certificateFor, uriName } from '../../doubles/sigstore/certificate.ts';
import { COMMIT, DECIDED } from '../../unit/proof/decided.ts';
import {
  FIELDS,
  fieldOf,
  pattern,
  SIGNED_AT,
  SIGNER,
  SIGNER_PATH,
  statementDocument,
  WANTED,
} from '../../unit/proof/proved.ts';
import { DEMANDED, letsThrough, type World } from './oracle.ts';

const OTHER = 'b'.repeat(40);
const QUEUED = `refs/heads/gh-readonly-queue/main/pr-7-${COMMIT}`;
const RUN = fieldOf(statementDocument()).run;
const TEST = { name: 'test', state: 'passed', app: 15_368 };
const SCAN = { tool: 'Trivy', critical: 0, high: 1, unknown: 0 };

const GOOD: World = {
  certificate: FIELDS,
  names: [SIGNER],
  type: DEMANDED.type,
  subjects: [DEMANDED.digest],
  result: 'PASSED',
  verifier: DEMANDED.verifier,
  minutesOff: 0,
  run: { ...RUN, repositoryId: '74', ownerId: '65' },
  checks: [TEST],
  scans: [SCAN],
  cut: [],
  minutesOld: 1,
};
const about = (event: string, ref: string, mine: string, commit = COMMIT): World => ({
  ...GOOD,
  certificate: { ...GOOD.certificate, event, ref },
  run: { ...GOOD.run, event, ref: mine, commit },
});
const GROUNDS: readonly World[] = [
  GOOD,
  about('push', 'refs/heads/main', 'refs/heads/main'),
  about('merge_group', QUEUED, 'refs/heads/main'),
  about('workflow_run', 'refs/heads/trunk', 'refs/tags/v2', OTHER),
];

/** Texts that are near to right ones. */
const near = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(text, `${text}-evil`, `${text}/evil`, `x${text}`, '', text.slice(0, -1), `${text}\n`, ` ${text}`),
    fc.constantFrom(text.toUpperCase(), text.replace('.', 'X'), text.replace('https', 'http'), text.replace('o', '0')),
    fc.nat(Math.max(text.length - 1, 0)).map((at) => `${text.slice(0, at)}*${text.slice(at + 1)}`),
  );
const REFS = [
  'refs/heads/main',
  'refs/heads/trunk',
  'refs/tags/v2',
  'refs/tags/v1.4.0',
  'refs/tags/x',
  'refs/heads/v2',
  'refs/heads/refs/tags/v2',
  QUEUED,
  QUEUED.replace('main', 'main/x'),
  QUEUED.replace('main', 'other'),
  'refs/pull/1/merge',
];
const NAMES = ['v1', 'v1.2.3', 'v1-evil', 'v1/evil', 'v2', 'main', ''].map(
  (tag) => `https://github.com/${SIGNER_PATH}@refs/tags/${tag}`,
);

type Change = (world: World) => World;
const set =
  <K extends keyof World>(key: K, value: World[K]): Change =>
  (world) => ({ ...world, [key]: value });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constantFrom(...Object.keys(FIELDS)).chain((key) =>
    near((FIELDS as Record<string, string>)[key] ?? '').map(
      (value): Change =>
        (world) => ({ ...world, certificate: { ...world.certificate, [key]: value } }),
    ),
  ),
  fc.constantFrom(...Object.keys(FIELDS)).map(
    (key): Change =>
      (world) => ({ ...world, certificate: without(world.certificate, key) }),
  ),
  fc.constantFrom(...NAMES, SIGNER.replace('/tags/', '/heads/'), SIGNER.replace('.com', 'Xcom')).map(
    (name): Change =>
      (world) => ({ ...world, names: [name], certificate: { ...world.certificate, signerUri: name } }),
  ),
  fc
    .constantFrom<readonly string[]>([], [SIGNER, SIGNER], [SIGNER, 'https://evil.example'], ['https://evil.example'])
    .map((names) => set('names', names)),
  fc.constantFrom(...Object.keys(RUN).filter((key) => key !== 'vouchedBy')).chain((key) =>
    near(RUN[key] ?? '').map(
      (value): Change =>
        (world) => ({ ...world, run: { ...world.run, [key]: value } }),
    ),
  ),
  fc.constantFrom(...REFS).map(
    (ref): Change =>
      (world) => ({ ...world, certificate: { ...world.certificate, ref } }),
  ),
  fc.constantFrom(...REFS).map(
    (ref): Change =>
      (world) => ({ ...world, run: { ...world.run, ref } }),
  ),
  fc.constantFrom('push', 'merge_group', 'workflow_run', 'schedule', 'pull_request_target').map(
    (event): Change =>
      (world) => ({ ...world, run: { ...world.run, event }, certificate: { ...world.certificate, event } }),
  ),
  near(DEMANDED.type).map((type) => set('type', type)),
  near('PASSED').map((result) => set('result', result)),
  near(DEMANDED.verifier).map((verifier) => set('verifier', verifier)),
  fc.subarray([DEMANDED.digest, 'b'.repeat(64)], { minLength: 1 }).map((subjects) => set('subjects', subjects)),
  fc.constantFrom(-11, -9, 9, 11, 10_000).map((minutes) => set('minutesOff', minutes)),
  fc.constantFrom(-20, -11, -9, 0, 59, 61, 100_000).map((minutes) => set('minutesOld', minutes)),
  fc
    .subarray([
      TEST,
      { ...TEST, app: 1 },
      { ...TEST, app: undefined },
      { ...TEST, name: 'Test' },
      { ...TEST, state: 'left-out' },
    ])
    .map((checks) => set('checks', checks)),
  fc
    .subarray([
      SCAN,
      { ...SCAN, critical: 1 },
      { ...SCAN, unknown: 2 },
      { ...SCAN, tool: 'Grype' },
      { ...SCAN, high: 0 },
    ])
    .map((scans) => set('scans', scans)),
  fc.subarray(['scans', 'checks', 'text', 'destinations']).map((cut) => set('cut', cut)),
);

function without(record: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** The bytes that a world is written in: the real certificate, and the real statement. */
function written(world: World): { readonly certificate: Uint8Array; readonly payload: Uint8Array } {
  const document = statementDocument();
  const field = fieldOf(document);
  const [scan] = field.scans as readonly Record<string, unknown>[];
  const time = SIGNED_AT + world.minutesOff * 60_000;
  Object.assign(document, {
    predicateType: world.type,
    subject: world.subjects.map((sha256) => ({ name: 'x', digest: { sha256 } })),
  });
  Object.assign(document.predicate, {
    verificationResult: world.result,
    verifier: { id: world.verifier, version: {} },
    timeVerified: new Date(time).toISOString(),
  });
  Object.assign(field, {
    run: { ...world.run, vouchedBy: 'runner' },
    checks: world.checks.map(({ name, state, app }) => ({
      ...{ name, state, reportedBy: 'x', askedBy: 'x', vouchedBy: 'api' },
      ...(app === undefined ? {} : { app: { id: app, slug: 'x' } }),
    })),
    scans: world.scans.map(({ tool, ...counts }) => ({ ...scan, tool, findings: { medium: 1, low: 1, ...counts } })),
    truncated: Object.fromEntries(world.cut.map((list) => [list, 999])),
  });
  const names = world.names.map(uriName);
  return {
    certificate: certificateFor({ names, fields: world.certificate }),
    payload: Buffer.from(JSON.stringify(document)),
  };
}

const wanted = {
  ...WANTED,
  events: ['push', 'merge_group', 'workflow_run'],
  signers: [{ path: SIGNER_PATH, refs: { kind: 'tag', pattern: pattern('v1*') } } as const],
  facts: {
    checks: [{ name: 'test', appId: 15_368 }],
    scans: [{ tool: 'Trivy', below: 'critical' }],
    policy: undefined,
  },
} as const;

/** Undefined if it cannot even be read. */
function judged(world: World): boolean {
  const { certificate: der, payload } = written(world);
  const certificate = readCertificate(der);
  const statement = readStatement(payload);
  if (!certificate.ok || !statement.ok) return false;
  const now = SIGNED_AT + world.minutesOld * 60_000;
  return judgeProof(
    { certificate: certificate.value, statement: statement.value, signedAt: SIGNED_AT },
    { ...wanted, now },
  ).ok;
}

it('lets through what a second opinion lets through, and nothing else', () => {
  const seen = { through: 0, refused: 0 };
  fc.assert(
    fc.property(fc.constantFrom(...GROUNDS), fc.array(change, { maxLength: 3 }), (ground, changes) => {
      const world = changes.reduce((before, next) => next(before), ground);
      const expected = letsThrough(world);
      seen[expected ? 'through' : 'refused'] += 1;
      expect(judged(world)).toBe(expected);
    }),
    { numRuns: 20_000, seed: 21 },
  );
  // A test of which one side is empty would show nothing.
  expect(seen.through).toBeGreaterThan(2_000);
  expect(seen.refused).toBeGreaterThan(2_000);
  expect(DECIDED.origin.repository).toBe(DEMANDED.repository);
});

it('reads bytes that were changed anywhere without failing, and lets none through that the certificate does not carry', () => {
  const { certificate: der, payload } = written(GOOD);
  fc.assert(
    fc.property(
      fc.nat(der.length - 1),
      fc.nat(255),
      fc.nat(payload.length - 1),
      fc.nat(255),
      (at, byte, place, other) => {
        const changed = Buffer.from(der).fill(byte, at, at + 1);
        const text = Buffer.from(payload).fill(other, place, place + 1);
        const certificate = readCertificate(changed);
        const statement = readStatement(text);
        if (!certificate.ok || !statement.ok) return;
        // What was let through says of itself what was demanded, byte for byte.
        const { ok } = judgeProof(
          { certificate: certificate.value, statement: statement.value, signedAt: SIGNED_AT },
          { ...wanted, now: SIGNED_AT },
        );
        if (ok)
          for (const demanded of [DEMANDED.issuer, `${DEMANDED.server}/${DEMANDED.repository}`, `@refs/tags/v1`])
            expect(changed.includes(demanded)).toBe(true);
      },
    ),
    { numRuns: 20_000, seed: 21 },
  );
});

/** The action verify/ against a real Sigstore: what is good is let through, and nothing of what is bad, each with its code. */
import { writeFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Registry, startRegistry } from '../doubles/registry/start-registry.ts';
import { Runner, type Step } from '../doubles/runner.ts';
import { assertSigstore, describeWithServices } from '../doubles/services.ts';
import type { BundleJson } from '../doubles/sigstore/sign-statement.ts';
import { type Document, fieldOf } from '../unit/proof/proved.ts';
import { annotations } from './support/job.ts';
import {
  changedRoot,
  deployment,
  IMAGE,
  OTHER_IMAGE,
  type Proving,
  proof,
  putProved,
  SIGNER,
} from './support/proved-image.ts';

jest.setTimeout(300_000);

type Case = {
  readonly name: string;
  /** What is attached to the image; one good proof if it is not said. */
  readonly proofs?: readonly Proving[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the file with the trusted root has in it. */
  readonly root?: (root: Record<string, unknown>) => unknown;
  readonly code?: string;
};

const WHERE = 'https://github.com';
const stating = (change: (document: Document) => unknown): Proving => ({ change });
const claiming = (claims: Readonly<Record<string, string>>): Proving => ({ claims });
/** A run that is what it says, in its token and in its statement. */
const running = (claims: Readonly<Record<string, string>>, run: Readonly<Record<string, string>>): Proving => ({
  claims,
  change: (document) => Object.assign(fieldOf(document).run, run),
});
const altered = (change: (bundle: BundleJson) => object): Proving => ({ alter: change });
const material = (change: Readonly<Record<string, unknown>>): Proving =>
  altered((bundle) => ({ ...bundle, verificationMaterial: { ...bundle.verificationMaterial, ...change } }));
const at = (ref: string, path = SIGNER) => claiming({ job_workflow_ref: `${path}@${ref}` });
const TAG = { job_workflow_ref: `${SIGNER}@refs/tags/v1` };
const flipped = (base64: string) => {
  const bytes = Buffer.from(base64, 'base64');
  return Buffer.from(bytes.fill((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1)).toString('base64');
};
const QUEUE = 'refs/heads/gh-readonly-queue/main/pr-7-ec26c3e57ca3a959ca5aad62de7213c562f8c821';

const GOOD: readonly Case[] = [
  { name: 'the proof of the publisher' },
  {
    name: 'one good among bad ones',
    proofs: [
      stating(({ predicate }) => Object.assign(predicate, { verificationResult: 'FAILED' })),
      at('refs/heads/evil'),
      {},
    ],
  },
  { name: 'a signer at a tag', proofs: [claiming(TAG)], inputs: { 'signer-workflow': `${SIGNER}@refs/tags/v*` } },
  {
    name: 'a signer that is pinned',
    proofs: [claiming({ job_workflow_ref: `${SIGNER}@${'a'.repeat(40)}`, job_workflow_sha: 'a'.repeat(40) })],
    inputs: { 'signer-workflow': `${SIGNER}@${'a'.repeat(40)}` },
  },
  { name: 'with its facts', inputs: { 'require-checks': 'test', 'require-scan': 'Trivy critical', 'max-age': '1h' } },
  {
    name: 'of another repository, by name',
    proofs: [
      running({ repository: 'octo-org/lib', repository_id: '99' }, { repository: 'octo-org/lib', repositoryId: '99' }),
    ],
    inputs: { repository: 'octo-org/lib#99', branches: 'main' },
  },
  {
    name: 'on a runner of our own',
    proofs: [claiming({ runner_environment: 'self-hosted' })],
    inputs: { 'allow-self-hosted': 'true' },
  },
  {
    name: 'provenance beside it',
    proofs: [
      {},
      stating((document) =>
        Object.assign(document, {
          predicateType: 'https://slsa.dev/provenance/v1',
          predicate: { buildDefinition: {} },
        }),
      ),
    ],
    inputs: { 'predicate-types': 'summary\nprovenance' },
  },
  {
    name: 'in the queue',
    proofs: [running({ event_name: 'merge_group', ref: QUEUE }, { event: 'merge_group' })],
    inputs: { events: 'merge_group' },
  },
  { name: 'by its tag', inputs: { tags: 'v1' } },
];

const BAD: readonly Case[] = [
  { code: 'PROOF_MISSING', name: 'nothing', proofs: [] },
  {
    code: 'PROOF_PREDICATE',
    name: 'provenance alone',
    proofs: [stating((document) => Object.assign(document, { predicateType: 'https://slsa.dev/provenance/v1' }))],
  },
  {
    code: 'PROOF_MISSING',
    name: 'a demanded provenance that is not there',
    proofs: [],
    inputs: { 'predicate-types': 'provenance' },
  },
  { code: 'PROOF_PREDICATE', name: 'one of two demanded', inputs: { 'predicate-types': 'summary\nprovenance' } },
  // Who has signed
  ...[
    'refs/heads/main-evil',
    'refs/heads/main/evil',
    'refs/tags/main',
    'refs/heads/refs/heads/main',
    'refs/pull/1/merge',
    'refs/heads/Main',
    'refs/heads/mai',
  ].map((ref) => ({ code: 'PROOF_SIGNER', name: `a signer at ${ref}`, proofs: [at(ref)] })),
  ...[
    'octo-org/app/.github/workflows/other.yml',
    'octo-org/app/.github/workflows/publish.yaml',
    '0cto-org/app/.github/workflows/publish.yml',
    'octo-org/app2/.github/workflows/publish.yml',
    'Octo-Org/app/.github/workflows/publish.yml',
    'octo-org/app/.github/workflows/sub/publish.yml',
    'evil/octo-org/app/.github/workflows/publish.yml',
    'octo-org/app/xgithub/workflows/publish.yml',
  ].map((path) => ({ code: 'PROOF_SIGNER', name: `the signer ${path}`, proofs: [at('refs/heads/main', path)] })),
  {
    code: 'PROOF_SIGNER',
    name: 'a tag that begins like it',
    proofs: [claiming({ job_workflow_ref: `${SIGNER}@refs/tags/v1-evil` })],
    inputs: { 'signer-workflow': `${SIGNER}@refs/tags/v1` },
  },
  {
    code: 'PROOF_SIGNER',
    name: 'a commit where tags are demanded',
    proofs: [claiming({ job_workflow_ref: `${SIGNER}@${'a'.repeat(40)}`, job_workflow_sha: 'a'.repeat(40) })],
    inputs: { 'signer-workflow': `${SIGNER}@refs/tags/**` },
  },
  {
    code: 'PROOF_SIGNER',
    name: 'another commit than the pinned one',
    proofs: [claiming({ job_workflow_ref: `${SIGNER}@${'a'.repeat(40)}`, job_workflow_sha: 'b'.repeat(40) })],
    inputs: { 'signer-workflow': `${SIGNER}@${'a'.repeat(40)}` },
  },
  { code: 'PROOF_SIGNER', name: 'a workflow without a full commit', proofs: [claiming({ job_workflow_sha: 'abc' })] },
  { code: 'PROOF_SIGNER', name: 'a runner of its own', proofs: [claiming({ runner_environment: 'self-hosted' })] },
  { code: 'PROOF_SIGNER', name: 'another issuer', inputs: { issuer: 'https://token.actions.githubusercontent.com' } },
  { code: 'PROOF_SIGNER', name: 'an issuer with a slash', inputs: { issuer: 'http://127.0.0.1:1/' } },
  {
    code: 'PROOF_SIGNER',
    name: 'a signer that is demanded of the summary alone',
    proofs: [
      {},
      stating((document) =>
        Object.assign(document, { predicateType: 'https://slsa.dev/provenance/v1', predicate: {} }),
      ),
    ],
    inputs: { 'predicate-types': `summary\nprovenance ${SIGNER}@refs/tags/v1` },
  },
  // For which repository
  { code: 'PROOF_REPOSITORY', name: 'another repository', proofs: [claiming({ repository: 'octo-org/other' })] },
  {
    code: 'PROOF_REPOSITORY',
    name: 'a repository that begins like it',
    proofs: [claiming({ repository: 'octo-org/app2' })],
  },
  { code: 'PROOF_REPOSITORY', name: 'an owner that looks alike', proofs: [claiming({ repository: '0cto-org/app' })] },
  {
    code: 'PROOF_REPOSITORY',
    name: 'a repository that was renamed',
    proofs: [claiming({ repository: 'octo-org/old-name' })],
  },
  {
    code: 'PROOF_REPOSITORY',
    name: 'a repository that took over the name',
    proofs: [claiming({ repository_id: '75' })],
  },
  {
    code: 'PROOF_REPOSITORY',
    name: 'an owner that took over the name',
    proofs: [claiming({ repository_owner_id: '66' })],
  },
  {
    code: 'PROOF_REPOSITORY',
    name: 'another number than the demanded one',
    proofs: [
      running({ repository: 'octo-org/lib', repository_id: '98' }, { repository: 'octo-org/lib', repositoryId: '98' }),
    ],
    inputs: { repository: 'octo-org/lib#99', branches: 'main' },
  },
  // Which ref and event
  {
    code: 'PROOF_REF',
    name: 'another branch',
    proofs: [running({ ref: 'refs/heads/feature' }, { ref: 'refs/heads/feature' })],
  },
  {
    code: 'PROOF_REF',
    name: 'another branch, and a statement that lies',
    proofs: [claiming({ ref: 'refs/heads/feature' })],
  },
  {
    code: 'PROOF_REF',
    name: 'a git tag that is not demanded',
    proofs: [running({ ref: 'refs/tags/test' }, { ref: 'refs/tags/test' })],
  },
  {
    code: 'PROOF_REF',
    name: 'a branch that is called like a git tag',
    proofs: [running({ ref: 'refs/heads/v1' }, { ref: 'refs/heads/v1' })],
  },
  {
    code: 'PROOF_REF',
    name: 'a statement about another demanded ref',
    proofs: [stating((document) => Object.assign(fieldOf(document).run, { ref: 'refs/tags/v1' }))],
  },
  ...['schedule', 'pull_request', 'pull_request_target', 'issue_comment', 'merge_group', 'workflow_run'].map(
    (event) => ({ code: 'PROOF_REF', name: `the event ${event}`, proofs: [running({ event_name: event }, { event })] }),
  ),
  {
    code: 'PROOF_REF',
    name: 'the queue of another branch',
    proofs: [running({ event_name: 'merge_group', ref: QUEUE.replace('main', 'other') }, { event: 'merge_group' })],
    inputs: { events: 'merge_group' },
  },
  {
    code: 'PROOF_REF',
    name: 'a pull request whose head is not demanded',
    proofs: [
      running(
        { event_name: 'pull_request', ref: 'refs/pull/1/merge' },
        { event: 'pull_request', ref: 'refs/heads/fix' },
      ),
    ],
    inputs: { events: 'pull_request' },
  },
  {
    code: 'PROOF_REF',
    name: 'an event that has no rule',
    proofs: [running({ event_name: 'workflow_run', ref: 'refs/tags/v1' }, { event: 'workflow_run' })],
    inputs: { events: 'workflow_run' },
  },
  // What it is about
  {
    code: 'PROOF_SUBJECT',
    name: 'another image',
    proofs: [
      stating((document) =>
        Object.assign(document, { subject: [{ name: 'x', digest: { sha256: OTHER_IMAGE.digest.slice(7) } }] }),
      ),
    ],
  },
  {
    code: 'PROOF_SUBJECT',
    name: 'the digest as a name',
    proofs: [
      stating((document) =>
        Object.assign(document, { subject: [{ name: IMAGE.digest, digest: { sha256: 'b'.repeat(64) } }] }),
      ),
    ],
  },
  {
    code: 'PROOF_SUBJECT',
    name: 'the config of the image',
    proofs: [
      stating((document) =>
        Object.assign(document, { subject: [{ name: 'x', digest: { sha256: IMAGE.config.digest.slice(7) } }] }),
      ),
    ],
  },
  {
    code: 'PROOF_SUBJECT',
    name: 'the digest by another algorithm',
    proofs: [
      stating((document) =>
        Object.assign(document, { subject: [{ name: 'x', digest: { sha512: IMAGE.digest.slice(7) } }] }),
      ),
    ],
  },
  {
    code: 'PROOF_PREDICATE',
    name: 'no subject',
    proofs: [stating((document) => Object.assign(document, { subject: [] }))],
  },
  // What it states
  {
    code: 'PROOF_PREDICATE',
    name: 'FAILED',
    proofs: [stating(({ predicate }) => Object.assign(predicate, { verificationResult: 'FAILED' }))],
  },
  {
    code: 'PROOF_PREDICATE',
    name: 'passed, in small letters',
    proofs: [stating(({ predicate }) => Object.assign(predicate, { verificationResult: 'passed' }))],
  },
  {
    code: 'PROOF_PREDICATE',
    name: 'a summary of another tool',
    proofs: [
      stating((document) =>
        Object.assign(document, {
          predicate: { verifier: { id: 'https://example.com' }, verificationResult: 'PASSED' },
        }),
      ),
    ],
  },
  {
    code: 'PROOF_PREDICATE',
    name: 'another verifier',
    proofs: [
      stating(({ predicate }) =>
        Object.assign(predicate.verifier as object, { id: `${WHERE}/evil/verified-image-push` }),
      ),
    ],
  },
  {
    code: 'PROOF_PREDICATE',
    name: 'an older statement',
    proofs: [stating((document) => Object.assign(document, { _type: 'https://in-toto.io/Statement/v0.1' }))],
  },
  ...[
    { id: '1' },
    { attempt: '2' },
    { repository: 'octo-org/other' },
    { repositoryId: '1' },
    { ownerId: '1' },
    { server: 'https://octo.ghe.com' },
    { workflow: 'octo-org/app/.github/workflows/x.yml@refs/heads/main' },
    { event: 'release' },
    { commit: 'b'.repeat(40) },
  ].map((run) => ({
    code: 'PROOF_PREDICATE',
    name: `a summary of another run: ${JSON.stringify(run)}`,
    proofs: [stating((document) => Object.assign(fieldOf(document).run, run))],
  })),
  {
    code: 'PROOF_PREDICATE',
    name: 'a time long ago',
    proofs: [stating(({ predicate }) => Object.assign(predicate, { timeVerified: '2026-01-01T00:00:00Z' }))],
  },
  {
    code: 'PROOF_PREDICATE',
    name: 'a time to come',
    proofs: [stating(({ predicate }) => Object.assign(predicate, { timeVerified: '2036-01-01T00:00:00Z' }))],
  },
  // Facts
  { code: 'PROOF_DEMAND', name: 'a check that is not there', inputs: { 'require-checks': 'e2e' } },
  { code: 'PROOF_DEMAND', name: 'a check of another app', inputs: { 'require-checks': 'test app=1' } },
  { code: 'PROOF_DEMAND', name: 'a status', inputs: { 'require-checks': 'licences' } },
  { code: 'PROOF_DEMAND', name: 'a scan that is not there', inputs: { 'require-scan': 'Grype critical' } },
  { code: 'PROOF_DEMAND', name: 'a scan that has found something', inputs: { 'require-scan': 'Trivy high' } },
  { code: 'PROOF_DEMAND', name: 'other rules', inputs: { 'require-policy': `sha256:${'f'.repeat(64)}` } },
  {
    code: 'PROOF_TRUNCATED',
    name: 'a check that may have been cut off',
    proofs: [stating((document) => Object.assign(fieldOf(document), { truncated: { checks: 999 } }))],
    inputs: { 'require-checks': 'e2e' },
  },
  // The bundle
  { code: 'PROOF_INVALID', name: 'no JSON', proofs: [altered(() => 'nothing' as never)] },
  { code: 'PROOF_INVALID', name: 'an empty object', proofs: [altered(() => ({}))] },
  {
    code: 'PROOF_INVALID',
    name: 'another signature',
    proofs: [
      altered((bundle) => ({
        ...bundle,
        dsseEnvelope: {
          ...bundle.dsseEnvelope,
          signatures: [{ sig: flipped(bundle.dsseEnvelope.signatures[0]?.sig ?? '') }],
        },
      })),
    ],
  },
  {
    code: 'PROOF_INVALID',
    name: 'a statement that was changed',
    proofs: [
      altered((bundle) => ({
        ...bundle,
        dsseEnvelope: {
          ...bundle.dsseEnvelope,
          payload: Buffer.from(
            Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('PASSED', 'PASSED '),
          ).toString('base64'),
        },
      })),
    ],
  },
  {
    code: 'PROOF_INVALID',
    name: 'two signatures',
    proofs: [
      altered((bundle) => ({
        ...bundle,
        dsseEnvelope: {
          ...bundle.dsseEnvelope,
          signatures: [...bundle.dsseEnvelope.signatures, ...bundle.dsseEnvelope.signatures],
        },
      })),
    ],
  },
  {
    code: 'PROOF_INVALID',
    name: 'no signature',
    proofs: [altered((bundle) => ({ ...bundle, dsseEnvelope: { ...bundle.dsseEnvelope, signatures: [] } }))],
  },
  { code: 'PROOF_INVALID', name: 'another type of payload', proofs: [{ payloadType: 'application/json' }] },
  {
    code: 'PROOF_INVALID',
    name: 'a bare key',
    proofs: [
      altered(({ verificationMaterial, ...more }) => ({
        ...more,
        verificationMaterial: { ...verificationMaterial, certificate: undefined, publicKey: { hint: 'x' } },
      })),
    ],
  },
  { code: 'PROOF_INVALID', name: 'no certificate', proofs: [material({ certificate: undefined })] },
  {
    code: 'PROOF_INVALID',
    name: 'a certificate that was changed',
    proofs: [
      altered((bundle) => ({
        ...bundle,
        verificationMaterial: {
          ...bundle.verificationMaterial,
          certificate: {
            rawBytes: flipped((bundle.verificationMaterial.certificate as { rawBytes: string }).rawBytes),
          },
        },
      })),
    ],
  },
  {
    code: 'PROOF_INVALID',
    name: 'a signature of a file',
    proofs: [
      altered((bundle) => ({
        mediaType: bundle.mediaType,
        verificationMaterial: bundle.verificationMaterial,
        messageSignature: {
          messageDigest: { algorithm: 'SHA2_256', digest: Buffer.alloc(32).toString('base64') },
          signature: bundle.dsseEnvelope.signatures[0]?.sig,
        },
      })),
    ],
  },
  { code: 'PROOF_UNLOGGED', name: 'no entry in the log', proofs: [{ without: ['log'] }] },
  { code: 'PROOF_UNLOGGED', name: 'no time', proofs: [{ without: ['timestamp'] }] },
  { code: 'PROOF_UNLOGGED', name: 'neither', proofs: [{ without: ['timestamp', 'log'] }] },
  {
    code: 'PROOF_INVALID',
    name: 'an entry of the log whose body was changed',
    proofs: [
      altered((bundle) => ({
        ...bundle,
        verificationMaterial: {
          ...bundle.verificationMaterial,
          tlogEntries: (bundle.verificationMaterial.tlogEntries as { canonicalizedBody: string }[]).map((entry) => ({
            ...entry,
            canonicalizedBody: flipped(entry.canonicalizedBody),
          })),
        },
      })),
    ],
  },
  // The trusted root
  {
    code: 'PROOF_INVALID',
    name: 'a root of another authority',
    root: (root) => Object.assign(root, { certificateAuthorities: root.timestampAuthorities }),
  },
  {
    code: 'PROOF_INVALID',
    name: 'a root without this log',
    root: (root) =>
      Object.assign(root, {
        tlogs: (root.tlogs as object[]).map((log) => ({
          ...log,
          logId: { keyId: Buffer.alloc(32).toString('base64') },
        })),
      }),
  },
  {
    code: 'PROOF_INVALID',
    name: 'a root without this timestamp authority',
    root: (root) => Object.assign(root, { timestampAuthorities: [] }),
  },
  {
    code: 'PROOF_INVALID',
    name: 'a root whose authority has ended',
    root: (root) =>
      Object.assign(root, {
        certificateAuthorities: (root.certificateAuthorities as object[]).map((each) => ({
          ...each,
          validFor: { start: '2020-01-01T00:00:00Z', end: '2021-01-01T00:00:00Z' },
        })),
      }),
  },
  {
    code: 'PROOF_NO_TRUST_ROOT',
    name: 'a root with nothing in it',
    root: (root) => {
      for (const name of Object.keys(root)) delete root[name];
    },
  },
  { code: 'PROOF_NO_TRUST_ROOT', name: 'no file', inputs: { 'trusted-root': 'nowhere.json' } },
  { code: 'PROOF_NO_TRUST_ROOT', name: 'another authority than the file has', inputs: { authorities: 'github' } },
  {
    code: 'PROOF_NO_TRUST_ROOT',
    name: 'a root with neither log nor clock',
    root: (root) => Object.assign(root, { tlogs: [], timestampAuthorities: [] }),
  },
];

describeWithServices('a deployment', (services) => {
  const { sigstore } = services;
  let registry: Registry;
  let job: Runner;
  const run = async (name: string, { inputs, root }: Case, images: ReadonlyMap<string, string>): Promise<Step> => {
    const file = job.path('files', `${[...images.keys()].indexOf(name)}.json`);
    if (root !== undefined) writeFileSync(file, changedRoot(sigstore, root));
    const given = root === undefined ? inputs : { ...inputs, 'trusted-root': file };
    return job.main(deployment(sigstore, images.get(name) ?? '', given === undefined ? {} : { inputs: given }));
  };
  const images = new Map<string, string>();

  beforeAll(async () => {
    await assertSigstore(services);
    registry = await startRegistry();
    job = new Runner();
    const cases = [...GOOD, ...BAD];
    for (let from = 0; from < cases.length; from += 16) {
      await Promise.all(
        cases.slice(from, from + 16).map(async ({ name, proofs = [{}] }, index) => {
          const bundles = await Promise.all(proofs.map((each) => proof(sigstore, each)));
          images.set(name, putProved(registry, `team/case-${from + index}`, bundles));
        }),
      );
    }
  });
  afterAll(async () => {
    job[Symbol.dispose]();
    await registry.close();
  });

  it.each(GOOD)('with a good proof is let through: $name', async (each) => {
    const step = await run(each.name, each, images);
    expect([step.log, step.exitCode]).toEqual([expect.any(String), 0]);
    expect(step.outputs).toMatchObject({ verified: 'true', digest: IMAGE.digest, image: images.get(each.name) });
    expect(step.summary).toContain('Verified');
  });

  it.each(BAD)('with a bad one is refused: $code, $name', async (each) => {
    const step = await run(each.name, each, images);
    expect(annotations(step.log, 'error').map(({ title }) => title)).toEqual([each.code]);
    expect(step.exitCode).toBe(1);
    expect(step.outputs).toEqual({ verified: 'false' });
  });

  it('has eighty bad ones, and none by the same name', () => {
    expect(BAD.length).toBeGreaterThanOrEqual(80);
    expect(images.size).toBe(GOOD.length + BAD.length);
  });
});

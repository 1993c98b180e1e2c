/** A proof as a run of `DECIDED` would have signed it, and demands that it fulfils. */
import { type Certificate, readCertificate } from '../../../src/proof/certificate.ts';
import { readStatement } from '../../../src/proof/check-statement.ts';
import type { Wanted } from '../../../src/proof/demands.ts';
import type { Signed } from '../../../src/proof/lack.ts';
import { makePredicate, makeStatement } from '../../../src/proof/make-statement.ts';
import { GATE_FIELD, PREDICATE_TYPE } from '../../../src/proof/uris.ts';
import { type FilterPattern, parseFilterPattern } from '../../../src/text/filter-pattern.ts';
import { certificateFor, type Fields, type Holder, uriName } from '../../doubles/sigstore/certificate.ts';
import { COMMIT, DECIDED, digest, PLACED } from './decided.ts';

export const ISSUER = 'https://token.actions.githubusercontent.com';
export const SIGNER_COMMIT = 'a'.repeat(40);
export const SIGNER_PATH = 'OWNER/verified-image-push/.github/workflows/publish.yml';
export const SIGNER = `https://github.com/${SIGNER_PATH}@refs/tags/v1`;
export const SIGNED_AT = DECIDED.now + 4_000;
const WORKFLOW = 'https://github.com/octo-org/app/.github/workflows/release.yml@refs/tags/v1.4.0';

export const FIELDS: Required<Fields> = {
  issuer: ISSUER,
  signerUri: SIGNER,
  signerDigest: SIGNER_COMMIT,
  runner: 'github-hosted',
  repositoryUri: 'https://github.com/octo-org/app',
  commit: COMMIT,
  ref: 'refs/tags/v1.4.0',
  repositoryId: '74',
  ownerUri: 'https://github.com/octo-org',
  ownerId: '65',
  workflowUri: WORKFLOW,
  workflowDigest: COMMIT,
  event: 'push',
  runUri: 'https://github.com/octo-org/app/actions/runs/19000000001/attempts/1',
  visibility: 'public',
};

export function holder(fields: Fields = {}, name: string = fields.signerUri ?? FIELDS.signerUri): Holder {
  return { names: [uriName(name)], fields: { ...FIELDS, ...fields } };
}

export function certificate(of: Holder = holder()): Certificate {
  const read = readCertificate(certificateFor(of));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

/** The document of a statement, whose parts may be other ones. */
export type Document = Record<string, unknown> & { predicate: Record<string, unknown> };
export function statementDocument(): Document {
  return JSON.parse(JSON.stringify(makeStatement(makePredicate(DECIDED), PLACED))) as Document;
}

/** Our field of a statement, to be changed. */
export function fieldOf(document: Document): Record<string, unknown> & { run: Record<string, string> } {
  return document.predicate[GATE_FIELD] as never;
}

export function statementOf(document: Document): Signed['statement'] {
  const read = readStatement(Buffer.from(JSON.stringify(document)));
  if (!read.ok) throw new Error(read.problem);
  return read.value;
}

export function pattern(text: string): FilterPattern {
  const parsed = parseFilterPattern(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

export const SIGNED: Signed = {
  certificate: certificate(),
  statement: statementOf(statementDocument()),
  signedAt: SIGNED_AT,
};

export const WANTED: Wanted = {
  issuer: ISSUER,
  server: 'https://github.com',
  repository: { name: 'octo-org/app', id: '74', ownerId: '65' },
  branches: [pattern('main')],
  gitTags: [pattern('v*')],
  events: ['push', 'release', 'workflow_dispatch'],
  allowSelfHosted: false,
  maxAge: 3_600_000,
  predicateType: PREDICATE_TYPE,
  signers: [{ path: SIGNER_PATH, refs: { kind: 'tag', pattern: pattern('v1') } }],
  digest: digest('a'),
  facts: {
    checks: [{ name: 'test', appId: 15_368 }],
    scans: [{ tool: 'trivy', below: 'critical' }],
    policy: undefined,
  },
  now: SIGNED_AT + 60_000,
};

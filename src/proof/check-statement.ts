import type { Parsed } from '../image/reference.ts';
import {
  bool,
  either,
  listOf,
  matching,
  objectOf,
  oneOf,
  recordOf,
  type Shape,
  ShapeProblem,
  text,
  whole,
} from './shape.ts';
import type { GateField, PolicyRules, Predicate, StatementSubject } from './statement.ts';
import { GATE_FIELD, STATEMENT_TYPE } from './uris.ts';

/** Any in-toto Statement v1: the subject of a signature, and the type of the statement. */
export type AnyStatement = {
  readonly subject: readonly StatementSubject[];
  readonly predicateType: string;
  readonly predicate: unknown;
};

/**
 * readStatement reads the payload of an envelope: an in-toto Statement v1 about one or more subjects. It does not
 * verify the signature, so the content is not trusted yet. A problem is the end of a sentence.
 */
export function readStatement(payload: Uint8Array): Parsed<AnyStatement> {
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return { ok: false, problem: 'is not JSON in UTF-8' };
  }
  return shaped(document, (value) => {
    const read = STATEMENT(value, 'statement');
    if (read.subject.length === 0) throw new ShapeProblem('statement.subject is empty');
    return { ...read, predicate: (value as { readonly predicate?: unknown }).predicate };
  });
}

/**
 * readPredicate reads the predicate of a Verification Summary by this action: it must say PASSED, and have our field.
 * Fields that a later version may add are left out.
 */
export function readPredicate(predicate: unknown): Parsed<Predicate> {
  return shaped(predicate, (value) => PREDICATE(value, 'predicate'));
}

function shaped<T>(value: unknown, read: (value: unknown) => T): Parsed<T> {
  try {
    return { ok: true, value: read(value) };
  } catch (error) {
    if (error instanceof ShapeProblem) return { ok: false, problem: `is not as it must be: ${error.message}` };
    throw error;
  }
}

const TIME = matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, 'time in UTC such as 2026-11-30T12:00:00Z');
const HEX = matching(/^(?:[0-9a-f]{2})+$/, 'digest in hex');
const DIGESTS = recordOf(HEX);

const STATEMENT = objectOf({
  _type: oneOf(STATEMENT_TYPE),
  subject: listOf(objectOf({ name: text, digest: DIGESTS })),
  predicateType: text,
});

const SCAN_RULES = objectOf({ failOn: text, tools: listOf(text), binding: text, ignoreList: either('none', HEX) });

const POLICY: Shape<PolicyRules> = objectOf({
  commit: oneOf('run', 'image'),
  branches: either('default', listOf(text)),
  gitTags: listOf(text),
  events: listOf(text),
  whenClosed: text,
  allowSkipped: listOf(text),
  requiredChecks: listOf(objectOf({ name: text }, { appId: whole })),
  needs: bool,
  scan: either('none', SCAN_RULES),
  requireRevisionLabel: bool,
  expectedPlatforms: either('none', listOf(text)),
  expectedImageId: bool,
});

const FIELD: Shape<GateField> = objectOf(
  {
    schema: text,
    run: objectOf({
      server: text,
      repository: text,
      repositoryId: text,
      ownerId: text,
      commit: text,
      ref: text,
      event: text,
      workflow: text,
      id: text,
      attempt: text,
      vouchedBy: oneOf('runner'),
    }),
    policy: POLICY,
    rules: listOf(objectOf({ rule: text, seen: text, vouchedBy: oneOf('api', 'read', 'runner', 'caller') })),
    checks: listOf(
      objectOf(
        {
          name: text,
          state: oneOf('passed', 'left-out'),
          reportedBy: text,
          askedBy: text,
          vouchedBy: oneOf('api'),
        },
        { app: objectOf({ id: whole, slug: text }), checkRun: whole },
      ),
    ),
    needs: listOf(objectOf({ job: text, result: text, vouchedBy: oneOf('caller') })),
    scans: listOf(
      objectOf(
        {
          tool: text,
          findings: objectOf({ critical: whole, high: whole, medium: whole, low: whole, unknown: whole }),
          setAside: objectOf({ suppressed: whole, absent: whole, noFailure: whole }),
          vouchedBy: oneOf('caller'),
        },
        { names: text },
      ),
    ),
    image: objectOf({ id: text, platforms: listOf(text), vouchedBy: oneOf('read') }, { revision: text }),
    destinations: listOf(text),
    plannedTags: listOf(objectOf({ tag: text, kind: oneOf('sha', 'version', 'moving') })),
  },
  { truncated: recordOf(whole) },
);

const PREDICATE: Shape<Predicate> = objectOf({
  verifier: objectOf({ id: text, version: recordOf(text) }),
  timeVerified: TIME,
  resourceUri: text,
  policy: objectOf({ uri: text, digest: DIGESTS }),
  verificationResult: oneOf('PASSED'),
  verifiedLevels: listOf(text),
  slsaVersion: text,
  [GATE_FIELD]: FIELD,
});

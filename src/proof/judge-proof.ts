import { readPredicate } from './check-statement.ts';
import type { Wanted } from './demands.ts';
import { judgeFacts } from './judge-facts.ts';
import { judgeOwnRef, judgeRef } from './judge-ref.ts';
import { judgeSigner } from './judge-signed-by.ts';
import { differs, type Lack, lackIf, type Signed, shown } from './lack.ts';
import type { Predicate } from './statement.ts';
import { GATE_FIELD, PREDICATE_TYPE, VERIFIER } from './uris.ts';

/**
 * The verdict on a proof. `rank`: the number of the first rule that fails. Of several proofs that fail, the one with
 * the highest rank shows best what is wrong.
 */
export type Judged =
  | { readonly ok: true; readonly predicate: Predicate | undefined }
  | ({ readonly ok: false; readonly rank: number } & Lack);

/** The most that the clocks of a runner and of a timestamp authority may differ, in milliseconds. */
const MOST_OFF = 10 * 60_000;

type Rule = (signed: Signed, wanted: Wanted) => Lack | undefined;
type OwnRule = (predicate: Predicate, signed: Signed, wanted: Wanted) => Lack | undefined;

/**
 * judgeProof tells whether a statement is the required proof. No comparison is left to the library that verifies
 * signatures: it reads names as regular expressions that may match only a part. Here, whole texts are compared.
 *
 * |  # | what must hold                                                               | else             |
 * |----|------------------------------------------------------------------------------|------------------|
 * |  1 | the statement is of the required type                                        | PROOF_PREDICATE  |
 * |  2 | the identity was issued by the required issuer                               | PROOF_SIGNER     |
 * |  3 | the name of the certificate is the workflow that signed (`.9`)               | PROOF_SIGNER     |
 * |  4 | it is an allowed workflow at an allowed ref of it, and names its commit      | PROOF_SIGNER     |
 * |  5 | the runner is one of GitHub's, or a self-hosted one if that is allowed       | PROOF_SIGNER     |
 * |  6 | the repository is the required one, by name                                  | PROOF_REPOSITORY |
 * |  7 | and by its id and that of its owner, if they were given                      | PROOF_REPOSITORY |
 * |  8 | the event is an allowed one                                                  | PROOF_REF        |
 * |  9 | the ref of the run is an allowed one, or what the event has (judge-ref.ts)   | PROOF_REF        |
 * | 10 | one of its subjects has the digest of the image                              | PROOF_SUBJECT    |
 * | 11 | the summary can be read, says PASSED, and is by this action                  | PROOF_PREDICATE  |
 * | 12 | it is of the run that signed                                                 | PROOF_PREDICATE  |
 * | 13 | its commit is that of the run, if the event has no other                     | PROOF_PREDICATE  |
 * | 14 | its ref is an allowed one, and fits that of the run (judge-ref.ts)           | PROOF_REF        |
 * | 15 | its own time is at most ten minutes from the confirmed time                  | PROOF_PREDICATE  |
 * | 16 | it has every fact that is required (judge-facts.ts)                          | PROOF_DEMAND     |
 * |    | a fact is not there, and the list was cut                                    | PROOF_TRUNCATED  |
 * | 17 | it is not too old, and not of the future                                     | PROOF_AGE        |
 *
 * 11 to 16 are only for our own summary.
 */
export function judgeProof(signed: Signed, wanted: Wanted): Judged {
  const before = firstLack(BEFORE, 1, (rule) => rule(signed, wanted));
  if (before !== undefined) return before;
  const read = readOwn(signed, wanted);
  if (!read.ok) return read;
  const { predicate } = read;
  if (predicate !== undefined) {
    const lack = firstLack(OWN, FIRST_OWN, (rule) => rule(predicate, signed, wanted));
    if (lack !== undefined) return lack;
  }
  const age = judgeAge(signed, wanted);
  return age === undefined ? read : { ok: false, rank: FIRST_OWN + OWN.length, ...age };
}

function firstLack<R>(rules: readonly R[], first: number, ask: (rule: R) => Lack | undefined): Judged | undefined {
  for (const [at, rule] of rules.entries()) {
    const lack = ask(rule);
    if (lack !== undefined) return { ok: false, rank: first + at, ...lack };
  }
  return undefined;
}

/** The predicate of a summary; undefined if another type is required. */
function readOwn({ statement }: Signed, { predicateType }: Wanted): Judged {
  if (predicateType !== PREDICATE_TYPE) return { ok: true, predicate: undefined };
  const read = readPredicate(statement.predicate);
  if (read.ok) return { ok: true, predicate: read.value };
  return { ok: false, rank: BEFORE.length + 1, code: 'PROOF_PREDICATE', lacks: `has a summary that ${read.problem}` };
}

const BEFORE: readonly Rule[] = [
  ({ statement }, { predicateType }) =>
    differs('PROOF_PREDICATE', 'states something else: it has the type', [statement.predicateType, predicateType]),
  ({ certificate }, { issuer }) =>
    differs('PROOF_SIGNER', 'was signed with an identity of the issuer', [certificate.issuer, issuer]),
  ({ certificate }) =>
    differs('PROOF_SIGNER', 'has a certificate for a name that is not its workflow:', [
      certificate.name,
      certificate.signerUri,
    ]),
  ({ certificate }, wanted) => judgeSigner(certificate, wanted),
  ({ certificate: { runner } }, { allowSelfHosted }) =>
    lackIf(
      !(runner === 'github-hosted' || (allowSelfHosted && runner === 'self-hosted')),
      'PROOF_SIGNER',
      `was signed on a runner that is not allowed: ${shown(runner)}`,
    ),
  ({ certificate: { repositoryUri } }, { server, repository }) =>
    differs('PROOF_REPOSITORY', 'is of the repository', [repositoryUri, `${server}/${repository.name}`]),
  ({ certificate }, { repository: { id, ownerId } }) =>
    (id === undefined
      ? undefined
      : differs('PROOF_REPOSITORY', 'is of another repository of this name, with the number', [
          certificate.repositoryId,
          id,
        ])) ??
    (ownerId === undefined
      ? undefined
      : differs('PROOF_REPOSITORY', 'is of another owner of this name, with the number', [
          certificate.ownerId,
          ownerId,
        ])),
  ({ certificate: { event } }, { events }) =>
    lackIf(event === undefined || !events.includes(event), 'PROOF_REF', `is of a run on the event ${shown(event)}`),
  ({ certificate }, wanted) => judgeRef(certificate, wanted),
  ({ statement: { subject } }, { digest }) => {
    const [algorithm = '', hex = ''] = digest.split(':');
    const isAbout = subject.some((each) => Object.hasOwn(each.digest, algorithm) && each.digest[algorithm] === hex);
    return lackIf(!isAbout, 'PROOF_SUBJECT', `is about another image than ${digest}`);
  },
];

/** The number of the first rule about the content of a readable summary. */
const FIRST_OWN = BEFORE.length + 1;

const OWN: readonly OwnRule[] = [
  ({ verifier }) => differs('PROOF_PREDICATE', 'was not made by this action, but by', [verifier.id, VERIFIER]),
  (predicate, { certificate }) => {
    const { run } = predicate[GATE_FIELD];
    const at = `${run.server}/${run.repository}`;
    return (
      differs('PROOF_PREDICATE', 'has a summary of another run:', [
        `${at}/actions/runs/${run.id}/attempts/${run.attempt}`,
        certificate.runUri,
      ]) ??
      differs('PROOF_PREDICATE', 'has a summary of another repository:', [
        run.repositoryId,
        certificate.repositoryId,
      ]) ??
      differs('PROOF_PREDICATE', 'has a summary of another owner:', [run.ownerId, certificate.ownerId]) ??
      differs('PROOF_PREDICATE', 'has a summary of another workflow:', [
        `${run.server}/${run.workflow}`,
        certificate.workflowUri,
      ]) ??
      differs('PROOF_PREDICATE', 'has a summary of another event:', [run.event, certificate.event])
    );
  },
  (predicate, { certificate }) => {
    const { run } = predicate[GATE_FIELD];
    // These events are about another commit than the one that GitHub gives their run.
    if (['workflow_run', 'pull_request'].includes(run.event)) return undefined;
    return differs('PROOF_PREDICATE', 'has a summary of another commit:', [run.commit, certificate.commit]);
  },
  (predicate, { certificate }, wanted) => judgeOwnRef(predicate[GATE_FIELD].run, certificate, wanted),
  ({ timeVerified }, { signedAt }) =>
    lackIf(
      !(Math.abs(Date.parse(timeVerified) - signedAt) <= MOST_OFF),
      'PROOF_PREDICATE',
      `says that it is of ${timeVerified}, and was signed at ${moment(signedAt)}`,
    ),
  (predicate, _signed, { facts }) => judgeFacts(predicate, facts),
];

function judgeAge({ signedAt }: Signed, { maxAge, now }: Wanted): Lack | undefined {
  const at = moment(signedAt);
  if (!(signedAt <= now + MOST_OFF)) return { code: 'PROOF_AGE', lacks: `was signed at ${at}, which is still to come` };
  const isTooOld = maxAge !== undefined && now - signedAt > maxAge;
  return lackIf(isTooOld, 'PROOF_AGE', `was signed at ${at}, which is longer ago than "max-age"`);
}

function moment(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'no time' : date.toISOString();
}

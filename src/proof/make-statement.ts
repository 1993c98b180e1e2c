import type { CheckState } from '../gate/seen.ts';
import type { Open } from '../gate/verdict.ts';
import type { Digest } from '../image/digest.ts';
import type { Platform } from '../image/platform.ts';
import { type Repository, referenceName, repositoryName, subjectName } from '../image/reference.ts';
import type { Origin } from '../run/origin.ts';
import type { ScanEvidence } from '../scan/evidence.ts';
import type { TagPlan } from '../tags/plan-tags.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { bounded } from './bounds.ts';
import { policyDigest, type RuleInputs, rulesOf } from './policy-rules.ts';
import type {
  GateField,
  HeldRule,
  PlannedTag,
  Predicate,
  ProvedCheck,
  ProvedScan,
  Statement,
  StatementSubject,
} from './statement.ts';
import { GATE_FIELD, GATE_SCHEMA, PREDICATE_TYPE, SLSA_VERSION, STATEMENT_TYPE, VERIFIER, VERSION } from './uris.ts';

/** The decision of the gate, its rules, and the image: the input of a statement. */
export type Decided = {
  readonly origin: Origin;
  /** The verdict before credentials were judged: details of credentials are not published. */
  readonly verdict: Open;
  readonly inputs: RuleInputs;
  readonly scan: ScanEvidence | undefined;
  readonly image: DecidedImage;
  /** The destinations and their tags; the first is the primary destination. */
  readonly plans: readonly [Planned, ...Planned[]];
  /** In milliseconds since 1970. */
  readonly now: number;
};

/** `id`: its name in its own place. `served`: what the primary destination serves, if known. */
export type DecidedImage = {
  readonly id: Digest;
  readonly platforms: readonly Platform[];
  readonly revision: string | undefined;
  readonly served: Digest | undefined;
};

export type Planned = { readonly repository: Repository; readonly plan: TagPlan };

/** An image at a destination, with the digest that is served there. */
export type Placed = { readonly repository: Repository; readonly digest: Digest };

/**
 * makePredicate states that the gate allowed an image: SLSA's Verification Summary, with our own field for the facts of
 * the decision. For the same facts, only the time, the run's id and its attempt differ.
 */
export function makePredicate(decided: Decided): Predicate {
  const { origin, verdict, inputs, scan, image, plans, now } = decided;
  const rules = rulesOf(inputs, { checks: verdict.checks, ignoreList: scan?.ignoreList });
  const summary = {
    verifier: { id: VERIFIER, version: { 'verified-image-push': VERSION } },
    timeVerified: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
    resourceUri: packageUrl(plans[0].repository, image.served),
    policy: { uri: `${origin.server}/${origin.workflow}`, digest: { sha256: policyDigest(rules) } },
    verificationResult: 'PASSED',
    verifiedLevels: levelsOf(rules),
    slsaVersion: SLSA_VERSION,
  } as const;
  const field: GateField = {
    schema: GATE_SCHEMA,
    run: runOf(decided),
    policy: rules,
    rules: verdict.held.map(({ rule, seen, by }): HeldRule => ({ rule, seen, vouchedBy: by ?? 'runner' })),
    checks: verdict.checks.flatMap(provedCheck),
    needs: jobsOf(inputs.needs),
    scans: (scan?.runs ?? []).map(provedScan),
    image: {
      id: image.id,
      platforms: image.platforms,
      ...(image.revision === undefined ? {} : { revision: image.revision }),
      vouchedBy: 'read',
    },
    destinations: plans.map(({ repository }) => repositoryName(repository)),
    plannedTags: plans.flatMap(({ plan }) => plannedTags(plan)),
  };
  const besides = Buffer.byteLength(canonicalJson({ ...summary, [GATE_FIELD]: '' }));
  return { ...summary, [GATE_FIELD]: bounded(field, besides) };
}

/** makeStatement creates one statement about the image, with all its names and digests at its destinations. */
export function makeStatement(predicate: Predicate, placed: readonly Placed[]): Statement {
  const subjects = new Map(
    placed.map(({ repository, digest }) => {
      const [algorithm = '', hex = ''] = digest.split(':');
      const name = subjectName(repository);
      return [`${name}@${digest}`, { name, digest: { [algorithm]: hex } } satisfies StatementSubject] as const;
    }),
  );
  return { _type: STATEMENT_TYPE, subject: [...subjects.values()], predicateType: PREDICATE_TYPE, predicate };
}

function runOf({ origin, verdict: { run: of, event } }: Decided): GateField['run'] {
  const { server, repository, repositoryId, ownerId, workflow, runId, attempt } = origin;
  const run = { server, repository, repositoryId, ownerId, workflow, id: runId, attempt };
  return { ...run, commit: of.commit, ref: of.ref, event, vouchedBy: 'runner' };
}

/**
 * Our levels, for tools that only read levels. None begins with `SLSA_`, which belongs to SLSA. How the image was built
 * was not checked.
 */
function levelsOf({ requiredChecks, needs, scan, requireRevisionLabel, expectedImageId }: GateField['policy']) {
  const asked = {
    CHECKS: requiredChecks.length > 0,
    NEEDS: needs,
    SCAN: scan !== 'none',
    REVISION: requireRevisionLabel,
    TESTED_IMAGE: expectedImageId,
  };
  const own = Object.entries(asked).flatMap(([name, isAsked]) => (isAsked ? [`VERIFIED_IMAGE_PUSH_${name}`] : []));
  return ['SLSA_BUILD_LEVEL_UNEVALUATED', 'VERIFIED_IMAGE_PUSH_GATE', ...own];
}

/** If the gate is open, every check is in one of these states. */
function provedCheck({ name, state, by, askedBy, app, checkRun }: CheckState): readonly ProvedCheck[] {
  if (state !== 'passed' && state !== 'left-out') return [];
  const report = { ...(app === undefined ? {} : { app }), ...(checkRun === undefined ? {} : { checkRun }) };
  return [{ name, state, reportedBy: by, askedBy, ...report, vouchedBy: 'api' }];
}

function jobsOf(needs: RuleInputs['needs']): GateField['needs'] {
  const jobs = Object.entries(needs ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return jobs.map(([job, result]) => ({ job, result, vouchedBy: 'caller' }));
}

function provedScan({ tool, counts, setAside, binding }: ScanEvidence['runs'][number]): ProvedScan {
  const names = binding.kind === 'named' ? { names: binding.digest } : {};
  return { tool, findings: counts, setAside, ...names, vouchedBy: 'caller' };
}

function plannedTags({ sha, versions, moving }: TagPlan): readonly PlannedTag[] {
  return [
    { tag: referenceName(sha), kind: 'sha' },
    ...versions.map((version) => ({ tag: referenceName(version), kind: 'version' }) as const),
    ...moving.map(({ target }) => ({ tag: referenceName(target), kind: 'moving' }) as const),
  ];
}

/** packageUrl is the name of an image in a repository (purl-spec, type `oci`). */
function packageUrl(repository: Repository, digest: Digest | undefined): string {
  const name = repository.path.slice(repository.path.lastIndexOf('/') + 1);
  const version = digest === undefined ? '' : `@${encodeURIComponent(digest)}`;
  const url = encodeURIComponent(repositoryName(repository)).replaceAll('%2F', '/').replaceAll('%3A', ':');
  return `pkg:oci/${name}${version}?repository_url=${url}`;
}

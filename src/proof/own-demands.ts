import type { Origin } from '../run/origin.ts';
import { type FilterPattern, parseFilterPattern } from '../text/filter-pattern.ts';
import type { Demands, SignerRule } from './demands.ts';
import type { Accepted } from './find-proof.ts';
import { type Lack, shown } from './lack.ts';
import { PREDICATE_TYPE } from './uris.ts';

/** The job that looks for its own proofs: its identity token, and the refs and events that may publish. */
export type OwnJob = {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  readonly branches: readonly FilterPattern[];
  readonly gitTags: readonly FilterPattern[];
  readonly events: readonly string[];
};

/** `owner/name/.github/workflows/file.yml@ref`, the name of a job's workflow in its token. */
const WORKFLOW = /^([^@\s]+\/\.github\/workflows\/[^@\s/]+)@(\S+)$/;
const FULL_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * ownDemands are the requirements for a proof by this job, or an earlier run of it: from this repository by its id, on
 * a ref and an event that may publish, by the same workflow (seeOwnName checks its ref). Undefined if the token does
 * not name the workflow.
 */
export function ownDemands({ claims, origin, branches, gitTags, events }: OwnJob): Demands | undefined {
  const { server, repository: name, repositoryId: id, ownerId } = origin;
  const { iss, runner_environment: runner } = claims;
  const own = workflowIn(claims);
  if (own === undefined || typeof iss !== 'string') return undefined;
  const patterns = anything();
  const kinds = ['branch', 'tag'] as const;
  const signers: readonly SignerRule[] = [
    ...patterns.flatMap((pattern) => kinds.map((kind) => ({ path: own.path, refs: { kind, pattern } }) as const)),
    ...(FULL_HASH.test(own.ref) ? [{ path: own.path, refs: { kind: 'commit', commit: own.ref } } as const] : []),
  ];
  return {
    issuer: iss,
    server,
    repository: { name, id, ownerId },
    branches,
    gitTags,
    events,
    // As this job runs.
    allowSelfHosted: runner === 'self-hosted',
    maxAge: undefined,
    statements: [{ predicateType: PREDICATE_TYPE, signers }],
    facts: { checks: [], scans: [], policy: undefined },
  };
}

/**
 * seeOwnName checks the ref of the workflow that signed. A workflow of this repository has the ref of its run, which
 * was judged; a workflow of another repository must have the ref that this job uses.
 *
 * | workflow of          | ref of its name        | then   |
 * |----------------------|------------------------|--------|
 * | any repository       | the job's own          | signer |
 * | this repository      | the ref of the run     | signer |
 * | this repository      | any other              | no     |
 * | another repository   | any other              | no     |
 */
export function seeOwnName(
  { certificate: { name, ref } }: Pick<Accepted, 'certificate'>,
  job: OwnJob,
): Lack | undefined {
  const { server, repository } = job.origin;
  const own = workflowIn(job.claims);
  const isAt = (at: string | undefined) =>
    own !== undefined && at !== undefined && name === `${server}/${own.path}@${at}`;
  const isOfRepository = own?.path.startsWith(`${repository}/.github/`) === true;
  if (isAt(own?.ref) || (isOfRepository && isAt(ref))) return undefined;
  return { code: 'PROOF_SIGNER', lacks: `was signed by another workflow than this job: ${shown(name)}` };
}

function workflowIn(claims: OwnJob['claims']): { readonly path: string; readonly ref: string } | undefined {
  const [, path, ref] = WORKFLOW.exec(String(claims.job_workflow_ref ?? '')) ?? [];
  return path === undefined || ref === undefined ? undefined : { path, ref };
}

function anything(): readonly FilterPattern[] {
  const parsed = parseFilterPattern('**');
  return parsed.ok ? [parsed.value] : [];
}

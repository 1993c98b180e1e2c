import type { Origin } from '../run/origin.ts';
import { type FilterPattern, parseFilterPattern } from '../text/filter-pattern.ts';
import type { Demands, SignerRule } from './demands.ts';
import type { Accepted } from './find-proof.ts';
import { type Lack, shown } from './lack.ts';
import { PREDICATE_TYPE } from './uris.ts';

/** The job that asks for its own proofs: who it is, by its identity token, and which refs and events may publish. */
export type OwnJob = {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  readonly branches: readonly FilterPattern[];
  readonly gitTags: readonly FilterPattern[];
  readonly events: readonly string[];
};

/** `owner/name/.github/workflows/file.yml@ref`, as a token names the workflow of a job. */
const WORKFLOW = /^([^@\s]+\/\.github\/workflows\/[^@\s/]+)@(\S+)$/;
const FULL_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * ownDemands are what a proof must be that this job itself, or an earlier run of it, has signed: of this repository by
 * its number, on a ref and an event that may publish, by the same workflow (seeOwnName says at which ref). Undefined
 * where the token does not tell the workflow.
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
    // As the job itself runs.
    allowSelfHosted: runner === 'self-hosted',
    maxAge: undefined,
    statements: [{ predicateType: PREDICATE_TYPE, signers }],
    facts: { checks: [], scans: [], policy: undefined },
  };
}

/**
 * seeOwnName sees at which ref the workflow has signed. A workflow of this repository is at the ref of its run, which
 * was judged; a workflow of another repository must be at the ref that this job uses.
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

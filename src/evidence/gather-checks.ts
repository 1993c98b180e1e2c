import {
  type CheckRules,
  checkReasons,
  isAwaited,
  isSettled,
  judgeChecks,
  type RequiredCheck,
} from '../gate/checks.ts';
import { basesThatVouch, type Policy } from '../gate/decide-gate.ts';
import type { CheckState } from '../gate/seen.ts';
import { alsoAsking, type Open, type Reason, type Verdict } from '../gate/verdict.ts';
import { type Access, ApiProblem, type CommitReports, type GitHub } from '../github/github.ts';
import { branchOf } from '../run/ref.ts';
import type { Runner } from '../runner/runner.ts';

/** What is required of the checks of a commit. */
export type CheckPolicy = Policy & {
  /** Checks that the commit must have: by name, and those that the rules of its branch require. */
  readonly requiredChecks: { readonly named: readonly string[]; readonly ofBranch: boolean };
  /** In minutes. */
  readonly waitForChecks: number;
  /** This job's own check run, so that it never waits for itself. */
  readonly checkRunId: number | undefined;
};

type Doors = { readonly runner: Runner; readonly github: GitHub };

/**
 * askChecks reads the checks of the commit, waits for them as long as allowed, and keeps the gate open only if every
 * required check has succeeded. If the API cannot report them, the gate closes.
 */
export async function askChecks(open: Open, inputs: CheckPolicy, doors: Doors): Promise<Verdict> {
  if (inputs.requiredChecks.named.length === 0 && !inputs.requiredChecks.ofBranch) return open;
  const token = doors.runner.secretInput('github-token');
  try {
    const states = await gather(open, inputs, { ...doors, access: { token } });
    return alsoAsking(open, checkReasons(states), states);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const rule = `${doors.runner.context().server.name} must be able to report the checks`;
    return alsoAsking(open, unanswered(error, { code: 'GATE_CHECKS', rule }));
  }
}

async function gather(
  { subject }: Open,
  inputs: CheckPolicy,
  { runner, github, access }: Doors & { readonly access: Access },
): Promise<readonly CheckState[]> {
  const context = runner.context();
  const rules: CheckRules = {
    required: await requiredOf(inputs, { github, access, branch: branchOf(subject.ref) }),
    allowSkipped: inputs.allowSkipped,
    ownCheckRunId: inputs.checkRunId,
    repositoryId: context.repositoryId,
    bases: basesThatVouch(inputs, context),
  };
  // Of several commits, the first one that has any report of the check counts.
  const judged = (reports: readonly CommitReports[]): readonly CheckState[] =>
    reports
      .map((each) => judgeChecks(each, rules))
      .reduce((own, head) => own.map((state, index) => (isMissing(state) ? (head[index] ?? state) : state)));
  const judgedOn = async (commits: readonly string[], minutes: number): Promise<readonly CheckState[]> => {
    const reports = await github.awaitReports(access, commits, {
      minutes,
      isSettled: (seen) => isSettled(judged(seen)),
      onProgress: (seen, seconds) => {
        const open = judged(seen).filter(isAwaited);
        runner.info(
          `Waiting for ${open.map(({ name, seen: why }) => `${name} (${why})`).join(', ')}: ${seconds} s left`,
        );
      },
    });
    return judged(reports);
  };
  if (rules.required.length === 0) return [];
  const states = await judgedOn([subject.commit], 0);
  if (isSettled(states)) return states;
  const { heads, problem } = states.some(isMissing) ? await headsOf(subject.commit, { github, access }) : NO_HEADS;
  if (heads.length === 0 && inputs.waitForChecks === 0 && problem === undefined) return states;
  const waited = await judgedOn([subject.commit, ...heads], inputs.waitForChecks);
  // A failed question matters only if its answer could change the result.
  if (problem !== undefined && waited.some(isMissing)) throw problem;
  return waited;
}

function isMissing({ state }: CheckState): boolean {
  return state === 'missing';
}

type Asking = { readonly github: GitHub; readonly access: Access };

/** Other commits whose checks count for this one, or why that could not be asked. */
type Heads = { readonly heads: readonly string[]; readonly problem?: ApiProblem };
const NO_HEADS: Heads = { heads: [] };

/**
 * A squash or rebase merge creates a new commit, but the checks ran on the pull request's head. They count if all files
 * are identical.
 */
async function headsOf(commit: string, { github, access }: Asking): Promise<Heads> {
  try {
    const head = await github.squashedHead(access, commit);
    return head === undefined ? NO_HEADS : { heads: [head] };
  } catch (error) {
    if (error instanceof ApiProblem) return { heads: [], problem: error };
    throw error;
  }
}

async function requiredOf(
  { requiredChecks }: CheckPolicy,
  { github, access, branch }: Asking & { readonly branch: string | undefined },
): Promise<readonly RequiredCheck[]> {
  const askedBy = 'the input "required-checks"';
  const named = requiredChecks.named.map((name) => ({ name, appId: undefined, askedBy }));
  if (!requiredChecks.ofBranch) return named;
  if (branch === undefined) {
    const remedy = 'name the checks in "required-checks" for runs on tags';
    throw new ApiProblem('"branch-rules" is set, but this run is for a tag', { remedy });
  }
  const ruled = await github.requiredChecks(access, branch);
  // Required, but not there: no other check compensates for it.
  return ruled.length === 0 ? [] : [...ruled, ...named];
}

/** unanswered are the reasons if the server could not report: one for each missing permission. */
export function unanswered(problem: ApiProblem, asked: Pick<Reason, 'code' | 'rule'>): readonly [Reason, ...Reason[]] {
  return [reason(problem, asked), ...problem.also.map((other) => reason(other, asked))];
}

function reason(
  { message, permission, remedy = 'run the job again' }: ApiProblem,
  asked: Pick<Reason, 'code' | 'rule'>,
): Reason {
  const opens = permission === undefined ? remedy : `give the job the permission "${permission}" under "permissions:"`;
  return { ...asked, seen: message, opens };
}

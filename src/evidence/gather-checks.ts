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
import { alsoAsking, type Open, type Verdict } from '../gate/verdict.ts';
import { type Access, ApiProblem, type CommitReports, type GitHub } from '../github/github.ts';
import type { Runner } from '../runner/runner.ts';
import { unanswered } from './unanswered.ts';

/** What is asked of the checks of a commit, by a run that the gate's policy is for. */
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
 * askChecks reads the checks of the commit that an open gate is for, waits for them as long as it may, and keeps the
 * gate open only if each one that is required has succeeded. An API that cannot tell closes it.
 */
export async function askChecks(open: Open, inputs: CheckPolicy, doors: Doors): Promise<Verdict> {
  if (inputs.requiredChecks.named.length === 0 && !inputs.requiredChecks.ofBranch) return open;
  const token = doors.runner.secretInput('github-token');
  try {
    const states = await gather(open, inputs, { ...doors, access: { token } });
    return alsoAsking(open, checkReasons(states), states);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const rule = 'GitHub must be able to tell of the checks';
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
  // Of several commits the first one counts that has something of a check.
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
  // A squash or rebase merge makes a new commit; the checks ran on the pull request's head. They count if the files
  // are the same to the byte.
  const head = states.some(isMissing) ? await headOf(github, access, subject.commit) : undefined;
  const commits = typeof head === 'string' ? [subject.commit, head] : [subject.commit];
  if (commits.length === 1 && inputs.waitForChecks === 0 && !(head instanceof ApiProblem)) return states;
  const waited = await judgedOn(commits, inputs.waitForChecks);
  // What could not be asked matters only if it could have made a difference.
  if (head instanceof ApiProblem && waited.some(isMissing)) throw head;
  return waited;
}

function isMissing({ state }: CheckState): boolean {
  return state === 'missing';
}

async function headOf(github: GitHub, access: Access, commit: string): Promise<string | ApiProblem | undefined> {
  return github.squashedHead(access, commit).catch((error) => {
    if (error instanceof ApiProblem) return error;
    throw error;
  });
}

async function requiredOf(
  { requiredChecks }: CheckPolicy,
  { github, access, branch }: { readonly github: GitHub; readonly access: Access; readonly branch: string | undefined },
): Promise<readonly RequiredCheck[]> {
  const askedBy = 'the input "required-checks"';
  const named = requiredChecks.named.map((name) => ({ name, appId: undefined, askedBy }));
  if (!requiredChecks.ofBranch) return named;
  if (branch === undefined) {
    const remedy = 'name the checks in "required-checks" for runs on tags';
    throw new ApiProblem('rules of a branch were asked for, and this run is for a tag', { remedy });
  }
  const ruled = await github.requiredChecks(access, branch);
  // Asked for and not there: no other check makes up for it.
  return ruled.length === 0 ? [] : [...ruled, ...named];
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

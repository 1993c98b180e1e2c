import {
  type CheckRules,
  type CheckState,
  checkReasons,
  isSettled,
  judgeChecks,
  type RequiredCheck,
} from '../gate/checks.ts';
import { alsoAsking, type Open, type Reason, type Verdict } from '../gate/verdict.ts';
import { type Access, ApiProblem, type GitHub } from '../github/github.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Runner } from '../runner/runner.ts';

type Doors = { readonly runner: Runner; readonly github: GitHub };

/**
 * askChecks reads the checks of the commit that an open gate is for, waits for them as long as it may, and keeps the
 * gate open only if each one that is required has succeeded. An API that cannot tell closes it.
 */
export async function askChecks(open: Open, inputs: Inputs, doors: Doors): Promise<Verdict> {
  if (inputs.requiredChecks.named.length === 0 && !inputs.requiredChecks.ofBranch) return open;
  const token = doors.runner.secretInput('github-token');
  try {
    const states = await gather(open, inputs, { ...doors, access: { token } });
    const names = states.map(({ name }) => name).join(', ');
    return alsoAsking(open, checkReasons(states), [`The checks of the commit have succeeded: ${names}`]);
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return alsoAsking(open, [unanswered(error)], []);
  }
}

async function gather(
  { subject }: Open,
  inputs: Inputs,
  { runner, github, access }: Doors & { readonly access: Access },
): Promise<readonly CheckState[]> {
  const rules: CheckRules = {
    required: await requiredOf(inputs, { github, access, branch: branchOf(subject.ref) }),
    allowSkipped: inputs.allowSkipped,
    ownCheckRunId: inputs.checkRunId,
    repositoryId: runner.context().repositoryId,
  };
  const judgedOn = async (commit: string, minutes: number): Promise<readonly CheckState[]> => {
    const reports = await github.awaitReports(access, commit, {
      minutes,
      isSettled: (seen) => isSettled(judgeChecks(seen, rules)),
      onProgress: (seen, seconds) => {
        const open = judgeChecks(seen, rules).filter(({ state }) => state !== 'passed');
        runner.info(
          `Waiting for ${open.map(({ name, seen: why }) => `${name} (${why})`).join(', ')}: ${seconds} s left`,
        );
      },
    });
    return judgeChecks(reports, rules);
  };
  if (rules.required.length === 0) return [];
  const states = await judgedOn(subject.commit, 0);
  if (isSettled(states)) return states;
  // A squash or rebase merge makes a new commit; the checks ran on the pull request's head. They count if the files
  // are the same to the byte.
  const head = await github.squashedHead(access, subject.commit);
  const onHead = head === undefined ? [] : await judgedOn(head, 0);
  const merged = states.map((state, index) => (state.state === 'missing' ? (onHead[index] ?? state) : state));
  if (isSettled(merged) || inputs.waitForChecks === 0) return merged;
  const waited = await judgedOn(subject.commit, inputs.waitForChecks);
  return waited.map((state, index) => (state.state === 'missing' ? (onHead[index] ?? state) : state));
}

async function requiredOf(
  { requiredChecks }: Inputs,
  { github, access, branch }: { readonly github: GitHub; readonly access: Access; readonly branch: string | undefined },
): Promise<readonly RequiredCheck[]> {
  const named = requiredChecks.named.map((name) => ({ name, appId: undefined }));
  if (!requiredChecks.ofBranch) return named;
  if (branch === undefined) throw new ApiProblem('rules of a branch were asked for, and this run is for a tag');
  const ruled = await github.requiredChecks(access, branch);
  // Asked for and not there: no other check makes up for it.
  return ruled.length === 0 ? [] : [...ruled, ...named];
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
}

function unanswered({ message, permission }: ApiProblem): Reason {
  return {
    code: 'GATE_CHECKS',
    rule: 'GitHub must be able to tell of the checks',
    seen: message,
    opens:
      permission === undefined
        ? 'run the job again'
        : `give the job the permission "${permission}" under "permissions:"`,
  };
}

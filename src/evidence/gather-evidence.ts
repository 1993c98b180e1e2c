import { confirm } from '../gate/confirm.ts';
import { basesThatVouch } from '../gate/decide-gate.ts';
import { type Closed, closedAfter, type Decision, type OpenToRead, type Presumed } from '../gate/verdict.ts';
import { ApiProblem, type GitHub } from '../github/github.ts';
import type { Runner } from '../runner/runner.ts';
import { askChecks, type CheckPolicy, unanswered } from './gather-checks.ts';

type Doors = { readonly runner: Runner; readonly github: GitHub };

/**
 * gatherEvidence asks the server for facts that the run itself does not have, if any are needed. It asks for the checks
 * once the commit is known.
 */
export async function gatherEvidence(
  decision: Decision,
  inputs: CheckPolicy,
  doors: Doors,
): Promise<OpenToRead | Closed> {
  const verdict = decision.kind === 'presumed' ? await askOther(decision, inputs, doors) : decision;
  return verdict.kind === 'open' ? askChecks(verdict, inputs, doors) : verdict;
}

/** Asks about the run that triggered this one. */
async function askOther(
  presumed: Presumed,
  inputs: CheckPolicy,
  { runner, github }: Doors,
): Promise<OpenToRead | Closed> {
  const access = { token: runner.secretInput('github-token') };
  const place = { branch: presumed.branch, commit: presumed.subject.commit };
  try {
    const branch = await github.branchHas(access, place);
    const pullRequests = presumed.pullRequest !== undefined ? await github.pullRequestsOf(access, place) : [];
    return confirm(presumed, { branch, pullRequests }, basesThatVouch(inputs, runner.context()));
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const rule = `${runner.context().server.name} must be able to report the branch`;
    // An unknown fact does not mean that this run is not meant to publish.
    return closedAfter(presumed, unanswered(error, { code: 'GATE_SERVER', rule }));
  }
}

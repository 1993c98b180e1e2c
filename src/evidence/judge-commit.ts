import { commitNamedBy, openForCommit, refsThatPublish } from '../gate/image-commit.ts';
import { closedAfter, type ReadingOnly, type Verdict } from '../gate/verdict.ts';
import { ApiProblem, type GitHub } from '../github/github.ts';
import type { History } from '../github/history.ts';
import type { Examined } from '../image/tested.ts';
import type { Runner } from '../runner/runner.ts';
import { askChecks, type CheckPolicy, unanswered } from './gather-checks.ts';
import { locateCommit } from './locate-commit.ts';

/** What is required of a commit that is not the commit of the run. */
export type CommitDoors = { readonly runner: Runner; readonly github: GitHub; readonly history: History };

/**
 * judgeCommit opens the gate for the commit that the image itself names, if the run may only read so far. A branch or
 * git tag that may publish must have the commit, and its checks must have succeeded. If the server cannot report this,
 * the gate closes.
 */
export async function judgeCommit(
  reading: ReadingOnly,
  { policy, image }: { readonly policy: CheckPolicy; readonly image: Examined },
  doors: CommitDoors,
): Promise<Verdict> {
  // If an engine shows only one of several platforms, it is asked for the others.
  const { platforms } = image.tested.isComplete ? image.tested : await image.inFull();
  const named = commitNamedBy(platforms);
  if ('reason' in named) return closedAfter(reading, [named.reason]);
  const context = doors.runner.context();
  const publishing = refsThatPublish(reading, policy, context);
  const access = { token: doors.runner.secretInput('github-token') };
  try {
    const at = await locateCommit(named.commit, publishing, { ...doors, access });
    const verdict = openForCommit(reading, { ...named, at }, publishing);
    return verdict.kind === 'open' ? await askChecks(verdict, policy, doors) : verdict;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const rule = `${context.server.name} must be able to tell where the image's commit is`;
    return closedAfter(reading, unanswered(error, { code: 'GATE_REVISION', rule }));
  }
}

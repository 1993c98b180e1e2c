import { isRetargeted, type PullRequest } from '../run/reports.ts';
import { type FilterPattern, matchesFilter } from '../text/filter-pattern.ts';
import { AFTER_THE_MERGE } from './event-rules.ts';
import { alsoAsking, type Closed, type Judgement, type OpenToRead, openFor, type Presumed } from './verdict.ts';

/** What GitHub reports about the run that triggered this one. */
export type Found = {
  /** Whether a branch (not a tag) has that name, and whether the commit is on it. */
  readonly branch: 'commit' | 'other-commits' | 'no-branch';
  /** If that run was for a pull request: the pull requests that have this branch and commit as their head. */
  readonly pullRequests: readonly (PullRequest & { readonly opener: string })[];
};

/**
 * confirm opens the gate for a run that another one triggered, if its commit is on the branch that the payload names
 * (which may also be the name of a tag). After a pull request, all pull requests of that commit must be from people,
 * into branches that may publish.
 */
export function confirm(presumed: Presumed, found: Found, bases: readonly FilterPattern[]): OpenToRead | Closed {
  const { held, pullRequest } = presumed;
  return alsoAsking(openFor(presumed, held), [
    ofBranch(presumed, found),
    ...(pullRequest === undefined ? [] : [ofPullRequests(found, bases, pullRequest.since)]),
  ]);
}

function ofBranch({ branch, isDefault, subject: { commit } }: Presumed, found: Found): Judgement {
  const rule = 'the commit must be on the branch that the run that triggered this one names';
  if (found.branch === 'commit') {
    const seen = `${commit} is on the branch ${branch}`;
    return { rule, seen, says: `GitHub confirms that the commit is on the branch "${branch}"`, by: 'api' };
  }
  const seen =
    found.branch === 'no-branch'
      ? `there is no branch ${branch}: it is the name of a tag, or the branch was deleted`
      : `${commit} is not on the branch ${branch}: it is the name of a tag, or the branch was changed`;
  if (found.branch !== 'no-branch') return { code: 'GATE_REF', rule, seen, opens: `merge the commit into ${branch}` };
  // A private repository gives the same answer if a branch may not be read and if it does not exist.
  const read = 'give the job the permission "contents: read" under "permissions:"';
  if (isDefault)
    return { code: 'GATE_SERVER', rule, seen: `the token may not read the default branch ${branch}`, opens: read };
  return { code: 'GATE_REF', rule, seen, opens: `merge the commit into a branch that publishes, or ${read}` };
}

function ofPullRequests(
  { pullRequests }: Found,
  bases: readonly FilterPattern[],
  since: number | undefined,
): Judgement {
  const rule =
    'the pull request of the run that triggered this one must be from a person, into a branch that may publish';
  const wrong =
    pullRequests.length === 0
      ? 'it was not found'
      : pullRequests
          .map((each) => ({ ...each, hasMoved: isRetargeted(each, since) }))
          .filter(({ base, hasMoved, opener }) => opener !== 'User' || hasMoved || !matchesFilter(base, bases))
          .map(
            ({ base, hasMoved, opener }) =>
              `one into ${base}${hasMoved ? ', and into another branch before,' : ''} by an account of the kind ${opener}`,
          )
          .join(', ');
  if (wrong === '') {
    return { rule, seen: `one into ${pullRequests.map(({ base }) => base).join(', ')}`, by: 'api' };
  }
  return { code: 'GATE_EVENT', rule, seen: wrong, opens: AFTER_THE_MERGE };
}

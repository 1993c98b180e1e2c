import { isRetargeted, type PullRequest } from '../run/reports.ts';
import { type FilterPattern, matchesFilter } from '../text/filter-pattern.ts';
import { AFTER_THE_MERGE } from './event-rules.ts';
import { alsoAsking, type Closed, type Judgement, type OpenToRead, openFor, type Presumed } from './verdict.ts';

/** What GitHub knows of the run that this one follows. */
export type Found = {
  /** Whether there is a branch, not a tag, of that name, and whether the commit is in it. */
  readonly branch: 'commit' | 'other-commits' | 'no-branch';
  /** If that run was for a pull request: those that have this branch and commit as their head. */
  readonly pullRequests: readonly (PullRequest & { readonly opener: string })[];
};

/**
 * confirm opens the gate for a run that follows another, if its commit is on the branch that the payload names (which
 * may be the name of a tag), and, after a pull request, if only pull requests of people into branches that can vouch
 * for it have made that run.
 */
export function confirm(presumed: Presumed, found: Found, bases: readonly FilterPattern[]): OpenToRead | Closed {
  const { held, pullRequest } = presumed;
  return alsoAsking(openFor(presumed, held), [
    ofBranch(presumed, found),
    ...(pullRequest === undefined ? [] : [ofPullRequests(found, bases, pullRequest.since)]),
  ]);
}

function ofBranch({ branch, isDefault, subject: { commit } }: Presumed, found: Found): Judgement {
  const rule = 'the commit must be on the branch that the run which this one follows names';
  if (found.branch === 'commit') {
    const seen = `${commit} is on the branch ${branch}`;
    return { rule, seen, says: `GitHub confirms that the commit is on the branch "${branch}"`, by: 'api' };
  }
  const seen =
    found.branch === 'no-branch'
      ? `there is no branch ${branch}: it was a tag, or was deleted`
      : `${commit} is not on the branch ${branch}: it was a tag of that name, or the branch was changed`;
  if (found.branch !== 'no-branch') return { code: 'GATE_REF', rule, seen, opens: `merge the commit into ${branch}` };
  // A private repository answers for a branch that may not be read as for one that is not there.
  const read = 'give the job the permission "contents: read" under "permissions:"';
  if (isDefault) return { code: 'GATE_SERVER', rule, seen: `the default branch ${branch} is not shown`, opens: read };
  return { code: 'GATE_REF', rule, seen, opens: `merge the commit into a branch that publishes, or ${read}` };
}

function ofPullRequests(
  { pullRequests }: Found,
  bases: readonly FilterPattern[],
  since: number | undefined,
): Judgement {
  const rule =
    'the pull request behind the run that this one follows must be by a person and into a branch that may publish';
  const wrong =
    pullRequests.length === 0
      ? 'it is not found'
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

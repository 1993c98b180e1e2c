/** What GitHub has on a commit, as the gate judges it. */

/** A check run of the commit (REST, "Check runs"). */
export type CheckRun = {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  /** The app that reported it, by its number and its name; undefined if the app was removed. */
  readonly app: { readonly id: number; readonly slug: string } | undefined;
  readonly suiteId: number;
  /** Its address in the API, by which a job points at it. */
  readonly url: string;
};

/** A commit status (REST, "Commit statuses"), and who has set it; a higher id is newer. */
export type CommitStatus = {
  readonly id: number;
  readonly context: string;
  readonly state: string;
  readonly creator: string;
  /** The run that it leads to, where jobs report by statuses: two workflows may have the same names. */
  readonly run: string | undefined;
};

/**
 * A pull request: the branch it goes to, and when it was last sent to another one than before, in milliseconds since
 * 1970; undefined if it never was.
 */
export type PullRequest = { readonly base: string; readonly retargetedAt: number | undefined };

/** isRetargeted tells whether a pull request may have gone to another branch when a run for it began, if that is known. */
export function isRetargeted({ retargetedAt }: PullRequest, since: number | undefined): boolean {
  return retargetedAt !== undefined && (since === undefined || retargetedAt >= since);
}

/** A job of a workflow run for the commit (REST, "Workflow jobs"), which nobody can write but GitHub Actions. */
export type Job = {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly checkRunUrl: string;
  /** The suite of its run's check runs. */
  readonly suiteId: number;
  readonly event: string;
  readonly headRepositoryId: string;
  /** When its run was first begun, in milliseconds since 1970; a run that is run again keeps to what it was for. */
  readonly createdAt: number;
  /** For a pull request: those of its branch and commit. Empty if none is found, undefined if the token may not ask. */
  readonly pullRequests: readonly PullRequest[] | undefined;
  /** The attempt of the run that it belongs to, and the last one that has begun. */
  readonly attempt: number;
  readonly lastAttempt: number;
  /** Whether that last attempt has ended. */
  readonly isOver: boolean;
};

/** Everything that has been reported on the commit. */
export type Snapshot = {
  readonly checkRuns: readonly CheckRun[];
  readonly statuses: readonly CommitStatus[];
  readonly jobs: readonly Job[];
};

/** What makes a check run one of a job: anyone with `checks: write` can have it say so. */
export const ACTIONS = 'github-actions';

/** What GitHub reports about a commit, as the gate judges it. */

/** A check run of the commit (REST, "Check runs"). */
export type CheckRun = {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  /** The app that reported it, by its id and its name; undefined if the app was removed. */
  readonly app: { readonly id: number; readonly slug: string } | undefined;
  readonly suiteId: number;
  /** Its address in the API, which its job also has. */
  readonly url: string;
};

/** A commit status (REST, "Commit statuses"), and who created it; a higher id is newer. */
export type CommitStatus = {
  readonly id: number;
  readonly context: string;
  readonly state: string;
  readonly creator: string;
  /** The run that it links to, if jobs report by statuses: two workflows may have jobs of the same name. */
  readonly run: string | undefined;
};

/**
 * A pull request: its target branch, and when that was last changed, in milliseconds since 1970; undefined if never.
 */
export type PullRequest = { readonly base: string; readonly retargetedAt: number | undefined };

/** isRetargeted tells whether a pull request may have had another target branch when a run for it began, if known. */
export function isRetargeted({ retargetedAt }: PullRequest, since: number | undefined): boolean {
  return retargetedAt !== undefined && (since === undefined || retargetedAt >= since);
}

/** A job of a workflow run for the commit (REST, "Workflow jobs"); only GitHub Actions can write it. */
export type Job = {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly checkRunUrl: string;
  /** The suite of its run's check runs. */
  readonly suiteId: number;
  readonly event: string;
  readonly headRepositoryId: string;
  /** When its run first began, in milliseconds since 1970; when it runs again, it is still for the same event. */
  readonly createdAt: number;
  /** For a pull request: those of its branch and commit. Empty if none is found, undefined if the token may not ask. */
  readonly pullRequests: readonly PullRequest[] | undefined;
  /** The attempt of the run that it belongs to, and the last attempt that has begun. */
  readonly attempt: number;
  readonly lastAttempt: number;
  /** Whether that last attempt has ended. */
  readonly isOver: boolean;
};

/** Everything that was reported on the commit. */
export type Snapshot = {
  readonly checkRuns: readonly CheckRun[];
  readonly statuses: readonly CommitStatus[];
  readonly jobs: readonly Job[];
};

/** The app of a job's check run: anyone with `checks: write` can create one with this app. */
export const ACTIONS = 'github-actions';

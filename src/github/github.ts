import type { Secret } from '../secret/secret.ts';

/** The parts of GitHub's answers that the gate judges, named as in `gate/reports.ts`. */
export type CommitReports = {
  readonly checkRuns: readonly {
    readonly id: number;
    readonly name: string;
    readonly status: string;
    readonly conclusion: string | null;
    readonly app: { readonly id: number; readonly slug: string } | undefined;
    readonly suiteId: number;
    readonly url: string;
  }[];
  readonly statuses: readonly {
    readonly id: number;
    readonly context: string;
    readonly state: string;
    readonly creator: string;
    readonly run: string | undefined;
  }[];
  readonly jobs: readonly {
    readonly name: string;
    readonly status: string;
    readonly conclusion: string | null;
    readonly checkRunUrl: string;
    readonly suiteId: number;
    readonly event: string;
    readonly headRepositoryId: string;
    readonly createdAt: number;
    readonly pullRequests: readonly PullRequest[] | undefined;
    readonly attempt: number;
    readonly lastAttempt: number;
    readonly isOver: boolean;
  }[];
};

/** The credential of a request. */
export type Access = { readonly token: Secret };

export type Waiting = {
  /** Tells whether there is nothing left to wait for. */
  readonly isSettled: (reports: readonly CommitReports[]) => boolean;
  /** For how many minutes to look again. */
  readonly minutes: number;
  /** Gets a line before each pause. */
  readonly onProgress: (reports: readonly CommitReports[], secondsLeft: number) => void;
};

/** A check that a rule of a branch requires, and the name of that rule. */
export type RuledCheck = { readonly name: string; readonly appId: number | undefined; readonly askedBy: string };

/** A commit on a branch of this repository. */
export type Place = { readonly branch: string; readonly commit: string };

/** A pull request: its target branch, and the type of the account that opened it (`User`, `Bot`). */
export type PullRequest = {
  readonly base: string;
  /** When its target branch was last changed, in milliseconds since 1970; undefined if never. */
  readonly retargetedAt: number | undefined;
  readonly opener: string;
};

/**
 * GitHub reads the REST API. If an answer is missing or incomplete, it throws an `ApiProblem`: unknown never counts as
 * passed.
 */
export interface GitHub {
  /** awaitReports reads everything that was reported on commits, again and again until it is settled or time is up. */
  awaitReports(access: Access, commits: readonly string[], waiting: Waiting): Promise<readonly CommitReports[]>;
  /** requiredChecks reads the checks that the rules of a branch require. */
  requiredChecks(access: Access, branch: string): Promise<readonly RuledCheck[]>;
  /** squashedHead returns the head of the merged pull request with the same tree as the commit, if there is one. */
  squashedHead(access: Access, commit: string): Promise<string | undefined>;
  /** branchHas tells whether a branch (not a tag) of this name exists, and whether it has the commit. */
  branchHas(access: Access, place: Place): Promise<'commit' | 'other-commits' | 'no-branch'>;
  /** branchNames lists every branch. */
  branchNames(access: Access): Promise<readonly string[]>;
  /** pullRequestsOf lists the pull requests, open or closed, that have this branch and this commit as their head. */
  pullRequestsOf(access: Access, head: Place): Promise<readonly PullRequest[]>;
}

export type ApiProblemDetails = {
  /** The permission that the job lacks, as YAML, if that is the reason. */
  readonly permission?: string | undefined;
  /** What to do, other than to try again. */
  readonly remedy?: string | undefined;
  /** Other requests that failed at the same time. */
  readonly also?: readonly ApiProblem[];
};

/** Why the API gave no usable answer. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly permission: string | undefined;
  readonly remedy: string | undefined;
  readonly also: readonly ApiProblem[];

  constructor(message: string, { permission, remedy, also = [] }: ApiProblemDetails = {}) {
    super(message);
    this.permission = permission;
    this.remedy = remedy;
    this.also = also;
  }
}

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

/** Where to ask, and as whom. */
export type Access = { readonly token: Secret };

export type Waiting = {
  /** Tells whether there is any use in looking again. */
  readonly isSettled: (reports: readonly CommitReports[]) => boolean;
  /** For how many minutes to look again. */
  readonly minutes: number;
  /** Gets a line whenever it looks again. */
  readonly onProgress: (reports: readonly CommitReports[], secondsLeft: number) => void;
};

/** A check that a rule of a branch requires, and what rule that is. */
export type RuledCheck = { readonly name: string; readonly appId: number | undefined; readonly askedBy: string };

/** A commit on a branch of this repository. */
export type Place = { readonly branch: string; readonly commit: string };

/** A pull request: the branch it goes to, and what kind of account has opened it (`User`, `Bot`). */
export type PullRequest = {
  readonly base: string;
  /** When it was last sent to another branch than before, in milliseconds since 1970; undefined if it never was. */
  readonly retargetedAt: number | undefined;
  readonly opener: string;
};

/**
 * GitHub is the door to the REST API, for reading only. An answer that cannot be had, or cannot be read to its end, is
 * an `ApiProblem`: what is not known is never taken for passed.
 */
export interface GitHub {
  /** awaitReports reads everything that was reported on commits, again and again until it is settled or time is up. */
  awaitReports(access: Access, commits: readonly string[], waiting: Waiting): Promise<readonly CommitReports[]>;
  /** requiredChecks reads the checks that the rules of a branch require. */
  requiredChecks(access: Access, branch: string): Promise<readonly RuledCheck[]>;
  /** squashedHead returns the head of the merged pull request whose tree the commit has, if there is one. */
  squashedHead(access: Access, commit: string): Promise<string | undefined>;
  /** branchHas tells whether there is a branch (a tag is none) of this name, and whether the commit is in it. */
  branchHas(access: Access, place: Place): Promise<'commit' | 'other-commits' | 'no-branch'>;
  /** branchNames lists every branch. */
  branchNames(access: Access): Promise<readonly string[]>;
  /** pullRequestsOf lists the pull requests, open or not, that have this branch and this commit as their head. */
  pullRequestsOf(access: Access, head: Place): Promise<readonly PullRequest[]>;
}

export type ApiProblemDetails = {
  /** The YAML that gives the job the permission it lacks, where that is why. */
  readonly permission?: string | undefined;
  /** What else to do about it than to try again. */
  readonly remedy?: string | undefined;
  /** What else could not be asked at the same time. */
  readonly also?: readonly ApiProblem[];
};

/** Why the API could not tell. */
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

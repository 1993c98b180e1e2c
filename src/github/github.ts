import type { Secret } from '../secret.ts';

/** The parts of GitHub's answers that the gate judges, named as in `gate/checks.ts`. */
export type CommitReports = {
  readonly checkRuns: readonly {
    readonly id: number;
    readonly name: string;
    readonly status: string;
    readonly conclusion: string | null;
    readonly appId: number;
    readonly isActions: boolean;
    readonly suiteId: number;
    readonly url: string;
  }[];
  readonly statuses: readonly { readonly id: number; readonly context: string; readonly state: string }[];
  readonly jobs: readonly {
    readonly checkRunUrl: string;
    readonly event: string;
    readonly headRepositoryId: string;
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

/**
 * GitHub is the door to the REST API, for reading only. An answer that cannot be had, or cannot be read to its end, is
 * an `ApiProblem`: what is not known is never taken for passed.
 */
export interface GitHub {
  /** awaitReports reads everything that was reported on commits, again and again until it is settled or time is up. */
  awaitReports(access: Access, commits: readonly string[], waiting: Waiting): Promise<readonly CommitReports[]>;
  /** requiredChecks reads the checks that the rules of a branch require. */
  requiredChecks(
    access: Access,
    branch: string,
  ): Promise<readonly { readonly name: string; readonly appId: number | undefined }[]>;
  /** squashedHead returns the head of the merged pull request whose tree the commit has, if there is one. */
  squashedHead(access: Access, commit: string): Promise<string | undefined>;
}

/** Why the API could not tell. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** The YAML that gives the job the permission it lacks, where that is why. */
  readonly permission: string | undefined;
  /** What else to do about it than to try again. */
  readonly remedy: string | undefined;

  constructor(message: string, permission?: string, remedy?: string) {
    super(message);
    this.permission = permission;
    this.remedy = remedy;
  }
}

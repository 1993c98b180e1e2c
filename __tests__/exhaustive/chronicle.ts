/** What happened to a commit, in order, in the words of those who know all of it. */

export type Happening =
  /**
   * A workflow run began; `counts`: it is of this repository, for an event that strangers cannot cause. `pull`: it was
   * for a pull request from a branch of ours into another.
   */
  | {
      readonly kind: 'run';
      readonly run: number;
      readonly counts: boolean;
      readonly isOurs: boolean;
      readonly pull?: { readonly branch: string; readonly base: string };
    }
  /** It was run again. `isAll` tells whether every job of it will come once more; of the others what was said stands. */
  | { readonly kind: 'attempt'; readonly run: number; readonly isAll: boolean; readonly toCome: readonly string[] }
  /** A job of it began. `key` names it within the workflow, where two may have one name. `isSeen`: the API lists it. */
  | {
      readonly kind: 'job';
      readonly run: number;
      readonly key: string;
      readonly name: string;
      readonly thing: number;
      readonly isSeen: boolean;
    }
  /** A check run was made that says it is a job's, in the suite of a run or in one of its own. */
  | { readonly kind: 'forgery'; readonly run: number | undefined; readonly name: string; readonly thing: number }
  /** An app reported. */
  | {
      readonly kind: 'report';
      readonly app: number;
      readonly suite: number;
      readonly name: string;
      readonly thing: number;
    }
  | { readonly kind: 'status'; readonly name: string; readonly state: string };

export type Chronicle = {
  readonly happenings: readonly Happening[];
  /** How far each thing has come by now: a conclusion, or the status of what has not ended. */
  readonly words: ReadonlyMap<number, string>;
  /** Check runs of jobs that somebody has renamed or rewritten, and what they show. */
  readonly rewritten: ReadonlyMap<number, { readonly name?: string; readonly word?: string }>;
  /** What the job that asks is called; undefined if it does not know itself. */
  readonly own: string | undefined;
  /** Runs whose last attempt is over by now. */
  readonly over: ReadonlySet<number>;
};

export type Demand = { readonly name: string; readonly app: number | undefined };
export type Demands = { readonly required: readonly Demand[]; readonly allowSkipped: readonly string[] };

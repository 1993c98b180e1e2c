/**
 * What GitHub knows of a repository, as far as its REST API tells of checks. A test brings it about step by step, as
 * people, workflows and apps would; nothing in here knows what a gate wants to see.
 */

export type App = { readonly id: number; readonly slug: string };

/** Every job reports as this app, and so does whatever uses the token of a job that has `checks: write`. */
export const ACTIONS: App = { id: 15368, slug: 'github-actions' };
export const CODECOV: App = { id: 254, slug: 'codecov' };

/** How far something is: how it ended, or that it has not. */
export type Outcome = { status: string; conclusion: string | null };

const UNFINISHED = ['queued', 'in_progress', 'waiting', 'requested', 'pending'];

/** outcomeOf takes a conclusion, or a status of what has not ended. */
export function outcomeOf(word: string): Outcome {
  return UNFINISHED.includes(word) ? { status: word, conclusion: null } : { status: 'completed', conclusion: word };
}

export type CheckRun = Outcome & {
  readonly id: number;
  name: string;
  /** Null if the suite, or the app, was deleted since. */
  readonly suiteId: number | null;
  readonly app: App | null;
  readonly sha: string;
  /** What it shows instead, since someone with `checks: write` has rewritten it; the job behind it stays as it is. */
  shows?: Partial<Outcome> & { readonly name?: string };
};

export type Status = {
  readonly id: number;
  readonly context: string;
  readonly state: string;
  /** Login of who set it; null if that account is gone. */
  readonly creator: string | null;
  /** The run whose job has set it, where jobs report by statuses. */
  readonly run?: number | undefined;
};

/** A job of a run; its id is that of its check run. */
export type Job = {
  readonly run: WorkflowRun;
  readonly attempt: number;
  readonly check: CheckRun;
  /** False while the jobs API lags behind and does not list it yet. */
  isListed: boolean;
};

export type RunOptions = {
  readonly event?: string;
  readonly branch?: string | null;
  /** Id of the head repository; null if that is gone. */
  readonly home?: number | null;
  /** For a pull request: the branch that it goes to. */
  readonly base?: string;
};

export class WorkflowRun {
  readonly id: number;
  readonly suiteId: number;
  readonly sha: string;
  readonly event: string;
  readonly branch: string | null;
  readonly home: number | null;
  readonly jobs: Job[] = [];
  attempt = 1;
  /** True while jobs of the current attempt have not begun, since they wait for others. */
  isMoreToCome = false;
  /** False while the API does not list the run yet. */
  isListed = true;
  /** What the API shows instead while it lags behind. */
  shows: { readonly attempt: number; readonly status: string } | undefined;
  readonly #repository: Repository;

  constructor(repository: Repository, sha: string, { event = 'push', branch = 'main', home }: RunOptions) {
    this.#repository = repository;
    this.id = repository.nextId();
    this.suiteId = repository.nextId();
    this.sha = sha;
    this.event = event;
    this.branch = branch;
    this.home = home === undefined ? repository.id : home;
  }

  /** job starts, or has ended, in the current attempt. */
  job(name: string, word: string, { isListed = true } = {}): Job {
    const check = this.#repository.report(this.sha, { name, word, app: ACTIONS, suiteId: this.suiteId });
    const job = { run: this, attempt: this.attempt, check, isListed };
    this.jobs.push(job);
    return job;
  }

  /** rerun begins another attempt; its jobs come when they come. */
  rerun(): void {
    this.attempt += 1;
  }

  get status(): string {
    const current = this.jobs.filter(({ attempt }) => attempt === this.attempt);
    if (current.length === 0) return 'queued';
    return !this.isMoreToCome && current.every(({ check }) => check.status === 'completed')
      ? 'completed'
      : 'in_progress';
  }
}

/** rewrite changes what a check run shows, as anyone with `checks: write` can. */
export function rewrite(check: CheckRun, { name, word }: { readonly name?: string; readonly word?: string }): void {
  check.shows = {
    ...check.shows,
    ...(name === undefined ? {} : { name }),
    ...(word === undefined ? {} : outcomeOf(word)),
  };
}

/** end brings something that was reported to its end, or to another status. */
export function end(check: CheckRun, word: string): void {
  Object.assign(check, outcomeOf(word));
}

export type Report = {
  readonly name: string;
  readonly word: string;
  readonly app?: App | null;
  /** The suite it goes to; by default one of its own. */
  readonly suiteId?: number | null;
};

export type Pull = {
  readonly head: string;
  readonly merge: string;
  /** When it was merged; null if it was not. */
  readonly mergedAt: string | null;
  /** Its own branch, `feature` if nothing else is said, and the one it goes to, by default `main`. */
  readonly branch?: string;
  readonly base?: string;
  /** What kind of account opened it; by default a person's. */
  readonly opener?: string;
  /** Id of the repository of its head; null if that is gone, by default this one. */
  readonly home?: number | null;
  readonly number?: number;
  /** What else has happened to it, such as `base_ref_changed`. */
  readonly events?: readonly string[];
  /** When that was; by default when its runs began. */
  readonly eventsAt?: string;
};

/** A rule of a ruleset as the API shows it, or the older protection of a branch. */
export type BranchRule = { readonly type: string; readonly parameters?: unknown };
export type Protection = {
  readonly enforcement_level?: string;
  readonly contexts?: readonly string[];
  readonly checks?: readonly { readonly context: string; readonly app_id: number | null }[];
};

export class Repository {
  readonly id: number;
  readonly name: string;
  readonly checks = new Map<string, CheckRun[]>();
  readonly statuses = new Map<string, Status[]>();
  readonly runs = new Map<string, WorkflowRun[]>();
  readonly runsById = new Map<string, WorkflowRun>();
  readonly trees = new Map<string, string>();
  /** By the commit that the API tells them for. */
  readonly pulls = new Map<string, Pull[]>();
  /** By the branch that they come from. */
  readonly pullsOfBranch = new Map<string, Pull[]>();
  readonly rules = new Map<string, BranchRule[]>();
  readonly branches = new Map<string, Protection | undefined>([['main', undefined]]);
  /** By their numbers. */
  readonly pullsByNumber = new Map<number, Pull>();
  /** Commits of a branch, the tip first. */
  readonly commits = new Map<string, string[]>();
  /** The commits that tags of git lead to. */
  readonly gitTags = new Map<string, string>();
  /** The releases of git tags, and whether each is a prerelease. */
  readonly releases = new Map<string, boolean>();
  #lastId: number;

  constructor({ id = 1296269, name = 'octocat/app', firstId = 20_000_000_000 } = {}) {
    this.id = id;
    this.name = name;
    this.#lastId = firstId;
  }

  /** Ids grow. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** run is a workflow run for a commit. */
  run(sha: string, options: RunOptions = {}): WorkflowRun {
    const run = new WorkflowRun(this, sha, options);
    added(this.runs, sha, run);
    const { event, branch = 'main', home, base } = options;
    if (event === 'pull_request' && branch !== null && home !== null)
      this.openPull({ head: sha, branch, ...more(home, base) });
    this.runsById.set(String(run.id), run);
    return run;
  }

  /** report is a check run that an app makes through the API, a forged one if the app is that of the jobs. */
  report(sha: string, { name, word, app = CODECOV, suiteId = this.nextId() }: Report): CheckRun {
    const check = { id: this.nextId(), name, suiteId, app, sha, ...outcomeOf(word) };
    added(this.checks, sha, check);
    return check;
  }

  /** forge is a check run that says it is a job's, as anyone with `checks: write` can make it. */
  forge(sha: string, name: string, word: string, suiteId?: number): CheckRun {
    return this.report(sha, { name, word, app: ACTIONS, ...(suiteId === undefined ? {} : { suiteId }) });
  }

  status(sha: string, context: string, state: string, creator: string | null = 'octocat', run?: number): void {
    added(this.statuses, sha, { id: this.nextId(), context, state, creator, run });
  }

  pull(pull: Pull): void {
    added(this.pulls, pull.merge, pull);
    this.openPull(pull);
  }

  /** openPull is a pull request that no commit of the repository tells of. */
  openPull(pull: Omit<Pull, 'merge' | 'mergedAt'>): void {
    const { branch = 'feature', base = 'main' } = pull;
    const known = this.pullsOfBranch.get(branch) ?? [];
    const isThere = (each: Pull) =>
      each.head === pull.head && (each.base ?? 'main') === base && each.home === pull.home;
    if (known.some(isThere)) return;
    const number = this.pullsByNumber.size + 1;
    const opened = { merge: '', mergedAt: null, number, ...pull };
    this.pullsByNumber.set(number, opened);
    added(this.pullsOfBranch, branch, opened);
  }

  /** requireChecks adds a ruleset's rule; an app's id pins the app. */
  requireChecks(branch: string, checks: readonly (readonly [context: string, integration?: number | null])[]): void {
    added(this.rules, branch, {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: checks.map(([context, integration_id]) => ({
          context,
          ...(integration_id === undefined ? {} : { integration_id }),
        })),
      },
    });
  }
}

function more(home: number | undefined, base: string | undefined): Partial<Pull> {
  return { ...(home === undefined ? {} : { home }), ...(base === undefined ? {} : { base }) };
}

function added<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

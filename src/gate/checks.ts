import type { Reason } from './verdict.ts';

/** A check that must have succeeded; `appId` where a rule pins the app that reports it. */
export type RequiredCheck = { readonly name: string; readonly appId: number | undefined };

/** A check run of the commit (REST, "Check runs"). */
export type CheckRun = {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly appId: number;
  /** True if it says that GitHub Actions made it: anyone with `checks: write` can have it say so. */
  readonly isActions: boolean;
  readonly suiteId: number;
  /** Its address in the API, by which a job points at it. */
  readonly url: string;
};

/** A commit status (REST, "Commit statuses"); a higher id is newer. */
export type CommitStatus = { readonly id: number; readonly context: string; readonly state: string };

/** A job of a workflow run for the commit: proof that a check run is that of a job. */
export type Job = {
  readonly checkRunUrl: string;
  readonly event: string;
  readonly headRepositoryId: string;
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

export type CheckRules = {
  readonly required: readonly RequiredCheck[];
  readonly allowSkipped: readonly string[];
  /** This job's own check run, which is not finished while it waits. */
  readonly ownCheckRunId: number | undefined;
  readonly repositoryId: string;
};

export type CheckState = {
  readonly name: string;
  readonly state: 'passed' | 'pending' | 'failed' | 'missing';
  /** What was seen, as the end of a sentence. */
  readonly seen: string;
};

/** Events whose runs count as evidence on a commit; a stranger causes none of them with code of their own. */
const EVIDENT_EVENTS = [
  'push',
  'merge_group',
  'workflow_dispatch',
  'schedule',
  'release',
  'pull_request',
  'repository_dispatch',
];

/**
 * judgeChecks tells of each required check whether the commit has it. Names are compared exactly. Of one suite the
 * latest attempt counts, and every suite must pass; a status and a check run of one name must both. A check run that
 * claims to be a job of GitHub Actions passes only if a job of a run for this commit points at it.
 */
export function judgeChecks(snapshot: Snapshot, rules: CheckRules): readonly CheckState[] {
  return rules.required.map((required) => judge(required, snapshot, rules));
}

function judge(required: RequiredCheck, snapshot: Snapshot, rules: CheckRules): CheckState {
  const { name, appId } = required;
  const named = snapshot.checkRuns.filter(
    (run) => run.name === name && (appId === undefined || run.appId === appId) && run.id !== rules.ownCheckRunId,
  );
  const suites = [...Map.groupBy(named, ({ suiteId }) => suiteId).values()];
  const status = latest(snapshot.statuses.filter(({ context }) => context === name));
  const statuses = status === undefined ? [] : [stateOfStatus(status)];
  const states = [
    ...suites.flatMap((suite) => [...reported(suite, rules), ...performed(suite, snapshot, rules)]),
    // Nobody can tell which app set a status: where one is pinned it can only be against the check.
    ...statuses.filter(({ state }) => appId === undefined || state !== 'passed'),
  ];
  return { name, ...(worst(states) ?? absent(named)) };
}

type Seen = Omit<CheckState, 'name'>;

function worst(states: readonly Seen[]): Seen | undefined {
  const order = ['failed', 'pending', 'passed', 'missing'];
  return states.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state))[0];
}

/** What an app says in a suite: a check that is run again gets a new check run there; ids grow. */
function reported(suite: readonly CheckRun[], { allowSkipped }: CheckRules): readonly Seen[] {
  const last = latest(suite.filter(({ isActions }) => !isActions));
  return last === undefined ? [] : [stateOfRun(last, allowSkipped)];
}

/** What the jobs of a run say, whose suite this is: all that have the name, in the last attempt. */
function performed(suite: readonly CheckRun[], { checkRuns, jobs }: Snapshot, rules: CheckRules): readonly Seen[] {
  const claims = suite.filter(({ isActions }) => isActions);
  const known = claims.flatMap((run) => {
    const job = jobs.find(({ checkRunUrl }) => checkRunUrl === run.url);
    return job === undefined ? [] : [{ run, job }];
  });
  const evident = known.filter(({ job }) => isEvident(job, rules.repositoryId));
  const newest = Math.max(0, ...evident.map(({ run }) => run.id));
  // The jobs of an attempt are listed later than their check runs: what is no success may be one of those.
  const late = claims.find(
    (run) => run.id > newest && run.conclusion !== 'success' && !known.some((each) => each.run === run),
  );
  const unlisted: Seen = { state: 'pending', seen: 'it is reported, but not (yet) as a job of GitHub Actions' };
  const isOurs = checkRuns.some(({ id, suiteId }) => id === rules.ownCheckRunId && suiteId === suite[0]?.suiteId);
  return [...(late === undefined ? [] : [unlisted]), ...ofLastAttempt(evident, { rules, isOurs })];
}

type Performed = { readonly run: CheckRun; readonly job: Job };

function ofLastAttempt(
  performances: readonly Performed[],
  { rules, isOurs }: { readonly rules: CheckRules; readonly isOurs: boolean },
): readonly Seen[] {
  const attempts = Map.groupBy(performances, ({ job }) => job.attempt);
  const attempt = Math.max(0, ...attempts.keys());
  const last = attempts.get(attempt) ?? [];
  const [first] = last;
  if (first === undefined) return [];
  // Which of two jobs with one name ran again cannot be told.
  const most = Math.max(...[...attempts.values()].map(({ length }) => length));
  if (last.length < most) {
    return [{ state: 'failed', seen: `${most} jobs of a run share this name, and only ${last.length} ran again` }];
  }
  // It may still be run in the attempt that has begun. Our own run cannot be waited for: "needs" speaks for its jobs.
  if (first.job.lastAttempt > attempt && !first.job.isOver && !isOurs) {
    return [{ state: 'pending', seen: `attempt ${first.job.lastAttempt} of its run is not over` }];
  }
  return last.map(({ run }) => stateOfRun(run, rules.allowSkipped));
}

function absent(named: readonly CheckRun[]): Seen {
  const forged = named.length > 0 ? '; a check run of that name belongs to no job of GitHub Actions' : '';
  return { state: 'missing', seen: `nothing was reported under this name${forged}` };
}

function isEvident({ event, headRepositoryId }: Job, repositoryId: string): boolean {
  return headRepositoryId !== '' && headRepositoryId === repositoryId && EVIDENT_EVENTS.includes(event);
}

function latest<T extends { readonly id: number }>(items: readonly T[]): T | undefined {
  return items.reduce<T | undefined>(
    (newest, item) => (newest === undefined || item.id > newest.id ? item : newest),
    undefined,
  );
}

function stateOfRun({ name, status, conclusion }: CheckRun, allowSkipped: readonly string[]): Seen {
  if (status !== 'completed') return { state: 'pending', seen: `it is ${status}` };
  if (conclusion === 'success') return { state: 'passed', seen: 'it succeeded' };
  const isAllowed = (conclusion === 'skipped' || conclusion === 'neutral') && allowSkipped.includes(name);
  return { state: isAllowed ? 'passed' : 'failed', seen: `it ended with ${conclusion ?? 'no conclusion'}` };
}

function stateOfStatus({ state }: CommitStatus): Seen {
  if (state === 'success') return { state: 'passed', seen: 'its status is success' };
  return { state: state === 'pending' ? 'pending' : 'failed', seen: `its status is ${state}` };
}

/** isSettled tells whether waiting longer could change nothing: all have passed, or one has failed. */
export function isSettled(states: readonly CheckState[]): boolean {
  return states.some(({ state }) => state === 'failed') || states.every(({ state }) => state === 'passed');
}

/** checkReasons are what of the checks keeps the gate closed. No required check at all is never a pass. */
export function checkReasons(states: readonly CheckState[]): readonly Reason[] {
  if (states.length === 0) {
    return [
      {
        code: 'GATE_CHECKS',
        rule: 'the checks that the branch requires must have succeeded',
        seen: 'no rule of the branch requires a check',
        opens: 'require checks in a ruleset of the branch, or name them in "required-checks"',
      },
    ];
  }
  return states
    .filter(({ state }) => state !== 'passed')
    .map(({ name, state, seen }) => ({
      code: 'GATE_CHECKS',
      rule: `the check "${name}" must have succeeded on this commit`,
      seen,
      opens:
        state === 'failed'
          ? 'a commit on which it succeeds'
          : 'a run after it has succeeded, or more minutes in "wait-for-checks"',
    }));
}

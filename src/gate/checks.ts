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
export type Job = { readonly checkRunUrl: string; readonly event: string; readonly headRepositoryId: string };

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
 * claims to be a job of GitHub Actions counts only if a job of a run for this commit points at it.
 */
export function judgeChecks(snapshot: Snapshot, rules: CheckRules): readonly CheckState[] {
  return rules.required.map((required) => judge(required, snapshot, rules));
}

function judge(required: RequiredCheck, { checkRuns, statuses, jobs }: Snapshot, rules: CheckRules): CheckState {
  const { name, appId } = required;
  const named = checkRuns.filter(
    (run) => run.name === name && (appId === undefined || run.appId === appId) && run.id !== rules.ownCheckRunId,
  );
  const evident = named.filter((run) => !run.isActions || isJob(run, jobs, rules.repositoryId));
  const status = appId === undefined ? latest(statuses.filter(({ context }) => context === name)) : undefined;
  const states = [
    ...latestOfSuites(evident).map((run) => stateOfRun(run, rules.allowSkipped)),
    ...(status === undefined ? [] : [stateOfStatus(status)]),
  ];
  const found = (['failed', 'pending', 'passed'] as const).find((state) => states.some((each) => each.state === state));
  if (found !== undefined) return { name, ...(states.find(({ state }) => state === found) ?? absent(named)) };
  return { name, ...absent(named) };
}

type Seen = Omit<CheckState, 'name'>;

function absent(named: readonly CheckRun[]): Seen {
  const forged = named.length > 0 ? '; a check run of that name belongs to no job of GitHub Actions' : '';
  return { state: 'missing', seen: `nothing was reported under this name${forged}` };
}

function isJob(run: CheckRun, jobs: readonly Job[], repositoryId: string): boolean {
  return jobs.some(
    ({ checkRunUrl, event, headRepositoryId }) =>
      checkRunUrl === run.url && headRepositoryId === repositoryId && EVIDENT_EVENTS.includes(event),
  );
}

/** A job that is run again gets a new check run in the same suite; ids grow. */
function latestOfSuites(runs: readonly CheckRun[]): readonly CheckRun[] {
  const suites = Map.groupBy(runs, ({ suiteId }) => suiteId);
  return [...suites.values()].flatMap((suite) => latest(suite) ?? []);
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

import { ACTIONS, type CheckRun, type CommitStatus, type Snapshot } from '../run/reports.ts';
import { isThisJob, type JobRules, judgeJobs } from './judge-jobs.ts';
import { type CheckState, reportOf, type Seen, wordOf, worst } from './seen.ts';
import type { Reason } from './verdict.ts';

/** A check that must have succeeded; `appId` where a rule pins the app that reports it, `askedBy` what asks for it. */
export type RequiredCheck = { readonly name: string; readonly appId: number | undefined; readonly askedBy: string };

export type CheckRules = JobRules & { readonly required: readonly RequiredCheck[] };

/**
 * judgeChecks tells of each required check whether the commit has it. Names are compared exactly. Of one suite the
 * latest attempt counts, and every suite must pass; a status and a check run of one name must both. A check run that
 * claims to be a job of GitHub Actions passes only if a job of a run for this commit says the same.
 */
export function judgeChecks(snapshot: Snapshot, rules: CheckRules): readonly CheckState[] {
  return rules.required.map((required) => judge(required, snapshot, rules));
}

function judge(required: RequiredCheck, snapshot: Snapshot, rules: CheckRules): CheckState {
  const { name, appId, askedBy } = required;
  const named = snapshot.checkRuns.filter(
    (run) => run.name === name && (appId === undefined || run.app?.id === appId) && run.id !== rules.ownCheckRunId,
  );
  const reports = Map.groupBy(
    named.filter(({ app }) => app?.slug !== ACTIONS),
    ({ suiteId }) => suiteId,
  );
  const statuses = Map.groupBy(
    snapshot.statuses.filter(({ context }) => context === name),
    ({ run }) => run,
  );
  const states = [
    ...[...reports.values()].flatMap((suite) => reported(suite, rules)),
    ...judgeJobs(required, snapshot, rules),
    // Nobody can tell which app set a status: where one is pinned it can only be against the check.
    ...[...statuses.values()]
      .flatMap((ofRun) => stateOfStatuses(ofRun, rules))
      .filter(({ state }) => appId === undefined || state !== 'passed'),
  ];
  const seen = worst(states)[0] ?? absent(named);
  // It could only wait for itself. What others report under its name counts.
  const asked = { name, askedBy, ...(appId === undefined ? {} : { appId }) };
  if (seen.state === 'missing' && isThisJob(required, snapshot, rules)) return { ...asked, ...THIS_JOB };
  return { ...asked, ...seen };
}

const THIS_JOB: Seen = { state: 'left-out', by: ACTIONS, seen: 'it is this job itself, and was left out' };

/** What an app says in a suite: a check that is run again gets a new check run there; ids grow. */
function reported(suite: readonly CheckRun[], { allowSkipped }: CheckRules): readonly Seen[] {
  const last = latest(suite);
  if (last === undefined) return [];
  const word = wordOf(last, allowSkipped);
  if (last.app !== undefined) return [{ ...word, by: last.app.slug, ...reportOf(word, last) }];
  // Nobody stands for what it said, but that it was not content.
  return [{ ...word, by: 'an app that was removed', ...(word.state === 'passed' ? { state: 'missing' } : {}) }];
}

function absent(named: readonly CheckRun[]): Seen {
  const forged = named.length > 0 ? '; a check run of that name belongs to no job of GitHub Actions' : '';
  return { state: 'missing', by: 'nobody', seen: `nothing was reported under this name${forged}` };
}

function latest<T extends { readonly id: number }>(items: readonly T[]): T | undefined {
  return items.reduce<T | undefined>(
    (newest, item) => (newest === undefined || item.id > newest.id ? item : newest),
    undefined,
  );
}

/** What statuses of one name, and of one run where runs report by them, say: the last one counts. */
function stateOfStatuses(statuses: readonly CommitStatus[], { allowSkipped }: CheckRules): readonly Seen[] {
  const last = latest(statuses);
  if (last === undefined) return [];
  const { state, context, creator } = last;
  const hasPassed = state === 'success' || (state === 'skipped' && allowSkipped.includes(context));
  const word = hasPassed ? 'passed' : state === 'pending' ? 'pending' : 'failed';
  return [{ state: word, by: `a status of ${creator}`, seen: `its status is ${state}` }];
}

/** isSettled tells whether waiting longer could change nothing: all have passed, or one has failed. */
export function isSettled(states: readonly CheckState[]): boolean {
  return states.some(({ state }) => state === 'failed') || !states.some(isAwaited);
}

/** isAwaited tells whether a check has not passed, and may yet. */
export function isAwaited({ state }: CheckState): boolean {
  return state === 'pending' || state === 'missing';
}

/** checkReasons are what of the checks keeps the gate closed. No required check at all is never a pass. */
export function checkReasons(states: readonly CheckState[]): readonly Reason[] {
  if (states.length === 0) {
    return [
      {
        code: 'GATE_CHECKS',
        rule: 'the checks that the branch requires must have succeeded',
        seen: 'no rule of the branch requires a check',
        says: '"required-checks: branch-rules" is set, and no rule of the branch requires a check',
        opens: 'require checks in a ruleset of the branch, or name them in "required-checks"',
      },
    ];
  }
  if (states.every(({ state }) => state === 'left-out')) {
    return [
      {
        code: 'GATE_CHECKS',
        rule: 'a check besides this job itself must be required',
        seen: `only ${states.map(({ name }) => `"${name}"`).join(', ')} is required, and is this job`,
        opens: 'name what must have passed before in "required-checks", or write "none" to ask for nothing',
      },
    ];
  }
  return states
    .filter(({ state }) => state !== 'passed' && state !== 'left-out')
    .map((each) => ({
      code: 'GATE_CHECKS',
      rule: `the check "${each.name}" must have succeeded on this commit`,
      seen: each.seen,
      opens: remedyFor(each),
    }));
}

function remedyFor({ state, by }: CheckState): string {
  if (state === 'failed') return 'let this check succeed: fix what failed, and run it again or push a new commit';
  // It did run, in a run that vouches for nothing.
  if (state === 'missing' && by === ACTIONS)
    return 'let it run for a push, or for a pull request into a branch that may publish';
  return 'run this job again after it has succeeded, or set more minutes in "wait-for-checks"';
}

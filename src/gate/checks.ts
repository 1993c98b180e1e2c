import { ACTIONS, type CheckRun, type CommitStatus, type Snapshot } from '../run/reports.ts';
import { isThisJob, type JobRules, judgeJobs } from './judge-jobs.ts';
import { type CheckState, reportOf, type Seen, wordOf, worst } from './seen.ts';
import type { Reason } from './verdict.ts';

/**
 * A check that must have succeeded. `appId`: the app that must report it, if a rule names one. `askedBy`: what requires
 * it.
 */
export type RequiredCheck = { readonly name: string; readonly appId: number | undefined; readonly askedBy: string };

export type CheckRules = JobRules & { readonly required: readonly RequiredCheck[] };

/**
 * judgeChecks decides for each required check whether the commit has it. Names are compared exactly. In one suite, the
 * latest attempt counts, and every suite must pass. If a status and a check run have the same name, both must pass. A
 * check run that claims to be a job of GitHub Actions passes only if a job of a run for this commit has the same
 * result.
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
    // The app of a status is unknown: if a rule names an app, a status can only fail the check.
    ...[...statuses.values()]
      .flatMap((ofRun) => stateOfStatuses(ofRun, rules))
      .filter(({ state }) => appId === undefined || state !== 'passed'),
  ];
  const seen = worst(states)[0] ?? absent(named);
  // This job would wait for itself. Reports of others under its name count.
  const asked = { name, askedBy, ...(appId === undefined ? {} : { appId }) };
  if (seen.state === 'missing' && isThisJob(required, snapshot, rules)) return { ...asked, ...THIS_JOB };
  return { ...asked, ...seen };
}

const THIS_JOB: Seen = { state: 'left-out', by: ACTIONS, seen: 'it is this job, and was left out' };

/** What an app reports in a suite. A check that runs again gets a new check run there, with a higher id. */
function reported(suite: readonly CheckRun[], { allowSkipped }: CheckRules): readonly Seen[] {
  const last = latest(suite);
  if (last === undefined) return [];
  const word = wordOf(last, allowSkipped);
  if (last.app !== undefined) return [{ ...word, by: last.app.slug, ...reportOf(word, last) }];
  // The app was removed, so its success does not count, but its failure does.
  return [{ ...word, by: 'an app that was removed', ...(word.state === 'passed' ? { state: 'missing' } : {}) }];
}

function absent(named: readonly CheckRun[]): Seen {
  const forged = named.length > 0 ? '; a check run with this name belongs to no job of GitHub Actions' : '';
  return { state: 'missing', by: 'nobody', seen: `nothing was reported under this name${forged}` };
}

function latest<T extends { readonly id: number }>(items: readonly T[]): T | undefined {
  return items.reduce<T | undefined>(
    (newest, item) => (newest === undefined || item.id > newest.id ? item : newest),
    undefined,
  );
}

/** What the statuses of one name say (and of one run, if runs report by statuses): the last one counts. */
function stateOfStatuses(statuses: readonly CommitStatus[], { allowSkipped }: CheckRules): readonly Seen[] {
  const last = latest(statuses);
  if (last === undefined) return [];
  const { state, context, creator } = last;
  const hasPassed = state === 'success' || (state === 'skipped' && allowSkipped.includes(context));
  const word = hasPassed ? 'passed' : state === 'pending' ? 'pending' : 'failed';
  return [{ state: word, by: `a status of ${creator}`, seen: `its status is ${state}` }];
}

/** isSettled is true if longer waiting cannot change anything: all have passed, or one has failed. */
export function isSettled(states: readonly CheckState[]): boolean {
  return states.some(({ state }) => state === 'failed') || !states.some(isAwaited);
}

/** isAwaited is true for a check that has not passed, but still may. */
export function isAwaited({ state }: CheckState): boolean {
  return state === 'pending' || state === 'missing';
}

/** checkReasons are the reasons of the checks to close the gate. Without any required check the gate never opens. */
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
        opens: 'name other checks in "required-checks", or write "none" to require none',
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
  // It ran, but in a run that does not count.
  if (state === 'missing' && by === ACTIONS)
    return 'let it run for a push, or for a pull request into a branch that may publish';
  return 'run this job again after the check has succeeded, or set more minutes in "wait-for-checks"';
}

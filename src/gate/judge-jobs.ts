import { ACTIONS, type CheckRun, isRetargeted, type Job, type Snapshot } from '../run/reports.ts';
import { type FilterPattern, matchesFilter } from '../text/filter-pattern.ts';
import { reportOf, type Seen, wordOf, worst } from './seen.ts';

export type JobRules = {
  readonly allowSkipped: readonly string[];
  /** This job's own check run, which is not finished while it waits. */
  readonly ownCheckRunId: number | undefined;
  readonly repositoryId: string;
  /** Target branches of pull requests whose checks count. */
  readonly bases: readonly FilterPattern[];
};

/** Events whose runs count as evidence for a commit: a stranger cannot cause them with other code. */
const EVIDENT_EVENTS = [
  'push',
  'merge_group',
  'workflow_dispatch',
  'schedule',
  'release',
  'pull_request',
  'repository_dispatch',
];

type Asked = { readonly name: string; readonly appId: number | undefined };
/** A job and its check run; undefined while only the job is listed. */
type Performed = { readonly job: Job; readonly run: CheckRun | undefined };

/**
 * judgeJobs reads the results of all jobs with this name, for each run in its last attempt. The job decides, because
 * anyone with `checks: write` can rename and rewrite its check run. A result counts only if the job and its check run
 * agree.
 */
export function judgeJobs({ name, appId }: Asked, { checkRuns, jobs }: Snapshot, rules: JobRules): readonly Seen[] {
  const own = ownJobs(jobs, rules);
  const isOwn = (url: string) => isOwnCheckRun(url, rules) || own.some(({ checkRunUrl }) => checkRunUrl === url);
  const ownSuite = own[0]?.suiteId;
  const claims = checkRuns.filter(
    (run) => run.name === name && !isOwn(run.url) && run.app?.slug === ACTIONS && isPinned(run, appId),
  );
  const known = jobs
    .filter((job) => job.name === name && !isOwn(job.checkRunUrl))
    .map((job) => ({ job, run: checkRuns.find(({ url }) => url === job.checkRunUrl) }))
    .filter(({ run }) => run === undefined || isPinned(run, appId));
  const suites = new Set([...claims.map(({ suiteId }) => suiteId), ...known.map(({ job }) => job.suiteId)]);
  return [...suites].flatMap((suiteId) => {
    const isOfSuite = (each: { readonly suiteId: number }) => each.suiteId === suiteId;
    const performances = known.filter(({ job }) => isOfSuite(job));
    return [
      ...unlisted(claims.filter(isOfSuite), performances, rules),
      ...ofLastAttempt(performances.filter(isEvident(rules)), { rules, isOurs: ownSuite === suiteId }),
      ...performances.filter((each) => !isEvident(rules)(each)).map((each) => unheeded(each, rules)),
    ];
  });
}

/**
 * isThisJob is true if a required check is this job. The name of the job decides, because its check run can be renamed.
 */
export function isThisJob({ name, appId }: Asked, { checkRuns, jobs }: Snapshot, rules: JobRules): boolean {
  const run = checkRuns.find(({ url }) => isOwnCheckRun(url, rules));
  const isAsked = appId === undefined || (run !== undefined && isPinned(run, appId));
  return isAsked && ownJobs(jobs, rules).some((job) => job.name === name);
}

/**
 * This job in every attempt of its run: earlier results of it do not count. If the run has two jobs with its name, it
 * is unknown which one it was.
 */
function ownJobs(jobs: readonly Job[], rules: JobRules): readonly Job[] {
  const own = jobs.find(({ checkRunUrl }) => isOwnCheckRun(checkRunUrl, rules));
  if (own === undefined) return [];
  const namesakes = jobs.filter(({ suiteId, name }) => suiteId === own.suiteId && name === own.name);
  const isAlone = new Set(namesakes.map(({ attempt }) => attempt)).size === namesakes.length;
  return isAlone ? namesakes : [own];
}

function isOwnCheckRun(url: string, { ownCheckRunId }: JobRules): boolean {
  return ownCheckRunId !== undefined && url.endsWith(`/${ownCheckRunId}`);
}

function isPinned({ app }: CheckRun, appId: number | undefined): boolean {
  return appId === undefined || app?.id === appId;
}

function isEvident({ repositoryId }: JobRules): (performed: Performed) => boolean {
  return ({ job: { event, headRepositoryId } }) =>
    headRepositoryId !== '' && headRepositoryId === repositoryId && EVIDENT_EVENTS.includes(event);
}

/** It counts neither for the check nor against it. It is reported, so that nobody suspects a forgery. */
function unheeded({ job: { event, headRepositoryId } }: Performed, { repositoryId }: JobRules): Seen {
  const whose = headRepositoryId === repositoryId ? '' : ' of a fork';
  return {
    state: 'missing',
    by: ACTIONS,
    seen: `it is from a run for ${event}${whose}, which does not count`,
  };
}

/** GitHub lists the jobs of an attempt later than their check runs: a job without success may be one of those. */
function unlisted(claims: readonly CheckRun[], performances: readonly Performed[], rules: JobRules): readonly Seen[] {
  const newest = Math.max(0, ...performances.filter(isEvident(rules)).map(({ run }) => run?.id ?? 0));
  const late = claims.find(
    (run) =>
      run.id > newest && run.conclusion !== 'success' && !performances.some(({ job }) => job.checkRunUrl === run.url),
  );
  if (late === undefined) return [];
  return [{ state: 'pending', by: ACTIONS, seen: 'it is reported, but (still) not as a job of GitHub Actions' }];
}

function ofLastAttempt(
  performances: readonly Performed[],
  { rules, isOurs }: { readonly rules: JobRules; readonly isOurs: boolean },
): readonly Seen[] {
  const attempts = Map.groupBy(performances, ({ job }) => job.attempt);
  const attempt = Math.max(0, ...attempts.keys());
  const last = attempts.get(attempt) ?? [];
  const [first] = last;
  if (first === undefined) return [];
  // If two jobs have one name, it is unknown which of them ran again.
  const most = Math.max(...[...attempts.values()].map(({ length }) => length));
  if (last.length < most) {
    const seen = `${most} jobs of a run share this name, and only ${last.length} ran again`;
    return [{ state: 'failed', by: ACTIONS, seen }];
  }
  // It may still run in the attempt that has begun. Our own run cannot wait for itself: "needs" covers its jobs.
  if (first.job.lastAttempt > attempt && !first.job.isOver && !isOurs) {
    return [{ state: 'pending', by: ACTIONS, seen: `attempt ${first.job.lastAttempt} of its run is not over` }];
  }
  return last.map((performed) => testimony(performed, rules));
}

function testimony({ job, run }: Performed, rules: JobRules): Seen {
  const by = ACTIONS;
  if (run === undefined) return { state: 'pending', by, seen: 'its job is listed, but its check run is (still) not' };
  if (run.name !== job.name) return { state: 'failed', by, seen: `its check run was renamed to "${run.name}"` };
  const said = [job, run].map((each) => wordOf(each, rules.allowSkipped));
  const [word] = worst(said);
  if (word?.state !== 'passed') return { state: word?.state ?? 'missing', by, seen: word?.seen ?? '' };
  const doubt = job.event === 'pull_request' ? besides(job, rules) : {};
  return { ...word, ...doubt, by, ...reportOf({ ...word, ...doubt }, run) };
}

/**
 * A run for a pull request takes its workflow from the merge of both branches. With a pull request of the same commit
 * into another branch, anyone could use their own workflow for it.
 */
function besides({ pullRequests, createdAt }: Job, { bases }: JobRules): Partial<Seen> {
  const doubt = (seen: string) => ({ state: 'missing', seen }) as const;
  if (pullRequests === undefined) return doubt('GitHub did not report for which pull request it succeeded');
  if (pullRequests.length === 0) return doubt('it succeeded for a pull request that was not found');
  const other = pullRequests.find(({ base }) => !matchesFilter(base, bases));
  if (other !== undefined)
    return doubt(`its commit is also in a pull request into "${other.base}", which may not publish`);
  const moved = pullRequests.find((each) => isRetargeted(each, createdAt));
  return moved === undefined ? {} : doubt(`its pull request into "${moved.base}" had another target branch before`);
}

import { field, id, text, time } from './answer.ts';
import { ApiProblem, type CommitReports, type Place } from './github.ts';
import { pullRequestsOf } from './pull-requests.ts';
import type { Rest } from './rest.ts';

/** The API shows the check runs of at most this many suites of a commit, and does not report that there are more. */
const MOST_SUITES = 1000;

type CheckRun = CommitReports['checkRuns'][number];
type Status = CommitReports['statuses'][number];
type Job = CommitReports['jobs'][number];

/** reportsOn reads everything that was reported on a commit: check runs, statuses, and the jobs behind them. */
export async function reportsOn(api: Rest, commit: string): Promise<CommitReports> {
  const inRuns = { key: 'check_runs', permission: 'checks: read' };
  const asked = api
    .list('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', { ref: commit, filter: 'all' }, inRuns)
    .then(checkRunsOf);
  const jobs = asked.then(
    (checkRuns) => (checkRuns.some(({ app }) => app?.slug === 'github-actions') ? jobsOn(api, commit) : []),
    // Only to report now, and not in the next run, that this permission is also missing.
    (error) => (isForbidden(error) ? runsOn(api, commit).then(() => []) : []),
  );
  const need = { permission: 'statuses: read' };
  const statuses = api.list('GET /repos/{owner}/{repo}/commits/{ref}/statuses', { ref: commit }, need);
  await allAnswered([asked, statuses, jobs]);
  return { checkRuns: await asked, statuses: (await statuses).map(statusOf), jobs: await jobs };
}

/** allAnswered throws the problem of any answer; if there are several, one that includes the others. */
async function allAnswered(asked: readonly Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(asked);
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const [problem, ...also] = errors.filter((error) => error instanceof ApiProblem);
  if (problem === undefined || also.length + 1 < errors.length) return;
  const { message, permission, remedy } = problem;
  // A problem that all of them have is reported once.
  const others = also.filter(
    (each, at) => [problem, ...also].findIndex((other) => other.message === each.message) > at,
  );
  throw new ApiProblem(message, { permission, remedy, also: others });
}

function isForbidden(error: unknown): boolean {
  return error instanceof ApiProblem && error.permission !== undefined;
}

function checkRunsOf(runs: readonly unknown[]): readonly CheckRun[] {
  const checkRuns = runs.map(checkRunOf);
  if (new Set(checkRuns.map(({ suiteId }) => suiteId)).size >= MOST_SUITES)
    throw new ApiProblem(`the commit has so many check suites that the API does not show them all`);
  return checkRuns;
}

function runsOn(api: Rest, commit: string): Promise<readonly unknown[]> {
  const listing = { key: 'workflow_runs', permission: 'actions: read' };
  return api.list('GET /repos/{owner}/{repo}/actions/runs', { head_sha: commit }, listing);
}

async function jobsOn(api: Rest, commit: string): Promise<readonly Job[]> {
  const runs = await runsOn(api, commit);
  const pullsOf = askingOnce((branch) => pullRequestsFor(api, { branch, commit }));
  const jobs = await Promise.all(
    runs
      .filter((run) => field(run, 'head_sha') === commit)
      .map(async (run) => {
        const jobs = { run_id: id(run, 'id'), filter: 'all' };
        const inJobs = { key: 'jobs', permission: 'actions: read' };
        const [list, pullRequests] = await Promise.all([
          api.list('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', jobs, inJobs),
          isOfOwnPullRequest(run) ? pullsOf(text(run, 'head_branch')) : [],
        ]);
        const about = {
          suiteId: id(run, 'check_suite_id'),
          event: text(run, 'event'),
          createdAt: time(run, 'created_at'),
          headRepositoryId: String(field(run, 'head_repository', 'id') ?? ''),
          pullRequests,
          lastAttempt: attemptOf(run),
          isOver: field(run, 'status') === 'completed',
        };
        return list.map((job) => ({ ...about, ...wordsOf(job), ...jobOf(job) }));
      }),
  );
  return jobs.flat();
}

function isOfOwnPullRequest(run: unknown): boolean {
  const isOwn = field(run, 'head_repository', 'id') === field(run, 'repository', 'id');
  return isOwn && field(run, 'event') === 'pull_request' && typeof field(run, 'head_branch') === 'string';
}

/** The pull requests of a run's commit: the run itself does not name its pull request. */
async function pullRequestsFor(api: Rest, head: Place): Promise<Job['pullRequests']> {
  try {
    return await pullRequestsOf(api, head);
  } catch (error) {
    // This matters only if nothing else reports the check, and is reported then.
    if (isForbidden(error)) return undefined;
    throw error;
  }
}

/** askingOnce asks once for each branch, and reuses the answer for all runs of the branch. */
function askingOnce<T>(ask: (branch: string) => Promise<T>): (branch: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (branch) => {
    const answer = answers.get(branch) ?? ask(branch);
    answers.set(branch, answer);
    return answer;
  };
}

function jobOf(job: unknown): Pick<Job, 'checkRunUrl' | 'attempt'> {
  return { checkRunUrl: text(job, 'check_run_url'), attempt: attemptOf(job) };
}

function wordsOf(thing: unknown): Pick<Job, 'name' | 'status' | 'conclusion'> {
  const conclusion = field(thing, 'conclusion');
  return {
    name: text(thing, 'name'),
    status: text(thing, 'status'),
    conclusion: typeof conclusion === 'string' ? conclusion : null,
  };
}

function checkRunOf(run: unknown): CheckRun {
  // A deleted app or suite is null: its check run remains, as if in a separate suite.
  const app = field(run, 'app');
  const suite = field(run, 'check_suite');
  return {
    id: id(run, 'id'),
    ...wordsOf(run),
    app: app === null ? undefined : { id: id(app, 'id'), slug: text(app, 'slug') },
    suiteId: suite === null ? -id(run, 'id') : id(suite, 'id'),
    url: text(run, 'url'),
  };
}

/** The attempt of a run, or of a job; 1 if the server does not say. */
function attemptOf(value: unknown): number {
  return field(value, 'run_attempt') === undefined ? 1 : id(value, 'run_attempt');
}

function statusOf(status: unknown): Status {
  const creator = field(status, 'creator', 'login');
  return {
    id: id(status, 'id'),
    context: text(status, 'context'),
    state: text(status, 'state'),
    creator: typeof creator === 'string' && creator !== '' ? creator : 'a user who was deleted',
    run: undefined,
  };
}

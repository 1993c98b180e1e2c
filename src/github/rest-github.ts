import { type Clock, systemClock } from '../http/clock.ts';
import { type HttpClient, httpClient } from '../http/http.ts';
import type { Secret } from '../secret.ts';
import { ApiProblem, type CommitReports, type GitHub } from './github.ts';
import { Rest } from './rest.ts';

/** Of a commit's check runs the API shows those of so many suites, and does not say that there are more. */
const MOST_SUITES = 1000;
/** Between two looks at the checks, in milliseconds: from the first to the longest, half as much more each time. */
const PAUSE = { first: 10_000, longest: 60_000, growth: 1.5 };

export type RestGitHubOptions = {
  readonly signal: AbortSignal;
  /** `owner/name` of this repository, and the address of the API, as the runner names them. */
  readonly repository: string;
  readonly api: string;
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

/** restGitHub is GitHub by its REST API. */
export function restGitHub({ signal, repository, api, clock = systemClock, ...more }: RestGitHubOptions): GitHub {
  let rest: Rest | undefined;
  const open = (): Rest => {
    rest ??= new Rest({ http: more.http ?? httpClient({ signal }), clock, signal, base: `${api}/repos/${repository}` });
    return rest;
  };
  const reportsOn = async (token: Secret, commit: string): Promise<CommitReports> => {
    const api = open();
    const [runs, statuses] = await Promise.all([
      api.list(`/commits/${commit}/check-runs?filter=all`, token, { key: 'check_runs', permission: 'checks: read' }),
      api.list(`/commits/${commit}/statuses`, token, { permission: 'statuses: read' }),
    ]);
    const checkRuns = runs.map(checkRunOf);
    if (new Set(checkRuns.map(({ suiteId }) => suiteId)).size >= MOST_SUITES)
      throw new ApiProblem(`the commit has so many check suites that the API does not show them all`);
    const jobs = checkRuns.some(({ isActions }) => isActions) ? await jobsOn(api, token, commit) : [];
    return { checkRuns, statuses: statuses.map(statusOf), jobs };
  };

  return {
    awaitReports: async ({ token }, commits, { isSettled, minutes, onProgress }) => {
      const deadline = clock.now() + minutes * 60_000;
      for (let pause = PAUSE.first; ; pause = Math.min(pause * PAUSE.growth, PAUSE.longest)) {
        const reports = await Promise.all(commits.map((commit) => reportsOn(token, commit)));
        const left = deadline - clock.now();
        if (isSettled(reports) || left <= 0) return reports;
        onProgress(reports, Math.round(left / 1000));
        await clock.sleep(Math.min(pause, left), signal);
      }
    },
    requiredChecks: async ({ token }, branch) => {
      const name = encodeURIComponent(branch);
      const rules = await open().list(`/rules/branches/${name}`, token, { permission: 'metadata: read' });
      const ruled = rules
        .filter((rule) => field(rule, 'type') === 'required_status_checks')
        .flatMap((rule) => {
          const checks = field(field(rule, 'parameters'), 'required_status_checks');
          if (!Array.isArray(checks)) throw new ApiProblem('a rule of the branch names no checks');
          return checks.map((check) => ({
            name: text(check, 'context'),
            appId: optionalId(field(check, 'integration_id')),
          }));
        });
      const found = await open().get(`/branches/${name}`, token, 'contents: read');
      if (found === undefined) throw new ApiProblem(`there is no branch ${branch}`);
      if (text(found, 'name') !== branch) throw new ApiProblem(`the API's answer is not about the branch ${branch}`);
      return [...ruled, ...protectedChecks(found)];
    },
    squashedHead: async ({ token }, commit) => {
      const api = open();
      const pulls = await api.list(`/commits/${commit}/pulls`, token, { permission: 'pull-requests: read' });
      const tree = await treeOf(api, token, commit);
      for (const pull of pulls) {
        const isMerged = field(pull, 'merge_commit_sha') === commit && typeof field(pull, 'merged_at') === 'string';
        const head = field(field(pull, 'head'), 'sha');
        if (isMerged && typeof head === 'string' && (await treeOf(api, token, head)) === tree) return head;
      }
      return undefined;
    },
  };
}

/** The older protection of a branch, where the token is shown it; rulesets come by another way. */
function protectedChecks(branch: unknown): readonly { readonly name: string; readonly appId: number | undefined }[] {
  const required = field(field(branch, 'protection'), 'required_status_checks');
  if (field(required, 'enforcement_level') === 'off') return [];
  const found = field(required, 'checks');
  const checks = (Array.isArray(found) ? found : []).map((check) => ({
    name: text(check, 'context'),
    appId: optionalId(field(check, 'app_id')),
  }));
  // Older servers name no apps.
  const contexts = field(required, 'contexts');
  const others = (Array.isArray(contexts) ? contexts : []).map(String);
  return [
    ...checks,
    ...others
      .filter((name) => checks.every((check) => check.name !== name))
      .map((name) => ({ name, appId: undefined })),
  ];
}

async function jobsOn(api: Rest, token: Secret, commit: string): Promise<CommitReports['jobs']> {
  const permission = 'actions: read';
  const runs = await api.list(`/actions/runs?head_sha=${commit}`, token, { key: 'workflow_runs', permission });
  const jobs = await Promise.all(
    runs
      .filter((run) => field(run, 'head_sha') === commit)
      .map(async (run) => {
        const event = text(run, 'event');
        const headRepositoryId = String(field(field(run, 'head_repository'), 'id') ?? '');
        const lastAttempt = attemptOf(run);
        const isOver = field(run, 'status') === 'completed';
        const list = await api.list(`/actions/runs/${id(run, 'id')}/jobs?filter=all`, token, {
          key: 'jobs',
          permission,
        });
        return list.map((job) => ({
          checkRunUrl: text(job, 'check_run_url'),
          event,
          headRepositoryId,
          attempt: attemptOf(job),
          lastAttempt,
          isOver,
        }));
      }),
  );
  return jobs.flat();
}

async function treeOf(api: Rest, token: Secret, commit: string): Promise<string> {
  const found = await api.get(`/git/commits/${commit}`, token, 'contents: read');
  return text(field(found, 'tree'), 'sha');
}

function checkRunOf(run: unknown): CommitReports['checkRuns'][number] {
  const conclusion = field(run, 'conclusion');
  // An app or a suite that was deleted is null: its check run stays, as if in a suite of its own.
  const app = field(run, 'app');
  const suite = field(run, 'check_suite');
  return {
    id: id(run, 'id'),
    name: text(run, 'name'),
    status: text(run, 'status'),
    conclusion: typeof conclusion === 'string' ? conclusion : null,
    appId: app === null ? NONE : id(app, 'id'),
    isActions: field(app, 'slug') === 'github-actions',
    suiteId: suite === null ? -id(run, 'id') : id(suite, 'id'),
    url: text(run, 'url'),
  };
}

/** What no app is called by. */
const NONE = -1;

/** The attempt that a run is at, or a job is of; a server that does not say has one. */
function attemptOf(value: unknown): number {
  return field(value, 'run_attempt') === undefined ? 1 : id(value, 'run_attempt');
}

function statusOf(status: unknown): CommitReports['statuses'][number] {
  return { id: id(status, 'id'), context: text(status, 'context'), state: text(status, 'state') };
}

function field(value: unknown, name: string): unknown {
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown, name: string): string {
  const found = field(value, name);
  if (typeof found !== 'string' || found === '') throw new ApiProblem(`the API's answer lacks "${name}"`);
  return found;
}

function id(value: unknown, name: string): number {
  const found = field(value, name);
  if (typeof found !== 'number' || !Number.isSafeInteger(found))
    throw new ApiProblem(`the API's answer lacks "${name}"`);
  return found;
}

/** A rule that pins no app has null, or -1 for "any". */
function optionalId(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}

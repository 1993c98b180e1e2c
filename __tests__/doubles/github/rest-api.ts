import { createHash } from 'node:crypto';
import {
  branchDocument,
  checkRunDocument,
  commitDocument,
  comparisonDocument,
  eventDocuments,
  jobDocument,
  pullDocument,
  statusDocument,
  tagDocument,
  workflowRunDocument,
} from './documents.ts';
import { type Fault, FaultScript } from './fault-script.ts';
import type { CheckRun, Repository } from './repository.ts';

/** What a job's `permissions:` can grant, as far as it is asked for here. */
export type Permission = 'metadata' | 'checks' | 'statuses' | 'actions' | 'contents' | 'pull-requests';
const EVERYTHING: readonly Permission[] = ['metadata', 'checks', 'statuses', 'actions', 'contents', 'pull-requests'];

/** Of everything that is searched, GitHub shows so many results; of a commit's check runs those of so many suites. */
const MOST_RESULTS = 1000;
const MOST_SUITES = 1000;
const LONGEST_PAGE = 100;
const USUAL_PAGE = 30;

export type ApiRequest = {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/** `cut`: the connection ends in the middle of the body. `hang`: nothing is ever sent. */
export type ApiAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly ends?: 'cut' | 'hang';
};

type Found =
  | { readonly kind: 'list'; readonly items: readonly unknown[]; readonly key?: string; readonly total?: number }
  | { readonly kind: 'object'; readonly value: unknown }
  | { readonly kind: 'missing' };

type Route = {
  readonly path: RegExp;
  readonly permission: Permission;
  find(repository: Repository, match: readonly string[], query: URLSearchParams): Found;
};

export type RestApiOptions = { readonly permissions?: readonly Permission[]; readonly token?: string };

/** The REST API of one repository: strict about how it is asked, exact in what it answers, and on request faulty. */
export class RestApi {
  readonly repository: Repository;
  /** What has been asked so far, as paths with queries. */
  readonly asked: string[] = [];
  /** How often something was sent that counts against the limit; "not modified" does not. */
  counted = 0;
  /** What no client of GitHub's may do. */
  readonly violations: string[] = [];
  /** Called after each answer: what happens between two pages. */
  afterAnswer: (url: string) => void = () => {};
  permissions: readonly Permission[];
  /** Whether answers have an ETag; without one nothing can be "not modified". */
  hasEtags = true;
  readonly #token: string | undefined;
  readonly #faults = new FaultScript();

  constructor(repository: Repository, { permissions = EVERYTHING, token }: RestApiOptions = {}) {
    this.repository = repository;
    this.permissions = permissions;
    this.#token = token;
  }

  fault(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Faults that never came up. */
  get unplayed(): readonly string[] {
    return this.#faults.unplayed;
  }

  answer(request: ApiRequest): ApiAnswer {
    this.asked.push(request.url);
    const fault = this.#faults.take(request.url);
    const answer = fault?.kind === 'answer' ? jsonAnswer(fault.status, fault.body, fault.headers) : this.#find(request);
    if (answer.status !== 304) this.counted += 1;
    this.afterAnswer(request.url);
    return this.#faults.alter(answer, fault);
  }

  #find({ method, url, headers }: ApiRequest): ApiAnswer {
    this.#watch(method, url, headers);
    if (headers.authorization === undefined) return message(401, 'Requires authentication');
    if (this.#token !== undefined && headers.authorization !== `token ${this.#token}`)
      return message(401, 'Bad credentials');
    const { pathname, searchParams } = new URL(url, 'http://api');
    const path = pathname.replace(`/repos/${this.repository.name}`, '');
    for (const route of ROUTES) {
      const match = route.path.exec(path);
      if (match === null) continue;
      if (!this.permissions.includes(route.permission)) return forbidden(route.permission);
      const found = route.find(this.repository, match.slice(1).map(decodeURIComponent), searchParams);
      const answer = this.#written(found, url, searchParams);
      return this.hasEtags ? conditional(answer, headers['if-none-match']) : answer;
    }
    this.violations.push(`nobody answers ${url}`);
    return message(404, 'Not Found');
  }

  #watch(method: string, url: string, headers: ApiRequest['headers']): void {
    if (method !== 'GET') this.violations.push(`${method} ${url}: this door only reads`);
    if (headers.accept !== 'application/vnd.github+json') this.violations.push(`${url}: accepts ${headers.accept}`);
    if (headers['x-github-api-version'] !== '2022-11-28') this.violations.push(`${url}: names no version of the API`);
    // GitHub refuses requests without one.
    if (headers['user-agent'] === undefined) this.violations.push(`${url}: does not say who asks`);
  }

  #written(found: Found, url: string, query: URLSearchParams): ApiAnswer {
    if (found.kind === 'missing') return message(404, 'Not Found');
    if (found.kind === 'object') return jsonAnswer(200, JSON.stringify(found.value));
    const { size = LONGEST_PAGE, repeats = false, total: wrong = 0 } = this.#faults.pagesOf(url);
    const wanted = Number(query.get('per_page') ?? USUAL_PAGE);
    const length = Math.min(wanted, LONGEST_PAGE, size);
    const page = Number(query.get('page') ?? 1);
    const shown = found.items.slice(0, found.total === undefined ? MOST_RESULTS * 10 : MOST_RESULTS);
    const start = repeats ? 0 : (page - 1) * length;
    const items = shown.slice(start, start + length);
    const total = (found.total ?? found.items.length) + wrong;
    const body = found.key === undefined ? items : { total_count: total, [found.key]: items };
    const isMore = repeats || start + length < shown.length;
    return jsonAnswer(200, JSON.stringify(body), isMore ? { link: link(url, page + 1) } : {});
  }
}

const ROUTES: readonly Route[] = [
  {
    path: /^\/commits\/([^/]+)\/check-runs$/,
    permission: 'checks',
    find: (repository, [sha = ''], query) => {
      const all = recentSuites(repository.checks.get(sha) ?? []);
      const shown = query.get('filter') === 'all' ? all : latestOfNames(all);
      return list(shown.map((check) => checkRunDocument(repository, check)).reverse(), 'check_runs');
    },
  },
  {
    path: /^\/commits\/([^/]+)\/statuses$/,
    permission: 'statuses',
    find: (repository, [sha = '']) => {
      const statuses = repository.statuses.get(sha) ?? [];
      return list(statuses.map((status) => statusDocument(repository, sha, status)).reverse());
    },
  },
  {
    path: /^\/commits\/([^/]+)\/pulls$/,
    permission: 'pull-requests',
    find: (repository, [sha = '']) =>
      list((repository.pulls.get(sha) ?? []).map((pull) => pullDocument(repository, pull))),
  },
  {
    path: /^\/pulls$/,
    permission: 'pull-requests',
    find: (repository, _, query) => {
      const [, owner, branch = ''] = /^([^:]+):(.+)$/.exec(query.get('head') ?? '') ?? [];
      const isOurs = query.get('state') === 'all' && owner === repository.name.split('/')[0];
      const pulls = isOurs ? (repository.pullsOfBranch.get(branch) ?? []) : [];
      return list(pulls.map((pull) => pullDocument(repository, pull)));
    },
  },
  {
    path: /^\/issues\/(\d+)\/events$/,
    permission: 'pull-requests',
    find: (repository, [number = '']) => {
      const pull = repository.pullsByNumber.get(Number(number));
      return pull === undefined ? { kind: 'missing' } : list(eventDocuments(pull));
    },
  },
  {
    path: /^\/compare\/([^/]+)\.\.\.([^/]+)$/,
    permission: 'contents',
    find: (repository, [base = '', head = '']) => {
      const value = comparisonDocument(repository, base, head);
      return value === undefined ? { kind: 'missing' } : { kind: 'object', value };
    },
  },
  {
    path: /^\/commits$/,
    permission: 'contents',
    find: (repository, _, query) => {
      const commits = repository.commits.get(query.get('sha') ?? 'main');
      if (commits === undefined) return { kind: 'missing' };
      return list(commits.map((sha) => ({ sha, commit: { message: 'Update' }, parents: [] })));
    },
  },
  {
    path: /^\/tags$/,
    permission: 'contents',
    find: (repository) =>
      list([...repository.gitTags].map(([name, sha]) => tagDocument(repository, name, sha)).reverse()),
  },
  {
    path: /^\/releases\/tags\/([^/]+)$/,
    permission: 'contents',
    find: (repository, [tag_name = '']) => {
      const prerelease = repository.releases.get(tag_name);
      if (prerelease === undefined) return { kind: 'missing' };
      return { kind: 'object', value: { id: 1, tag_name, draft: false, prerelease } };
    },
  },
  {
    path: /^\/actions\/runs$/,
    permission: 'actions',
    find: (repository, _, query) => {
      const runs = (repository.runs.get(query.get('head_sha') ?? '') ?? []).filter(({ isListed }) => isListed);
      const documents = runs.map((run) => workflowRunDocument(repository, run)).reverse();
      return { kind: 'list', items: documents, key: 'workflow_runs', total: documents.length };
    },
  },
  {
    path: /^\/actions\/runs\/(\d+)\/jobs$/,
    permission: 'actions',
    find: (repository, [id = ''], query) => {
      const run = repository.runsById.get(id);
      if (run === undefined) return { kind: 'missing' };
      const isWanted = (attempt: number) => query.get('filter') === 'all' || attempt === run.attempt;
      const jobs = run.jobs.filter(({ isListed, attempt }) => isListed && isWanted(attempt));
      return list(
        jobs.map((job) => jobDocument(repository, job)),
        'jobs',
      );
    },
  },
  {
    path: /^\/rules\/branches\/([^/]+)$/,
    permission: 'metadata',
    find: (repository, [branch = '']) => {
      const source = { ruleset_source_type: 'Repository', ruleset_source: repository.name, ruleset_id: 1 };
      return list((repository.rules.get(branch) ?? []).map((rule) => ({ ...rule, ...source })));
    },
  },
  {
    path: /^\/branches\/([^/]+)$/,
    permission: 'contents',
    find: (repository, [branch = '']) => {
      if (!repository.branches.has(branch)) return { kind: 'missing' };
      return { kind: 'object', value: branchDocument(repository, branch, repository.branches.get(branch)) };
    },
  },
  {
    path: /^\/branches$/,
    permission: 'contents',
    find: (repository) =>
      list([...repository.branches.keys()].map((name) => branchDocument(repository, name, undefined))),
  },
  {
    path: /^\/git\/commits\/([^/]+)$/,
    permission: 'contents',
    find: (repository, [sha = '']) => {
      const tree = repository.trees.get(sha);
      if (tree === undefined) return { kind: 'missing' };
      return { kind: 'object', value: commitDocument(repository, sha, tree) };
    },
  },
];

function list(items: readonly unknown[], key?: string): Found {
  return { kind: 'list', items, ...(key === undefined ? {} : { key }) };
}

/** "If there are more than 1000 check suites on a single git reference, this endpoint will limit check runs". */
function recentSuites(checks: readonly CheckRun[]): readonly CheckRun[] {
  const suites = [...new Set(checks.map(({ suiteId }) => suiteId))];
  if (suites.length <= MOST_SUITES) return checks;
  const recent = new Set(suites.sort((one, other) => (one ?? 0) - (other ?? 0)).slice(-MOST_SUITES));
  return checks.filter(({ suiteId }) => recent.has(suiteId));
}

/** What `filter=latest` shows. */
function latestOfNames(checks: readonly CheckRun[]): readonly CheckRun[] {
  const latest = new Map(checks.map((check) => [`${check.suiteId} ${check.name}`, check]));
  return [...latest.values()];
}

function link(url: string, page: number): string {
  const next = new URL(url, 'https://api.github.com');
  next.searchParams.set('page', String(page));
  return `<${next.href}>; rel="next"`;
}

/** A page that the client has already is not sent again. */
function conditional(answer: ApiAnswer, known: string | undefined): ApiAnswer {
  if (answer.status !== 200) return answer;
  const etag = `W/"${createHash('sha1').update(answer.body).digest('hex')}"`;
  if (known === etag) return { ...answer, status: 304, body: '' };
  return { ...answer, headers: { ...answer.headers, etag } };
}

function forbidden(permission: Permission): ApiAnswer {
  const name = permission.replace('-', '_');
  const answer = message(403, 'Resource not accessible by integration');
  return { ...answer, headers: { ...answer.headers, 'x-accepted-github-permissions': `${name}=read` } };
}

export function message(status: number, text: string): ApiAnswer {
  const documentation_url = 'https://docs.github.com/rest';
  return jsonAnswer(status, JSON.stringify({ message: text, documentation_url, status: String(status) }));
}

function jsonAnswer(status: number, body = '', headers: Readonly<Record<string, string>> = {}): ApiAnswer {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '900',
      ...headers,
    },
    body,
  };
}

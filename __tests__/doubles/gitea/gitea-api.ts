/**
 * The API of a Gitea, as far as it was seen on one (1.26): what it has not, such as check runs and rulesets, is not found.
 */
import type { Protection, Repository, Status } from '../github/repository.ts';
import type { ApiAnswer, ApiRequest } from '../github/rest-api.ts';

/** So many entries a page has unless it is asked for fewer, and at most. */
const USUAL_PAGE = 30;
const LONGEST_PAGE = 50;

type Found = readonly unknown[] | object | undefined;
type Route = {
  readonly path: RegExp;
  find(repository: Repository, match: readonly string[], query: URLSearchParams): Found;
};

export class GiteaApi {
  readonly repository: Repository;
  /** What has been asked so far, as paths with queries. */
  readonly asked: string[] = [];
  /** What no client of this API may do. */
  readonly violations: string[] = [];
  readonly unplayed: readonly string[] = [];
  /** How long a page is at most: who runs the server may choose it. */
  longestPage = LONGEST_PAGE;
  /** Whether a page says that there is another one. */
  hasLinks = true;
  /** What happens as soon as something was found. */
  afterAnswer: (url: string) => void = () => {};
  /** What is answered instead, by the path. */
  readonly instead = new Map<RegExp, { readonly status: number; readonly body: string }>();

  constructor(repository: Repository) {
    this.repository = repository;
  }

  answer({ method, url, headers }: ApiRequest): ApiAnswer {
    this.asked.push(url);
    if (method !== 'GET') this.violations.push(`${method} ${url}: this door only reads`);
    if (!/^token \S/.test(headers.authorization ?? '')) return json(401, { message: 'token is required' });
    for (const [path, { status, body }] of this.instead)
      if (path.test(url)) return { status, headers: JSON_TYPE, body };
    const { pathname, searchParams } = new URL(url, 'http://gitea');
    const path = pathname.replace(/^\/api\/v1/, '').replace(`/repos/${this.repository.name}`, '');
    for (const route of ROUTES) {
      const match = route.path.exec(path);
      if (match === null) continue;
      const found = route.find(this.repository, match.slice(1).map(decodeURIComponent), searchParams);
      if (found === undefined) break;
      this.afterAnswer(url);
      return Array.isArray(found) ? this.#page(found, url, searchParams) : json(200, found);
    }
    return json(404, { message: "The target couldn't be found." });
  }

  /** `per_page` is not looked at. */
  #page(items: readonly unknown[], url: string, query: URLSearchParams): ApiAnswer {
    const length = Math.min(Number(query.get('limit') ?? USUAL_PAGE), this.longestPage);
    const page = Number(query.get('page') ?? 1);
    const next = new URL(url, 'http://gitea');
    next.searchParams.set('page', String(page + 1));
    const isMore = page * length < items.length && this.hasLinks;
    const link = isMore ? { link: `<${next}>; rel="next"` } : {};
    return json(200, items.slice((page - 1) * length, page * length), link);
  }
}

const ROUTES: readonly Route[] = [
  {
    path: /^\/commits\/([^/]+)\/statuses$/,
    find: ({ name, statuses }, [sha = ''], query) => {
      const all = (statuses.get(sha) ?? []).map((each) => statusDocument(each, { name, sha }));
      // Unless the order is asked for, those of one second have none: here it is that of their words.
      if (query.get('sort') === 'highestindex') return all;
      return all.toSorted((one, other) => (one.context < other.context ? 1 : -1));
    },
  },
  {
    path: /^\/branches\/([^/]+)$/,
    find: ({ branches, commits }, [name = '']) => {
      const [tip] = commits.get(name) ?? [];
      return tip === undefined ? undefined : branchDocument(name, tip, branches.get(name));
    },
  },
  {
    path: /^\/branches$/,
    find: ({ branches, commits }) =>
      [...commits].map(([name, [tip = '']]) => branchDocument(name, tip, branches.get(name))),
  },
  {
    path: /^\/tags\/([^/]+)$/,
    find: ({ gitTags }, [name = '']) => (gitTags.has(name) ? { name, commit: { sha: gitTags.get(name) } } : undefined),
  },
  {
    path: /^\/compare\/([^/]+)\.\.\.([^/]+)$/,
    find: ({ commits }, [base = '', head = '']) => {
      const [known, reached] = [base, head].map((sha) => reachable([...commits.values()], sha));
      if (known === undefined || reached === undefined) return undefined;
      const added = reached.filter((sha) => !known.includes(sha));
      return { total_commits: added.length, commits: added.map(commitDocument) };
    },
  },
  {
    path: /^\/commits$/,
    find: ({ commits }, _, query) => commits.get(query.get('sha') ?? 'main')?.map(commitDocument),
  },
  {
    path: /^\/tags$/,
    find: ({ gitTags }) =>
      [...gitTags].map(([name, sha]) => ({ name, message: '', id: sha, commit: commitDocument(sha) })),
  },
  {
    path: /^\/releases\/tags\/(.+)$/,
    find: ({ releases }, [tag = '']) =>
      releases.has(tag)
        ? { id: 1, tag_name: tag, target_commitish: 'main', draft: false, prerelease: releases.get(tag) }
        : undefined,
  },
];

/** In seconds: nothing takes any time here. */
const AT = '2026-11-30T12:00:00Z';

function statusDocument(
  { id, context, state, creator, run }: Status,
  at: { readonly name: string; readonly sha: string },
) {
  return {
    id,
    status: state,
    target_url: run === undefined ? '' : `/${at.name}/actions/runs/${run}/jobs/0`,
    description: '',
    url: `https://git.example/api/v1/repos/${at.name}/statuses/${at.sha}`,
    context,
    creator: creator === null ? null : { id: 7, login: creator },
    created_at: AT,
    updated_at: AT,
  };
}

function branchDocument(name: string, tip: string, protection: Protection | undefined): object {
  const isAsked = protection !== undefined && protection.enforcement_level !== 'off';
  return {
    name,
    commit: { id: tip, message: '', url: `https://git.example/commit/${tip}` },
    protected: protection !== undefined,
    required_approvals: 0,
    enable_status_check: isAsked,
    // A list that was never made is null.
    status_check_contexts: protection === undefined ? [] : (protection.contexts ?? null),
    user_can_push: false,
    user_can_merge: false,
    effective_branch_protection_name: protection === undefined ? '' : name,
  };
}

function commitDocument(sha: string): object {
  return { url: `https://git.example/commits/${sha}`, sha, created: AT };
}

/** A commit and what it was made on; the tip of a line comes first. */
function reachable(lines: readonly (readonly string[])[], sha: string): readonly string[] | undefined {
  const line = lines.find((each) => each.includes(sha));
  return line?.slice(line.indexOf(sha));
}

const JSON_TYPE = { 'content-type': 'application/json' };

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): ApiAnswer {
  return { status, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** JSON in the shape of GitHub's REST API, version 2022-11-28, with what a client may want of it. */
import type { CheckRun, Job, Protection, Pull, Repository, Status, WorkflowRun } from './repository.ts';

export const API = 'https://api.github.com';

const WHEN = '2026-11-20T12:00:00Z';
const octocat = { login: 'octocat', id: 1, type: 'User', site_admin: false };

function address(repository: Repository, path: string): string {
  return `${API}/repos/${repository.name}${path}`;
}

export function repositoryDocument(id: number, name: string): unknown {
  return {
    id,
    name: name.slice(name.indexOf('/') + 1),
    full_name: name,
    private: false,
    fork: false,
    url: `${API}/repos/${name}`,
  };
}

export function checkRunDocument(repository: Repository, check: CheckRun): unknown {
  const { id, suiteId, app, sha } = check;
  const { name, status, conclusion } = { ...check, ...check.shows };
  return {
    id,
    name,
    head_sha: sha,
    external_id: '',
    url: address(repository, `/check-runs/${id}`),
    html_url: `https://github.com/${repository.name}/runs/${id}`,
    status,
    conclusion,
    started_at: WHEN,
    completed_at: status === 'completed' ? WHEN : null,
    output: { title: null, summary: null, text: null },
    check_suite: suiteId === null ? null : { id: suiteId },
    app: app === null ? null : { id: app.id, slug: app.slug, name: app.slug },
    pull_requests: [],
  };
}

export function statusDocument(repository: Repository, sha: string, { id, context, state, creator }: Status): unknown {
  return {
    url: address(repository, `/statuses/${sha}`),
    id,
    state,
    description: null,
    target_url: null,
    context,
    created_at: WHEN,
    creator: creator === null ? null : { ...octocat, login: creator },
  };
}

export function workflowRunDocument(repository: Repository, run: WorkflowRun): unknown {
  const { attempt, status } = run.shows ?? run;
  return {
    id: run.id,
    name: 'CI',
    head_branch: run.branch,
    head_sha: run.sha,
    path: '.github/workflows/ci.yml',
    display_title: 'Update',
    run_number: 1,
    event: run.event,
    status,
    conclusion: status === 'completed' ? 'success' : null,
    workflow_id: 161335,
    check_suite_id: run.suiteId,
    url: address(repository, `/actions/runs/${run.id}`),
    pull_requests: [],
    created_at: WHEN,
    actor: octocat,
    triggering_actor: octocat,
    run_attempt: attempt,
    jobs_url: address(repository, `/actions/runs/${run.id}/jobs`),
    repository: repositoryDocument(repository.id, repository.name),
    head_repository: run.home === null ? null : repositoryDocument(run.home, 'someone/app'),
  };
}

export function jobDocument(repository: Repository, { run, attempt, check }: Job): unknown {
  return {
    id: check.id,
    run_id: run.id,
    workflow_name: 'CI',
    head_branch: run.branch,
    run_url: address(repository, `/actions/runs/${run.id}`),
    run_attempt: attempt,
    head_sha: run.sha,
    url: address(repository, `/actions/jobs/${check.id}`),
    status: check.status,
    conclusion: check.conclusion,
    started_at: WHEN,
    completed_at: check.status === 'completed' ? WHEN : null,
    name: check.name,
    steps: [],
    check_run_url: address(repository, `/check-runs/${check.id}`),
    labels: ['ubuntu-24.04'],
  };
}

export function pullDocument(repository: Repository, pull: Pull): unknown {
  const {
    head,
    merge,
    mergedAt,
    branch = 'feature',
    base = 'main',
    opener = 'User',
    home = repository.id,
    number = 0,
  } = pull;
  const own = repositoryDocument(repository.id, repository.name);
  const headRepository = home === repository.id ? own : repositoryDocument(home ?? 0, 'someone/app');
  return {
    id: 1,
    number,
    state: mergedAt === null ? 'open' : 'closed',
    title: 'Amazing new feature',
    user: { ...octocat, type: opener },
    merged_at: mergedAt,
    merge_commit_sha: merge,
    head: {
      label: `octocat:${branch}`,
      ref: branch,
      sha: head,
      user: octocat,
      repo: home === null ? null : headRepository,
    },
    base: { label: `octocat:${base}`, ref: base, sha: '0'.repeat(40), user: octocat, repo: own },
  };
}

export function commitDocument(repository: Repository, sha: string, tree: string): unknown {
  return {
    sha,
    node_id: `C_${sha}`,
    url: address(repository, `/git/commits/${sha}`),
    author: { date: WHEN, name: 'Monalisa Octocat', email: 'octocat@example.com' },
    committer: { date: WHEN, name: 'Monalisa Octocat', email: 'octocat@example.com' },
    message: 'Update',
    tree: { sha: tree, url: address(repository, `/git/trees/${tree}`) },
    parents: [],
  };
}

export function branchDocument(repository: Repository, name: string, protection: Protection | undefined): unknown {
  const [tip = '0'.repeat(40)] = repository.commits.get(name) ?? [];
  return {
    name,
    commit: { sha: tip, url: address(repository, `/commits/${tip}`) },
    protected: protection !== undefined,
    protection: {
      enabled: protection !== undefined,
      required_status_checks: protection ?? { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: address(repository, `/branches/${name}/protection`),
  };
}

export function tagDocument(repository: Repository, name: string, sha: string): unknown {
  return {
    name,
    commit: { sha, url: address(repository, `/commits/${sha}`) },
    zipball_url: address(repository, `/zipball/refs/tags/${name}`),
    tarball_url: address(repository, `/tarball/refs/tags/${name}`),
    node_id: 'MDM6UmVm',
  };
}

/** How the head of a comparison stands to its base; nothing if no branch has one of them. */
export function comparisonDocument(repository: Repository, base: string, head: string): unknown {
  const branches = [...repository.commits.values()];
  if (![base, head].every((commit) => branches.some((commits) => commits.includes(commit)))) return undefined;
  const one = branches.find((commits) => commits.includes(base) && commits.includes(head));
  // The tip comes first.
  const ahead = one === undefined ? undefined : one.indexOf(base) - one.indexOf(head);
  const status = ahead === undefined ? 'diverged' : ahead === 0 ? 'identical' : ahead > 0 ? 'ahead' : 'behind';
  return {
    url: address(repository, `/compare/${base}...${head}`),
    status,
    ahead_by: Math.max(ahead ?? 1, 0),
    behind_by: Math.max(-(ahead ?? -1), 0),
    total_commits: Math.max(ahead ?? 1, 0),
    commits: [],
    files: [],
  };
}

/** What is on record of a pull request (REST, "Issue events"). */
export function eventDocuments({ events = [], eventsAt = WHEN }: Pull): readonly unknown[] {
  const about = { actor: octocat, commit_id: null, commit_url: null, created_at: eventsAt };
  return ['labeled', ...events].map((event, at) => ({ id: at + 1, event, ...about }));
}

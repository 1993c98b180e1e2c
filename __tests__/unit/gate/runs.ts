/** Runs as GitHub describes them: for each event what its payload has, so that a test names only what is odd about one. */

import type { Policy } from '../../../src/gate/decide-gate.ts';
import type { Facts } from '../../../src/run/facts.ts';
import { type FilterPattern, parseFilterPattern } from '../../../src/text/filter-pattern.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';

export const OURS = 1296269;
export const FORK = 35076789;
export const SHA = 'a5c3785ed8d6a35868bc169f07e40e889087fd2e';
/** The tip of the default branch, which many events have as GITHUB_SHA whatever they are about. */
export const TIP = '6dcb09b5b57875f334f61aebed695e2e4193db5e';

/** Changes to a payload, by the path of the field; `GONE` takes it away. */
export type Changes = Readonly<Record<string, unknown>>;
export const GONE = Symbol('gone');

const sender = { login: 'octocat', type: 'User' };
const repository = { id: OURS, full_name: 'octo/app', default_branch: 'main', fork: false };

const pullRequest = {
  action: 'synchronize',
  pull_request: {
    head: { ref: 'feature', sha: SHA, repo: { id: OURS, full_name: 'octo/app', fork: false } },
    base: { ref: 'main', repo: { id: OURS } },
    user: { login: 'octocat', type: 'User' },
  },
};

const PAYLOADS: Readonly<Record<string, object>> = {
  push: { ref: 'refs/heads/main', after: SHA, deleted: false, created: false, forced: false },
  release: { action: 'published', release: { tag_name: 'v1.2.3', draft: false, prerelease: false } },
  workflow_dispatch: { inputs: null, ref: 'refs/heads/main' },
  schedule: { schedule: '0 4 * * *' },
  repository_dispatch: { action: 'rebuild', branch: 'main', client_payload: {} },
  merge_group: {
    action: 'checks_requested',
    merge_group: { head_sha: SHA, head_ref: 'refs/heads/gh-readonly-queue/main/pr-1', base_ref: 'refs/heads/main' },
  },
  workflow_run: {
    action: 'completed',
    workflow_run: {
      conclusion: 'success',
      event: 'push',
      head_branch: 'main',
      head_sha: SHA,
      head_repository: { id: OURS, full_name: 'octo/app' },
      repository: { id: OURS },
    },
  },
  pull_request: pullRequest,
  pull_request_target: pullRequest,
};

/** What GITHUB_REF and GITHUB_SHA are for an event when nothing is odd about it. */
const RUNS_ON: Readonly<Record<string, readonly [ref: string, sha: string]>> = {
  push: ['refs/heads/main', SHA],
  release: ['refs/tags/v1.2.3', SHA],
  merge_group: ['refs/heads/gh-readonly-queue/main/pr-1', SHA],
  pull_request: ['refs/pull/1/merge', TIP],
};

export type Odd = { readonly ref?: string; readonly sha?: string; readonly changes?: Changes };

export function run(eventName: string, { ref, sha, changes = {} }: Odd = {}): Facts {
  const [usualRef, usualSha] = (Object.hasOwn(RUNS_ON, eventName) && RUNS_ON[eventName]) || ['refs/heads/main', TIP];
  const payload = structuredClone({
    ...(Object.hasOwn(PAYLOADS, eventName) && PAYLOADS[eventName]),
    repository,
    sender,
  });
  for (const [path, value] of Object.entries(changes)) change(payload, path.split('.'), value);
  const on = { ref: ref ?? usualRef, sha: sha ?? usualSha };
  return { ...ON_GITHUB, eventName, ...on, repositoryId: String(OURS), payload };
}

function change(object: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length > 0) change(object[key] as Record<string, unknown>, rest, value);
  else if (value === GONE) delete object[key];
  else object[key] = value;
}

export function patterns(...texts: readonly string[]): readonly FilterPattern[] {
  return texts.map((text) => {
    const parsed = parseFilterPattern(text);
    if (!parsed.ok) throw new Error(`"${text}" ${parsed.problem}`);
    return parsed.value;
  });
}

/** The policy of action.yml's defaults. */
export const BY_DEFAULT: Policy = {
  commit: 'run',
  events: ['push', 'release', 'workflow_dispatch'],
  branches: undefined,
  gitTags: patterns('v*'),
  needs: undefined,
  allowSkipped: [],
};

/** The widest policy that the inputs can say. */
export const WIDEST: Policy = {
  commit: 'run',
  events: [
    'push',
    'release',
    'workflow_dispatch',
    'schedule',
    'merge_group',
    'repository_dispatch',
    'workflow_run',
    'pull_request',
  ],
  branches: patterns('**'),
  gitTags: patterns('**'),
  needs: undefined,
  allowSkipped: [],
};

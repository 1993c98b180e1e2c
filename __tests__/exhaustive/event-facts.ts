/**
 * Runs of every documented event, with payloads in the shape of GitHub's webhooks: for each, from whose repository it
 * comes, and what kind of ref it is about. Here stands what happens; what is to come of it stands in the grids.
 */
import type { Facts } from '../../src/run/facts.ts';
import { ON_GITHUB } from '../doubles/on-github.ts';
import { REPOSITORY_ID } from '../doubles/runner.ts';

/** From where: this repository, a fork of it, a fork that was deleted, or a bot such as Dependabot in this one. */
export const RELATIONS = ['own', 'fork', 'gone', 'bot'] as const;
export type Relation = (typeof RELATIONS)[number];

export const REF_KINDS = [
  'default',
  'listed',
  'other',
  'like-a-tag',
  'tag',
  'other-tag',
  'merge-ref',
  'deleted',
  'none',
] as const;
export type RefKind = (typeof REF_KINDS)[number];

export const OWN_ID = REPOSITORY_ID;
const FORK_ID = 941027;

/** The commit that a run is about. */
export const HEAD = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
/** The tip of the default branch, which many events have as GITHUB_SHA whatever they are about. */
export const TIP = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e';
const NOTHING = '0000000000000000000000000000000000000000';

/** What GITHUB_REF is for a run on such a ref. */
const REFS: Readonly<Record<RefKind, string>> = {
  default: 'refs/heads/main',
  listed: 'refs/heads/release/1.2',
  other: 'refs/heads/feature/x',
  'like-a-tag': 'refs/heads/refs/tags/v1.2.3',
  tag: 'refs/tags/v1.2.3',
  'other-tag': 'refs/tags/nightly',
  'merge-ref': 'refs/pull/7/merge',
  // A run for a ref that is gone runs on the default branch.
  deleted: 'refs/heads/main',
  none: '',
};

/** The same as the name of a branch, where a payload has that. */
const BRANCHES: Readonly<Record<RefKind, string | null>> = {
  default: 'main',
  listed: 'release/1.2',
  other: 'feature/x',
  'like-a-tag': 'refs/tags/v1.2.3',
  tag: 'v1.2.3',
  'other-tag': 'nightly',
  'merge-ref': 'refs/pull/7/merge',
  deleted: null,
  none: '',
};

const person = { login: 'Codertocat', id: 21031067, node_id: 'MDQ6VXNlcjIxMDMxMDY3', type: 'User', site_admin: false };
const dependabot = {
  login: 'dependabot[bot]',
  id: 49699333,
  node_id: 'MDM6Qm90NDk2OTkzMzM=',
  type: 'Bot',
  site_admin: false,
};

type About = { readonly relation: Relation; readonly kind: RefKind };

function repositoryPayload(id: number, fork: boolean, name = 'Codertocat/Hello-World'): object {
  return {
    id,
    node_id: `R_${id}`,
    name: 'Hello-World',
    full_name: name,
    private: false,
    owner: { ...person, login: name.split('/')[0] },
    html_url: `https://github.com/${name}`,
    fork,
    url: `https://api.github.com/repos/${name}`,
    default_branch: 'main',
    visibility: 'public',
  };
}

/** The repository that a run is in: in a fork's own runs the fork, whose parent may be gone. */
function ownRepository({ relation }: About): object {
  return repositoryPayload(OWN_ID, relation === 'fork' || relation === 'gone');
}

function headRepository({ relation }: About): object | null {
  if (relation === 'gone') return null;
  return relation === 'fork'
    ? repositoryPayload(FORK_ID, true, 'stranger/Hello-World')
    : repositoryPayload(OWN_ID, false);
}

function actor({ relation }: About): object {
  return relation === 'bot' ? dependabot : person;
}

function pullRequest(about: About): object {
  const user = actor(about);
  return {
    url: 'https://api.github.com/repos/Codertocat/Hello-World/pulls/7',
    id: 279147437,
    number: 7,
    state: about.kind === 'deleted' ? 'closed' : 'open',
    locked: false,
    title: 'Update the README with new information.',
    user,
    draft: false,
    merged: false,
    merge_commit_sha: TIP,
    head: {
      label: 'Codertocat:changes',
      ref: BRANCHES[about.kind] ?? 'release/1.2',
      sha: HEAD,
      user,
      repo: headRepository(about),
    },
    base: { label: 'Codertocat:main', ref: 'main', sha: TIP, user: person, repo: repositoryPayload(OWN_ID, false) },
    author_association: about.relation === 'fork' ? 'FIRST_TIME_CONTRIBUTOR' : 'OWNER',
  };
}

function pullRequestPayload(about: About): object {
  const action = about.kind === 'deleted' ? 'closed' : 'synchronize';
  return { action, number: 7, pull_request: pullRequest(about) };
}

function workflowRun(about: About): object {
  const user = actor(about);
  return {
    id: 289782451,
    name: 'CI',
    node_id: 'MDExOldvcmtmbG93UnVuMjg5NzgyNDUx',
    head_branch: BRANCHES[about.kind],
    head_sha: HEAD,
    path: '.github/workflows/ci.yml',
    display_title: 'Update',
    run_number: 562,
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    workflow_id: 159038,
    check_suite_id: 1320775352,
    url: 'https://api.github.com/repos/Codertocat/Hello-World/actions/runs/289782451',
    pull_requests: [],
    actor: user,
    triggering_actor: user,
    run_attempt: 1,
    created_at: '2026-11-20T12:00:00Z',
    run_started_at: '2026-11-20T12:00:00Z',
    repository: repositoryPayload(OWN_ID, false),
    head_repository: headRepository(about),
    head_commit: { id: HEAD, tree_id: TIP, message: 'Update', timestamp: '2026-11-20T12:00:00Z' },
  };
}

type Case = { readonly ref: string; readonly sha: string; readonly payload: object };

/** A run on the ref itself, as GITHUB_REF has it; what is gone has no commit. */
function onRef({ kind }: About, payload: object): Case {
  return { ref: REFS[kind], sha: kind === 'deleted' ? NOTHING : HEAD, payload };
}

/** A run on the default branch, whatever it is about. */
function onTip(payload: object): Case {
  return { ref: 'refs/heads/main', sha: TIP, payload };
}

const OPENABLE: Readonly<Record<string, (about: About) => Case>> = {
  push: (about) => {
    const isDeleted = about.kind === 'deleted';
    return {
      ref: REFS[about.kind],
      // A push that deletes a branch runs on the tip of the default branch.
      sha: isDeleted ? TIP : HEAD,
      payload: {
        ref: isDeleted ? 'refs/heads/feature/x' : REFS[about.kind],
        before: TIP,
        after: isDeleted ? NOTHING : HEAD,
        created: false,
        deleted: isDeleted,
        forced: false,
        base_ref: null,
        compare: 'https://github.com/Codertocat/Hello-World/compare/f95f852bd8fc...ec26c3e57ca3',
        commits: [],
        head_commit: isDeleted ? null : { id: HEAD, tree_id: TIP, distinct: true, message: 'Update' },
        pusher: { name: about.relation === 'bot' ? 'dependabot[bot]' : 'Codertocat', email: null },
      },
    };
  },
  release: (about) => ({
    ref: about.kind === 'deleted' ? 'refs/tags/v1.2.3' : REFS[about.kind],
    sha: HEAD,
    payload: {
      action: about.kind === 'deleted' ? 'deleted' : 'published',
      release: {
        id: 11248810,
        tag_name: about.kind === 'other-tag' ? 'nightly' : 'v1.2.3',
        target_commitish: 'main',
        name: 'v1.2.3',
        draft: false,
        prerelease: false,
        author: actor(about),
        published_at: '2026-11-20T12:00:00Z',
        assets: [],
        body: null,
      },
    },
  }),
  workflow_dispatch: (about) =>
    onRef(about, { inputs: null, ref: REFS[about.kind], workflow: '.github/workflows/publish.yml' }),
  schedule: (about) => onRef(about, { schedule: '30 5 * * 1,3', workflow: '.github/workflows/publish.yml' }),
  repository_dispatch: (about) =>
    onRef(about, { action: 'rebuild', branch: 'main', client_payload: { ref: 'refs/heads/main' } }),
  merge_group: (about) => ({
    ref: 'refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
    sha: HEAD,
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: about.kind === 'deleted' ? NOTHING : HEAD,
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
        base_sha: TIP,
        // The queue of a branch that is named so; there is none of a tag.
        base_ref: about.kind === 'merge-ref' ? REFS[about.kind] : `refs/heads/${BRANCHES[about.kind] ?? 'main'}`,
        head_commit: { id: HEAD, tree_id: TIP, message: 'Merge pull request #104' },
      },
    },
  }),
  workflow_run: (about) => onTip({ action: 'completed', workflow: { id: 159038 }, workflow_run: workflowRun(about) }),
  pull_request: (about) => ({ ref: 'refs/pull/7/merge', sha: TIP, payload: pullRequestPayload(about) }),
};

const issue = (about: About) => ({
  id: 444500041,
  number: 1,
  title: 'Spelling error in the README file',
  user: actor(about),
  state: 'open',
  pull_request: { url: 'https://api.github.com/repos/Codertocat/Hello-World/pulls/1' },
});
const checkSuite = (about: About) => ({
  id: 118578147,
  head_branch: BRANCHES[about.kind],
  head_sha: HEAD,
  status: 'completed',
  conclusion: 'success',
});
const deployment = (about: About) => ({
  id: 145988746,
  sha: HEAD,
  ref: REFS[about.kind],
  task: 'deploy',
  environment: 'production',
  creator: actor(about),
});
const discussion = (about: About) => ({
  id: 3297442,
  number: 90,
  title: 'Welcome',
  user: actor(about),
  answer_html_url: null,
});
const comment = (about: About) => ({ id: 492700400, user: actor(about), body: '/publish', author_association: 'NONE' });

/** What the payload of an event that can never be opened says, besides the repository and the sender. */
const OTHERS: Readonly<Record<string, (about: About) => object>> = {
  branch_protection_rule: () => ({ action: 'created', rule: { id: 21796960, name: 'main' } }),
  check_run: (about) => ({
    action: 'completed',
    check_run: {
      id: 128620228,
      name: 'test',
      head_sha: HEAD,
      status: 'completed',
      conclusion: 'success',
      check_suite: checkSuite(about),
    },
  }),
  check_suite: (about) => ({ action: 'completed', check_suite: checkSuite(about) }),
  create: (about) => ({
    ref: BRANCHES[about.kind],
    ref_type: about.kind === 'tag' ? 'tag' : 'branch',
    master_branch: 'main',
    pusher_type: 'user',
  }),
  delete: (about) => ({ ref: BRANCHES[about.kind], ref_type: 'branch', pusher_type: 'user' }),
  deployment: (about) => ({ action: 'created', deployment: deployment(about) }),
  deployment_status: (about) => ({
    action: 'created',
    deployment_status: { id: 209916254, state: 'success' },
    deployment: deployment(about),
  }),
  discussion: (about) => ({ action: 'created', discussion: discussion(about) }),
  discussion_comment: (about) => ({ action: 'created', comment: comment(about), discussion: discussion(about) }),
  dynamic: () => ({}),
  fork: () => ({ forkee: repositoryPayload(FORK_ID, true, 'stranger/Hello-World') }),
  gollum: () => ({ pages: [{ page_name: 'Home', title: 'Home', action: 'created', sha: HEAD }] }),
  image_version: () => ({ action: 'ready' }),
  issue_comment: (about) => ({ action: 'created', issue: issue(about), comment: comment(about) }),
  issues: (about) => ({ action: 'opened', issue: issue(about) }),
  label: () => ({ action: 'deleted', label: { id: 1362934389, name: 'publish', color: 'cceeaa', default: false } }),
  milestone: () => ({ action: 'created', milestone: { id: 4317517, number: 1, title: 'v1.0' } }),
  page_build: () => ({ id: 130514899, build: { status: 'built', commit: HEAD } }),
  public: () => ({}),
  pull_request_comment: (about) => ({ action: 'created', issue: issue(about), comment: comment(about) }),
  pull_request_review: (about) => ({
    action: 'submitted',
    review: { id: 237895671, state: 'approved', commit_id: HEAD, user: actor(about) },
    pull_request: pullRequest(about),
  }),
  pull_request_review_comment: (about) => ({
    action: 'created',
    comment: comment(about),
    pull_request: pullRequest(about),
  }),
  pull_request_target: pullRequestPayload,
  registry_package: () => ({
    action: 'published',
    registry_package: { id: 10696, name: 'hello-world', package_type: 'CONTAINER' },
  }),
  status: (about) => ({
    id: 6805126730,
    sha: HEAD,
    state: 'success',
    context: 'default',
    branches: [{ name: BRANCHES[about.kind] }],
  }),
  watch: () => ({ action: 'started' }),
  workflow_call: (about) => ({ ref: REFS[about.kind] }),
};

/** Every other event that GitHub documents. */
export const OTHER_EVENTS = Object.keys(OTHERS);

/** factsOf is a run for an event, known or not, as the runner and the event file tell of it. */
export function factsOf(eventName: string, relation: Relation, kind: RefKind): Facts {
  const about = { relation, kind };
  const openable = Object.hasOwn(OPENABLE, eventName) ? OPENABLE[eventName] : undefined;
  const other = Object.hasOwn(OTHERS, eventName) ? OTHERS[eventName] : undefined;
  // The ones that can never be opened get a ref that would match if only it were asked about.
  const { ref, sha, payload } = openable?.(about) ?? onRef(about, other?.(about) ?? {});
  const around = { repository: ownRepository(about), sender: actor(about) };
  const sent = structuredClone({ ...payload, ...around });
  return { ...ON_GITHUB, eventName, ref, sha, repositoryId: String(OWN_ID), payload: sent };
}

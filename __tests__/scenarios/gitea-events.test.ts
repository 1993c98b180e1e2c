/** Every event that was recorded on a Gitea, and for each some that somebody forged, on the built bundle. */
import { describe, expect } from '@jest/globals';
import { GiteaApi } from '../doubles/gitea/gitea-api.ts';
import {
  elsewhere,
  eventOf,
  forged,
  type Recorded,
  type Recording,
  recording,
} from '../doubles/gitea/recorded-events.ts';
import { Repository } from '../doubles/github/repository.ts';
import { serve } from '../doubles/github/start-github.ts';
import type { Event } from '../doubles/runner.ts';
import { exitCodeOf, expectNothingLeft } from './failure.ts';
import { scenario } from './stage.ts';
import { readable } from './summary.ts';

const SERVER = 'https://git.example';
const OTHER = 'b'.repeat(40);
const NOTHING = '0'.repeat(40);
const FORK = { id: 4, full_name: 'contributor/app', fork: true };
const LISTED = { events: 'push, workflow_run, pull_request', branches: '**' };

/** What the server has: main with the commit of the run, and one that is on no branch of that name. */
function repositoryOf({ sha }: Event): Repository {
  const repository = new Repository({ id: 2, name: 'team/app' });
  repository.commits.set('main', [sha]).set('side', [OTHER]);
  return repository;
}

type Change = (recorded: Recording) => Recording;
const as =
  (path: string, value: unknown): Change =>
  (recorded) =>
    forged(recorded, path, value);
const without =
  (path: string): Change =>
  (recorded) =>
    forged(recorded, path);
const on =
  (env: Readonly<Record<string, string>>): Change =>
  (recorded) =>
    elsewhere(recorded, env);
const gone: Change = (recorded) =>
  as('workflow_run.path', 'publish.yml@refs/heads/gone')(as('workflow_run.head_branch', 'gone')(recorded));
const unchanged: Change = (recorded) => recorded;

/** What is changed, whether every event is listed, and what comes of it: `published`, or the first reason. */
type Story = readonly [about: string, change: Change, expected: string, seen?: string];

const PULL_REQUEST: readonly Story[] = [
  ['of this repository', unchanged, 'GATE_SERVER', 'Gitea does not say whether a person or a program'],
  ['from a fork', as('pull_request.head.repo', FORK), 'GATE_FORK'],
  ['from a fork that is gone', as('pull_request.head.repo', null), 'GATE_FORK'],
  ['from nowhere', without('pull_request.head.repo'), 'GATE_SERVER', 'the field pull_request.head.repo.id is missing'],
  ['without a commit', without('pull_request.head.sha'), 'GATE_SERVER', 'the field pull_request.head.sha is missing'],
];

const PUSH: readonly Story[] = [
  ['as it was', unchanged, 'published'],
  ['that deletes', as('after', NOTHING), 'GATE_EVENT'],
  ['to another commit', as('after', OTHER), 'GATE_SERVER', `the push is to ${OTHER}`],
  ['that runs on another commit', on({ GITHUB_SHA: OTHER }), 'GATE_SERVER', `GITHUB_SHA is ${OTHER}`],
  ['that does not say to what', without('after'), 'GATE_SERVER', 'the field after is missing'],
  ['that says only that it deletes nothing', (given) => as('deleted', false)(without('after')(given)), 'GATE_SERVER'],
  ['without a default branch', without('repository.default_branch'), 'GATE_SERVER', 'repository.default_branch'],
];

const STORIES: Readonly<Record<Recorded, readonly Story[]>> = {
  'push-branch': [
    ...PUSH,
    ['to a side branch', on({ GITHUB_REF: 'refs/heads/side' }), 'GATE_REF'],
    ['of a runner of Forgejo', on({ FORGEJO_ACTIONS: 'true' }), 'published'],
    ['without the variable of Gitea', on({ GITEA_ACTIONS: '' }), 'GATE_SERVER', '/api/v1, which is not known'],
    ['with the API of nobody', on({ GITHUB_API_URL: 'https://git.example/api/v9' }), 'GATE_SERVER', '/api/v9'],
    ['without a server', on({ GITHUB_SERVER_URL: '' }), 'GATE_SERVER', 'without GITHUB_SERVER_URL'],
    ['that says it is on GitHub', on({ GITHUB_SERVER_URL: 'https://github.com' }), 'GATE_SERVER', 'the field deleted'],
  ],
  'push-tag': [...PUSH, ['of a tag that is not listed', on({ GITHUB_REF: 'refs/tags/nightly' }), 'GATE_REF']],
  'release-published': [
    ['as it was', unchanged, 'published'],
    ['of a draft', as('release.draft', true), 'GATE_EVENT'],
    ['that was edited', as('action', 'updated'), 'GATE_EVENT'],
    ['of another tag', as('release.tag_name', 'v9.9.9'), 'GATE_EVENT'],
    ['without a commit', on({ GITHUB_SHA: NOTHING }), 'GATE_EVENT'],
    ['that does not say whether it is a draft', without('release.draft'), 'GATE_SERVER', 'the field release.draft'],
  ],
  'workflow-dispatch': [
    ['as it was', unchanged, 'published'],
    ['on a side branch', on({ GITHUB_REF: 'refs/heads/side' }), 'GATE_REF'],
    ['without a commit', on({ GITHUB_SHA: '' }), 'GATE_EVENT'],
    ['without a default branch', without('repository.default_branch'), 'GATE_SERVER', 'repository.default_branch'],
  ],
  'pull-request-own': PULL_REQUEST,
  'pull-request-own-synchronized': PULL_REQUEST,
  'pull-request-fork': [
    ['as it was', unchanged, 'GATE_FORK'],
    ['that calls itself ours', as('pull_request.head.repo.full_name', 'team/app'), 'GATE_FORK'],
    ['without an id', without('pull_request.head.repo.id'), 'GATE_SERVER', 'pull_request.head.repo.id'],
    ['by someone who says to be a person', as('pull_request.user.type', 'User'), 'GATE_FORK'],
  ],
  'workflow-run-push': [
    ['as it was', unchanged, 'published'],
    ['whose commit is not on its branch', as('workflow_run.head_sha', OTHER), 'GATE_REF', 'is not on the branch'],
    ['of a branch that is gone', gone, 'GATE_REF', 'there is no branch gone'],
    ['of a pull request', as('workflow_run.path', 'publish.yml@refs/pull/2/head'), 'GATE_SERVER', 'head_repository'],
    ['of a tag', as('workflow_run.path', 'publish.yml@refs/tags/main'), 'GATE_SERVER', 'head_repository'],
    ['of another event', as('workflow_run.event', 'pull_request_sync'), 'GATE_SERVER', 'head_repository'],
    ['without its branch', without('workflow_run.head_branch'), 'GATE_SERVER', 'workflow_run.head_branch'],
    ['without its place', without('workflow_run.path'), 'GATE_SERVER', 'head_repository'],
    ['that has failed', as('workflow_run.conclusion', 'failure'), 'GATE_EVENT'],
    ['of a fork', as('workflow_run.repository', FORK), 'GATE_FORK'],
  ],
  'workflow-run-pull-request': [
    ['as it was', unchanged, 'GATE_SERVER', 'workflow_run.head_repository'],
    ['with a branch', as('workflow_run.head_branch', 'main'), 'GATE_SERVER', 'workflow_run.head_repository'],
    ['that says it is ours', as('workflow_run.head_repository', { id: 2 }), 'GATE_SERVER', 'head_repository'],
    ['for a push', as('workflow_run.event', 'push'), 'GATE_SERVER', 'workflow_run.head_branch'],
  ],
};

for (const [name, stories] of Object.entries(STORIES) as [Recorded, readonly Story[]][]) {
  describe(name, () => {
    for (const [about, change, expected, seen] of stories) {
      scenario(`${about}: ${expected}`, {}, async (stage) => {
        const recorded = change(recording(name));
        const event = eventOf(recorded);
        const isOpenable = ['pull_request', 'workflow_run'].includes(event.name);
        const inputs = isOpenable ? LISTED : {};
        await using gitea = await serve(new GiteaApi(repositoryOf(event)));
        const { GITHUB_API_URL: root } = gitea.env;
        const isReal = recorded.env.GITHUB_SERVER_URL === SERVER && recorded.env.GITHUB_API_URL === `${SERVER}/api/v1`;
        const where = isReal ? { GITHUB_SERVER_URL: root, GITHUB_API_URL: `${root}/api/v1` } : {};
        const step = await stage.publish({ event, env: { ...recorded.env, ...where }, inputs });
        const isOpen = expected === 'published';
        expect(step.outputs).toMatchObject({ pushed: String(isOpen), reason: expected });
        expect(step.exitCode).toBe(isOpen ? 0 : exitCodeOf(expected));
        if (seen !== undefined) expect(readable(step)).toContain(seen);
        expect([...stage.repository.tags.keys()].includes(event.sha)).toBe(isOpen);
        if (!isOpen) expect(stage.registry.requests).toEqual([]);
        expectNothingLeft(stage);
      });
    }
  });
}

describe('a pull request that is not listed', () => {
  for (const name of ['pull-request-own', 'pull-request-fork'] as const) {
    scenario(`is no publication that somebody waits for: ${name}`, {}, async (stage) => {
      const recorded = recording(name);
      const step = await stage.publish({ event: eventOf(recorded), env: recorded.env });
      expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'GATE_EVENT' } });
    });
  }
});

/** Gitea's API: how it is asked, what of its answers is taken, and that what is not understood is not known. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitReports, GitHub } from '../../../src/github/github.ts';
import type { History } from '../../../src/github/history.ts';
import { restGitHub } from '../../../src/github/rest-github.ts';
import { restHistory } from '../../../src/github/rest-history.ts';
import type { Server } from '../../../src/run/server.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { GiteaApi } from '../../doubles/gitea/gitea-api.ts';
import { inMemoryHttp } from '../../doubles/github/in-memory-http.ts';
import { Repository } from '../../doubles/github/repository.ts';
import { VirtualClock } from '../../doubles/github/virtual-clock.ts';

const [A, B, C, D, UNKNOWN] = ['a', 'b', 'c', 'd', 'e'].map((digit) => digit.repeat(40)) as [
  ...[string, string, string, string, string],
];
const AT = '/api/v1/repos/team/app';
const access = { token: new Secret('0123456789abcdef0123456789abcdef01234567') };
const server: Server = { kind: 'gitea', name: 'Gitea', url: 'https://git.example', api: 'https://git.example/api/v1' };

let api: GiteaApi;
let history: History;
let gitea: GitHub;
beforeEach(() => {
  const repository = new Repository({ name: 'team/app' });
  repository.commits.set('main', [C, B, A]).set('release/1.x', [D, B, A]);
  api = new GiteaApi(repository);
  const clock = new VirtualClock();
  const { signal } = new AbortController();
  const options = { signal, repository: 'team/app', server, http: inMemoryHttp(api, clock, signal), clock };
  history = restHistory(options);
  gitea = restGitHub(options);
});

async function reports(): Promise<CommitReports | undefined> {
  const waiting = { minutes: 0, isSettled: () => true, onProgress: () => {} };
  return (await gitea.awaitReports(access, [A], waiting))[0];
}

describe('the double', () => {
  const ask = (path: string) => {
    const { status, body } = api.answer({ method: 'GET', url: AT + path, headers: { authorization: 'token x' } });
    return { status, document: JSON.parse(body) };
  };

  it.each([`/commits/${A}/check-runs`, '/rules/branches/main', `/commits/${A}/pulls`, `/git/commits/${A}`])(
    'has no %s, as was seen',
    (path) => {
      expect(ask(path).status).toBe(404);
    },
  );

  /** The fields of Gitea's answers that its own description has, as far as they are told here, and what they are. */
  const SHAPES = {
    status: {
      id: 'number',
      status: 'string',
      target_url: 'string',
      description: 'string',
      url: 'string',
      context: 'string',
      creator: 'object',
      created_at: 'string',
      updated_at: 'string',
    },
    branch: {
      name: 'string',
      commit: 'object',
      protected: 'boolean',
      required_approvals: 'number',
      enable_status_check: 'boolean',
      status_check_contexts: 'object',
      user_can_push: 'boolean',
      user_can_merge: 'boolean',
      effective_branch_protection_name: 'string',
    },
    comparison: { total_commits: 'number', commits: 'object' },
    commit: { url: 'string', sha: 'string', created: 'string' },
    tag: { name: 'string', message: 'string', id: 'string', commit: 'object' },
    release: { id: 'number', tag_name: 'string', target_commitish: 'string', draft: 'boolean', prerelease: 'boolean' },
  };

  it('has the fields that Gitea says it has, each of its type, and no other', () => {
    api.repository.status(A, 'CI / test (push)', 'success', null, 12);
    api.repository.gitTags.set('v1', A);
    api.repository.releases.set('v1', false);
    const shapeOf = (document: object) =>
      Object.fromEntries(Object.entries(document).map(([name, value]) => [name, typeof value]));
    expect({
      status: shapeOf(ask(`/commits/${A}/statuses`).document[0]),
      branch: shapeOf(ask('/branches/main').document),
      comparison: shapeOf(ask(`/compare/${A}...${C}`).document),
      commit: shapeOf(ask('/commits').document[0]),
      tag: shapeOf(ask('/tags').document[0]),
      release: shapeOf(ask('/releases/tags/v1').document),
    }).toEqual(SHAPES);
  });

  it('answers in the words that were seen, and in none of GitHub', () => {
    api.repository.status(A, 'CI / test (push)', 'success', null);
    const [status] = ask(`/commits/${A}/statuses`).document;
    expect(status).toMatchObject({ context: 'CI / test (push)', status: 'success', creator: null });
    expect(status).not.toHaveProperty('state');
    expect(Object.keys(ask(`/compare/${A}...${C}`).document)).toEqual(['total_commits', 'commits']);
    const { document: branch } = ask('/branches/main');
    expect(branch).toMatchObject({ commit: { id: C }, enable_status_check: false, status_check_contexts: [] });
    expect(branch.commit).not.toHaveProperty('sha');
    for (let at = 0; at < 60; at++) api.repository.status(A, `${at}`, 'success');
    expect(ask(`/commits/${A}/statuses?per_page=7`).document).toHaveLength(30);
    expect(ask(`/commits/${A}/statuses?limit=7`).document).toHaveLength(7);
    expect(ask(`/commits/${A}/statuses?limit=100`).document).toHaveLength(50);
  });
});

describe('the statuses of a commit', () => {
  it('are what is reported on it, with nobody where nobody is named', async () => {
    api.repository.status(A, 'CI / test (push)', 'pending', null);
    api.repository.status(A, 'lint', 'success', 'owner');
    const found = await reports();
    expect(found).toMatchObject({ checkRuns: [], jobs: [] });
    expect(found?.statuses.map(({ context, state, creator }) => [context, state, creator])).toEqual([
      ['CI / test (push)', 'pending', 'nobody who is named'],
      ['lint', 'success', 'owner'],
    ]);
    const pages = [1, 2].map((page) => `${AT}/commits/${A}/statuses?sort=highestindex&limit=50&page=${page}`);
    expect(api.asked).toEqual(pages);
  });

  it('say of which run they are, as far as their address does', async () => {
    const addresses = [
      ['/team/app/actions/runs/12/jobs/0', '12'],
      ['https://git.example/sub/team/app/actions/runs/7/attempts/2/jobs/3', '7'],
      ['https://git.example/team/app/actions/runs/7', '7'],
      ['https://ci.example/build/7', undefined],
      ['', undefined],
      [null, undefined],
    ] as const;
    const body = JSON.stringify(
      addresses.map(([target_url], at) => ({ id: at + 1, context: 'test', status: 'success', target_url })),
    );
    api.instead.set(/statuses.*page=1$/, { status: 200, body });
    expect((await reports())?.statuses.map(({ run }) => run)).toEqual(addresses.map(([, run]) => run));
  });

  it.each([
    ['pages as long as any', 50, true],
    ['no header that names another page', 50, false],
    ['shorter pages', 7, true],
    ['shorter pages, and no such header', 7, false],
  ])('are read to their end where there are %s', async (_name, longest, hasLinks) => {
    Object.assign(api, { longestPage: longest, hasLinks });
    for (let at = 0; at < 123; at++) api.repository.status(A, `check ${at}`, 'success');
    expect((await reports())?.statuses).toHaveLength(123);
  });

  it.each(['{}', '[{"id":1,"context":"a","state":"success"}]', '[{"id":1,"status":"success"}]', 'null', '<html>'])(
    'are not read out of %s',
    async (body) => {
      api.instead.set(/statuses/, { status: 200, body });
      await expect(reports()).rejects.toMatchObject({ name: 'ApiProblem' });
    },
  );

  it.each([403, 404])(
    'that may not be read (%d) name the scope that a token needs, and no permission',
    async (status) => {
      api.instead.set(/statuses/, { status, body: '{}' });
      const remedy = expect.stringContaining('read:repository');
      await expect(reports()).rejects.toMatchObject({ permission: undefined, remedy });
    },
  );
});

describe('the rules of a branch', () => {
  it('are the contexts of its protection', async () => {
    api.repository.branches.set('main', { contexts: ['CI / test (push)', 'lint'] });
    expect(await gitea.requiredChecks(access, 'main')).toEqual(
      ['CI / test (push)', 'lint'].map((name) => ({
        name,
        appId: undefined,
        askedBy: 'the protection of the branch main',
      })),
    );
  });

  it('are none where no status is asked for', async () => {
    expect(await gitea.requiredChecks(access, 'main')).toEqual([]);
    api.repository.branches.set('main', { enforcement_level: 'off', contexts: ['lint'] });
    expect(await gitea.requiredChecks(access, 'main')).toEqual([]);
  });

  it.each(['CI / *', 'CI / test (pus?)', '[abc]', '{a,b}', '\\', ''])(
    'are not known with the pattern %j',
    async (context) => {
      api.repository.branches.set('main', { contexts: ['lint', context] });
      await expect(gitea.requiredChecks(access, 'main')).rejects.toMatchObject({ name: 'ApiProblem' });
    },
  );

  it.each([
    '{"name":"main"}',
    '{"name":"main","enable_status_check":true}',
    '{"name":"main","enable_status_check":"false","status_check_contexts":[]}',
    '{"name":"main","enable_status_check":true,"status_check_contexts":[7]}',
    '{"name":"other","enable_status_check":false,"status_check_contexts":[]}',
    '[]',
  ])('are not read out of %s', async (body) => {
    api.instead.set(/branches/, { status: 200, body });
    await expect(gitea.requiredChecks(access, 'main')).rejects.toMatchObject({ name: 'ApiProblem' });
  });

  it('are not known of a branch that is gone', async () => {
    await expect(gitea.requiredChecks(access, 'gone')).rejects.toThrow('there is no branch gone');
  });
});

describe('a branch', () => {
  it.each([
    ['main', C, 'commit'],
    ['main', A, 'commit'],
    ['main', D, 'other-commits'],
    ['main', UNKNOWN, 'other-commits'],
    ['gone', A, 'no-branch'],
  ])('%s has %s: %s', async (branch, commit, expected) => {
    expect(await gitea.branchHas(access, { branch, commit })).toBe(expected);
  });
});

describe('relation', () => {
  it.each([
    [A, A, 'identical'],
    [A, C, 'ahead'],
    [C, B, 'behind'],
    [C, D, 'diverged'],
    [A, UNKNOWN, undefined],
    [UNKNOWN, A, undefined],
  ])('of %s to %s is %s, asked for in both directions', async (base, commit, relation) => {
    expect(await history.relation(access, base, commit)).toBe(relation);
    const both = [`${AT}/compare/${base}...${commit}`, `${AT}/compare/${commit}...${base}`];
    expect(api.asked.toSorted()).toEqual(both.toSorted());
    expect(api.violations).toEqual([]);
  });

  it.each([
    '{}',
    '{"total_commits":"1","commits":[{}]}',
    '{"total_commits":-1,"commits":[]}',
    '{"total_commits":0,"commits":[{}]}',
    '{"total_commits":1,"commits":[]}',
    // No difference in either direction, of two commits that are not one.
    '{"total_commits":0,"commits":null}',
    '[]',
  ])('is not read out of %s', async (body) => {
    api.instead.set(/compare/, { status: 200, body });
    await expect(history.relation(access, A, B)).rejects.toMatchObject({ name: 'ApiProblem' });
  });
});

it('commits, tags and releases are listed as they are on GitHub, with a limit', async () => {
  for (let minor = 0; minor < 60; minor++) api.repository.gitTags.set(`v1.${minor}.0`, A);
  api.repository.releases.set('v1.0.0', true);
  expect(await history.latestCommits(access, 'release/1.x')).toEqual([D, B, A]);
  expect(api.asked.at(-1)).toBe(`${AT}/commits?sha=release%2F1.x&limit=30`);
  expect(await history.latestCommits(access, 'gone')).toEqual([]);
  expect(await history.gitTags(access)).toHaveLength(60);
  expect(await history.isPrerelease(access, 'v1.0.0')).toBe(true);
  expect(await history.isPrerelease(access, 'v1.1.0')).toBe(false);
});

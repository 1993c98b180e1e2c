/** The commits of the repository, asked of GitHub as its documentation says, and what of its answers is taken. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../../src/github/github.ts';
import type { History } from '../../../src/github/history.ts';
import { restHistory } from '../../../src/github/rest-history.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { inMemoryHttp } from '../../doubles/github/in-memory-http.ts';
import { Repository } from '../../doubles/github/repository.ts';
import { RestApi } from '../../doubles/github/rest-api.ts';
import { VirtualClock } from '../../doubles/github/virtual-clock.ts';
import { ON_GITHUB } from '../../doubles/on-github.ts';

const [A, B, C, D] = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [string, string, string, string];
const access = { token: new Secret('ghs_tokenOfTheJob') };
const AT = '/repos/octocat/app';

let api: RestApi;
let history: History;
beforeEach(() => {
  const repository = new Repository();
  repository.commits.set('main', [C, B, A]);
  // Another line, from B on.
  repository.commits.set('release/1.x', [D, B, A]);
  repository.gitTags.set('v1.0.0', A).set('v1.1.0', C);
  api = new RestApi(repository);
  const clock = new VirtualClock();
  const { signal } = new AbortController();
  const http = inMemoryHttp(api, clock, signal);
  history = restHistory({ signal, repository: 'octocat/app', server: ON_GITHUB.server, http, clock });
});

describe('relation', () => {
  it.each([
    [A, A, 'identical'],
    [A, C, 'ahead'],
    [C, B, 'behind'],
    [C, D, 'diverged'],
    [A, 'e'.repeat(40), undefined],
    ['e'.repeat(40), A, undefined],
  ])('of %s to %s is %s', async (base, commit, relation) => {
    expect(await history.relation(access, base, commit)).toBe(relation);
    expect(api.asked).toEqual([`${AT}/compare/${base}...${commit}?per_page=1`]);
    expect(api.violations).toEqual([]);
  });

  it.each([
    ['no status', '{}'],
    ['a status that nobody knows', '{"status":"sideways"}'],
    ['a status that is no text', '{"status":1}'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['no JSON', '<html>'],
  ])('of two commits that are compared with %s is not known', async (_name, body) => {
    api.fault({ on: /compare/, act: { kind: 'answer', status: 200, body } });
    await expect(history.relation(access, A, B)).rejects.toBeInstanceOf(ApiProblem);
  });
});

describe('latestCommits', () => {
  it('of a branch are listed from its tip on', async () => {
    expect(await history.latestCommits(access, 'release/1.x')).toEqual([D, B, A]);
    expect(api.asked).toEqual([`${AT}/commits?sha=release%2F1.x&per_page=30`]);
    expect(api.violations).toEqual([]);
  });

  it('of a branch that is gone are none', async () => {
    expect(await history.latestCommits(access, 'gone')).toEqual([]);
  });

  it('of a long branch are thirty', async () => {
    const long = Array.from({ length: 100 }, (_, at) => String(at).padStart(40, '0'));
    api.repository.commits.set('main', long);
    expect(await history.latestCommits(access, 'main')).toEqual(long.slice(0, 30));
  });

  it('keep within the query, whatever the branch is called', async () => {
    const branch = 'a&sha=main#?/%2e é';
    api.repository.commits.set(branch, [D]);
    expect(await history.latestCommits(access, branch)).toEqual([D]);
  });

  it.each(['{}', '[{}]', '[null]', '[{"sha":7}]', 'null'])('are not read out of %s', async (body) => {
    api.fault({ on: /commits/, act: { kind: 'answer', status: 200, body } });
    await expect(history.latestCommits(access, 'main')).rejects.toBeInstanceOf(ApiProblem);
  });
});

describe('gitTags', () => {
  it('are listed to the last page, with the commits that they lead to', async () => {
    for (let minor = 0; minor < 250; minor++) api.repository.gitTags.set(`v2.${minor}.0`, B);
    const tags = await history.gitTags(access);
    expect(tags).toHaveLength(252);
    expect(tags).toContainEqual({ name: 'v1.1.0', commit: C });
    expect(tags).toContainEqual({ name: 'v2.249.0', commit: B });
    expect(api.asked).toEqual([1, 2, 3].map((page) => `${AT}/tags?per_page=100&page=${page}`));
    expect(api.violations).toEqual([]);
  });

  it('are listed also where there are thousands, and not taken for whole beyond what the API may show', async () => {
    for (let patch = 0; patch < 9_876; patch++) api.repository.gitTags.set(`v2.0.${patch}`, B);
    const tags = await history.gitTags(access);
    expect(tags).toHaveLength(9_878);
    expect(tags).toContainEqual({ name: 'v2.0.9875', commit: B });
    for (let patch = 0; patch < 1_000; patch++) api.repository.gitTags.set(`v3.0.${patch}`, B);
    await expect(history.gitTags(access)).rejects.toThrow('is longer than 100 pages');
  });

  it.each(['{}', '[{"name":"v1"}]', '[{"commit":{"sha":"a"}}]', '["v1"]'])('are not read out of %s', async (body) => {
    api.fault({ on: /tags/, act: { kind: 'answer', status: 200, body } });
    await expect(history.gitTags(access)).rejects.toBeInstanceOf(ApiProblem);
  });
});

it('no question is asked with an empty token, for which no permission would help', async () => {
  const asked = { token: new Secret('') };
  const empty = [history.relation(asked, A, C), history.latestCommits(asked, 'main'), history.gitTags(asked)];
  for (const each of empty)
    await expect(each).rejects.toMatchObject({ permission: undefined, remedy: expect.stringContaining('not empty') });
  expect(api.asked).toEqual([]);
});

describe('isPrerelease', () => {
  it.each([
    ['marked so', true],
    ['none', false],
    ['not there', undefined],
  ])('of a git tag whose release is %s', async (_name, prerelease) => {
    if (prerelease !== undefined) api.repository.releases.set('app/v1.0.0', prerelease);
    expect(await history.isPrerelease(access, 'app/v1.0.0')).toBe(prerelease === true);
    expect(api.asked).toEqual([`${AT}/releases/tags/app%2Fv1.0.0`]);
  });

  it.each(['{}', '{"prerelease":"false"}', '[]', 'null'])('is not read out of %s', async (body) => {
    api.fault({ on: /releases/, act: { kind: 'answer', status: 200, body } });
    await expect(history.isPrerelease(access, 'v1.0.0')).rejects.toBeInstanceOf(ApiProblem);
  });
});

describe.each([
  ['relation', () => history.relation(access, A, C)],
  ['latestCommits', () => history.latestCommits(access, 'main')],
  ['gitTags', () => history.gitTags(access)],
])('%s', (_name, ask) => {
  it('that the token may not read names the permission', async () => {
    api.permissions = ['metadata'];
    await expect(ask()).rejects.toMatchObject({ name: 'ApiProblem', permission: 'contents: read' });
  });

  it.each([500, 502, 503])('survives a %d that passes', async (status) => {
    api.fault({ on: /./, times: 2, act: { kind: 'answer', status } });
    await ask();
    expect(api.asked).toHaveLength(3);
  });

  it.each([
    ['500', { kind: 'answer', status: 500 }],
    ['401', { kind: 'answer', status: 401 }],
    ['a redirect', { kind: 'answer', status: 301 }],
    ['a rate limit', { kind: 'answer', status: 429 }],
    ['a body that ends early', { kind: 'truncate' }],
    ['a connection that is cut', { kind: 'cut' }],
  ] as const)('that is always answered with %s is not known', async (_act, act) => {
    api.fault({ on: /./, times: 'always', act });
    await expect(ask()).rejects.toBeInstanceOf(ApiProblem);
  });
});

/** Whatever goes wrong with the API, the gate stays closed and says why, and nothing waits for ever. */
import { describe, expect, it } from '@jest/globals';
import type { FaultAct } from '../doubles/github/fault-script.ts';
import type { Permission, RestApi } from '../doubles/github/rest-api.ts';
import { COMMIT, Gate, OTHER_COMMIT } from './asked-checks.ts';

/** Every part of the API that is asked, with the permission that a job needs for it. */
const ENDPOINTS: Readonly<
  Record<string, { readonly on: RegExp; readonly permission: Permission; readonly key?: string }>
> = {
  'check runs': { on: /\/check-runs/, permission: 'checks', key: 'check_runs' },
  statuses: { on: /\/statuses/, permission: 'statuses' },
  'workflow runs': { on: /\/actions\/runs\?/, permission: 'actions', key: 'workflow_runs' },
  jobs: { on: /\/jobs/, permission: 'actions', key: 'jobs' },
  'rules of the branch': { on: /\/rules\/branches/, permission: 'metadata' },
  'the branch': { on: /\/branches\/main$/, permission: 'contents' },
  'pull requests': { on: /\/pulls/, permission: 'pull-requests' },
  commits: { on: /\/git\/commits/, permission: 'contents' },
};
const NAMES = Object.keys(ENDPOINTS);

const INPUTS = { 'required-checks': 'branch-rules', 'wait-for-checks': '0' };

/** A squash merge that asks every endpoint: "test" ran on the pull request, "ci/jenkins" on the commit itself. */
function everythingAsked(): Gate {
  const gate = new Gate();
  const { repository } = gate;
  repository.requireChecks('main', [['test']]);
  repository.branches.set('main', { enforcement_level: 'everyone', contexts: ['ci/jenkins'] });
  repository.status(COMMIT, 'ci/jenkins', 'success');
  repository.run(COMMIT).job('publish', 'in_progress');
  repository.run(OTHER_COMMIT, { event: 'pull_request', branch: 'feature' }).job('test', 'success');
  repository.pull({ head: OTHER_COMMIT, merge: COMMIT, mergedAt: '2026-11-20T12:00:00Z' });
  repository.trees.set(COMMIT, 'one tree').set(OTHER_COMMIT, 'one tree');
  return gate;
}

function endpoint(name: string): (typeof ENDPOINTS)[string] {
  const found = ENDPOINTS[name];
  if (found === undefined) throw new Error(`no endpoint ${name}`);
  return found;
}

/** No answer is worth more than this of the time and the requests of a job. */
const LONGEST_SECONDS = 600;
const MOST_REQUESTS = 300;

function expectBounded(api: RestApi, seconds: number): void {
  expect(seconds).toBeLessThanOrEqual(LONGEST_SECONDS);
  expect(api.asked.length).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(api.violations).toEqual([]);
  expect(api.unplayed).toEqual([]);
}

it('without a fault the gate opens, and every endpoint is asked', async () => {
  const gate = everythingAsked();
  const { verdict, seconds } = await gate.ask(INPUTS);
  expect(verdict.kind).toBe('open');
  expect(seconds).toBe(0);
  for (const { on } of Object.values(ENDPOINTS)) expect(gate.api.asked).toContainEqual(expect.stringMatching(on));
  expectBounded(gate.api, seconds);
});

const answer = (status: number, headers: Readonly<Record<string, string>> = {}, body?: string): FaultAct => ({
  kind: 'answer',
  status,
  headers,
  ...(body === undefined ? {} : { body }),
});
/** In an hour, as the API counts seconds; the virtual clock begins at noon. */
const inSeconds = (seconds: number) => String(Date.parse('2026-11-20T12:00:00Z') / 1000 + seconds);
const SECONDARY = JSON.stringify({
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api',
});
const PRIMARY = JSON.stringify({ message: 'API rate limit exceeded for installation ID 1.' });

type Kind = readonly [name: string, act: FaultAct, seen: RegExp];

const RATE = /rate limit/;
const LASTING: readonly Kind[] = [
  [
    'the primary limit, for an hour',
    answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(3600) }, PRIMARY),
    RATE,
  ],
  [
    'the primary limit as 429',
    answer(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(3600) }, PRIMARY),
    RATE,
  ],
  ['the secondary limit, for a minute', answer(403, { 'retry-after': '60' }, SECONDARY), RATE],
  ['the secondary limit, for a day', answer(403, { 'retry-after': '86400' }, SECONDARY), RATE],
  ['the secondary limit as 429', answer(429, { 'retry-after': '1' }, SECONDARY), RATE],
  ['the secondary limit that only the body tells of', answer(403, {}, SECONDARY), RATE],
  ['a limit that says no more', answer(429, {}, ''), RATE],
  [
    'a limit until a time that is no number',
    answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }, PRIMARY),
    RATE,
  ],
  [
    'a limit until a time that is over',
    answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' }, PRIMARY),
    RATE,
  ],
  ['401', answer(401, {}, '{"message":"Bad credentials"}'), /may not read|status 401/],
  ['410', answer(410, {}, '{"message":"Gone"}'), /status 410/],
  ['422', answer(422, {}, '{"message":"Validation Failed"}'), /status 422/],
  ['451', answer(451, {}, '{"message":"Repository access blocked"}'), /status 451/],
  ['500', answer(500, {}, '{"message":"Server Error"}'), /status 500/],
  ['502', answer(502, {}, '<html>Unicorn!</html>'), /status 502/],
  ['503', answer(503, { 'retry-after': '5' }, ''), /status 503|rate limit/],
  ['504', answer(504, {}, ''), /status 504/],
  ['204, which is no answer', answer(204, {}, ''), /status 204/],
  ['301 to another place', answer(301, { location: 'https://api.github.com/repositories/1' }, ''), /status 301/],
  ['302 to another host', answer(302, { location: 'https://example.com/' }, ''), /status 302/],
  ['304, though nothing was known', answer(304, {}, ''), /status 304/],
  ['JSON that ends early', { kind: 'truncate' }, /is not JSON/],
  ['an empty body', answer(200, {}, ''), /is not JSON/],
  ['a page for people', answer(200, {}, '<!DOCTYPE html><title>GitHub</title>'), /is not JSON/],
  ['bytes that are no UTF-8', answer(200, {}, '\ud800'), /is not JSON|no list|has no "/],
  ['null', answer(200, {}, 'null'), /no list|has no "|no branch/],
  ['a number', answer(200, {}, '42'), /no list|has no "/],
  ['a connection that is cut', { kind: 'cut' }, /could not be reached/],
  ['silence', { kind: 'hang' }, /could not be reached/],
];

describe.each(NAMES)('%s', (name) => {
  const { on, permission } = endpoint(name);

  it.each(LASTING)('answered with %s: closed, and why is said', async (_kind, act, seen) => {
    const gate = everythingAsked();
    gate.api.fault({ on, times: 'always', act });
    const { verdict, reasons, seconds } = await gate.ask(INPUTS);
    expect(verdict.kind).toBe('closed');
    expect(reasons).toEqual([expect.stringMatching(/^GATE_CHECKS: GitHub must be able to report the checks; /)]);
    expect(reasons[0]).toMatch(seen);
    expectBounded(gate.api, seconds);
  });

  it('without the permission: closed, and the YAML to add is named', async () => {
    const gate = everythingAsked();
    gate.api.permissions = gate.api.permissions.filter((each) => each !== permission);
    const { reasons, seconds } = await gate.ask(INPUTS);
    expect(reasons).toHaveLength(1);
    // There is no such thing in a workflow as a permission to read metadata.
    const remedy =
      permission === 'metadata' ? 'name the checks in "required-checks"' : `"${permission}: read" under "permissions:"`;
    expect(reasons[0]).toContain(remedy);
    expectBounded(gate.api, seconds);
  });

  it('not found: closed', async () => {
    const gate = everythingAsked();
    gate.api.fault({ on, times: 'always', act: answer(404, {}, '{"message":"Not Found"}') });
    const { verdict, seconds } = await gate.ask(INPUTS);
    expect(verdict.kind).toBe('closed');
    expectBounded(gate.api, seconds);
  });

  it.each<readonly [string, FaultAct, number]>([
    ['500', answer(500), 5],
    ['502', answer(502, {}, '<html></html>'), 5],
    ['503 with a wait', answer(503, { 'retry-after': '20' }), 25],
    ['the secondary limit for a minute', answer(403, { 'retry-after': '60' }, SECONDARY), 65],
    [
      'the primary limit for half a minute',
      answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(30) }),
      35,
    ],
    ['429', answer(429, { 'retry-after': '2' }), 5],
    ['a connection that is cut', { kind: 'cut' }, 5],
    ['silence', { kind: 'hang' }, 65],
  ])('answered once with %s: asked again, and open', async (_kind, act, most) => {
    const gate = everythingAsked();
    gate.api.fault({ on, act });
    const { verdict, seconds } = await gate.ask(INPUTS);
    expect(verdict.kind).toBe('open');
    expect(seconds).toBeLessThanOrEqual(most);
    expectBounded(gate.api, seconds);
  });
});

it('a token that is no good is not told to have more permissions', async () => {
  const gate = everythingAsked();
  gate.api.fault({ on: /./, times: 'always', act: answer(401, {}, '{"message":"Bad credentials"}') });
  const { verdict, reasons } = await gate.ask(INPUTS);
  expect(verdict.kind).toBe('closed');
  for (const reason of reasons) {
    expect(reason).toMatch(/Bad credentials.*"github-token"/);
    expect(reason).not.toMatch(/permission/);
  }
});

describe('a token without several permissions', () => {
  it.each<readonly [readonly Permission[], readonly string[]]>([
    [['statuses'], ['checks', 'actions']],
    [['checks'], ['statuses', 'actions']],
    [['checks', 'actions'], ['statuses']],
    [['actions'], ['checks', 'statuses']],
    [[], ['checks', 'statuses', 'actions']],
  ])('but %j: all of these are named at once', async (granted, missing) => {
    const gate = everythingAsked();
    gate.repository.run(COMMIT).job('test', 'success');
    gate.api.permissions = ['metadata', 'contents', 'pull-requests', ...granted];
    const { reasons } = await gate.ask({ 'required-checks': 'test' });
    expect(reasons.map((reason) => /permission "([a-z-]+): read"/.exec(reason)?.[1])).toEqual(missing);
  });
});

describe.each(NAMES.filter((name) => endpoint(name).key !== undefined))('the list of %s', (name) => {
  const { on, key = '' } = endpoint(name);

  it.each([1, 2, 100, 1e6, -1, -1e6, 0.5])(
    'that is wrong about its length by %d is not taken for whole',
    async (by) => {
      const gate = everythingAsked();
      gate.api.fault({ on, times: 'always', act: { kind: 'total', by } });
      const { verdict, reasons, seconds } = await gate.ask(INPUTS);
      expect(verdict.kind).toBe('closed');
      expect(reasons[0]).toMatch(/GitHub must be able to report the checks/);
      expectBounded(gate.api, seconds);
    },
  );

  it('whose every page is the first ends, and is not taken for whole', async () => {
    const gate = everythingAsked();
    const run = gate.repository.run(OTHER_COMMIT);
    for (let at = 0; at < 120; at++) {
      gate.repository.report(OTHER_COMMIT, { name: `noise ${at}`, word: 'success' });
      run.job(`noise ${at}`, 'success');
      gate.repository.run(OTHER_COMMIT);
    }
    gate.api.fault({ on, times: 'always', act: { kind: 'first-page-again' } });
    const { verdict, seconds } = await gate.ask(INPUTS);
    expect(verdict.kind).toBe('closed');
    expectBounded(gate.api, seconds);
  });

  it.each([
    ['no length', { [key]: [] }],
    ['a length in text', { total_count: '0', [key]: [] }],
    ['a length of null', { total_count: null, [key]: [] }],
    ['no list', { total_count: 0 }],
    ['null for a list', { total_count: 0, [key]: null }],
    ['an object for a list', { total_count: 0, [key]: {} }],
    ['a list under another name', { total_count: 0, items: [] }],
    ['an entry that is null', { total_count: 1, [key]: [null] }],
    ['an entry without anything', { total_count: 1, [key]: [{}] }],
    ['an entry with an id in text', { total_count: 1, [key]: [{ id: '1' }] }],
  ])('with %s closes the gate', async (_kind, body) => {
    const gate = everythingAsked();
    gate.api.fault({ on, times: 'always', act: answer(200, {}, JSON.stringify(body)) });
    const { verdict, seconds } = await gate.ask(INPUTS);
    expect(verdict.kind).toBe('closed');
    expectBounded(gate.api, seconds);
  });
});

describe('a queue', () => {
  it.each(['queued', 'waiting', 'requested', 'pending', 'in_progress', 'something_new'])(
    'with a check run that is %s and no job yet is closed',
    async (word) => {
      const gate = new Gate();
      const run = gate.repository.run(COMMIT);
      const { check } = run.job('test', 'queued', { isListed: false });
      check.status = word;
      const { verdict, reasons } = await gate.ask({ 'required-checks': 'test' });
      expect(verdict.kind).toBe('closed');
      expect(reasons[0]).toMatch(/the check "test" must have succeeded/);
    },
  );

  it('in which nothing is yet is closed: no run, no job, no check', async () => {
    for (const prepare of [() => {}, (gate: Gate) => gate.repository.run(COMMIT)]) {
      const gate = new Gate();
      prepare(gate);
      const { reasons } = await gate.ask({ 'required-checks': 'test, lint' });
      expect(reasons).toHaveLength(2);
      expect(reasons[0]).toMatch(/nothing was reported/);
    }
  });
});

describe('what an app left behind', () => {
  // Nullable by the API's own description: an app, or a suite, that was deleted since.
  it('does not close the gate, if it is about another check', async () => {
    const gate = new Gate();
    gate.repository.run(COMMIT).job('test', 'success');
    gate.repository.report(COMMIT, { name: 'coverage', word: 'failure', app: null });
    gate.repository.report(COMMIT, { name: 'quality', word: 'failure', suiteId: null });
    expect((await gate.ask({ 'required-checks': 'test' })).verdict.kind).toBe('open');
  });

  it('counts by its name, where a check of this name is required', async () => {
    for (const word of ['success', 'failure']) {
      const gate = new Gate();
      gate.repository.run(COMMIT).job('test', 'success');
      gate.repository.report(COMMIT, { name: 'test', word, app: null, suiteId: null });
      const { verdict } = await gate.ask({ 'required-checks': 'test' });
      expect([word, verdict.kind]).toEqual([word, word === 'success' ? 'open' : 'closed']);
    }
  });
});

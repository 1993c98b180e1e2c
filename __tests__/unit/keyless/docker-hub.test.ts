import { describe, expect, it } from '@jest/globals';
import type { DockerHubIdentity } from '../../../src/keyless/keyless.ts';
import type { Mishap } from '../../doubles/clouds/clouds.ts';
import { DockerHub, type DockerHubOptions } from '../../doubles/clouds/docker-hub.ts';
import { CLAIMS, SUBJECT_WITH_IDS } from '../../doubles/clouds/github-oidc.ts';
import { NOW, type SkyOptions, sky, told } from './sky.ts';

const CONNECTION = '6f1b1a55-5e0f-4a07-8d7a-2e6b7b1d0c11';
const IDENTITY: DockerHubIdentity = {
  type: 'dockerhub',
  registry: 'docker.io',
  username: 'octo',
  connectionId: CONNECTION,
  audience: undefined,
};

function start(options: Partial<DockerHubOptions> = {}, more: Partial<SkyOptions> = {}) {
  const now = () => world.clock.date;
  const hub = new DockerHub({ now, connectionId: CONNECTION, subject: /^repo:octocat\/app:/, ...options });
  const world = sky({ services: [hub.service], ...more });
  return { ...world, hub };
}

describe('signing in to Docker Hub', () => {
  it('exchanges the job token at the connection of an organisation', async () => {
    const { fetch, hub, clouds, masked } = start();
    const credential = await fetch(IDENTITY);
    expect(credential).toMatchObject({ username: 'octo', expiresAt: NOW + 3600_000 });
    expect(hub.given).toEqual([credential.password.reveal()]);
    expect(masked).toContain(credential.password.reveal());
    expect(clouds.violations).toEqual([]);
    expect(clouds.hosts.slice(1)).toEqual(['identity.docker.com']);
  });

  it('believes a shorter life', async () => {
    const { fetch, clouds } = start();
    clouds.mishap = ({ host }) =>
      host === 'identity.docker.com'
        ? { status: 200, body: '{"access_token":"an-opaque-token-of-theirs","expires_in":300}' }
        : undefined;
    expect((await fetch(IDENTITY)).expiresAt).toBe(NOW + 300_000);
  });

  it('waits as long as it is told to', async () => {
    const { fetch, clouds, slept } = start();
    let isFirst = true;
    clouds.mishap = ({ host }) => {
      if (host !== 'identity.docker.com' || !isFirst) return undefined;
      isFirst = false;
      return { status: 429, headers: { 'retry-after': '7' }, body: '' };
    };
    await fetch(IDENTITY);
    expect(slept).toEqual([7000]);
  });

  it('gives the same until it is about to run out', async () => {
    const { fetch, hub, clock } = start();
    const one = await fetch(IDENTITY);
    clock.date += 54 * 60_000;
    expect(await fetch(IDENTITY)).toBe(one);
    clock.date += 60_000;
    expect((await fetch(IDENTITY)).password.reveal()).not.toBe(one.password.reveal());
    expect(hub.given).toHaveLength(2);
  });
});

describe('a failed exchange with Docker Hub', () => {
  type Case = readonly [
    name: string,
    options: Partial<DockerHubOptions>,
    more: Partial<SkyOptions>,
    identity: Partial<DockerHubIdentity>,
    message: RegExp,
    hint: RegExp,
  ];
  it.each<Case>([
    ['a wrong audience', {}, {}, { audience: 'other' }, /another audience/, /Leave "audience" out/],
    ['an expired token', {}, { oidc: { claims: { exp: NOW / 1000 - 1 } } }, {}, /token has expired/, /clock/],
    [
      'an unknown connection',
      { connectionId: 'other' },
      {},
      {},
      /the connection is unknown \(status 404/,
      /connection-id/,
    ],
    [
      'a job that no ruleset names',
      { subject: /never/ },
      {},
      {},
      /no ruleset of the connection matches/,
      /rulesets with sub.*without ids/s,
    ],
    ['a subject with ids', {}, { oidc: { claims: { sub: SUBJECT_WITH_IDS } } }, {}, /no ruleset/, /form with ids/],
  ])('tells %s apart', async (_name, options, more, identity, message, hint) => {
    const { failure, clouds, oidc } = start(options, more);
    const error = await failure({ ...IDENTITY, ...identity });
    expect(error.code).toBe('EXCHANGE_FAILED');
    expect(error.message).toMatch(message);
    expect(error.message).toContain(CLAIMS.job_workflow_ref);
    expect(error.hint).toMatch(hint);
    expect(clouds.violations).toEqual([]);
    for (const token of oidc.issued) expect(told(error)).not.toContain(token.split('.')[2]);
  });

  it.each<[name: string, mishap: Mishap, message: RegExp]>([
    [
      'a throttle without end',
      { status: 429, headers: { 'retry-after': '1' }, body: '' },
      /limits the number of requests/,
    ],
    [
      'a wait that is too long',
      { status: 429, headers: { 'retry-after': '3600' }, body: '' },
      /limits the number of requests/,
    ],
    [
      'an outage that speaks of a connection',
      { status: 503, body: '{"message":"upstream connection error"}' },
      /it is not available/,
    ],
    ['no token', { status: 200, body: '{"access_token":7}' }, /it has no token/],
    ['a redirect', { status: 302, headers: { location: 'http://evil.example/' }, body: '' }, /status 302/],
    ['a host that nobody has', { error: 'ENOTFOUND' }, /identity\.docker\.com \(Docker Hub\) has no address/],
  ])('tells %s apart', async (_name, mishap, message) => {
    const { failure, clouds } = start();
    clouds.mishap = ({ host }) => (host === 'identity.docker.com' ? mishap : undefined);
    expect(await failure(IDENTITY)).toMatchObject({ code: 'EXCHANGE_FAILED', message: expect.stringMatching(message) });
    expect(clouds.hosts).not.toContain('evil.example');
  });
});

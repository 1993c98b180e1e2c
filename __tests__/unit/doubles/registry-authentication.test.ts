import { describe, expect, test } from '@jest/globals';
import { basic, bearer, type Reply, send } from '../../conformance/support/raw-client.ts';
import type { Authentication } from '../../doubles/registry/authentication.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';

const USERS = {
  admin: 'root pw',
  'ci-bot': { password: 'pu$h "t0ken', access: { 'team/app': ['pull', 'push'], 'base/*': ['pull'] } },
} as const;

const BASIC: Authentication = { kind: 'basic', users: USERS };
const TOKEN: Authentication = { kind: 'token', users: USERS };
const CI = basic('ci-bot', USERS['ci-bot'].password);

const start = (auth: Authentication, more = {}): Promise<Registry> => startRegistry({ auth, ...more });
const rules = (registry: Registry): string[] => registry.violations.map(({ rule }) => rule);
const open = (registry: Registry, repository: string, headers = {}, query = ''): Promise<Reply> =>
  send('POST', `${registry.origin}/v2/${repository}/blobs/uploads/${query}`, { headers });

type TokenAnswer = { token: string; access_token: string; expires_in: number; refresh_token?: string };

async function tokenFor(registry: Registry, scopes: readonly string[], headers = CI): Promise<string> {
  const query = new URLSearchParams({ service: 'registry.test' });
  for (const scope of scopes) query.append('scope', scope);
  const reply = await send('GET', `${registry.tokenOrigin}/token?${query}`, { headers });
  return (reply.json() as TokenAnswer).token;
}

function oauth(registry: Registry, form: Record<string, string>): Promise<Reply> {
  return send('POST', `${registry.tokenOrigin}/token`, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ service: 'registry.test', ...form }).toString(),
  });
}

describe('basic', () => {
  test('denies what the user may not do', async () => {
    await using registry = await start(BASIC);
    expect((await open(registry, 'team/app', CI)).status).toBe(202);
    const denied = await open(registry, 'base/image', CI);
    expect([denied.status, denied.code()]).toEqual([403, 'DENIED']);
    expect((await open(registry, 'base/image', basic('admin', USERS.admin))).status).toBe(202);
  });

  test('notes a token that it did not ask for', async () => {
    await using registry = await start(BASIC);
    await send('GET', `${registry.origin}/v2/`, { headers: bearer('x') });
    expect(rules(registry)).toEqual(['credentials']);
  });
});

describe('token', () => {
  test('grants what is both asked for and allowed', async () => {
    await using registry = await start(TOKEN);
    const scopes = ['repository:team/app:pull,push,delete', 'repository:base/image:pull,push', 'repository:other:pull'];
    await tokenFor(registry, scopes);
    expect(registry.tokens[0]?.grants.map(({ name, actions }) => [name, actions])).toEqual([
      ['team/app', ['pull', 'push']],
      ['base/image', ['pull']],
      ['other', []],
    ]);
  });

  test('a token that nobody issued is invalid, and so is one that ran out', async () => {
    let now = 1_000_000;
    await using registry = await start({ ...TOKEN, expiresIn: 60 }, { now: () => now });
    const ping = async (token: string): Promise<Reply> =>
      send('GET', `${registry.origin}/v2/`, { headers: bearer(token) });
    expect((await ping('made-up')).headers['www-authenticate']).toContain('error="invalid_token"');
    const token = await tokenFor(registry, []);
    expect((await ping(token)).status).toBe(200);
    now += 60_000;
    expect((await ping(token)).headers['www-authenticate']).toContain('error="invalid_token"');
  });

  test('all tokens can be made void at once', async () => {
    await using registry = await start(TOKEN);
    const token = await tokenFor(registry, []);
    registry.expireTokens();
    expect((await send('GET', `${registry.origin}/v2/`, { headers: bearer(token) })).status).toBe(401);
  });

  test('the answer has both fields, the lifetime, and a refresh token only for whoever asks', async () => {
    await using registry = await start({ ...TOKEN, refreshTokens: true });
    const url = `${registry.origin}/token?service=registry.test`;
    const plain = (await send('GET', url, { headers: CI })).json() as TokenAnswer;
    expect(plain).toMatchObject({ token: plain.access_token, expires_in: 300 });
    expect(plain.refresh_token).toBeUndefined();
    const offline = (await send('GET', `${url}&offline_token=true`, { headers: CI })).json() as TokenAnswer;
    expect(offline.refresh_token).toEqual(expect.any(String));
  });

  test('OAuth takes a refresh token or a password', async () => {
    await using registry = await start({ ...TOKEN, refreshTokens: true });
    const scope = 'repository:team/app:pull,push repository:base/image:pull';
    const password = {
      grant_type: 'password',
      username: 'ci-bot',
      password: USERS['ci-bot'].password,
      access_type: 'offline',
    };
    const first = (await oauth(registry, { ...password, scope })).json() as TokenAnswer;
    expect((await open(registry, 'team/app', bearer(first.access_token))).status).toBe(202);
    const refresh = { grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '', scope };
    expect((await oauth(registry, refresh)).status).toBe(200);
    expect((await oauth(registry, { ...refresh, refresh_token: 'made-up' })).status).toBe(401);
    registry.assertClean();
  });

  test('wrong credentials get no token, and none get one only where strangers may pull', async () => {
    await using closed = await start(TOKEN);
    expect((await send('GET', `${closed.origin}/token`, { headers: basic('ci-bot', 'wrong') })).status).toBe(401);
    expect((await send('GET', `${closed.origin}/token`)).status).toBe(401);
    await using open = await start({ ...TOKEN, anonymous: { '*': ['pull'] } });
    await send('GET', `${open.origin}/token?service=registry.test&scope=repository:team/app:pull,push`);
    expect(open.tokens[0]?.grants[0]?.actions).toEqual(['pull']);
  });

  test('the token service may live elsewhere, and then only there', async () => {
    await using registry = await start({ ...TOKEN, elsewhere: true });
    expect(registry.tokenOrigin).not.toBe(registry.origin);
    expect(await tokenFor(registry, [])).toEqual(expect.any(String));
    expect((await send('GET', `${registry.origin}/token`)).status).toBe(404);
    expect((await send('GET', `${registry.tokenOrigin}/v2/`)).status).toBe(404);
    expect(registry.requests.map(({ origin }) => origin)).toEqual([
      registry.tokenOrigin,
      registry.origin,
      registry.tokenOrigin,
    ]);
  });

  test('notes credentials in the wrong place, a foreign service and what is no scope', async () => {
    await using registry = await start(TOKEN);
    await send('GET', `${registry.origin}/v2/`, { headers: CI });
    await send('GET', `${registry.origin}/token?service=registry.test`, { headers: bearer('x') });
    expect(rules(registry)).toEqual(['credentials', 'credentials']);
    await send('GET', `${registry.origin}/token?service=other`, { headers: CI });
    const scope = await send('GET', `${registry.origin}/token?service=registry.test&scope=everything`, { headers: CI });
    expect(scope.status).toBe(400);
    expect(rules(registry).slice(2)).toEqual(['token', 'token']);
  });

  test('deleting needs the right to delete, the catalog one of its own', async () => {
    await using registry = await start(TOKEN);
    const { digest } = registry.repository('team/app').putImage();
    const remove = (token: string): Promise<Reply> =>
      send('DELETE', `${registry.origin}/v2/team/app/manifests/${digest}`, { headers: bearer(token) });
    const asked = 'repository:team/app:delete';
    expect((await remove(await tokenFor(registry, [asked]))).status).toBe(401);
    const admin = basic('admin', USERS.admin);
    expect((await remove(await tokenFor(registry, [asked], admin))).status).toBe(202);
    const catalog = await send('GET', `${registry.origin}/v2/_catalog`);
    expect(catalog.headers['www-authenticate']).toContain('scope="registry:catalog:*"');
    const token = await tokenFor(registry, ['registry:catalog:*'], admin);
    expect((await send('GET', `${registry.origin}/v2/_catalog`, { headers: bearer(token) })).status).toBe(200);
  });
});

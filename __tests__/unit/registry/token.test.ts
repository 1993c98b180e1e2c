import { describe, expect, it } from '@jest/globals';
import type { Credential } from '../../../src/secret/credential.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { fastClock, get, type Script, ScriptedNetwork, sessionAt } from './scripted-network.ts';

const REGISTRY = 'https://registry.example.com';
const BEARER = `Bearer realm="https://auth.example.com/token",service="registry.example.com"`;
const SCOPE = 'repository:owner/app:pull,push';

/** A registry that takes the bearer token `good`, and a token service that gives it. */
const registry: Script = ({ url, headers }) => {
  if (url.pathname === '/token') return { body: '{"access_token":"good","expires_in":3600}' };
  return headers.authorization === 'Bearer good' ? {} : { status: 401, headers: { 'www-authenticate': BEARER } };
};

function start(credential: Credential, script: Script = registry, clock = fastClock()) {
  const network = new ScriptedNetwork(script);
  const account = { registry: new URL(REGISTRY), credential: async () => credential, scope: SCOPE, authHosts: [] };
  return { network, ...sessionAt(REGISTRY, network, { account, clock }) };
}
const asked = (network: ScriptedNetwork) => network.requests.filter(({ url }) => url.pathname === '/token');

describe('an identity token', () => {
  it('is exchanged by POST, in the body and nowhere else, for a token of this repository alone', async () => {
    const { session, network, masked } = start({ identityToken: new Secret('refresh&me') });
    await session.signIn();
    expect((await session.send(get('/v2/owner/app/tags/list'))).status).toBe(200);
    const [request] = asked(network);
    expect(request).toMatchObject({ method: 'POST', url: { search: '' } });
    expect(request?.headers.authorization).toBeUndefined();
    const body = new URLSearchParams(new TextDecoder().decode(request?.body as Uint8Array));
    expect(Object.fromEntries(body)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh&me',
      service: 'registry.example.com',
      client_id: 'verified-image-push',
      scope: SCOPE,
    });
    expect(masked).toEqual(['good']);
  });

  it('is refused where a name and a password are wanted, and sent nowhere', async () => {
    const basic = () => ({ status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } });
    const { session, network } = start({ identityToken: new Secret('refresh&me') }, basic);
    await expect(session.signIn()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    expect(JSON.stringify(network.requests)).not.toContain('refresh');
  });
});

describe('a registry token', () => {
  it('is shown to the registry as it is, and to no token service', async () => {
    const { session, network } = start({ registryToken: new Secret('good') });
    await session.signIn();
    expect((await session.send(get('/v2/owner/app/tags/list'))).status).toBe(200);
    expect(asked(network)).toEqual([]);
    expect(network.sentElsewhere('registry.example.com')).toBe('[]');
  });

  it('that has run out is the end of it', async () => {
    const { session } = start({ registryToken: new Secret('old') });
    await session.signIn();
    expect((await session.send(get('/v2/owner/app/tags/list'))).status).toBe(401);
  });
});

describe('a token for others', () => {
  const user = { username: 'ci', password: new Secret('pass word') };
  const lasting = (body: string): Script => {
    return (request, seen) => (request.url.pathname === '/token' ? { body } : registry(request, seen));
  };

  it.each<[body: string, expiresIn: number | undefined]>([
    ['{"token":"t","expires_in":300}', 300],
    ['{"token":"t","expires_in":"900"}', 900],
    ['{"token":"t"}', undefined],
    ['{"token":"t","expires_in":0}', undefined],
    ['{"token":"t","expires_in":-5}', undefined],
    ['{"token":"t","expires_in":"soon"}', undefined],
    // As olareg counts: in nanoseconds.
    ['{"token":"t","expires_in":300000000000}', undefined],
    ['{"token":"t","expires_in":86400}', 86_400],
    ['{"token":"t","expires_in":86401}', undefined],
  ])('lives as long as %s says', async (body, expiresIn) => {
    const { session, masked } = start(user, lasting(body));
    expect(await session.newToken()).toEqual({ text: 't', expiresIn });
    expect(masked).toEqual(['t']);
  });

  const jwt = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

  it.each<[of: string, claims: object, said: object, expiresIn: number | undefined]>([
    ['Quay', { iat: 1000, nbf: 1000, exp: 4600 }, {}, 3600],
    ['docker_auth, whose tokens are good ten seconds before', { iat: 1000, nbf: 990, exp: 1900 }, {}, 900],
    ['Gitea, without a beginning but nbf', { nbf: 1000, exp: 87_400 }, {}, 86_400],
    ['one without a beginning, from now on', { exp: 700 }, {}, 700],
    ['one that ends before its service says so', { iat: 1000, exp: 1300 }, { expires_in: 3600 }, 300],
    ['one that its service gives less time', { iat: 1000, exp: 4600 }, { expires_in: 300 }, 300],
    ['olareg, in nanoseconds', { iat: 1000, exp: 1300 }, { expires_in: 3e11 }, 300],
    ['one that ends in years', { iat: 1000, exp: 1e9 }, {}, undefined],
    ['one that has ended', { iat: 1000, exp: 900 }, {}, undefined],
    ['one that says nonsense', { iat: 'x', exp: 'y' }, {}, undefined],
  ])('lives as long as it says itself: %s', async (_of, claims, said, expiresIn) => {
    const { session } = start(user, lasting(JSON.stringify({ token: jwt(claims), ...said })));
    expect((await session.newToken())?.expiresIn).toBe(expiresIn);
  });

  it('is our own as long as that is almost new, and then another', async () => {
    const clock = fastClock();
    const { session, network } = start(user, registry, clock);
    await session.signIn();
    expect(await session.newToken()).toEqual({ text: 'good', expiresIn: 3600 });
    await clock.sleep(359_000, new AbortController().signal);
    expect(await session.newToken()).toEqual({ text: 'good', expiresIn: 3241 });
    expect(asked(network)).toHaveLength(1);
    await clock.sleep(2_000, new AbortController().signal);
    expect(await session.newToken()).toEqual({ text: 'good', expiresIn: 3600 });
    expect(asked(network)).toHaveLength(2);
  });

  it('is none where the registry asks for no token', async () => {
    expect(await start(user, () => ({})).session.newToken()).toBeUndefined();
  });
});

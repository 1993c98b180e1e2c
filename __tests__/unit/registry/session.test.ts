import { describe, expect, it } from '@jest/globals';
import type { HttpRequest } from '../../../src/http/http.ts';
import { assertPrivate } from '../../../src/registry/authentication.ts';
import { Secret } from '../../../src/secret/secret.ts';
import {
  BASIC,
  CREDENTIAL,
  fastClock,
  get,
  PASSWORD,
  type Script,
  type Scripted,
  ScriptedNetwork,
  sessionAt,
} from './scripted-network.ts';

const REGISTRY = 'https://registry.example.com';
const TOKEN = 'https://auth.example.com/token';
const BEARER = `Bearer realm="${TOKEN}",service="registry.example.com"`;

const challenge = (value: string): Scripted => ({ status: 401, headers: { 'www-authenticate': value } });
const isPing = ({ url }: HttpRequest) => url.pathname === '/v2/';
const isToken = ({ url }: HttpRequest) => url.pathname === '/token';

/** A registry that asks for a token and takes those that it gave out last. */
const withTokens =
  (more: Script = () => ({})): Script =>
  (request, seen) => {
    const given = seen.filter(isToken).length;
    if (isToken(request)) return { body: `{"token":"t${given}"}` };
    if (request.headers.authorization !== `Bearer t${given}` || given === 0) return challenge(BEARER);
    return more(request, seen);
  };

const withBasic: Script = ({ headers }) => (headers.authorization === BASIC ? {} : challenge('Basic realm="x"'));

function start(script: Script, registry = REGISTRY) {
  const network = new ScriptedNetwork(script);
  return { network, ...sessionAt(registry, network) };
}
const authorizations = ({ requests }: ScriptedNetwork) => requests.map(({ headers }) => headers.authorization);

describe('signIn', () => {
  it('asks once, and shows nothing, where no login is wanted', async () => {
    const { session, network } = start(() => ({}));
    await session.signIn();
    expect(authorizations(network)).toEqual([undefined]);
  });

  it('proves a Basic login with a second request', async () => {
    const { session, network } = start(withBasic);
    await session.signIn();
    expect(authorizations(network)).toEqual([undefined, BASIC]);
  });

  it('asks the token service for this repository alone', async () => {
    const { session, network, masked } = start(withTokens());
    await session.signIn();
    const [, asked] = network.requests;
    expect(asked?.headers.authorization).toBe(BASIC);
    expect(`${asked?.url.origin}${asked?.url.pathname}`).toBe(TOKEN);
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({
      service: 'registry.example.com',
      scope: 'repository:owner/app:pull,push',
      account: 'ci-bot',
    });
    expect(masked).toEqual(['t1']);
  });

  describe('where layers are mounted from another repository', () => {
    const OWN = 'repository:owner/app:pull,push';
    const OTHER = 'repository:owner/base:pull';
    const scopes = ({ requests }: ScriptedNetwork) =>
      requests.filter(isToken).map(({ url }) => url.searchParams.getAll('scope'));
    const startMounting = (script: Script) => {
      const network = new ScriptedNetwork(script);
      const account = {
        registry: new URL(REGISTRY),
        credential: async () => CREDENTIAL,
        scope: OWN,
        mountScopes: [OTHER],
        authHosts: [],
      };
      const clock = fastClock();
      return { network, clock, ...sessionAt(REGISTRY, network, { account, clock }) };
    };
    const refusing =
      (status: number): Script =>
      (request, seen) =>
        isToken(request) && request.url.searchParams.getAll('scope').length > 1
          ? { status, body: '{"errors":[{"code":"DENIED"}]}' }
          : withTokens()(request, seen);

    it('asks to read that, too', async () => {
      const { session, network } = startMounting(withTokens());
      await session.signIn();
      expect([scopes(network), session.mayMount]).toEqual([[[OWN, OTHER]], true]);
    });

    it.each([400, 401, 403])('asks for its own repository alone if both are refused with %d', async (status) => {
      const { session, network } = startMounting(refusing(status));
      await session.signIn();
      expect([scopes(network), session.mayMount]).toEqual([[[OWN, OTHER], [OWN]], false]);
    });

    it('does not ask for both again when it renews', async () => {
      const { session, network } = startMounting((request, seen) =>
        request.headers.authorization === 'Bearer t2' ? challenge(BEARER) : refusing(403)(request, seen),
      );
      await session.signIn();
      expect((await session.send(get('/v2/owner/app/manifests/x'))).status).toBe(200);
      expect(scopes(network)).toEqual([[OWN, OTHER], [OWN], [OWN]]);
    });

    it('does not take an outage for a refusal', async () => {
      const { session, network } = startMounting(refusing(503));
      await expect(session.signIn()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
      expect(new Set(scopes(network).map(({ length }) => length))).toEqual(new Set([2]));
    });

    it('says that a wrong password is wrong', async () => {
      const { session } = startMounting((request) => (isToken(request) ? { status: 401 } : challenge(BEARER)));
      await expect(session.signIn()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
    });
  });

  it('keeps what the realm’s address has already', async () => {
    const { session, network } = start((request, seen) =>
      isPing(request) ? challenge(BEARER.replace('/token', '/token?tenant=a')) : withTokens()(request, seen),
    );
    await session.signIn();
    expect(network.requests[1]?.url.searchParams.get('tenant')).toBe('a');
  });

  it.each([
    ['token', '{"token":"t1"}'],
    ['access_token', '{"access_token":"t1"}'],
    ['both, of which the first counts', '{"token":"t1","access_token":"x"}'],
    ['an empty token beside the other', '{"token":"","access_token":"t1"}'],
    ['a token that ends', '{"token":"t1","expires_in":60,"issued_at":"2026-11-21T00:00:00Z"}'],
  ])('finds the token in %s', async (_name, body) => {
    const { session, masked } = start((request) => (isToken(request) ? { body } : challenge(BEARER)));
    await session.signIn();
    expect(masked).toEqual(['t1']);
  });

  it.each([
    ['nothing', '{}'],
    ['no JSON', '<html>'],
    ['null', 'null'],
    ['a number', '{"token":7}'],
    ['an empty one', '{"token":""}'],
    ['a line feed, which would smuggle a header', '{"token":"a\\r\\nx-evil: 1"}'],
    ['a blank', '{"token":"a b"}'],
    ['letters that no header takes', '{"token":"é"}'],
  ])('refuses a token service that gives %s', async (_name, body) => {
    const { session, masked } = start((request) => (isToken(request) ? { body } : challenge(BEARER)));
    await expect(session.signIn()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(masked).toEqual([]);
  });

  it.each([
    ['Basic', (request: HttpRequest) => (isPing(request) ? challenge('Basic realm="x"') : {})],
    ['a token', (request: HttpRequest) => (isToken(request) ? { status: 401 } : challenge(BEARER))],
    ['a token, with 403', (request: HttpRequest) => (isToken(request) ? { status: 403 } : challenge(BEARER))],
  ])('is LOGIN_FAILED when %s is refused', async (_name, script) => {
    await expect(start(script).session.signIn()).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it.each([
    ['a status that is none of a registry', { status: 404, body: '<html>' }, 'REGISTRY_ANSWER'],
    ['a redirect', { status: 302, headers: { location: 'https://login.example.com/' } }, 'REGISTRY_ANSWER'],
    ['a login without a way', { status: 401 }, 'REGISTRY_ANSWER'],
    ['a login that we do not know', challenge('Negotiate, NTLM'), 'REGISTRY_ANSWER'],
    ['a challenge that cannot be read', challenge('"realm"'), 'REGISTRY_ANSWER'],
    ['a realm elsewhere', challenge('Bearer realm="https://evil.com/token"'), 'REGISTRY_UNTRUSTED'],
    [
      'a realm elsewhere, beside Basic',
      challenge('Basic realm="x", Bearer realm="https://evil.com/token"'),
      'REGISTRY_UNTRUSTED',
    ],
    ['no realm', challenge('Bearer service="x"'), 'REGISTRY_UNTRUSTED'],
    ['a realm without TLS', challenge('Bearer realm="http://auth.example.com/token"'), 'REGISTRY_UNTRUSTED'],
  ])('refuses %s, and has sent the credential nowhere', async (_name, answer, code) => {
    const { session, network } = start(() => answer);
    await expect(session.signIn()).rejects.toMatchObject({ code });
    expect(authorizations(network).filter(Boolean)).toEqual([]);
  });

  it('prefers a token to Basic', async () => {
    const { session, network } = start((request, seen) =>
      isPing(request) ? challenge(`Basic realm="x", ${BEARER}`) : withTokens()(request, seen),
    );
    await session.signIn();
    expect(network.requests.some(isToken)).toBe(true);
  });

  it('passes over what it does not know', async () => {
    const { session, network } = start((request) =>
      request.headers.authorization ? {} : challenge('Negotiate, Basic realm="x"'),
    );
    await session.signIn();
    expect(authorizations(network)).toEqual([undefined, BASIC]);
  });
});

describe('a token for others', () => {
  it('is the one that signing in made, as long as that is new', async () => {
    const { session, network } = start(withTokens());
    await session.signIn();
    expect([(await session.newToken())?.text, (await session.ownToken())?.text]).toEqual(['t1', 't1']);
    expect(network.requests.filter(isToken)).toHaveLength(1);
  });

  it('is made anew when that of signing in is no longer new', async () => {
    const clock = fastClock();
    const network = new ScriptedNetwork(withTokens());
    const { session } = sessionAt(REGISTRY, network, { clock });
    await session.signIn();
    await clock.sleep(10_000, new AbortController().signal);
    expect((await session.newToken())?.text).toBe('t2');
  });

  it('is none where the registry takes none', async () => {
    const { session } = start(withBasic);
    expect([await session.newToken(), await session.ownToken()]).toEqual([undefined, undefined]);
  });
});

describe('send', () => {
  it('signs in by itself, and then shows the token', async () => {
    const { session, network } = start(withTokens(() => ({ body: 'hello' })));
    expect(Buffer.from((await session.send(get('/v2/owner/app/manifests/1'))).body).toString()).toBe('hello');
    expect(authorizations(network)).toEqual([undefined, BASIC, 'Bearer t1']);
  });

  it('asks for one token for many requests at once', async () => {
    const { session, network } = start(withTokens());
    await Promise.all(Array.from({ length: 8 }, (_, index) => session.send(get(`/v2/owner/app/blobs/${index}`))));
    expect(network.requests.filter(isPing)).toHaveLength(1);
    expect(network.requests.filter(isToken)).toHaveLength(1);
  });

  it('signs in anew, once, when the token has run out', async () => {
    let expires = true;
    const { session, network, masked } = start((request, seen) => {
      if (request.url.pathname.endsWith('/late') && expires) {
        expires = false;
        return challenge(BEARER);
      }
      return withTokens()(request, seen);
    });
    expect((await session.send(get('/v2/owner/app/blobs/late'))).status).toBe(200);
    expect(network.requests.filter(isToken)).toHaveLength(2);
    expect(masked).toEqual(['t1', 't2']);
  });

  it('signs in anew once, and not for ever', async () => {
    const { session, network } = start((request, seen) =>
      request.url.pathname.endsWith('/never') ? challenge(BEARER) : withTokens()(request, seen),
    );
    expect((await session.send(get('/v2/owner/app/blobs/never'))).status).toBe(401);
    expect(network.requests.filter(isToken)).toHaveLength(2);
    expect(network.requests.filter(({ url }) => url.pathname.endsWith('/never'))).toHaveLength(2);
  });

  it('does not show a Basic login twice to who refuses it', async () => {
    const { session, network } = start((request) => {
      if (request.url.pathname.endsWith('/1')) return challenge('Basic realm="x"');
      return withBasic(request, []);
    });
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(401);
    expect(network.requests.filter(({ url }) => url.pathname.endsWith('/1'))).toHaveLength(1);
  });

  it('signs in where the ping was let pass', async () => {
    const { session, network } = start((request) => (isPing(request) ? {} : withBasic(request, [])));
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(200);
    expect(authorizations(network)).toEqual([undefined, undefined, BASIC]);
  });

  it('does not sign in at another realm that is named on the way', async () => {
    const { session, network } = start((request) =>
      isPing(request) ? {} : challenge('Bearer realm="https://evil.com/t"'),
    );
    await expect(session.send(get('/v2/owner/app/manifests/1'))).rejects.toMatchObject({ code: 'REGISTRY_UNTRUSTED' });
    expect(network.sentElsewhere('registry.example.com')).toBe('[]');
  });

  it.each([
    ['Basic', 'Basic realm="x"'],
    ['a token', BEARER],
  ])('is not talked into a login with %s by a host it was redirected to', async (_name, wanted) => {
    const { session, network } = start(({ url }) => {
      if (url.host === 'cdn.example.net') return challenge(wanted);
      return url.pathname === '/v2/' ? {} : { status: 307, headers: { location: 'https://cdn.example.net/blob' } };
    });
    expect((await session.send(get('/v2/owner/app/blobs/1'))).status).toBe(401);
    expect(network.requests).toHaveLength(3);
    expect(authorizations(network).filter(Boolean)).toEqual([]);
  });

  it('does not give its token up because a host it was redirected to refuses', async () => {
    const { session, network } = start((request, seen) =>
      request.url.host === 'cdn.example.net'
        ? challenge(BEARER)
        : withTokens(() => ({ status: 307, headers: { location: 'https://cdn.example.net/blob' } }))(request, seen),
    );
    expect((await session.send(get('/v2/owner/app/blobs/1'))).status).toBe(401);
    expect(network.requests.filter(isToken)).toHaveLength(1);
  });

  it.each([200, 404, 403, 500])('returns the status %d as it is', async (status) => {
    const { session } = start((request) => (isPing(request) ? {} : { status }));
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(status);
  });

  it('tries again what may go well later', async () => {
    let busy = 3;
    const { session } = start((request) => (!isPing(request) && busy-- > 0 ? { status: 503 } : {}));
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(200);
  });

  it('gives up in the end', async () => {
    const { session, network } = start((request) => (isPing(request) ? {} : { status: 503 }));
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(503);
    expect(network.requests).toHaveLength(7);
  });

  it('does not try a refusal again', async () => {
    const { session, network } = start((request) => (isPing(request) ? {} : { status: 403 }));
    await session.send(get('/v2/owner/app/manifests/1'));
    expect(network.requests).toHaveLength(2);
  });

  it('tries sendOnce once', async () => {
    const { session, network } = start((request) => (isPing(request) ? {} : { status: 503 }));
    await session.sendOnce(get('/v2/owner/app/manifests/1'));
    expect(network.requests).toHaveLength(2);
  });
});

describe('a credential', () => {
  it.each(['http://registry.example.com', 'http://10.0.0.1:5000', 'http://localhost.evil.com'])(
    'is never sent to %s',
    async (registry) => {
      const { session, network } = start(withBasic, registry);
      await expect(session.send(get('/v2/owner/app/manifests/1'))).rejects.toMatchObject({
        code: 'REGISTRY_UNTRUSTED',
      });
      expect(JSON.stringify(network.requests.map(({ headers }) => headers))).not.toContain(BASIC);
      expect(() => assertPrivate(new URL(registry))).toThrow(expect.objectContaining({ code: 'REGISTRY_UNTRUSTED' }));
    },
  );

  it.each(['http://localhost:5000', 'http://127.0.0.1:5000', 'http://[::1]:5000', 'https://registry.example.com'])(
    'may be sent to %s',
    (registry) => {
      expect(() => assertPrivate(new URL(registry))).not.toThrow();
    },
  );

  it('is in no error', async () => {
    const { session } = start((request) => (isPing(request) ? challenge('Basic realm="x"') : {}));
    const error = await session.signIn().catch((thrown: unknown) => thrown);
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(PASSWORD);
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain(BASIC);
  });
});

describe('a credential that is replaced while the session goes on', () => {
  function replaced(script: (now: () => string) => Script) {
    const passwords = { now: 'first' };
    const network = new ScriptedNetwork(script(() => passwords.now));
    const account = {
      registry: new URL(REGISTRY),
      credential: async () => ({ username: 'ci-bot', password: new Secret(passwords.now) }),
      scope: 'repository:owner/app:pull,push',
      authHosts: [],
    };
    return { network, passwords, ...sessionAt(REGISTRY, network, { account }) };
  }
  const basic = (password: string) => `Basic ${Buffer.from(`ci-bot:${password}`).toString('base64')}`;

  it('is shown from the next request on where the login is Basic', async () => {
    const takesCurrent =
      (now: () => string): Script =>
      (request) =>
        request.headers.authorization === basic(now()) ? {} : challenge('Basic realm="x"');
    const { session, passwords, network } = replaced(takesCurrent);
    await session.signIn();
    passwords.now = 'second';
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(200);
    expect(authorizations(network)).toEqual([undefined, basic('first'), basic('second')]);
  });

  it('is what the next token is asked for with', async () => {
    const { session, passwords, network } = replaced(() =>
      withTokens((_request, seen) => (seen.length === 3 ? challenge(BEARER) : {})),
    );
    await session.signIn();
    passwords.now = 'second';
    expect((await session.send(get('/v2/owner/app/manifests/1'))).status).toBe(200);
    const asked = network.requests.filter(isToken).map(({ headers }) => headers.authorization);
    expect(asked).toEqual([basic('first'), basic('second')]);
  });
});

/** The credential, and every token made of it, stays on its origin, wherever a registry sends us (`threats.md`, B2). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HttpRequest } from '../../../src/http/http.ts';
import { originOf } from '../../../src/registry/endpoint.ts';
import { BASIC, get, type Script, ScriptedNetwork, sessionAt } from './scripted-network.ts';

const REGISTRY = 'https://registry.example.com';
const START = '/v2/owner/app/blobs/x';

const to = (location: string, status = 307) => ({ status, headers: { location } });

/** A registry with Basic login whose blob leads along these addresses, one after the other. */
function leading(...hops: readonly string[]) {
  const network = new ScriptedNetwork((request, seen) => {
    if (request.url.pathname === '/v2/') {
      return request.headers.authorization === BASIC
        ? {}
        : { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } };
    }
    const hop = hops[seen.filter(({ url }) => url.pathname !== '/v2/').length - 1];
    return hop === undefined ? { body: 'the end' } : to(hop);
  });
  const { session } = sessionAt(REGISTRY, network);
  const run = () => session.send(get(START));
  const trail = () =>
    network.requests
      .filter(({ url }) => url.pathname !== '/v2/')
      .map(({ url, headers }) => [url.href, headers.authorization !== undefined]);
  return { network, run, trail };
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with %d is followed without the credential to another host', async (status) => {
    const network = new ScriptedNetwork(({ url, headers }) => {
      if (url.host !== 'registry.example.com') return { body: 'bytes' };
      if (headers.authorization === undefined)
        return { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } };
      return url.pathname === '/v2/' ? {} : to('https://storage.example.net/x?sig=1', status);
    });
    const answer = await sessionAt(REGISTRY, network).session.send(get(START));
    expect(answer.status).toBe(200);
    expect(network.requests.at(-1)?.url.href).toBe('https://storage.example.net/x?sig=1');
    expect(network.requests.at(-1)?.headers).toEqual({});
  });

  it.each<readonly [name: string, hop: string, keeps: boolean]>([
    ['a path', '/v2/owner/app/blobs/y', true],
    ['a relative path', 'y', true],
    ['the same origin', 'https://registry.example.com/y', true],
    ['the same origin with its port', 'https://registry.example.com:443/y', true],
    ['the same origin in capitals', 'HTTPS://REGISTRY.EXAMPLE.COM/y', true],
    ['another port', 'https://registry.example.com:8443/y', false],
    ['another host of the domain', 'https://cdn.example.com/y', false],
    ['a host below', 'https://a.registry.example.com/y', false],
    ['a host that looks alike', 'https://registry.example.com.evil.com/y', false],
    ['the host with a dot behind it', 'https://registry.example.com./y', false],
    ['an address without a scheme', '//evil.com/y', false],
    ['backslashes', '\\\\evil.com\\y', false],
  ])('to %s keeps the credential or not', async (_name, hop, keeps) => {
    const { run, trail } = leading(hop);
    await run();
    expect(trail().at(-1)?.[1]).toBe(keeps);
  });

  it('back to the registry does not bring the credential back', async () => {
    const { run, trail } = leading('https://evil.com/1', 'https://registry.example.com/2', '/3');
    await run();
    expect(trail()).toEqual([
      [`${REGISTRY}${START}`, true],
      ['https://evil.com/1', false],
      ['https://registry.example.com/2', false],
      ['https://registry.example.com/3', false],
    ]);
  });

  it('does not take anything from the next request', async () => {
    const { run, trail } = leading('https://evil.com/1');
    await run();
    await run();
    expect(trail().map(([, signed]) => signed)).toEqual([true, false, true]);
  });

  it.each([
    ['plain HTTP', 'http://registry.example.com/y'],
    ['plain HTTP elsewhere', 'http://storage.example.net/y'],
    ['plain HTTP of this machine', 'http://127.0.0.1/y'],
    ['a file', 'file:///etc/passwd'],
    ['ftp', 'ftp://storage.example.net/y'],
    ['data', 'data:text/plain,x'],
    ['a script', 'javascript:alert(1)'],
    ['a user', 'https://user:pass@storage.example.net/y'],
    ['our host as a user', 'https://registry.example.com@evil.com/y'],
    ['no address', 'https://'],
    ['an address with a wrong port', 'https://registry.example.com:99999/'],
  ])('to %s is refused', async (_name, hop) => {
    const { run, trail } = leading(hop);
    await expect(run()).rejects.toMatchObject({ code: 'REGISTRY_UNTRUSTED' });
    expect(trail()).toHaveLength(1);
  });

  it('later in a chain to plain HTTP is refused as well', async () => {
    const { run, trail } = leading('https://storage.example.net/1', 'http://storage.example.net/2');
    await expect(run()).rejects.toMatchObject({ code: 'REGISTRY_UNTRUSTED' });
    expect(trail()).toHaveLength(2);
  });

  it('is followed ten times, and no more', async () => {
    const hops = (count: number) => Array.from({ length: count }, (_, index) => `/v2/owner/app/hop/${index}`);
    expect((await leading(...hops(10)).run()).status).toBe(200);
    const { run, trail } = leading(...hops(11));
    await expect(run()).rejects.toMatchObject({
      code: 'REGISTRY_UNTRUSTED',
      message: expect.stringContaining('more than 10'),
    });
    expect(trail()).toHaveLength(11);
  });

  it('in a circle comes to an end', async () => {
    const network = new ScriptedNetwork(({ url }) => (url.pathname === '/v2/' ? {} : to(START)));
    await expect(sessionAt(REGISTRY, network).session.send(get(START))).rejects.toMatchObject({
      code: 'REGISTRY_UNTRUSTED',
    });
  });

  it.each(['PUT', 'POST'] as const)('of a %s is never followed', async (method) => {
    const network = new ScriptedNetwork(({ url }) => (url.pathname === '/v2/' ? {} : to('https://evil.com/')));
    const request = { ...get(START), method, body: 'manifest' };
    await expect(sessionAt(REGISTRY, network).session.send(request)).rejects.toMatchObject({
      code: 'REGISTRY_UNTRUSTED',
    });
    expect(network.sentElsewhere('registry.example.com')).toBe('[]');
  });

  it('of a HEAD stays a HEAD', async () => {
    const network = new ScriptedNetwork(({ url }) =>
      url.pathname === START ? to('https://storage.example.net/x', 303) : {},
    );
    await sessionAt(REGISTRY, network).session.send({ ...get(START), method: 'HEAD' });
    expect(network.requests.at(-1)?.method).toBe('HEAD');
  });

  it('of the token service is not followed', async () => {
    const network = new ScriptedNetwork(({ url }) => {
      if (url.pathname === '/token') return to('https://evil.com/token');
      return { status: 401, headers: { 'www-authenticate': `Bearer realm="${REGISTRY}/token"` } };
    });
    await expect(sessionAt(REGISTRY, network).session.signIn()).rejects.toMatchObject({ code: 'REGISTRY_ANSWER' });
    expect(network.sentElsewhere('registry.example.com')).toBe('[]');
  });

  it('tells a 401 of a stranger nothing', async () => {
    const challenge = { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } };
    const network = new ScriptedNetwork(({ url }) => {
      if (url.host === 'evil.com') return challenge;
      return url.pathname === '/v2/' ? {} : to('https://evil.com/');
    });
    expect((await sessionAt(REGISTRY, network).session.send(get(START))).status).toBe(401);
    expect(network.sentElsewhere('registry.example.com')).not.toContain(BASIC);
  });
});

describe('thousands of graphs of redirects', () => {
  const ORIGINS = [
    REGISTRY,
    `${REGISTRY}:8443`,
    'https://cdn.example.com',
    'https://evil.com',
    'http://registry.example.com',
    'http://evil.com',
    'https://registry.example.com.evil.com',
  ];
  const node = fc.record({
    at: fc.constantFrom(...ORIGINS),
    /** Where it leads to: another node, by its number, or nowhere. */
    next: fc.option(fc.nat(7), { nil: undefined, freq: 4 }),
    status: fc.constantFrom(301, 302, 303, 307, 308),
    /** Asks for a login when it sees none. */
    asks: fc.boolean(),
  });

  it('lose no credential', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 8, maxLength: 8 }), fc.boolean(), async (nodes, tokens) => {
        const way = tokens ? `Bearer realm="${REGISTRY}/token"` : 'Basic realm="x"';
        const challenge = { status: 401, headers: { 'www-authenticate': way } };
        const script: Script = ({ url, headers }: HttpRequest) => {
          if (url.pathname === '/token') return { body: '{"token":"secret-token"}' };
          if (url.pathname === '/v2/') return headers.authorization === undefined ? challenge : {};
          const here = nodes[url.pathname === START ? 0 : Number(url.pathname.slice(1))];
          if (here?.asks && headers.authorization === undefined) return challenge;
          const next = here?.next === undefined ? undefined : nodes[here.next];
          return next === undefined ? {} : to(`${next.at}/${here?.next}`, here?.status);
        };
        const network = new ScriptedNetwork(script);
        await sessionAt(REGISTRY, network)
          .session.send(get(START))
          .catch(() => undefined);
        let hasLeft = false;
        for (const { url, headers } of network.requests) {
          // Each chain begins anew at the registry.
          if ([START, '/v2/', '/token'].includes(url.pathname)) hasLeft = false;
          hasLeft ||= originOf(url) !== originOf(new URL(REGISTRY));
          if (hasLeft && headers.authorization !== undefined) throw new Error(`a credential was sent to ${url.href}`);
          if (url.protocol !== 'https:') throw new Error(`${url.href} is not private`);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

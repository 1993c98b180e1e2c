import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ProxyEnvironment, proxyFor } from '../../../src/http/proxy.ts';

const PROXY = 'http://proxy.corp.example:3128';
const proxied = (address: string, env: ProxyEnvironment) => proxyFor(new URL(address), env)?.href;
const isDirect = (address: string, no_proxy: string) =>
  proxied(address, { https_proxy: PROXY, http_proxy: PROXY, no_proxy }) === undefined;

describe('the proxy', () => {
  it.each<readonly [string, ProxyEnvironment, string | undefined]>([
    ['none is named', {}, undefined],
    ['it is named for HTTPS', { https_proxy: PROXY }, `${PROXY}/`],
    ['it is named in capitals', { HTTPS_PROXY: PROXY }, `${PROXY}/`],
    ['it is named in both, of which small letters count', { https_proxy: PROXY, HTTPS_PROXY: 'x' }, `${PROXY}/`],
    ['the small one is empty', { https_proxy: '', HTTPS_PROXY: PROXY }, `${PROXY}/`],
    ['it is for HTTP alone', { http_proxy: PROXY }, undefined],
    ['it has no scheme', { https_proxy: 'proxy.corp.example:3128' }, `${PROXY}/`],
    ['it is an address without a scheme', { https_proxy: '10.0.0.1:3128' }, 'http://10.0.0.1:3128/'],
    ['it has a user and no scheme', { https_proxy: 'me:p%2Fw@proxy.example' }, 'http://me:p%2Fw@proxy.example/'],
    ['it has blanks around it', { https_proxy: ` ${PROXY}\n` }, `${PROXY}/`],
    ['it speaks TLS itself', { https_proxy: 'https://proxy.example' }, 'https://proxy.example/'],
  ])('where %s', (_name, env, expected) => {
    expect(proxied('https://registry.example.com/v2/', env)).toBe(expected);
  });

  it.each([
    'socks5://user:p4ss@proxy:1080',
    'ftp://p4ss@x',
    'http://user:p4ss/w@proxy:3128',
    'http://',
    'http://u%er:p4ss@x',
  ])('that cannot be used is an error without its password: %s', (https_proxy) => {
    const error = errorOf(() => proxied('https://registry.example.com/', { https_proxy }));
    expect(error).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('https_proxy') });
    expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain('p4ss');
  });

  it('is never asked for what is on this machine', () => {
    const env = { http_proxy: 'socks5://x', https_proxy: 'socks5://x' };
    for (const host of ['localhost:5000', 'LOCALHOST', 'a.localhost', '127.0.0.1:5000', '127.9.9.9', '[::1]:5000']) {
      expect(proxied(`http://${host}/`, env)).toBeUndefined();
      expect(proxied(`https://${host}/`, env)).toBeUndefined();
    }
  });
});

/** As Go's httpproxy reads it (golang.org/x/net/http/httpproxy, `proxy_test.go`), and curl. */
describe('NO_PROXY', () => {
  it.each<readonly [string, string, boolean]>([
    ['corp.example', 'https://corp.example/', true],
    ['corp.example', 'https://registry.corp.example/', true],
    ['corp.example', 'https://a.b.corp.example:8443/', true],
    ['corp.example', 'https://notcorp.example/', false],
    ['corp.example', 'https://corp.example.org/', false],
    ['Corp.Example', 'https://REGISTRY.corp.EXAMPLE/', true],
    ['.corp.example', 'https://registry.corp.example/', true],
    ['.corp.example', 'https://corp.example/', false],
    ['*.corp.example', 'https://registry.corp.example/', true],
    ['*.corp.example', 'https://corp.example/', false],
    ['*', 'https://anything.example/', true],
    ['a.example, *', 'https://anything.example/', true],
    ['a.example,corp.example', 'https://corp.example/', true],
    ['a.example corp.example', 'https://corp.example/', true],
    [' a.example ,\tcorp.example ', 'https://corp.example/', true],
    [',,', 'https://corp.example/', false],
    ['corp.example:443', 'https://corp.example/', true],
    ['corp.example:8443', 'https://corp.example/', false],
    ['corp.example:8443', 'https://registry.corp.example:8443/', true],
    ['corp.example:80', 'http://corp.example/', true],
    ['10.0.0.0/8', 'https://10.1.2.3:5000/', true],
    ['10.0.0.0/8', 'https://11.1.2.3/', false],
    ['10.0.0.0/8', 'https://10.example/', false],
    ['0.0.0.0/0', 'https://11.1.2.3/', true],
    ['10.0.0.0/33', 'https://10.0.0.0/', false],
    ['10.0.0.0/x', 'https://10.0.0.0/', false],
    ['fd00::/8', 'https://[fd12::1]/', true],
    ['fd00::/8', 'https://[fe80::1]/', false],
    ['fd00::/8', 'https://10.0.0.1/', false],
    ['10.1.2.3', 'https://10.1.2.3/', true],
    ['10.1.2.3', 'https://10.1.2.33/', false],
    ['10.1.2.3:5000', 'https://10.1.2.3:5000/', true],
    ['10.1.2.3:5000', 'https://10.1.2.3/', false],
    ['fd12::1', 'https://[fd12::1]:5000/', true],
    ['[fd12::1]:5000', 'https://[fd12::1]:5000/', true],
    ['[fd12::1]:5000', 'https://[fd12::1]/', false],
    ['FD12:0::1', 'https://[fd12::1]/', true],
  ])('of "%s" lets %s pass the proxy by: %s', (list, address, expected) => {
    expect(isDirect(address, list)).toBe(expected);
  });

  it('is read in capitals where the small one is empty', () => {
    const env = { https_proxy: PROXY, no_proxy: '', NO_PROXY: 'corp.example' };
    expect(proxied('https://registry.corp.example/', env)).toBeUndefined();
  });

  it('covers a name and what is below it, whole labels only', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const name = fc.array(label, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(name, name, (entry, host) => {
        const tail = host.slice(-entry.length).join('.') === entry.join('.') && host.length >= entry.length;
        expect(isDirect(`https://${host.join('.')}/`, entry.join('.'))).toBe(tail);
        expect(isDirect(`https://${[...host, ...entry].join('.')}/`, entry.join('.'))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes any list without failing', () => {
    fc.assert(
      fc.property(fc.string(), (list) => {
        expect(typeof isDirect('https://registry.example.com/', list)).toBe('boolean');
      }),
      { numRuns: 5000 },
    );
  });
});

function errorOf(act: () => unknown): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  }
}

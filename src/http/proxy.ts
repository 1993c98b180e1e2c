import { BlockList, isIP } from 'node:net';
import { ActionError } from '../errors.ts';

/** The environment variables about proxies. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * proxyEnvironment picks the variables about proxies by name: a copy of the whole environment would read every secret
 * in it.
 */
export function proxyEnvironment(): ProxyEnvironment {
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = process.env;
  return { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY };
}

/**
 * proxyFor tells which proxy an address is reached through; undefined if directly. Addresses on this machine need no
 * proxy, as for docker: a registry here may speak plain HTTP, and a proxy would see its credential. Throws
 * INPUT_INVALID for an unusable proxy: to go around it may be what the network must prevent.
 */
export function proxyFor(url: URL, env: ProxyEnvironment): URL | undefined {
  const names = url.protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
  const name = names.find((each) => env[each]);
  if (name === undefined) return undefined;
  if (isHere(hostOf(url)) || isExempt(url, env.no_proxy || env.NO_PROXY || '')) return undefined;
  return parseProxy(name, env[name] ?? '');
}

/** A proxy's address as curl and Go read it: without a scheme, it is HTTP. An address that is wrong is not quoted. */
function parseProxy(name: string, text: string): URL {
  const trimmed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`);
  if (url === null || url.hostname === '' || !isDecodable(url))
    throw unusable(`The environment variable ${name} is not the address of a proxy.`);
  if (url.protocol === 'http:' || url.protocol === 'https:') return url;
  throw unusable(`The environment variable ${name} names a proxy of another kind, "${url.protocol}//".`);
}

function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}${password}`);
    return true;
  } catch {
    return false;
  }
}

function unusable(problem: string): ActionError {
  return new ActionError('INPUT_INVALID', problem, {
    hint:
      'Set it to the address of an HTTP proxy, for example "http://proxy.corp.example:3128"; URL-encode a user name and ' +
      'password in it ("/" is %2F). Add hosts that need no proxy to NO_PROXY.',
  });
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '').toLowerCase();
}

function isHere(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

/**
 * isExempt reads NO_PROXY as Go and docker do. Names also cover the names below them (with a dot or `*.` before them,
 * only those). Addresses may be a network, both may have a port, and `*` is everything.
 */
function isExempt(url: URL, list: string): boolean {
  const host = hostOf(url);
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry === '*' || covers(entry, host, port));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry.includes('/')) return isInNetwork(entry, host);
  const { name, only } = withPort(entry);
  if (name === '' || (only !== undefined && only !== port)) return false;
  if (isIP(name) !== 0) return isIP(host) !== 0 && isInNetwork(`${name}/${isIP(name) === 4 ? 32 : 128}`, host);
  const suffix = name.replace(/^\*?(?=\.)/, '');
  return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}

/** An entry without its port, and the port. An IPv6 address contains colons, and has brackets if a port follows. */
function withPort(entry: string): { readonly name: string; readonly only: string | undefined } {
  const bare = (name: string) => name.replace(/^\[|\]$/g, '');
  if (isIP(bare(entry)) !== 0) return { name: bare(entry), only: undefined };
  const [, name = entry, only] = /^(.*):(\d+)$/.exec(entry) ?? [];
  return { name: bare(name), only };
}

function isInNetwork(entry: string, host: string): boolean {
  const [network = '', prefix = ''] = entry.split('/');
  const family = isIP(network);
  if (family === 0 || isIP(host) !== family || !/^\d{1,3}$/.test(prefix)) return false;
  if (Number(prefix) > (family === 4 ? 32 : 128)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
  return list.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

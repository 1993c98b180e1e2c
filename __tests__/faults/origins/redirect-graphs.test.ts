import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HttpRequest, HttpStream } from '../../../src/http/http.ts';
import { originOf } from '../../../src/registry/endpoint.ts';
import { Session } from '../../../src/registry/session.ts';
import { Secret } from '../../../src/secret/secret.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { tell } from '../step/figures.ts';

const REGISTRY = 'https://registry.example:5000';
/** Where a hop may lead: the registry itself, and all that differs from it in one thing or in many. */
const ORIGINS = [
  REGISTRY,
  REGISTRY,
  'https://registry.example',
  'https://registry.example:5001',
  'https://REGISTRY.example:5000',
  'http://registry.example:5000',
  'https://registry.example.:5000',
  'https://cdn.example',
  'https://cdn.example:5000',
  'http://cdn.example',
  'https://user@registry.example:5000',
  'https://10.0.0.1',
  'https://[::1]:5000',
  'ftp://registry.example:5000',
] as const;
const STATUSES = [301, 302, 303, 307, 308, 301, 302, 307, 300, 304, 305, 306, 200, 401, 404] as const;

/** A node answers with a status and, where that is a redirect, the node and the form of the address to go to. */
type Node = { readonly origin: number; readonly status: number; readonly next: number; readonly form: number };

const node: fc.Arbitrary<Node> = fc.record({
  origin: fc.nat(ORIGINS.length - 1),
  status: fc.nat(STATUSES.length - 1),
  next: fc.nat(7),
  form: fc.nat(3),
});
const graphs = fc.array(node, { minLength: 1, maxLength: 8 });
/** No redirect leads to this address, so a request to it is the first of a chain. */
const BEGIN = '/0?begin';
const METHODS = ['GET', 'GET', 'HEAD', 'PUT'] as const;

/** How an address may be written in a Location. */
function written(base: string, path: string, form: number): string {
  const url = `${base}${path}`;
  if (form === 1 && base === REGISTRY) return path;
  if (form === 2) return url.replace(/^https?:/, '');
  if (form === 3) return `${url}#fragment`;
  return url;
}

/** A network in memory: it answers by the graph, and notes what would have been sent where. */
class GraphNetwork {
  sent: { readonly url: URL; readonly authorization: string | undefined }[] = [];
  graph: readonly Node[] = [];
  readonly #challenge: string | undefined;

  constructor(challenge: string | undefined) {
    this.#challenge = challenge;
  }

  readonly open = async ({ url, headers }: HttpRequest): Promise<HttpStream> => {
    this.sent.push({ url, authorization: headers.authorization });
    if (url.pathname === '/v2/') return answer(...this.#ping(headers.authorization));
    if (url.pathname === '/token') return answer(200, {}, '{"token":"bearer-secret"}');
    const { status, next, form } = this.graph[Number(url.pathname.slice(1))] ?? { status: 12, next: 0, form: 0 };
    const target = next % this.graph.length;
    const base = ORIGINS[this.graph[target]?.origin ?? 0] ?? '';
    return answer(STATUSES[status] ?? 200, { location: written(base, `/${target}`, form) });
  };

  #ping(authorization: string | undefined): [number, Record<string, string>] {
    if (this.#challenge === undefined || authorization !== undefined) return [200, {}];
    return [401, { 'www-authenticate': this.#challenge }];
  }
}

function answer(status: number, headers: Record<string, string>, text = ''): HttpStream {
  const body = (async function* () {
    if (text !== '') yield Buffer.from(text);
  })();
  return { status, headers, body, cancel: () => {} };
}

function sessionOver(network: GraphNetwork): Session {
  return new Session({
    network,
    account: {
      registry: new URL(REGISTRY),
      credential: async () => ({ username: 'ci-bot', password: new Secret('the-password') }),
      scope: 'repository:team/app:pull,push',
      authHosts: [],
    },
    clock: systemClock,
    signal: new AbortController().signal,
    mask: () => {},
    onHead: () => {},
  });
}

/** What of this chain should not have been sent. */
function judge(chain: GraphNetwork['sent'], method: string): string | undefined {
  let hasLeft = false;
  for (const [at, { url, authorization }] of chain.entries()) {
    if (at > 0 && url.protocol !== 'https:') return `went on to ${url.protocol}`;
    if (url.username !== '') return 'went on to an address with a user';
    hasLeft ||= originOf(url) !== originOf(new URL(REGISTRY));
    if (hasLeft && authorization !== undefined) return `${url.origin} was sent ${authorization}`;
    if (hasLeft && method === 'PUT') return `${url.origin} was written to`;
  }
  return chain.length > 11 ? `${chain.length} requests in one chain` : undefined;
}

const SIGN_INS = {
  none: undefined,
  basic: 'Basic realm="r"',
  bearer: `Bearer realm="${REGISTRY}/token",service="r"`,
} as const;
const RUNS = 50_000;
let chains = 0;

describe('random redirects', () => {
  test.each(Object.entries(SIGN_INS))('send nothing of the credential to another origin: %s', async (_, challenge) => {
    const network = new GraphNetwork(challenge);
    const session = sessionOver(network);
    await session.signIn();
    const property = fc.asyncProperty(graphs, fc.constantFrom(...METHODS), async (graph, method) => {
      network.graph = graph.map((each, at) => (at === 0 ? { ...each, origin: 0 } : each));
      network.sent = [];
      // A chain may end in an answer or in a refusal to go on: what counts is what was sent.
      await session.sendOnce({ method, path: BEGIN, headers: {}, limit: 0 }).catch(() => undefined);
      chains += 1;
      // A 401 has the session sign in anew, and begin anew: each beginning is a chain of its own.
      for (const chain of split(network.sent)) expect(judge(chain, method)).toBeUndefined();
    });
    await fc.assert(property, { numRuns: Math.ceil(RUNS / 3) });
  });

  test('are sent the credential as long as they stay at home', async () => {
    const network = new GraphNetwork(SIGN_INS.basic);
    const session = sessionOver(network);
    network.graph = [
      { origin: 0, status: 0, next: 1, form: 1 },
      { origin: 4, status: 12, next: 0, form: 0 },
    ];
    await session.sendOnce({ method: 'GET', path: BEGIN, headers: {}, limit: 0 });
    const signed = network.sent.map(({ url, authorization }) => [url.pathname, authorization !== undefined]);
    expect(signed).toEqual([
      ['/v2/', false],
      ['/0', true],
      ['/1', true],
    ]);
  });

  afterAll(() => tell('Random redirect graphs, no byte of a credential at another origin', chains));
});

function split(sent: GraphNetwork['sent']): readonly GraphNetwork['sent'][] {
  const found: { url: URL; authorization: string | undefined }[][] = [];
  for (const each of sent) {
    if (['/v2/', '/token'].includes(each.url.pathname)) continue;
    if (`${each.url.pathname}${each.url.search}` === BEGIN) found.push([]);
    found.at(-1)?.push(each);
  }
  return found;
}

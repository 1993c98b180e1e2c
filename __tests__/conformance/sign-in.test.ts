/** Who is let in, and what a registry says of how to get in: what the distribution project does, and our double of it. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../doubles/registry/digest.ts';
import { startRegistry } from '../doubles/registry/start-registry.ts';
import { type Registry, services } from '../doubles/services.ts';
import { basic, bearer, type Reply, send, tokenFor } from './support/raw-client.ts';

/** A registry whose credential may pull from and push to `team/app`. */
type Opened = AsyncDisposable & { readonly registry: Registry };
type Kind = 'basic' | 'token';
type Place = { readonly name: string; readonly kind: Kind; readonly start: () => Promise<Opened> };

const running = services();
const real: readonly Place[] =
  running === undefined
    ? []
    : (
        [
          ['distribution 2.8', 'basic', running.servers['distribution-2']],
          ['distribution 3', 'basic', running.servers['distribution-3']],
          ['distribution 2.8', 'token', running.registries.token],
          ['distribution 3', 'token', running.servers['distribution-3-token']],
        ] as const
      ).map(([name, kind, registry]) => ({
        name,
        kind,
        start: async () => ({ registry, [Symbol.asyncDispose]: async () => {} }),
      }));

const credential = { username: 'ci', password: 'pu$h "t0ken' };
const users = { ci: { password: credential.password, access: { 'team/app': ['pull', 'push'] } } } as const;
const doubles: readonly Place[] = (['distribution', 'distribution-3'] as const).flatMap((personality) =>
  (['basic', 'token'] as const).map((kind) => ({
    name: `our ${personality}`,
    kind,
    start: async () => {
      const opened = await startRegistry({ personality, auth: { kind, users } });
      const registry: Registry = { ...credential, host: opened.host, scheme: 'http', ca: null };
      return { registry, [Symbol.asyncDispose]: () => opened.close() };
    },
  })),
);

/** Asks one registry, with what its challenge of `/v2/` says. */
class Door {
  readonly #registry: Registry;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  get login(): Record<string, string> {
    return basic(this.#registry.username, this.#registry.password);
  }

  get wrong(): Record<string, string> {
    return basic(this.#registry.username, 'wrong');
  }

  ask(method: string, path: string, headers: Record<string, string> = {}): Promise<Reply> {
    const { scheme, host } = this.#registry;
    return send(method, `${scheme}://${host}${path}`, { headers, ...this.#trust });
  }

  async token(...scopes: readonly string[]): Promise<Record<string, string>> {
    const { headers } = await this.ask('GET', '/v2/');
    const challenge = headers['www-authenticate'] ?? '';
    return bearer(await tokenFor(challenge, { scopes, headers: this.login, ...this.#trust }));
  }

  get #trust(): { ca?: string } {
    const { ca } = this.#registry;
    return ca === null ? {} : { ca: readFileSync(ca, 'utf8') };
  }
}

/** The status, the code, and the challenge, whose realm and service each registry names in its own way. */
function told(reply: Reply): string {
  const challenge = reply.headers['www-authenticate'] ?? '';
  const shown = challenge
    .replace(/realm="[^"]*"/, 'realm')
    .replace(/service="[^"]*"/, 'service')
    .replace(/scope="([^"]*)"/, (_, scopes: string) => `scope="${inOrder(scopes)}"`);
  return [reply.status, reply.status < 400 ? undefined : reply.code(), shown].filter(Boolean).join(' ');
}

/** distribution names several scopes, and the actions of each, in whatever order its maps have them. */
function inOrder(scopes: string): string {
  return scopes
    .split(' ')
    .map((scope) => scope.replace(/[^:]*$/, (actions) => actions.split(',').toSorted().join(',')))
    .toSorted()
    .join(' ');
}

type Row = readonly [what: string, ask: (door: Door) => Promise<Reply>, says: string];

const UPLOADS = '/v2/team/app/blobs/uploads/';
const MANIFEST = `/v2/team/app/manifests/${sha256('absent')}`;

const ROWS: Readonly<Record<Kind, readonly Row[]>> = {
  basic: [
    ['nobody at all', (door) => door.ask('GET', '/v2/'), '401 UNAUTHORIZED Basic realm'],
    ['nobody who pushes', (door) => door.ask('POST', UPLOADS), '401 UNAUTHORIZED Basic realm'],
    ['the right password', (door) => door.ask('GET', '/v2/', door.login), '200'],
    ['a wrong password', (door) => door.ask('GET', '/v2/', door.wrong), '401 UNAUTHORIZED Basic realm'],
    ['an unknown user', (door) => door.ask('GET', '/v2/', basic('nobody', 'x')), '401 UNAUTHORIZED Basic realm'],
    [
      'what is no user and password',
      (door) => door.ask('GET', '/v2/', { authorization: `Basic ${Buffer.from('ci').toString('base64')}` }),
      '401 UNAUTHORIZED Basic realm',
    ],
    ['who may push', (door) => door.ask('POST', UPLOADS, door.login), '202'],
  ],
  token: [
    ['nobody at all', (door) => door.ask('GET', '/v2/'), '401 UNAUTHORIZED Bearer realm,service'],
    [
      'nobody who pushes',
      (door) => door.ask('POST', UPLOADS),
      '401 UNAUTHORIZED Bearer realm,service,scope="repository:team/app:pull,push"',
    ],
    [
      'nobody who pulls',
      (door) => door.ask('GET', MANIFEST),
      '401 UNAUTHORIZED Bearer realm,service,scope="repository:team/app:pull"',
    ],
    [
      'nobody who deletes',
      (door) => door.ask('DELETE', MANIFEST),
      '401 UNAUTHORIZED Bearer realm,service,scope="repository:team/app:delete"',
    ],
    [
      'nobody who mounts',
      (door) => door.ask('POST', `${UPLOADS}?mount=${sha256('absent')}&from=team/base`),
      '401 UNAUTHORIZED Bearer realm,service,scope="repository:team/app:pull,push repository:team/base:pull"',
    ],
    [
      'nobody who asks for all names',
      (door) => door.ask('GET', '/v2/_catalog'),
      '401 UNAUTHORIZED Bearer realm,service,scope="registry:catalog:*"',
    ],
    ['a token', async (door) => door.ask('GET', '/v2/', await door.token()), '200'],
    [
      'a token that nobody gave',
      (door) => door.ask('GET', '/v2/', bearer('made.up.token')),
      '401 UNAUTHORIZED Bearer realm,service,error="invalid_token"',
    ],
    [
      'a token to push',
      async (door) => door.ask('POST', UPLOADS, await door.token('repository:team/app:pull,push')),
      '202',
    ],
    [
      'a token to pull, for a push',
      async (door) => door.ask('POST', UPLOADS, await door.token('repository:team/app:pull')),
      '401 UNAUTHORIZED Bearer realm,service,scope="repository:team/app:pull,push",error="insufficient_scope"',
    ],
    [
      'a token for more than the user may do',
      async (door) => door.ask('DELETE', MANIFEST, await door.token('repository:team/app:pull,push,delete')),
      '401 UNAUTHORIZED Bearer realm,service,scope="repository:team/app:delete",error="insufficient_scope"',
    ],
  ],
};

describe.each([...real, ...doubles])('$name ($kind) says to', ({ kind, start }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await start();
  });
  afterAll(async () => {
    await opened[Symbol.asyncDispose]();
  });

  it.each(ROWS[kind])('%s', async (_what, ask, says) => {
    expect(told(await ask(new Door(opened.registry)))).toBe(says);
  });
});

/** Connections that are opened ahead of their requests, at servers that count them, close them, or talk into them. */
import { EventEmitter, once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { httpClient } from '../../../src/http/client.ts';
import { type HttpClient, type HttpRequest, readAnswer } from '../../../src/http/http.ts';
import type { Timer } from '../../../src/time/clock.ts';
import { makeCertificates } from '../../doubles/registry/certificates.ts';

const AHEAD = 3;
/** A request that is made once. */
const PUT = { method: 'PUT', stores: true, body: 'x' } as const;
const certificates = makeCertificates();

type Server = {
  readonly origin: string;
  /** Connections so far, in their order; over TLS, once they have shaken hands. */
  readonly sockets: readonly Socket[];
  /** Resolves when there have been so many connections. */
  readonly connected: (count: number) => Promise<void>;
};

let stack: AsyncDisposableStack;
let client: HttpClient;
let rings: Map<() => void, number>;
/** Time passes when the test says so. */
const timer: Timer = (milliseconds, ring) => {
  rings.set(ring, milliseconds);
  return () => rings.delete(ring);
};
beforeEach(() => {
  stack = new AsyncDisposableStack();
  rings = new Map();
  client = httpClient({
    trust: createSecureContext({ ca: certificates.ca }),
    signal: new AbortController().signal,
    timer,
  });
});
afterEach(async () => {
  client.close();
  await stack.disposeAsync();
});

async function serve(answer: RequestListener, isSecure = false): Promise<Server> {
  const server = isSecure ? createSecureServer(certificates, answer) : createServer(answer);
  const sockets: Socket[] = [];
  const more = new EventEmitter();
  server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    more.emit('more');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}`,
    sockets,
    connected: async (count) => {
      while (sockets.length < count) await once(more, 'more');
    },
  };
}

async function ask(origin: string, request: Partial<HttpRequest> = {}): Promise<string> {
  const answer = await client.open({ method: 'GET', url: new URL(origin), headers: {}, limit: 1000, ...request });
  return Buffer.from((await readAnswer(answer)).body).toString();
}

/** Answers when so many requests are waiting: they cannot share a connection. */
function together(count: number): RequestListener {
  const waiting: (() => void)[] = [];
  return (request, response) => {
    if (request.url === '/first') {
      response.end('first');
      return;
    }
    waiting.push(() => response.end(request.url));
    if (waiting.length === count) for (const go of waiting.splice(0)) go();
  };
}

describe('a request that others will follow', () => {
  it.each([
    ['HTTP', false],
    ['TLS', true],
  ])('opens their connections with its own (%s)', async (_, isSecure) => {
    const server = await serve(together(1 + AHEAD), isSecure);
    expect(await ask(`${server.origin}/first`, { ahead: AHEAD })).toBe('first');
    await server.connected(1 + AHEAD);
    const paths = ['/1', '/2', '/3', '/4'];
    expect(await Promise.all(paths.map((path) => ask(server.origin + path)))).toEqual(paths);
    expect(server.sockets).toHaveLength(1 + AHEAD);
  });

  it('opens none if it needs no connection itself', async () => {
    const server = await serve((_, response) => response.end());
    await ask(server.origin);
    await ask(server.origin, { ahead: AHEAD });
    await ask(server.origin);
    expect(server.sockets).toHaveLength(1);
  });

  it('opens them once, and not again when its connection is closed while requests wait', async () => {
    const all = 8;
    const held: (() => void)[] = [];
    const server = await serve((request, response) => {
      if (request.url === '/settled') {
        response.end();
        return;
      }
      response.setHeader('connection', 'close');
      // First only the request that opened them is answered: its connection is closed while the last one waits.
      const go = () => response.end(request.url);
      if (request.url === '/') held.unshift(go);
      else held.push(go);
      const isFirst = server.sockets.length === all;
      if (held.length === all) for (const each of held.splice(0, isFirst ? 1 : all)) each();
    });
    const paths = Array.from({ length: all }, (_, index) => `/${index}`);
    const asked = [ask(server.origin, { ahead: AHEAD }), ...paths.map((path) => ask(server.origin + path))];
    expect(await Promise.all(asked)).toEqual(['/', ...paths]);
    for (let turn = 0; turn < 5; turn++) await ask(`${server.origin}/settled`);
    expect(server.sockets).toHaveLength(asked.length + 1);
  });

  it('opens only those that are missing if it is made again', async () => {
    const server = await serve((request, response) => {
      response.setHeader('connection', 'close');
      response.end(request.url);
    });
    for (let turn = 0; turn < 3; turn++) {
      await ask(server.origin, { ahead: AHEAD });
      await server.connected(1 + turn + AHEAD);
    }
    for (let turn = 0; turn < AHEAD; turn++) await ask(server.origin);
    expect(server.sockets).toHaveLength(3 + AHEAD);
  });
});

describe('a connection that was opened ahead', () => {
  /** The first request has its answer, and the others have a connection. */
  async function prepared(answer: RequestListener): Promise<Server> {
    const server = await serve(answer);
    await ask(`${server.origin}/first`, { ahead: AHEAD });
    await server.connected(1 + AHEAD);
    return server;
  }
  const closed = (sockets: readonly Socket[]) => Promise.all(sockets.map((socket) => once(socket, 'close')));
  /** Timers of prepared connections: those of requests are longer. */
  const waits = () => [...rings.values()].filter((milliseconds) => milliseconds <= 3_000);
  /** What the server wrote has arrived: an answer on the first connection came after it. */
  const settled = async ({ origin }: Server) => {
    for (let turn = 0; turn < 5; turn++) await ask(`${origin}/first`);
  };

  it('is not used if the server has closed it', async () => {
    const server = await prepared(together(2));
    const gone = server.sockets.slice(1);
    for (const socket of gone) socket.end();
    await settled(server);
    const asked = [ask(`${server.origin}/1`, PUT), ask(`${server.origin}/2`, PUT)];
    expect(await Promise.all(asked)).toEqual(['/1', '/2']);
  });

  it('is not used if the server has written into it: that answers no request', async () => {
    const server = await prepared(together(2));
    for (const socket of server.sockets.slice(1)) socket.write('HTTP/1.0 408 Request Time-out\r\n\r\ntoo late');
    await settled(server);
    expect(await Promise.all([ask(`${server.origin}/1`), ask(`${server.origin}/2`)])).toEqual(['/1', '/2']);
  });

  /** A server that resets each prepared connection at its first request, while the first connection is in use. */
  async function resetting(): Promise<Server> {
    const server = await prepared((request, response) => {
      if (request.url !== '/held') response.end(request.url);
    });
    for (const socket of server.sockets.slice(1)) socket.prependOnceListener('data', () => socket.resetAndDestroy());
    void ask(`${server.origin}/held`).catch(() => undefined);
    return server;
  }

  it('may be closed just when it is used: the request is made again', async () => {
    const { origin } = await resetting();
    expect(await ask(`${origin}/1`)).toBe('/1');
  });

  it('may be closed just when it is used: what stores something is not made again', async () => {
    const { origin } = await resetting();
    await expect(ask(`${origin}/1`, PUT)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('is tried once: a server that resets every request is given up', async () => {
    const { origin } = await serve((request) => request.socket.resetAndDestroy());
    for (let count = 0; count < 3; count++) {
      await expect(ask(origin, { ahead: AHEAD })).rejects.toMatchObject({ code: 'ECONNRESET' });
    }
  });

  it('is closed if no request comes in time', async () => {
    const server = await prepared((_, response) => response.end());
    const gone = closed(server.sockets.slice(1));
    for (const [ring, milliseconds] of rings) if (milliseconds <= 3_000) ring();
    await gone;
    expect(server.sockets[0]?.destroyed).toBe(false);
  });

  it('is closed with the client', async () => {
    const server = await prepared((_, response) => response.end());
    const gone = closed(server.sockets);
    client.close();
    await gone;
    expect(waits()).toEqual([]);
  });

  it.each([1, 12])('is not replaced if the client is closed while %i requests have no answer', async (count) => {
    const { origin } = await prepared((request, response) => {
      if (request.url === '/first') response.end();
    });
    const asked = Array.from({ length: count }, (_, index) => ask(`${origin}/${index}`));
    client.close();
    for (const each of await Promise.allSettled(asked)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { isTransient: false } });
    }
  });

  it('leaves no timer, which would keep the process alive, if it could not be used', async () => {
    const server = await prepared((_, response) => response.end());
    for (const socket of server.sockets.slice(1)) socket.write('HTTP/1.0 408 Request Time-out\r\n\r\n');
    await settled(server);
    await Promise.all([ask(server.origin), ask(server.origin)]);
    client.close();
    expect(waits()).toEqual([]);
  });

  it('is not missed if it fails', async () => {
    const server = await serve(together(2));
    const first = ask(`${server.origin}/first`, { ahead: AHEAD });
    await server.connected(1);
    expect(await first).toBe('first');
    await server.connected(1 + AHEAD);
    for (const socket of server.sockets.slice(1)) socket.resetAndDestroy();
    await settled(server);
    expect(await Promise.all([ask(`${server.origin}/1`), ask(`${server.origin}/2`)])).toEqual(['/1', '/2']);
  });

  it('fails in silence where the certificate is not trusted, as its request does aloud', async () => {
    client.close();
    client = httpClient({ trust: createSecureContext(), signal: new AbortController().signal, timer });
    const server = await serve((_, response) => response.end('secret'), true);
    await expect(ask(server.origin, { ahead: AHEAD })).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|SIGNATURE|ISSUER/),
    });
  });
});

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { deliver } from './delivery.ts';
import { type Answer, type Exchange, type RecordedRequest, RequestBody } from './exchange.ts';
import { type Route, routeOf } from './grammar.ts';
import { handle } from './handle.ts';
import { refusalAnswer } from './refusals.ts';
import type { Violation } from './violations.ts';
import type { World } from './world.ts';

export type Listening = {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Address to listen on; the loopback by default. */
  readonly address?: string;
  readonly port?: number;
  /** How clients call it, where that is not the address. */
  readonly hostname?: string;
};

type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer };

const TLS_HANDSHAKE = 0x16;

export type Journal = { readonly requests: RecordedRequest[]; readonly violations: Violation[] };

/** One listener of a registry: the registry itself, or its token service. */
export class Front {
  readonly #world: World;
  readonly #journal: Journal;
  readonly #routeOf: (path: string) => Route;
  #server: Server | undefined;
  #origin = '';

  constructor(world: World, journal: Journal, route: (path: string) => Route) {
    this.#world = world;
    this.#journal = journal;
    this.#routeOf = route;
  }

  async listen({ tls, address = '127.0.0.1', port = 0, hostname = address }: Listening): Promise<string> {
    const listener = (request: IncomingMessage, response: ServerResponse): void => void this.#serve(request, response);
    // Idle connections stay open: a server that closes them would mix its own races into the tests.
    const settings = { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 };
    const server =
      tls === undefined
        ? createServer(settings, listener)
        : createSecureServer({ ...settings, key: tls.key, cert: tls.cert }, listener);
    server.on('clientError', (error: ClientError, socket) => this.#refuseBytes(error, socket));
    server.listen(port, address);
    await once(server, 'listening');
    this.#server = server;
    const host = hostname.includes(':') ? `[${hostname}]` : hostname;
    this.#origin = `${tls === undefined ? 'http' : 'https'}://${host}:${(server.address() as AddressInfo).port}`;
    return this.#origin;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined || !server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  /** A client that tries TLS first, or that went away, does nothing wrong; anything else that is not HTTP is. */
  #refuseBytes({ code = '', rawPacket }: ClientError, socket: Duplex): void {
    const hello = rawPacket?.[0] === TLS_HANDSHAKE;
    if (code.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE' && !hello) {
      this.#journal.violations.push({ rule: 'http', message: `not an HTTP request: ${code}` });
    }
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Clients go away, and some faults make them: what this costs is one exchange, never the process.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    const exchange = this.#exchangeOf(request);
    try {
      const answer = await handle(this.#world, exchange);
      if (answer.early !== true && answer.delivery?.kind !== 'reset') await exchange.body.drain();
      exchange.record.status = answer.status;
      await deliver(answer, response, request.method === 'HEAD', this.#world.closing);
      if (answer.early === true) cutAfter(response);
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      exchange.violation(
        'double',
        `the registry double failed: ${error instanceof Error ? error.stack : String(error)}`,
      );
      response.destroy();
    }
  }

  #exchangeOf(request: IncomingMessage): Exchange {
    const target = request.url ?? '/';
    const cut = target.indexOf('?');
    const path = cut < 0 ? target : target.slice(0, cut);
    const query = new URLSearchParams(cut < 0 ? '' : target.slice(cut + 1));
    const route = this.#routeOf(path);
    const { authorization } = request.headers;
    const record: RecordedRequest = {
      method: request.method ?? '',
      target,
      path,
      query,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      authorization,
      kind: route.kind,
      repository: route.repository,
      reference: route.reference,
      origin: this.#origin,
      bodyBytes: 0,
      body: Buffer.alloc(0),
      status: undefined,
      fault: undefined,
    };
    this.#journal.requests.push(record);
    return {
      method: record.method,
      target,
      path,
      query,
      route,
      headers: request.headers,
      origin: this.#origin,
      body: new RequestBody(request, record),
      effects: { store: (bytes) => bytes },
      access: undefined,
      record,
      violation: (rule, message) => void this.#journal.violations.push({ rule, message, request: record }),
      refuse: (situation, facts = {}): Answer => refusalAnswer(this.#world.personality.refusals[situation], facts),
    };
  }
}

/** An early answer ends the connection while the client is still sending. */
function cutAfter(response: ServerResponse): void {
  if (response.writableFinished) response.socket?.destroySoon();
  else response.once('finish', () => response.socket?.destroySoon());
}

export function routesOf(own: boolean, tokenPath: string | undefined): (path: string) => Route {
  return (path) => {
    const route = routeOf(path, tokenPath);
    return own || route.kind === 'token' ? route : { kind: 'unknown' };
  };
}

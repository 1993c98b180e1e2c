import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** One request as a stranger's server saw it, to the last byte. */
export type Caught = {
  readonly method: string;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  body: Buffer;
};

export type ScriptedAnswer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
};

export type ListenerOptions = {
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly address?: string;
  readonly port?: number;
  readonly hostname?: string;
  /** 404 to everything, if it is left out. */
  readonly answer?: ScriptedAnswer | ((request: Caught) => ScriptedAnswer);
};

export type Listener = AsyncDisposable & {
  readonly host: string;
  readonly origin: string;
  readonly requests: readonly Caught[];
  /** Connections, also those that never sent a request. */
  readonly connections: number;
  /** Everything that came in over plain connections, so that nothing hides from a search. */
  readonly received: Buffer;
  answer(answer: ScriptedAnswer | ((request: Caught) => ScriptedAnswer)): void;
  /** The secrets, in any of the forms in which they travel, that reached this origin. */
  leaks(secrets: readonly string[]): string[];
  close(): Promise<void>;
};

/** A foreign origin: it answers as it is told and remembers all that reaches it. */
export async function startListener(options: ListenerOptions = {}): Promise<Listener> {
  const { tls, address = '127.0.0.1', port = 0, hostname = address } = options;
  let script = options.answer ?? { status: 404 };
  const requests: Caught[] = [];
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const counts = { connections: 0 };
  const serve = (request: IncomingMessage, response: ServerResponse): void =>
    void record(request, requests).then((caught) => {
      const { status = 200, headers = {}, body = '' } = typeof script === 'function' ? script(caught) : script;
      if (response.destroyed) return;
      response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body);
    });
  const server = tls === undefined ? createServer(serve) : createSecureServer({ key: tls.key, cert: tls.cert }, serve);
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    socket.on('data', (bytes: Buffer) => received.push(bytes));
  });
  server.on('connection', (socket: Socket) => {
    counts.connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(port, address);
  await once(server, 'listening');
  const host = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    host,
    origin: `${tls === undefined ? 'http' : 'https'}://${host}`,
    requests,
    get connections() {
      return counts.connections;
    },
    get received() {
      return Buffer.concat(received);
    },
    answer: (next) => {
      script = next;
    },
    leaks: (secrets) => leaksIn(Buffer.concat(received), secrets),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function record(request: IncomingMessage, requests: Caught[]): Promise<Caught> {
  const { method = '', url: target = '', headers, rawHeaders } = request;
  const caught: Caught = { method, target, headers, rawHeaders, body: Buffer.alloc(0) };
  requests.push(caught);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    // The client went away; what had come is kept.
  }
  caught.body = Buffer.concat(chunks);
  return caught;
}

/** Which secrets occur in these bytes: as they are, URL-encoded, or in base64 at any alignment. */
export function leaksIn(bytes: Buffer, secrets: readonly string[]): string[] {
  const haystack = bytes.toString('latin1');
  return secrets.filter((secret) => encodingsOf(secret).some((form) => haystack.includes(form)));
}

function encodingsOf(secret: string): string[] {
  const raw = Buffer.from(secret);
  const aligned = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), raw])
      .toString('base64')
      .replaceAll('=', '');
    // The first characters carry bits of what stood before the secret, the last ones of what follows it.
    const start = shift === 0 ? 0 : shift + 1;
    const end = ((shift + raw.length) * 8) % 6 === 0 ? text.length : text.length - 1;
    return text.slice(start, end);
  });
  const base64 = aligned.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
  const url = [encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1)];
  return [...new Set([raw.toString('latin1'), raw.toString('hex'), ...base64, ...url])];
}

import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, type SecureContext } from 'node:tls';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import {
  type Caught,
  type Listener,
  leaksIn,
  type ScriptedAnswer,
  startListener,
} from '../../doubles/registry/listener.ts';
import { type Registry, type RegistryOptions, startRegistry } from '../../doubles/registry/start-registry.ts';

/**
 * Hosts with public names and addresses, all of them in this process: the only way there is a proxy, which is named in
 * the environment, and takes whoever connects to a host to a server here that has a certificate for it.
 */
export type Internet = AsyncDisposable & {
  readonly trust: SecureContext;
  /** Every `host:port` that anyone wanted to connect to through TLS, and every address asked for without. */
  readonly contacted: readonly string[];
  /** startRegistry puts a registry onto a host. */
  startRegistry(host: string, options?: Omit<RegistryOptions, 'tls' | 'hostname'>): Promise<Registry>;
  /** answer has every host that is not a registry answer so. */
  answer(answer: ScriptedAnswer | ((request: Caught) => ScriptedAnswer)): void;
  /** Which of the secrets have come to a host that is not a registry. */
  leaks(secrets: readonly string[]): string[];
  /** Requests to hosts that are not registries. */
  readonly requests: Listener['requests'];
};

const VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'NO_PROXY', 'no_proxy'];

/** startInternet makes an internet in which each of the hosts can prove that it is who it is. */
export async function startInternet(hosts: readonly string[]): Promise<Internet> {
  const tls = makeCertificates({ names: hosts });
  const elsewhere = await startListener({ tls });
  const registries = new Map<string, number>();
  const contacted: string[] = [];
  const plain: Buffer[] = [];
  const sockets = new Set<Duplex>();

  const proxy = createServer();
  proxy.on('request', (request: IncomingMessage, response) => {
    contacted.push(request.url ?? '');
    plain.push(Buffer.from(JSON.stringify([request.url, request.rawHeaders])));
    response.writeHead(502).end();
  });
  proxy.on('connect', (request: IncomingMessage, client: Duplex) => {
    const authority = request.url ?? '';
    contacted.push(authority);
    plain.push(Buffer.from(JSON.stringify([request.url, request.rawHeaders])));
    const upstream = connect(registries.get(authority) ?? portOf(elsewhere.origin), '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    client.pipe(upstream).pipe(client);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  for (const name of VARIABLES) delete process.env[name];
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  Object.assign(process.env, { http_proxy: address, https_proxy: address });

  return {
    trust: createSecureContext({ ca: tls.ca }),
    contacted,
    requests: elsewhere.requests,
    startRegistry: async (host, options = {}) => {
      const registry = await startRegistry({ ...options, tls, hostname: host });
      registries.set(registry.host, portOf(registry.origin));
      return registry;
    },
    answer: (script) => elsewhere.answer(script),
    leaks: (secrets) => leaksIn(Buffer.concat([elsewhere.received, ...plain]), secrets),
    [Symbol.asyncDispose]: async () => {
      for (const [name, value] of before) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
      for (const socket of sockets) socket.destroy();
      proxy.closeAllConnections();
      proxy.close();
      await elsewhere.close();
    },
  };
}

function portOf(origin: string): number {
  return Number(new URL(origin).port);
}

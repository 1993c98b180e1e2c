import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request as plainRequest, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeCertificates } from '../registry/certificates.ts';
import type { CloudAnswer, Clouds } from './clouds.ts';

export type InternetOptions = {
  readonly clouds: Clouds;
  /** Hosts of a registry, all of which are the double at this origin. */
  readonly registry: { readonly hosts: readonly string[]; readonly origin: string };
  /** Every other host that there is. */
  readonly hosts: readonly string[];
};

export type Internet = AsyncDisposable & {
  readonly port: number;
  /** What a step needs in its environment to find everything here, by the names and certificates of the world. */
  readonly env: Readonly<Record<string, string>>;
};

/** startInternet serves clouds and a registry by TLS on one port of this machine, told apart by their names. */
export async function startInternet({ clouds, registry, hosts }: InternetOptions): Promise<Internet> {
  const { ca, cert, key } = makeCertificates({ names: [...registry.hosts, ...hosts] });
  const folder = mkdtempSync(join(tmpdir(), 'internet-'));
  writeFileSync(join(folder, 'ca.pem'), ca);
  const server = createServer({ cert, key }, (request, response) => {
    const host = request.headers.host ?? '';
    // The exchange of a registry's own tokens is the cloud's business.
    const isExchange = request.method === 'POST' && request.url?.startsWith('/oauth2/') === true;
    if (registry.hosts.includes(host) && !isExchange) passOn(request, response, registry.origin);
    else void answer(request, response, clouds);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    port,
    env: {
      NODE_OPTIONS: `--import ${pathToFileURL(resolve(import.meta.dirname, '../internet.js')).href}`,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      TEST_INTERNET: String(port),
    },
    [Symbol.asyncDispose]: close,
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const { method, headers, url = '/' } = request;
  const way = plainRequest(new URL(url, origin), { method, headers, agent: false }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
    answered.pipe(response);
  });
  way.on('error', () => response.destroy());
  response.on('error', () => way.destroy());
  request.pipe(way);
}

async function answer(request: IncomingMessage, response: ServerResponse, clouds: Clouds): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { host = '', ...headers } = request.headers;
  const url = new URL(request.url ?? '/', `https://${host}`);
  try {
    const asked = { method: request.method ?? '', host, path: url.pathname, query: url.searchParams };
    const given: CloudAnswer = clouds.answer({
      ...asked,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: Buffer.concat(chunks).toString(),
    });
    response.writeHead(given.status, given.headers).end(given.body);
  } catch {
    response.destroy();
  }
}

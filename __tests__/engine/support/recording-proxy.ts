import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import type { Registry } from '../../doubles/services.ts';

export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly agent: string;
  /** The header `Authorization`, empty where there is none. */
  readonly shown: string;
};

/** Requests that wait at the proxy: `reached` tells that one has come, `release` lets them and later ones pass. */
export type Hold = { readonly reached: boolean; release(): void };

/** A registry behind a proxy that notes every request, and can make those of one kind wait. */
export type RecordedRegistry = Registry &
  AsyncDisposable & { readonly requests: readonly Seen[]; hold(matches: (request: Seen) => boolean): Hold };

/**
 * recorded stands between clients and a registry, and changes nothing. It speaks as the registry does: TLS with a
 * certificate of its own authority, or plain HTTP.
 */
export async function recorded(registry: Registry): Promise<RecordedRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  const certificates = registry.scheme === 'https' ? makeCertificates() : undefined;
  const ca = certificates === undefined ? registry.ca : join(folder, 'ca.pem');
  if (certificates !== undefined && ca !== null) writeFileSync(ca, certificates.ca);
  const requests: Seen[] = [];
  const holds: { readonly matches: (request: Seen) => boolean; reached: boolean; readonly open: Promise<void> }[] = [];
  const releases: (() => void)[] = [];
  const agent =
    certificates === undefined
      ? new http.Agent()
      : new https.Agent(registry.ca === null ? {} : { ca: readFileSync(registry.ca) });
  const answer = (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { method = '', url: path = '', headers } = request;
    const seen = { method, path, agent: headers['user-agent'] ?? '', shown: headers.authorization ?? '' };
    requests.push(seen);
    const held = holds.filter(({ matches }) => matches(seen));
    for (const hold of held) hold.reached = true;
    Promise.all(held.map(({ open }) => open)).then(
      () => forward(request, response, { registry, agent }),
      () => response.destroy(),
    );
  };
  const server = certificates === undefined ? http.createServer(answer) : https.createServer(certificates, answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...registry,
    ca,
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    hold: (matches) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const hold = { matches, reached: false, open: promise, release: resolve };
      holds.push(hold);
      releases.push(resolve);
      return hold;
    },
    [Symbol.asyncDispose]: async () => {
      for (const release of releases) release();
      server.closeAllConnections();
      agent.destroy();
      server.close();
      await once(server, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Upstream = { readonly registry: Registry; readonly agent: http.Agent };

/** The Host header stays, so that the registry sends its clients back to the proxy. */
function forward(request: http.IncomingMessage, response: http.ServerResponse, { registry, agent }: Upstream): void {
  // Whoever asked may have gone while the request was held.
  if (response.closed || request.destroyed) return;
  const { method, url: path, headers } = request;
  const { hostname, port } = new URL(`${registry.scheme}://${registry.host}`);
  const open = registry.scheme === 'https' ? https.request : http.request;
  const sent = open({ hostname, port, method, path, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  sent.once('error', () => response.destroy());
  response.once('close', () => sent.destroy());
  request.pipe(sent);
}

import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from '../../doubles/services.ts';

export type Seen = { readonly method: string; readonly path: string; readonly agent: string };

/** Requests that wait at the proxy: `reached` tells that one has come, `release` lets them and later ones pass. */
export type Hold = { readonly reached: boolean; release(): void };

/** A registry behind a proxy that notes every request, and can make those of one kind wait. */
export type RecordedRegistry = Registry &
  AsyncDisposable & { readonly requests: readonly Seen[]; hold(matches: (request: Seen) => boolean): Hold };

/** recorded stands between clients and a registry that speaks plain HTTP, and changes nothing. */
export async function recorded(registry: Registry): Promise<RecordedRegistry> {
  const requests: Seen[] = [];
  const holds: { readonly matches: (request: Seen) => boolean; reached: boolean; readonly open: Promise<void> }[] = [];
  const releases: (() => void)[] = [];
  const agent = new Agent();
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    const seen = { method, path, agent: headers['user-agent'] ?? '' };
    requests.push(seen);
    const held = holds.filter(({ matches }) => matches(seen));
    for (const hold of held) hold.reached = true;
    Promise.all(held.map(({ open }) => open)).then(
      () => forward(request, response, { registry, agent }),
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...registry,
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
    },
  };
}

type Upstream = { readonly registry: Registry; readonly agent: Agent };

/** The Host header stays, so that the registry sends its clients back to the proxy. */
function forward(request: IncomingMessage, response: ServerResponse, { registry, agent }: Upstream): void {
  // Whoever asked may have gone while the request was held.
  if (response.closed || request.destroyed) return;
  const { method, url: path, headers } = request;
  const { hostname, port } = new URL(`${registry.scheme}://${registry.host}`);
  const sent = open({ hostname, port, method, path, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  sent.once('error', () => response.destroy());
  response.once('close', () => sent.destroy());
  request.pipe(sent);
}

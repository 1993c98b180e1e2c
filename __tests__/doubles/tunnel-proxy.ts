import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy for TLS: whatever host it is asked for, it leads to one port of this machine, and notes what it was asked. */
export type TunnelProxy = AsyncDisposable & {
  readonly origin: string;
  /** `host:port`, in the order in which tunnels were asked for. */
  readonly tunnels: readonly string[];
  /** Requests that were to be passed on in the open. */
  readonly others: readonly string[];
};

export async function startTunnelProxy(port: number): Promise<TunnelProxy> {
  const tunnels: string[] = [];
  const others: string[] = [];
  const server = createServer(({ method, url }, response) => {
    others.push(`${method} ${url}`);
    response.writeHead(502).end();
  });
  server.on('connect', ({ url = '' }, socket) => {
    tunnels.push(url);
    const upstream = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      one.once('error', () => other.destroy());
      one.once('close', () => other.destroy());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    others,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

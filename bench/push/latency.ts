import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line before the registry on which every byte takes its time, each way. */
export type Line = { readonly host: string; readonly close: () => Promise<void> };

/**
 * startLine stands between client and registry and hands on what comes in after half of the latency: a round trip takes
 * the whole of it, and a new connection, as on a real line, one more.
 */
export async function startLine(to: string, latency: number, at = '127.0.0.1'): Promise<Line> {
  const [address = '', port = ''] = to.split(':');
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    // The handshake of a connection is a round trip of its own; the first bytes wait for it.
    const upstream = connect({ host: address, port: Number(port), allowHalfOpen: true });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => sockets.delete(socket));
    }
    delayed(client, upstream, latency / 2, latency);
    delayed(upstream, client, latency / 2, 0);
  });
  server.listen(0, at);
  await once(server, 'listening');
  return {
    host: `${at}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Bytes under way on a line, at most: what a sender may have sent before the first of them arrives. */
const WINDOW = 4 << 20;

function delayed(from: Socket, to: Socket, latency: number, first: number): void {
  const queue: { readonly due: number; readonly hand: () => void }[] = [];
  const notBefore = performance.now() + first;
  let underWay = 0;
  // One after the other: what was sent first arrives first.
  const later = (hand: () => void) => {
    queue.push({ due: Math.max(performance.now() + latency, notBefore), hand });
    if (queue.length === 1) wait();
  };
  const wait = () => setTimeout(next, Math.max(0, (queue[0]?.due ?? 0) - performance.now()));
  const next = () => {
    while (queue[0] !== undefined && queue[0].due <= performance.now()) queue.shift()?.hand();
    if (queue.length > 0) wait();
  };
  from.on('data', (bytes: Buffer) => {
    underWay += bytes.length;
    if (underWay > WINDOW) from.pause();
    later(() => {
      underWay -= bytes.length;
      if (underWay <= WINDOW) from.resume();
      if (!to.destroyed) to.write(bytes);
    });
  });
  from.on('end', () => later(() => to.end()));
  // Whoever leaves without a word is gone for the other side, too.
  from.on('close', () => later(() => to.destroySoon()));
}

import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Body, Delivery } from './exchange.ts';

/** Sends an answer, well or as badly as its delivery says. */
export async function deliver(
  answer: Answer,
  response: ServerResponse,
  head: boolean,
  closing: AbortSignal,
): Promise<void> {
  // The response itself has no socket yet while the one before it on this connection is not quite ended.
  const { socket } = response.req;
  if (socket.destroyed) return;
  const way = answer.delivery;
  if (way?.kind === 'reset') {
    socket.resetAndDestroy();
    return;
  }
  if (way?.kind === 'raw') {
    socket.end(way.bytes);
    return;
  }
  if (way?.kind === 'stall' && way.after === 'nothing') return way.onSilence?.();
  const body = head ? undefined : answer.body;
  response.writeHead(answer.status, withLength(answer));
  if (way === undefined) return sendWhole(response, body);
  if (way.kind === 'twice') return sendTwice(answer, response, body);
  response.flushHeaders();
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (way.kind === 'stall') {
    if (way.after !== 'headers') response.write(bytes.subarray(0, Number(way.after)));
    return way.onSilence?.();
  }
  if (way.kind === 'cut') {
    const sent = bytes.subarray(0, way.after);
    // Only after the bytes have left this process may the connection go, or the client never sees them.
    response.write(sent.length === 0 ? Buffer.alloc(0) : sent, () => {
      if (way.how === 'reset') socket.resetAndDestroy();
      else socket.destroySoon();
    });
    return;
  }
  await drip(response, bytes, way, closing);
}

function withLength({ status, headers, body, early }: Answer): Record<string, string | string[]> {
  const length =
    Buffer.isBuffer(body) && status !== 204 && status !== 304 ? { 'content-length': String(body.length) } : {};
  const close = early === true ? { connection: 'close' } : {};
  const all = { ...length, ...close, ...headers };
  // A header set to nothing is one that a fault took away.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value.length > 0));
}

async function sendWhole(response: ServerResponse, body: Body | undefined): Promise<void> {
  if (body === undefined || Buffer.isBuffer(body)) {
    response.end(body);
    return;
  }
  for await (const chunk of body()) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  response.end();
}

/** The same answer again where the client expects the answer to its next request. */
function sendTwice(answer: Answer, response: ServerResponse, body: Body | undefined): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const head = Object.entries(withLength(answer)).map(([name, value]) => `${name}: ${String(value)}\r\n`);
  const again = Buffer.concat([Buffer.from(`HTTP/1.1 ${answer.status} Again\r\n${head.join('')}\r\n`), bytes]);
  const { socket } = response.req;
  response.end(body, () => socket.write(again));
}

async function drip(
  response: ServerResponse,
  bytes: Buffer,
  way: Extract<Delivery, { kind: 'drip' }>,
  closing: AbortSignal,
): Promise<void> {
  for (let at = 0; at < bytes.length && !response.destroyed; at += way.bytes) {
    response.write(bytes.subarray(at, at + way.bytes));
    // A client that has the whole body may send its next request on this connection: the answer must be over by then.
    if (at + way.bytes >= bytes.length) break;
    const stopped = await pause(way.everyMs, false, { signal: closing }).catch(() => true);
    if (stopped) return;
    way.onSilence?.();
  }
  response.end();
}

/** A registry whose blobs are too large to be kept: it makes them as they are read, and hashes what it is sent. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A blob of one piece, again and again. */
export type Repeated = {
  readonly digest: string;
  readonly size: number;
  readonly piece: Buffer;
  readonly times: number;
};

export function repeated(times: number): Repeated {
  const piece = randomBytes(1 << 20);
  const hash = createHash('sha256');
  for (let at = 0; at < times; at++) hash.update(piece);
  return { digest: `sha256:${hash.digest('hex')}`, size: times * piece.length, piece, times };
}

/** `open` makes the bytes from their beginning. */
type Blob = { readonly size: number; readonly open: () => Iterable<Buffer> };

export class EndlessRegistry implements AsyncDisposable {
  readonly blobs = new Map<string, Blob>();
  readonly manifests = new Map<string, { readonly bytes: Buffer; readonly mediaType: string }>();
  readonly #server = createServer(
    (request, response) => void this.#answer(request, response).catch(() => response.destroy()),
  );

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  put(bytes: Buffer): { readonly digest: string; readonly size: number } {
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    this.blobs.set(digest, { size: bytes.length, open: () => [bytes] });
    return { digest, size: bytes.length };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://registry');
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
    const isManifest = url.pathname.includes('/manifests/');
    if (request.method === 'POST') return end(response, 202, { location: `${url.pathname}session` });
    if (request.method === 'PUT')
      return this.#store(request, response, { name, isManifest, wanted: url.searchParams.get('digest') });
    if (url.pathname === '/v2/') return end(response, 200);
    const manifest = this.manifests.get(name);
    if (isManifest && manifest !== undefined) {
      return end(response, 200, { 'content-type': manifest.mediaType }, manifest.bytes);
    }
    const blob = this.blobs.get(name);
    if (blob === undefined) return end(response, 404);
    if (request.headers.range === 'bytes=0-0') {
      const [first = Buffer.alloc(0)] = blob.open();
      return end(response, 206, { 'content-range': `bytes 0-0/${blob.size}` }, first.subarray(0, 1));
    }
    response.writeHead(200, { 'content-length': blob.size });
    for (const piece of blob.open()) if (!response.write(piece)) await once(response, 'drain');
    response.end();
  }

  async #store(
    request: IncomingMessage,
    response: ServerResponse,
    {
      name,
      isManifest,
      wanted,
    }: { readonly name: string; readonly isManifest: boolean; readonly wanted: string | null },
  ): Promise<void> {
    const hash = createHash('sha256');
    const kept: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      if (isManifest || kept.length === 0) kept.push(Buffer.from(chunk));
    }
    const digest = `sha256:${hash.digest('hex')}`;
    if (!isManifest && digest !== wanted) return end(response, 400);
    if (!isManifest) this.blobs.set(digest, { size, open: () => kept });
    const stored = { bytes: Buffer.concat(kept), mediaType: request.headers['content-type'] ?? '' };
    for (const each of isManifest ? [name, digest] : []) this.manifests.set(each, stored);
    end(response, 201);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

function end(response: ServerResponse, status: number, headers = {}, body: Uint8Array = Buffer.alloc(0)): void {
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { httpClient } from '../../../src/http/client.ts';
import { DEADLINES, type HttpClient, type HttpRequest, readAnswer } from '../../../src/http/http.ts';
import type { StreamedBody } from '../../../src/http/streamed-body.ts';

const MIB = 1 << 20;

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

let serve: Serve;
let server: Server;
let client: HttpClient;
let abort: AbortController;
/** What waits, by how long it would in earnest. */
let timers: Map<number, () => void>;

beforeEach(async () => {
  timers = new Map();
  serve = async (request, response) => response.end(String((await bytesOf(request)).length));
  server = createServer((request, response) => serve(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  abort = new AbortController();
  client = httpClient({
    trust: createSecureContext(),
    signal: abort.signal,
    timer: (milliseconds, ring) => {
      timers.set(milliseconds, ring);
      return () => timers.delete(milliseconds);
    },
  });
});
afterEach(() => {
  client.close();
  server.closeAllConnections();
  server.close();
});

const bytesOf = (request: IncomingMessage) => buffer(request);

/** A source that counts what is taken of it, and notes when it is left. */
class Source implements StreamedBody {
  readonly length: number | undefined;
  readonly #pieces: readonly Uint8Array[];
  readonly #end: Error | undefined;
  opened = 0;
  taken = 0;
  readonly #left = Promise.withResolvers<void>();
  /** Resolves when whoever reads it has let go of it. */
  readonly left = this.#left.promise;

  constructor(
    pieces: readonly Uint8Array[],
    more: { readonly length?: number | undefined; readonly end?: Error } = {},
  ) {
    this.#pieces = pieces;
    this.#end = more.end;
    this.length = 'length' in more ? more.length : pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  }

  open = async function* (this: Source): AsyncGenerator<Uint8Array> {
    this.opened += 1;
    try {
      for (const piece of this.#pieces) {
        this.taken += 1;
        yield piece;
      }
      if (this.#end !== undefined) throw this.#end;
    } finally {
      this.#left.resolve();
    }
  }.bind(this);
}

const pieces = (count: number, size = MIB) => Array.from({ length: count }, (_, at) => Buffer.alloc(size, at + 1));

async function put(body: StreamedBody | Uint8Array, more: Partial<HttpRequest> = {}) {
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const { status, body: said } = await readAnswer(
    await client.open({ method: 'PUT', url, headers: {}, limit: 1000, body, ...more }),
  );
  return { status, said: Buffer.from(said).toString() };
}

/** Resolves with what rings after so long, when it waits and nothing moves any more. */
async function standsStill(milliseconds: number, position: () => number): Promise<() => void> {
  for (let still = 0, last = position(); ; last = position()) {
    await turn();
    const ring = timers.get(milliseconds);
    still = ring !== undefined && position() === last ? still + 1 : 0;
    if (ring !== undefined && still > 50) return ring;
  }
}

describe('a streamed body', () => {
  it('arrives as it is, with its length', async () => {
    const seen: unknown[] = [];
    serve = async (request, response) => {
      const { 'content-length': length, 'transfer-encoding': encoding, expect: wanted } = request.headers;
      seen.push(length, encoding, wanted, Buffer.concat(pieces(5)).equals(await bytesOf(request)));
      response.end();
    };
    const source = new Source(pieces(5));
    await put(source);
    expect(seen).toEqual([String(5 * MIB), undefined, undefined, true]);
    await source.left;
    expect(source.opened).toBe(1);
  });

  it('goes in chunks if nobody knows its length', async () => {
    let encoding: string | undefined;
    serve = async (request, response) => {
      encoding = request.headers['transfer-encoding'];
      response.end(String((await bytesOf(request)).length));
    };
    expect(await put(new Source(pieces(3, 10), { length: undefined }))).toEqual({ status: 200, said: '30' });
    expect(encoding).toBe('chunked');
  });

  it.each([{ size: MIB }, { size: 100 }])(
    'arrives as it is although its pieces of $size bytes are all in the same memory',
    async ({ size }) => {
      serve = async (request, response) => {
        // What is not read yet waits on the way, some of it in our own memory.
        await turn();
        const arrived = await bytesOf(request);
        response.end(String(arrived.equals(Buffer.concat(pieces(20, size)))));
      };
      const memory = Buffer.alloc(size);
      const open = async function* () {
        for (let at = 0; at < 20; at++) yield memory.fill(at + 1);
      };
      expect(await put({ length: 20 * size, open })).toEqual({ status: 200, said: 'true' });
    },
  );

  it('of no bytes is a body', async () => {
    expect(await put(new Source([]))).toEqual({ status: 200, said: '0' });
  });

  it('uses its connection again afterwards', async () => {
    let connections = 0;
    server.on('connection', () => (connections += 1));
    for (let round = 0; round < 3; round++) await put(new Source(pieces(2)));
    expect(connections).toBe(1);
  });

  it('is taken from its source no faster than the other side takes it', async () => {
    const source = new Source(pieces(200));
    serve = () => undefined;
    const failed = put(source).catch((error) => error);
    // Nobody reads: what the kernel has room for goes out, and then it stalls.
    const ring = await standsStill(DEADLINES.stall, () => source.taken);
    expect(source.taken).toBeLessThan(50);
    ring();
    expect(String(await failed)).toContain('120 s');
    await source.left;
  });

  it('is given up when nothing was said for long after its last byte', async () => {
    serve = (request) => void bytesOf(request).catch(() => undefined);
    const source = new Source(pieces(1));
    const failed = put(source).catch((error) => error);
    const ring = await standsStill(DEADLINES.stored, () => source.taken);
    ring();
    expect(String(await failed)).toContain('900 s');
  });

  it('ends with the signal of its request, and its source is left', async () => {
    const own = new AbortController();
    serve = () => own.abort();
    const source = new Source(pieces(100));
    await expect(put(source, { signal: own.signal })).rejects.toThrow(/abort/i);
    await source.left;
    expect(abort.signal.aborted).toBe(false);
  });
});

describe('an early answer', () => {
  const early = (status: number) => (_: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { 'content-length': 4 }).end('said');

  it.each([401, 413, 500])('%d is read, and the rest of the body not sent', async (status) => {
    serve = early(status);
    const source = new Source(pieces(200));
    expect(await put(source)).toEqual({ status, said: 'said' });
    expect(source.taken).toBeLessThan(200);
    // The next request has a connection of its own, without the rest of a body on it.
    serve = async (request, response) => response.end(String((await bytesOf(request)).length));
    expect((await put(new Source(pieces(1)))).said).toBe(String(MIB));
  });

  it('that claims success is none: nobody has stored what was not sent', async () => {
    serve = early(201);
    await expect(put(new Source(pieces(200)))).rejects.toThrow('before everything was sent');
  });
});

describe('a source that fails', () => {
  const broken = new Error('the file has changed');

  it('ends the request before the other side has all of it', async () => {
    const got = Promise.withResolvers<unknown>();
    serve = (request) => got.resolve(bytesOf(request).catch((error) => error));
    await expect(put(new Source(pieces(2), { length: 3 * MIB, end: broken }))).rejects.toBe(broken);
    expect(await got.promise).toMatchObject({ code: 'ECONNRESET' });
  });

  it('on a connection that was used before is not taken for a stale one', async () => {
    await put(new Source(pieces(1)));
    const source = new Source(pieces(1), { length: 2 * MIB, end: broken });
    await expect(put(source)).rejects.toBe(broken);
    expect(source.opened).toBe(1);
  });

  it('by being too short is found out', async () => {
    serve = (request) => void bytesOf(request).catch(() => undefined);
    await expect(put(new Source(pieces(1), { length: MIB + 1 }))).rejects.toThrow(`${MIB} bytes for ${MIB + 1}`);
  });
});

describe('a connection that is closed just as it is taken once more', () => {
  let requests: number;
  beforeEach(async () => {
    requests = 0;
    await put(new Source(pieces(1)));
    serve = async (request, response) => {
      requests += 1;
      if (requests === 1) request.socket.destroy();
      else response.end(String((await bytesOf(request)).length));
    };
  });

  it('costs a request nothing whose body is whole', async () => {
    expect((await put(Buffer.alloc(10))).said).toBe('10');
    expect(requests).toBe(2);
  });

  it('ends one whose body is streamed: a part of it may be there, and the same again is not the same', async () => {
    const source = new Source(pieces(2));
    await expect(put(source)).rejects.toMatchObject({ code: expect.stringMatching(/^(?:ECONNRESET|EPIPE)$/) });
    expect([requests, source.opened]).toEqual([1, 1]);
  });
});

import { once } from 'node:events';
import { createServer as createProxy } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { createSecureContext } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { httpClient } from '../../../src/http/client.ts';
import { type HttpClient, HttpProblem, readAnswer } from '../../../src/http/http.ts';
import type { Timer } from '../../../src/time/clock.ts';
import { makeCertificates } from '../../doubles/registry/certificates.ts';
import { type Listener, startListener } from '../../doubles/registry/listener.ts';
import { type Registry, startRegistry } from '../../doubles/registry/start-registry.ts';

/** After this Node takes the connection for one of another protocol, and no answer comes of it. */
const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n';

let listener: Listener;
let client: HttpClient;
let abort: AbortController;
beforeEach(async () => {
  abort = new AbortController();
  listener = await startListener({ answer: { body: 'hello' } });
  client = httpClient({ trust: createSecureContext(), signal: abort.signal });
});
afterEach(async () => {
  client.close();
  await listener.close();
});

type More = {
  readonly method?: 'GET' | 'HEAD' | 'PUT';
  readonly limit?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
const ask = async (url: string, { method = 'GET', limit = 1000, headers = {}, ...rest }: More = {}) =>
  readAnswer(await client.open({ method, url: new URL(url, listener.origin), headers, limit, ...rest }));
const text = (answer: { readonly body: Uint8Array }) => Buffer.from(answer.body).toString();

describe('a request', () => {
  it('brings status, headers and body', async () => {
    listener.answer({ status: 201, headers: { 'X-One': '1', 'x-two': ['a', 'b'] }, body: 'hello' });
    const answer = await ask('/x');
    expect([answer.status, answer.headers['x-one'], answer.headers['x-two'], text(answer)]).toEqual([
      201,
      '1',
      'a, b',
      'hello',
    ]);
  });

  it('tells from which address it was answered', async () => {
    const stream = await client.open({ method: 'GET', url: new URL(listener.origin), headers: {}, limit: 10 });
    expect((await readAnswer(stream)).status).toBe(200);
    expect(stream.from).toBe('127.0.0.1');
  });

  it('asks for no encoding, and says who asks', async () => {
    await ask('/x?y=z', { headers: { accept: 'a/b' } });
    const [request] = listener.requests;
    expect([request?.method, request?.target]).toEqual(['GET', '/x?y=z']);
    expect(request?.headers).toMatchObject({
      'accept-encoding': 'identity',
      accept: 'a/b',
      'user-agent': 'verified-image-push',
    });
    expect(request?.headers.authorization).toBeUndefined();
  });

  it('cannot be talked into another encoding', async () => {
    await ask('/', { headers: { 'accept-encoding': 'gzip' } });
    expect(listener.requests[0]?.headers['accept-encoding']).toBe('identity');
  });

  it('sends a body with its length in bytes', async () => {
    await ask('/', { method: 'PUT', body: 'ünï' });
    expect(listener.requests[0]?.headers['content-length']).toBe('5');
    expect(listener.requests[0]?.body.toString()).toBe('ünï');
  });

  it.each([301, 302, 307, 308])('follows no redirect (%d)', async (status) => {
    listener.answer({ status, headers: { location: '/elsewhere' } });
    expect((await ask('/')).status).toBe(status);
    expect(listener.requests).toHaveLength(1);
  });

  it.each([404, 429, 500, 503])('tries nothing twice (%d)', async (status) => {
    listener.answer({ status });
    expect((await ask('/')).status).toBe(status);
    expect(listener.requests).toHaveLength(1);
  });

  it('with HEAD has no body, whatever its length header says', async () => {
    const answer = await ask('/', { method: 'HEAD', limit: 0 });
    expect([answer.headers['content-length'], answer.body.byteLength]).toEqual(['5', 0]);
  });

  it('uses a connection again', async () => {
    await ask('/1');
    await ask('/2');
    expect([listener.requests.length, listener.connections]).toEqual([2, 1]);
  });

  it.each(['ftp://127.0.0.1/', 'file:///etc/passwd', 'data:text/plain,x'])('to %s is refused', async (url) => {
    await expect(ask(url)).rejects.toBeInstanceOf(HttpProblem);
  });

  it('is ended by the signal', async () => {
    abort.abort();
    await expect(ask('/')).rejects.toThrow();
    expect(listener.requests).toEqual([]);
  });

  it('to nobody is an error with a code', async () => {
    const { origin } = listener;
    await listener.close();
    await expect(ask(origin)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('a body', () => {
  it.each([
    [5, true],
    [4, false],
    [0, false],
  ])('of five bytes with the limit %d: %s', async (limit, isRead) => {
    const answer = ask('/', { limit });
    if (isRead) expect(text(await answer)).toBe('hello');
    else
      await expect(answer).rejects.toMatchObject({
        name: 'HttpProblem',
        message: `the body is longer than ${limit} bytes`,
      });
  });

  it.each([401, 404, 503])('of an error (%d) is read up to a limit, and the rest is left', async (status) => {
    const page = '<p>'.repeat(50_000);
    listener.answer({ status, body: page });
    const answer = await ask('/', { limit: 0 });
    expect(answer.status).toBe(status);
    expect(answer.body.byteLength).toBeLessThanOrEqual(64 * 1024);
    expect(page.startsWith(text(answer))).toBe(true);
  });

  it.each(['gzip', 'br', 'deflate', 'zstd', 'identity, gzip', 'x'])(
    'that is encoded as "%s" is refused',
    async (encoding) => {
      listener.answer({ headers: { 'content-encoding': encoding }, body: 'hello' });
      await expect(ask('/')).rejects.toMatchObject({ name: 'HttpProblem', message: expect.stringContaining(encoding) });
    },
  );

  it('that is encoded as "identity" is read', async () => {
    listener.answer({ headers: { 'content-encoding': 'identity' }, body: 'hello' });
    expect(text(await ask('/'))).toBe('hello');
  });

  it('may be left unread', async () => {
    const stream = await client.open({ method: 'GET', url: new URL(listener.origin), headers: {}, limit: 10 });
    stream.cancel();
    expect(text(await ask('/'))).toBe('hello');
  });
});

describe('a server that behaves badly', () => {
  let registry: Registry;
  beforeEach(async () => {
    registry = await startRegistry();
  });
  afterEach(() => registry.close());
  const ping = (limit = 1 << 16) => ask(`${registry.origin}/v2/`, { limit });

  it.each([
    ['resets the connection', { kind: 'reset', when: 'before-handling' }],
    ['resets it in the body', { kind: 'reset', when: 'mid-body' }],
    ['ends the body too early', { kind: 'short-body' }],
    ['changes to another protocol', { kind: 'raw', bytes: SWITCHED }],
    ['speaks no HTTP', { kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.2\r\n' }],
    ['sends headers without end', { kind: 'header-flood', bytes: 200_000 }],
    ['sends a body without end', { kind: 'huge-body', bytes: 1 << 30 }],
    ['says that its body is a gigabyte', { kind: 'huge-body', bytes: 1 << 30, declared: true }],
    ['compresses', { kind: 'gzip' }],
    ['compresses a gigabyte', { kind: 'gzip-bomb', bytes: 1 << 30 }],
  ] as const)('is an error and no answer: it %s', async (_name, act) => {
    registry.fault({ act });
    await expect(ping()).rejects.toThrow();
    expect((await ping()).status).toBe(200);
  });

  it.each(['before-reading', 'before-headers', 'after-headers', 'mid-body'] as const)(
    'that hangs %s is left when the signal fires',
    async (when) => {
      registry.fault({ act: { kind: 'hang', when } });
      const asked = ping();
      const waits = setInterval(() => registry.requests.length > 0 && abort.abort(new Error('cancelled')), 5);
      try {
        await expect(asked).rejects.toThrow();
      } finally {
        clearInterval(waits);
      }
    },
  );
});

describe('what a server says of its idle connections', () => {
  // Apache's default is 5 s, of which Node takes one off; the answers of a registry may take longer than that.
  it('does not shorten what we wait for an answer', async () => {
    await using registry = await startRegistry();
    registry.fault({ act: { kind: 'alter', headers: { 'keep-alive': 'timeout=2' } } });
    registry.fault({ act: { kind: 'delay', ms: 1500 } });
    const ping = () => ask(`${registry.origin}/v2/`, { limit: 1000 });
    await ping();
    expect((await ping()).status).toBe(200);
  });
});

describe('behind a proxy', () => {
  it('names are looked up by the proxy, and which of them may be is asked where we go there ourselves', async () => {
    const asked: string[] = [];
    const proxy = createProxy((request, response) => response.end(request.url)).listen(0, 'localhost');
    proxy.on('connect', ({ url }, socket) => {
      asked.push(String(url));
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await once(proxy, 'listening');
    const before = process.env.https_proxy;
    process.env.https_proxy = `http://localhost:${(proxy.address() as AddressInfo).port}`;
    client.close();
    client = httpClient({ signal: abort.signal, lookup: () => expect(false).toBe(true) });
    try {
      await expect(ask('https://storage.example.test/blob')).rejects.toMatchObject({ code: 'ERR_PROXY_TUNNEL' });
    } finally {
      if (before === undefined) delete process.env.https_proxy;
      else process.env.https_proxy = before;
      proxy.close();
    }
    expect(asked).toEqual(['storage.example.test:443']);
  });
});

describe('how long an answer may take', () => {
  const timers = new Set<{ readonly milliseconds: number; readonly ring: () => void }>();
  const timer: Timer = (milliseconds, ring) => {
    const entry = { milliseconds, ring };
    timers.add(entry);
    return () => timers.delete(entry);
  };
  /** Lets the time of everyone be up who waits now. */
  const ring = () => {
    const due = [...timers];
    timers.clear();
    for (const each of due) each.ring();
  };
  const waiting = () => [...timers].map(({ milliseconds }) => milliseconds);
  const request = (limit: number) =>
    ({ method: 'GET', url: new URL('/v2/', registry.origin), headers: {}, limit }) as const;
  let registry: Registry;

  beforeEach(async () => {
    registry = await startRegistry();
    timers.clear();
    client.close();
    client = httpClient({ trust: createSecureContext(), signal: abort.signal, timer });
  });
  afterEach(() => registry.close());

  it('is a minute until its headers', async () => {
    const seen: number[] = [];
    const onSilence = () => {
      seen.push(...waiting());
      ring();
    };
    registry.fault({ act: { kind: 'hang', when: 'before-headers', onSilence } });
    const lost = { message: 'the answer was not there after 60 s', lost: 60_000 };
    await expect(client.open(request(10))).rejects.toMatchObject(lost);
    expect([seen, waiting()]).toEqual([[60_000], []]);
  });

  it('is a quarter of an hour where something is stored, and that is told', async () => {
    registry.fault({ act: { kind: 'hang', when: 'before-headers', onSilence: ring } });
    const lost = { message: 'the answer was not there after 900 s', lost: 900_000 };
    await expect(client.open({ ...request(10), stores: true })).rejects.toMatchObject(lost);
  });

  it('is half a minute for a connection, TLS included', async () => {
    // It takes the connection, and never answers the greeting.
    const deaf = createServer().listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    deaf.once('connection', (socket) => socket.once('data', ring));
    const url = new URL(`https://127.0.0.1:${(deaf.address() as AddressInfo).port}/`);
    const lost = { message: 'the answer was not there after 30 s', lost: 30_000 };
    await expect(client.open({ ...request(10), url, stores: true })).rejects.toMatchObject(lost);
    deaf.close();
  });

  it.each(['after-headers', 'mid-body'] as const)('is two minutes for a body that is kept: silent %s', async (when) => {
    registry.fault({ act: { kind: 'hang', when } });
    const answer = readAnswer(await client.open(request(1000)));
    ring();
    await expect(answer).rejects.toMatchObject({ isTransient: true, message: expect.stringContaining('120 s') });
  });

  it('is no longer for a body that shows some pace, if it is kept', async () => {
    const mib = 1 << 20;
    registry.fault({ act: { kind: 'huge-body', bytes: 4 * mib } });
    const stream = await client.open(request(8 * mib));
    const body = stream.body[Symbol.asyncIterator]();
    async function* slowly() {
      for (let length = 0; length < 3 * mib; ) {
        const { value } = await body.next();
        length += value.length;
        yield value;
      }
      ring();
      yield* { [Symbol.asyncIterator]: () => body };
    }
    await expect(readAnswer({ ...stream, body: slowly() })).rejects.toThrow('120 s');
  });

  it('is as long as it shows some pace for a body that is not kept', async () => {
    const mib = 1 << 20;
    registry.fault({ act: { kind: 'huge-body', bytes: 8 * mib } });
    const body = (await client.open(request(10 * mib))).body[Symbol.asyncIterator]();
    const read = async (upTo: number): Promise<void> => {
      for (let length = 0; length < upTo; ) length += (await body.next()).value.length;
    };
    await read(2 * mib);
    ring();
    await read(mib);
    // Three mebibytes in four minutes are less than 16 KiB a second.
    ring();
    await expect(read(8 * mib)).rejects.toMatchObject({ isTransient: true });
  });

  it('is nobody’s business once it is there, or was left', async () => {
    await readAnswer(await client.open(request(1000)));
    (await client.open(request(1000))).cancel();
    await expect(readAnswer(await client.open(request(0)))).rejects.toThrow();
    await new Promise(setImmediate);
    expect(waiting()).toEqual([]);
  });
});

describe('TLS', () => {
  const certificates = makeCertificates();
  const open = (trust: string | undefined, hostname = '127.0.0.1') => {
    client.close();
    client = httpClient({ trust: createSecureContext(trust === undefined ? {} : { ca: trust }), signal: abort.signal });
    return async (tls: { readonly key: string; readonly cert: string }) => {
      await using secure = await startListener({ tls, hostname, answer: { body: 'secret' } });
      return text(await ask(secure.origin));
    };
  };

  it('is spoken with who is trusted', async () => {
    expect(await open(certificates.ca)(certificates)).toBe('secret');
  });

  it.each<readonly [string, string | undefined, { readonly key: string; readonly cert: string }]>([
    ['nobody vouches for', undefined, certificates],
    ['another authority vouches for', makeCertificates().ca, certificates],
  ])('is not spoken with whom %s', async (_name, trust, tls) => {
    await expect(open(trust)(tls)).rejects.toMatchObject({ code: expect.stringMatching(/CERT|SIGNATURE|ISSUER/) });
  });

  it('tells in our own words what is wrong', async () => {
    await expect(open(undefined)(certificates)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^(?:it is signed by itself|(?:it comes from an authority|the certificate of its).*)$/,
      ),
    });
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'tells in words that a certificate of ours is wanted (%s)',
    async (version) => {
      const wanting = createSecureServer(
        { ...certificates, requestCert: true, rejectUnauthorized: true, minVersion: version, maxVersion: version },
        (_, response) => response.end(),
      ).listen(0, '127.0.0.1');
      await once(wanting, 'listening');
      client.close();
      client = httpClient({ trust: createSecureContext({ ca: certificates.ca }), signal: abort.signal });
      const url = `https://127.0.0.1:${(wanting.address() as AddressInfo).port}/`;
      // OpenSSL's addresses and the lines of its source are nobody's business.
      await expect(ask(url)).rejects.toMatchObject({ message: expect.stringMatching(/^[a-z0-9 /]*alert [a-z ]+$/) });
      wanting.close();
    },
  );

  it('is not spoken with another name', async () => {
    const elsewhere = makeCertificates({ names: ['registry.example.com'] });
    await expect(open(elsewhere.ca)(elsewhere)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  it('is not spoken with a certificate that has expired', async () => {
    const expired = makeCertificates({ expired: true });
    await expect(open(expired.ca)(expired)).rejects.toMatchObject({ code: 'CERT_HAS_EXPIRED' });
  });
});

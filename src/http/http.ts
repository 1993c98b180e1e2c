import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';

/** Sockets of one origin that are used at once. */
const CONNECTIONS = 4;
/** How long the other side may take, in milliseconds. */
export type Deadlines = {
  /** Without a byte either way. */
  readonly idle: number;
  /** Until the headers of an answer. */
  readonly headers: number;
  /** For a whole answer that is kept. */
  readonly whole: number;
};

export const DEADLINES: Deadlines = { idle: 30_000, headers: 60_000, whole: 120_000 };

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** The most bytes of body that are read. */
  readonly limit: number;
};

/** The beginning of an answer. Header names are in lower case; several of one name are joined by a comma. */
export type HttpHead = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/** An answer whose body was read, whatever its status. */
export type HttpAnswer = HttpHead & { readonly body: Uint8Array };

/** An answer whose body is still to be read, or to be left by `cancel`. */
export type HttpStream = HttpHead & {
  readonly body: AsyncIterable<Uint8Array>;
  readonly cancel: () => void;
  /** How long reading it may take if it is kept, in milliseconds. */
  readonly whole?: number;
};

/** Why there is no answer that could be read. `isTransient`: trying again may help. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly isTransient: boolean;

  constructor(message: string, { isTransient }: { readonly isTransient: boolean }) {
    super(message);
    this.isTransient = isTransient;
  }
}

/** HttpClient makes single requests: it follows no redirect, adds no credential, and tries nothing twice. */
export interface HttpClient {
  /** open resolves when the headers are there. */
  open(request: HttpRequest): Promise<HttpStream>;
  close(): void;
}

export type HttpOptions = {
  /** What to trust instead of what Node does by itself. */
  readonly trust?: SecureContext;
  readonly signal: AbortSignal;
  readonly lookup?: LookupFunction;
  readonly deadlines?: Deadlines;
};

/** httpClient speaks HTTP/1.1 over kept-alive connections, through the proxy that the environment names, if any. */
export function httpClient({ trust, signal, lookup, deadlines = DEADLINES }: HttpOptions): HttpClient {
  const options = {
    keepAlive: true,
    maxSockets: CONNECTIONS,
    timeout: deadlines.idle,
    proxyEnv: process.env,
    ...(lookup === undefined ? {} : { lookup }),
  };
  const agents = {
    'https:': new https.Agent({
      ...options,
      ...(trust === undefined ? {} : { secureContext: trust }),
    } as https.AgentOptions),
    'http:': new http.Agent(options),
  };
  return {
    open: (request) => open(request, { agents, signal, deadlines }),
    close: () => {
      agents['https:'].destroy();
      agents['http:'].destroy();
    },
  };
}

type Way = {
  readonly agents: { readonly 'https:': https.Agent; readonly 'http:': http.Agent };
  readonly signal: AbortSignal;
  readonly deadlines: Deadlines;
};

async function open(request: HttpRequest, way: Way): Promise<HttpStream> {
  const { agents, signal, deadlines } = way;
  const { promise, resolve, reject } = Promise.withResolvers<HttpStream>();
  const { method, url, body } = request;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(`${url.protocol} is not HTTP`);
  const headers = {
    ...request.headers,
    'accept-encoding': 'identity',
    'user-agent': 'verified-image-push',
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
  const start = url.protocol === 'https:' ? https.request : http.request;
  const sent = start(url, { method, headers, agent: agents[url.protocol], signal, maxHeaderSize: 16 * 1024 });
  const late = setTimeout(() => sent.destroy(silent(deadlines.headers)), deadlines.headers);
  sent.on('timeout', () => sent.destroy(silent(deadlines.idle)));
  sent.on('error', (error: NodeJS.ErrnoException) => {
    clearTimeout(late);
    // A kept-alive connection may have been closed just as we took it: that says nothing about the request.
    if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(open(request, way));
    else reject(error);
  });
  sent.on('response', (response) => {
    clearTimeout(late);
    const encoding = response.headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') {
      const error = refused(`the body is encoded as "${encoding}", which was not asked for`);
      response.destroy(error);
      return reject(error);
    }
    resolve({
      status: response.statusCode ?? 0,
      headers: joined(response.headersDistinct),
      body: bounded(response, request.limit),
      cancel: () => response.destroy(),
      whole: deadlines.whole,
    });
  });
  sent.end(body);
  return promise;
}

/** readAnswer reads a body that is kept: bounded in length by `limit` of the request, and in time. */
export async function readAnswer(stream: HttpStream): Promise<HttpAnswer> {
  const { status, headers, body, cancel, whole = DEADLINES.whole } = stream;
  const chunks: Uint8Array[] = [];
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    cancel();
  }, whole);
  try {
    for await (const chunk of body) chunks.push(chunk);
  } catch (error) {
    throw isLate ? silent(whole) : error;
  } finally {
    clearTimeout(late);
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

/** What counts is what we count, whatever the length header says. */
async function* bounded(response: http.IncomingMessage, limit: number): AsyncIterable<Uint8Array> {
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) throw refused(`the body is longer than ${limit} bytes`);
    yield chunk;
  }
}

function refused(message: string): HttpProblem {
  return new HttpProblem(message, { isTransient: false });
}

function silent(milliseconds: number): HttpProblem {
  return new HttpProblem(`the answer was not there after ${milliseconds / 1000} s`, { isTransient: true });
}

function joined(headers: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';
import { systemTimer, type Timer } from '../time/clock.ts';
import { isStreamed, type Sending, type StreamedBody, sendBody } from './streamed-body.ts';

/** Sockets of one origin that are used at once. */
const CONNECTIONS = 8;

/** How long the other side may take, in milliseconds. */
export const DEADLINES = {
  /** Without a byte either way. */
  idle: 30_000,
  /** Until the headers of an answer. */
  headers: 60_000,
  /** For a whole answer that is kept, and until an answer of any length must have shown some pace. */
  whole: 120_000,
  /** While bytes of a streamed body wait to be taken. */
  stall: 120_000,
  /** Until the headers of the answer to a streamed body, from its last byte on: much may be stored away by then. */
  stored: 900_000,
} as const;

/** Slowest pace of a long answer, in bytes per millisecond (16 KiB/s): whoever is slower keeps us busy on purpose. */
const SLOWEST = 16;

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | StreamedBody;
  /** The most bytes of body that are read; what an error says is read up to a limit of its own. */
  readonly limit: number;
  /** Ends this request, in place of the signal that ends all of them. */
  readonly signal?: AbortSignal;
};

/** Longest body of an error that is read, in bytes. */
const ERROR_LIMIT = 64 * 1024;

/** The beginning of an answer. Header names are in lower case; several of one name are joined by a comma. */
export type HttpHead = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/** An answer whose body was read, whatever its status. */
export type HttpAnswer = HttpHead & { readonly body: Uint8Array };

/** An answer whose body is still to be read, or to be left by `cancel`. */
export type HttpStream = HttpHead & {
  readonly body: AsyncIterable<Uint8Array>;
  readonly cancel: () => void;
  /** Rings when reading it has taken so long. */
  readonly timer?: Timer;
  /** IP address at the other end of the connection: of the host, or of a proxy. */
  readonly from?: string | undefined;
};

/**
 * Why there is no answer that could be read. `isTransient`: trying again may help. `lost`: how long it was waited for in
 * vain, in milliseconds.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly isTransient: boolean;
  readonly lost: number;

  constructor(message: string, { isTransient, lost = 0 }: { readonly isTransient: boolean; readonly lost?: number }) {
    super(message);
    this.isTransient = isTransient;
    this.lost = lost;
  }
}

/** A body that goes on beyond what was allowed. */
export class BodyTooLong extends HttpProblem {
  constructor(limit: number) {
    super(`the body is longer than ${limit} bytes`, { isTransient: false });
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
  readonly timer?: Timer;
};

/** httpClient speaks HTTP/1.1 over kept-alive connections, through the proxy that the environment names, if any. */
export function httpClient({ trust, signal, lookup, timer = systemTimer }: HttpOptions): HttpClient {
  const options = {
    keepAlive: true,
    maxSockets: CONNECTIONS,
    timeout: DEADLINES.idle,
    proxyEnv: proxyEnvironment(),
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
    open: (request) => open(request, { agents, signal, timer }),
    close: () => {
      agents['https:'].destroy();
      agents['http:'].destroy();
    },
  };
}

/**
 * No proxy is asked for what is on this machine, as docker does it: a registry here may speak plain HTTP, and a proxy
 * would be shown the credential for it.
 */
function proxyEnvironment(): NodeJS.ProcessEnv {
  // By name: a copy of the whole environment would read every secret in it.
  const { http_proxy, HTTP_PROXY, https_proxy, HTTPS_PROXY, no_proxy, NO_PROXY } = process.env;
  const here = ['localhost', '.localhost', '127.0.0.1-127.255.255.255', '[::1]', '::1'];
  return {
    http_proxy: http_proxy || HTTP_PROXY,
    https_proxy: https_proxy || HTTPS_PROXY,
    no_proxy: [no_proxy || NO_PROXY || '', ...here].filter(Boolean).join(','),
  };
}

type Way = {
  readonly agents: { readonly 'https:': https.Agent; readonly 'http:': http.Agent };
  readonly signal: AbortSignal;
  readonly timer: Timer;
};

async function open(request: HttpRequest, way: Way): Promise<HttpStream> {
  const { agents, timer } = way;
  const { promise, resolve, reject } = Promise.withResolvers<HttpStream>();
  const { method, url, body, signal = way.signal } = request;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(`${url.protocol} is not HTTP`);
  const headers = {
    ...request.headers,
    'accept-encoding': 'identity',
    'user-agent': 'verified-image-push',
    ...lengthHeader(body),
  };
  const start = url.protocol === 'https:' ? https.request : http.request;
  // What a streamed body waits for is timed piece by piece; between two pieces the source may take its time.
  const timeout = isStreamed(body) ? DEADLINES.stored : DEADLINES.idle;
  const sent = start(url, { method, headers, agent: agents[url.protocol], signal, timeout, maxHeaderSize: 16 * 1024 });
  let answered = (): void => undefined;
  let hasAnswered = false;
  let sending: Sending | undefined;
  const expectAnswer = (milliseconds: number) => {
    answered = timer(milliseconds, () => sent.destroy(silent(milliseconds)));
  };
  sent.on('timeout', () => sent.destroy(silent(timeout)));
  sent.on('error', (error: NodeJS.ErrnoException) => {
    answered();
    // A kept-alive connection may have been closed just as we took it: that says nothing about the request. Of a body
    // that is streamed a part may be there, and the same upload does not take it from its beginning again.
    const isReset = ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
    const isStale = isReset && sent.reusedSocket && !hasAnswered && !isStreamed(body);
    if (isStale) resolve(open(request, way));
    else reject(error);
  });
  // Without an error, too: Node closes a connection on which the other side has changed to another protocol.
  sent.on('close', () => {
    answered();
    reject(refused('the connection was closed without an answer'));
  });
  sent.on('response', (response) => {
    hasAnswered = true;
    answered();
    const problem = problemOf(response, sending);
    if (problem !== undefined) {
      response.destroy(problem);
      return reject(problem);
    }
    resolve({
      status: response.statusCode ?? 0,
      headers: joined(response.headersDistinct),
      body: bounded(response, {
        limit: isError(response) ? ERROR_LIMIT : request.limit,
        timer,
      }),
      cancel: () => response.destroy(),
      timer,
      from: response.socket.remoteAddress,
    });
  });
  if (isStreamed(body)) {
    const over = () => sent.destroy(silent(DEADLINES.stall));
    sending = sendBody(sent, body, () => timer(DEADLINES.stall, over));
    sending.done.then(() => hasAnswered || sent.destroyed || expectAnswer(DEADLINES.stored), reject);
  } else {
    // Only when it has one of our connections the other side is waited for.
    sent.once('socket', () => expectAnswer(DEADLINES.headers));
    sent.end(body);
  }
  return promise;
}

function lengthHeader(body: HttpRequest['body']): Record<string, string> {
  if (body === undefined) return {};
  const length = isStreamed(body) ? body.length : Buffer.byteLength(body);
  return length === undefined ? {} : { 'content-length': String(length) };
}

/** What is wrong with an answer by its beginning alone. */
function problemOf(response: http.IncomingMessage, sending: Sending | undefined): HttpProblem | undefined {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refused(`the body is encoded as "${encoding}", which was not asked for`);
  // A refusal may come early; but nobody has stored what we have not sent.
  if (sending !== undefined && !sending.isComplete() && (response.statusCode ?? 0) < 300) {
    return refused('the answer says that all is well, before all was sent');
  }
  return undefined;
}

/** readAnswer reads a body that is kept: bounded in length by `limit` of the request, and in time. */
export async function readAnswer(stream: HttpStream): Promise<HttpAnswer> {
  const { status, headers, body, cancel, timer = systemTimer } = stream;
  const chunks: Uint8Array[] = [];
  let isLate = false;
  const isRead = timer(DEADLINES.whole, () => {
    isLate = true;
    cancel();
  });
  try {
    for await (const chunk of body) chunks.push(chunk);
  } catch (error) {
    throw isLate ? silent(DEADLINES.whole) : error;
  } finally {
    isRead();
  }
  return { status, headers, body: Buffer.concat(chunks) };
}

type Bounds = { readonly limit: number; readonly timer: Timer };

/** What counts is what we count, whatever the length header says. The answer is timed from here on, not from its first reading. */
function bounded(response: http.IncomingMessage, { limit, timer }: Bounds): AsyncIterable<Uint8Array> {
  const seen = { length: 0 };
  const watch = (rings: number): (() => void) =>
    timer(DEADLINES.whole, () => {
      if (seen.length < rings * DEADLINES.whole * SLOWEST) response.destroy(silent(DEADLINES.whole));
      else isOver = watch(rings + 1);
    });
  let isOver = watch(1);
  response.once('close', () => isOver());
  return counted(response, limit, seen);
}

async function* counted(
  response: http.IncomingMessage,
  limit: number,
  seen: { length: number },
): AsyncIterable<Uint8Array> {
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    seen.length += chunk.byteLength;
    if (seen.length > limit) {
      // The status of an error counts, however long the page is that a proxy sends with it.
      if (isError(response)) return;
      throw new BodyTooLong(limit);
    }
    yield chunk;
  }
}

function isError({ statusCode = 0 }: http.IncomingMessage): boolean {
  return statusCode >= 400;
}

function refused(message: string): HttpProblem {
  return new HttpProblem(message, { isTransient: false });
}

function silent(milliseconds: number): HttpProblem {
  const message = `the answer was not there after ${milliseconds / 1000} s`;
  return new HttpProblem(message, { isTransient: true, lost: milliseconds });
}

function joined(headers: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

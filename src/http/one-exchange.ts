import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import type { Timer } from '../time/clock.ts';
import { inPlainWords } from './failure.ts';
import { DEADLINES, type HttpProblem, type HttpRequest, type HttpStream, refused, silent } from './http.ts';
import { type WithAhead, wasPrepared } from './prepared.ts';
import { received } from './receiving.ts';
import { isStreamed, type Sending, sendBody } from './streamed-body.ts';

/** How a request is sent. */
export type Way = {
  /** agentFor picks the connections for an address; throws an ActionError if the environment names no usable proxy. */
  readonly agentFor: (url: URL) => http.Agent;
  readonly signal: AbortSignal;
  readonly timer: Timer;
  /** How long a connection may take, in milliseconds. */
  readonly connectWithin: number;
  /** Gives up each request that has no answer yet. */
  readonly unanswered: Set<() => void>;
};

/** exchange makes one request, and resolves when the headers of its answer are there. */
export async function exchange(request: HttpRequest, way: Way): Promise<HttpStream> {
  const { promise, resolve, reject } = Promise.withResolvers<HttpStream>();
  const sent = begin(request, way);
  const patience = new Patience(sent, way.timer);
  const giveUp = () => {
    patience.end();
    reject(refused('the connections were closed before the answer'));
    sent.destroy();
  };
  way.unanswered.add(giveUp);
  for (const end of ['response', 'close']) sent.once(end, () => way.unanswered.delete(giveUp));
  sent.on('error', (error: NodeJS.ErrnoException) => {
    // A connection that was already open may have been closed just when we used it: that says nothing about the
    // request. But data may have been stored, completely or in part, so it is not sent again without a check.
    const isReset = ['ECONNRESET', 'EPIPE'].includes(error.code ?? '');
    const wasOpen = sent.reusedSocket || wasPrepared(sent.socket);
    const isStale = isReset && wasOpen && !patience.isOver && !stores(request);
    // Those that are still open are tried in turn, and no more are opened: so this ends.
    if (isStale) resolve(exchange({ ...request, ahead: 0 }, way));
    else reject(inPlainWords(error));
  });
  // Also without an error: Node closes a connection if the other side has changed to another protocol.
  sent.on('close', () => reject(refused('the connection was closed without an answer')));
  const sending = send(sent, request, { patience, timer: way.timer, connected: connection(sent, patience, way) });
  sent.on('response', (response) => {
    patience.end();
    const problem = problemOf(response, sending);
    if (problem === undefined) return resolve(received(response, { sent, limit: request.limit, timer: way.timer }));
    response.destroy(problem);
    reject(problem);
  });
  sending?.done.catch(reject);
  return promise;
}

function begin({ method, url, body, headers, signal, ahead }: HttpRequest, way: Way): http.ClientRequest {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refused(`${url.protocol} is not HTTP`);
  const ours = { 'accept-encoding': 'identity', 'user-agent': 'verified-image-push', ...lengthHeader(body) };
  const options: http.RequestOptions & WithAhead = {
    method,
    headers: { ...headers, ...ours },
    agent: way.agentFor(url),
    signal: signal ?? way.signal,
    maxHeaderSize: 16 * 1024,
    ahead,
  };
  return (url.protocol === 'https:' ? https : http).request(url, options);
}

function stores({ body, stores: isSaid }: HttpRequest): boolean {
  return isSaid ?? isStreamed(body);
}

function lengthHeader(body: HttpRequest['body']): Record<string, string> {
  if (body === undefined) return {};
  const length = isStreamed(body) ? body.length : Buffer.byteLength(body);
  return length === undefined ? {} : { 'content-length': String(length) };
}

/**
 * Patience is how long the other side may take until it answers. One limit counts at a time; if it is reached, it ends
 * the request and is reported. The limits are not the socket's: Node shortens those to what a server says about its
 * idle connections (`Keep-Alive: timeout=5`, nodejs/node#53458).
 */
class Patience {
  readonly #sent: http.ClientRequest;
  readonly #timer: Timer;
  #stop = (): void => undefined;
  isOver = false;

  constructor(sent: http.ClientRequest, timer: Timer) {
    this.#sent = sent;
    this.#timer = timer;
    sent.once('close', () => this.end());
  }

  /** wait sets the limit from now on; undefined sets none. */
  wait(milliseconds: number | undefined): void {
    this.#stop();
    this.#stop = () => undefined;
    if (milliseconds === undefined || this.isOver) return;
    this.#stop = this.#timer(milliseconds, () => this.#sent.destroy(silent(milliseconds)));
  }

  end(): void {
    this.isOver = true;
    this.wait(undefined);
  }
}

/**
 * Resolves when the request has its connection, including TLS. The wait for a free one is not limited: it is nobody's
 * fault.
 */
function connection(sent: http.ClientRequest, patience: Patience, { connectWithin }: Way): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  sent.once('socket', (socket: Socket & { readonly secureConnecting?: boolean }) => {
    if (!socket.connecting && socket.secureConnecting !== true) return resolve();
    patience.wait(connectWithin);
    socket.once(socket.secureConnecting === undefined ? 'connect' : 'secureConnect', resolve);
  });
  return promise;
}

type Watched = { readonly patience: Patience; readonly timer: Timer; readonly connected: Promise<void> };

/** Sends the body, and waits for the answer after its last byte; undefined unless the body is streamed. */
function send(sent: http.ClientRequest, request: HttpRequest, watched: Watched): Sending | undefined {
  const { patience, timer, connected } = watched;
  const { body } = request;
  const limit = stores(request) ? DEADLINES.stored : DEADLINES.headers;
  if (!isStreamed(body)) {
    void connected.then(() => patience.wait(limit));
    sent.end(body);
    return undefined;
  }
  // Each wait of a streamed body is timed separately; between two pieces the source may take its time.
  const over = () => sent.destroy(silent(DEADLINES.stall));
  const sending = sendBody(sent, body, () => timer(DEADLINES.stall, over));
  void connected
    .then(() => patience.wait(undefined))
    .then(() => sending.done)
    .then(
      () => patience.wait(limit),
      () => undefined,
    );
  return sending;
}

/** What is wrong with an answer, judged only by its beginning. */
function problemOf(response: http.IncomingMessage, sending: Sending | undefined): HttpProblem | undefined {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refused(`the body has the encoding "${encoding}", which was not requested`);
  // A rejection may come early; but nobody has stored what we have not sent.
  if (sending !== undefined && !sending.isComplete() && (response.statusCode ?? 0) < 300) {
    return refused('the answer reports success before everything was sent');
  }
  return undefined;
}

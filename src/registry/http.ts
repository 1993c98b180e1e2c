import * as http from 'node:http';
import * as https from 'node:https';
import type { SecureContext } from 'node:tls';

/** Sockets of one origin that are used at once. */
const CONNECTIONS = 4;
/** Time without a byte either way, and time for one exchange as a whole, in milliseconds. */
const IDLE = 30_000;
const WHOLE = 120_000;

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** The most bytes of body that are read. */
  readonly limit: number;
};

/** An answer, whatever its status. Header names are in lower case; several of one name are joined by a comma. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
};

/** Why there is no answer that could be read. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
}

/** HttpClient makes single requests: it follows no redirect, adds no credential, and tries nothing twice. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

/** httpClient speaks HTTP/1.1 over kept-alive connections, through the proxy that the environment names, if any. */
export function httpClient(trust: SecureContext, signal: AbortSignal): HttpClient {
  const options = { keepAlive: true, maxSockets: CONNECTIONS, timeout: IDLE, proxyEnv: process.env };
  const agents = {
    'https:': new https.Agent({ ...options, secureContext: trust } as https.AgentOptions),
    'http:': new http.Agent(options),
  };
  return {
    request: (request) => exchange(request, agents, AbortSignal.any([signal, AbortSignal.timeout(WHOLE)])),
    close: () => {
      agents['https:'].destroy();
      agents['http:'].destroy();
    },
  };
}

type Agents = { readonly 'https:': https.Agent; readonly 'http:': http.Agent };

async function exchange(request: HttpRequest, agents: Agents, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, url, body } = request;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new HttpProblem(`${url.protocol} is not HTTP`);
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const headers = {
    ...request.headers,
    'accept-encoding': 'identity',
    'user-agent': 'verified-image-push',
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
  const open = url.protocol === 'https:' ? https.request : http.request;
  const sent = open(url, { method, headers, agent: agents[url.protocol], signal, maxHeaderSize: 16 * 1024 });
  sent.on('timeout', () => sent.destroy(new HttpProblem(`nothing was received for ${IDLE / 1000} s`)));
  sent.on('error', reject);
  sent.on('response', (response) => {
    readBody(response, request.limit).then(
      (bytes) => resolve({ status: response.statusCode ?? 0, headers: joined(response.headersDistinct), body: bytes }),
      reject,
    );
  });
  sent.end(body);
  return promise;
}

/** Bodies are bounded by what we count, whatever the length header says, and never decompressed. */
async function readBody(response: http.IncomingMessage, limit: number): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  const refuse = (problem: string): never => {
    const error = new HttpProblem(problem);
    response.destroy(error);
    throw error;
  };
  if (encoding !== 'identity') refuse(`the body is encoded as "${encoding}", which was not asked for`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) refuse(`the body is longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

function joined(headers: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(', ')]));
}

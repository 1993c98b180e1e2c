import type { LookupFunction } from 'node:net';
import type { SecureContext } from 'node:tls';
import { systemTimer, type Timer } from '../time/clock.ts';
import type { StreamedBody } from './streamed-body.ts';

/** How long the other side may take, in milliseconds. */
export const DEADLINES = {
  /** Until there is a connection, including TLS. */
  connected: 30_000,
  /** Until the headers of an answer. */
  headers: 60_000,
  /** The same if something is stored before the answer: registries in front of slow stores take minutes. */
  stored: 900_000,
  /** While bytes of a streamed body wait until the other side takes them. */
  stall: 120_000,
  /** Without a byte of the body of an answer. */
  idle: 30_000,
  /** For a whole answer that is kept, and until the pace of an answer of any length is judged. */
  whole: 120_000,
} as const;

export type HttpRequest = {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string | StreamedBody;
  /** Most bytes of body that are read. The body of an error has a separate limit. */
  readonly limit: number;
  /** Whether something is stored before the answer, as with every streamed body: that may take long. */
  readonly stores?: boolean;
  /**
   * How many more requests to the same origin follow soon and together. Their connections are opened with the one for
   * this request, if it needs a new one.
   */
  readonly ahead?: number;
  /** Ends this request, instead of the signal that ends all requests. */
  readonly signal?: AbortSignal;
};

/** The beginning of an answer. Header names are in lower case; several with one name are joined by a comma. */
export type HttpHead = { readonly status: number; readonly headers: Readonly<Record<string, string>> };

/** An answer whose body was read, whatever its status. */
export type HttpAnswer = HttpHead & { readonly body: Uint8Array };

/** An answer whose body must still be read, or left with `cancel`. */
export type HttpStream = HttpHead & {
  readonly body: AsyncIterable<Uint8Array>;
  readonly cancel: () => void;
  /** Fires when reading the answer has taken too long. */
  readonly timer?: Timer;
  /** IP address at the other end of the connection: of the host, or of a proxy. */
  readonly from?: string | undefined;
};

/**
 * Why no answer could be read. `isTransient`: trying again may help. `lost`: how long the request waited without an
 * answer, in milliseconds.
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

/** silent is the problem of an answer that did not come in time. */
export function silent(milliseconds: number): HttpProblem {
  const message = `the answer was not there after ${milliseconds / 1000} s`;
  return new HttpProblem(message, { isTransient: true, lost: milliseconds });
}

/** refused is the problem of an answer, or an address, that cannot be used. */
export function refused(message: string): HttpProblem {
  return new HttpProblem(message, { isTransient: false });
}

/** A body that is longer than allowed. */
export class BodyTooLong extends HttpProblem {
  constructor(limit: number) {
    super(`the body is longer than ${limit} bytes`, { isTransient: false });
  }
}

/** HttpClient makes single requests: it follows no redirect, adds no credential, and repeats nothing. */
export interface HttpClient {
  /** open resolves when the headers are there. */
  open(request: HttpRequest): Promise<HttpStream>;
  close(): void;
}

/** Which certificates are trusted. */
export type Trust = {
  /** Instead of what Node trusts by default. */
  readonly trust?: SecureContext;
  /** wider makes what is trusted instead, if a server shows a certificate that `trust` does not know. */
  readonly wider?: () => SecureContext;
};

export type HttpOptions = Trust & {
  readonly signal: AbortSignal;
  readonly lookup?: LookupFunction;
  readonly timer?: Timer;
  /** How long a connection may take, in milliseconds, including TLS; `DEADLINES.connected` by default. */
  readonly connectWithin?: number;
  /** How many users share its connections: each of them adds the same number of connections. One by default. */
  readonly users?: () => number;
};

/** readAnswer reads a body that is kept: limited in length by the request's `limit`, and in time. */
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

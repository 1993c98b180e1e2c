import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Access } from './access.ts';
import type { Route, RouteKind } from './grammar.ts';
import type { Facts, Situation } from './refusals.ts';

/** One request as a test sees it. `authorization` is kept in full, so that a test can look for leaks. */
export type RecordedRequest = {
  readonly method: string;
  /** Path and query exactly as they came. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorization: string | undefined;
  readonly kind: RouteKind;
  readonly repository: string | undefined;
  readonly reference: string | undefined;
  /** The server that got it: the registry itself, or its token service on a listener of its own. */
  readonly origin: string;
  bodyBytes: number;
  /** The first 64 KiB of the body. */
  body: Buffer;
  /** Unset while the answer is not decided; 0 where the connection was cut without one. */
  status: number | undefined;
  /** Kind of the fault that was played on it. */
  fault: string | undefined;
};

/** Hears that all is sent that will be sent for now, so that a test can let time pass. */
export type OnSilence = () => void;

export type HeaderValues = Record<string, string | string[]>;
export type Body = Buffer | (() => AsyncIterable<Buffer>);

/** How the bytes of an answer travel; left out, they travel as they should. */
export type Delivery =
  | { readonly kind: 'reset' }
  | { readonly kind: 'cut'; readonly after: number; readonly how: 'reset' | 'close' }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number; readonly onSilence?: OnSilence }
  | { readonly kind: 'stall'; readonly after: 'nothing' | 'headers' | number; readonly onSilence?: OnSilence }
  | { readonly kind: 'raw'; readonly bytes: Buffer }
  | { readonly kind: 'twice' };

export type Answer = {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly body?: Body;
  readonly delivery?: Delivery;
  /** Answered before the request's body was read, and the connection closed. */
  readonly early?: boolean;
};

/** What a fault changes in the work of a handler, as opposed to its answer. */
export type Effects = { store: (bytes: Buffer) => Buffer | undefined };

export type Exchange = {
  readonly method: string;
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly route: Route;
  readonly headers: IncomingMessage['headers'];
  readonly origin: string;
  readonly body: RequestBody;
  readonly effects: Effects;
  /** What the user who asks may do, once that is known. */
  access: Access | undefined;
  readonly record: RecordedRequest;
  /** Notes that the client broke the specification, whatever the answer is. */
  violation(rule: string, message: string): void;
  /** An error answer, in the words of the personality. */
  refuse(situation: Situation, facts?: Facts): Answer;
};

const KEPT = 64 * 1024;

/** The request's body, read once, counted, and with its beginning kept for the record. */
export class RequestBody {
  readonly #message: IncomingMessage;
  readonly #record: RecordedRequest;

  /** Milliseconds to wait after every piece: a server that reads slowly makes the client write slowly. */
  pause = 0;

  constructor(message: IncomingMessage, record: RecordedRequest) {
    this.#message = message;
    this.#record = record;
  }

  async *stream(): AsyncGenerator<Buffer> {
    // A loop that leaves early must not destroy the socket: the answer still has to go out on it.
    for await (const chunk of this.#message.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer;
      const room = KEPT - this.#record.body.length;
      if (room > 0) this.#record.body = Buffer.concat([this.#record.body, bytes.subarray(0, room)]);
      this.#record.bodyBytes += bytes.length;
      if (this.pause > 0) await wait(this.pause, undefined, { ref: false });
      yield bytes;
    }
  }

  /** The whole body, or undefined if it is longer than `limit`; the rest is then read and dropped. */
  async whole(limit: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of this.stream()) {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
    }
    return length <= limit ? Buffer.concat(chunks) : undefined;
  }

  async drain(): Promise<void> {
    if (this.#message.readableEnded || this.#message.destroyed) return;
    for await (const _ of this.stream());
  }
}

export function json(status: number, value: unknown, headers: HeaderValues = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

export function empty(status: number, headers: HeaderValues = {}): Answer {
  return { status, headers, body: Buffer.alloc(0) };
}

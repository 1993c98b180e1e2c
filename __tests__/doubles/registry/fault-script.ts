import type { Exchange, HeaderValues, OnSilence, RecordedRequest } from './exchange.ts';
import type { RouteKind } from './grammar.ts';
import type { Situation } from './refusals.ts';

/** Which requests a fault is for; every field that is given must hold. */
export type FaultMatch = {
  readonly method?: string | readonly string[];
  /** `manifest` means both ways to address one; `any` everything, the token service too. */
  readonly kind?: Exclude<RouteKind, 'unknown'> | 'manifest' | 'any';
  readonly repository?: string;
  readonly reference?: string | RegExp;
  readonly when?: (request: RecordedRequest) => boolean;
};

/** What goes wrong. All of it is what a server, a proxy or a network between can do. */
export type Act =
  /** Any answer at all. `early`: before the body was read, and the connection closed after it. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: HeaderValues;
      readonly body?: string | Buffer;
      readonly early?: boolean;
    }
  /** An OCI error with this status and code. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message?: string;
      readonly headers?: HeaderValues;
    }
  /** The refusal that this make of registry would give. */
  | { readonly kind: 'refuse'; readonly situation: Situation }
  | { readonly kind: 'rate-limit'; readonly retryAfter?: string; readonly status?: 429 | 503 }
  | { readonly kind: 'login-page'; readonly status?: number }
  /** A challenge of the test's own: each value in a header of its own; none at all is a 401 that asks for nothing. */
  | { readonly kind: 'challenge'; readonly values: readonly string[]; readonly status?: number }
  | {
      readonly kind: 'redirect';
      readonly status: 301 | 302 | 303 | 307 | 308;
      readonly to: string | ((request: RecordedRequest) => string);
    }
  /** `after-handling`: what was asked for was done, and the client is not told. */
  | { readonly kind: 'reset'; readonly when: 'before-handling' | 'mid-request' | 'after-handling' | 'mid-body' }
  /** A Content-Length that is not kept: the connection ends early, in an orderly way. */
  | { readonly kind: 'short-body' }
  | { readonly kind: 'drip'; readonly bytes: number; readonly everyMs: number; readonly onSilence?: OnSilence }
  | { readonly kind: 'delay'; readonly ms: number }
  /** Answers when the test says so. */
  | { readonly kind: 'wait'; readonly until: () => Promise<void> }
  /** Reads the request slowly: so many milliseconds for every piece of it. */
  | { readonly kind: 'slow-read'; readonly ms: number }
  | {
      readonly kind: 'hang';
      readonly when: 'before-reading' | 'before-headers' | 'after-headers' | 'mid-body';
      readonly onSilence?: OnSilence;
    }
  /** The right answer with another status or other headers; an empty value takes a header away. */
  | { readonly kind: 'alter'; readonly status?: number; readonly headers?: HeaderValues }
  | { readonly kind: 'digest-header'; readonly value: 'missing' | 'wrong' | 'upper-case' | 'malformed' }
  | { readonly kind: 'location'; readonly form: LocationForm; readonly host?: string }
  /** Says 201 and keeps nothing. */
  | { readonly kind: 'store-nothing' }
  /** Says 201 and keeps other bytes: the manifest written anew by default. */
  | { readonly kind: 'store-other'; readonly bytes?: (bytes: Buffer) => Buffer }
  /** Answers well, and loses something afterwards. */
  | { readonly kind: 'forget'; readonly what: 'itself' | 'config' | 'layer' | 'child' }
  /** Serves other bytes than it has, under unchanged headers. */
  | { readonly kind: 'other-bytes'; readonly bytes?: 'flipped' | 'truncated' | 'reserialised' | Buffer }
  /** After this write the tag shows its former state (or 404) for so many reads. */
  | { readonly kind: 'stale-tag'; readonly reads: number }
  /** Right after this write somebody else moves the tag to another image. */
  | { readonly kind: 'tag-moved'; readonly to?: string }
  | { readonly kind: 'huge-body'; readonly bytes: number; readonly declared?: boolean; readonly status?: number }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'gzip-bomb'; readonly bytes: number }
  | { readonly kind: 'header-flood'; readonly bytes: number }
  /** The answer, and once more the answer. */
  | { readonly kind: 'duplicate' }
  /** These bytes instead of HTTP. */
  | { readonly kind: 'raw'; readonly bytes: string }
  /** Every token handed out so far is void from this request on. */
  | { readonly kind: 'expire-tokens' };

export type LocationForm =
  | 'relative'
  | 'absolute'
  | 'path-only'
  | 'scheme-less'
  | 'other-host'
  | 'other-scheme'
  | 'odd-query'
  | 'without-port'
  | 'missing';

export type FaultRule = {
  readonly match?: FaultMatch;
  /** How often it is played; once by default. */
  readonly times?: number | 'always';
  /** How many matching requests pass before the first. */
  readonly skip?: number;
  readonly act: Act;
};

/** A fault that was asked for; a test that relies on it can see that it was played. */
export type Fault = { readonly rule: FaultRule; readonly seen: number; readonly played: number; remove(): void };

type Entry = { readonly rule: FaultRule; seen: number; played: number; remove(): void };

export class FaultScript {
  readonly #entries: Entry[] = [];

  add(rule: FaultRule): Fault {
    const remove = (): void => {
      const at = this.#entries.indexOf(entry);
      if (at >= 0) this.#entries.splice(at, 1);
    };
    const entry: Entry = { rule, seen: 0, played: 0, remove };
    this.#entries.push(entry);
    return entry;
  }

  clear(): void {
    this.#entries.length = 0;
  }

  unplayed(): Fault[] {
    return this.#entries.filter(({ played }) => played === 0);
  }

  /** The first rule whose turn it is; rules behind it do not see this request. */
  take(exchange: Exchange): Act | undefined {
    for (const entry of this.#entries) {
      const { match = {}, times = 1, skip = 0, act } = entry.rule;
      if (!matches(match, exchange.record)) continue;
      entry.seen += 1;
      if (entry.seen <= skip || (times !== 'always' && entry.played >= times)) continue;
      entry.played += 1;
      exchange.record.fault = act.kind;
      return act;
    }
    return undefined;
  }
}

function matches(match: FaultMatch, request: RecordedRequest): boolean {
  const { method, kind = 'any', repository, reference, when } = match;
  if (method !== undefined && ![method].flat().includes(request.method)) return false;
  if (
    kind === 'manifest' ? request.kind !== 'tag' && request.kind !== 'digest' : kind !== 'any' && kind !== request.kind
  ) {
    return false;
  }
  if (repository !== undefined && repository !== request.repository) return false;
  if (typeof reference === 'string' && reference !== request.reference) return false;
  if (reference instanceof RegExp && !reference.test(request.reference ?? '')) return false;
  return when?.(request) ?? true;
}

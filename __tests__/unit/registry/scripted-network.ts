import type { HttpHead, HttpRequest, HttpStream } from '../../../src/http/http.ts';
import type { Network } from '../../../src/registry/network.ts';
import { Session, type SessionOptions } from '../../../src/registry/session.ts';
import type { Credential } from '../../../src/secret/credential.ts';
import { Secret } from '../../../src/secret/secret.ts';
import type { Clock } from '../../../src/time/clock.ts';

export const PASSWORD = 'pu$h "t0ken';
export const CREDENTIAL: Credential = { username: 'ci-bot', password: new Secret(PASSWORD) };
export const BASIC = `Basic ${Buffer.from(`ci-bot:${PASSWORD}`).toString('base64')}`;

export type Scripted = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Script = (request: HttpRequest, seen: readonly HttpRequest[]) => Scripted;

/** A network without sockets: whatever host is asked, a function answers, and every request is kept. */
export class ScriptedNetwork {
  readonly requests: HttpRequest[] = [];
  readonly #script: Script;

  constructor(script: Script) {
    this.#script = script;
  }

  async open(request: HttpRequest): Promise<HttpStream> {
    this.requests.push(request);
    const { status = 200, headers = {}, body = '' } = this.#script(request, this.requests);
    async function* bytes() {
      yield Buffer.from(body);
    }
    return { status, headers, body: bytes(), cancel: () => undefined };
  }

  /** Everything that was sent to hosts other than this one. */
  sentElsewhere(host: string): string {
    const others = this.requests.filter(({ url }) => url.host !== host);
    return JSON.stringify(others.map(({ url, headers, body }) => [url.href, headers, String(body)]));
  }
}

/** A clock on which a sleep takes no time, and the time goes on all the same. */
export function fastClock(): Clock & { readonly slept: number[] } {
  let now = 0;
  const slept: number[] = [];
  const sleep = async (milliseconds: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    slept.push(milliseconds);
    now += milliseconds;
  };
  return { now: () => now, date: () => now, sleep, slept };
}

export type SessionWorld = { readonly session: Session; readonly masked: string[]; readonly heads: HttpHead[] };

export function sessionAt(
  registry: string,
  network: ScriptedNetwork | Network,
  more: Partial<SessionOptions> = {},
): SessionWorld {
  const masked: string[] = [];
  const heads: HttpHead[] = [];
  const session = new Session({
    network: network as Network,
    account: {
      registry: new URL(registry),
      credential: async () => CREDENTIAL,
      scope: 'repository:owner/app:pull,push',
      authHosts: [],
    },
    clock: fastClock(),
    signal: new AbortController().signal,
    mask: (text) => void masked.push(text),
    onHead: (head) => void heads.push(head),
    ...more,
  });
  return { session, masked, heads };
}

export const get = (path: string) => ({ method: 'GET', path, headers: {}, limit: 1 << 20 }) as const;

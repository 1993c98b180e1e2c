import { ActionError } from '../errors.ts';
import {
  type Account,
  ask,
  assertPrivate,
  basicHeader,
  chooseScheme,
  fetchToken,
  type Scheme,
} from './authentication.ts';
import { isLoopback, originOf } from './endpoint.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http.ts';
import { errorCode, loginRefusal, refusal, untrusted } from './refusal.ts';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 10;
const PING_LIMIT = 64 * 1024;

/** A request below the registry's address, before it has been told who we are. */
export type Request = Omit<HttpRequest, 'url'> & { readonly path: string };

/**
 * Session signs requests in and follows redirects. The credential, and every token made of it, goes to the
 * registry's own origin only, and never again in a chain of redirects that has left it once.
 */
export class Session {
  readonly #http: HttpClient;
  readonly #account: Account;
  readonly #mask: (text: string) => void;
  #scheme: Scheme | undefined;
  #authorization: string | undefined;

  constructor(http: HttpClient, account: Account, mask: (text: string) => void) {
    this.#http = http;
    this.#account = account;
    this.#mask = mask;
  }

  /** signIn learns what the registry wants and proves the credential with it. */
  async signIn(): Promise<void> {
    const ping = {
      method: 'GET',
      url: new URL('/v2/', this.#account.registry),
      headers: {},
      limit: PING_LIMIT,
    } as const;
    const answer = await ask(this.#http, ping);
    if (answer.status === 200) {
      this.#scheme = { kind: 'none' };
      return;
    }
    if (answer.status !== 401) throw refusal(ping, answer);
    this.#scheme = await chooseScheme(answer, this.#account.registry);
    await this.#authorize(this.#scheme);
    if (this.#scheme.kind !== 'basic') return;
    const headers = this.#headersFor(ping.url, {});
    const proof = await ask(this.#http, { ...ping, headers });
    if (proof.status !== 200) throw loginRefusal(ping, proof);
  }

  /** send makes a request, signing in again once if the registry no longer takes what we showed it. */
  async send(request: Request): Promise<HttpAnswer> {
    if (this.#scheme === undefined) await this.signIn();
    const first = await this.#follow(request);
    if (first.status !== 401) return first;
    // A registry that let the ping pass may still want a login for this; one with tokens may find ours too old.
    if (this.#scheme?.kind === 'none') this.#scheme = await chooseScheme(first, this.#account.registry);
    if (this.#scheme?.kind === 'basic' && this.#authorization !== undefined) return first;
    await this.#authorize(this.#scheme);
    return this.#follow(request);
  }

  async #authorize(scheme: Scheme | undefined): Promise<void> {
    if (scheme?.kind === 'basic') this.#authorization = basicHeader(this.#account.credential);
    if (scheme?.kind === 'bearer') {
      this.#authorization = `Bearer ${await fetchToken(this.#http, scheme, this.#account, this.#mask)}`;
    }
  }

  async #follow({ path, ...request }: Request): Promise<HttpAnswer> {
    let url = new URL(path, this.#account.registry);
    let hasLeft = false;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const headers = hasLeft ? { ...request.headers } : this.#headersFor(url, request.headers);
      const answer = await ask(this.#http, { ...request, url, headers });
      if (!REDIRECTS.includes(answer.status)) return answer;
      const next = nextHop(url, answer);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw untrusted(
          `${request.method} ${path} was redirected to ${next.host}; what is written goes to the registry only.`,
        );
      }
      hasLeft ||= originOf(next) !== originOf(this.#account.registry);
      url = next;
    }
    throw untrusted(`${path} was redirected more than ${MOST_REDIRECTS} times.`);
  }

  #headersFor(url: URL, headers: Readonly<Record<string, string>>): Record<string, string> {
    if (this.#authorization === undefined) return { ...headers };
    assertPrivate(url);
    return { ...headers, authorization: this.#authorization };
  }
}

function nextHop(from: URL, answer: HttpAnswer): URL {
  const next = URL.parse(answer.headers.location ?? '', from.href);
  if (next === null) throw untrusted(`${from.host} redirects to something that is not an address.`);
  const isDowngrade = from.protocol === 'https:' && next.protocol !== 'https:';
  if (isDowngrade || !/^https?:$/.test(next.protocol)) {
    throw untrusted(`${from.host} redirects to ${next.protocol}//${next.host}, away from TLS.`);
  }
  if (next.username !== '' || next.password !== '')
    throw untrusted(`${from.host} redirects to an address with a user in it.`);
  return next;
}

/**
 * findRegistry tells the registry's address. It is reached by TLS; a registry on this machine may speak plain HTTP,
 * as docker allows there, and is asked by TLS first.
 */
export async function findRegistry(http: HttpClient, host: string): Promise<URL> {
  const secure = new URL(`https://${host}`);
  if (!isLoopback(secure.hostname)) return secure;
  try {
    await http.request({ method: 'GET', url: new URL('/v2/', secure), headers: {}, limit: PING_LIMIT });
    return secure;
  } catch (error) {
    if (error instanceof ActionError) throw error;
    // Plain HTTP answers a TLS greeting with something that is not TLS, or hangs up on it.
    const speaksPlain = ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ECONNRESET'];
    return speaksPlain.includes(errorCode(error)) ? new URL(`http://${host}`) : secure;
  }
}

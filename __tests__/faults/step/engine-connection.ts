import * as http from 'node:http';
import * as https from 'node:https';
import { parseChallenges } from '../../../src/registry/challenge.ts';
import { decodeFailure, networkFailure, refusal, Setback } from './setback.ts';

export type Credential =
  | { readonly username: string; readonly password: string }
  /** A token that the CLI has in its file for this registry: it is shown as it is. */
  | { readonly registryToken: string };

export type EngineConnectionOptions = {
  readonly origin: string;
  /** Tells a login's requests from a push's. */
  readonly agent: string;
  readonly credential: Credential | undefined;
  /** Of the one repository that tokens are asked for; undefined for a login. */
  readonly scope: string | undefined;
  readonly signal: AbortSignal;
};

export type Sent = { readonly body?: Buffer; readonly type?: string; readonly isStream?: boolean };
export type Answer = {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
};

type Scheme =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic' }
  | { readonly kind: 'bearer'; readonly realm: string; readonly service: string };

const MOST_REDIRECTS = 10;

/** How an engine of the graph-driver kind talks to a registry: a connection for every request, and nothing twice. */
export class EngineConnection {
  readonly #options: EngineConnectionOptions;
  #scheme: Scheme = { kind: 'none' };
  #token: string | undefined;

  constructor(options: EngineConnectionOptions) {
    this.#options = options;
  }

  /** ping learns how to sign in. Only a 401 says so; after any other answer the engine goes on without a credential. */
  async ping(): Promise<void> {
    const answer = await this.#follow('GET', new URL('/v2/', this.#options.origin), {});
    const challenges =
      answer.status === 401 ? parseChallenges(String(answer.headers['www-authenticate'] ?? '')).read : [];
    const bearer = challenges.find(({ scheme }) => scheme === 'bearer')?.parameters;
    if (bearer !== undefined) {
      this.#scheme = { kind: 'bearer', realm: bearer.realm ?? '', service: bearer.service ?? '' };
    } else if (challenges.some(({ scheme }) => scheme === 'basic')) this.#scheme = { kind: 'basic' };
  }

  /** request asks for something with what the registry wants to see. */
  async request(method: string, target: string | URL, sent: Sent = {}): Promise<Answer> {
    return this.#follow(method, new URL(target, this.#options.origin), sent, await this.#authorization());
  }

  async #authorization(): Promise<string | undefined> {
    const { credential } = this.#options;
    const scheme = this.#scheme;
    if (scheme.kind === 'none' || credential === undefined) return undefined;
    if ('registryToken' in credential) return `Bearer ${credential.registryToken}`;
    const basic = `Basic ${Buffer.from(`${credential.username}:${credential.password}`).toString('base64')}`;
    if (scheme.kind === 'basic') return basic;
    this.#token ??= await this.#fetchToken(scheme.realm, scheme.service, basic);
    return `Bearer ${this.#token}`;
  }

  async #fetchToken(realm: string, service: string, basic: string): Promise<string> {
    const { credential, scope } = this.#options;
    const url = new URL(realm);
    if (credential !== undefined && 'username' in credential) url.searchParams.set('account', credential.username);
    if (scope === undefined) url.searchParams.set('offline_token', 'true');
    else url.searchParams.set('scope', scope);
    url.searchParams.set('service', service);
    const answer = await this.#follow('GET', url, {}, basic);
    if (answer.status < 200 || answer.status > 399) throw refusal(answer);
    const { token, access_token } = decodeToken(answer.body);
    if (token ?? access_token) return String(token ?? access_token);
    throw new Setback('authorization server did not include a token in the response', { isFinal: true });
  }

  async #follow(method: string, url: URL, sent: Sent, authorization?: string): Promise<Answer> {
    for (let hops = 0; ; hops++) {
      const answer = await this.#exchange(method, url, sent, authorization);
      const isFollowed = [301, 302, 303, 307, 308].includes(answer.status) && answer.headers.location !== undefined;
      // A body that was streamed is gone, so the redirect itself is the answer.
      if (!isFollowed || sent.isStream === true) return answer;
      if (hops === MOST_REDIRECTS)
        throw new Setback(`${method} "${url}": stopped after 10 redirects`, { isFinal: false });
      url = new URL(answer.headers.location ?? '', url);
    }
  }

  #exchange(method: string, url: URL, { body, type, isStream }: Sent, authorization?: string): Promise<Answer> {
    const { agent, signal } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const headers = {
      'user-agent': agent,
      ...(authorization === undefined ? {} : { authorization }),
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(isStream ? { 'transfer-encoding': 'chunked' } : {}),
      ...(!isStream && method !== 'GET' && method !== 'HEAD' ? { 'content-length': String(body?.length ?? 0) } : {}),
    };
    const options = { method, headers, signal, agent: false as const };
    const sent =
      url.protocol === 'https:'
        ? https.request(url, { ...options, rejectUnauthorized: false })
        : http.request(url, options);
    let hasAnswered = false;
    const fail = (error: Error): void => {
      // Of most answers the engine reads the head only; a token that breaks off is one that cannot be decoded.
      if (hasAnswered && !signal.aborted) return;
      reject(signal.aborted ? signal.reason : networkFailure(error, { method, url }));
    };
    sent.on('error', fail).on('response', (response) => {
      const chunks: Buffer[] = [];
      hasAnswered = true;
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
      response.on('close', () => {
        if (signal.aborted) return fail(signal.reason);
        const { statusCode: status = 0, headers: seen } = response;
        resolve({ method, url, status, headers: seen, body: Buffer.concat(chunks) });
      });
    });
    sent.end(body);
    return promise;
  }
}

function decodeToken(body: Buffer): { readonly token?: unknown; readonly access_token?: unknown } {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw decodeFailure(body);
  }
}

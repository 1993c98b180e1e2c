import * as http from 'node:http';
import * as https from 'node:https';

export type Credential = { readonly username: string; readonly password: string } | { readonly token: string };

export type RegistryOptions = {
  readonly host: string;
  readonly credential: Credential | undefined;
  /** Whom the engine trusts. Without it certificates are not looked at, as dockerd does for 127.0.0.0/8. */
  readonly ca: string | undefined;
  /** The port on loopback where every other host is, by TLS. */
  readonly internet: number | undefined;
  readonly signal: AbortSignal;
};

export type Sent = { readonly headers?: Record<string, string>; readonly body?: Buffer };
export type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer };

/** What the engine says when a registry does not do what it was asked for, in the engine's words. */
export class EngineError extends Error {}

/** How an engine talks to one registry: TLS first, then plain, with Basic or a token as it is asked for. */
export class RegistryConnection {
  readonly #options: RegistryOptions;
  #origin = '';
  #authorization: string | undefined;

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** open finds the registry and learns how to sign in there, for a scope if there is one. */
  async open(scope?: string): Promise<void> {
    const { host, credential } = this.#options;
    const ping = await this.#ping();
    if (ping.status !== 401) return;
    if (credential !== undefined && 'token' in credential) {
      this.#authorization = `Bearer ${credential.token}`;
      return;
    }
    const challenge = String(ping.headers['www-authenticate'] ?? '');
    const basic = credential && `Basic ${encode(`${credential.username}:${credential.password}`)}`;
    if (/^basic /i.test(challenge)) {
      if (basic === undefined) throw new EngineError('no basic auth credentials');
      this.#authorization = basic;
      return;
    }
    const parameter = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(challenge)?.[1] ?? '';
    const url = new URL(parameter('realm'));
    url.searchParams.set('service', parameter('service'));
    if (credential !== undefined) url.searchParams.set('account', credential.username);
    if (scope === undefined) url.searchParams.set('offline_token', 'true');
    else url.searchParams.set('scope', scope);
    const answer = await this.#exchange('GET', url, { headers: basic ? { authorization: basic } : {} });
    if (answer.status !== 200) {
      throw new EngineError(
        `Get "https://${host}/v2/": unauthorized: ${said(answer) || 'incorrect username or password'}`,
      );
    }
    const { token, access_token } = JSON.parse(answer.body.toString()) as Record<string, string>;
    this.#authorization = `Bearer ${token ?? access_token}`;
  }

  /** request asks for something below the registry's address; a Location is taken as it comes. */
  request(method: string, target: string, { headers = {}, body }: Sent = {}): Promise<Answer> {
    const authorization = this.#authorization === undefined ? {} : { authorization: this.#authorization };
    return this.#exchange(method, new URL(target, this.#origin), {
      headers: { ...headers, ...authorization },
      ...(body === undefined ? {} : { body }),
    });
  }

  get origin(): string {
    return this.#origin;
  }

  async #ping(): Promise<Answer> {
    const { host } = this.#options;
    try {
      this.#origin = `https://${host}`;
      return await this.request('GET', '/v2/');
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      if (/CERT|SIGNED|VERIFY/.test(code)) {
        throw new EngineError(
          `Get "https://${host}/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority`,
        );
      }
      if (code === 'ECONNREFUSED') throw new EngineError(`Get "https://${host}/v2/": ${message}: connection refused`);
      this.#origin = `http://${host}`;
      return this.request('GET', '/v2/');
    }
  }

  #exchange(method: string, url: URL, { headers = {}, body }: Sent): Promise<Answer> {
    const { ca, internet, signal } = this.#options;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const isFar = internet !== undefined && url.hostname !== '127.0.0.1';
    const way = isFar ? { hostname: '127.0.0.1', port: internet, servername: url.hostname } : {};
    const common = {
      method,
      headers: { host: url.host, ...headers, ...length },
      signal,
      agent: false,
      ...way,
    } as const;
    const trust = ca === undefined ? { rejectUnauthorized: false } : { ca };
    const sent = url.protocol === 'https:' ? https.request(url, { ...common, ...trust }) : http.request(url, common);
    sent.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    // A registry that has what follows a "POST" wants to be told that nothing does.
    if (body === undefined && method === 'POST') sent.setHeader('content-length', '0');
    sent.end(body);
    return promise;
  }
}

/** said is what the engine prints of an error answer: the words of the registry, raw. */
export function said({ status, body }: Answer): string {
  try {
    const { errors } = JSON.parse(body.toString()) as { errors: { code: string; message: string }[] };
    return errors.map(({ code, message }) => `${code.toLowerCase().replaceAll('_', ' ')}: ${message}`).join('\n');
  } catch {
    return `error parsing HTTP ${status} response body: ${body.toString()}`;
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

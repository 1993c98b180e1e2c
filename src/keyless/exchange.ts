import { type HttpAnswer, type HttpClient, type HttpRequest, readAnswer } from '../http/http.ts';
import { transienceOfAnswer, transienceOfError } from '../http/transient-answers.ts';
import { maskedForms, Secret } from '../secret/secret.ts';
import { isLoopback } from '../text/loopback.ts';
import type { Clock } from '../time/clock.ts';
import { type Attempt, Persistence } from '../time/persistence.ts';
import { malformedAnswer, noExchange, type Said } from './refused-exchange.ts';

/** Longest answer that is read, in bytes, unless a request sets another limit; tokens have some kilobytes. */
const LIMIT = 256 * 1024;

/** Shortest text that is accepted as a token, in characters. */
const SHORTEST = 16;

export type ExchangeOptions = {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Gets every form of every token before it is used. */
  readonly mask: (text: string) => void;
};

/** A request to a provider: a document, or the fields of a form. */
export type Asked = {
  /** The provider, as an error names it. */
  readonly who: string;
  readonly method?: 'GET' | 'POST';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Most bytes of the answer. */
  readonly limit?: number;
};

/** Whether an answer says, only in its words, that the same request may succeed later. */
type IsBusy = (answer: HttpAnswer) => boolean;

/** Exchange asks providers, repeats requests that may succeed later, and masks the tokens that it gets. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #persistence: Persistence;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    this.#persistence = new Persistence(options.clock, options.signal);
  }

  /** now is the date, in milliseconds since 1970. */
  get now(): number {
    return this.#options.clock.date();
  }

  /**
   * ask returns the answer, whatever its status. `isBusy` recognises an answer that says, only in its words, that the
   * same request may succeed later. Redirects are not followed: secrets go only to the host that they are for.
   */
  async ask(asked: Asked, isBusy: IsBusy = () => false): Promise<HttpAnswer> {
    return this.#persistence.persist(asked.url.host, () => this.#attempt(asked, isBusy));
  }

  /** askOnce is `ask` for a request that changes something: it is never repeated. */
  async askOnce(asked: Asked): Promise<HttpAnswer> {
    return (await this.#attempt(asked, () => false)).result();
  }

  async #attempt(
    { who, method = 'POST', url, headers = {}, body, limit = LIMIT }: Asked,
    isBusy: IsBusy,
  ): Promise<Attempt<HttpAnswer>> {
    const { http, clock, signal } = this.#options;
    // The last check before a token is sent; every address here follows a fixed rule.
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
      throw malformedAnswer(who, `${url.origin} does not use TLS`);
    const request: HttpRequest = { method, url, headers, limit, ...(body === undefined ? {} : { body }) };
    try {
      const answer = await http.open(request).then(readAnswer);
      return { result: () => answer, transience: transienceOfAnswer(answer, clock.date(), isBusy(answer)) };
    } catch (thrown) {
      signal.throwIfAborted();
      const fail = (): never => {
        throw noExchange(who, url.host, thrown);
      };
      return { result: fail, transience: transienceOfError(thrown) };
    }
  }

  /** form is `ask` with the fields of a form (`application/x-www-form-urlencoded`). */
  form(asked: Asked & { readonly fields: Readonly<Record<string, string>> }, isBusy?: IsBusy): Promise<HttpAnswer> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const body = new URLSearchParams(asked.fields).toString();
    return this.ask({ ...asked, headers: { ...headers, ...asked.headers }, body }, isBusy);
  }

  /**
   * keep masks every form of a token, including the parts of a JWT, and only then makes a Secret of it. Throws
   * EXCHANGE_FAILED if it is no token: a token is long, because masking a short text would hide ordinary text, and a
   * header accepts only visible ASCII.
   */
  keep(who: string, token: unknown, username = ''): Secret {
    if (typeof token !== 'string' || token.length < SHORTEST || !/^[\x21-\x7e]+$/.test(token)) {
      throw malformedAnswer(who, 'it has no token');
    }
    const parts = token.split('.').slice(1);
    const secrets = [token, ...(parts.length === 2 ? parts : []).filter((part) => part.length >= SHORTEST)];
    for (const text of secrets) {
      for (const form of maskedForms({ username, password: new Secret(text), servers: [] })) this.#options.mask(form);
    }
    return new Secret(token);
  }
}

/** jsonOf reads the object in an answer; anything else has no fields. */
export function jsonOf({ body }: HttpAnswer): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** saidBy reads an error in the form of OAuth (RFC 6749, 5.2), or with a `message`. */
export function saidBy(answer: HttpAnswer): Said {
  const { error, error_description, message } = jsonOf(answer);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return { status: answer.status, code: text(error), message: text(error_description) || text(message) };
}

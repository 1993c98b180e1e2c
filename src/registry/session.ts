import { ActionError } from '../errors.ts';
import { type HttpAnswer, type HttpHead, type HttpRequest, type HttpStream, readAnswer } from '../http/http.ts';
import { transienceOfError } from '../http/transient-answers.ts';
import type { Clock } from '../time/clock.ts';
import { type Attempt, Persistence } from '../time/persistence.ts';
import { type Asked, loginRefusal, noAnswer, refusal } from './answers.ts';
import { type Account, basicHeader, chooseScheme, type Scheme, wantsLogin } from './authentication.ts';
import { pingOf } from './endpoint.ts';
import type { Network } from './network.ts';
import { type Followed, follow } from './redirects.ts';
import { fetchToken, lifetimeOf, type Token } from './token.ts';
import { transienceOf } from './transience.ts';

/** The part of its lifetime that a token may have used up and still be passed on. */
const ALMOST_NEW = 0.1;

/** A request without a credential to the registry, or to where it sent us, by its path or address. */
export type Request = Omit<HttpRequest, 'url'> & { readonly path: string };

/** The answer to the first ping of all sessions. */
export type Greeting = { answer: HttpAnswer | undefined };

export type SessionOptions = {
  readonly network: Pick<Network, 'open'>;
  readonly account: Account;
  /** Shared by all sessions with one registry: it asks everybody for the same login. */
  readonly greeting?: Greeting;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Gets every token before it is used. */
  readonly mask: (text: string) => void;
  /** Gets the head of every answer, such as for its warnings. */
  readonly onHead: (head: HttpHead) => void;
};

/**
 * Session adds the login to requests, follows redirects, and retries what may succeed later. The credential and its
 * tokens go only to the registry's own origin, and never again after a redirect has left it.
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #persistence: Persistence;
  #scheme: Promise<Scheme> | undefined;
  #authorization: Promise<string> | undefined;
  #last: { readonly token: Token; readonly fetched: number } | undefined;
  #mayMount = true;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#persistence = new Persistence(options.clock, options.signal);
  }

  get registry(): URL {
    return this.#options.account.registry;
  }

  /** Whether a token for mounting was not refused. */
  get mayMount(): boolean {
    return this.#mayMount;
  }

  /** signIn learns which login the registry wants, and checks the credential with it. */
  async signIn(): Promise<void> {
    const scheme = await this.#learnScheme();
    if (scheme.kind === 'none') return;
    const authorization = await this.#authorize(scheme);
    if (scheme.kind !== 'basic') return;
    const ping = pingOf(this.registry);
    const proof = await this.#exchange({ ...ping, headers: { authorization } });
    if (proof.status !== 200) throw loginRefusal(ping, proof);
  }

  /** ownToken is the token that requests use; undefined if the registry uses no tokens. */
  async ownToken(): Promise<Token | undefined> {
    const scheme = await this.#learnScheme();
    if (scheme.kind !== 'bearer') return undefined;
    await this.#authorize(scheme);
    return this.#last?.token;
  }

  /** newToken returns a token for others, our own if it is almost new; undefined if the registry uses no tokens. */
  async newToken(): Promise<Token | undefined> {
    const scheme = await this.#learnScheme();
    if (scheme.kind !== 'bearer') return undefined;
    if (this.#last === undefined) return this.#fetchToken(scheme);
    const { token, fetched } = this.#last;
    const age = (this.#options.clock.now() - fetched) / 1000;
    if (age >= lifetimeOf(token) * ALMOST_NEW) return this.#fetchToken(scheme);
    return { ...token, expiresIn: token.expiresIn === undefined ? undefined : token.expiresIn - age };
  }

  /**
   * proveLogin asks for a token without a scope, as `docker login` does. If a scope is requested, some token services
   * (Harbor's) give an anonymous token to a wrong credential, and reject it only without. Throws LOGIN_FAILED.
   */
  async proveLogin(): Promise<void> {
    const scheme = await this.#learnScheme();
    const { account, clock } = this.#options;
    const claim = { credential: await account.credential(), scope: '', date: clock.date() };
    if (scheme.kind !== 'bearer' || claim.credential === undefined) return;
    const token = await fetchToken((request) => this.#exchange(request), scheme, claim).catch((error: unknown) => {
      if (error instanceof ActionError && error.code === 'LOGIN_FAILED') throw error;
      // Not every service understands such a request; that says nothing about the credential.
      return undefined;
    });
    if (token !== undefined) this.#masked(token);
  }

  /** tryToken asks once for a token of another scope; undefined if it gets none. */
  async tryToken(scope: string): Promise<Token | undefined> {
    const scheme = await this.#learnScheme();
    const credential = await this.#options.account.credential();
    if (scheme.kind !== 'bearer' || credential === undefined || 'registryToken' in credential) return undefined;
    const once = async (request: HttpRequest) => readAnswer(await this.#options.network.open(request));
    return fetchToken(once, scheme, { credential, scope, date: this.#options.clock.date() }).then(
      (token) => this.#masked(token),
      () => undefined,
    );
  }

  /** send sends a request and reads the whole answer, with any status. */
  async send(request: Request): Promise<HttpAnswer> {
    return this.#persist(this.asked(request), () => this.#open(request), readAnswer);
  }

  /** sendOnce is `send` without retries, if there is another way after a failure. */
  async sendOnce(request: Request): Promise<HttpAnswer> {
    return (await this.attempt(request)).result();
  }

  /** leave sends a request whose result nobody needs: once, with the current login. */
  async leave(request: Request): Promise<void> {
    const scheme = await this.#learnScheme();
    const shown = scheme.kind === 'none' ? undefined : await this.#authorize(scheme);
    await readAnswer((await this.#follow(request, shown)).answer);
  }

  /** attempt is one try of `send`, for `persist`. */
  async attempt(request: Request): Promise<Attempt<HttpAnswer>> {
    return this.#attempt(this.asked(request), () => this.#open(request), readAnswer);
  }

  /** persist retries an operation of several requests from its beginning, by the rules for single ones. */
  async persist<T>(attempt: () => Promise<Attempt<T>>, signal: AbortSignal): Promise<T> {
    return this.#persistence.persist(this.registry.host, attempt, signal);
  }

  /** read is `send` for a body that is not kept: `read` gets it from its beginning, again after each failure. */
  async read<T>(request: Request, read: (stream: HttpStream) => Promise<T>): Promise<T> {
    return this.#persist(this.asked(request), () => this.#open(request), read);
  }

  /** asked is a request, as errors show it. */
  asked({ path, method }: Pick<Request, 'path' | 'method'>): Asked {
    return { method, url: new URL(path, this.registry) };
  }

  /** One request without a login, to the registry or its token service. */
  async #exchange(request: HttpRequest): Promise<HttpAnswer> {
    return this.#persist(request, () => this.#options.network.open(request), readAnswer);
  }

  #persist<T>(asked: Asked, open: Open, read: (stream: HttpStream) => Promise<T>): Promise<T> {
    return this.#persistence.persist(asked.url.host, () => this.#attempt(asked, open, read));
  }

  async #attempt<T>(asked: Asked, open: Open, read: (stream: HttpStream) => Promise<T>): Promise<Attempt<T>> {
    try {
      const stream = await open();
      const value = await read(stream);
      return { result: () => value, transience: transienceOf(stream, value, this.#options.clock.date()) };
    } catch (thrown) {
      return { result: () => fail(noAnswer(asked, thrown)), transience: transienceOfError(thrown) };
    }
  }

  #learnScheme(): Promise<Scheme> {
    this.#scheme ??= (async () => {
      const ping = pingOf(this.registry);
      const answer = this.#greeted() ?? (await this.#exchange(ping));
      if (this.#options.greeting !== undefined) this.#options.greeting.answer = answer;
      if (answer.status === 200) return { kind: 'none' };
      if (answer.status !== 401) throw refusal(ping, answer);
      return chooseScheme(answer, this.#options.account);
    })();
    return this.#scheme;
  }

  /** The answer to the ping of another session, if it says how to sign in. */
  #greeted(): HttpAnswer | undefined {
    const answer = this.#options.greeting?.answer;
    return answer?.status === 200 || answer?.status === 401 ? answer : undefined;
  }

  /** A token for the account's scope, masked before it is used. */
  async #fetchToken(scheme: Bearer): Promise<Token> {
    const token = this.#masked(await this.#tokenFor(scheme));
    this.#last = { token, fetched: this.#options.clock.now() };
    return token;
  }

  /**
   * If a scope is not granted, a token service should leave it out (distribution, `spec/auth/token.md`), but some refuse
   * the whole. Then the repositories that layers are mounted from are left out, and their layers are uploaded.
   */
  async #tokenFor(scheme: Bearer): Promise<Token> {
    const { account, clock } = this.#options;
    const { scope, mountScopes = [] } = account;
    let status = 0;
    const exchange = async (request: HttpRequest) => {
      const answer = await this.#exchange(request);
      status = answer.status;
      return answer;
    };
    const ask = async (scopes: readonly string[]) =>
      fetchToken(exchange, scheme, {
        credential: await account.credential(),
        scope: scopes.join(' '),
        date: clock.date(),
      });
    if (mountScopes.length === 0 || !this.#mayMount) return ask([scope]);
    try {
      return await ask([scope, ...mountScopes]);
    } catch (error) {
      if (![400, 401, 403].includes(status)) throw error;
      const token = await ask([scope]);
      this.#mayMount = false;
      return token;
    }
  }

  #masked(token: Token): Token {
    this.#options.mask(token.text);
    return token;
  }

  /** The header with the credential; requests that need a token at the same time share it. */
  #authorize(scheme: Exclude<Scheme, { kind: 'none' }>): Promise<string> {
    if (scheme.kind === 'basic') return this.#basic();
    this.#authorization ??= this.#fetchToken(scheme).then(({ text }) => `Bearer ${text}`);
    return this.#authorization;
  }

  async #basic(): Promise<string> {
    const credential = await this.#options.account.credential();
    if (credential === undefined) throw wantsLogin(this.registry);
    return basicHeader(credential);
  }

  /** Signs in once more if the registry rejects the current login: a token may have expired. */
  async #open(request: Request): Promise<HttpStream> {
    const scheme = await this.#learnScheme();
    const shown = scheme.kind === 'none' ? undefined : this.#authorize(scheme);
    const first = await this.#follow(request, await shown);
    // If we were redirected to another host, that host must not ask for a login.
    if (first.answer.status !== 401 || first.isElsewhere || scheme.kind === 'basic') return first.answer;
    const refused = await readAnswer(first.answer);
    // A registry that accepts the ping without a login may still want one for this.
    if (scheme.kind === 'none') this.#scheme = chooseScheme(refused, this.#options.account);
    else this.#forget(shown);
    const now = await this.#learnScheme();
    return (await this.#follow(request, now.kind === 'none' ? undefined : await this.#authorize(now))).answer;
  }

  /** Forgets a rejected login, unless another request has signed in again: then the new login stays. */
  #forget(refused: Promise<string> | undefined): void {
    if (this.#authorization === refused) this.#authorization = undefined;
  }

  #follow({ path, ...request }: Request, authorization: string | undefined): Promise<Followed> {
    const open = async (hop: HttpRequest) => {
      const answer = await this.#options.network.open(hop);
      this.#options.onHead(answer);
      return answer;
    };
    const { registry } = this;
    return follow({ ...request, url: new URL(path, registry) }, { registry, authorization, open });
  }
}

type Open = () => Promise<HttpStream>;
type Bearer = Extract<Scheme, { kind: 'bearer' }>;

function fail(error: Error): never {
  throw error;
}

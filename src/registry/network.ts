import { httpClient } from '../http/client.ts';
import type { HttpClient, HttpOptions, HttpRequest, HttpStream } from '../http/http.ts';
import { originOf } from './endpoint.ts';
import { InsideAddress, isInside, isPublic, lookupOutside, namesInside } from './inside-addresses.ts';

/**
 * Network connects to the registry itself, and to the hosts that it sends us to. A public registry must not send us to
 * inside machines: it must not learn their answers, or even that they exist.
 */
export class Network {
  readonly #registry: URL;
  readonly #options: HttpOptions;
  readonly #connect: typeof httpClient;
  readonly #own: HttpClient;
  #elsewhere: Promise<{ readonly client: HttpClient; readonly isGuarded: boolean }> | undefined;
  #isOutThere = false;

  /** `own` is a client that already has a connection to the registry. */
  constructor(
    registry: URL,
    options: HttpOptions,
    { connect = httpClient, own }: { readonly connect?: typeof httpClient; readonly own?: HttpClient | undefined } = {},
  ) {
    this.#registry = registry;
    this.#options = options;
    this.#connect = connect;
    this.#own = own ?? connect(options);
  }

  /** open sends one request; throws an InsideAddress, an HttpProblem, or Node's own error. */
  async open(request: HttpRequest): Promise<HttpStream> {
    if (originOf(request.url) === originOf(this.#registry)) return this.#openOwn(request);
    this.#elsewhere ??= this.#openElsewhere();
    const { client, isGuarded } = await this.#elsewhere;
    if (isGuarded && namesInside(request.url)) throw new InsideAddress(request.url.host);
    return client.open(request);
  }

  close(): void {
    this.#own.close();
    void this.#elsewhere?.then(({ client }) => client.close());
  }

  /** The address that answers is a fact, while the registry's name server may give us another address each time. */
  async #openOwn(request: HttpRequest): Promise<HttpStream> {
    const answer = await this.#own.open(request);
    this.#isOutThere ||= answer.from !== undefined && !isInside(answer.from);
    return answer;
  }

  /** Behind a proxy, only the name says where a registry is. */
  async #openElsewhere(): Promise<{ readonly client: HttpClient; readonly isGuarded: boolean }> {
    const isGuarded = this.#isOutThere || (await isPublic(this.#registry));
    return { client: this.#connect({ ...this.#options, ...(isGuarded ? { lookup: lookupOutside } : {}) }), isGuarded };
  }
}

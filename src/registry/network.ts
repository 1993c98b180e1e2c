import { httpClient } from '../http/client.ts';
import type { HttpClient, HttpOptions, HttpRequest, HttpStream } from '../http/http.ts';
import { originOf } from './endpoint.ts';
import { InsideAddress, isInside, isPublic, lookupOutside, namesInside } from './inside-addresses.ts';

/**
 * Network reaches the registry itself, and the hosts that it sends us to. A registry out in the world may not send us
 * to machines inside: their answers, or that they are there at all, are not its business.
 */
export class Network {
  readonly #registry: URL;
  readonly #options: HttpOptions;
  readonly #connect: typeof httpClient;
  readonly #own: HttpClient;
  #elsewhere: Promise<{ readonly client: HttpClient; readonly isGuarded: boolean }> | undefined;
  #isOutThere = false;

  /** `own` is a client that has spoken with the registry already. */
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

  /** open makes one request; throws an InsideAddress, an HttpProblem, or Node's own error. */
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

  /** Where the registry answers from is a fact; its name server may tell us another address whenever it is asked. */
  async #openOwn(request: HttpRequest): Promise<HttpStream> {
    const answer = await this.#own.open(request);
    this.#isOutThere ||= answer.from !== undefined && !isInside(answer.from);
    return answer;
  }

  /** Behind a proxy only the name tells where a registry is. */
  async #openElsewhere(): Promise<{ readonly client: HttpClient; readonly isGuarded: boolean }> {
    const isGuarded = this.#isOutThere || (await isPublic(this.#registry));
    return { client: this.#connect({ ...this.#options, ...(isGuarded ? { lookup: lookupOutside } : {}) }), isGuarded };
  }
}

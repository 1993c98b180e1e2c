import { type HttpClient, type HttpOptions, type HttpRequest, type HttpStream, httpClient } from '../http/http.ts';
import { InsideAddress, isPublic, lookupOutside, namesInside } from './address.ts';
import { originOf } from './endpoint.ts';

/**
 * Network reaches the registry itself, and the hosts that it sends us to. A registry out in the world may not send us
 * to machines inside: their answers, or that they are there at all, are not its business.
 */
export class Network {
  readonly #registry: URL;
  readonly #options: HttpOptions;
  readonly #own: HttpClient;
  #elsewhere: Promise<{ readonly client: HttpClient; readonly isGuarded: boolean }> | undefined;

  constructor(registry: URL, options: HttpOptions) {
    this.#registry = registry;
    this.#options = options;
    this.#own = httpClient(options);
  }

  /** open makes one request; throws an InsideAddress, an HttpProblem, or Node's own error. */
  async open(request: HttpRequest): Promise<HttpStream> {
    if (originOf(request.url) === originOf(this.#registry)) return this.#own.open(request);
    this.#elsewhere ??= this.#openElsewhere();
    const { client, isGuarded } = await this.#elsewhere;
    if (isGuarded && namesInside(request.url)) throw new InsideAddress(request.url.host);
    return client.open(request);
  }

  close(): void {
    this.#own.close();
    void this.#elsewhere?.then(({ client }) => client.close());
  }

  async #openElsewhere(): Promise<{ readonly client: HttpClient; readonly isGuarded: boolean }> {
    const isGuarded = await isPublic(this.#registry);
    return { client: httpClient({ ...this.#options, ...(isGuarded ? { lookup: lookupOutside } : {}) }), isGuarded };
  }
}

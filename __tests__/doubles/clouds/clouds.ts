import { type HttpClient, HttpProblem, type HttpRequest } from '../../../src/http/http.ts';

/** A request as a double gets it. */
export type CloudRequest = {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type CloudAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A service of a cloud: which hosts are its own, and what it answers there. */
export type Service = {
  readonly serves: (host: string) => boolean;
  readonly answer: (request: CloudRequest) => CloudAnswer;
};

/** What a request meets instead of its service. */
export type Mishap = CloudAnswer | { readonly error: string };

/** A request broke the rules of a service's API: it is answered with an error, and remembered. */
export class Violation extends Error {}

/**
 * Clouds is an internet with the services of a test in it, and no others. It keeps every request, and lets requests
 * meet a mishap on their way.
 */
export class Clouds {
  readonly requests: CloudRequest[] = [];
  /** What requests had that the APIs do not allow. */
  readonly violations: string[] = [];
  /** Called with each request; what it returns happens instead. */
  mishap: (request: CloudRequest, seen: readonly CloudRequest[]) => Mishap | undefined = () => undefined;
  readonly #services: readonly Service[];

  constructor(services: readonly Service[]) {
    this.#services = services;
  }

  /** answer plays the internet; throws what Node throws for a host that nobody has, or a connection that breaks. */
  answer(request: CloudRequest): CloudAnswer {
    this.requests.push(request);
    const mishap = this.mishap(request, this.requests);
    if (mishap !== undefined && 'error' in mishap) throw Object.assign(new Error(mishap.error), { code: mishap.error });
    if (mishap !== undefined) return mishap;
    const service = this.#services.find(({ serves }) => serves(request.host));
    if (service === undefined) {
      throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${request.host}`), { code: 'ENOTFOUND' });
    }
    try {
      return service.answer(request);
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      this.violations.push(`${request.method} ${request.host}${request.path}: ${error.message}`);
      return { status: 400, body: JSON.stringify({ message: error.message }) };
    }
  }

  /** The way to it without sockets. */
  http(): HttpClient {
    return {
      open: async ({ method, url, headers, body = '', limit }: HttpRequest) => {
        if (url.protocol !== 'https:') throw new Error(`${url.protocol} is not how clouds are asked`);
        const { host, pathname: path, searchParams: query } = url;
        const answer = this.answer({ method, host, path, query, headers, body: String(body) });
        async function* bytes() {
          const all = Buffer.from(answer.body);
          if (all.length > limit) throw new HttpProblem('the body is too long', { isTransient: false });
          yield all;
        }
        return { status: answer.status, headers: answer.headers ?? {}, body: bytes(), cancel: () => {} };
      },
      close: () => {},
    };
  }

  /** Everything that a host was sent. */
  sentTo(host: string): string {
    return JSON.stringify(
      this.requests.filter((request) => request.host === host).map((each) => ({ ...each, query: [...each.query] })),
    );
  }

  get hosts(): readonly string[] {
    return [...new Set(this.requests.map(({ host }) => host))];
  }
}

/** fieldsOf reads a form that must have exactly these fields, each once. */
export function fieldsOf({ body, headers }: CloudRequest, names: readonly string[]): Readonly<Record<string, string>> {
  if (headers['content-type'] !== 'application/x-www-form-urlencoded') throw new Violation('it is no form');
  const form = [...new URLSearchParams(body)];
  exactly(
    form.map(([name]) => name),
    names,
  );
  return Object.fromEntries(form);
}

/** documentOf reads a JSON object that must have exactly these fields. */
export function documentOf(
  { body, headers }: CloudRequest,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  if (headers['content-type'] !== 'application/json') throw new Violation('it is no JSON');
  const document = JSON.parse(body) as Record<string, unknown>;
  exactly(Object.keys(document), names);
  return document;
}

function exactly(found: readonly string[], wanted: readonly string[]): void {
  const [sorted, expected] = [[...found].sort().join(), [...wanted].sort().join()];
  if (sorted !== expected) throw new Violation(`it has the fields ${sorted}, not ${expected}`);
}

/** must fails a request that has something other than the API takes. */
export function must(name: string, found: unknown, wanted: unknown): void {
  const isIt = wanted instanceof RegExp ? typeof found === 'string' && wanted.test(found) : found === wanted;
  if (!isIt) throw new Violation(`${name} is ${JSON.stringify(found)}, not ${wanted}`);
}

export function json(status: number, document: unknown, headers: Readonly<Record<string, string>> = {}): CloudAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(document) };
}

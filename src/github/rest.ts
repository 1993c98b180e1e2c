import { isOfTrust } from '../http/failure.ts';
import type { HttpClient } from '../http/http.ts';
import type { Secret } from '../secret/secret.ts';
import { oneLine } from '../text/printable.ts';
import type { Clock } from '../time/clock.ts';
import { pauseBefore, type Transience } from '../time/retry.ts';
import { field } from './answer.ts';
import { ApiProblem } from './github.ts';
import type { Manner } from './manner.ts';
import { type ApiAnswer, type Asker, openOctokit, type Question } from './octokit.ts';
import { type Need, refused, transience, VALID } from './refusals.ts';

/** The most pages of a list that are read, unless it may be longer. */
const MOST_PAGES = 50;
/** The most requests of one step, and again for each hour that it waits: well below a token's 1,000 an hour. */
const MOST_REQUESTS = 300;
/** How often a list is read if it changes meanwhile. */
const MOST_READINGS = 3;
const HOUR = 3_600_000;
const VERSION = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' } as const;

export type RestOptions = {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Address of the API, `https://api.github.com` or that of an Enterprise Server. */
  readonly api: string;
  /** `owner/name` of the repository of all requests. */
  readonly repository: string;
  readonly token: Secret;
  readonly manner: Manner;
};

type Route = Question['route'];
type Parameters = Question['parameters'];

/** How to read a list: its place in the answer, and limits. */
type Listing = Need & {
  /** The field with the list, beside its `total_count`; without a field, the answer is the list. */
  readonly key?: string;
  /** The most pages that are read. */
  readonly most?: number;
};

/** A list from its pages, and the length that they report. */
type Pages = { readonly items: readonly unknown[]; readonly total: number | undefined; readonly path: string };

/** What was read, whether there is another page, and the name of the place in messages. */
type Read = { readonly document: unknown; readonly isMore: boolean; readonly path: string };

/**
 * Rest sends requests to GitHub's REST API (docs.github.com, "REST API", version 2022-11-28), or a similar one, and
 * reads lists to their end.
 */
export class Rest {
  readonly #options: RestOptions;
  /** Answers by their address: a repeated request gets "not modified", which counts against no limit. */
  readonly #known = new Map<string, ApiAnswer>();
  readonly #began: number;
  #asker: Promise<Asker> | undefined;
  #requests = 0;

  constructor(options: RestOptions) {
    this.#options = options;
    this.#began = options.clock.now();
  }

  get owner(): string {
    return this.#options.repository.split('/')[0] ?? '';
  }

  /** sized returns the parameters for a page of this many entries. */
  sized(entries: number): Parameters {
    return { [this.#options.manner.size]: entries };
  }

  /** get returns the JSON of a route; undefined for 404. `permission` is what the token needs for it. */
  async get(route: Route, parameters: Parameters, permission: string): Promise<unknown> {
    return (await this.#read({ route, parameters }, this.#needed({ permission }))).document;
  }

  /** What to do if this server rejects the request. */
  #needed(asked: Need): Need {
    const { remedy } = this.#options.manner;
    return remedy === undefined ? asked : { remedy };
  }

  /**
   * list reads every page of a list: an array, or an object with the array under `key` and its length in `total_count`.
   * If the number of different entries is not the reported length, the list is incomplete, and is not returned.
   */
  async list(route: Route, parameters: Parameters, listing: Listing): Promise<readonly unknown[]> {
    for (let reading = 1; ; reading++) {
      const { items, total, path } = await this.#pages({ route, parameters }, listing);
      if (total === undefined) return items;
      const count = new Set(items.map((item) => (item as { readonly id?: unknown } | null)?.id)).size;
      if (count === total && items.length === total) return items;
      // A new entry moves another to the next page, where it occurs again.
      if (reading === MOST_READINGS)
        throw new ApiProblem(`the API says that ${path} has ${total} entries, and gives ${count}`);
    }
  }

  async #pages({ route, parameters }: Question, { key, most = MOST_PAGES, ...asked }: Listing): Promise<Pages> {
    const need = this.#needed(asked);
    const { longest, endsEmpty } = this.#options.manner;
    const items: unknown[] = [];
    for (let page = 1; ; page++) {
      const question = { route, parameters: { ...parameters, ...this.sized(longest), page } };
      const { document, isMore, path } = await this.#read(question, need);
      if (document === undefined) throw new ApiProblem(`${path} is not found, or the token may not read it`, need);
      const found = key === undefined ? document : field(document, key);
      if (!Array.isArray(found))
        throw new ApiProblem(`the API's answer to ${path} has no list${key === undefined ? '' : ` "${key}"`}`);
      items.push(...found);
      const total = key === undefined ? undefined : field(document, 'total_count');
      if (key !== undefined && (typeof total !== 'number' || !Number.isSafeInteger(total))) {
        throw new ApiProblem(`the API's answer to ${path} does not say how long the list is`);
      }
      // A server may have shorter pages than requested, and a proxy may drop the header for the next page.
      const isFull = endsEmpty || found.length === longest;
      const isShort = total === undefined ? isFull : items.length < (total as number);
      if (found.length === 0 || !(isMore || isShort)) return { items, total: total as number | undefined, path };
      if (page === most) throw new ApiProblem(`the list ${path} is longer than ${most} pages`);
    }
  }

  async #read(question: Question, need: Need): Promise<Read> {
    const { api, repository } = this.#options;
    const asker = await this.#open();
    const address = asker.addressOf(question);
    const path = address.replace(`${api}/repos/${repository}`, '').replace(/[?&](?:per_page|limit)=.*$/, '');
    const answer = await this.#persist(address, (headers) => asker.ask(question, headers));
    const { status, headers, data } = answer;
    if (status === 404) return { document: undefined, isMore: false, path };
    if (status !== 200) throw refused(path, answer, need);
    if (typeof data === 'string') throw new ApiProblem(`the API's answer to ${path} is not JSON`);
    return { document: data, isMore: /;\s*rel="?next"?/.test(headers.link ?? ''), path };
  }

  #open(): Promise<Asker> {
    const { token } = this.#options;
    if (token.reveal() === '') throw new ApiProblem('there is no token to ask the API with', { remedy: VALID });
    this.#asker ??= openOctokit(this.#options);
    return this.#asker;
  }

  /** Repeats the request while that may help, and within our limit. */
  async #persist(address: string, ask: (headers: Record<string, string>) => Promise<ApiAnswer>): Promise<ApiAnswer> {
    const { clock, signal } = this.#options;
    const etag = this.#known.get(address)?.headers.etag;
    const headers = { ...VERSION, ...(etag === undefined ? {} : { 'if-none-match': etag }) };
    const started = clock.now();
    for (let failed = 1; ; failed++) {
      const most = MOST_REQUESTS * (1 + (clock.now() - this.#began) / HOUR);
      if (++this.#requests > most) throw new ApiProblem(`more than ${Math.floor(most)} requests were needed`);
      const attempt = await ask(headers).then(
        (answer) => ({ answer, transience: transience(answer, clock.date()) }),
        (error: NodeJS.ErrnoException) => {
          if (isOfTrust(error.code ?? '')) throw untrusted(error);
          return { error, transience: { kind: 'transient' } as Transience };
        },
      );
      signal.throwIfAborted();
      const pause = pauseBefore(attempt.transience, { failed, spent: clock.now() - started }, Math.random());
      if (pause !== undefined) await clock.sleep(pause, signal);
      else if ('answer' in attempt) return this.#remembered(address, attempt.answer);
      else throw new ApiProblem(`the API could not be reached: ${oneLine(attempt.error.message)}`);
    }
  }

  #remembered(address: string, answer: ApiAnswer): ApiAnswer {
    const known = this.#known.get(address);
    if (answer.status === 304 && known !== undefined) {
      this.#requests -= 1;
      return known;
    }
    if (answer.status === 200) this.#known.set(address, answer);
    return answer;
  }
}

/** A retry gets the same certificate. */
function untrusted({ code, message }: NodeJS.ErrnoException): ApiProblem {
  return new ApiProblem(`the certificate of the API is not trusted (${code}): ${oneLine(message)}`, {
    remedy:
      'set NODE_EXTRA_CA_CERTS in the environment of the runner to a file with the certificate of that authority ' +
      '("ca-file" is only for the registry)',
  });
}

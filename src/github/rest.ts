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

/** Pages of a list that are read, unless it is known to be longer. */
const MOST_PAGES = 50;
/** What one step may ask of the API at once, and again in each hour that it waits: well below a token's 1,000 an hour. */
const MOST_REQUESTS = 300;
/** How often a list is read that changes meanwhile. */
const MOST_READINGS = 3;
const HOUR = 3_600_000;
const VERSION = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' } as const;

export type RestOptions = {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Address of the API, `https://api.github.com` or that of an Enterprise Server. */
  readonly api: string;
  /** `owner/name` of the repository that all questions are about. */
  readonly repository: string;
  readonly token: Secret;
  readonly manner: Manner;
};

type Route = Question['route'];
type Parameters = Question['parameters'];

/** What a list is asked for with: the parameters, and where in the answer it is. */
type Listing = Need & {
  /** The field that has the list, beside its `total_count`; an answer is the list itself if there is none. */
  readonly key?: string;
  /** Pages of it that are read at most. */
  readonly most?: number;
};

/** A list as its pages have it, with the length that they name. */
type Pages = { readonly items: readonly unknown[]; readonly total: number | undefined; readonly path: string };

/** What was read, whether another page follows it, and how a message names the place. */
type Read = { readonly document: unknown; readonly isMore: boolean; readonly path: string };

/**
 * Rest asks GitHub's REST API (docs.github.com, "REST API", version 2022-11-28), or one that was made like it, and reads
 * lists to their end.
 */
export class Rest {
  readonly #options: RestOptions;
  /** Answers by their address, to be told "not modified", which counts against no limit. */
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

  /** sized are the parameters that ask for one page of so many entries. */
  sized(entries: number): Parameters {
    return { [this.#options.manner.size]: entries };
  }

  /** get returns the JSON that a route leads to, or undefined for 404. `permission` is what the token needs for it. */
  async get(route: Route, parameters: Parameters, permission: string): Promise<unknown> {
    return (await this.#read({ route, parameters }, this.#needed({ permission }))).document;
  }

  /** What to do where this server refuses. */
  #needed(asked: Need): Need {
    const { remedy } = this.#options.manner;
    return remedy === undefined ? asked : { remedy };
  }

  /**
   * list reads every page of a list: an array, or an object that has the array under `key` and its length in
   * `total_count`. A list that is not as long as it says, each entry counted once, is not taken for whole.
   */
  async list(route: Route, parameters: Parameters, listing: Listing): Promise<readonly unknown[]> {
    for (let reading = 1; ; reading++) {
      const { items, total, path } = await this.#pages({ route, parameters }, listing);
      if (total === undefined) return items;
      const count = new Set(items.map((item) => (item as { readonly id?: unknown } | null)?.id)).size;
      if (count === total && items.length === total) return items;
      // What is new pushes an entry over to the next page, where it comes again.
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
      // A server may have shorter pages than were asked for, and a proxy may drop the header that says so.
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

  /** Asks as often as may help, and as our budget has it. */
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

/** Another try makes no other certificate. */
function untrusted({ code, message }: NodeJS.ErrnoException): ApiProblem {
  return new ApiProblem(`the certificate of the API is not trusted (${code}): ${oneLine(message)}`, {
    remedy:
      'set NODE_EXTRA_CA_CERTS in the environment of the runner to a file with the certificate of that authority ' +
      '("ca-file" is only for the registry)',
  });
}

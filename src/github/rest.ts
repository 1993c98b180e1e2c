import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import type { Secret } from '../secret/secret.ts';
import { printableLine } from '../text/printable.ts';
import type { Clock } from '../time/clock.ts';
import { parseRetryAfter, pauseBefore, type Transience } from '../time/retry.ts';
import { ApiProblem, type ApiProblemDetails } from './github.ts';

/** Longest page that is read, in bytes; a hundred check runs with long texts stay far below it. */
const PAGE_LIMIT = 16 * 1024 * 1024;
const PAGE_SIZE = 100;
/** The API shows no more of anything than this many pages. */
const MOST_PAGES = 50;
/** What one step may ask of the API at once, and again in each hour that it waits: well below a token's 1,000 an hour. */
const MOST_REQUESTS = 300;
/** How often a list is read that changes meanwhile. */
const MOST_READINGS = 3;
/** To wait after a limit that names no time (docs.github.com, "Rate limits for the REST API"). */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What to do about a token that the API does not know. */
const VALID = 'leave "github-token" as it is by default, or give it a token that is not empty and has not expired';

/** What is wrong, probably, where the API refuses: the permission that is needed, or what else to do. */
export type Need = Pick<ApiProblemDetails, 'permission' | 'remedy'>;

export type RestOptions = {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Address of the API, `https://api.github.com` or that of an Enterprise Server. */
  readonly api: string;
  /** `owner/name` of the repository that all paths are in. */
  readonly repository: string;
};

/** Rest asks GitHub's REST API (docs.github.com, "REST API", version 2022-11-28), and reads lists to their end. */
export class Rest {
  readonly #options: RestOptions;
  /** Answers by their path, to be told "not modified", which counts against no limit. */
  readonly #known = new Map<string, HttpAnswer>();
  readonly #began: number;
  #requests = 0;

  constructor(options: RestOptions) {
    this.#options = options;
    this.#began = options.clock.now();
  }

  get owner(): string {
    return this.#options.repository.split('/')[0] ?? '';
  }

  /** get returns the JSON at a path, or undefined for 404. `permission` is what the token needs for it. */
  async get(path: string, token: Secret, permission: string): Promise<unknown> {
    return (await this.#read(path, token, { permission })).document;
  }

  /**
   * list reads every page of a list: an array, or an object that has the array under `key` and its length in
   * `total_count`. A list that is not as long as it says, each entry counted once, is not taken for whole.
   */
  async list(
    path: string,
    token: Secret,
    { key, ...need }: Need & { readonly key?: string },
  ): Promise<readonly unknown[]> {
    for (let reading = 1; ; reading++) {
      const { items, total } = await this.#pages(path, token, { ...(key === undefined ? {} : { key }), ...need });
      if (total === undefined) return items;
      const count = new Set(items.map((item) => (item as { readonly id?: unknown } | null)?.id)).size;
      if (count === total && items.length === total) return items;
      // What is new pushes an entry over to the next page, where it comes again.
      if (reading === MOST_READINGS)
        throw new ApiProblem(`the API says that ${path} has ${total} entries, and gives ${count}`);
    }
  }

  async #pages(
    path: string,
    token: Secret,
    { key, ...need }: Need & { readonly key?: string },
  ): Promise<{ readonly items: readonly unknown[]; readonly total: number | undefined }> {
    const items: unknown[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const separator = path.includes('?') ? '&' : '?';
      const address = `${path}${separator}per_page=${PAGE_SIZE}&page=${page}`;
      const { document, isMore } = await this.#read(address, token, need);
      if (document === undefined) throw new ApiProblem(`${path} is not found, or the token may not read it`, need);
      const found: unknown = key === undefined ? document : (document as Record<string, unknown> | undefined)?.[key];
      if (!Array.isArray(found))
        throw new ApiProblem(`the API's answer to ${path} has no list${key === undefined ? '' : ` "${key}"`}`);
      items.push(...found);
      const total = key === undefined ? undefined : (document as Record<string, unknown>).total_count;
      if (key !== undefined && (typeof total !== 'number' || !Number.isSafeInteger(total))) {
        throw new ApiProblem(`the API's answer to ${path} does not say how long the list is`);
      }
      // A server may have shorter pages than were asked for, and a proxy may drop the header that says so.
      const isShort = total === undefined ? found.length === PAGE_SIZE : items.length < (total as number);
      if (found.length === 0 || !(isMore || isShort)) return { items, total: total as number | undefined };
    }
    throw new ApiProblem(`the list ${path} is longer than ${MOST_PAGES} pages`);
  }

  async #read(
    path: string,
    token: Secret,
    need: Need,
  ): Promise<{ readonly document: unknown; readonly isMore: boolean }> {
    const answer = await this.#request(path, token);
    if (answer.status === 404) return { document: undefined, isMore: false };
    if (answer.status !== 200) throw refused(path, answer, need);
    try {
      const document: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body));
      return { document, isMore: /;\s*rel="?next"?/.test(answer.headers.link ?? '') };
    } catch {
      throw new ApiProblem(`the API's answer to ${path} is not JSON`);
    }
  }

  async #request(path: string, token: Secret): Promise<HttpAnswer> {
    const { http, clock, signal, api, repository } = this.#options;
    const known = this.#known.get(path);
    const headers = {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      authorization: `Bearer ${token.reveal()}`,
      ...(known?.headers.etag === undefined ? {} : { 'if-none-match': known.headers.etag }),
    };
    const started = clock.now();
    for (let failed = 1; ; failed++) {
      const most = MOST_REQUESTS * (1 + (clock.now() - this.#began) / HOUR);
      if (++this.#requests > most) throw new ApiProblem(`more than ${Math.floor(most)} requests were needed`);
      const attempt = await http
        .open({ method: 'GET', url: new URL(`${api}/repos/${repository}${path}`), headers, limit: PAGE_LIMIT })
        .then(readAnswer)
        .then(
          (answer) => ({ answer, transience: transience(answer, clock.date()) }),
          (error: Error) => ({ error, transience: { kind: 'transient' } as Transience }),
        );
      signal.throwIfAborted();
      const pause = pauseBefore(attempt.transience, { failed, spent: clock.now() - started }, Math.random());
      if (pause !== undefined) await clock.sleep(pause, signal);
      else if ('answer' in attempt) return this.#remembered(path, attempt.answer);
      else throw new ApiProblem(`the API could not be reached: ${printableLine(attempt.error.message)}`);
    }
  }

  #remembered(path: string, answer: HttpAnswer): HttpAnswer {
    const known = this.#known.get(path);
    if (answer.status === 304 && known !== undefined) {
      this.#requests -= 1;
      return known;
    }
    if (answer.status === 200) this.#known.set(path, answer);
    return answer;
  }
}

/** A limit that was reached is worth a short wait only (docs.github.com, "Rate limits for the REST API"). */
function transience(answer: HttpAnswer, date: number): Transience {
  const { status, headers } = answer;
  if (isLimit(answer)) {
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    const reset = isUsedUp ? Number(headers['x-ratelimit-reset']) * 1000 - date : MINUTE;
    const asked = parseRetryAfter(headers['retry-after'], date) ?? (reset > 0 ? reset : undefined);
    return { kind: 'transient', ...(asked === undefined ? {} : { retryAfter: asked }) };
  }
  return { kind: status >= 500 ? 'transient' : 'final' };
}

/** The secondary limit may show in the words of the answer alone. */
function isLimit({ status, headers, body }: HttpAnswer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  if (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers) return true;
  return /rate limit/i.test(Buffer.from(body).toString('utf8', 0, 4096));
}

function refused(path: string, answer: HttpAnswer, need: Need): ApiProblem {
  const { status } = answer;
  if (isLimit(answer)) return new ApiProblem(`the API's rate limit is reached (${path} was answered with ${status})`);
  if (status === 401 || status === 403) {
    const seen = `the token may not read ${path} (status ${status}: ${messageOf(answer)})`;
    // No permission helps a token that is empty or has expired.
    return new ApiProblem(seen, status === 401 ? { remedy: VALID } : need);
  }
  return new ApiProblem(`${path} was answered with status ${status}`);
}

/** The API's own words for why it refuses, as far as they are any. */
function messageOf({ body }: HttpAnswer): string {
  try {
    const { message } = JSON.parse(Buffer.from(body).toString('utf8')) as { readonly message?: unknown };
    return typeof message === 'string' ? printableLine(message).slice(0, 200) : 'no message';
  } catch {
    return 'no message';
  }
}

import type { Clock } from '../http/clock.ts';
import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import { parseRetryAfter, pauseBefore, type Transience } from '../retry.ts';
import type { Secret } from '../secret.ts';
import { printableLine } from '../text.ts';
import { ApiProblem } from './github.ts';

/** Longest page that is read, in bytes; a hundred check runs with long texts stay far below it. */
const PAGE_LIMIT = 16 * 1024 * 1024;
const PAGE_SIZE = 100;
/** The API shows no more of anything than this many pages. */
const MOST_PAGES = 50;
/** What one step may ask of the API, well below a token's 1,000 an hour. */
const MOST_REQUESTS = 300;

export type RestOptions = {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Address of the API, `https://api.github.com` or that of an Enterprise Server. */
  readonly base: string;
};

/** Rest asks GitHub's REST API (docs.github.com, "REST API", version 2022-11-28), and reads lists to their end. */
export class Rest {
  readonly #options: RestOptions;
  #requests = 0;

  constructor(options: RestOptions) {
    this.#options = options;
  }

  /** get returns the JSON at a path, or undefined for 404. `permission` is what the token needs for it. */
  async get(path: string, token: Secret, permission: string): Promise<unknown> {
    const answer = await this.#request(path, token);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw refused(path, answer, permission);
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body));
    } catch {
      throw new ApiProblem(`the API's answer to ${path} is not JSON`);
    }
  }

  /**
   * list reads every page of a list: an array, or an object that has the array under `key` and its length in
   * `total_count`. A list that is shorter than it says is not taken for whole.
   */
  async list(
    path: string,
    token: Secret,
    { key, permission }: { readonly key?: string; readonly permission: string },
  ): Promise<readonly unknown[]> {
    const items: unknown[] = [];
    for (let page = 1; page <= MOST_PAGES; page++) {
      const separator = path.includes('?') ? '&' : '?';
      const document = await this.get(`${path}${separator}per_page=${PAGE_SIZE}&page=${page}`, token, permission);
      const found: unknown = key === undefined ? document : (document as Record<string, unknown> | undefined)?.[key];
      if (!Array.isArray(found))
        throw new ApiProblem(
          `the API's answer to ${path} has no list${key === undefined ? '' : ` "${key}"`}`,
          permission,
        );
      items.push(...found);
      const total = key === undefined ? undefined : (document as Record<string, unknown>).total_count;
      if (key !== undefined && (typeof total !== 'number' || !Number.isSafeInteger(total))) {
        throw new ApiProblem(`the API's answer to ${path} does not say how long the list is`);
      }
      const isLast = total === undefined ? found.length < PAGE_SIZE : items.length >= (total as number);
      if (isLast) return items;
      if (found.length === 0)
        throw new ApiProblem(`the API says that ${path} has ${String(total)} entries, and gives ${items.length}`);
    }
    throw new ApiProblem(`the list ${path} is longer than ${MOST_PAGES} pages`);
  }

  async #request(path: string, token: Secret): Promise<HttpAnswer> {
    const { http, clock, signal, base } = this.#options;
    const headers = {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      authorization: `Bearer ${token.reveal()}`,
    };
    const started = clock.now();
    for (let failed = 1; ; failed++) {
      if (++this.#requests > MOST_REQUESTS) throw new ApiProblem(`more than ${MOST_REQUESTS} requests were needed`);
      const attempt = await http
        .open({ method: 'GET', url: new URL(`${base}${path}`), headers, limit: PAGE_LIMIT })
        .then(readAnswer)
        .then(
          (answer) => ({ answer, transience: transience(answer, clock.date()) }),
          (error: Error) => ({ error, transience: { kind: 'transient' } as Transience }),
        );
      signal.throwIfAborted();
      const pause = pauseBefore(attempt.transience, { failed, spent: clock.now() - started }, Math.random());
      if (pause !== undefined) await clock.sleep(pause, signal);
      else if ('answer' in attempt) return attempt.answer;
      else throw new ApiProblem(`the API could not be reached: ${printableLine(attempt.error.message)}`);
    }
  }
}

/** A limit that was reached is worth a short wait only (docs.github.com, "Rate limits for the REST API"). */
function transience({ status, headers }: HttpAnswer, date: number): Transience {
  const isLimited =
    status === 429 || (status === 403 && (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers));
  if (isLimited) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000 - date;
    const asked = parseRetryAfter(headers['retry-after'], date) ?? (reset > 0 ? reset : undefined);
    return { kind: 'transient', ...(asked === undefined ? {} : { retryAfter: asked }) };
  }
  return { kind: status >= 500 ? 'transient' : 'final' };
}

function refused(path: string, { status, headers }: HttpAnswer, permission: string): ApiProblem {
  const isLimit = status === 429 || headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers;
  if (isLimit) return new ApiProblem(`the API's rate limit is reached (${path} was answered with ${status})`);
  if (status === 401 || status === 403) {
    return new ApiProblem(`the token may not read ${path} (status ${status})`, permission);
  }
  return new ApiProblem(`${path} was answered with status ${status}`);
}

import { excerpt } from '../secret/masked.ts';
import { parseRetryAfter, type Transience } from '../time/retry.ts';
import { field } from './answer.ts';
import { ApiProblem, type ApiProblemDetails } from './github.ts';
import type { ApiAnswer } from './octokit.ts';

/** To wait after a limit that names no time (docs.github.com, "Rate limits for the REST API"), in milliseconds. */
const MINUTE = 60_000;
/** The secondary limit may show in so many characters of an answer that is no JSON. */
const BEGINNING = 4096;

/** What to do about a token that the API does not know. */
export const VALID = 'leave "github-token" out, or set it to a token that is not empty and has not expired';

/** What is wrong, probably, where the API refuses: the permission that is needed, or what else to do. */
export type Need = Pick<ApiProblemDetails, 'permission' | 'remedy'>;

/** transience judges an answer: a limit that was reached is worth a short wait only ("Rate limits for the REST API"). */
export function transience(answer: ApiAnswer, date: number): Transience {
  const { status, headers } = answer;
  if (isLimit(answer)) {
    const isUsedUp = headers['x-ratelimit-remaining'] === '0';
    const reset = isUsedUp ? Number(headers['x-ratelimit-reset']) * 1000 - date : MINUTE;
    const asked = parseRetryAfter(headers['retry-after'], date) ?? (reset > 0 ? reset : undefined);
    return { kind: 'transient', ...(asked === undefined ? {} : { retryAfter: asked }) };
  }
  return { kind: status >= 500 ? 'transient' : 'final' };
}

/** refused says what an answer means that is none to the question, and what to do about it. */
export function refused(path: string, answer: ApiAnswer, need: Need): ApiProblem {
  const { status } = answer;
  if (isLimit(answer)) return new ApiProblem(`the API's rate limit is reached (${path} was answered with ${status})`);
  if (status === 401 || status === 403) {
    const seen = `the token may not read ${path} (status ${status}: ${messageOf(answer)})`;
    // No permission helps a token that is empty or has expired.
    return new ApiProblem(seen, status === 401 ? { remedy: VALID } : need);
  }
  return new ApiProblem(`${path} was answered with status ${status}`);
}

/** The secondary limit may show in the words of the answer alone. */
function isLimit({ status, headers, data }: ApiAnswer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  if (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers) return true;
  return /rate limit/i.test(typeof data === 'string' ? data.slice(0, BEGINNING) : String(field(data, 'message')));
}

/** The API's own words for why it refuses, as far as they are any. */
function messageOf({ data }: ApiAnswer): string {
  const message = field(data, 'message');
  return typeof message === 'string' ? excerpt(message, 200) : 'no message';
}

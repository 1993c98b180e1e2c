import { excerpt } from '../secret/masked.ts';
import { parseRetryAfter, type Transience } from '../time/retry.ts';
import { field } from './answer.ts';
import { ApiProblem, type ApiProblemDetails } from './github.ts';
import type { ApiAnswer } from './octokit.ts';

/** The pause after a limit without a time (docs.github.com, "Rate limits for the REST API"), in milliseconds. */
const MINUTE = 60_000;
/** In an answer that is not JSON, the secondary limit is looked for in this many characters. */
const BEGINNING = 4096;

/** What to do about a token that the API does not know. */
export const VALID = 'leave "github-token" out, or set it to a token that is not empty and has not expired';

/** The probable reason for a rejection: the missing permission, or what else to do. */
export type Need = Pick<ApiProblemDetails, 'permission' | 'remedy'>;

/** transience judges an answer: after a rate limit, only a short wait is worth it ("Rate limits for the REST API"). */
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

/** refused explains an answer that is an error, and what to do. */
export function refused(path: string, answer: ApiAnswer, need: Need): ApiProblem {
  const { status } = answer;
  if (isLimit(answer)) return new ApiProblem(`the API's rate limit is reached (${path} was answered with ${status})`);
  if (status === 401 || status === 403) {
    const seen = `the token may not read ${path} (status ${status}: ${messageOf(answer)})`;
    // No permission helps if the token is empty or has expired.
    return new ApiProblem(seen, status === 401 ? { remedy: VALID } : need);
  }
  return new ApiProblem(`${path} was answered with status ${status}`);
}

/** Sometimes only the text of the answer shows the secondary limit. */
function isLimit({ status, headers, data }: ApiAnswer): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  if (headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers) return true;
  return /rate limit/i.test(typeof data === 'string' ? data.slice(0, BEGINNING) : String(field(data, 'message')));
}

/** The API's own reason for a rejection, if there is one. */
function messageOf({ data }: ApiAnswer): string {
  const message = field(data, 'message');
  return typeof message === 'string' ? excerpt(message, 200) : 'no message';
}

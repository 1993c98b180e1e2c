import { isUtf8 } from 'node:buffer';
import { asError } from '../errors.ts';
import { type HttpClient, readAnswer } from '../http/http.ts';
import type { Secret } from '../secret/secret.ts';
import { ApiProblem } from './github.ts';

/** Longest page that is read, in bytes; a hundred check runs with long texts stay far below it. */
const PAGE_LIMIT = 16 * 1024 * 1024;
/** The headers that we read. Octokit prints some of the others when they come ("deprecation"). */
const HEADERS = ['etag', 'link', 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const;

export type ApiHeaders = Readonly<Partial<Record<(typeof HEADERS)[number], string>>>;

/** An answer of the API, whatever its status: its JSON, or the text that is none. */
export type ApiAnswer = { readonly status: number; readonly headers: ApiHeaders; readonly data: unknown };

/** A request, as the API's documentation writes it: the route, the values for its braces, and the rest as the query. */
export type Question = {
  readonly route: `GET /repos/{owner}/{repo}/${string}`;
  readonly parameters: Readonly<Record<string, string | number>>;
};

/** What asks the API: single requests, with the credential in them. */
export type Asker = {
  /** addressOf is where a question goes. */
  readonly addressOf: (question: Question) => string;
  /** ask resolves with what is answered, an error too; it rejects if there is no answer. */
  readonly ask: (question: Question, headers: Readonly<Record<string, string>>) => Promise<ApiAnswer>;
};

export type OctokitOptions = {
  readonly http: HttpClient;
  /** Address of the API, `https://api.github.com` or that of an Enterprise Server. */
  readonly api: string;
  /** `owner/name` of the repository that all questions are about. */
  readonly repository: string;
  readonly token: Secret;
};

/**
 * openOctokit loads the toolkit's client of the API, which is no small thing, and lets it ask by our own HTTP client:
 * with that one's limits, through its proxy, and no further than to the address that was meant. Throws ApiProblem.
 */
export async function openOctokit({ http, api, repository, token }: OctokitOptions): Promise<Asker> {
  const { getOctokit } = await import('@actions/github').catch((error: unknown) => {
    // It reads the event's payload for itself, and throws on a damaged one.
    throw new ApiProblem(`the client of the API could not be loaded: ${asError(error).message}`);
  });
  const { request } = getOctokit(token.reveal(), { baseUrl: api, request: { fetch: fetchBy(http) } });
  const [owner = '', repo = ''] = repository.split('/');
  const filled = ({ parameters }: Question) => ({ owner, repo, ...parameters });
  return {
    addressOf: (question) => request.endpoint(question.route, filled(question)).url,
    ask: (question, headers) => request(question.route, { ...filled(question), headers }).catch(answerIn),
  };
}

/** fetchBy is `fetch` as Octokit uses it: for GET, and an answer that is kept whole. */
function fetchBy(
  http: HttpClient,
): (url: string, init: { readonly headers: Record<string, string> }) => Promise<Response> {
  return async (url, { headers }) => {
    const answer = await http.open({ method: 'GET', url: new URL(url), headers, limit: PAGE_LIMIT }).then(readAnswer);
    const { status } = answer;
    const read = HEADERS.flatMap((name) => (name in answer.headers ? [[name, answer.headers[name] ?? '']] : []));
    // JSON was asked for: what comes is that, whatever it is called, or it is nothing.
    const all = { ...Object.fromEntries(read), 'content-type': 'application/json' };
    const hasBody = ![204, 205, 304].includes(status) && isUtf8(answer.body);
    return new Response(hasBody ? new Uint8Array(answer.body) : null, { status, headers: all });
  };
}

/** Octokit throws every answer that is an error, and "not modified" with them. */
function answerIn(error: unknown): ApiAnswer {
  const { response, cause } = error as { readonly response?: ApiAnswer; readonly cause?: unknown };
  if (response === undefined) throw cause ?? error;
  return response;
}

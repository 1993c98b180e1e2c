import { isUtf8 } from 'node:buffer';
import { asError } from '../errors.ts';
import { type HttpClient, readAnswer } from '../http/http.ts';
import type { Secret } from '../secret/secret.ts';
import { ApiProblem } from './github.ts';

/** Longest page that is read, in bytes; a hundred check runs with long texts are far below it. */
const PAGE_LIMIT = 16 * 1024 * 1024;
/** The headers that we read. Octokit prints some of the others if it sees them ("deprecation"). */
const HEADERS = ['etag', 'link', 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset'] as const;

export type ApiHeaders = Readonly<Partial<Record<(typeof HEADERS)[number], string>>>;

/** An answer of the API, with any status: its JSON, or its text if it is not JSON. */
export type ApiAnswer = { readonly status: number; readonly headers: ApiHeaders; readonly data: unknown };

/** A request as in the API's documentation: the route, the values for its braces, and the rest as the query. */
export type Question = {
  readonly route: `GET /repos/{owner}/{repo}/${string}`;
  readonly parameters: Readonly<Record<string, string | number>>;
};

/** Sends single requests to the API, with the credential. */
export type Asker = {
  /** addressOf returns the address of a request. */
  readonly addressOf: (question: Question) => string;
  /** ask returns the answer, also an error status; it rejects if there is no answer. */
  readonly ask: (question: Question, headers: Readonly<Record<string, string>>) => Promise<ApiAnswer>;
};

export type OctokitOptions = {
  readonly http: HttpClient;
  /** Address of the API, `https://api.github.com` or that of an Enterprise Server. */
  readonly api: string;
  /** `owner/name` of the repository of all requests. */
  readonly repository: string;
  readonly token: Secret;
};

/**
 * openOctokit loads the toolkit's client of the API, which is large, and makes it use our own HTTP client: with its
 * limits, through its proxy, and without redirects. Throws ApiProblem.
 */
export async function openOctokit({ http, api, repository, token }: OctokitOptions): Promise<Asker> {
  const { getOctokit } = await import('@actions/github').catch((error: unknown) => {
    // It reads the event's payload itself, and throws if that is damaged.
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

/** fetchBy is a `fetch` for Octokit: only for GET, and for an answer that is read completely. */
function fetchBy(
  http: HttpClient,
): (url: string, init: { readonly headers: Record<string, string> }) => Promise<Response> {
  return async (url, { headers }) => {
    const answer = await http.open({ method: 'GET', url: new URL(url), headers, limit: PAGE_LIMIT }).then(readAnswer);
    const { status } = answer;
    const read = HEADERS.flatMap((name) => (name in answer.headers ? [[name, answer.headers[name] ?? '']] : []));
    // We asked for JSON: the answer is read as JSON with any content type.
    const all = { ...Object.fromEntries(read), 'content-type': 'application/json' };
    const hasBody = ![204, 205, 304].includes(status) && isUtf8(answer.body);
    return new Response(hasBody ? new Uint8Array(answer.body) : null, { status, headers: all });
  };
}

/** Octokit throws every error status, and also "not modified". */
function answerIn(error: unknown): ApiAnswer {
  const { response, cause } = error as { readonly response?: ApiAnswer; readonly cause?: unknown };
  if (response === undefined) throw cause ?? error;
  return response;
}

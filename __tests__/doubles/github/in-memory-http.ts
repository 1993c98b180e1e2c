import { type HttpClient, HttpProblem, type HttpStream } from '../../../src/http/http.ts';
import type { ApiAnswer, ApiRequest } from './rest-api.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** After this long without an answer the real client gives up. */
const HEADERS = 60_000;

/** inMemoryHttp is the way to an API without sockets, in which time passes as a virtual clock has it. */
export function inMemoryHttp(
  api: { answer(request: ApiRequest): ApiAnswer },
  clock: VirtualClock,
  signal: AbortSignal,
): HttpClient {
  return {
    open: async ({ method, url, headers, limit }) => {
      const path = `${url.pathname}${url.search}`;
      const answer = api.answer({ method, url: path, headers: { ...headers, 'user-agent': 'in memory' } });
      if (answer.ends === 'hang') {
        await clock.sleep(HEADERS, signal);
        throw new HttpProblem('the answer was not there after 60 s', { isTransient: true });
      }
      return { status: answer.status, headers: answer.headers, body: bytesOf(answer, limit), cancel: () => {} };
    },
    close: () => {},
  };
}

async function* bytesOf({ body, ends }: ApiAnswer, limit: number): HttpStream['body'] {
  const bytes = Buffer.from(body);
  if (bytes.length > limit) throw new HttpProblem(`the body is longer than ${limit} bytes`, { isTransient: false });
  yield ends === 'cut' ? bytes.subarray(0, bytes.length / 2) : bytes;
  if (ends === 'cut') throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

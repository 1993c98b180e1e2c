import { ActionError, asError } from '../errors.ts';
import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import { transienceOfAnswer, transienceOfError } from '../http/transient-answers.ts';
import { excerpt } from '../secret/masked.ts';
import type { Clock } from '../time/clock.ts';
import { type Attempt, Persistence } from '../time/persistence.ts';

/** Longest answer that is read, in bytes. */
const LIMIT = 1 << 20;
/** Longest part of a server's message that is quoted. */
const LONGEST = 400;

export type ServiceOptions = { readonly http: HttpClient; readonly clock: Clock; readonly signal: AbortSignal };
export type Question = { readonly who: string; readonly url: string; readonly body?: string; readonly accept?: string };

/** SigstoreService sends requests to Sigstore, and repeats those that may succeed later. It follows no redirect. */
export class SigstoreService {
  readonly #options: ServiceOptions;
  readonly #persistence: Persistence;

  constructor(options: ServiceOptions) {
    this.#options = options;
    this.#persistence = new Persistence(options.clock, options.signal);
  }

  /** ask returns an answer with one of the statuses. Throws PROOF_SIGNING for any other, and if there is no answer. */
  async ask(
    { who, url, body, accept = 'application/json' }: Question,
    statuses: readonly number[],
  ): Promise<HttpAnswer> {
    const { http, clock, signal } = this.#options;
    const at = new URL(url);
    const sent = body === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body };
    const headers = { accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const answer = await this.#persistence.persist(at.host, async (): Promise<Attempt<HttpAnswer>> => {
      try {
        const found = await http.open({ ...sent, url: at, headers, limit: LIMIT }).then(readAnswer);
        return { result: () => found, transience: transienceOfAnswer(found, clock.date()) };
      } catch (thrown) {
        signal.throwIfAborted();
        const fail = (): never => {
          throw failed(`${who} (${at.host}) gives no answer: ${asError(thrown).message}`, thrown);
        };
        return { result: fail, transience: transienceOfError(thrown) };
      }
    });
    if (statuses.includes(answer.status)) return answer;
    const words = excerpt(new TextDecoder().decode(answer.body), LONGEST);
    throw failed(`${who} (${at.host}) refuses with status ${answer.status}${words === '' ? '' : `: ${words}`}`);
  }
}

/** jsonIn reads the JSON of an answer. Throws PROOF_SIGNING. */
export function jsonIn({ body }: HttpAnswer, who: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw failed(`The answer of ${who} is no JSON`, cause);
  }
}

/** failed is the error for a signature that could not be made. */
export function failed(message: string, cause?: unknown): ActionError {
  return new ActionError('PROOF_SIGNING', `${message}.`, {
    hint: 'The image has its SHA tag at most, and no other tag was written. Run the job again; if it fails again, look at the status of this server.',
    cause,
  });
}

import { ActionError, asError } from '../errors.ts';
import { httpClient } from '../http/client.ts';
import { type HttpAnswer, type HttpClient, readAnswer } from '../http/http.ts';
import { transienceOfAnswer, transienceOfError } from '../http/transient-answers.ts';
import { excerpt } from '../secret/masked.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import { type Attempt, Persistence } from '../time/persistence.ts';
import { field } from './answer.ts';
import type { Attestations } from './attestations.ts';
import type { Access } from './github.ts';

const LIMIT = 1 << 20;
const VERSION = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' } as const;
/** GitHub's statuses for a token that may not write, or may not see the repository. */
const DENIED: readonly number[] = [401, 403, 404];

export type RestAttestationsOptions = {
  readonly signal: AbortSignal;
  /** `owner/name`. */
  readonly repository: string;
  /** Root of the API. */
  readonly api: string;
  readonly http?: HttpClient;
  readonly clock?: Clock;
};

/** restAttestations is GitHub's store by its REST API: `POST /repos/{owner}/{repo}/attestations`. */
export function restAttestations({
  signal,
  repository,
  api,
  clock = systemClock,
  ...more
}: RestAttestationsOptions): Attestations {
  const post = async ({ token }: Access, body: object): Promise<HttpAnswer> => {
    const http = more.http ?? httpClient({ signal });
    const url = new URL(`${api.replace(/\/+$/, '')}/repos/${repository}/attestations`);
    const headers = { ...VERSION, authorization: `Bearer ${token.reveal()}`, 'content-type': 'application/json' };
    const request = { method: 'POST', url, headers, body: JSON.stringify(body), limit: LIMIT, stores: true } as const;
    try {
      return await new Persistence(clock, signal).persist(url.host, async (): Promise<Attempt<HttpAnswer>> => {
        try {
          const answer = await http.open(request).then(readAnswer);
          return { result: () => answer, transience: transienceOfAnswer(answer, clock.date()) };
        } catch (thrown) {
          signal.throwIfAborted();
          const fail = (): never => {
            throw failed(`GitHub's store of attestations did not answer: ${asError(thrown).message}`, thrown);
          };
          return { result: fail, transience: transienceOfError(thrown) };
        }
      });
    } finally {
      if (more.http === undefined) http.close();
    }
  };
  return {
    seeRight: async (access) => {
      if (access.token.isEmpty) throw denied('there is no token for it');
      // A body without a bundle is always rejected (422). A token that may not write is rejected before that.
      const { status } = await post(access, {});
      if (DENIED.includes(status)) throw denied(`the token may not write there (status ${status})`);
    },
    store: async (access, bundle) => {
      const answer = await post(access, { bundle: JSON.parse(new TextDecoder().decode(bundle)) as unknown });
      const { status } = answer;
      if (DENIED.includes(status)) throw denied(`the token may not write there (status ${status})`);
      const read = jsonIn(answer);
      const id = Number(field(read, 'id'));
      if (status === 201 && Number.isSafeInteger(id)) return id;
      throw failed(
        `GitHub's store of attestations answered with status ${status}: ${excerpt(String(field(read, 'message') ?? ''), 300)}`,
      );
    },
  };
}

function jsonIn({ body }: HttpAnswer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function denied(why: string): ActionError {
  return new ActionError('PROOF_DENIED', `The proof cannot be stored at GitHub: ${why}.`, {
    hint: 'Give the job the permission "attestations: write" under "permissions:". A reusable workflow has it only if its caller has it.',
  });
}

function failed(message: string, cause?: unknown): ActionError {
  return new ActionError('PROOF_SIGNING', `${message}.`, {
    hint: 'At most the SHA tag was written, and no other tag. Run the job again.',
    cause,
  });
}

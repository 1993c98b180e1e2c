import { FINAL, parseRetryAfter, type Transience } from '../time/retry.ts';
import { type HttpHead, HttpProblem } from './http.ts';

/** Statuses of a busy or restarting server, or of a proxy in front of it; the same request may succeed later. */
const TRANSIENT_STATUSES: readonly number[] = [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524];
/** Node's codes for connections that broke. A refused connection or an unknown name is final. */
const TRANSIENT_ERRORS: readonly string[] = [
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_EOF_STATE',
];

/** transienceOfAnswer judges an answer by its status. If `isBusy`, its words said to try later, whatever the status. */
export function transienceOfAnswer({ status, headers }: HttpHead, date: number, isBusy = false): Transience {
  if (!isBusy && !TRANSIENT_STATUSES.includes(status)) return FINAL;
  const retryAfter = parseRetryAfter(headers['retry-after'], date);
  return { kind: 'transient', ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** transienceOfError judges why there was no answer. */
export function transienceOfError(thrown: unknown): Transience {
  if (thrown instanceof HttpProblem) return thrown.isTransient ? { kind: 'transient', lost: thrown.lost } : FINAL;
  return TRANSIENT_ERRORS.includes(errorCode(thrown)) ? { kind: 'transient' } : FINAL;
}

/** errorCode finds the code of Node's error; for a host with several addresses, it is inside a list. */
export function errorCode(thrown: unknown): string {
  if (thrown instanceof AggregateError) return errorCode(thrown.errors[0]);
  const code = (thrown as { readonly code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}

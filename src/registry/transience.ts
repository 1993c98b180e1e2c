import { type HttpAnswer, type HttpHead, HttpProblem } from '../http/http.ts';
import { FINAL, parseRetryAfter, type Transience } from '../retry.ts';
import { errorCode, ociErrors } from './refusal.ts';

/** Statuses that a busy or restarting registry, or a proxy before it, answers; the same request may go well later. */
const TRANSIENT_STATUSES: readonly number[] = [408, 425, 429, 499, 500, 502, 503, 504, 520, 521, 522, 523, 524];
const TRANSIENT_CODES: readonly string[] = ['TOOMANYREQUESTS', 'UNAVAILABLE'];
/** Node's codes for connections that broke; one that was refused, or a name that is unknown, stays so. */
const TRANSIENT_ERRORS: readonly string[] = [
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HPE_INVALID_EOF_STATE',
];

/** transienceOf judges an answer by its status and, where its body was read, by the error codes in it. */
export function transienceOf({ status, headers }: HttpHead, read: unknown, date: number): Transience {
  const isBusy = status >= 400 && hasBody(read) && ociErrors(read).some(({ code }) => TRANSIENT_CODES.includes(code));
  if (!isBusy && !TRANSIENT_STATUSES.includes(status)) return FINAL;
  const retryAfter = parseRetryAfter(headers['retry-after'], date);
  return { kind: 'transient', ...(retryAfter === undefined ? {} : { retryAfter }) };
}

function hasBody(read: unknown): read is HttpAnswer {
  return typeof read === 'object' && read !== null && 'body' in read && read.body instanceof Uint8Array;
}

/** transienceOfError judges why there was no answer. */
export function transienceOfError(thrown: unknown): Transience {
  if (thrown instanceof HttpProblem) return thrown.isTransient ? { kind: 'transient' } : FINAL;
  return TRANSIENT_ERRORS.includes(errorCode(thrown)) ? { kind: 'transient' } : FINAL;
}

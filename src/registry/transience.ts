import type { HttpAnswer, HttpHead } from '../http/http.ts';
import { transienceOfAnswer } from '../http/transient-answers.ts';
import type { Transience } from '../time/retry.ts';
import { ociErrors } from './answers.ts';

const TRANSIENT_CODES: readonly string[] = ['TOOMANYREQUESTS', 'UNAVAILABLE'];

/** transienceOf judges an answer by its status and, if its body was read, by the error codes in it. */
export function transienceOf(head: HttpHead, read: unknown, date: number): Transience {
  const isBusy =
    head.status >= 400 && hasBody(read) && ociErrors(read).some(({ code }) => TRANSIENT_CODES.includes(code));
  return transienceOfAnswer(head, date, isBusy);
}

function hasBody(read: unknown): read is HttpAnswer {
  return typeof read === 'object' && read !== null && 'body' in read && read.body instanceof Uint8Array;
}

import { ActionError, type StepCode } from '../errors.ts';
import { isOfTrust } from '../http/failure.ts';
import { type HttpAnswer, HttpProblem } from '../http/http.ts';
import { errorCode } from '../http/transient-answers.ts';
import { type KnownAnswer, knownAnswer, type Question } from '../image/known-answers.ts';
import { rightsAt } from '../image/rights-at.ts';
import { excerpt } from '../secret/masked.ts';
import { oneLine } from '../text/printable.ts';
import { redacted } from './endpoint.ts';
import { InsideAddress } from './inside-addresses.ts';

/** A request, as errors show it. */
export type Asked = {
  readonly method: string;
  readonly url: URL;
  /** The kind of manifest that is put, if registries differ in accepting it. */
  readonly puts?: Question | undefined;
};

/** The error codes of an answer (distribution-spec, "Error Codes"), with what the registry adds for people. */
export type OciError = { readonly code: string; readonly message: string; readonly detail: string };

/** ociErrors reads the error body of the specification; anything else is no error code. */
export function ociErrors(answer: HttpAnswer): readonly OciError[] {
  try {
    const { errors } = JSON.parse(new TextDecoder().decode(answer.body)) as { readonly errors?: unknown };
    if (!Array.isArray(errors)) return [];
    return errors.map((error) => ({
      code: String(error?.code ?? ''),
      message: String(error?.message ?? ''),
      detail: detailOf(error?.detail),
    }));
  } catch {
    return [];
  }
}

/** Nexus, Artifactory and others give the reason only in the detail, as a text or as an object with a message. */
function detailOf(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  if (typeof detail !== 'object' || detail === null) return '';
  const { message } = detail as { readonly message?: unknown };
  if (typeof message === 'string') return message;
  return Object.keys(detail).length === 0 ? '' : JSON.stringify(detail);
}

/** Longest text of one error that we show, in characters. */
const LONGEST = 1_000;

/** The texts of the errors in an answer, one line each. */
function wordsOf(errors: readonly OciError[]): readonly string[] {
  return errors.map(({ code, message, detail }) => {
    const more = detail === '' || message.includes(detail) ? '' : ` (${detail})`;
    return excerpt(`${code} ${message}${more}`, LONGEST);
  });
}

const READ_HINT =
  'The account has no read access: give it read access to this repository, too (pull, not only push). Every image is read back to verify it.';
const OUTSIDE_HINT =
  'The registry rejects this account, or every client from this address. Check its firewall or allow list of addresses, and whether the account is blocked.';
const FAILED_HINT =
  'The registry, or a proxy in front of it, failed: look at its status page and its log, and run the job again.';
const HINTS = {
  LOGIN_FAILED:
    'Check "username" and "password": the account must exist on this registry, and its token must be valid and not expired.',
  REGISTRY_DENIED: 'Give the account write access and read access to this repository (push and pull).',
  REPOSITORY_MISSING: 'Create the repository on the registry first, or correct its name in "image".',
  RATE_LIMITED: 'Wait, and run the job again. If this happens often, use an account with a higher limit.',
  REGISTRY_ANSWER:
    'This is not the answer of a registry. Check that "image" names a registry and not a web page, and check the status of the registry.',
} as const satisfies Partial<Record<StepCode, string>>;
/** The same if a registry answered. */
const REFUSED_HINT = 'The registry rejected this request. Look up its message in its documentation and its log.';

/** refusal is the error for an answer that the specification does not allow for a successful request. */
export function refusal(asked: Asked, answer: HttpAnswer): ActionError {
  const code = refusalCode(answer);
  return understood(asked, answer) ?? told(asked, answer, { code, hint: hintFor(asked, answer, code) });
}

function hintFor({ method, url }: Asked, answer: HttpAnswer, code: keyof typeof HINTS): string {
  const isRead = method === 'GET' || method === 'HEAD';
  // The first request of every client is about no repository.
  if (code === 'REGISTRY_DENIED' && isRead) return url.pathname === '/v2/' ? OUTSIDE_HINT : READ_HINT;
  if (code === 'REGISTRY_DENIED') return rightsAt(url.host) ?? HINTS[code];
  if (code !== 'REGISTRY_ANSWER') return HINTS[code];
  if (ociErrors(answer).length > 0) return REFUSED_HINT;
  return answer.status >= 500 ? FAILED_HINT : HINTS[code];
}

/** understood is `refusal` for an answer that registries are known to give; undefined for any other. */
export function understood(asked: Asked, answer: HttpAnswer): ActionError | undefined {
  const known = knownOf(asked, answer);
  return known && told(asked, answer, { code: known.means, hint: known.hint });
}

function told(asked: Asked, answer: HttpAnswer, { code, hint }: { code: StepCode; hint: string }): ActionError {
  const said = wordsOf(ociErrors(answer));
  // Some registries end their message with a full stop.
  const words = said.length > 0 ? `: ${said.slice(0, 3).join('; ').replace(/\.$/, '')}` : '';
  const message = `${asked.method} ${redacted(asked.url)} was answered with status ${answer.status}${words}.`;
  return new ActionError(code, message, { hint });
}

function knownOf({ method, url, puts }: Asked, answer: HttpAnswer): KnownAnswer | undefined {
  const errors = ociErrors(answer);
  const isUpload = method === 'POST' && url.pathname.endsWith('/blobs/uploads/');
  // An answer that is no error of the specification may be the page of a proxy, which says what it wants.
  const words = errors.length > 0 ? wordsOf(errors).join('\n') : new TextDecoder().decode(answer.body);
  return knownAnswer({ status: answer.status, words, to: isUpload ? 'upload' : puts });
}

function refusalCode(answer: HttpAnswer): keyof typeof HINTS {
  const codes = ociErrors(answer).map(({ code }) => code);
  if (answer.status === 429 || codes.includes('TOOMANYREQUESTS')) return 'RATE_LIMITED';
  if (answer.status === 401 || answer.status === 403) return 'REGISTRY_DENIED';
  if (answer.status === 404 && codes.includes('NAME_UNKNOWN')) return 'REPOSITORY_MISSING';
  return 'REGISTRY_ANSWER';
}

/** loginRefusal is `refusal` for a request that checks the credential itself. */
export function loginRefusal(asked: Asked, answer: HttpAnswer): ActionError {
  const error = refusal({ ...asked, puts: 'login' }, answer);
  if (error.code !== 'REGISTRY_DENIED' && error.code !== 'LOGIN_FAILED') return error;
  const hint = error.code === 'LOGIN_FAILED' ? error.hint : HINTS.LOGIN_FAILED;
  return new ActionError('LOGIN_FAILED', `The registry rejected the credential. ${error.message}`, { hint });
}

/** untrusted is the error if the registry asks for something that would put the credential at risk. */
export function untrusted(message: string): ActionError {
  return new ActionError('REGISTRY_UNTRUSTED', message, {
    hint: 'No credential was sent there. Check "image", and ask the operator of the registry for the address of its token service. If that service is yours, add its host to "auth-hosts".',
  });
}

/** TLS failures by the codes of Node (`errors.md`, "OpenSSL errors" and X.509 certificate error codes). */

/** OpenSSL's message if the server speaks plain HTTP instead of TLS. */
const NOT_TLS = /wrong version number/;

/** TLS's messages if the server asks for a client certificate (RFC 8446, 6.2). */
const WANTS_CERTIFICATE = /certificate required|alert bad certificate/;

/** Errors of Node's parser: something answered, but not in valid HTTP. */
const NOT_HTTP = /^HPE_/;

const CLIENT_CERTIFICATE_HINT =
  'Use an address of the registry that asks for none, such as a proxy that has the certificate, or let the registry accept a password or token instead.';

function wantsCertificate(host: string, cause: unknown): ActionError {
  return new ActionError('REGISTRY_DENIED', `${host} asks for a client certificate, and this action has none.`, {
    hint: CLIENT_CERTIFICATE_HINT,
    cause,
  });
}

/** noAnswer is the error for a request without an answer, and says why. */
export function noAnswer(asked: Asked, thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const { host } = asked.url;
  const code = errorCode(thrown);
  const words = thrown instanceof Error ? oneLine(thrown.message) : String(thrown);
  if (WANTS_CERTIFICATE.test(words)) return wantsCertificate(host, thrown);
  if (isOfTrust(code)) {
    return new ActionError('REGISTRY_UNTRUSTED', `The certificate of ${host} is not trusted (${code}): ${words}.`, {
      hint: 'If the registry has its own CA, set "ca-file" to the certificate of that CA, and add it to the engine, too.',
      cause: thrown,
    });
  }
  if (NOT_TLS.test(words)) {
    return new ActionError('REGISTRY_UNTRUSTED', `${host} does not use TLS.`, {
      hint: 'Write the port with TLS in "image", or put a proxy with a certificate in front of the registry. Plain HTTP is allowed only for a registry on this machine (localhost).',
      cause: thrown,
    });
  }
  if (thrown instanceof InsideAddress) {
    return untrusted(`The registry sends its clients to a private address: ${words}.`);
  }
  if ((thrown instanceof HttpProblem && !thrown.isTransient) || NOT_HTTP.test(code)) {
    return new ActionError('REGISTRY_ANSWER', `${asked.method} ${redacted(asked.url)}: ${words}.`, {
      hint: HINTS.REGISTRY_ANSWER,
      cause: thrown,
    });
  }
  return new ActionError('REGISTRY_UNREACHABLE', `${host} could not be reached (${code || 'no code'}): ${words}.`, {
    hint: 'Check the host and port in "image", and that this runner can reach it (proxy, firewall, VPN).',
    cause: thrown,
  });
}

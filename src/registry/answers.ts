import { ActionError, type StepCode } from '../errors.ts';
import { type HttpAnswer, HttpProblem } from '../http/http.ts';
import { errorCode } from '../http/transience.ts';
import { oneLine } from '../text/printable.ts';
import { redacted } from './endpoint.ts';
import { InsideAddress } from './inside-addresses.ts';
import { KNOWN_ANSWERS } from './known-answers.ts';

/** A request as an error tells of it. */
export type Asked = { readonly method: string; readonly url: URL };

/** The error codes of an answer (distribution-spec, "Error Codes"), with what the registry adds for people. */
export type OciError = { readonly code: string; readonly message: string };

/** ociErrors reads the error body of the specification; anything else is no error code. */
export function ociErrors(answer: HttpAnswer): readonly OciError[] {
  try {
    const { errors } = JSON.parse(new TextDecoder().decode(answer.body)) as { readonly errors?: unknown };
    if (!Array.isArray(errors)) return [];
    return errors.map((error) => ({ code: String(error?.code ?? ''), message: String(error?.message ?? '') }));
  } catch {
    return [];
  }
}

const HINTS = {
  LOGIN_FAILED: 'Check "username" and "password": the account must exist on this registry and its token be valid.',
  REGISTRY_DENIED:
    'Give the account the right to pull from and push to this repository; a push is proved by reading it back.',
  REPOSITORY_MISSING: 'Create the repository on the registry first, or correct its name in "image".',
  RATE_LIMITED: 'Wait and run the job again; sign in with an account that has a higher limit if this comes often.',
  REGISTRY_ANSWER: 'Check that "image" names a registry and not a web page, and look at the status of the registry.',
} as const satisfies Partial<Record<StepCode, string>>;

/** refusal names an answer that is not the one the specification promises for a request that went well. */
export function refusal(asked: Asked, answer: HttpAnswer): ActionError {
  const said = ociErrors(answer).map((error) => oneLine(`${error.code} ${error.message}`));
  const known = KNOWN_ANSWERS.find(
    ({ statuses, says }) => statuses.includes(answer.status) && says.test(said.join('\n')),
  );
  const code = known?.means ?? refusalCode(answer);
  const words = said.length > 0 ? `: ${said.slice(0, 3).join('; ')}` : '';
  const message = `${asked.method} ${redacted(asked.url)} was answered with status ${answer.status}${words}.`;
  return new ActionError(code, message, { hint: known?.hint ?? HINTS[refusalCode(answer)] });
}

function refusalCode(answer: HttpAnswer): keyof typeof HINTS {
  const codes = ociErrors(answer).map(({ code }) => code);
  if (answer.status === 429 || codes.includes('TOOMANYREQUESTS')) return 'RATE_LIMITED';
  if (answer.status === 401 || answer.status === 403) return 'REGISTRY_DENIED';
  if (answer.status === 404 && codes.includes('NAME_UNKNOWN')) return 'REPOSITORY_MISSING';
  return 'REGISTRY_ANSWER';
}

/** loginRefusal is `refusal` where the credential itself was asked about. */
export function loginRefusal(asked: Asked, answer: HttpAnswer): ActionError {
  const error = refusal(asked, answer);
  if (error.code !== 'REGISTRY_DENIED') return error;
  return new ActionError('LOGIN_FAILED', `The registry does not take the credential. ${error.message}`, {
    hint: HINTS.LOGIN_FAILED,
  });
}

/** untrusted says that the registry asks for something that would put the credential at risk. */
export function untrusted(message: string): ActionError {
  return new ActionError('REGISTRY_UNTRUSTED', message, {
    hint: 'No credential was sent there. Check "image", and ask whoever runs the registry what its token service is.',
  });
}

/** TLS failures by the codes of Node (`errors.md`, "OpenSSL errors" and X.509 certificate error codes). */
const CERTIFICATE = /CERT|SELF_SIGNED|ISSUER|ERR_TLS|UNABLE_TO_VERIFY|ERR_SSL/;

/** What OpenSSL says of bytes that are no TLS, as of a server that speaks plain HTTP. */
const NOT_TLS = /wrong version number/;

/** What TLS says where the other side wants to see a certificate of ours (RFC 8446, 6.2). */
const WANTS_CERTIFICATE = /certificate required/;

/** Failures of Node's parser: something answered, but not in HTTP as it is written. */
const NOT_HTTP = /^HPE_/;

const CLIENT_CERTIFICATE_HINT =
  'Give this runner another way to the registry, such as a proxy that shows the certificate, or let the registry take a password or token instead.';

function wantsCertificate(host: string, cause: unknown): ActionError {
  return new ActionError('REGISTRY_DENIED', `${host} wants a client certificate, and this action has none.`, {
    hint: CLIENT_CERTIFICATE_HINT,
    cause,
  });
}

/** noAnswer names why a request got no answer at all. */
export function noAnswer(asked: Asked, thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const { host } = asked.url;
  const code = errorCode(thrown);
  const words = thrown instanceof Error ? oneLine(thrown.message) : String(thrown);
  if (WANTS_CERTIFICATE.test(words)) return wantsCertificate(host, thrown);
  if (CERTIFICATE.test(code)) {
    return new ActionError('REGISTRY_UNTRUSTED', `The certificate of ${host} is not trusted (${code}): ${words}.`, {
      hint: 'If the registry has a CA of its own, give its certificate with "ca-file", and to the engine as well.',
      cause: thrown,
    });
  }
  if (NOT_TLS.test(words)) {
    return new ActionError('REGISTRY_UNTRUSTED', `${host} does not speak TLS.`, {
      hint: 'Put the port that does into "image", or a proxy with a certificate before the registry. Plain HTTP is for a registry on this machine alone (localhost).',
      cause: thrown,
    });
  }
  if (thrown instanceof InsideAddress) {
    return untrusted(`The registry sends its clients to a machine inside: ${words}.`);
  }
  if ((thrown instanceof HttpProblem && !thrown.isTransient) || NOT_HTTP.test(code)) {
    return new ActionError('REGISTRY_ANSWER', `${asked.method} ${redacted(asked.url)}: ${words}.`, {
      hint: HINTS.REGISTRY_ANSWER,
      cause: thrown,
    });
  }
  return new ActionError('REGISTRY_UNREACHABLE', `${host} could not be reached (${code || 'no code'}): ${words}.`, {
    hint: 'Check the host and port in "image", and that this runner may reach it (proxy, firewall, VPN).',
    cause: thrown,
  });
}

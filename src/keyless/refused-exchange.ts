import { ActionError } from '../errors.ts';
import { errorCode } from '../http/transient-answers.ts';
import { excerpt } from '../secret/masked.ts';
import { oneLine } from '../text/printable.ts';
import { type Claims, describeClaims, describeSubject } from './claims.ts';

/** A provider's answer if it did not give what was asked for. */
export type Said = { readonly status: number; readonly code: string; readonly message: string };

/** A known answer of a provider: what it means, and what to do about it. */
export type KnownRefusal = {
  /** Matched against `status code message`. */
  readonly says: RegExp;
  readonly means: string;
  readonly hint: string;
  /** Whether a trust setting must be compared with the subject. */
  readonly isAboutSubject?: boolean;
};

const THROTTLED: KnownRefusal = {
  says: /^429 |Throttl|RequestLimitExceeded|SlowDown|RESOURCE_EXHAUSTED|temporarily_unavailable/,
  means: 'it limits the number of requests',
  hint: 'Run the job again later, and let fewer jobs sign in at the same time.',
};
const BROKEN: KnownRefusal = {
  says: /^5\d\d /,
  means: 'it is not available',
  hint: "Look at the provider's status page, and run the job again.",
};

/** Longest quote of a provider's answer. */
const LONGEST = 400;

/** refusedExchange is the error for an answer that gives nothing; it prints the claims that the provider judged. */
export function refusedExchange(
  who: string,
  said: Said,
  { known, claims }: { readonly known: readonly KnownRefusal[]; readonly claims?: Claims },
): ActionError {
  const text = `${said.status} ${said.code} ${said.message}`;
  const { means, hint, isAboutSubject } = [THROTTLED, BROKEN, ...known].find(({ says }) => says.test(text)) ?? {
    means: 'it rejects this request',
    hint: 'Compare the fields of this entry in "identity" with the provider\'s settings; docs/keyless.md lists them.',
    isAboutSubject: true,
  };
  const words = excerpt(`${said.code} ${said.message}`, LONGEST);
  const quoted = words === '' ? '' : `: ${words.replace(/\.$/, '')}`;
  const judged = claims === undefined ? '' : ` ${describeClaims(claims)}`;
  const subject = isAboutSubject === true && claims !== undefined ? ` ${describeSubject(claims)}` : '';
  return new ActionError('EXCHANGE_FAILED', `${who} refuses: ${means} (status ${said.status}${quoted}).${judged}`, {
    hint: `${hint}${subject}`,
  });
}

/** malformedAnswer is the error for an answer that has not the form that its provider documents. */
export function malformedAnswer(who: string, problem: string): ActionError {
  return new ActionError('EXCHANGE_FAILED', `The answer of ${who} cannot be used: ${problem}.`, {
    hint: 'Run the job again. If it fails again, check whether a proxy between the runner and the provider answers instead.',
  });
}

/** noExchange names why there was no answer at all. */
export function noExchange(who: string, host: string, thrown: unknown): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const code = errorCode(thrown);
  const words = thrown instanceof Error ? oneLine(thrown.message) : String(thrown);
  const isUnknown = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
  const [problem, hint] = isUnknown
    ? ['has no address', 'Check the registry, region and cloud in "identity", and the DNS and proxy of this runner.']
    : ['could not be reached', 'Check that this runner can reach it (proxy, firewall, certificates of a proxy).'];
  return new ActionError('EXCHANGE_FAILED', `${host} (${who}) ${problem} (${code || 'no code'}): ${words}.`, {
    hint,
    cause: thrown,
  });
}

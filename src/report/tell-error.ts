import { type ActionError, asError, type ErrorCode } from '../errors.ts';
import type { Runner } from '../runner/runner.ts';

type Told = Pick<Runner, 'error' | 'debug' | 'pages'>;

/** tellOfError annotates what happened, what to do next, and where more is said; the cause is for those who debug. */
export function tellOfError(runner: Told, { code, message, hint, cause }: ActionError): void {
  runner.error(code, [message, hint, ...moreLine(runner, code)].join('\n'));
  if (cause !== undefined) runner.debug(asError(cause).stack ?? '');
}

/** moreLine is where the troubleshooting page says more, at the version of the action that runs; nothing if unknown. */
export function moreLine(runner: Pick<Runner, 'pages'>, code: ErrorCode): readonly string[] {
  const address = runner.pages().help(code);
  return address === undefined ? [] : [`More: ${address}`];
}

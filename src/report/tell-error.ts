import { type ActionError, asError, type ErrorCode } from '../errors.ts';
import type { Runner } from '../runner/runner.ts';

type Told = Pick<Runner, 'error' | 'debug' | 'pages'>;

/** tellOfError annotates what happened, what to do next, and where to read more; the cause is logged for debugging. */
export function tellOfError(runner: Told, { code, message, hint, cause }: ActionError): void {
  runner.error(code, [message, hint, ...moreLine(runner, code)].join('\n'));
  if (cause !== undefined) runner.debug(asError(cause).stack ?? '');
}

/** moreLine links to the troubleshooting page of the running version of the action; empty if unknown. */
export function moreLine(runner: Pick<Runner, 'pages'>, code: ErrorCode): readonly string[] {
  const address = runner.pages().help(code);
  return address === undefined ? [] : [`More: ${address}`];
}

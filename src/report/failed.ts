import { ActionError, asError } from '../errors.ts';
import type { Attempt } from '../image/destinations.ts';
import { repositoryName } from '../image/reference.ts';
import type { Lifetime } from '../runner/lifetime.ts';
import type { Runner } from '../runner/runner.ts';
import type { IfExists } from '../tags/read-tags.ts';
import type { Standing } from '../tags/write-tags.ts';
import { printable, shortened } from '../text/printable.ts';
import type { Failed, Left } from './outcome.ts';

type Redacted = (text: string) => string;

/** failure is the outcome for any thrown error; if it is no ActionError, it is a bug of ours. */
export function failure(thrown: unknown, redacted: Redacted): Failed {
  const { code, message, hint, cause } = thrown instanceof ActionError ? thrown : unexpected(thrown);
  // First masked, then cut: nobody would recognise half of a secret.
  const safe = (text: string): string => printable(shortened(redacted(text)));
  return { kind: 'failed', error: new ActionError(code, safe(message), { hint: safe(hint), cause }), left: [] };
}

/** What is on the registries, if anything may have been written, and what to do about a tag that exists. */
type Unfinished = {
  readonly standing: readonly Standing[];
  readonly ready: readonly Attempt<unknown>[];
  readonly ifExists: IfExists;
};

/**
 * unfinished is the outcome of a run that did not finish at every destination. Its error is the error of the first
 * destination that failed; the state is reported for all. At a destination that was not `ready`, nothing was written.
 */
export function unfinished(
  { standing, ready, ifExists }: Unfinished,
  { runner, lifetime }: { readonly runner: Runner; readonly lifetime: Lifetime },
): Failed {
  const { signal } = lifetime;
  const left = standing.map((each, index): Left => {
    const error = each.error === undefined ? undefined : failure(each.error, runner.redacted).error;
    return { ...each, error, isUntouched: ready[index]?.ok !== true };
  });
  const first = standing.find(({ error }) => error !== undefined);
  const failed = failure(signal.aborted ? signal.reason : first?.error, runner.redacted).error;
  const error = ifExists === 'verify' && left.some(mayBeTagged) ? toldOfRebuilding(failed) : failed;
  const isOneOfMany = standing.length > 1 && first !== undefined && !signal.aborted;
  if (!isOneOfMany) return { kind: 'failed', error, left };
  const name = repositoryName(first.repository);
  const message = error.message.startsWith(name) ? error.message : `${name}: ${error.message}`;
  return { kind: 'failed', error: new ActionError(error.code, message, error), left };
}

/** Whether the SHA tag may show the image of this run now. */
function mayBeTagged({ isUntouched, tags: [sha] }: Left): boolean {
  return !isUntouched && sha?.state !== 'not-written' && sha?.state !== 'lost';
}

/** Running the job again does not help if it builds again, and creates another image of the commit. */
function toldOfRebuilding(error: ActionError): ActionError {
  const { code, message, hint, cause } = error;
  if (code === 'TAG_EXISTS') return error;
  const rebuilding =
    'The SHA tag may already show this image: run the job again with the same image. If the job builds it again, set "if-exists: keep".';
  return new ActionError(code, message, { hint: `${hint} ${rebuilding}`, cause });
}

function unexpected(thrown: unknown): ActionError {
  return new ActionError(
    'UNEXPECTED',
    `Something happened that this action did not expect: ${asError(thrown).message}`,
    {
      hint: 'This is a mistake in the action: please report it with the log of a run with debug logging on.',
      cause: thrown,
    },
  );
}

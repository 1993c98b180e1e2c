import { ActionError, type StepCode } from '../errors.ts';
import type { HttpAnswer } from '../http/http.ts';
import { excerpt } from '../secret/masked.ts';
import { field } from './answer.ts';

/** GitHub's messages about versions that its own rules protect ("Deleting and restoring a package"). */
const PROTECTED =
  /last tagged version|cannot delete the last|more than [\d,]+ downloads|cannot be deleted|too many downloads/i;

const RIGHTS =
  'Give the job "packages: write", or "packages: read" for a dry run, and give this repository the role Admin on the package (Package settings, Manage Actions access). Or use a classic personal token with "read:packages" and "delete:packages".';

/** protectedVersion returns GitHub's reason to keep a version; undefined for any other answer. */
export function protectedVersion(answer: HttpAnswer): string | undefined {
  const said = messageOf(answer);
  return answer.status >= 400 && answer.status < 500 && PROTECTED.test(said) ? excerpt(said, 400) : undefined;
}

/** versionRefusal is the error for an unexpected answer to a request about a package. */
export function versionRefusal(
  { method, path }: { readonly method: string; readonly path: string },
  answer: HttpAnswer,
  name: string,
): ActionError {
  const code = codeOf(answer);
  const said = excerpt(messageOf(answer), 400);
  const words = said === '' ? '' : `: ${said}`;
  const message = `${method} ${path} (${name}) was answered by GitHub with status ${answer.status}${words}.`;
  const hints: Partial<Record<StepCode, string>> = {
    REGISTRY_DENIED: RIGHTS,
    // If a token may not see something, GitHub says that it does not exist.
    REPOSITORY_MISSING: `If the name in "image" is wrong, correct it. ${RIGHTS}`,
    RATE_LIMITED: 'Run the job again in an hour, and delete less in one run.',
  };
  return new ActionError(code, message, {
    hint: hints[code] ?? 'Look at the status page of GitHub, and run the job again.',
  });
}

/** unusable reports that the list of versions may be incomplete. */
export function unusable(name: string, how: string): ActionError {
  return new ActionError('REGISTRY_ANSWER', `GitHub's list of the versions of ${name} cannot be used: ${how}.`, {
    hint: 'Nothing was deleted, because an image that is missing in the list would not be kept. Run the job again.',
  });
}

function codeOf(answer: HttpAnswer): StepCode {
  const { status, headers } = answer;
  const isLimit =
    headers['x-ratelimit-remaining'] === '0' || 'retry-after' in headers || /rate limit/i.test(messageOf(answer));
  if (status === 429 || (status === 403 && isLimit)) return 'RATE_LIMITED';
  if (status === 401 || status === 403) return 'REGISTRY_DENIED';
  return status === 404 ? 'REPOSITORY_MISSING' : 'REGISTRY_ANSWER';
}

function messageOf({ body }: HttpAnswer): string {
  try {
    const message = field(JSON.parse(new TextDecoder().decode(body)), 'message');
    return typeof message === 'string' ? message : '';
  } catch {
    return '';
  }
}

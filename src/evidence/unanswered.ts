import type { Reason } from '../gate/verdict.ts';
import type { ApiProblem } from '../github/github.ts';

/** unanswered is the reason for a gate that stays closed because GitHub could not tell. */
export function unanswered(
  { message, permission, remedy = 'run the job again' }: ApiProblem,
  asked: Pick<Reason, 'code' | 'rule'>,
): Reason {
  return {
    ...asked,
    seen: message,
    opens: permission === undefined ? remedy : `give the job the permission "${permission}" under "permissions:"`,
  };
}

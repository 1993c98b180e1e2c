import type { Reason } from '../gate/verdict.ts';
import type { ApiProblem } from '../github/github.ts';

/** unanswered are the reasons for a gate that stays closed because GitHub could not tell: each permission by itself. */
export function unanswered(problem: ApiProblem, asked: Pick<Reason, 'code' | 'rule'>): readonly [Reason, ...Reason[]] {
  return [reason(problem, asked), ...problem.also.map((other) => reason(other, asked))];
}

function reason(
  { message, permission, remedy = 'run the job again' }: ApiProblem,
  asked: Pick<Reason, 'code' | 'rule'>,
): Reason {
  const opens = permission === undefined ? remedy : `give the job the permission "${permission}" under "permissions:"`;
  return { ...asked, seen: message, opens };
}

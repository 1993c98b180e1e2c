import type { Inputs } from '../inputs/inputs.ts';
import type { Reason } from './verdict.ts';

/**
 * needsReasons asks that every job in `needs` has succeeded. A job that was skipped counts only if it is named in
 * `allow-skipped`; one that failed or was cancelled never does, also where `if: always()` let this job start.
 */
export function needsReasons({ needs, allowSkipped }: Pick<Inputs, 'needs' | 'allowSkipped'>): readonly Reason[] {
  if (needs === undefined) return [];
  const jobs = Object.entries(needs);
  if (jobs.length === 0)
    return [reason('there is no job in it', 'name the jobs to wait for under "needs:" of this job')];
  return jobs
    .filter(([job, result]) => result !== 'success' && !(result === 'skipped' && allowSkipped.includes(job)))
    .map(([job, result]) =>
      reason(
        `the job ${job} has the result ${result}`,
        result === 'skipped' ? `let it run, or add "${job}" to "allow-skipped"` : `a run in which ${job} succeeds`,
      ),
    );
}

function reason(seen: string, opens: string): Reason {
  return { code: 'GATE_NEEDS', rule: 'every job that this one needs must have succeeded', seen, opens };
}

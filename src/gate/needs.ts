import type { Judgement } from './verdict.ts';

/** Results of the jobs that this one needs, by their ids (undefined if they are not asked about), and who may be skipped. */
export type NeedsPolicy = {
  readonly needs: Readonly<Record<string, string>> | undefined;
  /** Names of jobs and checks that may be skipped. */
  readonly allowSkipped: readonly string[];
};

const RULE = 'every job that this one needs must have succeeded';

/**
 * judgeNeeds asks that every job in `needs` has succeeded. A job that was skipped counts only if it is named in
 * `allow-skipped`; one that failed or was cancelled never does, also where `if: always()` let this job start.
 */
export function judgeNeeds({ needs, allowSkipped }: NeedsPolicy): readonly Judgement[] {
  if (needs === undefined) return [];
  const jobs = Object.entries(needs);
  if (jobs.length === 0)
    return [against('there is no job in it', 'name the jobs to wait for under "needs:" of this job')];
  return jobs.map(([job, result]) => {
    const seen = `the job ${job} has the result ${result}`;
    if (result === 'success' || (result === 'skipped' && allowSkipped.includes(job))) return { rule: RULE, seen };
    const opens =
      result === 'skipped' ? `let it run, or add "${job}" to "allow-skipped"` : `a run in which ${job} succeeds`;
    return against(seen, opens);
  });
}

function against(seen: string, opens: string): Judgement {
  return { code: 'GATE_NEEDS', rule: RULE, seen, opens };
}

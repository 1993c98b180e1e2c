import type { CheckRun } from '../run/reports.ts';

/** The state of a check, who reports it, and what was seen, as the end of a sentence. This job itself is left out. */
export type Seen = {
  readonly state: 'passed' | 'pending' | 'failed' | 'missing' | 'left-out';
  readonly by: string;
  readonly seen: string;
  /** For a check that has passed: its app and its check run. The app of a commit status is unknown. */
  readonly app?: { readonly id: number; readonly slug: string };
  readonly checkRun?: number;
};

/** For a required check: what requires it, who reported it, its state, and what was seen. */
export type CheckState = Seen & {
  readonly name: string;
  readonly askedBy: string;
  /** The app that a rule of the branch names, if any. */
  readonly appId?: number;
};

const WORST_FIRST: readonly Seen['state'][] = ['failed', 'pending', 'passed', 'missing', 'left-out'];

/** worst sorts what was seen: failed before not finished, and both before passed. */
export function worst<T extends Pick<Seen, 'state'>>(states: readonly T[]): readonly T[] {
  return states.toSorted((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state));
}

type Word = { readonly name: string; readonly status: string; readonly conclusion: string | null };

/** wordOf reads the state of a check run or a job. A skipped one has passed only if its name may be skipped. */
export function wordOf({ name, status, conclusion }: Word, allowSkipped: readonly string[]): Omit<Seen, 'by'> {
  if (status !== 'completed') return { state: 'pending', seen: `it is ${status}` };
  if (conclusion === 'success') return { state: 'passed', seen: 'it succeeded' };
  const isAllowed = (conclusion === 'skipped' || conclusion === 'neutral') && allowSkipped.includes(name);
  return { state: isAllowed ? 'passed' : 'failed', seen: `it ended with ${conclusion ?? 'no conclusion'}` };
}

/** reportOf names the check run of a check that has passed, and its app. */
export function reportOf({ state }: Pick<Seen, 'state'>, { id, app }: CheckRun): Pick<Seen, 'app' | 'checkRun'> {
  return state === 'passed' && app !== undefined ? { app: { id: app.id, slug: app.slug }, checkRun: id } : {};
}

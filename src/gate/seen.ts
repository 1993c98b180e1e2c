import type { CheckRun } from '../run/reports.ts';

/** How far a check is, who says so, and what was seen, as the end of a sentence. This job itself is left out. */
export type Seen = {
  readonly state: 'passed' | 'pending' | 'failed' | 'missing' | 'left-out';
  readonly by: string;
  readonly seen: string;
  /** Of a check that has passed: the app and the check run that say so; nobody knows the app of a commit status. */
  readonly app?: { readonly id: number; readonly slug: string };
  readonly checkRun?: number;
};

/** Of a required check: what asks for it, who reported it, how far it is, and what was seen. */
export type CheckState = Seen & {
  readonly name: string;
  readonly askedBy: string;
  /** The app that a rule of the branch pins, if it does. */
  readonly appId?: number;
};

const WORST_FIRST: readonly Seen['state'][] = ['failed', 'pending', 'passed', 'missing', 'left-out'];

/** worst sorts what was seen: one that failed outweighs one that has not ended, and both one that passed. */
export function worst<T extends Pick<Seen, 'state'>>(states: readonly T[]): readonly T[] {
  return states.toSorted((one, other) => WORST_FIRST.indexOf(one.state) - WORST_FIRST.indexOf(other.state));
}

type Word = { readonly name: string; readonly status: string; readonly conclusion: string | null };

/** wordOf reads how a check run or a job stands; what was skipped has passed only if its name is allowed to be. */
export function wordOf({ name, status, conclusion }: Word, allowSkipped: readonly string[]): Omit<Seen, 'by'> {
  if (status !== 'completed') return { state: 'pending', seen: `it is ${status}` };
  if (conclusion === 'success') return { state: 'passed', seen: 'it succeeded' };
  const isAllowed = (conclusion === 'skipped' || conclusion === 'neutral') && allowSkipped.includes(name);
  return { state: isAllowed ? 'passed' : 'failed', seen: `it ended with ${conclusion ?? 'no conclusion'}` };
}

/** reportOf names the check run that says that a check has passed, and its app. */
export function reportOf({ state }: Pick<Seen, 'state'>, { id, app }: CheckRun): Pick<Seen, 'app' | 'checkRun'> {
  return state === 'passed' && app !== undefined ? { app: { id: app.id, slug: app.slug }, checkRun: id } : {};
}

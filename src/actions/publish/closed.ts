import { type Closed, endingOf } from '../../gate/verdict.ts';
import type { Skipped } from '../../report/outcome.ts';
import type { Inputs } from './inputs.ts';

/** closed is the outcome of a run whose gate is closed, at whatever point of the story that is found. */
export function closed(verdict: Closed, { whenClosed }: Pick<Inputs, 'whenClosed'>): Skipped {
  return { kind: 'closed', verdict, ending: endingOf(verdict, whenClosed) };
}

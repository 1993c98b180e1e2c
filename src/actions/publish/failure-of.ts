import { failure } from '../../report/failed.ts';
import type { Failed } from '../../report/outcome.ts';
import type { World } from './world.ts';

/** failureOf is the outcome for a thrown error. A registry or an engine may repeat in its error what we sent. */
export function failureOf(thrown: unknown, { runner, lifetime }: Pick<World, 'runner' | 'lifetime'>): Failed {
  return failure(lifetime.signal.aborted ? lifetime.signal.reason : thrown, runner.redacted);
}

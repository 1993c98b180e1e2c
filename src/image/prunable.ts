import type { Digest } from './digest.ts';

/** Not exported, so that only `asPrunable` creates a `Prunable`. */
const prunable = Symbol('prunable');

/** A manifest that a complete plan allows to delete. Nothing else is ever deleted. */
export type Prunable = { readonly digest: Digest; readonly [prunable]: true };

/** asPrunable is only for the planner in the room prune/; the import table checks that. */
export function asPrunable(digest: Digest): Prunable {
  return { digest, [prunable]: true };
}

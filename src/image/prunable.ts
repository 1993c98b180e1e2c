import type { Digest } from './digest.ts';

/** Not exported, so that nobody makes a `Prunable` but by `asPrunable`. */
const prunable = Symbol('prunable');

/** A manifest that a complete plan lets go. Nothing else is ever deleted. */
export type Prunable = { readonly digest: Digest; readonly [prunable]: true };

/** asPrunable is for the planner alone, in the room prune/; the import table keeps it there. */
export function asPrunable(digest: Digest): Prunable {
  return { digest, [prunable]: true };
}

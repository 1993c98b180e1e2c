import type { ActionError } from '../errors.ts';
import type { Closed, Ending, Open } from '../gate/verdict.ts';
import type { Pruned } from '../prune/prune-all.ts';

/** How the step of the action prune/ ended. `undo` is the path of the file that records what was deleted. */
export type PruneOutcome = (
  | { readonly kind: 'closed'; readonly verdict: Closed; readonly ending: Ending }
  | { readonly kind: 'planned'; readonly verdict: Open; readonly pruned: readonly Pruned[] }
  | { readonly kind: 'pruned'; readonly verdict: Open; readonly pruned: readonly Pruned[]; readonly undo: string }
  | {
      readonly kind: 'failed';
      readonly verdict?: Open;
      readonly error: ActionError;
      /** As far as the run came; empty unless every plan could be made. */
      readonly pruned: readonly Pruned[];
      readonly undo: string | undefined;
    }
) & {
  /** How long the step has taken, in milliseconds. */
  readonly took?: number;
};

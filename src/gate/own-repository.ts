import { type Facts, field } from '../run/facts.ts';
import { decideGate, type Policy } from './decide-gate.ts';
import type { OpenableEvent } from './events.ts';
import { alsoAsking, type Closed, type Judgement, type Verdict } from './verdict.ts';

/** Events on which something may be deleted: nobody outside can cause them. The first two are the default. */
export const PRUNING_EVENTS = [
  'schedule',
  'workflow_dispatch',
  'push',
  'repository_dispatch',
] as const satisfies readonly OpenableEvent[];
export type PruningEvent = (typeof PRUNING_EVENTS)[number];

/** The part of the inputs that the gate of a deletion follows. */
export type PruningPolicy = Pick<Policy, 'branches'> & { readonly events: readonly PruningEvent[] };

/**
 * decideOwnGate is `decideGate` for an action that changes a registry without publishing a commit: only on branches,
 * and not in a fork. If the payload does not say whether it is a fork, it counts as one.
 */
export function decideOwnGate({ events, branches }: PruningPolicy, facts: Facts): Verdict {
  const decision = decideGate(
    { commit: 'run', events, branches, gitTags: [], needs: undefined, allowSkipped: [] },
    facts,
  );
  if (decision.kind === 'open') return alsoAsking(decision, [judgeFork(facts)]);
  return decision.kind === 'closed' ? decision : neverFollows(decision.event);
}

/** No event above is triggered by another run, so this is never reached. It closes the gate anyway. */
function neverFollows(event: string): Closed {
  const rule = 'the run must not follow another one';
  const reason = { code: 'GATE_EVENT', rule, seen: `the event ${event}`, opens: 'run on a schedule' } as const;
  return { kind: 'closed', event, reasons: [reason], held: [], checks: [] };
}

function judgeFork({ payload }: Facts): Judgement {
  const rule = 'the repository must not be a fork';
  const fork = field(payload, 'repository.fork');
  const seen = `repository.fork is ${fork === undefined ? 'missing' : JSON.stringify(fork)}`;
  if (fork === false) return { rule, seen };
  return { code: 'GATE_FORK', rule, seen, opens: 'run the workflow in the repository that it was forked from' };
}

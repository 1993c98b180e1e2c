import { ActionError } from '../errors.ts';

/** The first Node whose agents go through the proxy that the environment names, and the first runner that has it. */
const LEAST = { node: '24.5.0', runner: '2.328.0' } as const;

/**
 * assertRunner throws RUNNER_TOO_OLD where the Node that the runner has started us with, such as `24.4.0`, is older than
 * that: it would pass a proxy by in silence, and the credential would go where the network's owner does not want it.
 */
export function assertRunner(node: string): void {
  if (!isBefore(node, LEAST.node)) return;
  throw new ActionError(
    'RUNNER_TOO_OLD',
    `The runner started this action with Node ${node}, and it needs ${LEAST.node} or later.`,
    {
      hint: `Update the runner to ${LEAST.runner} or later. A self-hosted runner with disabled updates does not update itself.`,
    },
  );
}

/** By numbers, and not by 'localeCompare': that takes longer to load its tables than all of a closed gate. */
function isBefore(one: string, other: string): boolean {
  const numbers = [one, other].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
  const [ours = [], theirs = []] = numbers;
  const at = ours.findIndex((number, index) => number !== theirs[index]);
  return at >= 0 && !((ours[at] ?? 0) > (theirs[at] ?? 0));
}

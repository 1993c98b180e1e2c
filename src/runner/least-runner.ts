import { ActionError } from '../errors.ts';

/** The first Node whose agents use the proxy that the environment names, and the first runner that has it. */
const LEAST = { node: '24.5.0', runner: '2.328.0' } as const;

/**
 * assertRunner throws RUNNER_TOO_OLD if the runner has started us with an older Node, such as `24.4.0`. That Node would
 * silently bypass a proxy, and the credential would go where the network's owner does not want it.
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

/** By numbers, and not by 'localeCompare': loading its tables takes longer than a whole run with a closed gate. */
function isBefore(one: string, other: string): boolean {
  const numbers = [one, other].map((version) => version.split('.').map((part) => Number.parseInt(part, 10)));
  const [ours = [], theirs = []] = numbers;
  const at = ours.findIndex((number, index) => number !== theirs[index]);
  return at >= 0 && !((ours[at] ?? 0) > (theirs[at] ?? 0));
}

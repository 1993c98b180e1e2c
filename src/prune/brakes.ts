import { ActionError } from '../errors.ts';
import { repositoryName } from '../image/reference.ts';
import type { RepositoryPlan } from './plan-prune.ts';

/** How many tagged images of one repository a real run may delete, as a number and in percent. */
export type Brakes = { readonly maxDeletions: number; readonly maxShare: number };

/** overBrakes says in sentences how far a plan exceeds its limits. `before`: how many an earlier plan deleted. */
export function overBrakes(
  { holdings, tagged }: RepositoryPlan,
  { maxDeletions, maxShare }: Brakes,
  before = 0,
): readonly string[] {
  const going = tagged.going + before;
  const all = tagged.all + before;
  const name = repositoryName(holdings.repository);
  const isTooMany = going > maxDeletions;
  const isTooLarge = going * 100 > all * maxShare;
  return [
    ...(isTooMany ? [`${name}: ${going} tagged images would be deleted, and "max-deletions" is ${maxDeletions}.`] : []),
    ...(isTooLarge
      ? [`${name}: ${going} of ${all} tagged images would be deleted, and "max-share" is ${maxShare} %.`]
      : []),
  ];
}

/** Most requests of a real run. The limit of a registry is far below what a longer run would need. */
const MOST_REQUESTS = 300_000;

/** A plan, and how many tagged images of the repository an earlier plan deleted. */
export type Braked = { readonly plan: RepositoryPlan; readonly before: number };

/** assertWithinBrakes throws if a real run would exceed its limits, or send more requests than a registry allows. */
export function assertWithinBrakes(braked: readonly Braked[], brakes: Brakes): void {
  const over = braked.flatMap(({ plan, before }) => overBrakes(plan, brakes, before));
  if (over.length > 0)
    throw new ActionError('PRUNE_LIMIT', over.join('\n'), {
      hint: 'Nothing more was deleted. Look at the plan of a dry run. If it is right, raise the limit; if not, keep more.',
    });
  const requests = braked.reduce((sum, { plan }) => sum + requestsOf(plan), 0);
  if (requests > MOST_REQUESTS) throw tooMany(requests, MOST_REQUESTS);
  // If the registry's own API lists and deletes, that API has a limit.
  const limited = braked.flatMap(({ plan }) => (plan.holdings.list?.left === undefined ? [] : [plan]));
  const left = Math.min(...limited.map(({ holdings }) => holdings.list?.left ?? 0));
  const ofApi = limited.reduce((sum, plan) => sum + stepsOf(plan) * ((plan.holdings.list?.requests ?? 0) + 1), 0);
  if (ofApi > left) throw tooMany(ofApi, left);
}

function tooMany(requests: number, limit: number): ActionError {
  return new ActionError('RATE_LIMITED', `The plan needs up to ${requests} requests, and the limit is ${limit}.`, {
    hint: 'Nothing more was deleted. Delete less in one run, by "keep-newest" or "keep-younger-than", or prune fewer repositories in one step.',
  });
}

function stepsOf({ groups }: RepositoryPlan): number {
  return groups.flat().length;
}

/** How many requests a plan needs at most: before each manifest is deleted, we look at all tags. */
function requestsOf(plan: RepositoryPlan): number {
  const { tags, list } = plan.holdings;
  const listing = Math.ceil((tags.size + 1) / 1000);
  return stepsOf(plan) * (list === undefined ? tags.size + 2 * listing + 3 : list.requests + listing + 3);
}

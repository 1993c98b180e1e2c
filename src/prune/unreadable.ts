import { ActionError } from '../errors.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import type { Unplannable } from './plan-prune.ts';

/** How many digests an error names. */
const MOST_NAMED = 10;

/** notPlanned is the error of a repository in which something prevents every deletion. */
export function notPlanned({ holdings, why, digests }: Unplannable): ActionError {
  const name = repositoryName(holdings.repository);
  const named = digests.slice(0, MOST_NAMED).join(', ');
  const messages = {
    unreadable: `${name} has manifests that cannot be read (${named}); nothing was deleted.`,
    unread: `${name} has manifests that would be deleted, but were not read (${named}); nothing was deleted.`,
    circle: `${name} has manifests that are attached to each other in a circle (${named}); nothing was deleted.`,
  };
  return unreadable(messages[why]);
}

/** dangling is the error of a repository with a tag that shows no manifest. */
export function dangling(repository: Repository, tag: string): ActionError {
  const name = repositoryName(repository);
  return unreadable(`${name} lists the tag "${tag}", but serves nothing there; nothing was deleted.`);
}

function unreadable(message: string): ActionError {
  return new ActionError('PRUNE_UNREADABLE', message, {
    hint: 'Push again or delete by hand what the message names, or leave this repository out of "image".',
  });
}

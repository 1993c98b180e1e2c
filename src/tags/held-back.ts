import { type Facts, field, text } from '../run/facts.ts';

/**
 * heldBack explains why a run moves no tag, for any image, as a sentence without its full stop: its release is a
 * prerelease, under any git tag; or its commit is in the merge queue, and may never land, so a moving tag would stay on
 * another line forever. Undefined if there is no reason.
 */
export function heldBack({ eventName, payload }: Facts): string | undefined {
  if (eventName === 'release') {
    const isPrerelease = field(payload, 'release.prerelease');
    if (isPrerelease === false) return undefined;
    return isPrerelease === true ? 'the release is a prerelease' : 'the event does not say that it is no prerelease';
  }
  const isFollowing = eventName === 'workflow_run' && text(payload, 'workflow_run.event') === 'merge_group';
  return eventName === 'merge_group' || isFollowing ? 'a commit in the merge queue may never land' : undefined;
}

import { type Facts, field, text } from '../run/facts.ts';

/**
 * heldBack tells why a run moves no tag at all, whatever its image is, in the form of a sentence without its full stop:
 * its release is a prerelease, whatever the git tag is called; or its commit is in the merge queue, so that it may never
 * land, and a moving tag would be on another line for ever. Undefined if nothing holds it back.
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

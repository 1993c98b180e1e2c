import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Verified } from '../image/verified.ts';
import type { Newer } from './lineage.ts';

const ONE_AT_A_TIME =
  'Let only one run publish a tag at a time: give the workflow a "concurrency" group, and run this job again.';

/** taken reports that someone else wrote a tag first: this run wrote nothing there. */
export function taken(target: TaggedReference, shows: Digest): ActionError {
  const message = `${referenceName(target)} shows ${shows}, which someone else wrote after this step had read the tag.`;
  return new ActionError('TAG_RACED', message, { hint: ONE_AT_A_TIME });
}

/** overwritten reports that a tag which should show our image shows another one. */
export function overwritten(target: TaggedReference, shows: Digest, { manifest }: Verified): ActionError {
  const message = `${referenceName(target)} shows ${shows}, which someone else wrote over ${manifest.digest}.`;
  return new ActionError('TAG_RACED', message, { hint: ONE_AT_A_TIME });
}

/** lost reports that the registry does not serve a tag that was written. */
export function lost(target: TaggedReference): ActionError {
  const message = `${referenceName(target)} was written, but the registry serves nothing there.`;
  return new ActionError('CONTENT_MISSING', message, {
    hint: 'Run the job again. If it fails again, ask the operator of the registry.',
  });
}

/** overtaken reports that an image newer than ours under a tag is published, and why it is not restored. */
export function overtaken(target: TaggedReference, { commit, gitTag }: Newer, why?: string): ActionError {
  const which = gitTag === undefined ? `the commit ${commit}` : `the git tag ${gitTag} (commit ${commit})`;
  const message = `${referenceName(target)} shows this image, or did, but a newer one is published: that of ${which}.`;
  return behind(why === undefined ? message : `${message} The tag was not restored. ${why}`, {
    hint: `Run the job for ${which} again: it moves the tag forward, and this run may not, because it has not verified that image.`,
  });
}

/** behind reports that a moving tag may show an older image than it should. */
export function behind(message: string, { hint }: { readonly hint: string }): ActionError {
  return new ActionError('TAG_BEHIND', message, {
    hint: `${hint} Let only one run move a tag at a time: give the workflow a "concurrency" group.`,
  });
}

import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Verified } from '../image/verified.ts';

const ONE_AT_A_TIME =
  'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.';

/** taken says that someone else took a tag before we wrote it: nothing of it was written by this run. */
export function taken(target: TaggedReference, shows: Digest): ActionError {
  const message = `${referenceName(target)} shows ${shows}, which someone else wrote after this step had read the tag.`;
  return new ActionError('TAG_RACED', message, { hint: ONE_AT_A_TIME });
}

/** overwritten says that a tag which shows our image, or should, shows another one. */
export function overwritten(target: TaggedReference, shows: Digest, { manifest }: Verified): ActionError {
  const message = `${referenceName(target)} shows ${shows}, which someone else wrote over ${manifest.digest}.`;
  return new ActionError('TAG_RACED', message, { hint: ONE_AT_A_TIME });
}

/** lost says that a tag which was written is not served. */
export function lost(target: TaggedReference): ActionError {
  const message = `${referenceName(target)} was written, but the registry serves nothing there.`;
  return new ActionError('CONTENT_MISSING', message, {
    hint: 'Run the job again; if it happens again, ask the operator of the registry.',
  });
}

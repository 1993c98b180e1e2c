import type { ActionError } from '../errors.ts';
import type { Closed, Open } from '../gate/verdict.ts';
import type { Source } from '../push/find-source.ts';
import type { TagsBefore } from '../tags/read-tags.ts';
import type { Receipt } from '../tags/write-tags.ts';

/** How the step ended. Only `published` carries a digest, and it can only be made of what `verify` has made. */
export type Outcome =
  | { readonly kind: 'published'; readonly verdict: Open; readonly receipt: Receipt }
  | { readonly kind: 'planned'; readonly verdict: Open; readonly source: Source; readonly before: TagsBefore }
  | { readonly kind: 'closed'; readonly verdict: Closed; readonly fails: boolean }
  | { readonly kind: 'failed'; readonly error: ActionError };

/** isNew tells whether this run has written the SHA tag, rather than found it there. */
export function isNew({ tags }: Receipt): boolean {
  return tags[0]?.state === 'written';
}

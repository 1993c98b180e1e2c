import { ActionError } from '../errors.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { Verified } from '../verify/verify-push.ts';
import { type TagBefore, type TagsBefore, tagExists } from './read-tags.ts';

/** A tag of the published image: written now, or found there with the same image. */
export type TagState = { readonly target: TaggedReference; readonly state: 'written' | 'already-there' };

/** The final result: what stands where, with which evidence. Outputs and summary are made of it. */
export type Receipt = { readonly verified: Verified; readonly tags: readonly TagState[] };

/**
 * writeTags gives the verified image its version tags, by putting the identical bytes, and reads each one back. It
 * asks for a `Verified`, so that no version ever points at an image that was not proved.
 */
export async function writeTags(registry: Registry, verified: Verified, before: TagsBefore): Promise<Receipt> {
  const isKnown = before.sha.manifest?.digest === verified.manifest.digest;
  const tags: TagState[] = [{ target: verified.target, state: isKnown ? 'already-there' : 'written' }];
  for (const version of before.versions) tags.push(await writeTag(registry, verified, version));
  return { verified, tags };
}

async function writeTag(
  registry: Registry,
  { manifest }: Verified,
  { target, manifest: old }: TagBefore,
): Promise<TagState> {
  if (old?.digest === manifest.digest) return { target, state: 'already-there' };
  if (old !== undefined) throw tagExists(target, old);
  // The answer to a write may be lost, and a registry that freezes tags then refuses to be asked again, even for the
  // same image: what it serves decides.
  const frozen = await registry.putManifest(target.tag, manifest).then(() => undefined, whereFrozen);
  const seen = await registry.awaitManifest(target.tag, (shown) => shown !== undefined);
  if (seen?.digest === manifest.digest) return { target, state: 'written' };
  if (frozen !== undefined) throw frozen;
  const name = referenceName(target);
  if (seen === undefined) {
    throw new ActionError('CONTENT_MISSING', `${name} was written, but the registry serves nothing there.`, {
      hint: 'Run the job again: what is published already is found and not pushed twice.',
    });
  }
  throw new ActionError('TAG_RACED', `${name} shows ${seen.digest} after ${manifest.digest} was written there.`, {
    hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
  });
}

function whereFrozen(error: unknown): ActionError {
  if (error instanceof ActionError && error.code === 'TAG_EXISTS') return error;
  throw error;
}

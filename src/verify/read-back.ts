import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { type Reference, referenceName, type TaggedReference } from '../image/reference.ts';
import type { Claim } from '../push/source.ts';
import type { Registry } from '../registry/registry.ts';

/** What was pushed to a registry, or found there. */
export type Pushed = {
  readonly target: TaggedReference;
  readonly claim: Claim;
  /** What the tag showed before we wrote it. */
  readonly before: Manifest | undefined;
};

/**
 * readEarly reads what was pushed by its digest while its tag is read: for `readBack`, and for the check of what it leads
 * to. Undefined if it is not there yet, or has no tag.
 */
export function readEarly(registry: Registry, { claim }: Pushed): Promise<Manifest | undefined> {
  const early = claim.isTagged ? registry.readManifest(claim.digest) : Promise.resolve(undefined);
  // `readBack` throws what went wrong, after the tag was read.
  early.catch(() => undefined);
  return early;
}

/**
 * readBack reads what was pushed by its digest, and also by its tag if it already has one. If the tag shows nothing
 * yet, or still the old image, it waits; a third image means that someone else wrote the tag. `early` is what
 * `readEarly` gets. Throws CONTENT_MISSING, DIGEST_MISMATCH or TAG_RACED.
 */
export async function readBack(
  registry: Registry,
  { target, claim, before }: Pushed,
  early: Promise<Manifest | undefined>,
): Promise<Manifest> {
  if (!claim.isTagged) return readByDigest(registry, target, claim);
  const isOld = (seen: Manifest | undefined) =>
    seen === undefined || (seen.digest === before?.digest && seen.digest !== claim.digest);
  const byTag = await registry.awaitManifest(target.tag, (seen) => !isOld(seen));
  if (byTag === undefined) throw missing(target, claim.digest, 'nothing');
  if (isOld(byTag)) throw missing(target, claim.digest, `still ${byTag.digest}`);
  if (byTag.digest !== claim.digest) throw await anotherImage(registry, target, { claim, served: byTag.digest });
  const byDigest = (await early) ?? (await registry.awaitManifest(claim.digest, (seen) => seen !== undefined));
  if (byDigest === undefined) throw missing(target, claim.digest, 'the tag, but nothing by its digest');
  if (byDigest.mediaType !== byTag.mediaType) {
    throw mismatch(`${referenceName(target)} has one media type by tag and another by digest.`);
  }
  return byTag;
}

/** Without a tag, only the digest identifies the image; nobody else can have written there. */
async function readByDigest(registry: Registry, target: Reference, { digest }: Claim): Promise<Manifest> {
  const seen = await registry.awaitManifest(digest, (manifest) => manifest !== undefined);
  if (seen === undefined) throw missing({ registry: target.registry, path: target.path }, digest, 'nothing');
  return seen;
}

/** readAs says how it was read. */
export function readAs({ target, claim }: Pushed): string {
  const { registry, path } = target;
  return claim.isTagged
    ? `${referenceName(target)} was read by tag and by digest`
    : `${referenceName({ registry, path, digest: claim.digest })} was read by its digest, before it had a tag`;
}

const AGAIN = 'Do not deploy it. Run the job again; if it happens again, ask the operator of the registry.';

/** The registry serves another image than the pushed one: someone wrote the tag after us, or our bytes were changed. */
async function anotherImage(
  registry: Registry,
  target: Reference,
  { claim, served }: { readonly claim: Claim; readonly served: Digest },
): Promise<ActionError> {
  const name = referenceName(target);
  const ours = await registry.readManifest(claim.digest);
  if (ours === undefined)
    return mismatch(`${name}: ${claim.digest} was pushed, but the registry stored ${served} instead.`);
  return new ActionError(
    'TAG_RACED',
    `${name} shows ${served}, which someone else wrote while ${claim.digest} was pushed.`,
    {
      hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
    },
  );
}

function missing(target: Reference, digest: Digest, shown: string): ActionError {
  const message = `${referenceName(target)}: the push of ${digest} was accepted, but the registry serves ${shown}.`;
  return new ActionError('CONTENT_MISSING', message, { hint: AGAIN });
}

function mismatch(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, { hint: AGAIN });
}

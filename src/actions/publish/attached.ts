import type { AttachedAt } from '../../image/attached.ts';
import type { Digest } from '../../image/digest.ts';
import { type Repository, sameRepository } from '../../image/reference.ts';
import { Progress } from '../../push/progress.ts';
import { type Piece, uploadMissing } from '../../push/upload.ts';
import { attachAll, findThere } from '../../referrers/attach.ts';
import { type Attachment, collectReferrers } from '../../referrers/collect.ts';
import { tellerOf } from '../../report/teller.ts';
import type { Held } from '../../tags/write-tags.ts';
import type { Pushed } from './at-destination.ts';
import type { Delivery } from './delivery.ts';
import type { Inputs } from './inputs.ts';
import type { Beyond } from './world.ts';

/**
 * attachedTo reads what is attached to the source, before any destination is contacted. It reads nothing if attachments
 * stay behind, or already exist: the source is in the only repository that we publish to.
 */
export async function attachedTo(
  { attached }: Delivery['source'],
  { referrers, destinations }: Pick<Inputs, 'referrers' | 'destinations'>,
  { runner }: Pick<Beyond, 'runner'>,
): Promise<readonly Attachment[]> {
  if (attached === undefined) return [];
  if (referrers === 'leave') {
    runner.info('With "referrers: leave", what is attached to the image at its source is not published.');
    return [];
  }
  const isThere = ({ place: { repository } }: AttachedAt) => isEverywhere(repository, destinations);
  const found = await collectReferrers({ ...attached, at: attached.at.filter((each) => !isThere(each)) });
  tellerOf(runner).attachments(found);
  return found;
}

/** wantsAttached tells whether attachments of an image in a repository are published with it. */
export function wantsAttached(
  { referrers, destinations }: Pick<Inputs, 'referrers' | 'destinations'>,
  repository: Repository,
): boolean {
  return referrers === 'copy' && !isEverywhere(repository, destinations);
}

function isEverywhere(repository: Repository | undefined, destinations: Inputs['destinations']): boolean {
  return destinations.every((to) => isIn(repository, to));
}

function isIn(repository: Repository | undefined, destination: Repository): boolean {
  return repository !== undefined && sameRepository(repository, destination);
}

/** An attachment that names one manifest says nothing about another, even if both are of one image. */
function leftAttached(
  missing: readonly Attachment[],
  { source, published }: { readonly source: Digest | undefined; readonly published: Digest },
): string {
  return (
    `What is attached to the source ${source ?? ''} (${missing.length}) is not copied: the destination already has the image ` +
    `as ${published}, and signatures name one digest.`
  );
}

/** What a destination already has of the attachments: we look while the image is verified there. */
type There = Promise<ReadonlySet<Attachment>>;

/** lookAt asks a destination which of the attachments it has, if it has exactly this image. */
export function lookAt(at: Pushed, { inputs, source, attachments }: Delivery): There | undefined {
  const missing = missingAt(attachments, at.before.sha.target);
  if (missing.length === 0 || at.claim.digest !== source.tested.root) return undefined;
  for (const blob of missing.flatMap(({ blobs }) => blobs)) void at.sight.has(blob);
  const there = findThere(at.registry, missing, { content: at.content, level: inputs.verify });
  // The code that attaches it gets the error.
  there.catch(() => undefined);
  return there;
}

function missingAt(attachments: readonly Attachment[], destination: Repository): readonly Attachment[] {
  return attachments.filter(({ place }) => !isIn(place?.repository, destination));
}

type HeldAt = { readonly at: Pushed; readonly held: Held; readonly there: There | undefined };

/**
 * attachAt brings the attachments to a destination that has exactly this image: the image of an earlier run has others.
 */
export async function attachAt(
  { at, held, there }: HeldAt,
  { inputs, source, plans, attachments }: Delivery,
  { runner, lifetime }: Beyond,
): Promise<Held> {
  const missing = missingAt(attachments, held.verified.target);
  if (missing.length === 0) return held;
  const teller = tellerOf(runner);
  const { digest } = held.verified.manifest;
  if (there === undefined) {
    teller.loss(leftAttached(missing, { source: source.tested.root, published: digest }));
    return held;
  }
  const tell = teller.push(held.verified.target, plans.length > 1);
  const progress = new Progress({ now: lifetime.elapsed, tell });
  const terms = {
    content: at.content,
    level: inputs.verify,
    upload: (pieces: readonly Piece[]) =>
      uploadMissing(at.registry, pieces, { progress, mountFrom: inputs.mountFrom, sight: at.sight }),
    mountFrom: ({ place }: Attachment) => {
      const from = place?.repository;
      return from !== undefined && at.mountsFrom(from) ? from.path : undefined;
    },
  };
  try {
    const attached = await attachAll(at.registry, missing, { ...terms, there: await there });
    teller.attached(attached, tell);
    return { ...held, attached };
  } catch (error) {
    // The image is there, and verified; only its tags are not written.
    return { ...held, error };
  }
}

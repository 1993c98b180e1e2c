import { ActionError } from '../errors.ts';
import { ApiProblem } from '../github/github.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { Lineage } from './lineage.ts';
import type { MovingTag } from './plan-tags.ts';

const THERE = { moves: true, because: 'it is there already' } as const;

/** How often a tag is put right that others write at the same time. */
const MOST_WRITES = 5;

/** What became of a moving tag: it shows our image now, or has stayed with another one, and why. */
export type Moved =
  | { readonly state: 'already-there' }
  | { readonly state: 'moved'; readonly from: Digest | undefined; readonly because: string }
  | { readonly state: 'kept'; readonly shows: Digest | undefined; readonly because: string };

/**
 * moveTag lets a tag move forward to our image. Registries have no conditional write, so a slower run could still put
 * an older image over a newer one that was written between its look and its write. Therefore whoever has written looks
 * for newer images under their SHA or version tags, which every run writes, and sees, before it looks at a moving tag;
 * and puts the newest one back. So the last to write has found nothing newer after its write, and whoever publishes something
 * newer after that looks at the tag later still.
 */
export async function moveTag(
  registry: Registry,
  ours: Manifest,
  { target, series, lineage }: MovingTag & { readonly lineage: Lineage },
): Promise<Moved> {
  const before = await registry.readManifest(target.tag);
  const isThere = before?.digest === ours.digest;
  const newest = async () => (await lineage.newestPublished(registry, series).catch(unlessUnknown)) ?? ours;
  const { moves, because } = isThere ? THERE : await lineage.judge(registry, before);
  if (!moves) return { state: 'kept', shows: before?.digest, because };

  // An earlier attempt of this run may have been killed between its write and its look.
  let wanted = isThere ? await newest() : ours;
  if (isThere && wanted === ours) return { state: 'already-there' };
  const former = new Set([before?.digest]);
  for (let writes = 1; writes <= MOST_WRITES; writes++) {
    await registry.putManifest(target.tag, wanted);
    former.add(wanted.digest);
    const next = await newest();
    if (next.digest !== wanted.digest) {
      wanted = next;
      continue;
    }
    const shown = await settled(registry, target, { wanted, former });
    if (shown.digest === wanted.digest) {
      if (shown.digest === ours.digest) return { state: 'moved', from: before?.digest, because };
      return { state: 'kept', shows: shown.digest, because: 'a newer image was published meanwhile' };
    }
    // Someone else has written it: what is behind us is put right, and what is not has come after us.
    const again = await lineage.judge(registry, shown);
    if (!again.moves) return { state: 'kept', shows: shown.digest, because: again.because };
  }
  throw new ActionError(
    'TAG_BEHIND',
    `${referenceName(target)} was written by others again and again, and may show an older image now.`,
    {
      hint: 'Let one run at a time move a tag: give the workflow a "concurrency" group, and run this job again.',
    },
  );
}

/** What a tag shows once it no longer shows what it did before the last write, be it ours. */
async function settled(
  registry: Registry,
  target: TaggedReference,
  { wanted, former }: { readonly wanted: Manifest; readonly former: ReadonlySet<Digest | undefined> },
): Promise<Manifest> {
  const isOld = (seen: Manifest | undefined) => seen === undefined || former.has(seen.digest);
  const seen = await registry.awaitManifest(target.tag, (each) => each?.digest === wanted.digest || !isOld(each));
  if (seen !== undefined) return seen;
  const message = `${referenceName(target)} was written, but the registry serves nothing there.`;
  throw new ActionError('CONTENT_MISSING', message, {
    hint: 'Run the job again: what is published already is found and not pushed twice.',
  });
}

/** Newer images are looked for as a second care: where GitHub does not tell, the first one has to do. */
function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof ApiProblem)) throw error;
}

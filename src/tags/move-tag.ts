import { ApiProblem } from '../github/github.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Verified } from '../image/verified.ts';
import type { Registry } from '../registry/registry.ts';
import type { Move } from './decide-move.ts';
import { type Healed, healTag, MOST_WRITES, type Moving } from './heal-tag.ts';
import type { Lineage } from './lineage.ts';
import type { MovingTag } from './plan-tags.ts';
import { behind, lost } from './races.ts';

/** The result for a moving tag: it shows our image, kept another one, and why, or shows a newer one again. */
export type Moved =
  | { readonly state: 'already-there' }
  | Healed
  | ({ readonly state: 'moved'; readonly from: Digest | undefined } & Pick<Move, 'because' | 'since'>)
  | { readonly state: 'kept'; readonly shows: Digest | undefined; readonly because: string };

/** What a moving tag shows, and whether it would move. */
export type PlannedMove = {
  readonly target: TaggedReference;
  readonly manifest: Manifest | undefined;
  readonly move: Move;
};

/**
 * moveTag moves a tag forward to our image. It writes another image only if that has a proof (healTag), because only
 * the run that pushed an image has verified it. Registries have no conditional write, so a slower run could overwrite a
 * newer image that was written between its read and its write. Therefore a run that has written looks for newer images
 * under their SHA or version tags: every run writes and reads these before it reads a moving tag. So of two runs, the
 * older one finds the newer image, or has written before the newer one read. A run that finds its own image also looks:
 * an earlier attempt may have been killed between its write and its look.
 *
 * | the tag shows                           | a newer image is published | then                                  |
 * |-----------------------------------------|----------------------------|---------------------------------------|
 * | before the write: what may not move     | not asked                  | kept                                  |
 * | before the write: our image             | no                         | already there                         |
 * | whatever we have written, or found ours | yes                        | healed by its proof, or TAG_BEHIND    |
 * | after the write: our image              | no                         | moved                                 |
 * | after the write: what may not move      | no                         | kept: it came after us                |
 * | after the write: what is behind us      | no                         | written again, at most five times     |
 */
export async function moveTag(registry: Registry, ours: Verified, tag: Moving): Promise<Moved> {
  const { target, series, lineage } = tag;
  const isOurs = (shown: Manifest | undefined) => shown?.digest === ours.manifest.digest;
  // This is a second check: if GitHub does not answer, the first one must be enough.
  const newer = () => lineage.newestPublished(registry, series).catch(unlessUnknown);

  const before = await registry.readManifest(target.tag);
  let shown = before;
  const former = new Set([before?.digest]);
  if (isOurs(before)) {
    const found = await newer();
    return found === undefined ? { state: 'already-there' } : healTag(registry, tag, { found, former });
  }
  let move = await lineage.judge(registry, before);
  for (let writes = 0; writes < MOST_WRITES; writes++) {
    if (!move.moves) return { state: 'kept', shows: shown?.digest, because: move.because };
    await registry.putTag(target.tag, ours);
    const [after, found] = await Promise.all([settled(registry, target, former), newer()]);
    if (found !== undefined)
      return healTag(registry, tag, { found, former: new Set([...former, ours.manifest.digest, after.digest]) });
    if (isOurs(after)) return movedBy(move, before);
    shown = after;
    former.add(after.digest);
    move = await lineage.judge(registry, after);
  }
  throw behind(`${referenceName(target)} was written by others again and again, and may show an older image now.`, {
    hint: 'Run this job again.',
  });
}

/** GitHub knows the commit that the tag showed, so the page of the comparison exists. */
function movedBy({ because, since }: Move, before: Manifest | undefined): Moved {
  return { state: 'moved', from: before?.digest, because, ...(since === undefined ? {} : { since }) };
}

/** planMoves tells what would happen to the moving tags, and writes nothing. */
export async function planMoves(
  registry: Registry,
  tags: readonly MovingTag[],
  lineage: Lineage,
): Promise<readonly PlannedMove[]> {
  return Promise.all(
    tags.map(async ({ target }) => {
      const manifest = await registry.readManifest(target.tag);
      return { target, manifest, move: await lineage.judge(registry, manifest) };
    }),
  );
}

/** What a tag shows after it stops showing what it did before our last write. */
async function settled(
  registry: Registry,
  target: TaggedReference,
  former: ReadonlySet<Digest | undefined>,
): Promise<Manifest> {
  const seen = await registry.awaitManifest(target.tag, (each) => each !== undefined && !former.has(each.digest));
  if (seen === undefined) throw lost(target);
  return seen;
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof ApiProblem)) throw error;
}

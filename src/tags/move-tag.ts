import { ActionError } from '../errors.ts';
import { ApiProblem } from '../github/github.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { referenceName, type TaggedReference } from '../image/reference.ts';
import type { Verified } from '../image/verified.ts';
import type { Registry } from '../registry/registry.ts';
import type { Move } from './decide-move.ts';
import type { Lineage, Newer } from './lineage.ts';
import type { MovingTag } from './plan-tags.ts';
import { lost } from './races.ts';

/** How often a tag is written that others write at the same time. */
const MOST_WRITES = 5;

/** What became of a moving tag: it shows our image now, or has stayed with another one, and why. */
export type Moved =
  | { readonly state: 'already-there' }
  | ({ readonly state: 'moved'; readonly from: Digest | undefined } & Pick<Move, 'because' | 'since'>)
  | { readonly state: 'kept'; readonly shows: Digest | undefined; readonly because: string };

/** What a moving tag shows, and whether it would move. */
export type PlannedMove = {
  readonly target: TaggedReference;
  readonly manifest: Manifest | undefined;
  readonly move: Move;
};

/**
 * moveTag lets a tag move forward to our image, and gives it no other one: what another run has pushed, that run alone
 * has proved. Registries have no conditional write, so a slower run could put an older image over a newer one that was
 * written between its look and its write. Therefore whoever has written looks for newer images under their SHA or version
 * tags, which every run writes, and sees, before it looks at a moving tag. So of two runs the older one finds the newer
 * image, or has written before the newer one looked. So does a run that finds its own image there: an earlier attempt of
 * it may have been killed between its write and its look.
 *
 * | the tag shows                           | a newer image is published | then                                  |
 * |-----------------------------------------|----------------------------|---------------------------------------|
 * | before the write: what may not move     | not asked                  | kept                                  |
 * | before the write: our image             | no                         | already there                         |
 * | whatever we have written, or found ours | yes                        | TAG_BEHIND: that run must be repeated |
 * | after the write: our image              | no                         | moved                                 |
 * | after the write: what may not move      | no                         | kept: it came after us                |
 * | after the write: what is behind us      | no                         | written again, at most five times     |
 */
export async function moveTag(
  registry: Registry,
  ours: Verified,
  { target, series, lineage }: MovingTag & { readonly lineage: Lineage },
): Promise<Moved> {
  const isOurs = (shown: Manifest | undefined) => shown?.digest === ours.manifest.digest;
  // It is looked for as a second care: where GitHub does not tell, the first one has to do.
  const newer = () => lineage.newestPublished(registry, series).catch(unlessUnknown);

  const before = await registry.readManifest(target.tag);
  if (isOurs(before)) {
    seeNone(await newer(), target);
    return { state: 'already-there' };
  }
  let move = await lineage.judge(registry, before);
  let shown = before;
  const former = new Set([before?.digest]);
  for (let writes = 0; writes < MOST_WRITES; writes++) {
    if (!move.moves) return { state: 'kept', shows: shown?.digest, because: move.because };
    await registry.putTag(target.tag, ours);
    const [after, found] = await Promise.all([settled(registry, target, former), newer()]);
    seeNone(found, target);
    if (isOurs(after)) return movedBy(move, before);
    shown = after;
    former.add(after.digest);
    move = await lineage.judge(registry, after);
  }
  throw behind(`${referenceName(target)} was written by others again and again, and may show an older image now.`, {
    hint: 'Run this job again.',
  });
}

/** The commit that the tag showed is what GitHub was asked about: its pages are there. */
function movedBy({ because, since }: Move, before: Manifest | undefined): Moved {
  return { state: 'moved', from: before?.digest, because, ...(since === undefined ? {} : { since }) };
}

/** planMoves tells what would become of the moving tags, and writes nothing. */
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

/** What a tag shows once it no longer shows what it did before our last write. */
async function settled(
  registry: Registry,
  target: TaggedReference,
  former: ReadonlySet<Digest | undefined>,
): Promise<Manifest> {
  const seen = await registry.awaitManifest(target.tag, (each) => each !== undefined && !former.has(each.digest));
  if (seen === undefined) throw lost(target);
  return seen;
}

/** seeNone throws TAG_BEHIND if a newer image was found. */
function seeNone(newer: Newer | undefined, target: TaggedReference): void {
  if (newer === undefined) return;
  const { commit, gitTag } = newer;
  const which = gitTag === undefined ? `the commit ${commit}` : `the git tag ${gitTag} (commit ${commit})`;
  throw behind(`${referenceName(target)} shows this image, or did, but a newer one is published: that of ${which}.`, {
    hint: `Run the job for ${which} again: it moves the tag forward, and this run must not, since it has not proved that image.`,
  });
}

function behind(message: string, { hint }: { readonly hint: string }): ActionError {
  return new ActionError('TAG_BEHIND', message, {
    hint: `${hint} Let one run at a time move a tag: give the workflow a "concurrency" group.`,
  });
}

function unlessUnknown(error: unknown): undefined {
  if (!(error instanceof ApiProblem)) throw error;
}

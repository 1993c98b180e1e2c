import type { Manifest } from '../image/manifest.ts';
import type { TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';
import type { Move } from './decide-move.ts';
import type { Lineage } from './lineage.ts';
import type { MovingTag } from './plan-tags.ts';

/** What a moving tag shows, and whether it would move. */
export type PlannedMove = {
  readonly target: TaggedReference;
  readonly manifest: Manifest | undefined;
  readonly move: Move;
};

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

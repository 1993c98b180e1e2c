import { blobPath, layout } from '../archives/layouts.ts';
import { savedByOldEngine } from '../archives/saved.ts';
import { tar } from '../archives/tar.ts';
import type { Workshop } from './commands.ts';
import type { Held, StoreKind } from './image-store.ts';
import { EngineError } from './registry-connection.ts';
import type { Act } from './script.ts';

/** save has the CLI write an image as the engine's store keeps it, into a file or, without one, on stdout. */
export async function save(
  { session, store, script }: Workshop,
  name: string,
  { output, acts }: { readonly output: string; readonly acts: readonly Act[] },
): Promise<number> {
  const held = store.find(name);
  if (held === undefined) throw new EngineError(`No such image: ${name}`);
  const saved = archiveOf(held, store.kind);
  const content = (acts.find((act) => act.kind === 'save-instead')?.file(saved) ?? saved).toString('base64');
  if (output === '') {
    await session.order({ kind: 'stream-image', content });
    return 0;
  }
  await session.order({ kind: 'write-image', path: output, content });
  await script.pass('save', 'saving', session);
  await session.order({ kind: 'commit-image', path: output });
  return 0;
}

/** An image that is saved by its ID has no name in the archive; of an index the engine names the platform of its own. */
function archiveOf(held: Held, store: StoreKind): Buffer {
  if (store === 'graph-driver' && !('children' in held)) return savedByOldEngine({ image: held });
  const files = [...layout(held)].map(([name, content]) => ({ name, content }));
  const own = 'children' in held ? held.children[0] : held;
  const item = { Config: blobPath(own?.config.digest ?? ''), RepoTags: null, Layers: [] };
  return tar([...files, { name: 'manifest.json', content: JSON.stringify([item]) }]);
}

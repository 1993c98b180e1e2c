import type { Answer, Exchange } from './exchange.ts';
import type { Act } from './fault-script.ts';
import { readManifestDocument } from './manifest-document.ts';
import type { Repository } from './storage.ts';
import type { World } from './world.ts';

type Scene = { readonly world: World; readonly exchange: Exchange; readonly proceed: () => Promise<Answer> };
type Loss = Extract<Act, { kind: 'forget' }>;
type Later = Extract<Act, { kind: 'stale-tag' | 'tag-moved' }> | Loss;

/** Faults that let a write succeed and change what later reads find. */
export async function afterTheWrite(act: Later, { world, exchange, proceed }: Scene): Promise<Answer> {
  const repository = world.storage.repository(exchange.route.repository ?? '');
  const reference = exchange.route.reference ?? '';
  const before = repository.tags.get(reference);
  const answer = await proceed();
  if (answer.status >= 300) return answer;
  if (act.kind === 'forget') forget(act, exchange, repository);
  else if (act.kind === 'stale-tag') repository.stale.set(reference, { digest: before, reads: act.reads });
  else repository.tags.set(reference, act.to ?? repository.putImage({ content: 'of another writer' }).digest);
  return answer;
}

function forget({ what }: Loss, exchange: Exchange, repository: Repository): void {
  const { kind, reference = '' } = exchange.route;
  const digest = kind === 'tag' ? (repository.tags.get(reference) ?? '') : reference;
  if (what === 'itself') {
    repository.blobs.delete(exchange.query.get('digest') ?? digest);
    repository.manifests.delete(digest);
    return;
  }
  const manifest = repository.manifests.get(digest);
  const document = manifest && readManifestDocument(manifest.bytes, manifest.mediaType);
  if (document === undefined || typeof document === 'string') return;
  const [config, layer] = document.blobs;
  const lost = { config, layer, child: document.children.at(-1) }[what]?.digest ?? '';
  repository.blobs.delete(lost);
  repository.manifests.delete(lost);
}

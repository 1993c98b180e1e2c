import { type Answer, type Exchange, json } from './exchange.ts';
import { descriptorOf } from './images.ts';
import { readManifestDocument } from './manifest-document.ts';
import { INDEX } from './media-types.ts';
import type { World } from './world.ts';

export function answerTags(world: World, exchange: Exchange): Answer {
  const name = exchange.route.repository ?? '';
  const repository = world.storage.repository(name);
  if (!repository.exists) return exchange.refuse('name-unknown', { repository: name, detail: { name } });
  const all = [...repository.tags.keys()].sort();
  const { page, link } = world.personality.pagesTags ? pageOf(exchange, all) : { page: all, link: {} };
  const tags = all.length === 0 && world.personality.emptyTags === 'null' ? null : page;
  return json(200, { name, tags }, link);
}

export function answerCatalog(world: World, exchange: Exchange): Answer {
  const { page, link } = pageOf(exchange, world.storage.names());
  return json(200, { repositories: page }, link);
}

export function answerReferrers(world: World, exchange: Exchange): Answer {
  if (!world.personality.referrers) return exchange.refuse('not-found');
  const repository = world.storage.repository(exchange.route.repository ?? '');
  const wanted = exchange.query.get('artifactType');
  const manifests = [...repository.manifests].flatMap(([digest, { bytes, mediaType }]) => {
    const document = readManifestDocument(bytes, mediaType);
    if (typeof document === 'string' || document.subject?.digest !== exchange.route.reference) return [];
    const { annotations } = document;
    const isRight = world.personality.referrerTypes === 'right';
    const artifactType = isRight ? document.artifactType : 'application/vnd.oci.image.config.v1+json';
    if (wanted !== null && artifactType !== wanted) return [];
    return [{ ...descriptorOf({ mediaType, digest, bytes }), artifactType, annotations }];
  });
  const filtered = wanted === null ? {} : { 'oci-filters-applied': 'artifactType' };
  const from = Number(exchange.query.get('from') ?? 0);
  const { referrersPage = manifests.length } = world.personality;
  const isNull = manifests.length === 0 && world.personality.emptyReferrers === 'null';
  const page = isNull ? null : manifests.slice(from, from + referrersPage);
  const link = `<${exchange.path}?from=${from + referrersPage}>; rel="next"`;
  return json(
    200,
    { schemaVersion: 2, mediaType: INDEX.oci, manifests: page },
    {
      'content-type': INDEX.oci,
      ...filtered,
      ...(from + referrersPage < manifests.length ? { link } : {}),
    },
  );
}

function pageOf(exchange: Exchange, all: readonly string[]): { page: string[]; link: Record<string, string> } {
  const last = exchange.query.get('last');
  const n = exchange.query.get('n');
  if (n !== null && !/^\d+$/.test(n)) exchange.violation('pagination', `n=${n}`);
  const rest = last === null ? [...all] : all.filter((entry) => entry > last);
  const size = n === null || !/^\d+$/.test(n) ? rest.length : Number(n);
  const page = rest.slice(0, size);
  const end = page.at(-1);
  if (page.length === rest.length || end === undefined) return { page, link: {} };
  const next = `${exchange.path}?n=${size}&last=${encodeURIComponent(end)}`;
  return { page, link: { link: `<${next}>; rel="next"` } };
}

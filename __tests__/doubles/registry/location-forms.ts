import type { Answer, Exchange } from './exchange.ts';
import type { Act } from './fault-script.ts';
import type { World } from './world.ts';

/** A query that comes back changed from a client that parses it and writes it anew. */
const ODD = 'signature=a%2Fb~c%20d%3D%3D&empty=&plus=1+1';

type Scene = { readonly world: World; readonly exchange: Exchange };

/** The Location of an answer, in one of the forms that registries and proxies are known to use. */
export function relocated(act: Extract<Act, { kind: 'location' }>, scene: Scene, answer: Answer): Answer {
  const { exchange } = scene;
  const given = answer.headers.location;
  if (typeof given !== 'string') return answer;
  const url = new URL(given, exchange.origin);
  const path = `${url.pathname}${url.search}`;
  const host = act.host ?? url.host;
  const forms: Record<typeof act.form, string> = {
    absolute: `${url.origin}${path}`,
    'path-only': path,
    relative: relativeTo(exchange.path, path),
    'scheme-less': `//${host}${path}`,
    'other-host': `${url.protocol}//${host}${path}`,
    'other-scheme': `${url.protocol === 'https:' ? 'http' : 'https'}://${host}${path}`,
    'odd-query': `${url.origin}${path}&${ODD}`,
    'without-port': `${url.protocol}//${url.hostname}${path}`,
    missing: '',
  };
  if (act.form === 'odd-query') expectOddQuery(scene, answer, url.search.slice(1));
  return { ...answer, headers: { ...answer.headers, location: forms[act.form] } };
}

/** Relative to the folder of the request, as RFC 3986 resolves it. */
function relativeTo(from: string, path: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const up = '../'.repeat(folder.split('/').length - 2);
  return path.startsWith(folder) ? path.slice(folder.length) : `${up}${path.slice(1)}`;
}

/** From now on the session wants the whole odd query back, to the last byte. */
function expectOddQuery({ world, exchange }: Scene, { headers }: Answer, query: string): void {
  const uploads = world.storage.repository(exchange.route.repository ?? '').uploads;
  const session = uploads.get(String(headers['docker-upload-uuid']));
  session?.queries.delete(query);
  session?.queries.add(`${query}&${ODD}`);
}

import { digestLike, sha256 } from '../../doubles/registry/digest.ts';
import { type Reply, withDigest } from './raw-client.ts';
import { ABSENT, type Request, type Visit } from './visit.ts';

/** Uploads, as a whole, in chunks and as streams, and mounts. */
export const UPLOAD_REQUESTS: readonly Request[] = [
  {
    name: 'POST that opens an upload',
    ask: (visit) => visit.open(),
    relies: ['location', 'range', 'docker-upload-uuid'],
  },
  {
    name: 'PUT of a whole blob',
    ask: (visit) => visit.push(Buffer.from('another')),
    relies: ['location', 'docker-content-digest'],
  },
  {
    name: 'POST of a blob with its digest',
    ask: (visit) => visit.ask('POST', `blobs/uploads/?digest=${sha256('posted')}`, { body: 'posted' }),
  },
  {
    name: 'PUT of a blob under its sha512',
    ask: async (visit) => {
      const digest = digestLike(`sha512:${'0'.repeat(128)}`, [visit.blob]);
      return visit.ask('PUT', `${at(await visit.open())}&digest=${digest}`, { body: visit.blob });
    },
  },
  {
    name: 'PUT of other bytes than the digest says',
    ask: async (visit) => visit.ask('PUT', withDigest(visit.origin, await visit.open(), visit.blob), { body: 'other' }),
  },
  ...['', '&digest=', '&digest=sha256:abc', `&digest=sha256:${'A'.repeat(64)}`].map(
    (query): Request => ({
      name: `PUT of a blob with "${query.slice(0, 20)}" for its digest`,
      ask: async (visit) => visit.ask('PUT', `${at(await visit.open())}${query}`, { body: visit.blob }),
    }),
  ),
  {
    name: 'PUT to an upload that is over',
    ask: async (visit) => {
      const target = withDigest(visit.origin, await visit.open(), visit.blob);
      await visit.ask('PUT', target, { body: visit.blob });
      return visit.ask('PUT', target, { body: visit.blob });
    },
  },
  {
    name: 'PUT with the digest before the query of the Location',
    ask: async (visit) => {
      const [path, query] = at(await visit.open()).split('?');
      return visit.ask('PUT', `${path}?digest=${visit.digest}&${query}`, { body: visit.blob });
    },
  },
  {
    name: 'PUT without the query of the Location',
    ask: async (visit) => {
      const [path] = at(await visit.open()).split('?');
      return visit.ask('PUT', `${path}?digest=${visit.digest}`, { body: visit.blob });
    },
  },
  {
    name: 'PATCH with a stream of unknown length',
    ask: async (visit) =>
      visit.ask('PATCH', at(await visit.open()), { body: visit.blob, headers: { 'transfer-encoding': 'chunked' } }),
    relies: ['location', 'range'],
  },
  {
    name: 'PUT that ends a stream',
    ask: async (visit) => {
      const streamed = await visit.ask('PATCH', at(await visit.open()), { body: visit.blob });
      return visit.ask('PUT', withDigest(visit.origin, streamed, visit.blob));
    },
    relies: ['docker-content-digest'],
  },
  {
    name: 'PATCH with the first chunk',
    ask: async (visit) => chunk(visit, await visit.open(), '0123', '0-3'),
    relies: ['range'],
  },
  {
    name: 'PATCH with the second chunk',
    ask: async (visit) => chunk(visit, await chunk(visit, await visit.open(), '0123', '0-3'), '45', '4-5'),
    relies: ['range'],
  },
  {
    name: 'PUT with the last chunk',
    ask: async (visit) => {
      const first = await chunk(visit, await visit.open(), '0123', '0-3');
      return visit.ask('PUT', withDigest(visit.origin, first, visit.blob), {
        body: '456789',
        headers: { 'content-range': '4-9' },
      });
    },
  },
  {
    name: 'PATCH with a chunk after a gap',
    ask: async (visit) => chunk(visit, await chunk(visit, await visit.open(), '0123', '0-3'), '89', '8-9'),
  },
  {
    name: 'PATCH with a chunk of another length than it says',
    ask: async (visit) => chunk(visit, await visit.open(), '0123', '0-9'),
  },
  {
    name: 'GET of an upload',
    ask: async (visit) => visit.ask('GET', at(await visit.ask('PATCH', at(await visit.open()), { body: '0123' }))),
    relies: ['range'],
  },
  { name: 'DELETE of an upload', ask: async (visit) => visit.ask('DELETE', at(await visit.open())) },
  {
    name: 'GET of an upload that was deleted',
    ask: async (visit) => {
      const opened = await visit.open();
      await visit.ask('DELETE', at(opened));
      return visit.ask('GET', at(opened));
    },
  },
  {
    name: 'POST that mounts a blob',
    ask: (visit) =>
      visit.ask('POST', `/v2/${visit.repository}-other/blobs/uploads/?mount=${visit.digest}&from=${visit.repository}`),
    relies: ['location', 'docker-content-digest'],
  },
  {
    name: 'POST that mounts what is not there',
    ask: (visit) => visit.open(`?mount=${ABSENT}&from=${visit.repository}-other`),
  },
  {
    name: 'POST that mounts from nowhere',
    ask: (visit) => visit.ask('POST', `/v2/${visit.repository}-other/blobs/uploads/?mount=${visit.digest}`),
  },
];

const at = (reply: Reply): string => reply.headers.location ?? '';

/** One chunk of an upload, with its place in the whole. */
function chunk(visit: Visit, before: Reply, body: string, place: string): Promise<Reply> {
  return visit.ask('PATCH', at(before), { body, headers: { 'content-range': place } });
}

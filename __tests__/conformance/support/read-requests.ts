import { ABSENT, type Request } from './visit.ts';

const range = (header: string): Request => ({
  name: `GET of a blob's ${header}`,
  ask: (visit) => visit.ask('GET', `blobs/${visit.digest}`, { headers: { range: header } }),
  relies: ['content-range', 'body'],
});

/** What is asked of a registry itself, of its blobs and its lists. */
export const READ_REQUESTS: readonly Request[] = [
  {
    name: 'GET /v2/',
    ask: (visit) => visit.ask('GET', '/v2/'),
    relies: ['docker-distribution-api-version'],
  },
  { name: 'GET /v2', ask: (visit) => visit.ask('GET', '/v2'), relies: ['location'] },

  {
    name: 'GET of a blob',
    ask: (visit) => visit.ask('GET', `blobs/${visit.digest}`),
    relies: ['docker-content-digest', 'content-length', 'body'],
  },
  {
    name: 'HEAD of a blob',
    ask: (visit) => visit.ask('HEAD', `blobs/${visit.digest}`),
    relies: ['content-length'],
  },
  { name: 'HEAD of a blob that is not there', ask: (visit) => visit.ask('HEAD', `blobs/${ABSENT}`) },
  { name: 'GET of a blob that is not there', ask: (visit) => visit.ask('GET', `blobs/${ABSENT}`) },
  {
    name: 'GET of a blob of another repository',
    ask: (visit) => visit.ask('GET', `/v2/${visit.repository}-other/blobs/${visit.digest}`),
  },
  {
    name: 'HEAD of a blob that was deleted',
    ask: async (visit) => {
      const { status } = await visit.ask('DELETE', `blobs/${visit.digest}`);
      if (status !== 202) throw new Error(`DELETE was answered with ${status}`);
      return visit.ask('HEAD', `blobs/${visit.digest}`);
    },
  },
  range('bytes=2-4'),
  range('bytes=7-'),
  range('bytes=-2'),
  range('bytes=0-999'),
  range('bytes=10-'),

  {
    name: 'GET of the tags of an image',
    ask: (visit) => visit.ask('GET', 'tags/list'),
    relies: ['body'],
  },
  {
    name: 'GET of the first of three tags',
    ask: async (visit) => {
      for (const tag of ['c', 'a']) await visit.put(tag, visit.image);
      return visit.ask('GET', 'tags/list?n=2');
    },
    relies: ['link', 'body'],
  },
  {
    name: 'GET of the tags after the second of three',
    ask: async (visit) => {
      for (const tag of ['c', 'a']) await visit.put(tag, visit.image);
      return visit.ask('GET', 'tags/list?n=2&last=c');
    },
    relies: ['link', 'body'],
  },
  {
    name: 'GET of the tags where all have gone',
    ask: async (visit) => {
      await visit.ask('DELETE', `manifests/${visit.image.digest}`);
      return visit.ask('GET', 'tags/list');
    },
    relies: ['body'],
  },
  {
    name: 'GET of the tags of a repository that is not there',
    ask: (visit) => visit.ask('GET', '/v2/nobody/tags/list'),
  },
  {
    name: 'GET of what refers to an image',
    ask: (visit) => visit.ask('GET', `referrers/${visit.image.digest}`),
  },

  { name: 'GET /v1/_ping', ask: (visit) => visit.ask('GET', '/v1/_ping') },
  { name: 'GET manifest/latest', ask: (visit) => visit.ask('GET', 'manifest/latest') },
];

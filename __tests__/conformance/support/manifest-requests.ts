import { buildImage, buildIndex, type Image } from '../../doubles/registry/images.ts';
import { INDEX, MANIFEST } from '../../doubles/registry/media-types.ts';
import { ACCEPT } from './raw-client.ts';
import { ABSENT, type Request, type Visit } from './visit.ts';

/** What is no manifest, put as a tag. */
const bad = (what: string, of: (image: Image) => Pick<Image, 'bytes' | 'mediaType'>): Request => ({
  name: `PUT of a manifest with ${what}`,
  ask: (visit) => visit.put('bad', of(visit.image)),
});

/** The image, put again under its tag on a condition (RFC 9110, 13.1). */
const onCondition = (visit: Visit, condition: Readonly<Record<string, string>>) =>
  visit.ask('PUT', 'manifests/v1', {
    body: visit.image.bytes,
    headers: { 'content-type': visit.image.mediaType, ...condition },
  });

/** Manifests and indexes: put, read and deleted. */
export const MANIFEST_REQUESTS: readonly Request[] = [
  {
    name: 'PUT of an OCI image',
    ask: (visit) => visit.put('v2', visit.image),
    relies: ['location', 'docker-content-digest'],
  },
  {
    name: 'PUT of a Docker image',
    ask: async (visit) => {
      const image = buildImage({ format: 'docker' });
      await visit.pushParts(image);
      return visit.put('v2', image);
    },
  },
  ...(['oci', 'docker'] as const).map(
    (format): Request => ({
      name: `PUT of an index (${format}) after its children`,
      ask: (visit) => visit.putIndex(buildIndex({ format, attestations: format === 'oci' })),
    }),
  ),
  {
    name: 'PUT of an image whose layer is missing',
    ask: async (visit) => {
      const image = buildImage({ contents: ['one', 'two'] });
      await visit.push(image.config.bytes);
      return visit.put('v2', image);
    },
  },
  { name: 'PUT of an index without its children', ask: (visit) => visit.put('v2', buildIndex()) },
  { name: 'PUT of an image under the digest of another', ask: (visit) => visit.put(ABSENT, visit.image) },
  {
    name: 'PUT of an image with a subject',
    ask: async (visit) => {
      const { digest, bytes, mediaType } = visit.image;
      const image = buildImage({ subject: { digest, mediaType, size: bytes.length }, content: 'about it' });
      await visit.pushParts(image);
      return visit.put(image.digest, image);
    },
    relies: ['oci-subject'],
  },
  {
    name: 'PUT of an image under a tag that must show another one',
    ask: (visit) => onCondition(visit, { 'if-match': `"${ABSENT}"` }),
  },
  {
    name: 'PUT of an image under a tag that must show what it shows',
    ask: (visit) => onCondition(visit, { 'if-match': `"${visit.image.digest}"` }),
  },
  {
    name: 'PUT of an image under a tag that must not be there',
    ask: (visit) => onCondition(visit, { 'if-none-match': '*' }),
  },
  { name: 'GET of what a write may depend on', ask: (visit) => visit.get('v1'), relies: ['etag'] },
  bad('more than 4 MiB', ({ mediaType }) => ({ mediaType, bytes: Buffer.alloc(4 * 1024 * 1024 + 1, 32) })),
  bad('no media type', ({ bytes }) => ({ bytes, mediaType: '' })),
  bad('the media type of Docker', ({ bytes }) => ({ bytes, mediaType: MANIFEST.docker })),
  bad('the media type of an index', ({ bytes }) => ({ bytes, mediaType: INDEX.oci })),
  bad('half of its JSON', ({ mediaType }) => ({ mediaType, bytes: Buffer.from('{') })),

  {
    name: 'GET of an image by tag',
    ask: (visit) => visit.get('v1'),
    relies: ['content-type', 'content-length', 'docker-content-digest'],
  },
  {
    name: 'HEAD of an image by tag',
    ask: (visit) => visit.ask('HEAD', 'manifests/v1', { headers: { accept: ACCEPT } }),
    relies: ['content-type', 'content-length', 'docker-content-digest'],
  },
  { name: 'GET of an image by digest', ask: (visit) => visit.get(visit.image.digest) },
  { name: 'GET of a tag that is not there', ask: (visit) => visit.get('v2') },
  { name: 'HEAD of a tag that is not there', ask: (visit) => visit.ask('HEAD', 'manifests/v2') },
  {
    name: 'GET of a tag of a repository that is not there',
    ask: (visit) => visit.ask('GET', '/v2/nobody/manifests/v1'),
  },
  {
    name: 'GET of an OCI image by who takes Docker images and */*',
    ask: (visit) => visit.get('v1', `${MANIFEST.docker}, */*`),
  },
  {
    name: 'GET of an OCI index by who takes Docker images and */*',
    ask: async (visit) => {
      await visit.putIndex(buildIndex());
      return visit.get('v1', `${MANIFEST.docker}, */*`);
    },
  },
  {
    name: 'GET of a Docker list by tag by who takes Docker images alone',
    ask: async (visit) => {
      await visit.putIndex(buildIndex({ format: 'docker' }));
      return visit.get('v1', MANIFEST.docker);
    },
    relies: ['content-type'],
  },
  {
    name: 'GET of an image that is known already',
    ask: (visit) =>
      visit.ask('GET', 'manifests/v1', { headers: { accept: ACCEPT, 'if-none-match': `"${visit.image.digest}"` } }),
  },
  { name: 'DELETE of a tag', ask: (visit) => visit.ask('DELETE', 'manifests/v1') },
  {
    name: 'DELETE of an image',
    ask: (visit) => visit.ask('DELETE', `manifests/${visit.image.digest}`),
  },
  {
    name: 'GET of an image that was deleted',
    ask: async (visit) => {
      await visit.ask('DELETE', `manifests/${visit.image.digest}`);
      return visit.get('v1');
    },
  },
  { name: 'DELETE of an image that is not there', ask: (visit) => visit.ask('DELETE', `manifests/${ABSENT}`) },
];

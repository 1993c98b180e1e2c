/** Lists of referrers: whatever others have written into one stays, and what is added stands behind it. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../../src/image/digest.ts';
import { ManifestProblem } from '../../../src/image/document.ts';
import { parseReferrer } from '../../../src/image/referrer.ts';
import { entryOf, NO_REFERRERS, readReferrersList, writeReferrersList } from '../../../src/image/referrers-list.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { attachedTo } from '../../doubles/registry/referrers.ts';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** What somebody else may have written: fields that we know nothing of, too. */
const own = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,8}$/),
  fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string())),
  {
    maxKeys: 3,
  },
);
const descriptor = fc
  .record({
    name: fc.string(),
    size: fc.nat(),
    annotations: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
    own,
  })
  .map(({ name, size, annotations, own: more }) => {
    return { mediaType: MANIFEST, digest: digestOf(Buffer.from(name)), size, annotations: { ...annotations }, ...more };
  });

describe('a list of referrers', () => {
  it('keeps every word of others, in their order, before what is added', () => {
    fc.assert(
      fc.property(
        fc.array(descriptor, { maxLength: 5 }),
        fc.array(descriptor, { maxLength: 3 }),
        own,
        (there, added, rest) => {
          const text = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, ...rest, manifests: there });
          const list = readReferrersList(Buffer.from(text), INDEX);
          expect(list.entries.map(({ digest }) => digest)).toEqual(there.map(({ digest }) => digest));
          const more = added.map((each) => ({ digest: each.digest, descriptor: each }));
          const written = Buffer.from(writeReferrersList(list, more)).toString();
          // The oracle: what JSON itself makes of all of it.
          expect(JSON.parse(written)).toEqual(
            JSON.parse(JSON.stringify({ ...JSON.parse(text), manifests: [...there, ...added] })),
          );
          expect(readReferrersList(Buffer.from(written), INDEX).entries).toHaveLength(there.length + added.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('begins with what the specification asks for', () => {
    expect(JSON.parse(Buffer.from(writeReferrersList(NO_REFERRERS, [])).toString())).toEqual({
      schemaVersion: 2,
      mediaType: INDEX,
      manifests: [],
    });
  });

  it.each([
    ['an image', buildImage().bytes, MANIFEST],
    [
      'a list of Docker',
      buildIndex({ format: 'docker' }).bytes,
      'application/vnd.docker.distribution.manifest.list.v2+json',
    ],
    ['half of one', Buffer.from('{"schemaVersion":2'), INDEX],
    [
      'a list that names its entries in no way that is known',
      Buffer.from('{"schemaVersion":2,"manifests":[{}]}'),
      INDEX,
    ],
  ])('is not %s', (_name, bytes, mediaType) => {
    expect(() => readReferrersList(bytes, mediaType)).toThrow(ManifestProblem);
  });
});

describe('an entry', () => {
  const image = buildImage();
  const entry = (bytes: Buffer) => entryOf(parseReferrer(bytes, MANIFEST)).descriptor;

  it('has the type of the manifest, and all its annotations', () => {
    const { bytes, digest } = attachedTo(image, { artifactType: 'a/b', annotations: { c: 'd' } });
    expect(entry(bytes)).toEqual({
      mediaType: MANIFEST,
      digest,
      size: bytes.length,
      artifactType: 'a/b',
      annotations: { c: 'd' },
    });
  });

  it('has the type of the config where the manifest says none', () => {
    const { artifactType: _, ...document } = JSON.parse(attachedTo(image).bytes.toString());
    const said = entry(Buffer.from(JSON.stringify(document)));
    expect(said.artifactType).toBe('application/vnd.oci.empty.v1+json');
    expect(said).not.toHaveProperty('annotations');
  });

  it.each([
    ['no subject', { subject: undefined }],
    ['a subject that nobody can name', { subject: { digest: 'md5:00' } }],
    ['a subject under another spelling', { subject: undefined, Subject: { digest: image.digest } }],
  ])('is not made of a manifest with %s', (_name, change) => {
    const document = JSON.parse(attachedTo(image).bytes.toString());
    expect(() => entry(Buffer.from(JSON.stringify({ ...document, ...change })))).toThrow(ManifestProblem);
  });
});

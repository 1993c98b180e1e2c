/** Which config an image has, read from the archive of `docker image save` as it comes through a pipe. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { savedFiles } from '../../src/tar/tar-stream.ts';
import { buildImage } from '../doubles/registry/images.ts';
import { archive, cutAt, type Entry, paxPieces, piecesOf, streamOf } from './saved-tar.ts';

const image = buildImage({ content: 'the image that was tested', format: 'oci' });
const CONFIG = image.config.digest;
const OTHER = buildImage({ content: 'another image' }).config.digest;

const blobName = (digest: string) => `blobs/sha256/${digest.slice('sha256:'.length)}`;
const folder = (name: string): Entry => ({ name, type: '5' });
const manifestFor = (config: string, more: object = {}): string =>
  JSON.stringify([
    { Config: config, RepoTags: ['app:test'], Layers: image.layers.map(({ digest }) => blobName(digest)), ...more },
  ]);

const blobs: readonly Entry[] = [image.config, ...image.layers, image].map(({ digest, bytes }) => ({
  name: blobName(digest),
  content: bytes,
}));
const index = JSON.stringify({ schemaVersion: 2, manifests: [{ digest: image.digest, size: image.bytes.length }] });

/** As containerd writes it: names in order, so that the manifest comes behind every blob. */
const containerd: readonly Entry[] = [
  folder('blobs/'),
  folder('blobs/sha256/'),
  ...blobs,
  { name: 'index.json', content: index },
  { name: 'manifest.json', content: manifestFor(blobName(CONFIG)) },
  { name: 'oci-layout', content: '{"imageLayoutVersion":"1.0.0"}' },
];
/** As engines before version 25 write it. */
const hex = CONFIG.slice('sha256:'.length);
const older: readonly Entry[] = [
  folder('5f70bf18a086/'),
  { name: '5f70bf18a086/VERSION', content: '1.0' },
  { name: '5f70bf18a086/json', content: '{}' },
  { name: '5f70bf18a086/layer.tar', content: image.layers[0]?.bytes ?? '' },
  { name: `${hex}.json`, content: image.config.bytes },
  { name: 'manifest.json', content: manifestFor(`${hex}.json`) },
  { name: 'repositories', content: '{}' },
];

/** What the archive's `manifest.json` names, read as whoever looks into a saved image reads it. */
async function configOfSavedImage(stream: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  for await (const { content } of savedFiles(stream, (name) => name === 'manifest.json')) {
    const [, hex] = /"Config":"(?:blobs\/sha256\/)?([0-9a-f]{64})(?:\.json)?"/.exec(`${content}`) ?? [];
    return hex === undefined ? undefined : `sha256:${hex}`;
  }
  return undefined;
}
const read = (entries: readonly Entry[]) => configOfSavedImage(streamOf(piecesOf(entries)));
const readBytes = (bytes: Buffer) => configOfSavedImage(cutAt(bytes, []));

describe('the config of a saved image', () => {
  it.each([
    ['of containerd', containerd],
    ['of an older engine', older],
    ['whose manifest comes first', [...containerd].reverse()],
    ['with nothing but the manifest', containerd.filter(({ name }) => name === 'manifest.json')],
    ['with empty files before it', [{ name: 'empty' }, { name: 'empty too' }, ...containerd]],
    ['with links before it', [{ name: 'a/layer.tar', type: '2', linkname: '../b/layer.tar' }, ...older]],
  ])('%s is found', async (_name, entries) => {
    expect(await read(entries)).toBe(CONFIG);
  });

  it('is that of the manifest, whatever other files say', async () => {
    const others = ['manifest.json.bak', 'a/manifest.json', 'xmanifest.json', 'MANIFEST.JSON', 'index.json'];
    const entries = others.map((name) => ({ name, content: manifestFor(blobName(OTHER)) }));
    expect(await read([...entries, ...containerd])).toBe(CONFIG);
    expect(await read(entries)).toBeUndefined();
  });

  it('is not looked for inside of a layer', async () => {
    const inner = archive([{ name: 'manifest.json', content: manifestFor(blobName(OTHER)) }]);
    expect(await read([{ name: 'layer.tar', content: inner }, ...containerd])).toBe(CONFIG);
    // Nor one that is not a whole number of blocks.
    const odd = Buffer.concat([inner, Buffer.from('x')]);
    expect(await read([{ name: 'layer.tar', content: odd }, ...containerd])).toBe(CONFIG);
  });

  it.each([0, 1, 511, 512, 513, 1023, 1024, 65_536, 65_537])('is found behind a file of %i bytes', async (length) => {
    expect(await read([{ name: 'layer', content: Buffer.alloc(length, 1) }, ...containerd])).toBe(CONFIG);
  });
});

describe('wherever the pipe cuts the archive,', () => {
  const bytes = { containerd: archive(containerd), older: archive(older) };

  it('the config is the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('containerd' as const, 'older' as const),
        fc.array(fc.nat(), { maxLength: 40 }),
        async (which, places) => {
          const whole = bytes[which];
          const found = await configOfSavedImage(
            cutAt(
              whole,
              places.map((place) => place % whole.length),
            ),
          );
          expect(found).toBe(CONFIG);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each([1, 7, 100, 511, 512, 513, 4096])('in parts of %i bytes', async (length) => {
    const whole = bytes.containerd;
    const places = Array.from({ length: Math.floor(whole.length / length) }, (_, at) => (at + 1) * length);
    expect(await configOfSavedImage(cutAt(whole, places))).toBe(CONFIG);
  });

  it('and wherever it ends, the config is that or unknown, never another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.containerd.length }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (end, places) => {
          const part = bytes.containerd.subarray(0, end);
          const found = await configOfSavedImage(
            cutAt(
              part,
              places.map((place) => Math.min(place, end)),
            ),
          );
          expect([undefined, CONFIG]).toContain(found);
        },
      ),
      { numRuns: 500 },
    );
    expect(await configOfSavedImage(cutAt(Buffer.alloc(0), []))).toBeUndefined();
  });

  it('and whatever comes instead of it, nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (noise) => {
        expect(await configOfSavedImage(cutAt(Buffer.from(noise), []))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

describe('a layer of', () => {
  const GIB = 1024 ** 3;

  it.each([
    [8 * GIB - 1, 'octal'],
    [8 * GIB, 'binary'],
    [8 * GIB, 'pax'],
    [9 * GIB + 511, 'binary'],
  ] as const)('%i bytes, its size in %s, is passed over without being kept', async (zeros, size) => {
    const large: Entry = { name: blobName(OTHER), zeros, size };
    expect(await read([folder('blobs/'), large, ...containerd])).toBe(CONFIG);
  });

  it('more than 8 GiB tells nothing of the config, even if there is a manifest in it', async () => {
    const inner = archive([{ name: 'manifest.json', content: manifestFor(blobName(OTHER)) }]);
    for (const size of ['binary', 'pax'] as const) {
      // The end of the layer is where the archive in it begins, on a block of its own.
      const large: Entry = { name: blobName(OTHER), zeros: 8 * GIB, content: inner, size };
      expect(await read([large, ...containerd])).toBe(CONFIG);
    }
  });

  it('any size may have records before it that say other things', async () => {
    const records = { mtime: '1760000000.5', path: blobName(OTHER), 'LIBARCHIVE.creationtime': '1' };
    const bytes = Buffer.concat([
      ...paxPieces('blob', records),
      archive([{ name: 'blob', content: 'x'.repeat(700) }, ...containerd]),
    ]);
    expect(await readBytes(bytes)).toBe(CONFIG);
  });
});

describe('a size that cannot be read', () => {
  const field = (text: string) => Buffer.from(text.padEnd(12, '\0'), 'latin1');

  it.each([
    ['no digits', field('zzzzzzzzzzz')],
    ['digits of another kind', field('99999999999')],
    ['a sign', field('-0000000001')],
    ['nothing', field('')],
    ['a negative binary number', Buffer.alloc(12, 0xff)],
    ['a binary number that no disk holds', Buffer.from('80ffffffffffffffffffffff', 'hex')],
  ])('(%s) ends the search: what follows may be anything', async (_name, size) => {
    // If it were taken for an empty file, its content would be read as more of the archive.
    const content = archive([{ name: 'manifest.json', content: manifestFor(blobName(OTHER)) }]);
    expect(await read([{ name: 'layer', content, size }, ...containerd])).toBeUndefined();
  });
});

describe('a document', () => {
  const whose = (content: string | Buffer) => read([{ name: 'manifest.json', content }]);

  it('that is longer than any of an image is not kept', async () => {
    const long = manifestFor(blobName(CONFIG), { RepoTags: ['x'.repeat(5 << 20)] });
    expect(await whose(long)).toBeUndefined();
  });

  it('that is as long as a manifest of thousands of layers is read', async () => {
    const layers = Array.from({ length: 5000 }, () => blobName(OTHER));
    expect(await whose(manifestFor(blobName(CONFIG), { Layers: layers }))).toBe(CONFIG);
  });
});

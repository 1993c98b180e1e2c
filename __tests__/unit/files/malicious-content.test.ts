import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { blobPath, changed, type FileTree, layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { tar } from '../../doubles/archives/tar.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex, type Document, descriptorOf, indexOf } from '../../doubles/registry/images.ts';
import { onDisk, open, openFiles, refusal } from './opened.ts';

const image = buildImage({ contents: ['one', 'two'] });
const index = buildIndex({ attestations: true });
const whole = layout(image);
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** A layout whose index.json names these documents, with whatever else is to be there. */
function holding(roots: readonly Document[], ...others: readonly FileTree[]): FileTree {
  const documents = roots.map((root) => [blobPath(root.digest), root.bytes] as const);
  const manifests = roots.map(descriptorOf);
  return new Map([
    ...others.flatMap((files) => [...files]),
    ...whole,
    ['index.json', json({ schemaVersion: 2, manifests })],
    ...documents,
  ]);
}

/** The image's manifest with fields changed, under its new digest. */
function manifest(changes: object): Document {
  const bytes = json({ ...JSON.parse(image.bytes.toString()), ...changes });
  return { digest: sha256(bytes), mediaType: MANIFEST, bytes };
}

/** The image with a config of another text. */
function configured(text: string): FileTree {
  const bytes = Buffer.from(text);
  const config = { mediaType: image.config.mediaType, digest: sha256(bytes), size: bytes.length };
  return changed(holding([manifest({ config })]), blobPath(config.digest), bytes);
}

function nested(depth: number): FileTree {
  let documents: readonly Document[] = [image];
  for (let at = 0; at < depth; at++) documents = [indexOf(documents.slice(0, 1)), ...documents];
  const blobs = documents.map(({ digest, bytes }) => [blobPath(digest), bytes] as const);
  return holding(documents.slice(0, 1), new Map(blobs));
}

const descriptor = (changes: object) => json({ schemaVersion: 2, manifests: [{ ...descriptorOf(image), ...changes }] });
const saved = (items: unknown, ...entries: Parameters<typeof tar>[0]) =>
  tar([...entries, { name: 'manifest.json', content: Buffer.isBuffer(items) ? items : json(items) }]);
const config = { name: 'config.json', content: image.config.bytes };
const twin: Document = { digest: index.digest, bytes: index.bytes, mediaType: MANIFEST };

const REFUSED: readonly (readonly [string, FileTree | Buffer, RegExp])[] = [
  // What a layout says of itself
  [
    'a layout of an unknown version',
    changed(whole, 'oci-layout', '{"imageLayoutVersion":"2.0.0"}'),
    /no known version/,
  ],
  ['a layout without a version', changed(whole, 'oci-layout', '{}'), /no known version/],
  ['a layout file of 1 MiB', changed(whole, 'oci-layout', Buffer.alloc(1 << 20, ' ')), /more than 4096 bytes/],
  ['a layout file that is not JSON', changed(whole, 'oci-layout', 'yes'), /not JSON/],
  ['no index.json', changed(whole, 'index.json', undefined), /no "index.json"/],
  ['an index.json of 5 MiB', changed(whole, 'index.json', Buffer.alloc(5 << 20, ' ')), /more than 4194304 bytes/],
  ['an index.json that is a list', changed(whole, 'index.json', '[]'), /not a JSON object/],
  [
    'an index.json of schema version 1',
    changed(whole, 'index.json', json({ schemaVersion: 1, manifests: [] })),
    /schemaVersion is not 2/,
  ],
  ['an index.json that is an image', changed(whole, 'index.json', image.bytes), /not an index/],
  [
    'an index.json with a byte order mark',
    changed(whole, 'index.json', `\ufeff${whole.get('index.json')}`),
    /not JSON/,
  ],
  ['an index.json that is not UTF-8', changed(whole, 'index.json', Buffer.from([0x7b, 0xff, 0x7d])), /not JSON/],
  [
    'an index.json of 100 levels',
    changed(whole, 'index.json', `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`),
    /nested more than/,
  ],
  [
    'an index.json with a key twice',
    changed(whole, 'index.json', `{"manifests":[],${whole.get('index.json')?.subarray(1)}`),
    /"manifests" twice/,
  ],
  [
    'an index.json with a key of other spelling',
    changed(whole, 'index.json', `${whole.get('index.json')}`.replace('manifests', 'Manifests')),
    /"Manifests" for "manifests"/,
  ],
  [
    'an index.json that holds nothing',
    changed(whole, 'index.json', json({ schemaVersion: 2, manifests: [] })),
    /holds no image/,
  ],
  // Descriptors
  [
    'a digest that is a path',
    changed(whole, 'index.json', descriptor({ digest: 'sha256:../../../../etc/passwd' })),
    /no digest/,
  ],
  [
    'a digest in capitals',
    changed(whole, 'index.json', descriptor({ digest: image.digest.toUpperCase() })),
    /no digest/,
  ],
  [
    'a digest of an unknown algorithm',
    changed(whole, 'index.json', descriptor({ digest: `md5:${'0'.repeat(32)}` })),
    /no digest/,
  ],
  ['a size that is no number', changed(whole, 'index.json', descriptor({ size: '1' })), /no size/],
  ['a size below zero', changed(whole, 'index.json', descriptor({ size: -1 })), /no size/],
  ['a size with a fraction', changed(whole, 'index.json', descriptor({ size: 1.5 })), /no size/],
  [
    'a size that lies',
    changed(whole, 'index.json', descriptor({ size: image.bytes.length + 1 })),
    /bytes, and the image says/,
  ],
  [
    'a media type that lies',
    changed(whole, 'index.json', descriptor({ mediaType: MANIFEST.replace('oci', 'docker') })),
    /holds no image/,
  ],
  [
    'the media type of an index',
    changed(whole, 'index.json', descriptor({ mediaType: index.mediaType })),
    /media type inside/,
  ],
  ['an index that is said to be a manifest', holding([twin], layout(index)), /media type inside|no digest|size/],
  // Content
  [
    'a manifest that was changed',
    changed(whole, blobPath(image.digest), image.bytes.toString().replace('one', 'two').replace('2', '3')),
    /was changed|should have/,
  ],
  [
    'a config that was changed',
    changed(whole, blobPath(image.config.digest), `${image.config.bytes}`.replace('COPY', 'copy')),
    /was changed/,
  ],
  ['a config that is longer', changed(whole, blobPath(image.config.digest), `${image.config.bytes} `), /should have/],
  ['a layer that is shorter', changed(whole, blobPath(image.layers[0]?.digest ?? ''), 'x'), /should have/],
  ['no layer', changed(whole, blobPath(image.layers[0]?.digest ?? ''), undefined), /lacks the layer/],
  ['no config', changed(whole, blobPath(image.config.digest), undefined), /lacks the config/],
  ['no manifest', changed(whole, blobPath(image.digest), undefined), /lacks the manifest/],
  ['a manifest of 5 MiB', holding([manifest({ annotations: { x: 'x'.repeat(5 << 20) } })]), /more than 4194304 bytes/],
  ['a config of 9 MiB', configured(`{"x":"${'x'.repeat(9 << 20)}"}`), /more than 4194304 bytes/],
  ['a config of another program', configured('{"hello":"world"}'), /not that of an image/],
  ['a config without a platform', configured('{"rootfs":{"diff_ids":[]}}'), /names no platform/],
  [
    'a config with fewer layers',
    configured('{"os":"linux","architecture":"amd64","rootfs":{"diff_ids":[]}}'),
    /2 layers, but its config/,
  ],
  ['a config with a key twice', configured('{"os":"linux","OS":"linux"}'), /twice/],
  ['a config that is a list', configured('[]'), /not a JSON object/],
  ['a manifest of schema version 1', holding([manifest({ schemaVersion: 1 })]), /schemaVersion is not 2/],
  ['a manifest with children', holding([manifest({ manifests: [] })]), /children of an index/],
  ['layers that are no list', holding([manifest({ layers: {} })]), /no list "layers"/],
  [
    'a layer whose digest is a path',
    holding([manifest({ layers: [{ ...image.layers[0], bytes: undefined, digest: '../x' }] })]),
    /no digest/,
  ],
  [
    'an artifact that is no image',
    holding([manifest({ config: { ...descriptorOf(image.config), mediaType: 'application/x' } })]),
    /neither an image nor an attestation/,
  ],
  ['an index of nothing', holding([indexOf([])]), /no image that can run/],
  ['indexes three levels deep', nested(3), /more than 2 indexes deep/],
  ['an index of 201 children', holding([indexOf(Array.from({ length: 201 }, () => image))]), /more than 200 manifests/],
  [
    'an index that says another platform',
    holding([indexOf([image], [{ platform: { os: 'linux', architecture: 's390x' } }])]),
    /is for linux\/s390x/,
  ],
  ['an index with a child of another size', holding([indexOf([image], [{ size: 1 }])]), /the image says 1/],
  [
    'an index of attestations',
    holding(
      [
        indexOf(
          index.children.slice(2),
          [0, 1].map(() => ({ annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } })),
        ),
      ],
      layout(index),
    ),
    /no image that can run/,
  ],
  [
    'an image that is called an attestation',
    holding(
      [
        indexOf(
          [image, buildImage({ content: 'evil' })],
          [{}, { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }],
        ),
      ],
      layout(buildImage({ content: 'evil' })),
    ),
    /called an attestation/,
  ],
  // What docker save says
  ['a manifest.json that is an object', saved({ Config: 'config.json' }, config), /not a list/],
  ['a manifest.json of nothing', saved([], config), /holds no image/],
  ['a manifest.json of null', saved([null], config), /not a list/],
  ['a manifest.json that is not JSON', saved(Buffer.from('?'), config), /not JSON/],
  ['a manifest.json of 5 MiB', saved(Buffer.alloc(5 << 20, ' '), config), /more than 4194304 bytes/],
  [
    'a manifest.json with a key twice',
    saved(Buffer.from('[{"Config":"a","Config":"config.json"}]'), config),
    /"Config" twice/,
  ],
  [
    'a manifest.json with a key of other spelling',
    saved(Buffer.from('[{"config":"config.json"}]'), config),
    /"config" for "Config"/,
  ],
  ['an image without a config', saved([{ Layers: [] }], config), /no config/],
  ['layers that are a text', saved([{ Config: 'config.json', Layers: 'x' }], config), /no list of layers/],
  ['names that are numbers', saved([{ Config: 'config.json', RepoTags: [1], Layers: [] }], config), /no list of names/],
  ['a config outside', saved([{ Config: '../../etc/passwd', Layers: [] }], config), /it has no/],
  ['a config at an absolute path', saved([{ Config: '/etc/passwd', Layers: [] }], config), /it has no "\/etc\/passwd"/],
  [
    'a layer outside',
    saved([{ Config: 'config.json', Layers: ['../../etc/passwd', 'x'] }], config),
    /it has no "..\/..\/etc\/passwd"/,
  ],
  [
    'fewer layers than its config',
    saved([{ Config: 'config.json', Layers: ['x'] }], config),
    /1 layers, but its config .* 2/,
  ],
  ['a layer that is not there', saved([{ Config: 'config.json', Layers: ['x', 'y'] }], config), /it has no "x"/],
  [
    'a config under the digest of another',
    saved([{ Config: `${'0'.repeat(64)}.json`, Layers: [] }], { ...config, name: `${'0'.repeat(64)}.json` }),
    /was changed/,
  ],
  [
    'a compressed layer of something else',
    saved([{ Config: 'config.json', Layers: ['x', 'x'] }], config, { name: 'x', content: gzipSync('x') }),
    /decompresses to something else/,
  ],
  [
    'a compressed layer that is broken',
    saved([{ Config: 'config.json', Layers: ['x', 'x'] }], config, {
      name: 'x',
      content: gzipSync('x'.repeat(99)).subarray(0, 20),
    }),
    /decompresses to something else/,
  ],
];

describe('a file with', () => {
  it.each(REFUSED)('%s is refused, with the reason', async (_name, content, reason) => {
    const error = await refusal(open(content));
    expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
    expect(error.message).toMatch(reason);
    expect(openFiles()).toBe(0);
  });

  it.each([
    ['an index within an index', nested(2)],
    ['artifacts beside its image', holding([image, { ...manifest({}), mediaType: 'application/vnd.example' }])],
    ['files that no specification knows', changed(whole, 'blobs/sha256/README', 'x')],
  ])('%s is read right', async (_name, files) => {
    const file = await open(ociArchive(files));
    expect(file.tested.platforms.map(({ manifestDigest }) => manifestDigest)).toEqual([image.digest]);
    await file.close();
  });

  it('a layer that decompresses to 256 MiB of something else is refused, and kept nowhere', () => {
    // One stream after the other is one to every program.
    const bomb = Buffer.concat(Array(256).fill(gzipSync(Buffer.alloc(1 << 20))));
    const archive = saved([{ Config: 'config.json', Layers: ['x', 'x'] }], config, { name: 'x', content: bomb });
    // In a program of its own: here, what others have left would be counted too.
    const script = resolve(import.meta.dirname, 'open-image.ts');
    const args = ['--single-threaded-gc', '--max-semi-space-size=4', script, onDisk(archive)];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const { ended, grown } = JSON.parse(stdout);
    expect(ended).toMatch(/decompresses to something else/);
    expect(grown).toBeLessThan(64);
  });
});

import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ActionError } from '../../../src/errors.ts';
import { Progress } from '../../../src/push/progress.ts';
import type { LayerCompression } from '../../../src/push/unpacked-source.ts';
import { pushUnpacked } from '../../../src/push/unpacked-source.ts';
import { sha256, unpackedFile } from '../../doubles/image-files.ts';
import { buildImage, type ImageOptions } from '../../doubles/registry/images.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { plainSight } from './plain-sight.ts';

let registry: InMemoryRegistry;
let progress: Progress;
beforeEach(() => {
  registry = new InMemoryRegistry();
  progress = new Progress({ now: () => 0, tell: () => undefined });
});

function saved(options: ImageOptions = { contents: ['base', 'own', 'base'] }) {
  const { config, layers } = buildImage({ ...options, compression: 'none' });
  const tars = layers.map(({ bytes }) => bytes);
  return { config: config.bytes, tars, file: unpackedFile(config.bytes, tars) };
}

const push = (file: ReturnType<typeof saved>['file'], compression: LayerCompression = 'gzip') =>
  pushUnpacked(registry, file, { progress, mountFrom: undefined, compression, sight: plainSight(registry) });

const PLAIN: Readonly<Record<LayerCompression, (bytes: Uint8Array) => Buffer>> = {
  gzip: gunzipSync,
  zstd: zstdDecompressSync,
  none: (bytes) => Buffer.from(bytes),
};

describe.each(['gzip', 'zstd', 'none'] as const)('pushUnpacked, compression: %s', (compression) => {
  it('makes a manifest of the config as it is and of layers that decompress to what they were', async () => {
    const { file, tars, config } = saved();
    const manifest = await push(file, compression);
    if (manifest.kind !== 'manifest') throw new Error(manifest.kind);
    expect(registry.manifests.get(manifest.digest)).toEqual(manifest);
    expect(registry.blobs.get(manifest.config.digest)).toEqual(config);
    const layers = manifest.layers.map(({ digest }) => PLAIN[compression](registry.blobs.get(digest) as Uint8Array));
    expect(layers.map((layer) => sha256(layer))).toEqual(tars.map((tar) => sha256(tar)));
    expect(new Set(manifest.layers.map(({ mediaType }) => mediaType))).toEqual(
      new Set([`application/vnd.oci.image.layer.v1.tar${compression === 'none' ? '' : `+${compression}`}`]),
    );
    expect(registry.tags.size).toBe(0);
  });

  it('sends a layer once that is there twice, and makes the same manifest each time', async () => {
    const { file } = saved();
    const [one, other] = [await push(file, compression), await push(file, compression)];
    expect(other.bytes).toEqual(one.bytes);
    expect(registry.blobs.size).toBe(3);
  });
});

it('layers that are compressed already are sent as they are, and not at all if they are there', async () => {
  const { file, tars } = saved({ contents: ['a', 'b'] });
  const [plain, ready] = file.layers;
  if (plain === undefined || ready === undefined) throw new Error('two layers');
  const digest = sha256(Buffer.from('compressed before'));
  const layers = [plain, { ...ready, compression: 'zstd', digest, size: 17 } as const];
  registry.blobs.set(digest, Buffer.from('compressed before'));
  const manifest = await push({ ...file, layers });
  if (manifest.kind !== 'manifest') throw new Error(manifest.kind);
  expect(manifest.layers[1]).toEqual({ mediaType: 'application/vnd.oci.image.layer.v1.tar+zstd', digest, size: 17 });
  expect(manifest.layers[0]?.mediaType).toMatch(/gzip$/);
  expect([progress.transfer.skipped, tars.length]).toEqual([17, 2]);
});

it('tells of layers that are compressed on their way what was sent, and no whole that nobody knows', async () => {
  const told: string[] = [];
  let now = 0;
  progress = new Progress({ now: () => now, tell: (line) => void told.push(line) });
  const { file } = saved({ contents: ['only'] });
  const [layer] = file.layers;
  if (layer === undefined) throw new Error('a layer');
  const compressed = async function* () {
    for (let piece = 0; piece < 12; piece++) {
      now += 500;
      yield Buffer.alloc(1 << 20);
    }
  };
  await push({ ...file, layers: [{ ...layer, compressed }] });
  expect(told.filter((line) => !line.startsWith('sha256:'))).toEqual(['10 MiB sent, 2.0 MiB/s']);
});

it.each(['gzip', 'none'] as const)('uploads again what the registry no longer has (%s)', async (compression) => {
  const { file } = saved();
  const put = registry.put.bind(registry);
  registry.put = async ({ digest }) => {
    registry.put = put;
    registry.blobs.clear();
    throw new ActionError('CONTENT_MISSING', `${digest}: blob unknown`, { hint: '-' });
  };
  const manifest = await push(file, compression);
  if (manifest.kind !== 'manifest') throw new Error(manifest.kind);
  expect(registry.manifests.has(manifest.digest)).toBe(true);
  const needed = new Set([manifest.config, ...manifest.layers].map(({ digest }) => digest));
  expect(new Set(registry.blobs.keys())).toEqual(needed);
});

it('puts no manifest when a layer does not arrive', async () => {
  const { file } = saved();
  const error = new ActionError('REGISTRY_DENIED', 'No.', { hint: '-' });
  registry.uploadStream = async () => {
    throw error;
  };
  await expect(push(file)).rejects.toBe(error);
  expect(registry.manifests.size).toBe(0);
});

import { createCipheriv, createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { compress } from '../../src/compression/compress.ts';

const MIB = 1 << 20;

/** What an image of the benchmark is made of. */
export type Recipe = {
  readonly layers: number;
  /** Of each layer, uncompressed, in MiB. */
  readonly size: number;
  readonly content: 'random' | 'text';
  /** Layers from this one on differ from those of another image of the same recipe. */
  readonly seed?: number;
};

export const RECIPES: Readonly<Record<string, Recipe>> = {
  'one large': { layers: 1, size: 1024, content: 'random' },
  'eight of 40 MiB': { layers: 8, size: 40, content: 'random' },
  'eight of 40 MiB of text': { layers: 8, size: 40, content: 'text' },
  'sixty small': { layers: 60, size: 0.25, content: 'random' },
  'three small': { layers: 3, size: 1, content: 'random' },
  // For a look at it that takes seconds.
  'one of 200 MiB': { layers: 1, size: 200, content: 'random' },
  'three of 40 MiB of text': { layers: 3, size: 40, content: 'text' },
  'one of 4 GiB': { layers: 1, size: 4096, content: 'random' },
};

/** An image as an OCI layout in a folder, and as `docker save` writes it with layers that are not compressed. */
export type Made = {
  readonly layout: string;
  readonly archive: string;
  /** What an engine calls it that has loaded it. */
  readonly name: string;
  readonly layers: number;
};

/** makeImage writes both forms of an image; the last layer is that of `variant`. */
export async function makeImage(recipe: Recipe, folder: string, variant = 0): Promise<Made> {
  const name = `bench:${variant}`;
  const layout = join(folder, `layout-${variant}`);
  const archive = join(folder, `saved-${variant}.tar`);
  mkdirSync(join(layout, 'blobs/sha256'), { recursive: true });
  const tar = await open(archive, 'w');
  const layers = [];
  for (let at = 0; at < recipe.layers; at++) {
    const isLast = at === recipe.layers - 1;
    const content = () => layerTar(recipe, at + (isLast ? variant * 1000 : 0));
    const size = recipe.size * MIB + 2048;
    await tar.write(header(`layer-${at}.tar`, size));
    const plain = createHash('sha256');
    for await (const chunk of content()) {
      plain.update(chunk);
      await tar.write(chunk);
    }
    await tar.write(Buffer.alloc((512 - (size % 512)) % 512));
    layers.push({ diffId: `sha256:${plain.digest('hex')}`, ...(await writeCompressed(layout, content())) });
  }
  const config = json({
    architecture: 'amd64',
    os: 'linux',
    created: '2026-01-01T00:00:00Z',
    config: { Cmd: ['/0'] },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
  });
  const configName = `${hex(config)}.json`;
  const saved = json([{ Config: configName, RepoTags: [name], Layers: layers.map((_, at) => `layer-${at}.tar`) }]);
  for (const [name, bytes] of [
    [configName, config],
    ['manifest.json', saved],
  ] as const) {
    await tar.write(Buffer.concat([header(name, bytes.length), padded(bytes)]));
  }
  await tar.write(Buffer.alloc(1024));
  await tar.close();

  const manifest = json({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: put(layout, 'application/vnd.oci.image.config.v1+json', config),
    layers: layers.map(({ digest, size }) => ({
      mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
      digest,
      size,
    })),
  });
  const root = put(layout, 'application/vnd.oci.image.manifest.v1+json', manifest);
  const names = {
    'io.containerd.image.name': `docker.io/library/${name}`,
    'org.opencontainers.image.ref.name': 'bench',
  };
  const named = { ...root, annotations: names };
  writeFileSync(join(layout, 'index.json'), json({ schemaVersion: 2, manifests: [named] }));
  writeFileSync(join(layout, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }));
  return { layout, archive, name, layers: recipe.layers };
}

/** A tar with one file in it, in pieces of a MiB. */
async function* layerTar({ size, content }: Recipe, seed: number): AsyncGenerator<Buffer> {
  yield header(`file-${seed}`, size * MIB);
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, seed), Buffer.alloc(16, seed >> 8));
  const zeros = Buffer.alloc(Math.min(size, 1) * MIB);
  for (let at = 0; at < size; at++) {
    const bytes = cipher.update(zeros);
    // Text compresses to about a third: three of eight bits are left of each byte.
    if (content === 'text') for (let i = 0; i < bytes.length; i++) bytes[i] = 97 + ((bytes[i] as number) & 7);
    yield bytes;
  }
  // The header above, and here the end: two blocks of nothing, and one that fills up.
  yield Buffer.alloc(1536);
}

async function writeCompressed(layout: string, content: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  const path = join(layout, 'blobs/sha256/unnamed');
  const file = await open(path, 'w');
  let size = 0;
  for await (const chunk of compress(content, 'gzip')) {
    hash.update(chunk);
    size += chunk.byteLength;
    await file.write(chunk);
  }
  await file.close();
  const name = hash.digest('hex');
  const { renameSync } = await import('node:fs');
  renameSync(path, join(layout, 'blobs/sha256', name));
  return { digest: `sha256:${name}`, size };
}

function put(layout: string, mediaType: string, bytes: Buffer) {
  writeFileSync(join(layout, 'blobs/sha256', hex(bytes)), bytes);
  return { mediaType, digest: `sha256:${hex(bytes)}`, size: bytes.length };
}

/** A header of POSIX ustar. */
function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

function hex(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

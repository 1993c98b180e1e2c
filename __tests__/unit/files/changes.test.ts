import { describe, expect, it } from '@jest/globals';
import type { ImageFile } from '../../../src/files/files.ts';
import type { BlobStream } from '../../../src/image/packed-image.ts';
import { fileSource } from '../../../src/push/file-source.ts';
import { layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { savedByKaniko, savedByOldEngine } from '../../doubles/archives/saved.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { buildImage, buildIndex } from '../../doubles/registry/images.ts';
import { InMemoryRegistry } from '../doors/in-memory-registry.ts';
import { plainSight } from '../push/plain-sight.ts';
import { archiveInMemory, folderInMemory, randomFrom, tryOpen } from './in-memory.ts';
import { contentOf } from './opened.ts';

const CHANGES = 10_000;
const text = Array.from({ length: 300 }, (_, line) => `line ${line}\n`).join('');
const image = buildImage({ contents: [text, `${text}${text}`, text] });
const files = layout(buildIndex({ contents: [text, 'short'], attestations: true }));

/** What became of a change: found when the file was opened, found while it was sent, or of no effect on the image. */
type Fate = 'opening' | 'sending' | 'no effect';

async function fateOf(changed: ImageFile | undefined, original: ReadonlyMap<string, string>): Promise<Fate> {
  if (changed === undefined) return 'opening';
  const streams: readonly (readonly [BlobStream, number])[] =
    changed.kind === 'packed'
      ? changed.image.blobs.map((blob) => [changed.openBlob(blob), blob.size])
      : changed.layers.map((layer) => [layer.open(), layer.size]);
  for (const [stream, size] of streams) {
    let sent = 0;
    try {
      for await (const chunk of stream) sent += chunk.length;
    } catch (error) {
      expect(error).toMatchObject({ code: 'SOURCE_INVALID' });
      // The registry must not get the whole of what is wrong.
      expect(sent).toBeLessThan(size);
      await expectNothingPut(changed);
      return 'sending';
    }
    expect(sent).toBe(size);
  }
  expect(await contentOf(changed)).toEqual(original);
  return 'no effect';
}

/** A push of it puts no manifest, and leaves no blob that is not what its digest says. */
async function expectNothingPut(changed: ImageFile): Promise<void> {
  const registry = new InMemoryRegistry();
  const teller = { now: () => 0, tell: () => {} };
  const terms = {
    compression: 'none',
    mountFrom: undefined,
    teller,
    tell: teller.tell,
    config: { folder: '/nowhere' },
    warn: () => {},
  } as const;
  const target = { registry: 'ghcr.io', path: 'owner/app', tag: 'abc' };
  const engine = () => Promise.reject(new Error('no engine pushes it'));
  const push = fileSource(changed).push(
    { registry, target, engine, mountsFrom: () => false, sight: plainSight(registry), isOurs: async () => false },
    terms,
  );
  await expect(push).rejects.toMatchObject({ code: 'SOURCE_INVALID' });
  expect(registry.manifests.size).toBe(0);
  for (const [digest, bytes] of registry.blobs) expect(sha256(Buffer.from(bytes))).toBe(digest);
}

function flip(bytes: Buffer, at: number, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 + Math.floor(random() * 255));
  return copy;
}

async function original(opened: Promise<ImageFile | undefined>): Promise<ReadonlyMap<string, string>> {
  const file = await opened;
  if (file === undefined) throw new Error('the original cannot be read');
  return contentOf(file);
}

describe(`${CHANGES} changes of one byte`, () => {
  it('in the content of a layout are all found, before the registry has the whole of a blob, and before a manifest is put', async () => {
    const random = randomFrom(1);
    const content = await original(tryOpen(async () => folderInMemory(files)));
    const blobs = [...files].filter(([name]) => name.startsWith('blobs/'));
    const fates: Fate[] = [];
    for (let change = 0; change < CHANGES; change++) {
      const [name = '', bytes = Buffer.alloc(0)] = blobs[Math.floor(random() * blobs.length)] ?? [];
      const changed = flip(bytes, Math.floor(random() * bytes.length), random);
      const opened = await tryOpen(async () => folderInMemory(new Map([...files, [name, changed]])));
      fates.push(await fateOf(opened, content));
    }
    expect(fates.filter((fate) => fate === 'no effect')).toEqual([]);
    // Both ways to find one must have been seen.
    expect(new Set(fates).size).toBe(2);
  });

  it.each([
    ['an archive of a layout', ociArchive(files)],
    ['an archive of docker save', savedByOldEngine({ image, names: ['app:1'] })],
    ['an archive of kaniko', savedByKaniko({ image, names: ['app:1'] })],
  ])('in %s are found, or leave the image as it is', async (_name, archive) => {
    const random = randomFrom(2);
    const content = await original(tryOpen(() => archiveInMemory(archive)));
    let without = 0;
    for (let change = 0; change < CHANGES / 3; change++) {
      const changed = flip(archive, Math.floor(random() * archive.length), random);
      const fate = await fateOf(await tryOpen(() => archiveInMemory(changed)), content);
      if (fate === 'no effect') without += 1;
    }
    // Names of images, and files that only old engines read.
    expect(without).toBeLessThan(CHANGES / 100);
  });
});

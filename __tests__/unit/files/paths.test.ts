import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RandomAccess } from '../../../src/tar/random-access.ts';
import { blobPath, changed, layout, ociArchive } from '../../doubles/archives/layouts.ts';
import { savedByOldEngine } from '../../doubles/archives/saved.ts';
import { tar } from '../../doubles/archives/tar.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { wholeOf } from '../../doubles/whole.ts';
import { files, folder, onDisk, open, refusal } from './opened.ts';

const one = buildImage({ content: 'one' });
const saved = savedByOldEngine({ image: one, names: ['app:1'] });

describe('what a path leads to', () => {
  it('may have colons of its own', async () => {
    const path = join(folder, 'at:12:30');
    writeFileSync(path, ociArchive(layout(one)));
    await (await open(path)).close();
    const file = await open(path, `@${one.digest}`);
    expect(file.tested.platforms).toHaveLength(1);
    await file.close();
  });

  it.each([
    ['an archive', (): string => onDisk(ociArchive(layout(one))), true],
    ['a layout', (): string => onDisk(layout(one)), true],
    ['an archive and a tag', (): string => `${onDisk(ociArchive(layout(one)))}:1`, true],
    ['a program of that name', (): string => onDisk(Buffer.from(`\x7fELF${'\0'.repeat(1000)}`)), false],
    ['an empty file', (): string => onDisk(Buffer.alloc(0)), false],
    ['a folder of sources', (): string => onDisk(new Map([['main.go', Buffer.from('package main')]])), false],
    [
      'a folder of sources, and a tag',
      (): string => `${onDisk(new Map([['main.go', Buffer.from('package main')]]))}:1`,
      false,
    ],
    ['nothing', (): string => join(folder, 'nothing'), false],
  ])('is an image by the look of it: %s', async (_name, text, expected) => {
    expect(await files.has(text())).toBe(expected);
  });

  it('is not found where there is nothing', async () => {
    expect(await refusal(open(join(folder, 'gone.tar')))).toMatchObject({ code: 'SOURCE_NOT_FOUND' });
    expect(await refusal(open(join(folder, 'gone'), ':1', 'oci'))).toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  });

  it.each([
    ['a folder, said to be an archive', (): string => onDisk(layout(one)), 'oci-archive', 'oci:'],
    ['an archive, said to be a folder', (): string => onDisk(ociArchive(layout(one))), 'oci', 'oci-archive:'],
    [
      'an OCI archive, said to be saved by docker',
      () => onDisk(ociArchive(layout(one))),
      'docker-archive',
      'docker save',
    ],
    ['a saved archive, said to be a layout', (): string => onDisk(saved), 'oci-archive', 'OCI layout'],
    [
      'an archive of sources',
      () => onDisk(tar([{ name: 'main.go', content: 'package main' }])),
      undefined,
      'OCI layout',
    ],
    ['a device', (): string => '/dev/null', undefined, 'docker save'],
  ] as const)('is refused as %s, with what helps', async (_name, path, form, hint) => {
    const error = await refusal(open(path(), '', form));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(error.hint).toContain(hint);
  });

  it.each([
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
    ['bzip2', [0x42, 0x5a, 0x68]],
  ])('is refused if it is compressed with %s, which says how to mend it', async (program, magic) => {
    const error = await refusal(open(Buffer.concat([Buffer.from(magic), Buffer.alloc(600)])));
    expect(error.message).toContain(`compressed with ${program}`);
    expect(error.hint).toContain(`${program} -d`);
  });
});

describe('a layout in a folder', () => {
  it('may have links within it', async () => {
    const path = onDisk(layout(one));
    const { layers } = one;
    const blob = join(path, blobPath(layers[0]?.digest ?? ''));
    mkdirSync(join(path, 'cache'));
    writeFileSync(join(path, 'cache/layer'), layers[0]?.bytes ?? '');
    symlinkSync(path, join(folder, 'link'));
    rmSync(blob);
    symlinkSync('../../cache/layer', blob);
    const file = await open(join(folder, 'link'));
    if (file.kind !== 'packed' || file.image.blobs[1] === undefined) throw new Error('it has no layer');
    expect((await wholeOf(file.openBlob(file.image.blobs[1]))).length).toBe(layers[0]?.size);
    await file.close();
  });

  it.each(['oci-layout', 'index.json', 'blobs', blobPath(one.config.digest)])(
    'is refused if its %s is a link that leads out of it',
    async (name) => {
      const path = onDisk(layout(one));
      renameSync(join(path, name), `${path}-outside`);
      symlinkSync(`${path}-outside`, join(path, name));
      const error = await refusal(open(path));
      expect(error).toMatchObject({ code: 'SOURCE_INVALID', message: expect.stringContaining('leads out of it') });
      expect(error.hint).toContain('cp -RL');
    },
  );

  it('is refused if a blob of it is a pipe, which is not opened', async () => {
    const files = layout(one);
    const name = blobPath(one.config.digest);
    const path = onDisk(changed(files, name, undefined));
    execFileSync('mkfifo', [join(path, name)]);
    expect(await refusal(open(path))).toMatchObject({ message: expect.stringContaining('not a regular file') });
  });
});

function becomesLink(blob: string): void {
  rmSync(blob);
  writeFileSync(join(folder, 'elsewhere'), one.layers[0]?.bytes ?? '');
  symlinkSync(join(folder, 'elsewhere'), blob);
}

describe('a file that changes after it was opened', () => {
  const layer = one.layers[0]?.digest ?? '';

  it.each([
    ['a layout whose blob becomes a link', becomesLink, /leads out of it/],
    ['a layout whose blob becomes longer', (blob: string) => writeFileSync(blob, 'more', { flag: 'a' }), /should have/],
    ['a layout whose blob is gone', (blob: string) => rmSync(blob), /the content .* is missing/],
    ['a layout whose blob changes', (blob: string) => writeFileSync(blob, '?', { flag: 'r+' }), /was changed/],
  ])('is found out while it is sent: %s', async (_name, change, reason) => {
    const path = onDisk(layout(one));
    const blob = join(path, blobPath(layer));
    const file = await open(path);
    if (file.kind !== 'packed' || file.image.blobs[1] === undefined) throw new Error('it has no layer');
    const stream = file.openBlob(file.image.blobs[1]);
    change(blob);
    await expect(wholeOf(stream)).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(reason),
    });
    await file.close();
  });

  it('is found out while it is sent: an archive that is cut off', async () => {
    const path = onDisk(ociArchive(layout(one)));
    const file = await open(path);
    if (file.kind !== 'packed' || file.image.blobs[1] === undefined) throw new Error('it has no layer');
    truncateSync(path, 2048);
    await expect(wholeOf(file.openBlob(file.image.blobs[1]))).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('became shorter'),
    });
    await file.close();
  });

  it('is not opened through a link that takes its place in the last moment', async () => {
    const link = join(folder, 'last-moment');
    symlinkSync(onDisk(ociArchive(layout(one))), link);
    await expect(RandomAccess.open(link, 'refuse')).rejects.toMatchObject({ code: 'ELOOP' });
  });
});

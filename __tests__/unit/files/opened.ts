import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll } from '@jest/globals';
import type { ImageFile } from '../../../src/files/files.ts';
import { localFiles } from '../../../src/files/local-files.ts';
import type { FileForm } from '../../../src/image/source-text.ts';
import { type FileTree, writeLayout } from '../../doubles/archives/layouts.ts';
import { sha256 } from '../../doubles/registry/digest.ts';
import { wholeOf } from '../../doubles/whole.ts';

/** A folder of this test file's own. */
export const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;

/** Writes an archive or a layout to a path of its own. */
export function onDisk(content: Buffer | FileTree): string {
  made += 1;
  const path = join(folder, `image-${made}`);
  if (Buffer.isBuffer(content)) writeFileSync(path, content);
  else writeLayout(path, content);
  return path;
}

/** The files of this machine, for as long as anyone wants them. */
export const files = localFiles(new AbortController().signal);

export async function open(content: Buffer | FileTree | string, suffix = '', form?: FileForm): Promise<ImageFile> {
  const path = typeof content === 'string' ? content : onDisk(content);
  return files.open({ form, text: `${path}${suffix}` });
}

/** refusal is the error with which something is not opened. */
export async function refusal(work: Promise<ImageFile>): Promise<{ code: string; message: string; hint: string }> {
  const opened = await work.then(
    (file) => file.close().then(() => undefined),
    (error: unknown) => error,
  );
  if (!(opened instanceof Error)) throw new Error('it was opened');
  return opened as unknown as { code: string; message: string; hint: string };
}

/** Everything that an image consists of, by its digest, layers without a manifest decompressed. Reads all streams. */
export async function contentOf(file: ImageFile): Promise<ReadonlyMap<string, string>> {
  const parts =
    file.kind === 'packed'
      ? [
          ...file.image.manifests.map(({ digest, bytes }) => [digest, async () => Buffer.from(bytes)] as const),
          ...[...file.image.configs].map(([digest, bytes]) => [digest, async () => Buffer.from(bytes)] as const),
          ...file.image.blobs.map((blob) => [blob.digest, () => wholeOf(file.openBlob(blob))] as const),
        ]
      : [
          [file.config.digest, async () => Buffer.from(file.config.bytes)] as const,
          ...file.layers.map((layer) => {
            const plain = async () => {
              const bytes = await wholeOf(layer.open());
              return layer.compression === 'gzip' ? gunzipSync(bytes) : bytes;
            };
            return [layer.diffId, plain] as const;
          }),
        ];
  const content = new Map<string, string>();
  for (const [digest, read] of parts) content.set(digest, sha256(await read()));
  return content;
}

/** How many files of this test file's folder, or of our own in the temporary one, the process has open. */
export function openFiles(): number {
  const targets = readdirSync('/proc/self/fd').map(targetOf);
  return targets.filter((target) => target.startsWith(folder) || target.includes('verified-image-push-')).length;
}

/** The listing itself is open while it is made, and closed when it is looked at. */
function targetOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}

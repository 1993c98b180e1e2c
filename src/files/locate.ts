import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RandomAccess } from '../tar/random-access.ts';
import { BLOCK, parseHeader } from '../tar/tar-header.ts';
import { LAYOUT_FILE } from './oci-layout.ts';
import { type Reading, readings } from './readings.ts';

/** Where something is that may hold an image. */
export type Place = Reading & { readonly isFolder: boolean; readonly holdsImage: boolean };

const ARCHIVE = /\.(?:tar|oci|tgz|tar\.(?:gz|zst|xz))$/;

/**
 * locate finds what a text leads to: of the ways to read it, the first that leads to an image by the look of it, and
 * otherwise the first that leads anywhere. Undefined if none does.
 */
export async function locate(text: string): Promise<Place | undefined> {
  const places: Place[] = [];
  for (const reading of readings(text)) {
    const stats = await stat(reading.path).catch(() => undefined);
    if (stats === undefined) continue;
    const isFolder = stats.isDirectory();
    const holdsImage = isFolder ? await isLayout(reading.path) : stats.isFile() && (await isArchive(reading.path));
    places.push({ ...reading, isFolder, holdsImage });
  }
  return places.find(({ holdsImage }) => holdsImage) ?? places[0];
}

async function isLayout(path: string): Promise<boolean> {
  return stat(join(path, LAYOUT_FILE)).then(
    () => true,
    () => false,
  );
}

/** A file may have the name of an image by chance, as the program does that goes into it: an archive begins like one. */
async function isArchive(path: string): Promise<boolean> {
  if (ARCHIVE.test(path)) return true;
  try {
    const file = await RandomAccess.open(path);
    try {
      parseHeader(await file.read(0, BLOCK));
      return true;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

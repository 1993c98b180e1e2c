import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDigest } from '../image/digest.ts';
import { isTag, parseReference } from '../image/reference.ts';
import { RandomAccess } from '../tar/random-access.ts';
import { BLOCK, parseHeader } from '../tar/tar-header.ts';
import { isDirectoryTransport } from './directory-transport.ts';
import { openFolder } from './folder.ts';
import { LAYOUT_FILE } from './oci-layout.ts';

/** One reading of a location: a path, and the wanted image there. */
export type Reading = { readonly path: string; readonly wanted: string | undefined };

/** A file or folder that may have an image. */
export type Place = Reading & { readonly isFolder: boolean; readonly holdsImage: boolean };

const ARCHIVE = /\.(?:tar|oci|tgz|tar\.(?:gz|zst|xz))$/;

/**
 * locate finds the file or folder that a text names: of all readings, the first one that looks like an image, otherwise
 * the first one that exists. Undefined if none exists.
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
  const isThere = await stat(join(path, LAYOUT_FILE)).then(
    () => true,
    () => false,
  );
  return isThere || isDirectoryTransport(await openFolder(path));
}

/**
 * A file may have the name of an image by chance, such as the program in that image. So we check that it begins like an
 * archive.
 */
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

/**
 * readings lists every way to read `path`, `path:tag`, `path:name:tag` or `path@digest`, the longest path first: colons
 * may be part of a path, and only the file system knows.
 */
export function readings(text: string): readonly Reading[] {
  const shorter = [...text.matchAll(/[:@]/g)]
    .map(({ 0: mark, index }) => ({ path: text.slice(0, index), mark, wanted: text.slice(index + 1) }))
    .filter(({ path, mark, wanted }) => path !== '' && (mark === '@' ? isDigest(wanted) : isName(wanted)));
  return [{ path: text, wanted: undefined }, ...shorter.map(({ path, wanted }) => ({ path, wanted })).toReversed()];
}

function isDigest(text: string): boolean {
  return parseDigest(text) !== undefined;
}

function isName(text: string): boolean {
  return isTag(text) || parseReference(text).ok;
}

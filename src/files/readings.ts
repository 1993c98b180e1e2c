import { parseDigest } from '../image/digest.ts';
import { isTag, parseReference } from '../image/reference.ts';

/** One way to read the text of a location: a path, and which of the images there is wanted. */
export type Reading = { readonly path: string; readonly wanted: string | undefined };

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

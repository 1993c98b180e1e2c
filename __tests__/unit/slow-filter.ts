/**
 * GitHub's filter patterns a second time, as plainly as can be: every way to fit is tried by hand. It has nothing in
 * common with the parser that it is held against, and takes patterns without a leading "!" that are known to be good.
 */
type Piece = { readonly takes: (character: string) => boolean; readonly least: number; readonly most: number };

export function fits(pattern: string, name: string): boolean {
  return fitsFrom(piecesOf([...pattern]), [...name]);
}

function fitsFrom(pieces: readonly (Piece | 'folders')[], name: readonly string[]): boolean {
  const [piece, ...rest] = pieces;
  if (piece === undefined) return name.length === 0;
  if (piece === 'folders') {
    // Nothing, or any beginning that ends with a slash.
    return (
      fitsFrom(rest, name) || name.some((character, at) => character === '/' && fitsFrom(rest, name.slice(at + 1)))
    );
  }
  for (let taken = 0; taken <= Math.min(piece.most, name.length); taken++) {
    if (taken >= piece.least && fitsFrom(rest, name.slice(taken))) return true;
    const next = name[taken];
    if (next === undefined || !piece.takes(next)) return false;
  }
  return false;
}

function piecesOf(pattern: readonly string[], before?: string): readonly (Piece | 'folders')[] {
  const [first, second, third] = pattern;
  if (first === undefined) return [];
  if (first === '*' && second === '*') {
    if (third === '/' && (before === undefined || before === '/'))
      return ['folders', ...piecesOf(pattern.slice(3), '/')];
    return [{ takes: () => true, least: 0, most: 999 }, ...piecesOf(pattern.slice(2), '*')];
  }
  if (first === '*') {
    return [{ takes: (character) => character !== '/', least: 0, most: 999 }, ...piecesOf(pattern.slice(1), '*')];
  }
  const { length, takes } = oneOf(pattern);
  const sign = pattern[length];
  const [least, most] = sign === '?' ? [0, 1] : sign === '+' ? [1, 999] : [1, 1];
  const end = sign === '?' || sign === '+' ? length + 1 : length;
  return [{ takes, least, most }, ...piecesOf(pattern.slice(end), pattern[end - 1])];
}

/** The character, escaped character or set that the pattern begins with, and how much of the pattern it is. */
function oneOf(pattern: readonly string[]): {
  readonly length: number;
  readonly takes: (character: string) => boolean;
} {
  if (pattern[0] === '\\') return { length: 2, takes: (character) => character === pattern[1] };
  if (pattern[0] !== '[') return { length: 1, takes: (character) => character === pattern[0] };
  const end = pattern.indexOf(']');
  const listed = pattern.slice(1, end);
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = 0; at < listed.length; at++) {
    const from = listed[at] ?? '';
    const isRange = listed[at + 1] === '-';
    ranges.push([from, isRange ? (listed[at + 2] ?? '') : from]);
    at += isRange ? 2 : 0;
  }
  const takes = (character: string) => ranges.some(([from, to]) => from <= character && character <= to);
  return { length: end + 1, takes };
}

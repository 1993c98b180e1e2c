import { DAMAGED, FileProblem } from './file-problem.ts';

/** Bytes of a block. A header is one block, and its content follows in whole blocks. */
export const BLOCK = 512;

/** What a header is about; the last four say more about the header after them. */
export type EntryType = 'file' | 'folder' | 'hard link' | 'symbolic link' | 'device' | Extension;
export type Extension = 'pax' | 'global pax' | 'long name' | 'long link';

/** One header as it is written; `size` is the number of bytes of content that follow. */
export type Header = {
  readonly type: EntryType;
  readonly name: string;
  readonly link: string;
  readonly size: number;
};

/** POSIX's type flags, and those of GNU tar for names that are too long. */
const TYPES: Readonly<Record<string, EntryType>> = {
  '\0': 'file',
  '0': 'file',
  '1': 'hard link',
  '2': 'symbolic link',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'device',
  '7': 'file',
  x: 'pax',
  g: 'global pax',
  L: 'long name',
  K: 'long link',
};

const POSIX = 'ustar\x0000';
const GNU = 'ustar  \0';
const V7 = '\0'.repeat(8);
/** How star marks its own headers, whose prefix is shorter. */
const STAR = 'tar\0';

/**
 * parseHeader reads a header block of 512 bytes: POSIX ustar, GNU tar, star or V7. It rejects headers that programs
 * read differently, so that an archive is the same image to all of them. Throws a FileProblem.
 */
export function parseHeader(block: Buffer): Header {
  if (!sumsUp(block)) throw new FileProblem('it has a header whose checksum is wrong', DAMAGED);
  const magic = block.toString('latin1', 257, 265);
  if (magic !== POSIX && magic !== GNU && magic !== V7) throw new FileProblem('it has a header of an unknown format');
  if (!NUMBERS.every(([start, end]) => isNumber(block.subarray(start, end)))) {
    throw new FileProblem('it has a header with a number that cannot be read');
  }
  const flag = block.toString('latin1', 156, 157);
  if (flag === 'S') throw new FileProblem('it has a sparse file', SPARSE);
  const type = TYPES[flag];
  if (type === undefined) throw new FileProblem(`it has an entry of the unknown type ${JSON.stringify(flag)}`);
  const name = textIn(block, 0, 100);
  const prefix = prefixIn(block, magic);
  return {
    // V7 had no type for folders: this name ends with a slash. The name in an extended header does not matter.
    type: flag === '\0' && name.endsWith('/') ? 'folder' : type,
    name: prefix === '' ? name : `${prefix}/${name}`,
    link: textIn(block, 157, 100),
    size: sizeIn(block.subarray(124, 136)),
  };
}

/**
 * Where mode, owner, group, time and device are. They do not matter here. But at a number that it cannot read, Python
 * ends an archive as if nothing followed.
 */
const NUMBERS: readonly (readonly [start: number, end: number])[] = [
  [100, 108],
  [108, 116],
  [116, 124],
  [136, 148],
  [329, 337],
  [337, 345],
];

function isNumber(field: Buffer): boolean {
  const isBinary = field[0] === 0x80 || field[0] === 0xff;
  return isBinary || /^ *[0-7]* *(?:\0|$)/.test(field.toString('latin1'));
}

/** In star's headers, times are where a POSIX prefix ends. */
const LONGEST_STAR_PREFIX = 131;

/**
 * Only in POSIX headers, the prefix is a part of the name. In headers of GNU and V7, some programs still read one
 * there: Python does, and so does Go if the times that GNU writes there are missing.
 */
function prefixIn(block: Buffer, magic: string): string {
  const prefix = textIn(block, 345, 155);
  const isStar = block.toString('latin1', 508, 512) === STAR;
  const end = block.indexOf(0, 345);
  const isShort = end >= 345 && end < 345 + LONGEST_STAR_PREFIX;
  const isClear = magic === POSIX ? !isStar || isShort : isZero(block.subarray(345, 500));
  if (!isClear) throw new FileProblem('it has a header that programs can read as two names');
  return magic === POSIX ? prefix : '';
}

export const SPARSE = { hint: 'Create the archive without "--sparse".' };

/** isZero recognises the blocks that end an archive, and the padding after content. */
export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** beginsTar tells whether a block may be the first header of an archive, even if it was changed since. */
export function beginsTar(block: Buffer): boolean {
  const magic = block.toString('latin1', 257, 265);
  return block.length === BLOCK && (magic === POSIX || magic === GNU || sumsUp(block));
}

/** The sum of all bytes, with spaces in its own field; some old programs summed up signed bytes. */
function sumsUp(block: Buffer): boolean {
  const stored = octalIn(block.toString('latin1', 148, 156));
  if (stored === undefined) return false;
  let unsigned = 0;
  let high = 0;
  for (let at = 0; at < BLOCK; at++) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] as number);
    unsigned += byte;
    high += byte >> 7;
  }
  return stored === unsigned || stored === unsigned - high * 256;
}

function textIn(block: Buffer, start: number, length: number): string {
  const end = block.indexOf(0, start);
  return block.toString('utf8', start, end === -1 ? start + length : Math.min(end, start + length));
}

/** Octal digits. If the number does not fit, GNU tar and Go write a binary number, marked by its highest bit. */
function sizeIn(field: Buffer): number {
  const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
  const size = isBinary ? binaryIn(field) : octalIn(field.toString('latin1'));
  if (size === undefined || !Number.isSafeInteger(size)) throw new FileProblem('it has an entry without a size');
  return size;
}

/** Some programs skip a zero byte before the digits, and some read it as the end. */
function octalIn(field: string): number | undefined {
  const [, digits] = /^ *([0-7]*)[ \0]*$/.exec(field) ?? [];
  return digits === undefined ? undefined : Number.parseInt(`0${digits}`, 8);
}

/** If the first byte has more than the mark, the number is negative, or larger than any file. */
function binaryIn(field: Buffer): number | undefined {
  if (field[0] !== 0x80) return undefined;
  return field.subarray(1).reduce((number, byte) => number * 256 + byte, 0);
}

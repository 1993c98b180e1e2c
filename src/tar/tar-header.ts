import { FileProblem } from './file-problem.ts';

/** Archives are blocks of this many bytes: a header of one block, and its content in whole blocks after it. */
export const BLOCK = 512;

/** What a header is about; the last four say more about the header after them. */
export type EntryType = 'file' | 'folder' | 'hard link' | 'symbolic link' | 'device' | Extension;
export type Extension = 'pax' | 'global pax' | 'long name' | 'long link';

/** One header as it stands there; `size` is the number of bytes of content that follow. */
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
 * parseHeader reads a header block of 512 bytes: POSIX ustar, GNU tar, star or V7. What programs read in different ways
 * is refused, so that an archive is one image to all of them. Throws a FileProblem.
 */
export function parseHeader(block: Buffer): Header {
  if (!sumsUp(block)) throw new FileProblem('it has a header whose checksum is wrong');
  const magic = block.toString('latin1', 257, 265);
  if (magic !== POSIX && magic !== GNU && magic !== V7) throw new FileProblem('it has a header of an unknown format');
  const flag = block.toString('latin1', 156, 157);
  if (flag === 'S') throw new FileProblem('it has a sparse file', SPARSE);
  const type = TYPES[flag];
  if (type === undefined) throw new FileProblem(`it has an entry of the unknown type ${JSON.stringify(flag)}`);
  const name = textIn(block, 0, 100);
  const prefix = magic === POSIX ? textIn(block, 345, block.toString('latin1', 508, 512) === STAR ? 131 : 155) : '';
  return {
    type,
    name: prefix === '' ? name : `${prefix}/${name}`,
    link: textIn(block, 157, 100),
    size: sizeIn(block.subarray(124, 136)),
  };
}

export const SPARSE = { hint: 'Make the archive without "--sparse".' };

/** isZero tells the blocks that end an archive, and the padding after content. */
export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** The sum of all bytes, its own field taken for spaces; some old programs summed up signed bytes. */
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

/** Octal digits; or, as GNU tar and Go write what does not fit, a binary number marked by its highest bit. */
function sizeIn(field: Buffer): number {
  const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
  const size = isBinary ? binaryIn(field) : octalIn(field.toString('latin1'));
  if (size === undefined || !Number.isSafeInteger(size)) throw new FileProblem('it has an entry without a size');
  return size;
}

function octalIn(field: string): number | undefined {
  const [, digits] = /^[ \0]*([0-7]*)[ \0]*$/.exec(field) ?? [];
  return digits === undefined ? undefined : Number.parseInt(`0${digits}`, 8);
}

/** The second highest bit is the sign. */
function binaryIn(field: Buffer): number | undefined {
  const first = field[0] ?? 0;
  if ((first & 0x40) !== 0) return undefined;
  return field.subarray(1).reduce((number, byte) => number * 256 + byte, first & 0x3f);
}

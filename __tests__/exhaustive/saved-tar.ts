/**
 * Tar archives as `docker image save` writes them (Go's archive/tar): POSIX ustar, with PAX records where a value does
 * not fit, and in other programs' hands the binary sizes of GNU tar.
 */

const BLOCK = 512;

export type Entry = {
  readonly name: string;
  readonly content?: Buffer | string;
  /** Of a regular file by default. */
  readonly type?: string;
  readonly linkname?: string;
  /** How the size is written; by default in octal digits, as long as it fits. */
  readonly size?: 'octal' | 'binary' | 'pax' | Buffer;
  /** Bytes of the content that are only made while they are read, before `content`. */
  readonly zeros?: number;
};

/** A piece of an archive: bytes, or so many zeros that are made as they are read. */
export type Piece = Buffer | number;

export function piecesOf(entries: readonly Entry[]): readonly Piece[] {
  return [...entries.flatMap(entryPieces), Buffer.alloc(2 * BLOCK)];
}

/** archive is a whole archive in one piece; for small ones. */
export function archive(entries: readonly Entry[]): Buffer {
  return Buffer.concat(piecesOf(entries).map((piece) => (typeof piece === 'number' ? Buffer.alloc(piece) : piece)));
}

function entryPieces(entry: Entry): readonly Piece[] {
  const content = Buffer.from(entry.content ?? '');
  const length = content.length + (entry.zeros ?? 0);
  const padding = Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);
  const pieces: Piece[] = [];
  if (entry.size === 'pax') pieces.push(...paxPieces(entry.name, { size: String(length) }));
  pieces.push(header(entry, length));
  if (entry.zeros !== undefined) pieces.push(entry.zeros);
  return [...pieces, content, padding];
}

/** An extended header: a file of its own before the one that it is about, with records `<length> <key>=<value>`. */
export function paxPieces(name: string, records: Readonly<Record<string, string>>): readonly Buffer[] {
  const body = Buffer.from(Object.entries(records).map(record).join(''));
  const padding = Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK);
  return [header({ name: `PaxHeaders.0/${name}`.slice(0, 100), type: 'x' }, body.length), body, padding];
}

/** The length counts its own digits. */
function record([key, value]: readonly [string, string]): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length + 1;
  while (`${length}${rest}`.length !== length) length += 1;
  return `${length}${rest}`;
}

function header({ name, type = '0', linkname = '', size = 'octal' }: Entry, length: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  sizeField(size, length).copy(block, 124);
  block.write('15146520000\0', 136);
  block.write('        ', 148);
  block.write(type, 156);
  block.write(linkname, 157, 100);
  block.write('ustar\x0000', 257, 'latin1');
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function sizeField(size: NonNullable<Entry['size']>, length: number): Buffer {
  if (Buffer.isBuffer(size)) return size;
  const field = Buffer.alloc(12);
  if (size === 'binary') {
    field.writeBigUInt64BE(BigInt(length), 4);
    field[0] = 0x80;
    return field;
  }
  // Go writes zero where the size stands in a record because it does not fit.
  const octal = length.toString(8).padStart(11, '0');
  field.write(octal.length > 11 ? '00000000000' : octal);
  return field;
}

/** Longest piece of zeros that is handed out at once. */
const LONGEST = 64 * 1024 * 1024;
const zeros = Buffer.alloc(LONGEST);

/** streamOf hands the pieces out as a pipe does, large ones in parts. */
export async function* streamOf(pieces: readonly Piece[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) {
    if (typeof piece !== 'number') yield piece;
    else for (let left = piece; left > 0; left -= LONGEST) yield zeros.subarray(0, Math.min(left, LONGEST));
  }
}

/** cutAt hands bytes out in parts that end at these places. */
export async function* cutAt(bytes: Buffer, places: readonly number[]): AsyncIterable<Uint8Array> {
  let start = 0;
  for (const place of [...places, bytes.length].toSorted((one, other) => one - other)) {
    yield bytes.subarray(start, place);
    start = place;
  }
}

/** Tar archives written by hand, block by block, so that every field can be wrong. */
export const BLOCK = 512;

export type Entry = {
  readonly name: string | Buffer;
  readonly content?: Buffer | string;
  /** POSIX's type flag; a regular file by default. */
  readonly type?: string;
  readonly link?: string;
  readonly prefix?: string;
  readonly format?: keyof typeof MAGIC | Buffer;
  /** What the size field says; by default the truth, in octal digits. */
  readonly size?: Buffer | number;
  readonly mode?: number;
  /** What is stored as the checksum, by default the right one; `signed` is that of some old programs. */
  readonly checksum?: number | 'signed' | Buffer;
  /** What follows the content up to the next block; zeros by default. */
  readonly padding?: number;
};

export const MAGIC = {
  posix: 'ustar\x0000',
  gnu: 'ustar  \0',
  v7: '\0\0\0\0\0\0\0\0',
  star: 'ustar\x0000',
} as const;

/** tar is an archive of these entries; a Buffer among them stands as it is. */
export function tar(entries: readonly (Entry | Buffer)[], end: Buffer = Buffer.alloc(2 * BLOCK)): Buffer {
  return Buffer.concat([...entries.map((entry) => (Buffer.isBuffer(entry) ? entry : bytesOf(entry))), end]);
}

function bytesOf(entry: Entry): Buffer {
  const content = Buffer.from(entry.content ?? '');
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK, entry.padding ?? 0);
  return Buffer.concat([header(entry, content.length), content, padding]);
}

/** header is one block, with the checksum that is right for whatever the fields say. */
export function header(entry: Entry, length = 0): Buffer {
  const { name, type = '0', link = '', prefix = '', format = 'posix', size = length, mode = 0o644, checksum } = entry;
  const block = Buffer.alloc(BLOCK);
  Buffer.from(name).copy(block, 0, 0, 100);
  block.write(`${mode.toString(8).padStart(7, '0')}\0`, 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  (Buffer.isBuffer(size) ? size : octal(size)).copy(block, 124, 0, 12);
  block.write('15146520000\0', 136);
  block.write(type, 156, 'latin1');
  block.write(link, 157, 100);
  block.write(Buffer.isBuffer(format) ? format.toString('latin1') : MAGIC[format], 257, 'latin1');
  if (prefix !== '') block.write(prefix, 345, format === 'star' ? 131 : 155);
  if (format === 'star') block.write('tar\0', 508, 'latin1');
  block.write('        ', 148);
  const sum = block.reduce((total, byte) => total + (checksum === 'signed' ? (byte << 24) >> 24 : byte), 0);
  if (Buffer.isBuffer(checksum)) checksum.copy(block, 148, 0, 8);
  else block.write(`${(typeof checksum === 'number' ? checksum : sum).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

export function octal(size: number): Buffer {
  return Buffer.from(`${size.toString(8).padStart(11, '0')}\0`);
}

/** binary is a size as GNU tar writes what octal digits cannot. */
export function binary(size: bigint): Buffer {
  const field = Buffer.alloc(12);
  field.writeBigInt64BE(size, 4);
  field[0] = size < 0n ? 0xff : 0x80;
  return field;
}

/** pax is a header before the next one, with records `<length> <key>=<value>`, or content as it stands. */
export function pax(records: Readonly<Record<string, string>> | Buffer | string, type: 'x' | 'g' = 'x'): Buffer {
  const isRaw = Buffer.isBuffer(records) || typeof records === 'string';
  const content = isRaw ? records : Object.entries(records).map(record).join('');
  return bytesOf({ name: 'PaxHeaders.0/file', type, content });
}

/** The length counts its own digits, and bytes. */
export function record([key, value]: readonly [string, string]): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (`${length}`.length + rest !== length) length += 1;
  return `${length} ${key}=${value}\n`;
}

/** long is GNU's way to give the next entry a name (`L`) or a link (`K`) that is too long for its header. */
export function long(type: 'L' | 'K', content: string): Buffer {
  return bytesOf({ name: '././@LongLink', type, content: `${content}\0`, format: 'gnu' });
}

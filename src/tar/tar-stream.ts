/** Tar (POSIX ustar): blocks of this many bytes, a header of one block before each file. */
const BLOCK = 512;
/** Longest file that is read: as long as the longest document of an image. */
const LONGEST_KEPT = 4 << 20;

/** A file of a saved image, `size` in bytes; `content` is undefined if the file is longer than any document. */
export type SavedFile = { readonly name: string; readonly size: number; readonly content: Buffer | undefined };

/**
 * savedFiles gives the wanted files of the stream of `docker image save`, in its order. It ends at anything that it
 * cannot read: what follows might be the content of a layer.
 */
export async function* savedFiles(
  stream: AsyncIterable<Uint8Array>,
  isWanted: (name: string) => boolean,
): AsyncIterable<SavedFile> {
  let rest = Buffer.alloc(0);
  let skip = 0;
  let extended: Extended = {};
  for await (const chunk of stream) {
    if (skip >= chunk.byteLength) {
      skip -= chunk.byteLength;
      continue;
    }
    rest = Buffer.concat([rest, chunk.subarray(skip)]);
    skip = 0;
    while (rest.length >= BLOCK) {
      const header = parseHeader(rest.subarray(0, BLOCK), extended);
      if (header === undefined) return;
      const { name, size, type } = header;
      const isFile = type === 'file' && isWanted(name);
      const isShort = size <= LONGEST_KEPT;
      if (type === 'extended' && !isShort) return;
      if ((isFile || type === 'extended') && isShort && rest.length < BLOCK + size) break;
      if (isFile) yield { name, size, content: isShort ? rest.subarray(BLOCK, BLOCK + size) : undefined };
      extended = type === 'extended' ? parseExtended(rest.subarray(BLOCK, BLOCK + size)) : {};
      const end = BLOCK + Math.ceil(size / BLOCK) * BLOCK;
      skip = Math.max(0, end - rest.length);
      rest = rest.subarray(Math.min(rest.length, end));
    }
  }
}

type Header = { readonly name: string; readonly size: number; readonly type: 'file' | 'extended' | 'other' };
/** Values in a separate header because they do not fit (POSIX pax): Go writes sizes of 8 GiB and more like this. */
type Extended = { readonly name?: string; readonly size?: number };

function parseHeader(block: Buffer, extended: Extended): Header | undefined {
  // Two blocks of zeros end an archive.
  if (block.every((byte) => byte === 0)) return { name: '', size: 0, type: 'other' };
  const name = extended.name ?? block.toString('utf8', 0, 100).replace(/\0.*$/s, '');
  const size = extended.size ?? parseSize(block.subarray(124, 136));
  if (size === undefined || !Number.isSafeInteger(size)) return undefined;
  const flag = block.toString('latin1', 156, 157);
  const type = flag === 'x' ? 'extended' : flag === '0' || flag === '\0' ? 'file' : 'other';
  return { name, size, type };
}

/** Octal digits. If the number does not fit, GNU tar writes a binary number, marked by its highest bit. */
function parseSize(field: Buffer): number | undefined {
  if (field[0] === 0x80) return Number(field.readBigUInt64BE(4));
  const [, digits] = /^ *([0-7]+)[ \0]*$/.exec(field.toString('latin1')) ?? [];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

/** Records `<length> <key>=<value>`; the length counts the whole record, in bytes. */
function parseExtended(content: Buffer): Extended {
  let found: Extended = {};
  for (let at = 0; at < content.length; ) {
    const [, digits] = /^([1-9][0-9]{0,6}) /.exec(content.toString('latin1', at, at + 8)) ?? [];
    const length = Number(digits ?? content.length);
    const [, key, value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(content.toString('utf8', at, at + length)) ?? [];
    if (key === 'path') found = { ...found, name: value };
    if (key === 'size') found = { ...found, size: /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN };
    at += length;
  }
  return found;
}

import { DAMAGED, FileProblem, quoted } from './file-problem.ts';
import type { Bytes } from './random-access.ts';
import { both, type Extended, parseExtension } from './tar-extension.ts';
import { BLOCK, beginsTar, type EntryType, type Extension, type Header, isZero, parseHeader } from './tar-header.ts';

/** Where the content of a file is in the archive, in bytes; or what else has that name. */
export type Entry =
  | { readonly kind: 'file'; readonly position: number; readonly size: number }
  | { readonly kind: 'link'; readonly target: string; readonly isSymbolic: boolean }
  | { readonly kind: 'other' }
  | { readonly kind: 'several' };

/** An image has a few thousand entries at most; this limits memory, and the time for the index. */
const MOST_ENTRIES = 65_536;
/** Bytes of all names and extended headers. */
const MOST_NAMES = 16 * 1024 * 1024;
/** The longest path of Linux. */
const LONGEST_NAME = 4096;
const LONGEST_EXTENSION = 64 * 1024;
/** Programs fill up archives with zeros to a whole record, of 10 KiB by default. */
const LONGEST_TAIL = 1024 * 1024;
const WINDOW = 64 * 1024;
const EXTENSIONS: readonly EntryType[] = ['pax', 'global pax', 'long name', 'long link'];

/**
 * indexTar reads every header of an archive once, and returns where each file is. It skips content, but checks its
 * padding and the end of the archive, so that no byte can be changed unseen. Throws a FileProblem.
 */
export async function indexTar(file: Bytes): Promise<ReadonlyMap<string, Entry>> {
  const blocks = new Window(file);
  const index = new Map<string, Entry>();
  const pending = new Pending();
  let names = 0;
  let at = 0;
  for (let count = 0; ; count++) {
    const block = await blocks.at(at, BLOCK);
    if (at === 0 && !isZero(block) && !beginsTar(block)) throw new FileProblem(...NO_ARCHIVE);
    if (block.length < BLOCK) throw new FileProblem('it is cut off: it has no end', DAMAGED);
    if (isZero(block)) break;
    if (count === MOST_ENTRIES) throw new FileProblem(`it has more than ${MOST_ENTRIES} entries`);
    const header = parseHeader(block);
    const position = at + BLOCK;
    const { type, size } = header;
    if (isExtension(type)) {
      pending.add(type, await extensionAt(blocks, position, size));
      names += size;
      at = await skip(blocks, position, size);
    } else {
      const entry = { ...header, ...pending.take() };
      names += put(index, entry, position);
      at = await skip(blocks, position, entry.size);
    }
    if (names > MOST_NAMES) throw new FileProblem('its names are too long for an image');
  }
  if (!pending.isEmpty) throw new FileProblem('it is cut off after an extended header', DAMAGED);
  await seeEnd(file, at);
  return index;
}

/** A file that begins in another way was changed there, or is something else. */
const NO_ARCHIVE = [
  'it is not a tar archive',
  {
    hint:
      'Check that "source" names a file from "docker save", "docker buildx build --output type=oci,dest=image.tar" or another ' +
      'tool, and no text, page or log. If it does, the beginning of the file was changed: save the image again.',
  },
] as const;

/** What earlier headers said about the next entry. */
class Pending {
  #extended: Extended = {};
  #types: Extension[] = [];

  get isEmpty(): boolean {
    return this.#types.length === 0;
  }

  add(type: Extension, content: Buffer): void {
    this.#extended = both(this.#extended, parseExtension(type, content));
    if (type === 'global pax') return;
    if (this.#types.includes(type)) throw new FileProblem('it has two extended headers for one entry');
    this.#types.push(type);
  }

  take(): Extended {
    const taken = this.#extended;
    this.#extended = {};
    this.#types = [];
    return taken;
  }
}

async function extensionAt(blocks: Window, position: number, size: number): Promise<Buffer> {
  if (size > LONGEST_EXTENSION) throw new FileProblem('it has a header that is too long');
  const content = await blocks.at(position, size);
  if (content.length < size) throw new FileProblem('it is cut off in a header', DAMAGED);
  return content;
}

function isExtension(type: EntryType): type is Extension {
  return EXTENSIONS.includes(type);
}

/** Adds an entry to the index, and returns the length of its names. */
function put(index: Map<string, Entry>, header: Header, position: number): number {
  if (header.name.length > LONGEST_NAME || header.link.length > LONGEST_NAME) {
    throw new FileProblem('it has a name that is longer than a path can be');
  }
  // V7 had no type for folders: their names end with a slash.
  const type = header.type === 'file' && header.name.endsWith('/') ? 'folder' : header.type;
  if (type !== 'file' && header.size > 0)
    throw new FileProblem(`it has a ${type} with content, ${quoted(header.name)}`);
  const name = pathInside(header.name);
  if (name === undefined || header.name.split('/').includes('..'))
    throw new FileProblem(`it has a name that leads outside the archive, ${quoted(header.name)}`);
  if (name === '' && type !== 'folder') throw new FileProblem('it has an entry without a name');
  const entry = entryOf(type, header, position);
  const before = index.get(name);
  const isNew = before === undefined || (before.kind === 'other' && entry.kind === 'other');
  index.set(name, isNew ? entry : { kind: 'several' });
  return header.name.length + header.link.length;
}

function entryOf(type: EntryType, { link, size }: Header, position: number): Entry {
  if (type === 'file') return { kind: 'file', position, size };
  if (type === 'hard link') return { kind: 'link', target: link, isSymbolic: false };
  if (type === 'symbolic link') return { kind: 'link', target: link, isSymbolic: true };
  return { kind: 'other' };
}

/** pathInside writes a path in its one form; undefined if it is absolute or leads out of the archive's root. */
export function pathInside(path: string, folder: readonly string[] = []): string | undefined {
  if (path.startsWith('/')) return undefined;
  const parts = [...folder];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

/** Where the next header is; the padding before it must be zeros. */
async function skip(blocks: Window, position: number, size: number): Promise<number> {
  const end = position + size;
  const next = position + Math.ceil(size / BLOCK) * BLOCK;
  const padding = await blocks.at(end, next - end);
  if (padding.length < next - end || end > blocks.size)
    throw new FileProblem('it is cut off in the content of a file', DAMAGED);
  if (!isZero(padding))
    throw new FileProblem('it has data after the content of a file, where it should be empty', DAMAGED);
  return next;
}

/** Two blocks of zeros end an archive. Anything after them would be another archive to some programs. */
async function seeEnd(file: Bytes, at: number): Promise<void> {
  if (file.size < at + 2 * BLOCK) throw new FileProblem('it is cut off: it has only half of its end', DAMAGED);
  if (file.size > at + LONGEST_TAIL) throw new FileProblem('it goes on after its end');
  for await (const chunk of file.stream(at, file.size - at)) {
    if (!isZero(chunk)) throw new FileProblem('it goes on after its end');
  }
}

/** A part of the file that is kept, so that small entries do not cost a system call each. */
class Window {
  readonly #file: Bytes;
  #start = 0;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(file: Bytes) {
    this.#file = file;
  }

  get size(): number {
    return this.#file.size;
  }

  async at(position: number, length: number): Promise<Buffer> {
    const end = position + length;
    if (position < this.#start || end > this.#start + this.#bytes.length) {
      this.#start = position;
      this.#bytes = await this.#file.read(position, Math.max(length, WINDOW));
    }
    return this.#bytes.subarray(position - this.#start, end - this.#start);
  }
}

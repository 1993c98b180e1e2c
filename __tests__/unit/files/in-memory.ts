import { openArchive } from '../../../src/files/archive.ts';
import type { ImageFile } from '../../../src/files/files.ts';
import { imageFile } from '../../../src/files/image-file.ts';
import type { Storage } from '../../../src/files/storage.ts';
import { readStored } from '../../../src/files/stored-image.ts';
import { ImageProblem } from '../../../src/image/content.ts';
import { FileProblem } from '../../../src/tar/file-problem.ts';
import type { Bytes } from '../../../src/tar/random-access.ts';
import type { FileTree } from '../../doubles/archives/layouts.ts';

/** Streams come in pieces of this many bytes. */
const CHUNK = 700;

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** A file that is a buffer; whoever reads outside of it fails the test. */
export function inMemory(bytes: Buffer): Bytes {
  const within = (start: number, length: number) => {
    if (start < 0 || length < 0 || start + length > bytes.length) throw new Error(`read at ${start}, ${length} bytes`);
  };
  return {
    size: bytes.length,
    async read(position, length) {
      if (position < 0 || length < 0) throw new Error(`read at ${position}, ${length} bytes`);
      return bytes.subarray(position, position + length);
    },
    stream(start, length) {
      within(start, length);
      return inPieces(bytes.subarray(start, start + length));
    },
    close: async () => {},
  };
}

export function folderInMemory(files: FileTree): Storage {
  return {
    async find(path) {
      const bytes = files.get(path);
      return bytes === undefined ? undefined : { size: bytes.length, read: () => inPieces(bytes) };
    },
    close: async () => {},
  };
}

/** Opens what is stored as the door does; undefined if it is refused. */
export async function tryOpen(open: () => Promise<Storage>): Promise<ImageFile | undefined> {
  try {
    const storage = await open();
    return imageFile('memory', storage, await readStored(storage, { form: undefined, wanted: undefined }));
  } catch (error) {
    if (error instanceof FileProblem || error instanceof ImageProblem) return undefined;
    throw error;
  }
}

export const archiveInMemory = (bytes: Buffer) => openArchive(inMemory(bytes));

/** Numbers from 0 up to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { DAMAGED, FileProblem } from './file-problem.ts';

/** Bytes of one chunk of a stream: larger ones are hardly faster, and several streams run at the same time. */
const CHUNK = 256 * 1024;
/** Chunks of a stream that are in use at the same time: two that the reader may hold, and one that is read ahead. */
const IN_USE = 3;
/** Without it, opening a pipe waits for a writer. Windows has no such flag, and no such files. */
const AT_ONCE = constants.O_NONBLOCK ?? 0;
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/** Bytes that can be read anywhere. */
export type Bytes = Pick<RandomAccess, 'size' | 'read' | 'stream' | 'close'>;

/** A regular file that is open and can be read anywhere. `size` is its size when it was opened, in bytes. */
export class RandomAccess {
  readonly size: number;
  readonly #handle: FileHandle;

  private constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  /** open accepts only regular files: a pipe or a device may never end, and opening one may have effects. */
  static async open(path: string, links: 'follow' | 'refuse' = 'follow'): Promise<RandomAccess> {
    if (!(await stat(path)).isFile()) throw notAFile();
    const flags = constants.O_RDONLY | AT_ONCE | (links === 'refuse' ? NO_LINK : 0);
    const handle = await open(path, flags);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw notAFile();
      return new RandomAccess(handle, stats.size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** held is one of our files that is already open for reading. */
  static async held(handle: FileHandle): Promise<RandomAccess> {
    return new RandomAccess(handle, (await handle.stat()).size);
  }

  /** read returns the bytes from a position on, and fewer only at the end of the file. */
  async read(position: number, length: number): Promise<Buffer> {
    return this.#fill(Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, this.size - position))), position);
  }

  /**
   * stream reads a range in chunks, always one ahead of the reader. A chunk is valid until the second one after it is
   * asked for. Then its memory is used again: memory that must be collected costs more than all the reading.
   */
  async *stream(start: number, length: number): AsyncGenerator<Uint8Array, void, undefined> {
    const end = start + length;
    const free = Array.from({ length: IN_USE }, () => Buffer.allocUnsafeSlow(Math.min(CHUNK, length)));
    const next = (at: number): Promise<Buffer> => {
      const memory = free.shift() as Buffer<ArrayBuffer>;
      free.push(memory);
      return this.#fill(memory.subarray(0, Math.min(memory.length, end - at)), at);
    };
    let ahead = next(start);
    try {
      for (let at = start; at < end; ) {
        const chunk = await ahead;
        at += chunk.length;
        ahead = next(at);
        yield chunk;
      }
    } finally {
      // A reader that stops early must leave no error that nobody handles.
      await ahead.catch(() => {});
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #fill(bytes: Buffer, position: number): Promise<Buffer> {
    for (let filled = 0; filled < bytes.length; ) {
      const { bytesRead } = await this.#handle.read(bytes, filled, bytes.length - filled, position + filled);
      if (bytesRead === 0) throw new FileProblem('it became shorter while it was read', DAMAGED);
      filled += bytesRead;
    }
    return bytes;
  }
}

function notAFile(): FileProblem {
  return new FileProblem('it is neither a regular file nor a folder');
}

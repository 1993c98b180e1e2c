import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { decompressed } from '../compression/decompressed.ts';
import { DAMAGED, FileProblem } from '../tar/file-problem.ts';
import { RandomAccess } from '../tar/random-access.ts';
import { inUnits } from '../text/quantities.ts';
import { copied } from './storage.ts';

/** The folder for decompressed archives, the signal that stops the work, and where progress is reported. */
export type Workplace = {
  readonly temporary: string;
  readonly signal: AbortSignal;
  readonly tell: (line: string) => void;
};

/** The largest archive that is written, in bytes: more than any image, and than the disk of a runner. */
const MOST_UNPACKED = 64 * 2 ** 30;
/** How many bytes between two lines about the progress. */
const TOLD_EVERY = 2 ** 30;

/**
 * unpackArchive decompresses a whole archive into a new file without a name, so that any part of it can be read. The
 * file disappears when it is closed, or when the step is killed. Throws a FileProblem.
 */
export async function unpackArchive(
  { name, packed }: { readonly name: string; readonly packed: RandomAccess },
  { temporary, signal, tell }: Workplace,
): Promise<RandomAccess> {
  tell(`Decompressing ${name}, ${inUnits(packed.size)}, to read it in place: its layers are already compressed.`);
  const handle = await nameless(temporary);
  try {
    const written = await write(handle, decompressed(copied(packed.stream(0, packed.size))), { signal, tell });
    tell(`Decompressed ${name}: ${inUnits(written)}.`);
    return await RandomAccess.held(handle);
  } catch (error) {
    await handle.close();
    throw inWords(error);
  }
}

/** If we are killed between the two calls, a later step removes a file with such a name. */
async function nameless(temporary: string): Promise<FileHandle> {
  const path = join(temporary, `verified-image-push-${randomUUID()}`);
  const handle = await open(path, 'wx+', 0o600);
  await unlink(path);
  return handle;
}

async function write(
  handle: FileHandle,
  chunks: AsyncIterable<Uint8Array>,
  { signal, tell }: Pick<Workplace, 'signal' | 'tell'>,
): Promise<number> {
  let written = 0;
  let told = 0;
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    await handle.writeFile(chunk);
    written += chunk.byteLength;
    if (written > MOST_UNPACKED)
      throw new FileProblem(`it decompresses to more than ${inUnits(MOST_UNPACKED)}`, TOO_MUCH);
    if (written - told < TOLD_EVERY) continue;
    told = written;
    tell(`Decompressed ${inUnits(written)} so far.`);
  }
  return written;
}

const TOO_MUCH = { hint: 'Publish an archive that is not compressed: its layers are already compressed.' };

function inWords(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new FileProblem('there is not enough space to decompress it', {
      hint: 'Free space in the temporary folder of the runner (RUNNER_TEMP), or pass the archive on without compression.',
    });
  }
  if (code?.startsWith('Z_') || code?.startsWith('ZSTD_') || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new FileProblem('it cannot be decompressed: it was cut off or changed', DAMAGED);
  }
  return error;
}

import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DAMAGED, FileProblem, quoted } from '../tar/file-problem.ts';
import { RandomAccess } from '../tar/random-access.ts';
import type { Storage, Stored } from './storage.ts';

/**
 * openFolder gives access to the files in a folder, and to nothing outside it, even by links. Files are open only while
 * they are read.
 */
export async function openFolder(path: string): Promise<Storage> {
  const root = await realpath(path);
  return {
    async find(name: string): Promise<Stored | undefined> {
      const real = await realpath(join(root, name)).catch(ifMissing);
      if (real === undefined) return undefined;
      if (!real.startsWith(root.endsWith(sep) ? root : root + sep)) {
        throw new FileProblem(`its ${quoted(name)} is a link that leads out of it`, {
          hint: 'Copy the folder with "cp -RL", which takes the files instead of the links.',
        });
      }
      const stats = await stat(real);
      if (!stats.isFile()) throw new FileProblem(`its ${quoted(name)} is not a regular file`);
      return { size: stats.size, read: () => readWhole(real, stats.size) };
    },
    close: async () => {},
  };
}

async function* readWhole(path: string, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await RandomAccess.open(path, 'refuse');
  try {
    if (file.size !== size) throw new FileProblem('it changed while it was read', DAMAGED);
    yield* file.stream(0, size);
  } finally {
    await file.close();
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

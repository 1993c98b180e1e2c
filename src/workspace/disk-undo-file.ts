import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { UndoFile } from './workspace.ts';

/** diskUndoFile records what is deleted, in a new file in a folder. The file has manifests, and no secret. */
export function diskUndoFile(folder: string): UndoFile {
  const path = join(folder, `pruned-${randomUUID()}.jsonl`);
  // One line after another, also for parallel calls.
  let last: Promise<void> = Promise.resolve();
  return {
    path,
    append: (line) => {
      last = last.then(() => write(path, `${JSON.stringify(line)}\n`));
      return last;
    },
  };
}

async function write(path: string, line: string): Promise<void> {
  await using file = await open(path, 'a', 0o600);
  await file.appendFile(line);
  await file.sync();
}

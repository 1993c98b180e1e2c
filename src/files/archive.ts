import { FileProblem, quoted } from '../tar/file-problem.ts';
import type { Bytes } from '../tar/random-access.ts';
import { type Entry, indexTar, pathInside } from '../tar/tar-entries.ts';
import type { Storage, Stored } from './storage.ts';

/** Most links on the way to a file; programs that save images use one. */
const MOST_LINKS = 8;

/** Saving the image again would not help: some tools always write a file once for each layer or image that has it. */
const ONCE = {
  hint:
    'Unpack the archive and pack it again, which keeps the last of the two: "mkdir image && tar -xf image.tar -C image ' +
    '&& tar -cf image.tar -C image .".',
};

/** openArchive indexes a tar archive, and its files are then read in place. Throws a FileProblem. */
export async function openArchive(file: Bytes): Promise<Storage> {
  const index = await indexTar(file);
  return {
    async find(path: string): Promise<Stored | undefined> {
      const entry = follow(index, path);
      if (entry === undefined) return undefined;
      const { position, size } = entry;
      return { size, read: () => file.stream(position, size) };
    },
    close: () => file.close(),
  };
}

/**
 * Links may lead only to other entries of the archive. If two entries have one name, programs differ in which one they
 * read: so both are rejected.
 */
function follow(index: ReadonlyMap<string, Entry>, path: string): Extract<Entry, { kind: 'file' }> | undefined {
  let name = pathInside(path);
  for (let links = 0; links <= MOST_LINKS; links++) {
    const entry = name === undefined ? undefined : index.get(name);
    if (name === undefined || entry === undefined) return undefined;
    if (entry.kind === 'file') return entry;
    if (entry.kind === 'other') throw new FileProblem(`its ${quoted(path)} is not a file`);
    if (entry.kind === 'several') throw new FileProblem(`it has ${quoted(name)} twice`, ONCE);
    // A hard link names an entry; a symbolic link is relative to its own place.
    name = pathInside(entry.target, entry.isSymbolic ? name.split('/').slice(0, -1) : []);
    if (name === undefined) throw new FileProblem(`its ${quoted(path)} is a link that leads out of it`);
  }
  throw new FileProblem(`its ${quoted(path)} is a link that only leads to links`);
}

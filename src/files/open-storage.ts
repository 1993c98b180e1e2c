import type { FileForm } from '../image/source-text.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { RandomAccess } from '../tar/random-access.ts';
import { openArchive } from './archive.ts';
import { openFolder } from './folder.ts';
import type { Place } from './locate.ts';
import type { Storage } from './storage.ts';

/** How compressed files begin, by the name of the program that decompresses them. */
const MAGIC: Readonly<Record<string, readonly number[]>> = {
  gzip: [0x1f, 0x8b],
  zstd: [0x28, 0xb5, 0x2f, 0xfd],
  xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  bzip2: [0x42, 0x5a, 0x68],
};
const LONGEST_MAGIC = 5;

/** openStorage opens a folder or an archive, whichever is there. Throws a FileProblem if it was said to be the other. */
export async function openStorage({ path, isFolder }: Place, form: FileForm | undefined): Promise<Storage> {
  if (isFolder && form !== undefined && form !== 'oci') {
    throw new FileProblem('it is a folder', { hint: 'Write "oci:" before the path of a folder, or nothing at all.' });
  }
  if (isFolder) return openFolder(path);
  if (form === 'oci') {
    throw new FileProblem('it is not a folder', { hint: 'Write "oci-archive:" before the path of an archive.' });
  }
  const file = await RandomAccess.open(path);
  try {
    refuseCompressed(await file.read(0, LONGEST_MAGIC));
    return await openArchive(file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

function refuseCompressed(start: Uint8Array): void {
  const [program] = Object.entries(MAGIC).find(([, magic]) => magic.every((byte, at) => start[at] === byte)) ?? [];
  if (program === undefined) return;
  throw new FileProblem(`it is compressed with ${program}, and an archive is read where it is`, {
    hint:
      `Decompress it in a step before this one ("${program} -d"), or do not compress it in the first place: layers are ` +
      'compressed by themselves, and artifacts once more.',
  });
}

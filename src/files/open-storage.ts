import { compressionOf } from '../compression/formats.ts';
import type { FileForm } from '../image/source-text.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { RandomAccess } from '../tar/random-access.ts';
import { openArchive } from './archive.ts';
import { directoryAsLayout, isDirectoryTransport } from './directory-transport.ts';
import { openFolder } from './folder.ts';
import type { Place } from './locate.ts';
import type { Storage } from './storage.ts';
import { unpackArchive, type Workplace } from './unpack-archive.ts';

/** How files begin that we cannot decompress, by the name of the program that can. */
const MAGIC: Readonly<Record<string, readonly number[]>> = {
  xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  bzip2: [0x42, 0x5a, 0x68],
};
const LONGEST_MAGIC = 5;

/**
 * openStorage opens a folder or an archive, whichever exists. Throws a FileProblem if the user said that it is the
 * other.
 */
export async function openStorage(
  { path, isFolder }: Place,
  form: FileForm | undefined,
  workplace: Workplace,
): Promise<Storage> {
  if (isFolder && form !== undefined && form !== 'oci' && form !== 'dir') {
    throw new FileProblem('it is a folder', { hint: 'Write "oci:" or nothing before the path of a folder.' });
  }
  if (isFolder) return openAsLayout(await openFolder(path), form);
  if (form === 'oci' || form === 'dir') {
    throw new FileProblem('it is not a folder', {
      hint: 'Write "oci-archive:" before the path of an archive, or nothing.',
    });
  }
  let file = await RandomAccess.open(path);
  try {
    const start = await file.read(0, LONGEST_MAGIC);
    refuseOther(file.size, start);
    if (compressionOf(start) === 'none') return await openArchive(file);
    const unpacked = await unpackArchive({ name: path, packed: file }, workplace);
    await file.close();
    file = unpacked;
    return await openArchive(file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** We read a folder of the `dir:` transport like a layout, even if the user did not name its form. */
async function openAsLayout(folder: Storage, form: FileForm | undefined): Promise<Storage> {
  if (form === 'oci') return folder;
  if (await isDirectoryTransport(folder)) return directoryAsLayout(folder);
  if (form !== 'dir') return folder;
  throw new FileProblem('it has no "version" of the directory transport', {
    hint: 'Write "oci:" or nothing before the path of an OCI layout.',
  });
}

/** How a zip archive begins; GitHub serves artifacts as such archives. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

function refuseOther(size: number, start: Uint8Array): void {
  if (size === 0) {
    throw new FileProblem('it is empty', {
      hint: 'Look at the step that should have written it: a failed program leaves such a file, and so does "> file".',
    });
  }
  if (ZIP.every((byte, at) => start[at] === byte)) {
    throw new FileProblem('it is a zip archive', {
      hint: 'Unpack it in a step before this one, and name the file inside; "actions/download-artifact" unpacks by itself.',
    });
  }
  const [program] = Object.entries(MAGIC).find(([, magic]) => magic.every((byte, at) => start[at] === byte)) ?? [];
  if (program === undefined) return;
  throw new FileProblem(`it is compressed with ${program}, and only gzip and zstd can be read here`, {
    hint:
      `Decompress it in a step before this one ("${program} -d"), or do not compress it: its layers are already ` +
      'compressed, and so are artifacts.',
  });
}

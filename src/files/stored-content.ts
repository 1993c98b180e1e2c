import type { Content, ImageProblem } from '../image/content.ts';
import { LARGEST_DOCUMENT } from '../image/document.ts';
import type { Descriptor } from '../image/manifest.ts';
import { miscounted, otherSize } from '../image/reading.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { bytesOf, checked, type Storage, type Stored } from './storage.ts';

/** storedContent is the content of an OCI layout, whose files are named after their digests (image-layout.md). */
export function storedContent(storage: Storage): Content {
  return {
    manifest: async (at) => {
      const bytes = await documentAt(storage, at, 'manifest');
      return bytes && { bytes, mediaType: at.mediaType };
    },
    config: (at) => documentAt(storage, at, 'config'),
    sizeOf: async (layer) => (await findBlob(storage, layer))?.size,
  };
}

/** findBlob finds content by its digest. */
export async function findBlob(storage: Storage, { digest }: Pick<Descriptor, 'digest'>): Promise<Stored | undefined> {
  return storage.find(`blobs/${digest.replace(':', '/')}`);
}

/** The caller has limited the size; a longer file is not read. */
async function documentAt(storage: Storage, at: Descriptor, what: string): Promise<Uint8Array | undefined> {
  const stored = await findBlob(storage, at);
  if (stored === undefined) return undefined;
  if (stored.size !== at.size) throw await misfit(stored, at, what);
  return bytesOf(stored, `its ${what} ${at.digest}`, at.size);
}

/** Hashes the content without keeping it, since it may be larger than stated. */
async function misfit(stored: Stored, at: Descriptor, what: string): Promise<ImageProblem> {
  const [name, size] = [`${what} ${at.digest}`, stored.size];
  if (size > LARGEST_DOCUMENT) return otherSize(name, size, at);
  try {
    for await (const _ of checked(stored, at.digest));
    return miscounted(name, size, at);
  } catch (error) {
    if (error instanceof FileProblem) return otherSize(name, size, at);
    throw error;
  }
}

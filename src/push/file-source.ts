import type { ImageFile } from '../files/files.ts';
import { contentSource } from './content-source.ts';
import type { Source } from './source.ts';
import { unpackedSource } from './unpacked-source.ts';

/** fileSource is an image in a file, with or without its manifest. Disposing it closes the file. */
export function fileSource(file: ImageFile): Source {
  return file.kind === 'packed' ? contentSource('file', file) : unpackedSource(file);
}

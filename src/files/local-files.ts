import { ActionError } from '../errors.ts';
import type { FileLocation } from '../image/source.ts';
import type { Files, ImageFile } from './files.ts';
import { imageFile } from './image-file.ts';
import { inWords } from './in-words.ts';
import { locate } from './locate.ts';
import { openStorage } from './open-storage.ts';
import { readImage } from './read-image.ts';

/** The files of this machine; relative paths begin at the workspace. */
export const localFiles: Files = {
  async has(text: string): Promise<boolean> {
    return (await locate(text))?.holdsImage ?? false;
  },

  async open({ form, text }: FileLocation): Promise<ImageFile> {
    const place = await locate(text);
    if (place === undefined) throw notFound(text);
    return inWords(text, async () => {
      const storage = await openStorage(place, form);
      try {
        return imageFile(text, storage, await readImage(storage, { form, wanted: place.wanted }));
      } catch (error) {
        await storage.close();
        throw error;
      }
    });
  },
};

function notFound(text: string): ActionError {
  return new ActionError('SOURCE_NOT_FOUND', `There is no file or folder "${text}".`, {
    hint:
      'A relative path begins at the workspace of the job. If another job made the file, download its artifact in a step ' +
      'before this one, and name the file inside of it.',
  });
}

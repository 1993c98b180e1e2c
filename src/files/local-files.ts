import { tmpdir } from 'node:os';
import { ActionError } from '../errors.ts';
import type { FileLocation } from '../image/source-text.ts';
import type { Files, ImageFile } from './files.ts';
import { imageFile } from './image-file.ts';
import { inWords } from './in-words.ts';
import { locate } from './locate.ts';
import { openStorage } from './open-storage.ts';
import type { Storage } from './storage.ts';
import { readStored } from './stored-image.ts';

/**
 * The files of this machine; relative paths start at the workspace. When the signal fires, reading stops with its
 * reason. `tell` gets a line about slow work.
 */
export function localFiles(signal: AbortSignal, tell: (line: string) => void = () => {}): Files {
  const workplace = { temporary: process.env.RUNNER_TEMP || tmpdir(), signal, tell };
  return {
    async has(text: string): Promise<boolean> {
      return (await locate(text))?.holdsImage ?? false;
    },

    async open({ form, text }: FileLocation): Promise<ImageFile> {
      const place = await locate(text);
      if (place === undefined) throw notFound(text);
      return inWords(text, async () => {
        const storage = until(signal, await openStorage(place, form, workplace));
        try {
          return imageFile(text, storage, await readStored(storage, { form, wanted: place.wanted }));
        } catch (error) {
          await storage.close();
          throw error;
        }
      });
    },
  };
}

/** Reading all layers may take minutes, but a cancelled run has only seconds. */
function until(signal: AbortSignal, storage: Storage): Storage {
  return {
    find: async (path) => {
      const stored = await storage.find(path);
      return stored && { size: stored.size, read: () => chunksUntil(signal, stored.read()) };
    },
    close: () => storage.close(),
  };
}

async function* chunksUntil(
  signal: AbortSignal,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
  }
}

function notFound(text: string): ActionError {
  return new ActionError('SOURCE_NOT_FOUND', `There is no file or folder "${text}".`, {
    hint:
      'A relative path begins at the workspace of the job. If another job made the file, download its artifact in a step ' +
      'before this one, and name the file inside it.',
  });
}

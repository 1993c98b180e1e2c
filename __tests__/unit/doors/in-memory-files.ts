import { ActionError } from '../../../src/errors.ts';
import type { Files, ImageFile } from '../../../src/files/files.ts';
import type { FileLocation } from '../../../src/image/source-text.ts';

/** Files that are a map: images by the text that names them. */
export class InMemoryFiles implements Files {
  readonly images = new Map<string, ImageFile>();
  /** Files that were opened and not closed. */
  readonly held = new Set<string>();

  async has(text: string): Promise<boolean> {
    return this.images.has(text);
  }

  async open({ text }: FileLocation): Promise<ImageFile> {
    const image = this.images.get(text);
    if (image === undefined) throw new ActionError('SOURCE_NOT_FOUND', `There is no file "${text}".`, { hint: '-' });
    this.held.add(text);
    return { ...image, name: text, close: async () => void this.held.delete(text) };
  }
}

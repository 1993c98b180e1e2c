import { platformNames } from '../image/platform.ts';
import type { Source } from '../push/source.ts';

/** whoseIs tells where the image is: an engine has it, or it is in a file. */
export function whoseIs({ kind }: Pick<Source, 'kind'>): string {
  return kind === 'engine' ? "the engine's" : 'that in the file';
}

/** sourceLine says what will be published. */
export function sourceLine(source: Pick<Source, 'kind' | 'name' | 'tested'>): string {
  const { name, tested } = source;
  return `The image is ${whoseIs(source)} ${name} (${tested.id}, ${platformNames(tested.platforms).join(', ')}).`;
}

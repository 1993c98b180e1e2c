import { platformNames } from '../image/platform.ts';
import type { Source } from '../push/source.ts';

const PLACES: Readonly<Record<Source['kind'], string>> = {
  engine: "the engine's",
  podman: "Podman's",
  file: 'that in the file',
  registry: 'that on a registry,',
  joined: 'joined of',
};

/** whoseIs tells where the image is: in an engine's store, in a file, on a registry, or joined of several such ones. */
export function whoseIs({ kind }: Pick<Source, 'kind'>): string {
  return PLACES[kind];
}

/** sourceLine says what will be published. */
export function sourceLine(source: Pick<Source, 'kind' | 'name' | 'tested'>): string {
  const { name, tested } = source;
  return `The image is ${whoseIs(source)} ${name} (${tested.id}, ${platformNames(tested.platforms).join(', ')}).`;
}

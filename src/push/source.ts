import type { ImageFile } from '../files/files.ts';
import type { Platform } from '../image/platform.ts';
import type { Source } from './find-source.ts';

/** platformsOf lists what is known of each platform of the source; an engine shows one. */
export function platformsOf(
  source: Source,
): readonly { readonly platform: Platform; readonly revision: string | undefined }[] {
  return source.kind === 'file' ? source.file.platforms : [source.image];
}

/** tellSource says what will be published, and that it is less than a name promises where that is so. */
export function tellSource(source: Source): readonly string[] {
  const platforms = platformsOf(source).map(({ platform }) => platform);
  const told = `The image is ${source.name} (${source.image.id}, ${platforms.join(', ')}).`;
  return source.kind === 'file' ? [told, ...tellNarrowed(source.file)] : [told];
}

/** tellNarrowed says that a file has less than the index that it names, where that is so. */
export function tellNarrowed({ narrowedFrom: index }: ImageFile): readonly string[] {
  if (index === undefined) return [];
  return [`It has one platform only of the index ${index}: the manifest of that platform is published.`];
}

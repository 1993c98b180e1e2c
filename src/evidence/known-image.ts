import type { EngineImage, SavedPlatform } from '../docker/docker.ts';
import type { ImageFile } from '../files/files.ts';
import { parseDigest } from '../image/digest.ts';
import type { KnownImage } from '../scan/binding.ts';

/**
 * knownImage collects the digests by which an image of the engine is known: its ID, what registries called it when it
 * was pulled or pushed, and those of its platforms, where the ID is that of a manifest or index and they were asked for.
 */
export function knownImage(
  { id, idOf, diffIds, names }: EngineImage,
  platforms: readonly SavedPlatform[] = [],
): KnownImage {
  const given = names.map((name) => parseDigest(name.slice(name.lastIndexOf('@') + 1)));
  const whole = [id, ...given].filter((digest) => digest !== undefined);
  const layers = idOf === 'config' ? diffIds : undefined;
  const [first, ...others] = platforms;
  if (first === undefined || others.length > 0) return { whole, platforms, layers };
  return { whole: [...whole, ...first.digests], platforms: [], layers: diffIds };
}

/**
 * knownFile collects the digests by which an image in a file is known, for each of its platforms; the layers are known
 * where there is one platform only.
 */
export function knownFile({ knownAs, platforms }: ImageFile): KnownImage {
  const each = platforms.map(({ platform, manifestDigest, configDigest }) => ({
    platform,
    digests: [manifestDigest, configDigest].filter((digest) => digest !== undefined),
  }));
  const ofPlatforms = new Set(each.flatMap(({ digests }) => digests));
  if (platforms.length === 1) return { whole: [...knownAs], platforms: [], layers: platforms[0].diffIds };
  return { whole: [...knownAs].filter((digest) => !ofPlatforms.has(digest)), platforms: each, layers: undefined };
}

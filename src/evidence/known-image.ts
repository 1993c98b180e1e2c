import type { EngineImage } from '../docker/docker.ts';
import type { ImageFile } from '../files/files.ts';
import type { Digest } from '../image/digest.ts';
import { parseDigest } from '../image/digest.ts';
import type { KnownImage } from '../scan/binding.ts';

/**
 * knownImage collects the digests by which an image of the engine is known: its ID, what registries called it when it
 * was pulled or pushed, and its config where the ID is that of a manifest or index and the config was asked for. The
 * engine does not tell of the other platforms of an index.
 */
export function knownImage({ id, idOf, diffIds, names }: EngineImage, config?: Digest): KnownImage {
  const given = names.map((name) => parseDigest(name.slice(name.lastIndexOf('@') + 1)));
  const whole = [id, config, ...given].filter((digest) => digest !== undefined);
  return { whole, platforms: [], layers: idOf === 'config' ? diffIds : undefined };
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

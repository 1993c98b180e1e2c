import type { Digest } from '../image/digest.ts';
import type { Tested } from '../image/tested.ts';
import type { KnownImage } from '../scan/binding.ts';

/**
 * knownImage sorts the digests that a report may use for an image: the digests of the whole image, its digests at
 * registries, and the digests of each platform, also of one whose content the engine does not have. For an image with
 * one platform, all of them stand for the whole image, and its layers are known.
 */
export function knownImage({ names, platforms, isComplete, calledAs }: Tested): KnownImage {
  const whole = [...names.flatMap(({ digest, of }) => (of === 'whole' ? [digest] : [])), ...calledAs];
  const own = platforms.map(({ platform, manifestDigest, configDigest }) => ({
    platform,
    digests: [manifestDigest, configDigest].filter((digest) => digest !== undefined),
  }));
  const isOwn = (digest: Digest) => own.some(({ digests }) => digests.includes(digest));
  const others = names.flatMap(({ digest, of }) =>
    of === 'whole' || isOwn(digest) ? [] : [{ platform: of, digests: [digest] }],
  );
  const each = [...own, ...others].filter(({ digests }) => digests.length > 0);
  if (each.length > 1) return { whole, platforms: each, layers: undefined };
  const layers = isComplete ? platforms[0].diffIds : undefined;
  return { whole: [...whole, ...each.flatMap(({ digests }) => digests)], platforms: [], layers };
}

import type { Digest } from '../image/digest.ts';
import type { Platform } from '../image/platform.ts';
import type { Names } from './named-image.ts';

/**
 * Every digest by which the image can be known before it is pushed. A manifest that only the push will create is not
 * among them, because no scanner can have seen it.
 */
export type KnownImage = {
  /** For the whole image: its ID, its config, its manifest or index, and its digests at registries. */
  readonly whole: readonly Digest[];
  /** For an index: each platform with the digests of its manifest and its config. Empty for a single image. */
  readonly platforms: readonly { readonly platform: Platform; readonly digests: readonly Digest[] }[];
  /** The diff_ids of all its layers; undefined if there may be others. */
  readonly layers: readonly Digest[] | undefined;
};

/** Whether a run is about the image that is published: by name, accepted because it names none, or not at all. */
export type Binding =
  | { readonly kind: 'named'; readonly digest: Digest; readonly platform: Platform | undefined }
  | { readonly kind: 'trusted' }
  | { readonly kind: 'other'; readonly why: string };

/** Tools that always name the image in their reports. */
const ALWAYS_NAME = ['trivy'];

/**
 * bind decides whether a run is about the image. It compares only digests, and no names with tags, because tags move.
 * So one image is the same under every name.
 */
export function bind({ tool, names }: { readonly tool: string; readonly names: Names }, image: KnownImage): Binding {
  const { digests, mentioned, layers } = names;
  const whole = digests.find((digest) => image.whole.includes(digest));
  if (whole !== undefined) return { kind: 'named', digest: whole, platform: undefined };
  for (const { platform, digests: known } of image.platforms) {
    const digest = digests.find((each) => known.includes(each));
    if (digest !== undefined) return { kind: 'named', digest, platform };
  }
  if (digests.length > 0) return { kind: 'other', why: `it names ${digests.join(', ')}` };
  if (ALWAYS_NAME.includes(tool.toLowerCase())) {
    return { kind: 'other', why: `it names no image, although ${tool} names every image that it scans` };
  }
  const all = [...image.whole, ...image.platforms.flatMap((each) => each.digests)];
  const mention = mentioned.find((digest) => !all.includes(digest));
  if (mention !== undefined) return { kind: 'other', why: `its findings are in ${mention}` };
  const layer = layers.find((each) => image.layers?.includes(each) === false);
  if (layer !== undefined)
    return { kind: 'other', why: `it has findings in the layer ${layer}, which the image does not have` };
  return { kind: 'trusted' };
}

/**
 * unnamedPlatforms are those platforms of the image that no run names: none if one names the image as a whole. Images
 * are recognised by their digests: an index may have several for one platform, as for versions of Windows.
 */
export function unnamedPlatforms(bindings: readonly Binding[], image: KnownImage): readonly Platform[] {
  const named = bindings.filter((binding) => binding.kind === 'named');
  if (named.some(({ platform }) => platform === undefined)) return [];
  const isNamed = (digests: readonly Digest[]) => named.some(({ digest }) => digests.includes(digest));
  return image.platforms.filter(({ digests }) => !isNamed(digests)).map(({ platform }) => platform);
}

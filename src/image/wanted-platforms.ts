import { asEnginesRead, type Platform, parsePlatform, platformNames } from './platform.ts';
import type { Parsed } from './reference.ts';

/** A platform that an image must have: as it was written, and in the form in which engines compare it. */
export type WantedPlatform = {
  readonly text: string;
  readonly platform: Platform;
  /** The version of the system, or its first parts; undefined if any one will do. */
  readonly osVersion: string | undefined;
};

/** What an image is for, as it says itself. */
type Has = { readonly platform: Platform; readonly osVersion: string | undefined };

/** `os[(version)]/architecture[/variant]`, the form of containerd (platforms, `FormatAll`). */
const WANTED =
  /^(?<os>[^/()]+)(?:\((?<version>[0-9A-Za-z._-]+)\))?\/(?<architecture>[^/()]+)(?:\/(?<variant>[^/()]+))?$/;

/** parseWantedPlatform reads a platform: `linux/arm64`, `linux/arm/v7`, `windows(10.0.20348)/amd64`. */
export function parseWantedPlatform(text: string): Parsed<WantedPlatform> {
  const { version, ...machine } = WANTED.exec(text)?.groups ?? {};
  const platform = parsePlatform(machine);
  const isWhole = platform !== undefined && (machine.variant === undefined || platform.endsWith(`/${machine.variant}`));
  if (!isWhole) return { ok: false, problem: 'is no platform; write "os/architecture" or "os/architecture/variant"' };
  return { ok: true, value: { text, platform: asEnginesRead(platform), osVersion: version } };
}

/** sameWanted tells whether two texts name one and the same platform. */
export function sameWanted(one: WantedPlatform, other: WantedPlatform): boolean {
  return one.platform === other.platform && one.osVersion === other.osVersion;
}

/** What of the expected is not there, as it was written, and what is there and not expected. */
export type PlatformsDiffer = { readonly missing: readonly string[]; readonly unexpected: readonly string[] };

/**
 * comparePlatforms sees that an image has every platform that is wanted, and no other; undefined if it does. A variant
 * that an architecture implies may be written or not. A version of the system counts where it is wanted, by its parts:
 * `10.0.20348` is that of `10.0.20348.2113`, too, and without one all versions are the platform.
 */
export function comparePlatforms(
  wanted: readonly WantedPlatform[],
  image: readonly Has[],
): PlatformsDiffer | undefined {
  const names = platformNames(image);
  const missing = wanted.filter((each) => !image.some((has) => isWanted(each, has))).map(({ text }) => text);
  const unexpected = names.filter((_, at) => !wanted.some((each) => isWanted(each, image[at])));
  return missing.length + unexpected.length === 0 ? undefined : { missing, unexpected };
}

function isWanted(wanted: WantedPlatform, has: Has | undefined): boolean {
  if (has === undefined || asEnginesRead(has.platform) !== wanted.platform) return false;
  return wanted.osVersion === undefined || `${has.osVersion ?? ''}.`.startsWith(`${wanted.osVersion}.`);
}

/** platformsDiffer says it, as the end of the sentence "… is not for the expected platforms: …", with both lists. */
export function platformsDiffer(wanted: readonly WantedPlatform[], image: readonly Has[]): string | undefined {
  const differ = comparePlatforms(wanted, image);
  if (differ === undefined) return undefined;
  const { missing, unexpected } = differ;
  const lacks = missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : [];
  const more = unexpected.length > 0 ? [`Not expected: ${unexpected.join(', ')}.`] : [];
  const expected = wanted.map(({ text }) => text).join(', ');
  return [`it is for ${platformNames(image).join(', ')}; expected: ${expected}.`, ...lacks, ...more].join(' ');
}

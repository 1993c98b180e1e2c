import { asEnginesRead, type Platform, parsePlatform, platformNames } from './platform.ts';
import type { Parsed } from './reference.ts';

/** A platform that an image must have: as it was written, and in the form that engines compare. */
export type WantedPlatform = {
  readonly text: string;
  readonly platform: Platform;
  /** The version of the system, or its first parts; undefined if any version is accepted. */
  readonly osVersion: string | undefined;
};

/** The platform of an image, from the image itself. */
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

/** sameWanted tells whether two texts name the same platform. */
export function sameWanted(one: WantedPlatform, other: WantedPlatform): boolean {
  return one.platform === other.platform && one.osVersion === other.osVersion;
}

/** The expected platforms that are missing, as they were written, and the platforms that are not expected. */
export type PlatformsDiffer = { readonly missing: readonly string[]; readonly unexpected: readonly string[] };

/**
 * comparePlatforms checks that an image has every wanted platform, and no other; undefined if so. An implied variant
 * may be written or not. If a version of the system is wanted, its parts are compared: `10.0.20348` also matches
 * `10.0.20348.2113`. Without one, every version matches.
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

/** platformsDiffer reports the difference, as the end of "… is not for the expected platforms: …", with both lists. */
export function platformsDiffer(wanted: readonly WantedPlatform[], image: readonly Has[]): string | undefined {
  const differ = comparePlatforms(wanted, image);
  if (differ === undefined) return undefined;
  const { missing, unexpected } = differ;
  const lacks = missing.length > 0 ? [`Missing: ${missing.join(', ')}.`] : [];
  const more = unexpected.length > 0 ? [`Not expected: ${unexpected.join(', ')}.`] : [];
  const expected = wanted.map(({ text }) => text).join(', ');
  return [`it is for ${platformNames(image).join(', ')}; expected: ${expected}.`, ...lacks, ...more].join(' ');
}

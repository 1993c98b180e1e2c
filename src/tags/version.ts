/** A version by semver.org 2.0.0, without its build metadata, which takes no part in precedence (item 10). */
export type Version = {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** The dot-separated identifiers of a prerelease; none for a release. */
  readonly prerelease: readonly string[];
};

const NUMBER = '0|[1-9]\\d{0,14}';
const IDENTIFIER = `(?:${NUMBER}|\\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const VERSION = new RegExp(
  `^v?(?<major>${NUMBER})\\.(?<minor>${NUMBER})\\.(?<patch>${NUMBER})(?:-(?<prerelease>${IDENTIFIER}(?:\\.${IDENTIFIER})*))?$`,
);

/**
 * parseVersion reads a version, with a `v` before it or not. Undefined for what is none: also for one with build
 * metadata, since a tag has no place for a plus sign, and two builds of one version would want the same tag.
 */
export function parseVersion(text: string): Version | undefined {
  const { groups } = VERSION.exec(text) ?? {};
  if (groups === undefined || text.length > 128) return undefined;
  return {
    major: Number(groups.major),
    minor: Number(groups.minor),
    patch: Number(groups.patch),
    prerelease: groups.prerelease?.split('.') ?? [],
  };
}

/** versionName writes a version out, without a `v`. */
export function versionName({ major, minor, patch, prerelease }: Version): string {
  const suffix = prerelease.length === 0 ? '' : `-${prerelease.join('.')}`;
  return `${major}.${minor}.${patch}${suffix}`;
}

/** compareVersions is negative, zero or positive as the first one is lower, equal or higher (semver.org, item 11). */
export function compareVersions(one: Version, other: Version): number {
  const numbers = one.major - other.major || one.minor - other.minor || one.patch - other.patch;
  if (numbers !== 0) return numbers;
  if (one.prerelease.length === 0 || other.prerelease.length === 0) {
    // A release is above its prereleases.
    return other.prerelease.length - one.prerelease.length;
  }
  for (const [index, identifier] of one.prerelease.entries()) {
    const against = other.prerelease[index];
    if (against === undefined) return 1;
    const order = compareIdentifiers(identifier, against);
    if (order !== 0) return order;
  }
  return one.prerelease.length - other.prerelease.length;
}

/** Numbers by their value and below words; words in the order of ASCII. */
function compareIdentifiers(one: string, other: string): number {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOtherNumber) return Number(one) - Number(other);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

import type SemVer from 'semver/classes/semver.js';
import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';

/** A version by semver.org 2.0.0; `version` is its name, without a `v`. */
export type Version = Readonly<SemVer>;

/** Longest tag of an image, in characters. */
const LONGEST = 128;

/**
 * parseVersion reads a version, with or without `v`. Undefined if it is not one, and for three things that `semver`
 * accepts: surrounding blanks; build metadata, because tags have no plus sign, and two builds of one version would need
 * the same tag; and a number that JavaScript would round, so that two versions would be equal.
 */
export function parseVersion(text: string): Version | undefined {
  const version = parse(text);
  const isToTheLetter = version !== null && text.replace(/^v/, '') === version.version && text.length <= LONGEST;
  return isToTheLetter && version.prerelease.every(isExact) ? version : undefined;
}

/** semver converts an identifier to a number if it can, unless it is beyond 2^53. */
function isExact(identifier: string | number): boolean {
  return typeof identifier === 'number' || !/^\d+$/.test(identifier);
}

/** compareVersions is negative, zero or positive if the first one is lower, equal or higher (semver.org, item 11). */
export const compareVersions: (one: Version, other: Version) => number = compare;

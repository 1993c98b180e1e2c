import type SemVer from 'semver/classes/semver.js';
import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';

/** A version by semver.org 2.0.0; `version` is its name, without a `v`. */
export type Version = Readonly<SemVer>;

/** Longest tag of an image, in characters. */
const LONGEST = 128;

/**
 * parseVersion reads a version, with a `v` before it or not. Undefined for what is none, and for three things that
 * `semver` takes: blanks around it; build metadata, since a tag has no place for a plus sign, and two builds of one
 * version would want the same tag; and a number that JavaScript would round, so that two versions were the same one.
 */
export function parseVersion(text: string): Version | undefined {
  const version = parse(text);
  const isToTheLetter = version !== null && text.replace(/^v/, '') === version.version && text.length <= LONGEST;
  return isToTheLetter && version.prerelease.every(isExact) ? version : undefined;
}

/** semver makes a number of what is one, unless it is beyond 2^53. */
function isExact(identifier: string | number): boolean {
  return typeof identifier === 'number' || !/^\d+$/.test(identifier);
}

/** compareVersions is negative, zero or positive as the first one is lower, equal or higher (semver.org, item 11). */
export const compareVersions: (one: Version, other: Version) => number = compare;

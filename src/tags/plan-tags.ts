import { ActionError } from '../errors.ts';
import type { Subject } from '../gate/verdict.ts';
import { isTag, type Repository, sameRepository, TAG_RULE, type TaggedReference } from '../image/reference.ts';
import type { ExtraTag } from '../inputs/references.ts';
import { gitTagOf } from '../run/ref.ts';
import { withCommit } from '../text/commit-template.ts';
import { compareVersions, parseVersion, type Version } from './version.ts';

/** The image tags that are created from a git tag: its own name, the parts of a semantic version, or none. */
export const VERSION_TAGS = ['exact', 'semver', 'none'] as const;
export type VersionTagging = (typeof VERSION_TAGS)[number];

/** The versions that a moving tag is for: `1` is for every 1.x.y, `1.2` for every 1.2.x. */
export type Series = { readonly major: number; readonly minor?: number };

/** A tag that follows a line of development: the versions in a series, or everything that is published. */
export type MovingTag = { readonly target: TaggedReference; readonly series?: Series };

/**
 * The tags to write at one destination: the one that names the commit, with which the image is pushed; the version
 * tags, which also never move; and the moving tags.
 */
export type TagPlan = {
  readonly sha: TaggedReference;
  readonly versions: readonly TaggedReference[];
  readonly moving: readonly MovingTag[];
};

/** The part of the inputs that names tags. */
export type TagInputs = {
  /** Template of the SHA tag, with `{sha}` or `{short-sha}`. */
  readonly shaTag: string;
  readonly tags: readonly ExtraTag[];
  readonly movingTags: readonly ExtraTag[];
  readonly versionTags: VersionTagging;
};

/**
 * planTags names the tags for a commit at a destination. Throws INPUT_INVALID for a name that is not a tag, and for one
 * that would have to move and to stay.
 */
export function planTags(inputs: TagInputs, subject: Subject, destination: Repository): TagPlan {
  const sha = shaTagOf(inputs.shaTag, subject.commit);
  const version = versionTagsOf(inputs.versionTags, subject);
  const isHere = ({ only }: ExtraTag) => only === undefined || sameRepository(only, destination);
  const named = (tags: readonly ExtraTag[]) => tags.filter(isHere).map(({ name }) => name);
  const at = (tag: string): TaggedReference => ({ ...destination, tag });

  const versions = [...new Set([...version.fixed, ...named(inputs.tags)])].filter((tag) => tag !== sha);
  const moving = new Map<string, MovingTag>();
  for (const { name, series } of version.moving) moving.set(name, { target: at(name), series });
  for (const name of named(inputs.movingTags)) if (!moving.has(name)) moving.set(name, { target: at(name) });
  const torn = [sha, ...versions].find((tag) => moving.has(tag));
  if (torn !== undefined) {
    throw invalid(`The tag "${torn}" would have to stay for ever and to move.`, {
      hint: 'Name it in "tags" or in "moving-tags", not in both; with "version-tags: semver" 1.2 and 1 move by themselves.',
    });
  }
  return { sha: at(sha), versions: versions.map(at), moving: [...moving.values()] };
}

/** shaTagOf returns the tag that names a commit. */
export function shaTagOf(template: string, commit: string): string {
  const name = withCommit(template, commit);
  if (isTag(name)) return name;
  throw invalid(`sha-tag: "${template}" makes "${name}", which is no tag; a tag ${TAG_RULE}.`, {
    hint: 'Shorten what is around {sha}, or use {short-sha}.',
  });
}

/** versionOf returns the version of an image: that of its git tag, or the highest if there are several. */
export function versionOf(subject: Subject): Version | undefined {
  return gitTagsOf(subject)
    .flatMap((name) => parseVersion(name) ?? [])
    .sort(compareVersions)
    .at(-1);
}

function gitTagsOf({ ref, gitTags }: Subject): readonly string[] {
  return gitTags ?? [gitTagOf(ref)].filter((name) => name !== undefined);
}

/** versionTagOf returns the fixed version tag that a run for this git tag writes; undefined if it writes none. */
export function versionTagOf(kind: VersionTagging, name: string): string | undefined {
  return versionTags(kind, name).fixed[0];
}

type VersionTags = {
  readonly fixed: readonly string[];
  readonly moving: readonly { readonly name: string; readonly series: Series }[];
};

const NONE: VersionTags = { fixed: [], moving: [] };

function versionTagsOf(kind: VersionTagging, subject: Subject): VersionTags {
  const each = gitTagsOf(subject).map((name) => versionTags(kind, name));
  return { fixed: each.flatMap(({ fixed }) => fixed), moving: each.flatMap(({ moving }) => moving) };
}

function versionTags(kind: VersionTagging, name: string): VersionTags {
  if (kind === 'none') return NONE;
  if (kind === 'exact') {
    if (isTag(name)) return { fixed: [name], moving: [] };
    throw invalid(`The git tag "${name}" cannot be the tag of an image, which ${TAG_RULE}.`, {
      hint: 'Set "version-tags: none" and name the tag in "tags", or give the commit another git tag.',
    });
  }
  const version = parseVersion(name);
  if (version === undefined) {
    throw invalid(`The git tag "${name}" is no version such as v1.2.3 or v1.2.3-rc.1.`, {
      hint: 'Let "git-tags" take versions alone (v[0-9]+.[0-9]+.[0-9]+*), or set "version-tags: exact" or "none".',
    });
  }
  const { major, minor, prerelease } = version;
  const fixed = [version.version];
  if (prerelease.length > 0) return { fixed, moving: [] };
  const ofMinor = { name: `${major}.${minor}`, series: { major, minor } };
  // Below 1.0.0, every minor version may break the one before, so there is no tag "0".
  return { fixed, moving: major === 0 ? [ofMinor] : [ofMinor, { name: `${major}`, series: { major } }] };
}

function invalid(message: string, details: { readonly hint: string }): ActionError {
  return new ActionError('INPUT_INVALID', message, details);
}

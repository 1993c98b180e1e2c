import type { Relation } from '../github/history.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Proved } from '../image/proved.ts';
import type { TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';

/** A published image that is newer than ours, found after we moved a tag. */
export type NewerImage = {
  /** The moving tag. */
  readonly target: TaggedReference;
  readonly commit: string;
  /** The ref that makes it newer: our branch, or the git tag of a higher version. */
  readonly ref: string;
  /** How its commit relates to ours, by GitHub. */
  readonly relation: Relation | undefined;
  /** Whether GitHub was asked for the release of its git tag, and says that it is not a prerelease. */
  readonly isReleased: boolean;
  /** The manifest under the tag that names its commit. */
  readonly manifest: Manifest;
};

/**
 * ProveNewer checks that a newer image has a signed proof, and that the registry serves it completely: then it may be
 * restored under a moving tag. Throws an ActionError that says what is missing.
 */
export type ProveNewer = (registry: Registry, newer: NewerImage) => Promise<Proved>;

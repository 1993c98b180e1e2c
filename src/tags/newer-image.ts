import type { Relation } from '../github/history.ts';
import type { Manifest } from '../image/manifest.ts';
import type { Proved } from '../image/proved.ts';
import type { TaggedReference } from '../image/reference.ts';
import type { Registry } from '../registry/registry.ts';

/** A published image that is newer than ours, found after we had moved a tag. */
export type NewerImage = {
  /** The moving tag. */
  readonly target: TaggedReference;
  readonly commit: string;
  /** The ref by which it is newer: our branch, or the git tag of a higher version. */
  readonly ref: string;
  /** How its commit stands to ours, as GitHub says. */
  readonly relation: Relation | undefined;
  /** Whether GitHub was asked for the release of its git tag, and says that it is no prerelease. */
  readonly isReleased: boolean;
  /** What the tag shows that names its commit. */
  readonly manifest: Manifest;
};

/**
 * ProveNewer sees that a signed proof speaks for a newer image, and that the registry serves it whole: then it may be put
 * back under a moving tag. Throws an ActionError that says what is missing.
 */
export type ProveNewer = (registry: Registry, newer: NewerImage) => Promise<Proved>;

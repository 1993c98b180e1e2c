import type { Document } from './content.ts';
import type { Digest } from './digest.ts';
import type { Descriptor, Manifest } from './manifest.ts';
import type { BlobStream } from './packed-image.ts';
import type { Repository } from './reference.ts';
import type { Referrer } from './referrer.ts';
import type { ReferrerTag } from './referrer-tag.ts';

/** What to do with the referrers of an image at its source. */
export const REFERRERS = ['copy', 'leave'] as const;
export type ReferrersChoice = (typeof REFERRERS)[number];

/** A place from which we read the referrers of images: a repository on a registry, or a layout in a file. */
export type AttachedPlace = {
  /** list returns the digests of the referrers of a manifest. */
  list(subject: Digest): Promise<readonly Digest[]>;
  /** read reads one of them; undefined if it does not exist. It fails if the referrer is attached to something else. */
  read(digest: Digest, subject: Digest): Promise<Referrer | undefined>;
  /** tagged reads the manifest under a tag of cosign; undefined if there is none. */
  tagged(tag: ReferrerTag): Promise<Manifest | undefined>;
  /** manifest reads a child of an index among them; undefined if it does not exist. */
  manifest(at: Descriptor): Promise<Document | undefined>;
  /** openBlob streams a blob of any of them, as `PackedImage` does. */
  openBlob(blob: Descriptor): BlobStream;
  /** The repository that blobs may be mounted from; undefined for a file. */
  readonly repository: Repository | undefined;
};

/** A place, and the manifests there that may have referrers, children before parents. */
export type AttachedAt = { readonly place: AttachedPlace; readonly subjects: readonly Manifest[] };

/** The manifests that may have referrers, and where we read those. */
export type Attachable = {
  /** The image's own manifests: some are attached to others of them (BuildKit's attestations with a `subject`). */
  readonly manifests: readonly Manifest[];
  /** Where the image is; for a joined image, each of its parts with all of its manifests. */
  readonly at: readonly AttachedAt[];
};

/** attachedAt describes an image whose manifests are all in one place. */
export function attachedAt(
  { manifests }: { readonly manifests: readonly Manifest[] },
  place: AttachedPlace,
): Attachable {
  return { manifests, at: [{ place, subjects: manifests }] };
}

import type { Document } from './content.ts';
import type { Digest } from './digest.ts';
import type { Descriptor, Manifest } from './manifest.ts';
import type { BlobStream } from './packed-image.ts';
import type { Repository } from './reference.ts';
import type { Referrer } from './referrer.ts';
import type { ReferrerTag } from './referrer-tag.ts';

/** What is done with what is attached to an image at its source. */
export const REFERRERS = ['copy', 'leave'] as const;
export type ReferrersChoice = (typeof REFERRERS)[number];

/** A place where what is attached to images is read: a repository on a registry, or a layout in a file. */
export type AttachedPlace = {
  /** list tells the digests of what is attached to a manifest. */
  list(subject: Digest): Promise<readonly Digest[]>;
  /** read reads one of them; undefined if it is not there. It fails for one that is attached to something else. */
  read(digest: Digest, subject: Digest): Promise<Referrer | undefined>;
  /** tagged reads what is kept under a tag of cosign; undefined if nothing is. */
  tagged(tag: ReferrerTag): Promise<Manifest | undefined>;
  /** manifest reads what an index among them leads to; undefined if it is not there. */
  manifest(at: Descriptor): Promise<Document | undefined>;
  /** openBlob streams a blob of any of them, in the way of `PackedImage`. */
  openBlob(blob: Descriptor): BlobStream;
  /** The repository that blobs may be mounted from; undefined of a file. */
  readonly repository: Repository | undefined;
};

/** A place, and the manifests that are in it and may have something attached to them there, children before parents. */
export type AttachedAt = { readonly place: AttachedPlace; readonly subjects: readonly Manifest[] };

/** What may have something attached to it, and where that is read. */
export type Attachable = {
  /** The image's own manifests: some are attached to others of them (BuildKit's attestations with a `subject`). */
  readonly manifests: readonly Manifest[];
  /** Where the image is; of one that is joined, each of its parts with all that it is made of. */
  readonly at: readonly AttachedAt[];
};

/** attachedAt is an image with all of its manifests in one place. */
export function attachedAt(
  { manifests }: { readonly manifests: readonly Manifest[] },
  place: AttachedPlace,
): Attachable {
  return { manifests, at: [{ place, subjects: manifests }] };
}

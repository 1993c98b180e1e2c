import type { Digest } from './digest.ts';
import { ManifestProblem, parseList, readDocument } from './document.ts';
import { parseManifest } from './manifest.ts';
import { MEDIA_TYPES } from './media-types.ts';
import type { Referrer } from './referrer.ts';

/** An entry of a list of referrers: the digest, and the whole descriptor as it stands there. */
export type Entry = { readonly digest: Digest; readonly descriptor: Readonly<Record<string, unknown>> };

/** A list of what is attached to a manifest: an image index, with all else that it says, in the order it says it. */
export type ReferrersList = {
  readonly document: Readonly<Record<string, unknown>>;
  readonly entries: readonly Entry[];
};

/** What a list begins with that is not there yet. */
export const NO_REFERRERS: ReferrersList = {
  document: { schemaVersion: 2, mediaType: MEDIA_TYPES.ociIndex },
  entries: [],
};

/** readReferrersList reads such a list. What is no image index throws a ManifestProblem: it is not ours to overwrite. */
export function readReferrersList(bytes: Uint8Array, mediaType: string): ReferrersList {
  const { manifests, ...document } = readDocument(bytes);
  // What is written in Go may say null of a list without entries.
  const isEmpty = manifests === null;
  const index = parseManifest(isEmpty ? withEntries(document, []) : bytes, mediaType);
  if (index.mediaType !== MEDIA_TYPES.ociIndex || index.kind !== 'index')
    throw new ManifestProblem('it is not an image index');
  if (isEmpty) return { document, entries: [] };
  const descriptors = parseList(manifests, 'manifests') as readonly Entry['descriptor'][];
  return {
    document,
    entries: index.children.map(({ digest }, at) => ({ digest, descriptor: descriptors[at] ?? {} })),
  };
}

/** writeReferrersList is the list as bytes, with more entries behind its own; whatever else it says stays as it is. */
export function writeReferrersList({ document, entries }: ReferrersList, more: readonly Entry[]): Uint8Array {
  return withEntries(
    document,
    [...entries, ...more].map(({ descriptor }) => descriptor),
  );
}

function withEntries(document: ReferrersList['document'], manifests: readonly unknown[]): Uint8Array {
  return Buffer.from(JSON.stringify({ ...document, manifests }));
}

/**
 * entryOf is what a client writes into such a list (distribution-spec 1.1, "Pushing Manifests with Subject"): the type
 * and all annotations are those of the manifest itself.
 */
export function entryOf({ manifest, artifactType, annotations }: Referrer): Entry {
  const { mediaType, digest, bytes } = manifest;
  const said = {
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
  return { digest, descriptor: { mediaType, digest, size: bytes.byteLength, ...said } };
}

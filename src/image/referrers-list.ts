import type { Digest } from './digest.ts';
import { ManifestProblem, parseList, readDocument } from './document.ts';
import { parseManifest } from './manifest.ts';
import { MEDIA_TYPES } from './media-types.ts';
import type { Referrer } from './referrer.ts';

/** An entry of a list of referrers: the digest, and the complete descriptor as written there. */
export type Entry = { readonly digest: Digest; readonly descriptor: Readonly<Record<string, unknown>> };

/** The list of a manifest's referrers: an image index, with all its other fields, in their order. */
export type ReferrersList = {
  readonly document: Readonly<Record<string, unknown>>;
  readonly entries: readonly Entry[];
};

/** The list to start from if none exists. */
export const NO_REFERRERS: ReferrersList = {
  document: { schemaVersion: 2, mediaType: MEDIA_TYPES.ociIndex },
  entries: [],
};

/** readReferrersList reads such a list. Throws a ManifestProblem if it is no image index: we do not overwrite that. */
export function readReferrersList(bytes: Uint8Array, mediaType: string): ReferrersList {
  const { manifests, ...document } = readDocument(bytes);
  // Programs in Go may write null for a list without entries.
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

/** writeReferrersList returns the list as bytes, with more entries at the end; all other fields stay as they are. */
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
 * entryOf creates the entry that a client writes into such a list (distribution-spec 1.1, "Pushing Manifests with
 * Subject"): the type and all annotations are those of the manifest itself.
 */
export function entryOf({ manifest, artifactType, annotations }: Referrer): Entry {
  const { mediaType, digest, bytes } = manifest;
  const said = {
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
  return { digest, descriptor: { mediaType, digest, size: bytes.byteLength, ...said } };
}

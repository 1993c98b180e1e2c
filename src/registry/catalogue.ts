import type { Digest } from '../image/digest.ts';
import type { ManifestList, Removal } from '../image/own-list.ts';
import type { Prunable } from '../image/prunable.ts';
import type { RegistryOptions } from './registry.ts';

/** The exact bytes of a manifest of any type, and their digest. */
export type Document = { readonly bytes: Uint8Array; readonly digest: Digest; readonly mediaType: string };

/**
 * Catalogue is the door to all that one repository holds: it lists, reads, and deletes what a plan lets go. It is apart
 * from `Registry`, so that a step which publishes has nothing in it that could delete. Every method throws an
 * `ActionError`.
 */
export interface Catalogue {
  /** authenticate proves that the registry is there and takes the credential. */
  authenticate(): Promise<void>;
  /** mayDelete tells whether the credential may delete here; undefined where the registry does not tell. */
  mayDelete(): Promise<boolean | undefined>;
  /** listTags lists every tag. A list that may not be whole is a REGISTRY_ANSWER. */
  listTags(): Promise<readonly string[]>;
  /** listManifests lists every manifest, with a tag and without; undefined where the registry has no such list. */
  listManifests(): Promise<ManifestList | undefined>;
  /** digestUnder tells what a tag shows now; undefined if it is not there. */
  digestUnder(tag: string): Promise<Digest | undefined>;
  /** readDocument reads the manifest under a tag or a digest, whatever its type; undefined if it is not there. */
  readDocument(name: string | Digest): Promise<Document | undefined>;
  /** readBlob reads a small blob and hashes it; undefined if it is not there. */
  readBlob(digest: Digest): Promise<Uint8Array | undefined>;
  /** listReferrers lists what is attached to a manifest; undefined where the registry has no such list. */
  listReferrers(digest: Digest): Promise<readonly Digest[] | undefined>;
  /** remove asks once for a manifest to be deleted, by its digest. */
  remove(manifest: Prunable): Promise<Removal>;
  /** awaitGone reads until the registry has the digest no more; false if it still has after a minute. */
  awaitGone(digest: Digest): Promise<boolean>;
  /** close ends the connections. */
  close(): void;
}

/** What is asked for at the token service: a dry run never asks for more than to pull. */
export type CatalogueOptions = Omit<RegistryOptions, 'mountFrom'> & { readonly deletes: boolean };

/** OpenCatalogue makes the session; it contacts nothing yet. */
export type OpenCatalogue = (options: CatalogueOptions) => Promise<Catalogue>;

import type { Digest } from '../image/digest.ts';
import type { ManifestList, Removal } from '../image/own-list.ts';
import type { Prunable } from '../image/prunable.ts';
import type { RegistryOptions } from './registry.ts';

/** The exact bytes of a manifest of any type, and their digest. */
export type Document = { readonly bytes: Uint8Array; readonly digest: Digest; readonly mediaType: string };

/**
 * Catalogue gives access to everything in one repository: it lists, reads, and deletes what a plan allows. It is
 * separate from `Registry`, so that a step which publishes has no code to delete. Every method throws an `ActionError`.
 */
export interface Catalogue {
  /** authenticate checks that the registry is there and accepts the credential. */
  authenticate(): Promise<void>;
  /** mayDelete tells whether the credential may delete here; undefined if the registry does not say. */
  mayDelete(): Promise<boolean | undefined>;
  /** listTags lists every tag. A list that may be incomplete is a REGISTRY_ANSWER. */
  listTags(): Promise<readonly string[]>;
  /** listManifests lists every manifest, with and without a tag; undefined if the registry has no such list. */
  listManifests(): Promise<ManifestList | undefined>;
  /** digestUnder is the digest that a tag shows now; undefined if the tag does not exist. */
  digestUnder(tag: string): Promise<Digest | undefined>;
  /** readDocument reads the manifest under a tag or a digest, of any type; undefined if it does not exist. */
  readDocument(name: string | Digest): Promise<Document | undefined>;
  /** readBlob reads a small blob and hashes it; undefined if it does not exist. */
  readBlob(digest: Digest): Promise<Uint8Array | undefined>;
  /** listReferrers lists the referrers of a manifest; undefined if the registry has no such list. */
  listReferrers(digest: Digest): Promise<readonly Digest[] | undefined>;
  /** remove sends one request to delete a manifest, by its digest. */
  remove(manifest: Prunable): Promise<Removal>;
  /** awaitGone reads until the registry no longer has the digest; false if it still has it after a minute. */
  awaitGone(digest: Digest): Promise<boolean>;
  /** close ends the connections. */
  close(): void;
}

/** The options of a catalogue. A dry run requests only pull access from the token service. */
export type CatalogueOptions = Omit<RegistryOptions, 'mountFrom'> & { readonly deletes: boolean };

/** OpenCatalogue creates the session; it contacts nothing yet. */
export type OpenCatalogue = (options: CatalogueOptions) => Promise<Catalogue>;

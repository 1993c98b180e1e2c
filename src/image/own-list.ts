import type { ActionError } from '../errors.ts';
import type { Digest } from './digest.ts';
import type { Prunable } from './prunable.ts';

/** A manifest in a registry's own list. */
export type Listed = {
  readonly digest: Digest;
  readonly tags: readonly string[];
  /** Dates from the registry, in milliseconds since 1970: of the push, and of the last change. */
  readonly dates: readonly number[];
  /** Undefined if the list does not say. */
  readonly mediaType: string | undefined;
};

/** A list that was read completely, and the cost. */
export type ManifestList = {
  readonly manifests: readonly Listed[];
  /** The number of requests that it needed. */
  readonly requests: number;
  /** How many more requests the registry accepts from us for now; undefined if it does not say. */
  readonly left: number | undefined;
};

/** The answer to a deletion. If it is `sent` or `doubtful`, only reading shows the result. */
export type Removal =
  | { readonly kind: 'sent' }
  /** The registry keeps this manifest by its own rule. */
  | { readonly kind: 'protected'; readonly says: string }
  /** The registry deletes nothing for us. */
  | { readonly kind: 'refused'; readonly error: ActionError }
  | { readonly kind: 'doubtful'; readonly error: ActionError };

/**
 * OwnList is a registry's own API for all manifests of one repository, beside the specification. Every method throws an
 * `ActionError`.
 */
export interface OwnList {
  /** mayDelete tells whether the credential may delete here; undefined if the registry does not say. */
  mayDelete(): Promise<boolean | undefined>;
  /** listManifests lists all manifests, tagged or not. If the list may be incomplete: REGISTRY_ANSWER. */
  listManifests(): Promise<ManifestList>;
  /** remove asks the registry once to delete a manifest with all its tags. */
  remove(manifest: Prunable): Promise<Removal>;
  /** close ends the connections. */
  close(): void;
}

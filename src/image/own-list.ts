import type { ActionError } from '../errors.ts';
import type { Digest } from './digest.ts';
import type { Prunable } from './prunable.ts';

/** A manifest as a registry's own list has it. */
export type Listed = {
  readonly digest: Digest;
  readonly tags: readonly string[];
  /** Dates that the registry itself gives, in milliseconds since 1970: of its push, and of its last change. */
  readonly dates: readonly number[];
  /** Undefined where the list does not say. */
  readonly mediaType: string | undefined;
};

/** A list that was read to its end, and what that took. */
export type ManifestList = {
  readonly manifests: readonly Listed[];
  /** How many requests it took. */
  readonly requests: number;
  /** How many more requests are taken from us for now; undefined where nobody says. */
  readonly left: number | undefined;
};

/** What a registry answered to a deletion. Only reading tells what became of what was `sent` or is `doubtful`. */
export type Removal =
  | { readonly kind: 'sent' }
  /** It keeps this one by its own rule. */
  | { readonly kind: 'protected'; readonly says: string }
  /** It deletes nothing for us. */
  | { readonly kind: 'refused'; readonly error: ActionError }
  | { readonly kind: 'doubtful'; readonly error: ActionError };

/**
 * OwnList is a registry's own API for all manifests of one repository, where it has one beside the specification.
 * Every method throws an `ActionError`.
 */
export interface OwnList {
  /** mayDelete tells whether the credential may delete here; undefined where nobody tells. */
  mayDelete(): Promise<boolean | undefined>;
  /** listManifests lists every manifest, with a tag and without. A list that may not be whole is a REGISTRY_ANSWER. */
  listManifests(): Promise<ManifestList>;
  /** remove asks once for a manifest to be deleted, with all its tags. */
  remove(manifest: Prunable): Promise<Removal>;
  /** close ends the connections. */
  close(): void;
}

import type { EngineLogin, PrivateConfig } from '../docker/docker.ts';
import type { Attachable } from '../image/attached.ts';
import type { Digest } from '../image/digest.ts';
import type { Image } from '../image/image.ts';
import type { Descriptor, Manifest } from '../image/manifest.ts';
import type { Repository, TaggedReference } from '../image/reference.ts';
import type { Examined, Tested } from '../image/tested.ts';
import type { Registry } from '../registry/registry.ts';
import type { Teller, Transfer } from './progress.ts';
import type { Sight } from './sight.ts';
import type { LayerCompression } from './unpacked-source.ts';

/**
 * Source is the image to publish, where it is now: what it *is*, and how it is pushed to a registry. Each kind has a
 * file in this room.
 */
export interface Source extends Examined, AsyncDisposable {
  readonly kind: 'engine' | 'podman' | 'file' | 'registry' | 'joined';
  /** As people name it. */
  readonly name: string;
  /** The images that a joined image is made of, in order. */
  readonly parts?: readonly { readonly name: string; readonly tested: Tested }[];
  /** Repositories on registries that it is read from; none if it is in a file or an engine. */
  readonly repositories: readonly Repository[];
  /** What may have referrers, and where to read them; undefined for an image of an engine. */
  readonly attached?: Attachable | undefined;
  /** Whether the engine pushes it, which needs a separate login, or we do. */
  readonly isPushedByEngine: boolean;
  /** foreseen are blobs that the image is known to need before the push; not those that the push creates. */
  foreseen(compression: LayerCompression): readonly Descriptor[];
  /** push pushes the image to a registry, and returns a claim to be verified. Throws an ActionError. */
  push(to: Destination, terms: Terms): Promise<Claim>;
}

/** One destination, after the login. */
export type Destination = {
  readonly registry: Registry;
  readonly target: TaggedReference;
  /** mountsFrom tells whether blobs may be mounted from another repository: on this registry, with this credential. */
  readonly mountsFrom: (other: Repository) => boolean;
  /** The engine's login, valid when it is requested. */
  readonly engine: () => Promise<EngineLogin>;
  /** Tells whether a manifest on the registry is the source. */
  readonly isOurs: (manifest: Manifest) => Promise<boolean>;
  readonly sight: Sight;
};

/** How an image is pushed, and where progress is reported. */
export type Terms = {
  readonly compression: LayerCompression;
  /** Repository on the same registry that may have blobs of the image. */
  readonly mountFrom: string | undefined;
  /** A private folder for what must be saved. */
  readonly config: PrivateConfig;
  readonly teller: Teller;
  /** Reports work that is done once for all destinations. */
  readonly tell: (line: string) => void;
  /** Reports what the push loses. */
  readonly warn: (line: string) => void;
};

/**
 * What is *said* to be on a registry. It is never evidence: an engine computes the digest before the registry answers,
 * and others may have pushed what we found there. We do not use the size that an engine prints: Podman's is that of
 * another manifest.
 */
export type Claim = {
  readonly digest: Digest;
  /** Whether it already has its SHA tag: an engine can push only with a tag. */
  readonly isTagged: boolean;
  /** Whether nothing of it was sent in this run. */
  readonly isFound: boolean;
  /** What we have pushed ourselves, and how many bytes that took. */
  readonly pushed?: Manifest;
  readonly transfer?: Transfer;
  /** All known parts of it: children before parents, the root last. */
  readonly parts?: Pick<Image, 'manifests' | 'blobs'>;
  /** Sends the manifests in another way, for a registry that accepted them but serves none. */
  readonly sendAnew?: () => Promise<void>;
};

/** foundClaim is the claim that a manifest already exists. It is verified like any other claim. */
export function foundClaim({ digest }: Manifest, isTagged: boolean): Claim {
  return { digest, isTagged, isFound: true };
}

/** pushedClaim is the claim for a manifest that we have pushed ourselves, by its digest. */
export function pushedClaim(pushed: Manifest, own: Pick<Claim, 'transfer' | 'sendAnew' | 'parts'>): Claim {
  return { digest: pushed.digest, isTagged: false, isFound: false, pushed, ...own };
}

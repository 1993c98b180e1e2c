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
 * Source is the image to publish, where it is now: what it *is*, and how it gets to a registry. Each kind of it is a
 * file of this room.
 */
export interface Source extends Examined, AsyncDisposable {
  readonly kind: 'engine' | 'podman' | 'file' | 'registry' | 'joined';
  /** As people name it. */
  readonly name: string;
  /** What a joined image is made of, in order. */
  readonly parts?: readonly { readonly name: string; readonly tested: Tested }[];
  /** Repositories on registries that it is read from; none where it is in a file, or an engine has it. */
  readonly repositories: readonly Repository[];
  /** What may have something attached to it, and where that is read; undefined of an image that an engine has. */
  readonly attached?: Attachable | undefined;
  /** Whether the engine pushes it, which needs a separate login; or we do. */
  readonly isPushedByEngine: boolean;
  /** foreseen are blobs that the image is known to need before it is pushed; those that are made on the way are not. */
  foreseen(compression: LayerCompression): readonly Descriptor[];
  /** push brings the image to a registry. What it returns is a claim, to be proved. Throws an ActionError. */
  push(to: Destination, terms: Terms): Promise<Claim>;
}

/** One destination that was signed in to. */
export type Destination = {
  readonly registry: Registry;
  readonly target: TaggedReference;
  /** mountsFrom tells whether blobs may be mounted from another repository: on this registry, with this credential. */
  readonly mountsFrom: (other: Repository) => boolean;
  /** The engine's login, as it is good when it is asked for. */
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
  /** Reports what is lost on the way. */
  readonly warn: (line: string) => void;
};

/**
 * What is *said* to be on a registry. It is never evidence: an engine computes the digest before the registry answers,
 * and what was found there others may have put there. The size that an engine prints is not even asked for: Podman's is
 * that of another manifest.
 */
export type Claim = {
  readonly digest: Digest;
  /** Whether it has its SHA tag already: an engine can push in no other way. */
  readonly isTagged: boolean;
  /** Whether nothing of it was sent in this run. */
  readonly isFound: boolean;
  /** What we have put there ourselves, and what went over the line for it. */
  readonly pushed?: Manifest;
  readonly transfer?: Transfer;
  /** All parts of that, as far as they are known: children before parents, the root last. */
  readonly parts?: Pick<Image, 'manifests' | 'blobs'>;
  /** Sends the manifests in another way, for a registry that has taken them and serves none of them. */
  readonly sendAnew?: () => Promise<void>;
};

/** foundClaim is the claim that a manifest already exists. It is verified like any other claim. */
export function foundClaim({ digest }: Manifest, isTagged: boolean): Claim {
  return { digest, isTagged, isFound: true };
}

/** pushedClaim is the claim for what we have put there ourselves, by its digest. */
export function pushedClaim(pushed: Manifest, own: Pick<Claim, 'transfer' | 'sendAnew' | 'parts'>): Claim {
  return { digest: pushed.digest, isTagged: false, isFound: false, pushed, ...own };
}

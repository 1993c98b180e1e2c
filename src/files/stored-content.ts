import { matches } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import {
  type Child,
  type Descriptor,
  type ImageIndex,
  type ImageManifest,
  isIndexType,
  isServed,
  parseManifest,
} from '../image/manifest.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { bytesOf, type Storage, type Stored } from './storage.ts';

/** An image manifest with its config, or an index with what it leads to; and what of all that the storage lacks. */
export type Tree =
  | {
      readonly manifest: ImageManifest;
      readonly config: Uint8Array | undefined;
      /** Every layer that is there. */
      readonly layers: readonly Descriptor[];
      readonly missing: readonly string[];
    }
  | { readonly manifest: ImageIndex; readonly below: readonly Branch[]; readonly missing: readonly string[] };

/** A child of an index, with the tree that it leads to if the storage has it. */
export type Branch = { readonly child: Child; readonly tree: Tree | undefined };

/** Registries take no larger manifests, and no one makes larger configs. In bytes. */
const LARGEST_MANIFEST = 4 * 1024 * 1024;
const LARGEST_CONFIG = 8 * 1024 * 1024;
/** Bytes of all manifests and configs together; they are kept. */
const MOST_BYTES = 32 * 1024 * 1024;
/** An index may hold indexes, but these only manifests. */
const DEEPEST = 2;
const MOST_CHILDREN = 200;

/**
 * readTree reads and hashes every manifest and config that a descriptor leads to, and sees that every layer is there
 * with its size. Undefined if the manifest itself is not there. Throws a FileProblem for whatever is there but wrong.
 */
export async function readTree(storage: Storage, root: Descriptor): Promise<Tree | undefined> {
  return new Reading(storage).tree(root, 0);
}

/** findBlob looks content up by its digest (image-spec, image-layout.md). Throws a FileProblem if its size is another. */
export async function findBlob(storage: Storage, { digest, size }: Descriptor): Promise<Stored | undefined> {
  const stored = await storage.find(`blobs/${digest.replace(':', '/')}`);
  if (stored !== undefined && stored.size !== size) {
    throw new FileProblem(`its content ${digest} has ${stored.size} bytes, and should have ${size}`);
  }
  return stored;
}

class Reading {
  readonly #storage: Storage;
  #bytes = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async tree(descriptor: Descriptor, depth: number): Promise<Tree | undefined> {
    const bytes = await this.#read(descriptor, 'manifest', LARGEST_MANIFEST);
    if (bytes === undefined) return undefined;
    const manifest = { ...parsed(bytes, descriptor), digest: descriptor.digest };
    return manifest.kind === 'manifest' ? this.#image(manifest) : this.#index(manifest, depth);
  }

  async #image(manifest: ImageManifest): Promise<Tree> {
    const config = await this.#read(manifest.config, 'config', LARGEST_CONFIG);
    const missing = config === undefined ? [`the config ${manifest.config.digest}`] : [];
    const layers: Descriptor[] = [];
    for (const layer of manifest.layers) {
      const isThere = (await findBlob(this.#storage, layer)) !== undefined;
      if (isThere) layers.push(layer);
      else if (isServed(layer)) missing.push(`the layer ${layer.digest}`);
    }
    return { manifest, config, layers, missing };
  }

  async #index(manifest: ImageIndex, depth: number): Promise<Tree> {
    const { digest, children } = manifest;
    if (depth === DEEPEST) throw new FileProblem(`its index ${digest} lies more than ${DEEPEST} indexes deep`);
    if (children.length > MOST_CHILDREN) {
      throw new FileProblem(`its index ${digest} has more than ${MOST_CHILDREN} children`);
    }
    const below: Branch[] = [];
    for (const child of children) below.push({ child, tree: await this.tree(child, depth + 1) });
    const missing = below.flatMap(({ child, tree }) => tree?.missing ?? [`the ${kindOf(child)} ${child.digest}`]);
    return { manifest, below, missing };
  }

  async #read(descriptor: Descriptor, what: string, largest: number): Promise<Uint8Array | undefined> {
    const { digest, size } = descriptor;
    const stored = await findBlob(this.#storage, descriptor);
    if (stored === undefined) return undefined;
    this.#bytes += size;
    if (this.#bytes > MOST_BYTES) throw new FileProblem('its manifests and configs are larger than any image has them');
    const bytes = await bytesOf(stored, `its ${what} ${digest}`, largest);
    if (!matches(digest, bytes)) throw new FileProblem(`its ${what} ${digest} was changed: its digest is another`);
    return bytes;
  }
}

function parsed(bytes: Uint8Array, { digest, mediaType }: Descriptor): ImageManifest | ImageIndex {
  try {
    return parseManifest(bytes, mediaType);
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its manifest ${digest} is not one: ${cause.message}`, { cause });
  }
}

function kindOf(child: Child): string {
  if (child.isAttestation) return 'attestation';
  return isIndexType(child) ? 'index' : `manifest for ${child.platform ?? 'its platform'},`;
}

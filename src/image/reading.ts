import { artifactOf } from './artifacts.ts';
import { type Content, ImageProblem, lacking } from './content.ts';
import { matches } from './digest.ts';
import { LARGEST_DOCUMENT } from './document.ts';
import {
  type Child,
  type Descriptor,
  type ImageIndex,
  type ImageManifest,
  type Manifest,
  parseManifest,
} from './manifest.ts';
import { isForeign, isIndexType, isManifestType } from './media-types.ts';
import { type PlatformImage, parsed, platformImage, seeAttestation } from './roles.ts';

/** An index may contain indexes, but those only manifests: nobody builds deeper ones, and a circle never ends. */
const DEEPEST = 2;
/** Manifests and indexes of one image. */
export const MOST_MANIFESTS = 200;
/** Engines accept at most 127. */
const MOST_LAYERS = 1000;
/** Bytes of all manifests and configs together; they are kept in memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Everything under one manifest or index; children before parents. */
export type Branch = { readonly manifests: readonly Manifest[]; readonly leaves: readonly Leaf[] };

/** A manifest without children; without an `image` it is an attestation. */
export type Leaf = { readonly manifest: ImageManifest; readonly config: Uint8Array; readonly image?: PlatformImage };

/** Reading reads one image: each part once, and everything within limits. */
export class Reading {
  readonly #content: Content;
  readonly #read = new Map<string, Promise<unknown>>();
  #manifests = 0;
  #bytes = 0;

  constructor(content: Content) {
    this.#content = content;
  }

  async branch(manifest: Manifest, depth: number, child?: Child): Promise<Branch> {
    if (manifest.kind === 'manifest') return { manifests: [manifest], leaves: [await this.#leaf(manifest, child)] };
    if (depth === DEEPEST)
      throw new ImageProblem(`its index ${manifest.digest} lies more than ${DEEPEST} indexes deep`);
    this.#manifests += manifest.children.length;
    if (this.#manifests > MOST_MANIFESTS) throw new ImageProblem(`it has more than ${MOST_MANIFESTS} manifests`);
    const below = await together(
      manifest.children.map(async (each) => {
        if (!isManifestType(each)) throw notOfImages(manifest);
        return this.branch(await this.manifest(each, kindOf(each)), depth + 1, each);
      }),
    );
    return {
      manifests: [...below.flatMap(({ manifests }) => manifests), manifest],
      leaves: below.flatMap(({ leaves }) => leaves),
    };
  }

  async manifest(at: Descriptor, what: string): Promise<Manifest> {
    return this.#once(`${at.mediaType} ${keyOf(at)}`, async () => {
      this.#weigh(at, 'manifest');
      const found = await this.#content.manifest(at);
      if (found === undefined) throw lacking([`the ${what} ${at.digest}`]);
      seeBytes(found.bytes, at, 'manifest');
      const manifest = parsed(`manifest ${at.digest} is not one`, () => parseManifest(found.bytes, found.mediaType));
      if (manifest.mediaType !== at.mediaType) {
        throw new ImageProblem(`its manifest ${at.digest} has another media type than the index says`);
      }
      // Our own hash is SHA-256; the image may name the manifest by another algorithm.
      return { ...manifest, digest: at.digest };
    });
  }

  async #leaf(manifest: ImageManifest, child: Child | undefined): Promise<Leaf> {
    const { config, layers, digest } = manifest;
    const foreign = layers.find(isForeign);
    if (foreign !== undefined) throw new ImageProblem(`its layer ${foreign.digest} is a foreign layer`, FOREIGN);
    if (layers.length > MOST_LAYERS)
      throw new ImageProblem(`its manifest ${digest} has more than ${MOST_LAYERS} layers`);
    // The config of an artifact may also be its layer.
    const others = layers.filter((layer) => keyOf(layer) !== keyOf(config));
    const reading = this.#config(config);
    await together<unknown>([reading, ...others.map((layer) => this.#layer(layer))]);
    const bytes = await reading;
    if (child?.isAttestation !== true) return { manifest, config: bytes, image: platformImage(manifest, bytes, child) };
    seeAttestation(manifest, bytes);
    return { manifest, config: bytes };
  }

  #config(at: Descriptor): Promise<Uint8Array> {
    return this.#once(keyOf(at), async () => {
      this.#weigh(at, 'config');
      const bytes = await this.#content.config(at);
      if (bytes === undefined) throw lacking([`the config ${at.digest}`]);
      seeBytes(bytes, at, 'config');
      return bytes;
    });
  }

  #layer(at: Descriptor): Promise<void> {
    return this.#once(`layer ${keyOf(at)}`, async () => {
      const size = await this.#content.sizeOf(at);
      if (size === undefined) throw lacking([`the layer ${at.digest}`]);
      if (size !== at.size) throw otherSize(`layer ${at.digest}`, size, at);
    });
  }

  #weigh({ digest, size }: Descriptor, what: string): void {
    if (size > LARGEST_DOCUMENT)
      throw new ImageProblem(`its ${what} ${digest} has more than ${LARGEST_DOCUMENT} bytes`);
    this.#bytes += size;
    if (this.#bytes > MOST_BYTES) throw new ImageProblem('its manifests and configs are too large for an image');
  }

  #once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const reading = (this.#read.get(key) as Promise<T> | undefined) ?? read();
    this.#read.set(key, reading);
    return reading;
  }
}

const FOREIGN = {
  hint:
    'Registries do not store such layers, so they cannot be verified. Build the image again without them: with ' +
    'buildx, leave "prefer-nondist-layers" out of "--output", and use a base image with ordinary layers, as ' +
    "Microsoft's are since 2023.",
};

/** otherSize reports that a part has another size than the image says. */
export function otherSize(what: string, bytes: number, { size }: Descriptor): ImageProblem {
  return new ImageProblem(`its ${what} has ${bytes} bytes, and should have ${size}`, { isDamage: true });
}

/**
 * miscounted is for content with the right digest: nothing was changed, but the tool that wrote the image counted
 * wrongly.
 */
export function miscounted(what: string, bytes: number, { size }: Descriptor): ImageProblem {
  return new ImageProblem(`its ${what} has ${bytes} bytes, and the image says ${size}`);
}

function seeBytes(bytes: Uint8Array, at: Descriptor, what: string): void {
  const isItself = matches(at.digest, bytes);
  if (isItself && bytes.byteLength === at.size) return;
  if (isItself) throw miscounted(`${what} ${at.digest}`, bytes.byteLength, at);
  if (bytes.byteLength !== at.size) throw otherSize(`${what} ${at.digest}`, bytes.byteLength, at);
  throw new ImageProblem(`its ${what} ${at.digest} was changed: its digest is another`, { isDamage: true });
}

/** An index may list anything (image-spec, image-index.md); BuildKit stores its caches this way. */
function notOfImages({ digest, children }: ImageIndex): ImageProblem {
  const types = children.map(({ mediaType }) => mediaType).filter((mediaType) => !isManifestType({ mediaType }));
  const { what, hint } = artifactOf(types.find((type) => type.includes('config')) ?? types[0] ?? '');
  return new ImageProblem(`its index ${digest} does not only list images, but also ${what}`, { hint });
}

/** kindOf names the kind of a child of an index. */
export function kindOf(child: Child): string {
  if (child.isAttestation) return 'attestation';
  return isIndexType(child) ? 'index' : `manifest for ${child.platform ?? 'its platform'},`;
}

/**
 * together waits for all results, so that the error does not depend on their order: first what could not be read, then
 * everything that is missing, then the first part that is wrong.
 */
export async function together<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
  const settled = await Promise.allSettled(work);
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  const unread = failures.find((error) => !(error instanceof ImageProblem));
  if (unread !== undefined) throw unread;
  const problems = failures as readonly ImageProblem[];
  const missing = problems.flatMap((problem) => problem.missing);
  if (missing.length > 0) throw lacking([...new Set(missing)]);
  if (problems[0] !== undefined) throw problems[0];
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

/** Two descriptors of one part with different sizes are read separately: one of them is wrong. */
function keyOf({ digest, size }: Descriptor): string {
  return `${digest} ${size}`;
}

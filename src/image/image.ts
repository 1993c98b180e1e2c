import { type Config, namesPlatform, parseConfig } from './config.ts';
import { type Content, ImageProblem, lacking } from './content.ts';
import { type Digest, matches } from './digest.ts';
import { ManifestProblem } from './document.ts';
import {
  type Child,
  type Descriptor,
  type ImageIndex,
  type ImageManifest,
  type Manifest,
  parseManifest,
} from './manifest.ts';
import { isForeign, isImageConfig, isIndexType } from './media-types.ts';
import { asEnginesRead, sameMachine } from './platform.ts';

/**
 * An image: a closed set of parts, every one of them there, every leaf with a role. `readImage` alone makes one, so that
 * whoever has it need ask no further.
 */
export type Image = {
  readonly root: Manifest;
  /** What it is for each platform, in the order of the index. */
  readonly platforms: readonly [PlatformImage, ...PlatformImage[]];
  /** What BuildKit put beside the images: SBOMs and provenance. */
  readonly attestations: readonly ImageManifest[];
  /** Every manifest and index of it once, children before parents, the root last. */
  readonly manifests: readonly Manifest[];
  /** The exact bytes of every config, of attestations too, by their digest. */
  readonly configs: ReadonlyMap<Digest, Uint8Array>;
  /** Every config and layer once. */
  readonly blobs: readonly Descriptor[];
};

/** The image for one platform: what its config says, for the platform that its index names, or else the config. */
export type PlatformImage = Config & { readonly manifest: ImageManifest };

/** An index may hold indexes, but these only manifests: deeper than that nobody builds, and a circle never ends. */
const DEEPEST = 2;
/** Manifests and indexes of one image. */
const MOST_MANIFESTS = 200;
/** Engines take no image with more than 127. */
const MOST_LAYERS = 1000;
/** Registries take no larger manifests, and no one makes larger configs. In bytes. */
const LARGEST_DOCUMENT = 4 * 1024 * 1024;
/** Bytes of all manifests and configs together; they are kept. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * readImage reads the image that a manifest or index is the root of: every manifest and config is hashed, every layer is
 * there with its size, and every leaf is an image for a platform that no other one is for, or an attestation. Anything
 * else is refused by name. Throws an ImageProblem; what is missing is told before what is wrong.
 */
export async function readImage(content: Content, root: Manifest): Promise<Image> {
  const { manifests, leaves } = await new Reading(content).branch(root, 0);
  const images = leaves.flatMap(({ image }) => image ?? []);
  const [first, ...others] = distinctBy(images, ({ manifest }) => manifest.digest);
  if (first === undefined) throw new ImageProblem('what it holds is not an image that runs anywhere');
  const platforms = [first, ...others] as const;
  seeOnePerPlatform(platforms);
  const attestations = leaves.flatMap(({ image, manifest }) => (image === undefined ? [manifest] : []));
  const blobs = leaves.flatMap(({ manifest }) => [manifest.config, ...manifest.layers]);
  return {
    root,
    platforms,
    attestations: distinctBy(attestations, byDigest),
    manifests: distinctBy(manifests, byDigest),
    configs: new Map(leaves.map(({ manifest, config }) => [manifest.config.digest, config])),
    blobs: distinctBy(blobs, byDigest),
  };
}

/** readRoot reads the manifest or index that a descriptor describes. Throws an ImageProblem. */
export async function readRoot(content: Content, at: Descriptor): Promise<Manifest> {
  return new Reading(content).manifest(at, 'manifest');
}

/**
 * imagesThere finds the images of an index of which everything is there: of an image for several platforms an engine
 * saves what it has. Throws an ImageProblem for what is there, but wrong.
 */
export async function imagesThere(content: Content, { children }: ImageIndex): Promise<readonly ImageManifest[]> {
  const reading = new Reading(content);
  const images = children.filter((child) => !child.isAttestation && !isIndexType(child)).slice(0, MOST_MANIFESTS);
  const found = images.map((child) =>
    ifThere(reading.manifest(child, kindOf(child)).then((manifest) => reading.branch(manifest, 1, child))),
  );
  const there = (await together(found)).flatMap((branch) => branch?.leaves ?? []);
  return distinctBy(
    there.map(({ manifest }) => manifest),
    byDigest,
  );
}

async function ifThere<T>(read: Promise<T>): Promise<T | undefined> {
  return read.catch((error) => {
    if (error instanceof ImageProblem && error.missing.length > 0) return undefined;
    throw error;
  });
}

/** What hangs on one manifest or index; every manifest stands after those that it leads to. */
type Branch = { readonly manifests: readonly Manifest[]; readonly leaves: readonly Leaf[] };

/** A manifest that leads to no other; without an `image` it is an attestation. */
type Leaf = { readonly manifest: ImageManifest; readonly config: Uint8Array; readonly image?: PlatformImage };

/** One reading of one image: each part is read once, and all of it is bounded. */
class Reading {
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
      manifest.children.map(async (each) => this.branch(await this.manifest(each, kindOf(each)), depth + 1, each)),
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
        throw new ImageProblem(`its manifest ${at.digest} is of another media type than is said of it`);
      }
      // Our own hash is a SHA-256; the image may name it by another one.
      return { ...manifest, digest: at.digest };
    });
  }

  async #leaf(manifest: ImageManifest, child: Child | undefined): Promise<Leaf> {
    const { config, layers, digest } = manifest;
    const foreign = layers.find(isForeign);
    if (foreign !== undefined) throw new ImageProblem(`its layer ${foreign.digest} is a foreign one`, FOREIGN);
    if (layers.length > MOST_LAYERS)
      throw new ImageProblem(`its manifest ${digest} has more than ${MOST_LAYERS} layers`);
    // The config of an artifact may be its layer, too.
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
    if (this.#bytes > MOST_BYTES)
      throw new ImageProblem('its manifests and configs are larger than any image has them');
  }

  #once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const reading = (this.#read.get(key) as Promise<T> | undefined) ?? read();
    this.#read.set(key, reading);
    return reading;
  }
}

const FOREIGN = {
  hint:
    'Registries are told not to hold such layers, so nobody can prove them. Build the image again without them: with ' +
    'buildx leave "prefer-nondist-layers" out of "--output"; take a base image whose layers are ordinary ones, as ' +
    "Microsoft's are since 2023.",
};

/** otherSize says that a part has another size than the image says of it. */
export function otherSize(what: string, bytes: number, { size }: Descriptor): ImageProblem {
  return new ImageProblem(`its ${what} has ${bytes} bytes, and should have ${size}`);
}

function seeBytes(bytes: Uint8Array, at: Descriptor, what: string): void {
  if (bytes.byteLength !== at.size) throw otherSize(`${what} ${at.digest}`, bytes.byteLength, at);
  if (!matches(at.digest, bytes)) throw new ImageProblem(`its ${what} ${at.digest} was changed: its digest is another`);
}

/**
 * Nobody looks at an attestation as one looks at an image, so it must not be one: engines mind neither what it is called
 * nor the media type of its config.
 */
function seeAttestation({ digest, config }: ImageManifest, bytes: Uint8Array): void {
  if (parsed(`config ${config.digest} is not that of an attestation`, () => namesPlatform(bytes))) {
    throw new ImageProblem(`its manifest ${digest} is called an attestation, but its config is that of an image`);
  }
}

function platformImage(manifest: ImageManifest, bytes: Uint8Array, child: Child | undefined): PlatformImage {
  const { digest, config: at, layers } = manifest;
  if (!isImageConfig(at)) {
    throw new ImageProblem(
      `its manifest ${digest} is neither an image nor an attestation: its config is "${at.mediaType}"`,
    );
  }
  const config = parsed(`config ${at.digest} is not that of an image`, () => parseConfig(bytes));
  if (config.diffIds.length !== layers.length) {
    throw new ImageProblem(
      `its manifest ${digest} has ${layers.length} layers, but its config ${at.digest} ${config.diffIds.length}`,
    );
  }
  if (child?.platform !== undefined && !sameMachine(child.platform, config.platform)) {
    throw new ImageProblem(`its index says that ${digest} is for ${child.platform}, its config ${config.platform}`);
  }
  const { platform = config.platform, osVersion = config.osVersion } = child ?? {};
  return { ...config, platform, osVersion, manifest };
}

/**
 * Of two images for one platform some engines run the one and some the other. Windows alone runs what was made for its
 * own version, so that there each may name one.
 */
function seeOnePerPlatform(images: readonly PlatformImage[]): void {
  for (const [at, image] of images.entries()) {
    const other = images.slice(0, at).find((each) => isForSame(each, image));
    if (other === undefined) continue;
    const [one, two] = [other.manifest.digest, image.manifest.digest];
    throw new ImageProblem(`it has two images for ${image.platform}: ${one} and ${two}`);
  }
}

function isForSame(one: PlatformImage, other: PlatformImage): boolean {
  const machine = asEnginesRead(one.platform);
  if (machine !== asEnginesRead(other.platform)) return false;
  const builds = [one, other].map(({ osVersion }) => osVersion && buildOf(osVersion));
  const areToldApart = machine.startsWith('windows/') && !builds.includes(undefined) && builds[0] !== builds[1];
  return !areToldApart;
}

/** Windows goes by major version, minor version and build; the revision after them changes with every update. */
function buildOf(osVersion: string): string {
  return osVersion.split('.').slice(0, 3).join('.');
}

function kindOf(child: Child): string {
  if (child.isAttestation) return 'attestation';
  return isIndexType(child) ? 'index' : `manifest for ${child.platform ?? 'its platform'},`;
}

function parsed<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new ImageProblem(`its ${what}: ${cause.message}`);
  }
}

/**
 * together waits for all of it, so that the same is said of an image whatever comes first: what could not be read, then
 * everything that is missing, then the first that is wrong.
 */
async function together<T>(work: readonly Promise<T>[]): Promise<readonly T[]> {
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

function byDigest({ digest }: { readonly digest: Digest }): Digest {
  return digest;
}

/** Two descriptors that differ in the size of one part are two things to look at: one of them is wrong. */
function keyOf({ digest, size }: Descriptor): string {
  return `${digest} ${size}`;
}

/** The first of all values with one digest. */
function distinctBy<T>(values: readonly T[], digestOf: (value: T) => Digest): readonly T[] {
  const seen = new Set<Digest>();
  return values.filter((value) => !seen.has(digestOf(value)) && seen.add(digestOf(value)));
}

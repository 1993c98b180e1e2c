import { type Content, ImageProblem } from './content.ts';
import type { Digest } from './digest.ts';
import type { Descriptor, ImageIndex, ImageManifest, Manifest } from './manifest.ts';
import { isIndexType } from './media-types.ts';
import { kindOf, MOST_MANIFESTS, Reading, together } from './reading.ts';
import { type PlatformImage, seeOnePerPlatform } from './roles.ts';

/**
 * An image: a closed set of parts. Every part exists, and every leaf has a role. Only `readImage` makes one, so users
 * of this type need no further checks.
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

/**
 * readImage reads the image that a manifest or index is the root of: every manifest and config is hashed, every layer
 * is there with its size, and every leaf is an image for a platform that no other one is for, or an attestation.
 * Anything else is refused by name. Throws an ImageProblem; what is missing is told before what is wrong.
 */
export async function readImage(content: Content, root: Manifest): Promise<Image> {
  const { manifests, leaves } = await new Reading(content).branch(root, 0);
  const images = leaves.flatMap(({ image }) => image ?? []);
  const [first, ...others] = distinctBy(images, ({ manifest }) => manifest.digest);
  if (first === undefined) throw new ImageProblem('it has no image that can run');
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

function byDigest({ digest }: { readonly digest: Digest }): Digest {
  return digest;
}

/** The first of all values with one digest. */
function distinctBy<T>(values: readonly T[], digestOf: (value: T) => Digest): readonly T[] {
  const seen = new Set<Digest>();
  return values.filter((value) => !seen.has(digestOf(value)) && seen.add(digestOf(value)));
}

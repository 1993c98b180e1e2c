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
  /** The image for each platform, in the order of the index. */
  readonly platforms: readonly [PlatformImage, ...PlatformImage[]];
  /** Manifests that BuildKit put beside the images: SBOMs and provenance. */
  readonly attestations: readonly ImageManifest[];
  /** Every manifest and index once, children before parents, the root last. */
  readonly manifests: readonly Manifest[];
  /** The exact bytes of every config, also of attestations, by digest. */
  readonly configs: ReadonlyMap<Digest, Uint8Array>;
  /** Every config and layer once. */
  readonly blobs: readonly Descriptor[];
};

/**
 * readImage reads the image under a root manifest or index. It hashes every manifest and config, and checks that every
 * layer exists with its size. Every leaf must be an attestation, or the only image for its platform. Anything else is
 * rejected by name. Throws an ImageProblem, which names missing parts before wrong ones.
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

/** readRoot reads the manifest or index of a descriptor. Throws an ImageProblem. */
export async function readRoot(content: Content, at: Descriptor): Promise<Manifest> {
  return new Reading(content).manifest(at, 'manifest');
}

/**
 * imagesThere finds the images of an index that are complete: of an image for several platforms, an engine saves only
 * the platforms that it has. Throws an ImageProblem if a part exists, but is wrong.
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

/** The first value of each digest. */
function distinctBy<T>(values: readonly T[], digestOf: (value: T) => Digest): readonly T[] {
  const seen = new Set<Digest>();
  return values.filter((value) => !seen.has(digestOf(value)) && seen.add(digestOf(value)));
}

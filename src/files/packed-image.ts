import type { Digest } from '../image/digest.ts';
import {
  type Child,
  type Descriptor,
  type ImageManifest,
  isImageConfig,
  type Manifest,
  namesPlatform,
} from '../image/manifest.ts';
import { sameMachine } from '../image/platform.ts';
import { FileProblem } from '../tar/file-problem.ts';
import type { PackedImage, PlatformImage } from './files.ts';
import { platformImage } from './platform-image.ts';
import type { Storage } from './storage.ts';
import { readTree, type Tree } from './stored-content.ts';

/** All of a packed image but the streams. */
export type PackedDocuments = Pick<
  PackedImage,
  'kind' | 'root' | 'manifests' | 'configs' | 'blobs' | 'narrowedFrom' | 'platforms'
>;

/** Pieces that an error names at most. */
const MOST_NAMED = 5;
const INCOMPLETE =
  'Save the image again, whole. An engine that has not all platforms of an image saves what it has: pull or build the ' +
  'others, or save one with "docker save --platform".';

/**
 * readPackedImage reads the image that a descriptor leads to, whole. Engines with the containerd store save an index
 * with the platforms that they have; if that is one, its manifest is the image, as it is when they push. Throws a
 * FileProblem.
 */
export async function readPackedImage(storage: Storage, descriptor: Descriptor): Promise<PackedDocuments> {
  const tree = await readTree(storage, descriptor);
  if (tree === undefined) throw incomplete([`the manifest ${descriptor.digest}`]);
  const root = tree.missing.length === 0 ? tree : onlyPlatform(tree);
  const leaves = leavesOf(root);
  leaves.filter(isAttestation).forEach(checkAttestation);
  const [first, ...others] = distinctBy(leaves, ({ manifest }) => manifest.digest)
    .filter((leaf) => !isAttestation(leaf) && isImageConfig(leaf.manifest.config))
    .map(platformOf);
  if (first === undefined) throw new FileProblem('what it holds is not an image that runs anywhere');
  return {
    kind: 'packed',
    root: root.manifest,
    manifests: distinctBy(manifestsOf(root), ({ digest }) => digest),
    configs: new Map(leaves.map(({ manifest, config }) => [manifest.config.digest, config])),
    blobs: distinctBy(
      leaves.flatMap(({ manifest, layers }) => [manifest.config, ...layers]),
      ({ digest }) => digest,
    ),
    narrowedFrom: root === tree ? undefined : tree.manifest.digest,
    platforms: [first, ...others],
  };
}

type Leaf = {
  readonly manifest: ImageManifest;
  readonly config: Uint8Array;
  readonly layers: readonly Descriptor[];
  readonly child: Child | undefined;
};

function onlyPlatform(tree: Tree): Tree {
  const images = whole(tree);
  const [only] = images;
  if (tree.manifest.kind === 'index' && only !== undefined && images.length === 1) return only;
  throw incomplete(tree.missing);
}

/** The images that are there with everything they need. */
function whole(tree: Tree): readonly Tree[] {
  if (!('below' in tree)) return tree.missing.length === 0 ? [tree] : [];
  return tree.below.flatMap(({ child, tree: below }) =>
    child.isAttestation || below === undefined ? [] : whole(below),
  );
}

/** Nothing is missing of a tree when its leaves are asked for. */
function leavesOf(tree: Tree, child?: Child): readonly Leaf[] {
  if ('below' in tree) return tree.below.flatMap((branch) => leavesOf(branch.tree as Tree, branch.child));
  const { manifest, config = new Uint8Array(), layers } = tree;
  return [{ manifest, config, layers, child }];
}

function manifestsOf(tree: Tree): readonly Manifest[] {
  if (!('below' in tree)) return [tree.manifest];
  return [...tree.below.flatMap((branch) => manifestsOf(branch.tree as Tree)), tree.manifest];
}

function isAttestation({ child }: Leaf): boolean {
  return child?.isAttestation === true;
}

/** Nobody looks at an attestation as one looks at an image, so it must not be one. */
function checkAttestation({ manifest, config }: Leaf): void {
  if (isImageConfig(manifest.config) && namesPlatform(config)) {
    throw new FileProblem(
      `its manifest ${manifest.digest} is called an attestation, but its config is that of an image`,
    );
  }
}

function platformOf({ manifest, config, child }: Leaf): PlatformImage {
  const { digest, layers } = manifest;
  const image = platformImage({
    manifestDigest: digest,
    configDigest: manifest.config.digest,
    config,
    layers: layers.length,
  });
  if (child?.platform !== undefined && !sameMachine(child.platform, image.platform)) {
    throw new FileProblem(`its index says that ${digest} is for ${child.platform}, its config ${image.platform}`);
  }
  return image;
}

function incomplete(missing: readonly string[]): FileProblem {
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
  return new FileProblem(`it lacks ${missing.slice(0, MOST_NAMED).join(', ')}${more}`, { hint: INCOMPLETE });
}

/** The first of all values with one digest. */
function distinctBy<T>(values: readonly T[], digestOf: (value: T) => Digest): readonly T[] {
  const seen = new Set<Digest>();
  return values.filter((value) => !seen.has(digestOf(value)) && seen.add(digestOf(value)));
}

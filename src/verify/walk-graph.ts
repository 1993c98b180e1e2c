import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import { ManifestProblem } from '../image/document.ts';
import {
  type Child,
  type Config,
  type Descriptor,
  isImageConfig,
  type Manifest,
  parseConfig,
} from '../image/manifest.ts';
import type { Platform } from '../image/platform.ts';
import type { Registry } from '../registry/registry.ts';

/** An index may hold indexes, but these only manifests; deeper than that nobody builds, and a circle never ends. */
const DEEPEST = 2;
/** Children of one index; a registry that serves more wants to keep us busy. */
const MOST_CHILDREN = 200;

/** An image of the graph, with its configuration as it was fetched and hashed. */
export type Image = { readonly manifest: Extract<Manifest, { kind: 'manifest' }>; readonly config: Config };

/** Everything that a root leads to, each piece seen on the registry with the right size. */
export type Graph = {
  readonly images: readonly Image[];
  readonly attestations: number;
  /** Every config and layer, once. */
  readonly blobs: readonly Descriptor[];
};

/**
 * walkGraph sees that everything a manifest or index leads to is on the registry: children are read and hashed,
 * configs are read and hashed, layers are there with the right size. Throws CONTENT_MISSING or DIGEST_MISMATCH.
 */
export async function walkGraph(registry: Registry, root: Manifest): Promise<Graph> {
  const manifests = await descend(registry, root, 0);
  const leaves = manifests.filter(({ manifest }) => manifest.kind === 'manifest') as readonly Leaf[];
  const blobs = distinct(leaves.flatMap(({ manifest }) => [manifest.config, ...manifest.layers.filter(isServed)]));
  const configs = new Map<Digest, Uint8Array>();
  await Promise.all(leaves.map(({ manifest }) => readConfig(registry, manifest.config, configs)));
  await Promise.all(blobs.filter(({ digest }) => !configs.has(digest)).map((blob) => seeBlob(registry, blob)));

  const images = leaves.filter(({ manifest, child }) => !child?.isAttestation && isImageConfig(manifest.config));
  return {
    images: images.map((leaf) => imageOf(leaf, configs.get(leaf.manifest.config.digest))),
    attestations: leaves.filter(({ child }) => child?.isAttestation).length,
    blobs,
  };
}

type Found = { readonly manifest: Manifest; readonly child: Child | undefined };
type Leaf = Found & { readonly manifest: Extract<Manifest, { kind: 'manifest' }> };

async function descend(
  registry: Registry,
  manifest: Manifest,
  depth: number,
  child?: Child,
): Promise<readonly Found[]> {
  const found = { manifest, child };
  if (manifest.kind === 'manifest') return [found];
  if (depth === DEEPEST) throw wrong(`The index ${manifest.digest} lies more than ${DEEPEST} indexes deep.`);
  if (manifest.children.length > MOST_CHILDREN) {
    throw wrong(`The index ${manifest.digest} has more than ${MOST_CHILDREN} children.`);
  }
  const below = await Promise.all(
    manifest.children.map(async (each) => descend(registry, await readChild(registry, each), depth + 1, each)),
  );
  return [found, ...below.flat()];
}

async function readChild(registry: Registry, child: Child): Promise<Manifest> {
  const manifest = await registry.awaitManifest(child.digest, (seen) => seen !== undefined);
  if (manifest === undefined) throw missing('The manifest', child);
  if (manifest.bytes.byteLength !== child.size || manifest.mediaType !== child.mediaType) {
    throw wrong(`The manifest ${child.digest} has another size or media type than its index says.`);
  }
  return manifest;
}

async function readConfig(registry: Registry, config: Descriptor, into: Map<Digest, Uint8Array>): Promise<void> {
  const bytes = await registry.readBlob(config);
  if (bytes === undefined) throw missing('The config', config);
  into.set(config.digest, bytes);
}

async function seeBlob(registry: Registry, blob: Descriptor): Promise<void> {
  const size = await registry.sizeOfBlob(blob);
  if (size === undefined) throw missing('The layer', blob);
  if (size !== blob.size)
    throw wrong(`The layer ${blob.digest} has ${size} bytes, and its manifest says ${blob.size}.`);
}

function imageOf({ manifest, child }: Leaf, bytes: Uint8Array | undefined): Image {
  const config = configOf(manifest.config, bytes);
  if (config.diffIds.length !== manifest.layers.length) {
    throw wrong(
      `The image ${manifest.digest} has ${manifest.layers.length} layers, its config ${config.diffIds.length}.`,
    );
  }
  if (child?.platform !== undefined && machine(child.platform) !== machine(config.platform)) {
    throw wrong(`The index says that ${manifest.digest} is for ${child.platform}, its config ${config.platform}.`);
  }
  return { manifest, config };
}

function configOf({ digest }: Descriptor, bytes: Uint8Array | undefined): Config {
  try {
    return parseConfig(bytes ?? new Uint8Array());
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw wrong(`The config ${digest} is not that of an image: ${cause.message}.`);
  }
}

/** Variants are left out: tools differ in whether they write the one that is implied (`arm64` is `arm64/v8`). */
function machine(platform: Platform): string {
  return platform.split('/').slice(0, 2).join('/');
}

/** Layers that registries are told not to hold ("foreign" ones) are fetched from elsewhere, and never by us. */
function isServed({ mediaType }: Descriptor): boolean {
  return !/nondistributable|rootfs\.foreign/.test(mediaType);
}

function distinct(descriptors: readonly Descriptor[]): readonly Descriptor[] {
  return [...new Map(descriptors.map((descriptor) => [descriptor.digest, descriptor])).values()];
}

function missing(what: string, { digest }: Descriptor): ActionError {
  return new ActionError(
    'CONTENT_MISSING',
    `${what} ${digest} is part of the image, but the registry does not have it.`,
    {
      hint: 'Do not deploy it. Run the job again; if it happens again, ask whoever runs the registry.',
    },
  );
}

function wrong(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, {
    hint: 'Do not deploy it. Ask whoever runs the registry (or a proxy before it) why its content differs; then push again.',
  });
}

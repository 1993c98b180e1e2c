import { ManifestProblem } from '../image/document.ts';
import {
  type Child,
  type Config,
  type Descriptor,
  type ImageManifest,
  isImageConfig,
  isServed,
  type Manifest,
  namesPlatform,
  parseConfig,
} from '../image/manifest.ts';
import { sameMachine } from '../image/platform.ts';
import { differs, missing, type Reader, readChild } from './registry-content.ts';

/** An index may hold indexes, but these only manifests; deeper than that nobody builds, and a circle never ends. */
const DEEPEST = 2;
/** Children of one index; a registry that serves more wants to keep us busy. */
const MOST_CHILDREN = 200;

/** An image of the graph, with its configuration as it was fetched and hashed. */
export type Image = { readonly manifest: ImageManifest; readonly config: Config };

/** Everything that a root leads to, each piece seen on the registry with the right size. */
export type Graph = {
  readonly images: readonly Image[];
  readonly attestations: number;
  /** Every config, once: they were read and hashed. */
  readonly configs: readonly Descriptor[];
  /** Every layer that registries are to hold, once. */
  readonly layers: readonly Descriptor[];
};

/**
 * walkGraph sees that everything a manifest or index leads to is on the registry: children are read and hashed,
 * configs are read and hashed, layers are there with the right size. Throws CONTENT_MISSING or DIGEST_MISMATCH.
 */
export async function walkGraph(reader: Reader, root: Manifest): Promise<Graph> {
  const leaves = await leavesOf(reader, root, 0);
  const configs = distinct(leaves.map(({ manifest }) => manifest.config));
  const layers = distinct(leaves.flatMap(({ manifest }) => manifest.layers.filter(isServed)));
  const read = new Map<string, Uint8Array>();
  const isRead = new Set(configs.map(keyOf));
  await Promise.all([
    ...configs.map(async (config) => read.set(keyOf(config), await readConfig(reader, config))),
    ...layers.filter((layer) => !isRead.has(keyOf(layer))).map((layer) => seeLayer(reader, layer)),
  ]);

  const attestations = leaves.filter(({ child }) => child?.isAttestation === true);
  for (const { manifest } of attestations) checkAttestation(manifest, read.get(keyOf(manifest.config)));
  const images = leaves.filter(({ manifest, child }) => !child?.isAttestation && isImageConfig(manifest.config));
  return {
    images: images.map((leaf) => imageOf(leaf, read.get(keyOf(leaf.manifest.config)))),
    attestations: attestations.length,
    configs,
    layers,
  };
}

/** Nobody has looked at an attestation as one looks at an image, so it must not be one. */
function checkAttestation({ digest, config }: ImageManifest, bytes: Uint8Array | undefined): void {
  if (bytes !== undefined && isImageConfig(config) && namesPlatform(bytes)) {
    throw differs(`The manifest ${digest} is called an attestation, but its config is that of an image.`);
  }
}

/** A manifest of the graph, with the descriptor by which an index names it. */
type Leaf = { readonly manifest: ImageManifest; readonly child: Child | undefined };

async function leavesOf(reader: Reader, manifest: Manifest, depth: number, child?: Child): Promise<readonly Leaf[]> {
  if (manifest.kind === 'manifest') return [{ manifest, child }];
  if (depth === DEEPEST) throw differs(`The index ${manifest.digest} lies more than ${DEEPEST} indexes deep.`);
  if (manifest.children.length > MOST_CHILDREN) {
    throw differs(`The index ${manifest.digest} has more than ${MOST_CHILDREN} children.`);
  }
  const below = manifest.children.map(async (each) => leavesOf(reader, await readChild(reader, each), depth + 1, each));
  return (await Promise.all(below)).flat();
}

async function readConfig(reader: Reader, config: Descriptor): Promise<Uint8Array> {
  const bytes = await reader.readBlob(config);
  if (bytes === undefined) throw missing('The config', config);
  return bytes;
}

async function seeLayer(reader: Reader, layer: Descriptor): Promise<void> {
  const size = await reader.sizeOfBlob(layer);
  if (size === undefined) throw missing('The layer', layer);
  if (size !== layer.size) {
    throw differs(`The layer ${layer.digest} has ${size} bytes, and its manifest says ${layer.size}.`);
  }
}

function imageOf({ manifest, child }: Leaf, bytes: Uint8Array | undefined): Image {
  const config = configOf(manifest.config, bytes);
  if (config.diffIds.length !== manifest.layers.length) {
    throw differs(
      `The image ${manifest.digest} has ${manifest.layers.length} layers, its config ${config.diffIds.length}.`,
    );
  }
  if (child?.platform !== undefined && !sameMachine(child.platform, config.platform)) {
    throw differs(`The index says that ${manifest.digest} is for ${child.platform}, its config ${config.platform}.`);
  }
  return { manifest, config };
}

function configOf({ digest }: Descriptor, bytes: Uint8Array | undefined): Config {
  try {
    return parseConfig(bytes ?? new Uint8Array());
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw differs(`The config ${digest} is not that of an image: ${cause.message}.`);
  }
}

/** Two descriptors that differ in the size of one blob are two things to look at: one of them is wrong. */
function distinct(descriptors: readonly Descriptor[]): readonly Descriptor[] {
  return [...new Map(descriptors.map((descriptor) => [keyOf(descriptor), descriptor])).values()];
}

function keyOf({ digest, size }: Descriptor): string {
  return `${digest} ${size}`;
}

import type { Content } from '../image/content.ts';
import { LARGEST_DOCUMENT, ManifestProblem, readDocument } from '../image/document.ts';
import { readRoot } from '../image/image.ts';
import { type Child, type ImageIndex, type Manifest, parseManifest } from '../image/manifest.ts';
import { isIndexType, isManifestType, MEDIA_TYPES } from '../image/media-types.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { type Choice, choose } from './choose-image.ts';
import type { Listed } from './layout-referrers.ts';
import { type Beside, siftChoices } from './sift-choices.ts';
import { bytesOf, needed, type Storage } from './storage.ts';

/** The file that marks a layout, and the one that lists its contents (image-spec, image-layout.md). */
export const LAYOUT_FILE = 'oci-layout';
const INDEX_FILE = 'index.json';

const LARGEST_LAYOUT_FILE = 4096;
/** Annotations with the name of an image: containerd's full name, and the specification's tag. */
const NAMES = ['io.containerd.image.name', 'org.opencontainers.image.ref.name'];

/** The chosen image of a layout, and the other objects there that belong to an image but are none. */
export type InLayout = { readonly root: Manifest; readonly beside: readonly Beside[]; readonly listed: Listed };

/**
 * rootInLayout finds the root of the wanted image in an OCI layout. Without a choice, that is its only image, or
 * `index.json` itself if that is the image's own index. Throws a FileProblem or an ImageProblem.
 */
export async function rootInLayout(storage: Storage, content: Content, wanted: string | undefined): Promise<InLayout> {
  const { choices, own } = await listing(storage);
  if (own !== undefined && (wanted === undefined || wanted === own.digest))
    return { root: own, beside: [], listed: choices };
  if (wanted !== undefined)
    return { root: await readRoot(content, choose(choices, wanted)), beside: [], listed: choices };
  const { images, beside } = await siftChoices(content, choices);
  return { root: await readRoot(content, choose(images, undefined, beside)), beside, listed: choices };
}

/** listLayout returns the descriptors of all images in an OCI layout. Throws a FileProblem. */
export async function listLayout(storage: Storage): Promise<readonly Child[]> {
  return (await listing(storage)).choices.map(({ image }) => image);
}

/** The entries of `index.json`, and that file itself if it is an image's own index. */
type Listing = { readonly choices: readonly Choice<Child>[]; readonly own: ImageIndex | undefined };

async function listing(storage: Storage): Promise<Listing> {
  await seeVersion(storage);
  return listingIn(await bytesOf(await needed(storage, INDEX_FILE), `its ${INDEX_FILE}`, LARGEST_DOCUMENT));
}

async function seeVersion(storage: Storage): Promise<void> {
  const bytes = await bytesOf(await needed(storage, LAYOUT_FILE), `its ${LAYOUT_FILE}`, LARGEST_LAYOUT_FILE);
  const version = inWords(LAYOUT_FILE, () => readDocument(bytes).imageLayoutVersion);
  if (typeof version !== 'string' || !/^1\./.test(version)) {
    throw new FileProblem(`its ${LAYOUT_FILE} names no known version`);
  }
}

/** Attestations, and entries that are no manifests, cannot be chosen. */
function listingIn(bytes: Uint8Array): Listing {
  return inWords(INDEX_FILE, () => {
    // Bazel's rules_oci omits the version. No registry gets this file, so its exact bytes do not matter.
    const document: Record<string, unknown> = { schemaVersion: 2, ...readDocument(bytes) };
    const { mediaType = MEDIA_TYPES.ociIndex, manifests } = document;
    const index = parseManifest(Buffer.from(JSON.stringify(document)), String(mediaType));
    if (index.kind !== 'index') throw new ManifestProblem('it is not an index');
    const annotations = (manifests as readonly { readonly annotations?: unknown }[]).map((each) => each.annotations);
    const choices = index.children
      .map((child, at) => ({ child, names: namesIn(annotations[at]) }))
      .filter(({ child }) => isManifestType(child) && !child.isAttestation)
      .map(({ child, names }) => ({ key: child.digest, names, about: child.platform, image: child }));
    return { choices, own: isOwn(index, choices) ? ownIndex(bytes) : undefined };
  });
}

/**
 * apko writes the index of the image itself into `index.json`: only images without a name, each for a separate
 * platform, and attestations. A layout of several images would name them.
 */
function isOwn({ children }: ImageIndex, choices: readonly Choice<Child>[]): boolean {
  const platforms = choices.map(({ image: { platform, osVersion } }) => platform && `${platform} ${osVersion ?? ''}`);
  return (
    choices.length > 1 &&
    choices.length === children.filter(({ isAttestation }) => !isAttestation).length &&
    choices.every(({ names, image }) => names.length === 0 && !isIndexType(image)) &&
    !platforms.includes(undefined) &&
    new Set(platforms).size === platforms.length
  );
}

/** With its exact bytes; undefined if it lacks what a registry requires. */
function ownIndex(bytes: Uint8Array): ImageIndex | undefined {
  const { schemaVersion, mediaType = MEDIA_TYPES.ociIndex } = readDocument(bytes);
  if (schemaVersion !== 2) return undefined;
  const index = parseManifest(bytes, String(mediaType));
  return index.kind === 'index' ? index : undefined;
}

/** A tag adds nothing if a full name ends with it. */
function namesIn(annotations: unknown): readonly string[] {
  const found = NAMES.map((name) => (annotations as Record<string, unknown> | null | undefined)?.[name]);
  const names = found.filter((name) => typeof name === 'string' && name !== '') as readonly string[];
  return names.filter((name) => !names.some((other) => other.endsWith(`:${name}`)));
}

function inWords<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its ${file} is not one: ${cause.message}`, { cause });
  }
}

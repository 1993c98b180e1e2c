import { compressionOf } from '../compression/formats.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import { type Image, imagesThere, readImage, readRoot } from '../image/image.ts';
import type { Manifest } from '../image/manifest.ts';
import type { FileForm } from '../image/source-text.ts';
import { besides } from '../image/tested.ts';
import { FileProblem, quoted } from '../tar/file-problem.ts';
import { choose } from './choose-image.ts';
import { type Listed, notAttached } from './layout-referrers.ts';
import { type InLayout, LAYOUT_FILE, listLayout, rootInLayout } from './oci-layout.ts';
import { listSaved, readSavedConfig, SAVED_FILE, type SavedImage, savedAs } from './saved-images.ts';
import { type Storage, type Stored, startOf } from './storage.ts';
import { findBlob, storedContent } from './stored-content.ts';
import { readUnpackedImage, storedLayer, type UnpackedDocuments } from './unpacked-image.ts';

/** An image that was read: one of the two forms of `ImageFile`, without streams. */
export type StoredImage = PackedDocuments | UnpackedDocuments;

/**
 * A packed image. `narrowedFrom` is the index that the file names, if only one platform of it is there. `leftBehind`
 * names the objects, in the file or missing, that belong to the index or the image and are not published.
 */
export type PackedDocuments = Narrowed & { readonly kind: 'packed' };
type Narrowed = {
  readonly image: Image;
  readonly narrowedFrom: Digest | undefined;
  readonly leftBehind: readonly string[];
  /** The other entries of the layout, some of which may be referrers of the image. */
  readonly listed: Listed;
};

/** The form in which the storage is read, and which of its images is wanted. */
export type Wanted = { readonly form: FileForm | undefined; readonly wanted: string | undefined };

/**
 * readStored reads an OCI layout, or an archive of `docker save` and similar tools. Newer engines write both into one
 * archive, and programs read one or the other: so both must name the same image. The layout counts, because it has more
 * digests. The exception is a layout with uncompressed layers, which an engine with the graph driver saves: no registry
 * should get these uncompressed. Throws a FileProblem or an ImageProblem.
 */
export async function readStored(storage: Storage, { form, wanted }: Wanted): Promise<StoredImage> {
  const hasLayout = (await storage.find(LAYOUT_FILE)) !== undefined;
  const isSaved = (await storage.find(SAVED_FILE)) !== undefined;
  const lacks = lackOf({ form, hasLayout, isSaved });
  if (lacks !== undefined) throw new FileProblem(`it has no ${lacks}`, { hint: AS_WHAT });
  if (!hasLayout) return readUnpackedImage(storage, choose(await listSaved(storage), wanted));
  const content = storedContent(storage);
  if (!isSaved) return packed(await wholeImage(content, await rootInLayout(storage, content, wanted)));
  const found = form === 'docker-archive' ? await asSaved(storage, wanted) : await asLayout(storage, wanted);
  const isPlain = form === undefined || form === 'docker-archive';
  return (isPlain ? await unpacked(storage, found) : undefined) ?? packed(found);
}

const AS_WHAT =
  'A source is an OCI layout (a folder, or a tar archive of one), or a file from "docker save". A folder in the ' +
  'archive, or an archive in an archive, is not read.';

type Files = { readonly form: FileForm | undefined; readonly hasLayout: boolean; readonly isSaved: boolean };

/** The file that is missing for the form that the user named. */
function lackOf({ form, hasLayout, isSaved }: Files): string | undefined {
  if (form === 'docker-archive') return isSaved ? undefined : SAVED_FILE;
  if (form !== undefined) return hasLayout ? undefined : LAYOUT_FILE;
  return hasLayout || isSaved ? undefined : `${LAYOUT_FILE} and no ${SAVED_FILE}`;
}

async function wholeImage(content: Content, { root, beside, listed }: InLayout): Promise<Narrowed> {
  const image = await readImage(content, root);
  const leftBehind = notAttached(beside, image.manifests).map(({ digest, type }) => `${quoted(type)} (${digest})`);
  return { image, narrowedFrom: undefined, leftBehind, listed };
}

function packed(found: Narrowed): PackedDocuments {
  return { kind: 'packed', ...found };
}

/** The image that the layout names, which must be that of `manifest.json`, too. */
async function asLayout(storage: Storage, wanted: string | undefined): Promise<Narrowed> {
  const content = storedContent(storage);
  const inLayout = await rootInLayout(storage, content, wanted);
  const { root } = inLayout;
  const isDigest = wanted !== undefined && parseDigest(wanted) !== undefined;
  const saved = await configsOf(storage, savedAs(await listSaved(storage), isDigest ? undefined : wanted));
  const found = await wholeImage(content, inLayout).catch((error) => whatIsThere(error, { content, root, saved }));
  const configs = found.image.platforms.map(({ manifest }) => manifest.config.digest);
  const agreeing = saved.filter((each) => configs.includes(each));
  // A digest names one image, whatever else is in the archive.
  const isOne = agreeing.length > 0 && (isDigest || agreeing.length === saved.length);
  if (!isOne) throw twoImages(saved, `its index.json leads to ${configs.join(', ')}`);
  return found;
}

/** The one platform that `manifest.json` names, with its manifest in the layout. */
async function asSaved(storage: Storage, wanted: string | undefined): Promise<Narrowed> {
  const content = storedContent(storage);
  const { digest } = await readSavedConfig(storage, choose(await listSaved(storage), wanted));
  for (const at of await listLayout(storage)) {
    const root = await readRoot(content, at);
    const manifests = root.kind === 'manifest' ? [root] : await imagesThere(content, root);
    const manifest = manifests.find(({ config }) => config.digest === digest);
    if (manifest === undefined) continue;
    return narrowed(await readImage(content, manifest), root);
  }
  throw twoImages([digest], 'its index.json leads to no image with that');
}

async function configsOf(storage: Storage, saved: readonly SavedImage[]): Promise<readonly Digest[]> {
  const configs = await Promise.all(saved.map((each) => readSavedConfig(storage, each)));
  return configs.map(({ digest }) => digest);
}

type Incomplete = { readonly content: Content; readonly root: Manifest; readonly saved: readonly Digest[] };

/**
 * Engines with the containerd store save an index with the platforms that they have, and name one in `manifest.json`.
 * If only that one exists, its manifest is the image, just as in a push by the engine.
 */
async function whatIsThere(error: unknown, { content, root, saved }: Incomplete): Promise<Narrowed> {
  const isIncomplete = error instanceof ImageProblem && error.missing.length > 0 && root.kind === 'index';
  const [only, ...others] = isIncomplete ? await imagesThere(content, root) : [];
  if (only === undefined || others.length > 0 || !saved.includes(only.config.digest)) throw error;
  return narrowed(await readImage(content, only), root);
}

/** narrowed is the one platform of an index that a file has; the rest is left behind. */
function narrowed(image: Image, from: Manifest): Narrowed {
  if (from.kind === 'manifest') return { image, narrowedFrom: undefined, leftBehind: [], listed: [] };
  return { image, narrowedFrom: from.digest, leftBehind: besides(from, image.root.digest), listed: [] };
}

function twoImages(saved: readonly Digest[], but: string): FileProblem {
  const named = saved.length === 0 ? 'no image' : `the config ${saved.join(', ')}`;
  return new FileProblem(`its ${SAVED_FILE} names ${named}, and ${but}: programs read it as different images`, {
    hint: 'Save the whole image again, and pass the file on unchanged. Nothing was published.',
  });
}

/** unpacked reads a saved image if one of its layers is not compressed; otherwise undefined. */
async function unpacked(
  storage: Storage,
  { image: { root, platforms, configs }, narrowedFrom, leftBehind }: Narrowed,
): Promise<UnpackedDocuments | undefined> {
  const [platform] = platforms;
  if (root.kind !== 'manifest') return undefined;
  const stored = await Promise.all(root.layers.map((layer) => findBlob(storage, layer)));
  const found = stored.filter((layer) => layer !== undefined);
  if (found.length < stored.length || !(await hasPlain(found))) return undefined;
  const layers = [];
  for (const [at, layer] of found.entries()) {
    layers.push(await storedLayer(layer, platform.diffIds[at] ?? root.config.digest));
  }
  const bytes = configs.get(root.config.digest) ?? new Uint8Array();
  const config = { digest: root.config.digest, bytes };
  return { kind: 'unpacked', config, platform, manifestDigest: root.digest, narrowedFrom, leftBehind, layers };
}

async function hasPlain(layers: readonly Stored[]): Promise<boolean> {
  for (const layer of layers) if (compressionOf(await startOf(layer)) === 'none') return true;
  return false;
}

import { compressionOf } from '../compression/formats.ts';
import type { FileForm } from '../image/source-text.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { chooseInLayout, LAYOUT_FILE } from './oci-layout.ts';
import { type PackedDocuments, readPackedImage } from './packed-image.ts';
import { chooseSaved, SAVED_FILE } from './saved-images.ts';
import { type Storage, type Stored, startOf } from './storage.ts';
import { findBlob } from './stored-content.ts';
import { readUnpackedImage, storedLayer, type UnpackedDocuments } from './unpacked-image.ts';

/** What was read of an image: one of the two forms of `ImageFile`, without streams. */
export type ReadImage = PackedDocuments | UnpackedDocuments;

/** How the storage is meant to be read, and which of its images is wanted. */
export type Wanted = { readonly form: FileForm | undefined; readonly wanted: string | undefined };

/**
 * readImage reads an OCI layout, or what `docker save` and its kin write. Newer engines write both into one archive:
 * then the layout counts, whose digests say more, unless it has layers that are not compressed, which a saved image of
 * an engine with the graph driver has; no registry should get these as they are. Throws a FileProblem.
 */
export async function readImage(storage: Storage, { form, wanted }: Wanted): Promise<ReadImage> {
  const hasLayout = (await storage.find(LAYOUT_FILE)) !== undefined;
  const isSaved = (await storage.find(SAVED_FILE)) !== undefined;
  const lacks = lackOf({ form, hasLayout, isSaved });
  if (lacks !== undefined) throw new FileProblem(`it has no ${lacks}`, { hint: AS_WHAT });
  if (!hasLayout) return readUnpackedImage(storage, await chooseSaved(storage, wanted));
  const packed = await readPackedImage(storage, await chooseInLayout(storage, wanted));
  return form === undefined || form === 'docker-archive'
    ? ((await unpacked(storage, packed, isSaved)) ?? packed)
    : packed;
}

const AS_WHAT =
  'A source is an OCI layout (a folder, or a tar archive of one), or what "docker save" writes. A folder within the ' +
  'archive, or an archive within an archive, is not looked into.';

type Content = { readonly form: FileForm | undefined; readonly hasLayout: boolean; readonly isSaved: boolean };

/** The file that is missing for what this is said to be. */
function lackOf({ form, hasLayout, isSaved }: Content): string | undefined {
  if (form === 'docker-archive') return isSaved ? undefined : SAVED_FILE;
  if (form !== undefined) return hasLayout ? undefined : LAYOUT_FILE;
  return hasLayout || isSaved ? undefined : `${LAYOUT_FILE} and no ${SAVED_FILE}`;
}

/** unpacked reads a saved image with a layer that is not compressed; undefined if all of them are. */
async function unpacked(
  storage: Storage,
  { root, configs, platforms, narrowedFrom }: PackedDocuments,
  isSaved: boolean,
): Promise<UnpackedDocuments | undefined> {
  const [platform] = platforms;
  if (!isSaved || root.kind !== 'manifest' || platform === undefined) return undefined;
  const stored = await Promise.all(root.layers.map((layer) => findBlob(storage, layer)));
  const found = stored.filter((layer) => layer !== undefined);
  if (found.length < stored.length || !(await hasPlain(found))) return undefined;
  const layers = [];
  for (const [at, layer] of found.entries()) {
    layers.push(await storedLayer(layer, platform.diffIds[at] ?? platform.configDigest));
  }
  const bytes = configs.get(root.config.digest) ?? new Uint8Array();
  const config = { digest: root.config.digest, bytes };
  return { kind: 'unpacked', config, platform, manifestDigest: root.digest, narrowedFrom, layers };
}

async function hasPlain(layers: readonly Stored[]): Promise<boolean> {
  for (const layer of layers) if (compressionOf(await startOf(layer)) === 'none') return true;
  return false;
}

import { type Digest, digestOf, parseDigest } from '../image/digest.ts';
import { LARGEST_DOCUMENT, ManifestProblem, readDocuments } from '../image/document.ts';
import { DAMAGED, FileProblem, quoted } from '../tar/file-problem.ts';
import { type Choice, thoseMeant } from './choose-image.ts';
import { bytesOf, needed, type Storage } from './storage.ts';

/** The file in which `docker save` lists what it has saved (moby, image/tarexport: `manifestItem`). */
export const SAVED_FILE = 'manifest.json';

/** An image, by the names of its files, as `docker save` and similar tools write them. */
export type SavedImage = { readonly config: string; readonly layers: readonly string[] };

const KEYS = ['Config', 'RepoTags', 'Layers'];

/** listSaved reads the list of images in an archive of `docker save`. Throws a FileProblem. */
export async function listSaved(storage: Storage): Promise<readonly Choice<SavedImage>[]> {
  const bytes = await bytesOf(await needed(storage, SAVED_FILE), `its ${SAVED_FILE}`, LARGEST_DOCUMENT);
  try {
    return readDocuments(bytes, KEYS).map(parseSaved);
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its ${SAVED_FILE} is not one: ${cause.message}`, { cause });
  }
}

/**
 * savedAs are the images that a program which reads this file would take for the wanted one; all if none is named.
 * `wanted` is no digest: digests belong to the layout.
 */
export function savedAs(saved: readonly Choice<SavedImage>[], wanted: string | undefined): readonly SavedImage[] {
  return (wanted === undefined ? saved : thoseMeant(saved, wanted)).map(({ image }) => image);
}

/** readSavedConfig reads the config of a saved image, and hashes it, whatever its file name. Throws a FileProblem. */
export async function readSavedConfig(
  storage: Storage,
  { config }: SavedImage,
): Promise<{ readonly digest: Digest; readonly bytes: Uint8Array }> {
  const bytes = await bytesOf(await needed(storage, config), `its config ${quoted(config)}`, LARGEST_DOCUMENT);
  const digest = digestOf(bytes);
  const named = digestIn(config);
  if (named !== undefined && named !== digest) {
    throw new FileProblem(`its config ${quoted(config)} was changed: its digest is ${digest}`, DAMAGED);
  }
  return { digest, bytes };
}

function parseSaved({ Config: config, RepoTags: tags, Layers: layers }: Record<string, unknown>): Choice<SavedImage> {
  if (typeof config !== 'string') throw new ManifestProblem('an image has no config');
  const image = { config, layers: texts(layers ?? [], 'layers') };
  return { key: digestIn(config) ?? config, names: texts(tags ?? [], 'names'), about: undefined, image };
}

/** The digest in the name of a file: `<hex>.json`, `sha256:<hex>`, `blobs/sha256/<hex>`. */
function digestIn(path: string): Digest | undefined {
  const [, hex] = /(?:^|[/:])([0-9a-f]{64})(?:\.json)?$/.exec(path) ?? [];
  return hex === undefined ? undefined : parseDigest(`sha256:${hex}`);
}

function texts(value: unknown, what: string): readonly string[] {
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return value;
  throw new ManifestProblem(`an image has no list of ${what}`);
}

import { ManifestProblem, readDocuments } from '../image/document.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { type Choice, choose } from './choose-image.ts';
import { bytesOf, needed, type Storage } from './storage.ts';

/** The file in which `docker save` says what it has saved (moby, image/tarexport: `manifestItem`). */
export const SAVED_FILE = 'manifest.json';

/** An image as `docker save` and its kin name its files. */
export type SavedImage = { readonly config: string; readonly layers: readonly string[] };

const LARGEST_SAVED_FILE = 4 * 1024 * 1024;
const KEYS = ['Config', 'RepoTags', 'Layers'];

/** chooseSaved reads what an archive of `docker save` holds and returns the wanted image. Throws a FileProblem. */
export async function chooseSaved(storage: Storage, wanted: string | undefined): Promise<SavedImage> {
  const bytes = await bytesOf(await needed(storage, SAVED_FILE), `its ${SAVED_FILE}`, LARGEST_SAVED_FILE);
  try {
    return choose(readDocuments(bytes, KEYS).map(parseSaved), wanted);
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its ${SAVED_FILE} is not one: ${cause.message}`, { cause });
  }
}

function parseSaved({ Config: config, RepoTags: tags, Layers: layers }: Record<string, unknown>): Choice<SavedImage> {
  if (typeof config !== 'string') throw new ManifestProblem('an image has no config');
  const image = { config, layers: texts(layers ?? [], 'layers') };
  return { key: digestIn(config) ?? config, names: texts(tags ?? [], 'names'), about: undefined, image };
}

/** digestIn finds the digest that a file is named after: `<hex>.json`, `sha256:<hex>`, `blobs/sha256/<hex>`. */
export function digestIn(path: string): string | undefined {
  const [, hex] = /(?:^|[/:])([0-9a-f]{64})(?:\.json)?$/.exec(path) ?? [];
  return hex === undefined ? undefined : `sha256:${hex}`;
}

function texts(value: unknown, what: string): readonly string[] {
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return value;
  throw new ManifestProblem(`an image has no list of ${what}`);
}

import type { Docker, EngineImage } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Files, ImageFile } from '../files/files.ts';
import type { Repository } from '../image/reference.ts';
import { repositoryName } from '../image/reference.ts';
import type { EngineChoice, FileLocation, SourceText } from '../image/source-text.ts';
import type { Identity } from '../image/tested.ts';
import { editDistance } from '../text/edit-distance.ts';

/** The image to publish, with what it *is*: what the engine has under a name, or what is in a file. */
export type Source = EngineSource | FileSource;
export type EngineSource = {
  readonly kind: 'engine';
  /** Who pushes it: the engine, or we, what the engine saves of it. */
  readonly by: 'docker' | 'direct';
  readonly name: string;
  readonly image: EngineImage;
};
export type FileSource = {
  readonly kind: 'file';
  readonly by: 'direct';
  readonly name: string;
  readonly image: Identity;
  /** Open until the step ends. */
  readonly file: ImageFile;
};

/** What else is known of what is to be published: where to, from which commit, and who is to push it. */
export type Wanted = {
  readonly destinations: readonly Repository[];
  readonly commit: string;
  readonly engine: EngineChoice;
};

/** Where sources are. */
export type Places = { readonly docker: Docker; readonly files: Files };

/** Near names that an error shows at most. */
const MOST_NEAR = 5;

/**
 * findSource resolves the source before any registry is contacted: the file, or the name or ID, that was given; a text
 * that could be either is a file if there is one with an image in it. Without any it is what the build is expected to
 * have named the image, `<destination>:<sha>` and then `<last path part>:<sha>`.
 */
export async function findSource(
  { docker, files }: Places,
  given: SourceText | undefined,
  { destinations, commit, engine }: Wanted,
): Promise<Source> {
  if (given?.kind === 'file') return openFile(files, given);
  if (given?.kind === 'either' && (await files.has(given.name))) {
    return openFile(files, { form: undefined, text: given.name });
  }
  const built = [...destinations.map(repositoryName), ...destinations.map(({ path }) => lastPart(path))];
  const names = given === undefined ? [...new Set(built)].map((name) => `${name}:${commit}`) : [given.name];
  const by = engine === 'direct' ? 'direct' : 'docker';
  return { kind: 'engine', by, ...(await findImage(docker, names)) };
}

async function openFile(files: Files, location: FileLocation): Promise<FileSource> {
  const file = await files.open(location);
  return { kind: 'file', by: 'direct', name: file.name, image: file.identity, file };
}

async function findImage(docker: Docker, names: readonly string[]): Promise<Pick<EngineSource, 'name' | 'image'>> {
  for (const name of names) {
    const image = await docker.findImage(name);
    if (image !== undefined) return { name, image };
  }
  // The names are a courtesy: that they cannot be listed is not what the user must know.
  const near = nearest(names[0] ?? '', await docker.imageNames().catch(() => []));
  throw new ActionError(
    'SOURCE_NOT_FOUND',
    `The engine has no image ${names.map((name) => `"${name}"`).join(' or ')}.`,
    {
      hint:
        `Build the image in this job, on this engine, and name it with "source" (with buildx: "load: true"); an image in a ` +
        'file is named by its path, which begins with "./" or "/". ' +
        (near.length === 0 ? 'The engine has no named image at all.' : `The engine has: ${near.join(', ')}.`),
    },
  );
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** nearest sorts names by how many edits they are away from the wanted one. */
export function nearest(wanted: string, names: readonly string[]): readonly string[] {
  const distances = names.map((name) => ({ name, distance: editDistance(wanted, name) }));
  return distances
    .sort((one, other) => one.distance - other.distance || one.name.localeCompare(other.name))
    .slice(0, MOST_NEAR)
    .map(({ name }) => name);
}

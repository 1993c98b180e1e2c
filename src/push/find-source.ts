import type { Docker, EngineImage } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { ImageFile } from '../files/files.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import { type EngineChoice, ofCommit, type SourceText } from '../image/source-text.ts';
import type { WantedPlatform } from '../image/wanted-platforms.ts';
import { contentSource } from './content-source.ts';
import { engineSource } from './engine-source.ts';
import { fileSource } from './file-source.ts';
import { joinedSource } from './joined-source.ts';
import { nearest } from './nearest.ts';
import { podmanSource } from './podman-source.ts';
import { type Repositories, readRepository } from './registry-source.ts';
import { type Places, savedSource } from './saved-source.ts';
import type { Source } from './source.ts';

/** What else we know about the publishing: the destinations, the commit, and who pushes. */
export type Wanted = {
  readonly destinations: readonly Repository[];
  readonly commit: string;
  /** Whether the image is of that commit, or of one that its label names. */
  readonly isOfRun: boolean;
  readonly engine: EngineChoice;
  readonly expectedPlatforms: readonly WantedPlatform[];
};

/**
 * findSource resolves the source before any destination is contacted: the given image on a registry, file, name or ID.
 * A text that could be a file or a name is the one that exists. If both exist, it fails: a folder left by a build step
 * must not replace the tested image. Without a source, it looks for the names that builds usually give:
 * `<destination>:<sha>`, then `<last path part>:<sha>`.
 */
export async function findSource(
  places: Places & Repositories,
  sources: readonly SourceText[],
  { destinations, commit, isOfRun, engine, expectedPlatforms }: Wanted,
): Promise<Source> {
  const { docker, files } = places;
  const lines = sources.map((source) => ofCommit(source, commit));
  if (lines.length > 1) {
    const open = (line: SourceText) => openPart(places, line);
    return joinedSource({ lines, open, commit: isOfRun ? commit : undefined, expectedPlatforms });
  }
  const [given] = lines;
  if (given?.kind === 'podman') return podmanSource(places, given.name);
  if (given?.kind === 'registry') return contentSource('registry', await readRepository(given, places));
  if (given?.kind === 'file') return fileSource(await files.open(given));
  if (given?.kind === 'either' && (await files.has(given.name))) {
    if (await hasImage(docker, given.name)) throw torn(given.name);
    return fileSource(await files.open({ form: undefined, text: given.name }));
  }
  const built = [...destinations.map(repositoryName), ...destinations.map(({ path }) => lastPart(path))];
  const names = given === undefined ? [...new Set(built)].map((name) => `${name}:${commit}`) : [given.name];
  // A push needs an extra name. When that name is removed, Podman would remove the image.
  const isByUs = engine === 'direct' ? Promise.resolve(true) : docker.isPodman();
  isByUs.catch(() => undefined);
  const { name, image } = await findImage(docker, names);
  const isPushedByUs = await isByUs;
  return isPushedByUs ? savedSource(places, name, image) : engineSource(docker, name, image);
}

/** openPart opens an image that is joined with others: on a registry, or in a file. */
async function openPart(places: Places & Repositories, line: SourceText): Promise<ImageFile> {
  const { files } = places;
  if (line.kind === 'file') return files.open(line);
  if (line.kind === 'registry') return readRepository(line, places);
  if (line.kind === 'either' && (await files.has(line.name))) return files.open({ form: undefined, text: line.name });
  throw new ActionError('INPUT_INVALID', `source: "${line.name}" is no file, and what an engine has is not joined.`, {
    hint:
      'Name each image by "docker://registry/repository:tag", or by the path of its file, which begins with "./" or "/": ' +
      'the jobs that build the images publish them, or hand them over as artifacts.',
  });
}

/** If the engine does not answer, it has no image that the user could mean. */
async function hasImage(docker: Docker, name: string): Promise<boolean> {
  try {
    return (await docker.findImage(name)) !== undefined;
  } catch (error) {
    if (error instanceof ActionError && error.code === 'ENGINE_UNAVAILABLE') return false;
    throw error;
  }
}

function torn(name: string): ActionError {
  return new ActionError(
    'INPUT_INVALID',
    `source: "${name}" is an image of the engine, and a file with an image, too.`,
    {
      hint:
        `Write "docker-daemon:${name}" for the engine's image, or "./${name}" for the file; or remove the one that is not ` +
        'meant, if a step before has left it there.',
    },
  );
}

type Named = { readonly name: string; readonly image: EngineImage };

async function findImage(docker: Docker, names: readonly string[]): Promise<Named> {
  for (const name of names) {
    const image = await docker.findImage(name);
    if (image !== undefined) return { name, image };
  }
  // The near names are only a help: if they cannot be listed, the user need not know.
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

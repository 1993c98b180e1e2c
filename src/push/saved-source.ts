import type { Docker, EngineImage } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Files, ImageFile } from '../files/files.ts';
import { lossLines } from '../image/tested.ts';
import { inUnits } from '../text/quantities.ts';
import { examined } from './engine-image.ts';
import { fileSource } from './file-source.ts';
import type { Source, Terms } from './source.ts';

/** Where images are, and where saved ones can be opened. */
export type Places = { readonly docker: Docker; readonly files: Files };

/**
 * savedSource is an image of the engine that we push. The engine saves it to a file in our private folder when the
 * first destination needs it, and only once. Throws IDENTITY_MISMATCH if it saved another image.
 */
export function savedSource(places: Places, name: string, image: EngineImage): Source {
  let saved: Promise<Source> | undefined;
  return {
    ...examined(places.docker, image),
    kind: 'engine',
    name,
    repositories: [],
    isPushedByEngine: false,
    foreseen: () => [],
    push: async (to, terms) => {
      saved ??= save({ name, image }, places, terms);
      const file = await saved;
      return file.push(to, terms).catch(async (error) => Promise.reject(await ofSaved(name, error, places.docker)));
    },
    [Symbol.asyncDispose]: async () => (await saved?.catch(() => undefined))?.[Symbol.asyncDispose](),
  };
}

type Named = { readonly name: string; readonly image: EngineImage };

async function save({ name, image }: Named, { docker, files }: Places, { config, tell, warn }: Terms): Promise<Source> {
  tell(`The engine saves ${name} to a file, to be pushed without it.`);
  const { path, size } = await docker.save(config, image.id);
  tell(`Saved ${name}: ${inUnits(size)}.`);
  const location = { form: undefined, text: path } as const;
  const file = await files.open(location).catch(async (error) => Promise.reject(await ofSaved(name, error, docker)));
  if (!isSame(file, image)) {
    await file.close();
    throw new ActionError(
      'IDENTITY_MISMATCH',
      `The engine saved another image than ${name}: that is ${image.id}, and what was saved ${file.tested.id}.`,
      {
        hint: 'Run the job again; if this comes again, the store of the engine is damaged: build the image on another one.',
      },
    );
  }
  for (const line of lossLines(file.tested)) warn(line);
  return fileSource(file);
}

/**
 * The image ID is the digest of the config or of the root. Of an index, the engine may have saved only its one
 * platform.
 */
function isSame({ tested }: ImageFile, { id, idOf }: EngineImage): boolean {
  const [only, ...others] = tested.platforms;
  if (idOf === 'config') return others.length === 0 && only.configDigest === id;
  return (tested.narrowedFrom ?? tested.root ?? only.manifestDigest) === id;
}

/**
 * A user who publishes an image of the engine does not know the saved file: a problem of that file is a problem of the
 * engine's image.
 */
async function ofSaved(name: string, error: unknown, docker: Docker): Promise<unknown> {
  if (!(error instanceof ActionError && error.code === 'SOURCE_INVALID')) return error;
  const message = `What the engine has saved of ${name} cannot be pushed. ${error.message}`;
  return new ActionError('SOURCE_INVALID', message, {
    hint: `Build or pull the image again on this engine, every platform of it, and run the job again.${await otherWay(docker)}`,
    cause: error,
  });
}

/** Not for Podman: a push by Podman would take the last name of the image. */
async function otherWay(docker: Docker): Promise<string> {
  const isPodman = await docker.isPodman().catch(() => true);
  return isPodman ? '' : ' With "engine: docker" the engine pushes what it has by itself.';
}

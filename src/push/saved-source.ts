import type { Docker, EngineImage, PrivateConfig } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Files, ImageFile } from '../files/files.ts';
import { inUnits } from '../text/quantities.ts';
import type { EngineSource } from './find-source.ts';
import { tellNarrowed } from './source.ts';

/** What the engine has saved of its image, for all destinations. */
export type Saving = {
  /**
   * use hands the file to whoever pushes it. The engine saves the image when it is first asked for, and never twice.
   * Throws IDENTITY_MISMATCH if what it has saved is another image.
   */
  readonly use: <T>(source: EngineSource, work: (file: ImageFile) => Promise<T>) => Promise<T>;
  /** close gives the file back; it goes with the private folder. */
  readonly close: () => Promise<void>;
};

/** Who saves and opens an image, where to, and who is told of it. */
export type Savers = {
  readonly docker: Docker;
  readonly files: Files;
  readonly config: PrivateConfig;
  readonly tell: (line: string) => void;
};

/** openSaving is ready to have an image saved. Nothing is saved before somebody needs it. */
export function openSaving(savers: Savers): Saving {
  let file: Promise<ImageFile> | undefined;
  return {
    use: async (source, work) => {
      file ??= save(source, savers);
      return work(await file).catch((error) => Promise.reject(ofSaved(source, error)));
    },
    close: async () => {
      const opened = await file?.catch(() => undefined);
      await opened?.close();
    },
  };
}

async function save(source: EngineSource, { docker, files, config, tell }: Savers): Promise<ImageFile> {
  const { name, image } = source;
  tell(`The engine saves ${name} to a file, to be pushed without it.`);
  const { path, size } = await docker.save(config, image.id);
  tell(`Saved ${name}: ${inUnits(size)}.`);
  const location = { form: 'docker-archive', text: path } as const;
  const file = await files.open(location).catch((error) => Promise.reject(ofSaved(source, error)));
  if (!isSame(file, image)) {
    await file.close();
    throw new ActionError(
      'IDENTITY_MISMATCH',
      `The engine saved another image than ${name}: that is ${image.id}, and what was saved ${file.identity.id}.`,
      {
        hint: 'Run the job again; if this comes again, the store of the engine is damaged: build the image on another one.',
      },
    );
  }
  for (const line of tellNarrowed(file)) tell(line);
  return file;
}

/** The image ID is the digest of the config, or of the root, of which an engine may have saved its one platform. */
function isSame(file: ImageFile, { id, idOf }: EngineImage): boolean {
  if (idOf === 'config') return file.platforms.length === 1 && file.platforms[0].configDigest === id;
  const root = file.kind === 'packed' ? file.root.digest : file.platforms[0].manifestDigest;
  return (file.narrowedFrom ?? root) === id;
}

/** Whoever publishes an image of the engine knows of no file: what is wrong with that is wrong with the engine's image. */
function ofSaved({ name }: EngineSource, error: unknown): unknown {
  if (!(error instanceof ActionError && error.code === 'SOURCE_INVALID')) return error;
  const message = `What the engine has saved of ${name} cannot be pushed. ${error.message}`;
  return new ActionError('SOURCE_INVALID', message, {
    hint:
      'Build or pull the image again on this engine, every platform of it, and run the job again. With "engine: docker" the ' +
      'engine pushes what it has by itself.',
    cause: error,
  });
}

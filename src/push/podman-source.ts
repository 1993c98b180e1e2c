import type { PodmanImage } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { ImageFile } from '../files/files.ts';
import { inUnits } from '../text/quantities.ts';
import { fileSource } from './file-source.ts';
import { nearest } from './nearest.ts';
import type { Places } from './saved-source.ts';
import type { Source } from './source.ts';

/** Where slow work is reported. */
type Told = { readonly tell: (line: string) => void };

/**
 * podmanSource is an image of Podman's store. Podman saves it into our private folder before any registry is contacted,
 * since the file shows more than Podman reports; then we use the file. Throws SOURCE_NOT_FOUND if there is no such
 * image, and IDENTITY_MISMATCH if another one was saved.
 */
export async function podmanSource({ docker, files, tell }: Places & Told, name: string): Promise<Source> {
  const { podman } = docker;
  const image = await podman.findImage(name);
  if (image === undefined) throw notThere(name, nearest(name, await podman.imageNames().catch(() => [])));
  const folder = docker.planConfig();
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => void (await docker.removeConfig(folder)));
  tell(`Podman saves ${name} to a file.`);
  const { path, size } = await podman.save(folder, image);
  tell(`Saved ${name}: ${inUnits(size)}.`);
  const opened = await files
    .open({ form: image.form, text: path })
    .catch((error) => Promise.reject(ofSaved(name, error)));
  const file = stack.adopt(opened, (each) => each.close());
  seeSame(name, file, image);
  const held = stack.move();
  return {
    ...fileSource(file),
    kind: 'podman',
    name,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

/** A user who publishes an image of Podman does not know the saved file. */
function ofSaved(name: string, error: unknown): unknown {
  if (!(error instanceof ActionError && error.code === 'SOURCE_INVALID')) return error;
  const message = `What Podman has saved of ${name} cannot be pushed. ${error.message}`;
  return new ActionError('SOURCE_INVALID', message, {
    hint: 'Build the image again, and run the job again.',
    cause: error,
  });
}

/** The ID is the digest of the config; we save in the form that keeps the config unchanged. */
function seeSame(name: string, { tested }: ImageFile, { id }: PodmanImage): void {
  const [only, ...others] = tested.platforms;
  if (others.length === 0 && only.configDigest === id) return;
  throw new ActionError(
    'IDENTITY_MISMATCH',
    `Podman saved another image than ${name}: that is ${id}, and what was saved ${tested.id}.`,
    { hint: 'Run the job again; if this comes again, build the image again, or save it yourself and name the file.' },
  );
}

function notThere(name: string, near: readonly string[]): ActionError {
  return new ActionError('SOURCE_NOT_FOUND', `Podman has no image "${name}".`, {
    hint:
      'Build the image in this job, as the user who runs it: each user has a store, and "sudo podman" that of root. ' +
      (near.length === 0 ? 'This one has no named image at all.' : `This one has: ${near.join(', ')}.`),
  });
}

import type { Docker } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Source } from './find-source.ts';

/**
 * expectIdentity compares the source with the identity that the tests handed over, before any registry is contacted.
 * It may be the engine's image ID, or the digest of the config, which an engine with the containerd store does not
 * name by itself; of an image in a file, any digest that it goes by. Throws IDENTITY_MISMATCH.
 */
export async function expectIdentity(docker: Docker, source: Source, expected: Digest | undefined): Promise<void> {
  const { name, image } = source;
  if (expected === undefined || image.id === expected) return;
  if (source.kind === 'file' && source.file.knownAs.has(expected)) return;
  const config = await configOf(docker, source);
  if (config === expected) return;
  const has =
    image.idOf === 'config'
      ? `its config is ${config}`
      : `its digest is ${image.id}, its config ${config ?? 'unknown'}`;
  throw new ActionError(
    'IDENTITY_MISMATCH',
    `The image ${name} is not the expected one: ${has}, and expected is ${expected}.`,
    {
      hint:
        'Either it was built again after the test, or another image took its name. Publish the image that was tested; if ' +
        'the expected digest is that of a manifest that buildx pushed, hand over "containerimage.config.digest" instead.',
    },
  );
}

async function configOf(docker: Docker, source: Source): Promise<Digest | undefined> {
  const { image } = source;
  if (image.idOf === 'config') return image.id;
  return source.kind === 'file' ? source.file.platforms[0].configDigest : docker.configDigest(image.id);
}

import type { Docker } from '../docker/docker.ts';
import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Source } from './find-source.ts';

/**
 * expectIdentity compares the source with the identity that the tests handed over, before any registry is contacted.
 * It may be the engine's image ID, or the digest of the config, which an engine with the containerd store does not
 * name by itself. Throws IDENTITY_MISMATCH.
 */
export async function expectIdentity(
  docker: Docker,
  { name, image }: Source,
  expected: Digest | undefined,
): Promise<void> {
  if (expected === undefined || image.id === expected) return;
  const config = image.idOf === 'config' ? image.id : await docker.configDigest(image.id);
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

import { ActionError } from '../errors.ts';
import { ImageProblem } from '../image/content.ts';
import { readImage } from '../image/image.ts';
import type { Manifest } from '../image/manifest.ts';
import { asProved, type Proved, type Vouched } from '../image/proved.ts';
import type { ReadableRegistry } from '../registry/registry.ts';
import { registryContent } from './registry-content.ts';

/**
 * verifyProved checks an image of another run that has a proof, as deep as the level `graph`: every manifest and config
 * by its bytes, every layer by its size and first byte. Every platform must name the commit, since later runs read from
 * it where the tag is. Throws CONTENT_MISSING or IDENTITY_MISMATCH.
 */
export async function verifyProved(registry: ReadableRegistry, served: Manifest, vouched: Vouched): Promise<Proved> {
  const { digest, commit } = vouched;
  if (served.digest !== digest) throw another(`The proof is of ${digest}, and the registry serves ${served.digest}.`);
  const { platforms } = await readImage(registryContent(registry), served).catch(unlessWhole);
  const other = platforms.find(({ revision }) => revision !== commit);
  if (other === undefined) return asProved(vouched, served);
  throw another(`Its image for ${other.platform} does not say that it was built from ${commit}.`);
}

function unlessWhole(error: unknown): never {
  if (!(error instanceof ImageProblem)) throw error;
  throw new ActionError('CONTENT_MISSING', `The registry does not serve it whole: ${error.message}.`, {
    hint: AGAIN,
    cause: error,
  });
}

const AGAIN = 'Publish that image again.';

function another(message: string): ActionError {
  return new ActionError('IDENTITY_MISMATCH', message, { hint: AGAIN });
}

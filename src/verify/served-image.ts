import { ActionError } from '../errors.ts';
import { ImageProblem } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import { readImage } from '../image/image.ts';
import type { Manifest } from '../image/manifest.ts';
import { type Reference, type Repository, referenceName } from '../image/reference.ts';
import type { ReadableRegistry } from '../registry/registry.ts';
import { registryContent } from './registry-content.ts';

/** The requested image, and the root that its proof is for: the image itself, or the index that lists it. */
export type Asked = { readonly digest: Digest; readonly root: Manifest };

/** A repository that is open for reading. */
export type Place = { readonly registry: ReadableRegistry; readonly repository: Repository };

/**
 * resolveImage finds the requested image: by its digest, or by what its tag shows now.
 *
 * | asked by       | the tag shows                  | a child may be asked for | then                  |
 * |----------------|--------------------------------|--------------------------|-----------------------|
 * | digest         | –                              | –                        | that digest           |
 * | tag            | an image                       | –                        | what it shows         |
 * | tag and digest | that digest                    | –                        | that digest           |
 * | tag and digest | an index that lists the digest | yes                      | the digest, of the index |
 * | tag and digest | an index that lists the digest | no                       | TAG_DRIFT             |
 * | tag and digest | anything else                  | –                        | TAG_DRIFT             |
 */
export async function resolveImage(registry: ReadableRegistry, image: Reference, allowChild: boolean): Promise<Asked> {
  const { tag, digest } = image;
  const root = await manifestOf(registry, image, digest !== undefined && !allowChild ? digest : (tag ?? digest ?? ''));
  if (digest === undefined) return { digest: root.digest, root };
  if (tag !== undefined && !allowChild) {
    const shown = await registry.readManifest(tag);
    if (shown?.digest !== digest) throw drift(image, tag, { shows: shown?.digest, wanted: digest });
  }
  if (root.digest === digest) return { digest, root };
  const isListed =
    root.kind === 'index' && root.children.some((child) => child.digest === digest && !child.isAttestation);
  if (isListed) return { digest, root };
  throw drift(image, tag ?? '', { shows: root.digest, wanted: digest });
}

/**
 * seeWhole checks that the registry serves every part of an image: manifests and configs by their bytes, layers by
 * their sizes.
 */
export async function seeWhole({ registry, repository }: Place, { root }: Asked): Promise<void> {
  const name = referenceName({ ...repository, digest: root.digest });
  try {
    await readImage(registryContent(registry), root);
  } catch (error) {
    if (!(error instanceof ImageProblem)) throw error;
    throw new ActionError(
      'CONTENT_MISSING',
      `${name} has a valid proof, but its registry does not serve the whole image: ${error.message}.`,
      {
        hint: 'Do not deploy it: parts are missing or were changed. Publish it again.',
        cause: error,
      },
    );
  }
}

/** seeTags checks that tags show the image, or the index that lists it. Throws TAG_DRIFT. */
export async function seeTags({ registry, repository }: Place, tags: readonly string[], asked: Asked): Promise<void> {
  const shown = await Promise.all(tags.map(async (tag) => ({ tag, manifest: await registry.readManifest(tag) })));
  for (const { tag, manifest } of shown) {
    if (manifest?.digest === asked.root.digest || manifest?.digest === asked.digest) continue;
    throw drift(repository, tag, { shows: manifest?.digest, wanted: asked.digest });
  }
}

async function manifestOf(registry: ReadableRegistry, image: Reference, name: string): Promise<Manifest> {
  const found = await registry.readManifest(name);
  if (found !== undefined) return found;
  throw new ActionError('CONTENT_MISSING', `The registry serves nothing under ${referenceName(image)}.`, {
    hint: 'Correct "image", or publish it first. A registry may give the same answer to an account without read access.',
  });
}

function drift(
  { registry, path }: Repository,
  tag: string,
  { shows, wanted }: { readonly shows: Digest | undefined; readonly wanted: Digest },
): ActionError {
  const name = referenceName({ registry, path, tag });
  return new ActionError('TAG_DRIFT', `${name} shows ${shows ?? 'nothing'}, and should show ${wanted}.`, {
    hint: 'Somebody moved the tag, or the digest is of another image. Deploy by the digest, and find out who moved the tag.',
  });
}

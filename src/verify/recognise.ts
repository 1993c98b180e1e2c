import { configIn } from '../image/config.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import { readImage } from '../image/image.ts';
import type { Manifest } from '../image/manifest.ts';
import { compare, isCalled, type Tested, testedIn } from '../image/tested.ts';
import { documentsOf, type RegistryContent, seeLayers, unpackedContent } from './registry-content.ts';

/** What was tested, and the digest that the tests handed over, if they did. */
export type Wanted = { readonly tested: Tested; readonly expected: Digest | undefined };

/**
 * recognise tells whether what a registry has already is the image that was tested. Nothing of it was sent in this run,
 * so that its config proves nothing: it is the image by the very bytes of its root, or by its content, every layer of
 * which is read and compared with its diff_id. So an image is known again that an engine has pushed before.
 */
export async function recognise(content: RegistryContent, served: Manifest, wanted: Wanted): Promise<boolean> {
  const { tested } = wanted;
  const isDescribed = tested.platforms[0].configDigest === undefined;
  const bytes = isDescribed && served.kind === 'manifest' ? await content.config(served.config) : undefined;
  const proof = compare(tested, served, bytes && configIn(bytes));
  if (proof.by === 'difference' || !(await isExpected(content, served, wanted))) return false;
  return proof.by === 'same-bytes' || (await ifImage(() => unpack(content, served))) !== undefined;
}

/** findWhole is what was recognised, if every part of it can still be read; undefined if some have to be sent again. */
export async function findWhole(content: Content, known: Manifest | undefined): Promise<Manifest | undefined> {
  return known && (await ifImage(() => readImage(content, known)))?.root;
}

/**
 * isExpected tells whether what is served is called by the digest that the tests handed over, which the source is called
 * by: another manifest with the same config is not what a manifest's digest names, nor is a whole index its one platform.
 */
export async function isExpected(content: Content, served: Manifest, { tested, expected }: Wanted): Promise<boolean> {
  const isSource = tested.isComplete && served.digest === tested.root;
  if (expected === undefined || isSource || served.digest === expected) return true;
  if (served.kind === 'index') {
    const image = await ifImage(() => readImage(documentsOf(content), served));
    return image !== undefined && isCalled(testedIn(image), expected);
  }
  // An engine, or a file, has one platform of the index that it is called by.
  const isNarrowed = expected !== tested.root || !tested.isComplete;
  const names = tested.names.filter(({ of }) => of === 'whole' && isNarrowed).map(({ digest }) => digest);
  return [served.config.digest, ...names].includes(expected);
}

async function unpack(content: RegistryContent, served: Manifest): Promise<number> {
  return seeLayers(content, await readImage(unpackedContent(content), served));
}

async function ifImage<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ImageProblem) return undefined;
    throw error;
  }
}

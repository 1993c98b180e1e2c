import { configIn } from '../image/config.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import { readImage } from '../image/image.ts';
import type { Manifest } from '../image/manifest.ts';
import { compare, isCalled, type Tested, testedIn } from '../image/tested.ts';
import { documentsOf, type RegistryContent, seeLayers, unpackedContent } from './registry-content.ts';

/** The tested image, and the digest that the tests passed on, if any. */
export type Wanted = { readonly tested: Tested; readonly expected: Digest | undefined };

/**
 * recognise tells whether the registry already has the tested image. This run has pushed nothing of it, so its config
 * proves nothing. It must have the same root bytes or the same content: every layer is read and compared with its
 * diff_id. So it also recognises an image that an engine pushed earlier.
 */
export async function recognise(content: RegistryContent, served: Manifest, wanted: Wanted): Promise<boolean> {
  const { tested } = wanted;
  const isDescribed = tested.platforms[0].configDigest === undefined;
  const bytes = isDescribed && served.kind === 'manifest' ? await content.config(served.config) : undefined;
  const proof = compare(tested, served, bytes && configIn(bytes));
  if (proof.by === 'difference' || !(await isExpected(content, served, wanted))) return false;
  return proof.by === 'same-bytes' || (await ifImage(() => unpack(content, served))) !== undefined;
}

/** findWhole is the recognised image, if every part of it can still be read; undefined if some must be pushed again. */
export async function findWhole(content: Content, known: Manifest | undefined): Promise<Manifest | undefined> {
  return known && (await ifImage(() => readImage(content, known)))?.root;
}

/**
 * isExpected tells whether the digest that the tests passed on names the served image. A manifest's digest does not
 * name another manifest with the same config, and the digest of one platform does not name a whole index.
 */
export async function isExpected(content: Content, served: Manifest, { tested, expected }: Wanted): Promise<boolean> {
  const isSource = tested.isComplete && served.digest === tested.root;
  if (expected === undefined || isSource || served.digest === expected) return true;
  if (served.kind === 'index') {
    const image = await ifImage(() => readImage(documentsOf(content), served));
    return image !== undefined && isCalled(testedIn(image), expected);
  }
  // An engine, or a file, may have only one platform of the index whose digest names it.
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

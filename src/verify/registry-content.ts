import { ActionError } from '../errors.ts';
import type { Child, Descriptor, Manifest } from '../image/manifest.ts';
import type { Registry } from '../registry/registry.ts';

/** What the parts of an image are read by. */
export type Reader = Pick<Registry, 'awaitManifest' | 'readBlob' | 'sizeOfBlob'>;

/**
 * readOnce asks a registry for each part of an image once, however often it is needed: under a digest there are always
 * the same bytes. Made for one verification, since what was missing then may be there later.
 */
export function readOnce(registry: Reader): Reader {
  const asked = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const answer = (asked.get(key) as Promise<T> | undefined) ?? ask();
    asked.set(key, answer);
    return answer;
  };
  return {
    awaitManifest: (name, settled) => once(name, () => registry.awaitManifest(name, settled)),
    // Bytes are checked against the size too, and two descriptors may differ in that.
    readBlob: (blob) => once(`${blob.digest} ${blob.size}`, () => registry.readBlob(blob)),
    sizeOfBlob: (blob) => registry.sizeOfBlob(blob),
  };
}

/** readChild reads a child of an index as its descriptor describes it. Throws CONTENT_MISSING or DIGEST_MISMATCH. */
export async function readChild(reader: Reader, child: Child): Promise<Manifest> {
  const manifest = await reader.awaitManifest(child.digest, (seen) => seen !== undefined);
  if (manifest === undefined) throw missing('The manifest', child);
  if (manifest.bytes.byteLength !== child.size || manifest.mediaType !== child.mediaType) {
    throw differs(`The manifest ${child.digest} has another size or media type than its index says.`);
  }
  return manifest;
}

/** missing says that a part of the image is not on the registry. */
export function missing(what: string, { digest }: Descriptor): ActionError {
  const message = `${what} ${digest} is part of the image, but the registry does not have it.`;
  return new ActionError('CONTENT_MISSING', message, {
    hint: 'Do not deploy it. Run the job again; if it happens again, ask whoever runs the registry.',
  });
}

/** differs says that what the registry serves is not what the image says of it. */
export function differs(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, {
    hint: 'Do not deploy it. Ask whoever runs the registry (or a proxy before it) why its content differs; then push again.',
  });
}

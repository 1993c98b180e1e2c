import { ActionError } from '../errors.ts';
import { type Content, ImageProblem } from '../image/content.ts';
import { ManifestProblem } from '../image/document.ts';
import type { Image } from '../image/image.ts';
import type { Descriptor } from '../image/manifest.ts';
import type { Sight } from '../push/sight.ts';
import type { Registry } from '../registry/registry.ts';

/** The hashes of a layer, as served and decompressed; undefined if it does not exist. */
type Unpacked = Awaited<ReturnType<Registry['digestBlob']>>;

/** The methods that read the parts of an image. */
export type Reader = Pick<Registry, 'awaitManifest' | 'readBlob' | 'sizeOfBlob' | 'digestBlob'>;

/** A repository on a registry as a place of images. */
export type RegistryContent = Content & {
  /** unpack downloads a layer and hashes it as it is served and decompressed. */
  unpack(layer: Descriptor): Promise<Unpacked>;
};

/**
 * registryContent asks a registry for each part of an image only once: the bytes under a digest never change. A missing
 * part may appear later, and is asked for again.
 */
export function registryContent(registry: Reader): RegistryContent {
  const seen = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, ask: () => Promise<T | undefined>): Promise<T | undefined> => {
    const known = seen.get(key) as Promise<T | undefined> | undefined;
    if (known !== undefined) return known;
    const asked = ask();
    seen.set(key, asked);
    const forget = () => void seen.delete(key);
    asked.then((answer) => answer === undefined && forget(), forget);
    return asked;
  };
  const isThere = (part: unknown) => part !== undefined;
  return {
    manifest: ({ digest }) =>
      once(`manifest ${digest}`, () => registry.awaitManifest(digest, isThere).catch(ofImage(`manifest ${digest}`))),
    // Bytes are checked against the size, too, and two descriptors may differ in that.
    config: (at) => once(`config ${keyOf(at)}`, () => registry.readBlob(at).catch(ofImage(`config ${at.digest}`))),
    sizeOf: async (layer) => {
      // A layer that was read completely exists.
      const read = seen.get(`layer ${keyOf(layer)}`) as Promise<Unpacked> | undefined;
      return read === undefined ? once(`size ${keyOf(layer)}`, () => registry.sizeOfBlob(layer)) : (await read)?.size;
    },
    unpack: (layer) => once(`layer ${keyOf(layer)}`, () => registry.digestBlob(layer)),
  };
}

/** documentsOf reads only the documents of a place: for layers, it returns the stated size. */
export function documentsOf(content: Content): Content {
  return { ...content, sizeOf: async ({ size }) => size };
}

/** sightedContent is a place to which nothing was pushed since we looked: the blobs seen then still exist. */
export function sightedContent(content: RegistryContent, { looked }: Pick<Sight, 'looked'>): RegistryContent {
  return { ...content, sizeOf: async (layer) => ((await looked(layer)) ? layer.size : content.sizeOf(layer)) };
}

/**
 * askTogether asks for all parts of an image that are known in advance. They would otherwise be requested one after the
 * other, because each names the next; together they take one round trip. The code that needs a part waits for it, and
 * gets its error.
 */
export function askTogether(content: Content, { manifests, blobs }: Pick<Image, 'manifests' | 'blobs'>): void {
  const configs = new Set(manifests.flatMap((each) => (each.kind === 'manifest' ? [keyOf(each.config)] : [])));
  const asked: readonly Promise<unknown>[] = [
    // The root, which comes last, is read back as what was pushed.
    ...manifests.slice(0, -1).map(({ mediaType, digest, bytes }) => {
      return content.manifest({ mediaType, digest, size: bytes.byteLength });
    }),
    ...blobs.map((blob) => (configs.has(keyOf(blob)) ? content.config(blob) : content.sizeOf(blob))),
  ];
  for (const each of asked) each.catch(() => {});
}

/** unpackedContent reads every layer of a place completely to find its size. */
export function unpackedContent(content: RegistryContent): Content {
  return { ...content, sizeOf: async (layer) => (await content.unpack(layer))?.size };
}

/**
 * seeLayers compares every layer, as served and decompressed, with the manifests and configs. It returns how many bytes
 * were checked. Throws an ImageProblem.
 */
export async function seeLayers(
  content: RegistryContent,
  { platforms, attestations }: Pick<Image, 'platforms' | 'attestations'>,
): Promise<number> {
  const wanted = [
    ...platforms.flatMap(({ manifest, diffIds }) =>
      manifest.layers.map((layer, at) => ({ layer, diffId: diffIds[at] })),
    ),
    ...attestations.flatMap(({ layers }) => layers.map((layer) => ({ layer, diffId: undefined }))),
  ];
  const layers = new Map(wanted.map(({ layer }) => [keyOf(layer), layer]));
  const sizes = [...layers.values()].map(async (layer) => {
    const read = await content.unpack(layer);
    if (read?.digest !== layer.digest || read.size !== layer.size) {
      throw new ImageProblem(`its layer ${layer.digest} is served with other bytes`);
    }
    const diffIds = wanted.flatMap((each) => (keyOf(each.layer) === keyOf(layer) ? (each.diffId ?? []) : []));
    const other = diffIds.find((diffId) => diffId !== read.diffId);
    if (other !== undefined && !other.startsWith('sha256:')) {
      throw new ImageProblem(`its diff_id ${other} is not a SHA-256, so the layer ${layer.digest} cannot be compared`);
    }
    if (other !== undefined) {
      throw new ImageProblem(`its layer ${layer.digest} does not decompress to the diff_id ${other} of its config`);
    }
    return read.size;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** If a registry serves something wrong for a part, that is a problem of the image, as in any other place. */
function ofImage(what: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof ActionError && error.cause instanceof ManifestProblem) {
      throw new ImageProblem(`its ${what} is not one: ${error.cause.message}`);
    }
    if (error instanceof ActionError && error.code === 'DIGEST_MISMATCH') {
      throw new ImageProblem(`its ${what} is served with other bytes`);
    }
    throw error;
  };
}

/** keyOf identifies a part: bytes are checked against the size, too. */
export function keyOf({ digest, size }: Descriptor): string {
  return `${digest} ${size}`;
}

import type { Content } from '../image/content.ts';
import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { ManifestProblem, readDocument } from '../image/document.ts';
import { type Manifest, parseManifest } from '../image/manifest.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { savedFiles } from '../tar/tar-stream.ts';
import type { SavedContent } from './docker.ts';

const BLOB = /^blobs\/(?<algorithm>sha(?:256|512))\/(?<hex>[0-9a-f]+)$/;
/** How much of an image's documents is kept, in bytes; each has some thousand. */
const MOST_KEPT = 32 << 20;
const OPENING_BRACE = 0x7b;

/**
 * contentOfSavedImage reads from the stream of `docker image save` what the image is made of. It keeps the documents,
 * and only the sizes of everything else. What cannot be read is missing; undefined without the root.
 */
export async function contentOfSavedImage(
  stream: AsyncIterable<Uint8Array>,
  root: Digest,
): Promise<SavedContent | undefined> {
  const documents = new Map<Digest, Uint8Array>();
  const sizes = new Map<Digest, number>();
  let kept = 0;
  for await (const { name, size, content } of savedFiles(stream, (file) => BLOB.test(file))) {
    const { algorithm, hex } = BLOB.exec(name)?.groups ?? {};
    const digest = parseDigest(`${algorithm}:${hex}`);
    if (digest === undefined) continue;
    sizes.set(digest, size);
    if (content?.[0] !== OPENING_BRACE || kept + size > MOST_KEPT || !matches(digest, content)) continue;
    kept += size;
    documents.set(digest, Buffer.from(content));
  }
  const manifest = rootIn(documents.get(root));
  return manifest && { root: manifest, content: contentIn(documents, sizes) };
}

function contentIn(documents: ReadonlyMap<Digest, Uint8Array>, sizes: ReadonlyMap<Digest, number>): Content {
  return {
    manifest: async ({ digest, mediaType }) => {
      const bytes = documents.get(digest);
      return bytes && { bytes, mediaType };
    },
    config: async ({ digest }) => documents.get(digest),
    sizeOf: async ({ digest }) => sizes.get(digest),
  };
}

/** An image names its root only by its digest; the root itself says what it is. */
function rootIn(bytes: Uint8Array | undefined): Manifest | undefined {
  if (bytes === undefined) return undefined;
  try {
    const document = readDocument(bytes);
    const { mediaType = 'manifests' in document ? MEDIA_TYPES.ociIndex : MEDIA_TYPES.ociManifest } = document;
    return parseManifest(bytes, String(mediaType));
  } catch (error) {
    if (error instanceof ManifestProblem) return undefined;
    throw error;
  }
}

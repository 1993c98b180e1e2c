import { type Digest, matches, parseDigest } from '../image/digest.ts';
import { ManifestProblem, readDocument } from '../image/document.ts';
import { type Child, parseConfig, parseManifest } from '../image/manifest.ts';
import { savedFiles } from '../tar/tar-stream.ts';
import type { SavedPlatform } from './docker.ts';

const BLOB = /^blobs\/(?<algorithm>sha(?:256|512))\/(?<hex>[0-9a-f]+)$/;
/** How much of an image's documents is kept, in bytes; they are some thousand each. */
const MOST_KEPT = 16 << 20;
const OPENING_BRACE = 0x7b;
/** How deep indexes may be in each other. */
const DEEPEST = 4;

type Documents = ReadonlyMap<Digest, Uint8Array>;

/**
 * platformsOfSavedImage reads the stream of `docker image save` for what the image is made of, and tells of each of its
 * platforms the digests of its manifest and config: of its manifest alone where the engine has not the rest of it. What
 * cannot be read is no platform.
 */
export async function platformsOfSavedImage(
  stream: AsyncIterable<Uint8Array>,
  root: Digest,
): Promise<readonly SavedPlatform[]> {
  const documents = new Map<Digest, Uint8Array>();
  let kept = 0;
  for await (const { name, content } of savedFiles(stream, (file) => BLOB.test(file))) {
    const { algorithm, hex } = BLOB.exec(name)?.groups ?? {};
    const digest = parseDigest(`${algorithm}:${hex}`);
    if (digest === undefined || content?.[0] !== OPENING_BRACE || !matches(digest, content)) continue;
    kept += content.length;
    if (kept > MOST_KEPT) return [];
    documents.set(digest, Buffer.from(content));
  }
  return platformsIn({ digest: root }, documents, DEEPEST);
}

type Pointer = Pick<Child, 'digest'> & Partial<Pick<Child, 'mediaType' | 'platform'>>;

function platformsIn(pointer: Pointer, documents: Documents, depth: number): readonly SavedPlatform[] {
  const bytes = documents.get(pointer.digest);
  const { platform } = pointer;
  if (bytes === undefined) return platform === undefined ? [] : [{ platform, digests: [pointer.digest] }];
  try {
    const manifest = parseManifest(bytes, pointer.mediaType ?? String(readDocument(bytes).mediaType));
    if (manifest.kind === 'index') {
      const children = depth === 0 ? [] : manifest.children.filter(({ isAttestation }) => !isAttestation);
      return children.flatMap((child) => platformsIn(child, documents, depth - 1));
    }
    const config = documents.get(manifest.config.digest);
    if (config === undefined) return platform === undefined ? [] : [{ platform, digests: [pointer.digest] }];
    return [{ platform: parseConfig(config).platform, digests: [pointer.digest, manifest.config.digest] }];
  } catch (error) {
    if (error instanceof ManifestProblem) return [];
    throw error;
  }
}

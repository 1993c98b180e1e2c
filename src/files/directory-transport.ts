import { digestOf } from '../image/digest.ts';
import { LARGEST_DOCUMENT, ManifestProblem, readDocument } from '../image/document.ts';
import { MEDIA_TYPES } from '../image/media-types.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { LAYOUT_FILE } from './oci-layout.ts';
import { bytesOf, needed, type Storage, type Stored, startOf } from './storage.ts';

/** The file that marks such a folder, and how it begins (containers/image, `directory_transport.go`). */
const VERSION_FILE = 'version';
const VERSION = /^Directory Transport Version: 1\.\d/;
const ROOT_FILE = 'manifest.json';
const BLOB = /^blobs\/sha256\/(?<hex>[0-9a-f]{64})$/;

/** isDirectoryTransport tells whether a folder is one of the `dir:` transport of Podman, Buildah and Skopeo. */
export async function isDirectoryTransport(folder: Storage): Promise<boolean> {
  const stored = await folder.find(VERSION_FILE).catch(() => undefined);
  return stored !== undefined && VERSION.test(Buffer.from(await startOf(stored)).toString('latin1'));
}

/**
 * directoryAsLayout shows such a folder as an OCI layout: its exact manifest is the only image, and every other file is
 * named after its digest. Throws a FileProblem.
 */
export async function directoryAsLayout(folder: Storage): Promise<Storage> {
  const bytes = await bytesOf(await needed(folder, ROOT_FILE), `its ${ROOT_FILE}`, LARGEST_DOCUMENT);
  const digest = digestOf(bytes);
  const root = { mediaType: mediaTypeOf(bytes), digest, size: bytes.byteLength };
  const made = new Map([
    [LAYOUT_FILE, inMemory(Buffer.from('{"imageLayoutVersion":"1.0.0"}'))],
    ['index.json', inMemory(Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [root] })))],
    [`blobs/${digest.replace(':', '/')}`, inMemory(bytes)],
  ]);
  return {
    find: async (path) => {
      const hex = BLOB.exec(path)?.groups?.hex;
      if (made.has(path) || hex === undefined) return made.get(path);
      return (await folder.find(`${hex}.manifest.json`)) ?? folder.find(hex);
    },
    close: () => folder.close(),
  };
}

function mediaTypeOf(bytes: Uint8Array): string {
  try {
    const document = readDocument(bytes);
    const { mediaType = 'manifests' in document ? MEDIA_TYPES.ociIndex : MEDIA_TYPES.ociManifest } = document;
    return String(mediaType);
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its ${ROOT_FILE} is not one: ${cause.message}`, { cause });
  }
}

function inMemory(bytes: Uint8Array): Stored {
  return {
    size: bytes.byteLength,
    read: async function* () {
      yield bytes;
    },
  };
}

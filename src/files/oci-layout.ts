import { ManifestProblem, readDocument } from '../image/document.ts';
import { type Child, parseManifest } from '../image/manifest.ts';
import { isManifestType, MEDIA_TYPES } from '../image/media-types.ts';
import { FileProblem } from '../tar/file-problem.ts';
import { type Choice, choose } from './choose-image.ts';
import { bytesOf, needed, type Storage } from './storage.ts';

/** The file that says that there is a layout, and the one that says what is in it (image-spec, image-layout.md). */
export const LAYOUT_FILE = 'oci-layout';
const INDEX_FILE = 'index.json';

const LARGEST_LAYOUT_FILE = 4096;
const LARGEST_INDEX = 4 * 1024 * 1024;
/** By these a layout names its images: the specification's tag, and containerd's full name. */
const NAMES = ['io.containerd.image.name', 'org.opencontainers.image.ref.name'];

/** chooseInLayout reads what an OCI layout holds and returns the descriptor of the wanted image. Throws a FileProblem. */
export async function chooseInLayout(storage: Storage, wanted: string | undefined): Promise<Child> {
  return choose(await choicesOf(storage), wanted);
}

/** listLayout returns the descriptors of all images that an OCI layout holds. Throws a FileProblem. */
export async function listLayout(storage: Storage): Promise<readonly Child[]> {
  return (await choicesOf(storage)).map(({ image }) => image);
}

async function choicesOf(storage: Storage): Promise<readonly Choice<Child>[]> {
  await seeVersion(storage);
  return choicesIn(await bytesOf(await needed(storage, INDEX_FILE), `its ${INDEX_FILE}`, LARGEST_INDEX));
}

async function seeVersion(storage: Storage): Promise<void> {
  const bytes = await bytesOf(await needed(storage, LAYOUT_FILE), `its ${LAYOUT_FILE}`, LARGEST_LAYOUT_FILE);
  const version = inWords(LAYOUT_FILE, () => readDocument(bytes).imageLayoutVersion);
  if (typeof version !== 'string' || !/^1\./.test(version)) {
    throw new FileProblem(`its ${LAYOUT_FILE} names no version that is known`);
  }
}

/** What is not an image (signatures, attestations, artifacts of other types) is no choice. */
function choicesIn(bytes: Uint8Array): readonly Choice<Child>[] {
  return inWords(INDEX_FILE, () => {
    // Bazel's rules_oci leave the version out. No registry gets this file, so its exact bytes do not matter.
    const document: Record<string, unknown> = { schemaVersion: 2, ...readDocument(bytes) };
    const { mediaType = MEDIA_TYPES.ociIndex, manifests } = document;
    const index = parseManifest(Buffer.from(JSON.stringify(document)), String(mediaType));
    if (index.kind !== 'index') throw new ManifestProblem('it is not an index');
    const annotations = (manifests as readonly { readonly annotations?: unknown }[]).map((each) => each.annotations);
    return index.children
      .map((child, at) => ({ child, names: namesIn(annotations[at]) }))
      .filter(({ child }) => isManifestType(child) && !child.isAttestation)
      .map(({ child, names }) => ({ key: child.digest, names, about: child.platform, image: child }));
  });
}

/** A tag that is the end of a full name says nothing more. */
function namesIn(annotations: unknown): readonly string[] {
  const found = NAMES.map((name) => (annotations as Record<string, unknown> | null | undefined)?.[name]);
  const names = found.filter((name) => typeof name === 'string' && name !== '') as readonly string[];
  return names.filter((name) => !names.some((other) => other.endsWith(`:${name}`)));
}

function inWords<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof ManifestProblem)) throw cause;
    throw new FileProblem(`its ${file} is not one: ${cause.message}`, { cause });
  }
}

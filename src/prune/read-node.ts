import { revisionIn } from '../image/config.ts';
import type { Digest } from '../image/digest.ts';
import { ManifestProblem, readDocument } from '../image/document.ts';
import { type Descriptor, type Manifest, parseManifest } from '../image/manifest.ts';
import { isImageConfig, isManifestType } from '../image/media-types.ts';
import { subjectIn } from '../image/referrer.ts';
import type { Document } from '../registry/catalogue.ts';
import type { Dated, Node } from './repository-graph.ts';

/** A node, and what is still to read: the manifests below, and the config that has its date. */
export type ReadNode = {
  readonly node: Node;
  readonly below: readonly Pick<Descriptor, 'digest' | 'mediaType'>[];
  readonly config: Digest | undefined;
};

/** Types of manifests that lead only to blobs. */
const ONLY_BLOBS: readonly string[] = [
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
  'application/vnd.docker.distribution.manifest.v1+json',
];
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
const CREATED = 'org.opencontainers.image.created';
const REVISION = 'org.opencontainers.image.revision';

/** unreadNode is the node of a manifest that cannot be read, need not be read, or does not exist. */
export function unreadNode(digest: Digest, role: 'unreadable' | 'unread' | 'missing'): Node {
  const nothing = { children: [], blobs: [], subjects: [], dates: [] };
  return { digest, role, config: undefined, revision: undefined, ...nothing };
}

/** readNode reads what a manifest leads to and says of itself; unreadable if its type is unknown. */
export function readNode(document: Document): ReadNode {
  const { digest, mediaType } = document;
  const nothing = { below: [], config: undefined };
  if (ONLY_BLOBS.includes(mediaType))
    return { node: { ...unreadNode(digest, 'missing'), role: 'artifact' }, ...nothing };
  try {
    return mediaType === OCI_ARTIFACT ? { node: artifactNode(document), ...nothing } : imageNode(document);
  } catch (problem) {
    if (!(problem instanceof ManifestProblem)) throw problem;
    return { node: unreadNode(digest, 'unreadable'), ...nothing };
  }
}

function imageNode({ bytes, digest, mediaType }: Document): ReadNode {
  const manifest = parseManifest(bytes, mediaType);
  const said = sayings(bytes);
  const common = { digest, subjects: said.subjects, revision: said.revision, dates: said.dates };
  if (manifest.kind === 'index') {
    // An entry whose type is no manifest is a blob, as in build caches; a tag may still lead to it.
    const below = manifest.children.filter(isManifestType);
    const blobs = manifest.children.filter((child) => !isManifestType(child)).map(blobOf);
    const children = manifest.children.map((child) => child.digest);
    return { node: { ...common, role: 'index', children, config: undefined, blobs }, below, config: undefined };
  }
  const isImage = isImageConfig(manifest.config) && !said.isArtifact;
  return {
    node: {
      ...common,
      role: isImage ? 'image' : 'artifact',
      children: [],
      config: manifest.config.digest,
      blobs: blobsOf(manifest),
    },
    below: [],
    config: isImage ? manifest.config.digest : undefined,
  };
}

function blobsOf(manifest: Extract<Manifest, { kind: 'manifest' }>): Node['blobs'] {
  return [manifest.config, ...manifest.layers].map(blobOf);
}

function blobOf({ digest, size }: Descriptor): Node['blobs'][number] {
  return { digest, size };
}

function artifactNode({ bytes, digest }: Document): Node {
  const { subjects, revision, dates } = sayings(bytes);
  return { ...unreadNode(digest, 'missing'), role: 'artifact', subjects, revision, dates };
}

type Sayings = Pick<Node, 'subjects' | 'revision' | 'dates'> & { readonly isArtifact: boolean };

/** What a manifest says beside its contents (image-spec, manifest.md: `subject`, `artifactType`, `annotations`). */
function sayings(bytes: Uint8Array): Sayings {
  const document = readDocument(bytes);
  const { artifactType, annotations } = document;
  const subject = subjectIn(document);
  const notes = (annotations ?? {}) as Readonly<Record<string, unknown>>;
  const revision = notes[REVISION];
  return {
    subjects: subject === undefined ? [] : [subject],
    revision: typeof revision === 'string' && revision !== '' ? revision : undefined,
    dates: datesIn(notes[CREATED]),
    isArtifact: typeof artifactType === 'string' && artifactType !== '',
  };
}

/** What the config of an image adds to its node. A damaged config adds nothing, so the image has no date from it. */
export function configSays(bytes: Uint8Array): Pick<Node, 'revision' | 'dates'> {
  try {
    const { created, config } = readDocument(bytes);
    return { revision: revisionIn(config), dates: datesIn(created) };
  } catch (problem) {
    if (!(problem instanceof ManifestProblem)) throw problem;
    return { revision: undefined, dates: [] };
  }
}

function datesIn(text: unknown): readonly Dated[] {
  const at = typeof text === 'string' ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? [] : [{ at, by: 'image' }];
}

import { type Content, ImageProblem } from '../image/content.ts';
import { type Digest, parseDigest } from '../image/digest.ts';
import { asObject, readDocument } from '../image/document.ts';
import { readRoot } from '../image/image.ts';
import type { Child, Manifest } from '../image/manifest.ts';
import { isImageConfig, isIndexType } from '../image/media-types.ts';
import type { Choice } from './choose-image.ts';

/** An object in a layout that is no image: a signature, an SBOM, another artifact. */
export type Beside = {
  readonly digest: Digest;
  readonly type: string;
  readonly names: readonly string[];
  /** Its subject, by its own word. */
  readonly subject: Digest | undefined;
};

/** With more entries, we do not read them: the error lists them, and the user names one. */
const MOST_SIFTED = 200;
/** A layout lists an index, which lists images. */
const DEEPEST = 2;

type Sifted = { readonly images: readonly Choice<Child>[]; readonly beside: readonly Beside[] };

/**
 * siftChoices leaves out entries of a layout that cannot be chosen. Some are parts of another entry: oras lists the
 * children of an index beside it. Others have a subject, or lack the config of an image: oras, regctl and cosign list
 * signatures and similar objects. Entries that cannot be read stay, so that they are reported.
 */
export async function siftChoices(content: Content, choices: readonly Choice<Child>[]): Promise<Sifted> {
  if (choices.length < 2 || choices.length > MOST_SIFTED) return { images: choices, beside: [] };
  const looks = await Promise.all(
    choices.map(async (choice) => ({ choice, look: await lookAt(content, choice.image, 0) })),
  );
  const ledTo = new Set(looks.flatMap(({ look }) => look.leadsTo));
  const roots = looks.filter(({ choice }) => !ledTo.has(choice.image.digest));
  return {
    images: roots.filter(({ look }) => look.isImage).map(({ choice }) => choice),
    beside: roots
      .filter(({ look }) => !look.isImage)
      .map(({ choice: { image, names }, look: { type, subject } }) => ({ digest: image.digest, type, names, subject })),
  };
}

type Look = Pick<Beside, 'type' | 'subject'> & { readonly isImage: boolean; readonly leadsTo: readonly Digest[] };

async function lookAt(content: Content, at: Child, depth: number): Promise<Look> {
  const manifest = await readRoot(content, at).catch((error: unknown) => {
    if (error instanceof ImageProblem) return undefined;
    throw error;
  });
  if (manifest === undefined) return { isImage: true, type: at.mediaType, leadsTo: [], subject: undefined };
  const document = readDocument(manifest.bytes);
  const hasSubject = document.subject !== undefined;
  const subject = subjectOf(document);
  if (manifest.kind === 'manifest') {
    return { isImage: !hasSubject && isImage(manifest), type: typeOf(manifest), leadsTo: [], subject };
  }
  const children = manifest.children.slice(0, MOST_SIFTED);
  const isDeep = depth + 1 < DEEPEST;
  const below = await Promise.all(
    children
      .filter((child) => !child.isAttestation && (isDeep || !isIndexType(child)))
      .map((child) => lookAt(content, child, depth + 1)),
  );
  return {
    // An index under a fallback tag lists only referrers.
    isImage: !hasSubject && (below.length === 0 || below.some((each) => each.isImage)),
    type: below[0]?.type ?? manifest.mediaType,
    subject,
    leadsTo: [...manifest.children.map(({ digest }) => digest), ...below.flatMap(({ leadsTo }) => leadsTo)],
  };
}

/** An unreadable subject counts as none. */
function subjectOf(document: Readonly<Record<string, unknown>>): Digest | undefined {
  return parseDigest(String(asObject(document.subject)?.digest));
}

/** cosign gives its signatures the config of an image, but no layers of an image. */
function isImage({ config, layers }: Extract<Manifest, { kind: 'manifest' }>): boolean {
  return isImageConfig(config) && (layers.length === 0 || layers.some(({ mediaType }) => LAYER.test(mediaType)));
}

const LAYER = /layer|rootfs/;

/**
 * The type that people know: `artifactType`, the type of its config, or that of its content (image-spec, manifest.md).
 */
function typeOf({ bytes, config, layers }: Extract<Manifest, { kind: 'manifest' }>): string {
  const { artifactType } = readDocument(bytes);
  if (typeof artifactType === 'string' && artifactType !== '') return artifactType;
  return isImageConfig(config) ? (layers[0]?.mediaType ?? config.mediaType) : config.mediaType;
}

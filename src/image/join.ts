import { type Content, ImageProblem } from './content.ts';
import type { Digest } from './digest.ts';
import { asObject, LARGEST_DOCUMENT, readDocument } from './document.ts';
import { type Image, readImage } from './image.ts';
import { type Descriptor, type ImageManifest, parseManifest } from './manifest.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { platformNames } from './platform.ts';
import { isForSame, type PlatformImage, platformImage } from './roles.ts';

/** An image for one platform that becomes a part of a joined image, and its name as people wrote it. */
export type Part = { readonly name: string; readonly image: Image };

/** The joined image; or why there is none, as the end of the sentence "… cannot be joined: …", and what to do. */
export type Joined =
  | { readonly ok: true; readonly image: Image }
  | { readonly ok: false; readonly problem: string; readonly hint: string };

type Problem = Omit<Joined & { readonly ok: false }, 'ok'>;

/** A part with exactly one image; its platform is that of the config, even if an index has another. */
type Single = Part & { readonly only: PlatformImage; readonly config: Uint8Array };

/**
 * joinImages joins several images, each for one platform, into an OCI index (image-spec, image-index.md): the images in
 * the order of the parts, then all their attestations with their annotations. The same parts give the same bytes in
 * every version of this action. No white space; the keys are `schemaVersion`, `mediaType`, `manifests`; of each entry
 * `mediaType`, `digest`, `size`, `platform`, `annotations`; of each platform `os`, `architecture`, `variant`,
 * `os.version`, `os.features`, if the config has them. Annotations are sorted by key.
 *
 * If the parts name a commit, it must be `commit`; undefined allows any commit. The joined image is read by
 * `readImage`, as every image is.
 */
export async function joinImages(parts: readonly Part[], commit: string | undefined): Promise<Joined> {
  const wrong = twiceNamed(parts) ?? severalIn(parts);
  if (wrong !== undefined) return { ok: false, ...wrong };
  const singles = parts.map(single);
  const torn = samePlatform(singles) ?? otherCommit(singles, commit);
  if (torn !== undefined) return { ok: false, ...torn };
  const manifests = [...singles.map(imageEntry), ...singles.flatMap(attestationEntries)];
  const mediaType = MEDIA_TYPES.ociIndex;
  const root = parseManifest(Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests })), mediaType);
  if (root.bytes.byteLength > LARGEST_DOCUMENT) {
    return { ok: false, problem: `its index would have more than ${LARGEST_DOCUMENT} bytes`, hint: FEWER };
  }
  try {
    return { ok: true, image: await readImage(contentOf(parts), root) };
  } catch (error) {
    if (!(error instanceof ImageProblem)) throw error;
    return { ok: false, problem: error.message, hint: error.hint ?? FEWER };
  }
}

const FEWER = 'Join fewer images, or images with fewer and smaller attestations.';

/** twiceNamed is the problem that one part is listed twice: probably another part was meant, and is missing. */
export function twiceNamed(parts: readonly Pick<Part, 'name'>[]): Problem | undefined {
  const names = parts.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice === undefined) return undefined;
  return {
    problem: `${twice} is listed twice`,
    hint: 'Name each image once. If you meant another platform, correct the name.',
  };
}

/** An index for several platforms is already complete, and its other parts would be joined unnoticed. */
function severalIn(parts: readonly Part[]): Problem | undefined {
  const several = parts.find(({ image }) => image.platforms.length > 1);
  if (several === undefined) return undefined;
  const platforms = platformNames(several.image.platforms).join(', ');
  return {
    problem: `${several.name} is already an index of several platforms (${platforms})`,
    hint: 'Each line must be an image for one platform. Publish only the index, or build each platform separately.',
  };
}

function single({ name, image }: Part): Single {
  const [{ manifest }] = image.platforms;
  const config = image.configs.get(manifest.config.digest);
  if (config === undefined) throw new Error('an image has the configs of its platforms');
  return { name, image, config, only: platformImage(manifest, config, undefined) };
}

function samePlatform(singles: readonly Single[]): Problem | undefined {
  for (const [at, { name, only }] of singles.entries()) {
    const other = singles.slice(0, at).find((each) => isForSame(each.only, only));
    if (other === undefined) continue;
    return {
      problem: `${other.name} and ${name} are both for ${only.platform}`,
      hint: 'Let each job build another platform: with two images for one platform, engines may run either.',
    };
  }
  return undefined;
}

/** All parts have the same label, or none has one: otherwise a part without a label would pass as one with it. */
function otherCommit(singles: readonly Single[], commit: string | undefined): Problem | undefined {
  const [first] = singles;
  const labelled = singles.find(({ only }) => only.revision !== undefined);
  if (first === undefined || labelled === undefined) return undefined;
  const other = singles.find(({ only }) => only.revision !== labelled.only.revision);
  if (other !== undefined) {
    const [one, two] = singles.indexOf(other) < singles.indexOf(labelled) ? [other, labelled] : [labelled, other];
    return { problem: `${one.name} is from ${commitOf(one)}, and ${two.name} from ${commitOf(two)}`, hint: ONE_COMMIT };
  }
  if (commit === undefined || labelled.only.revision === commit) return undefined;
  return { problem: `${first.name} is from ${commitOf(first)}, and this run is for ${commit}`, hint: ONE_COMMIT };
}

const ONE_COMMIT =
  'Build all images from the commit of this run. Either all of them must have the label ' +
  'org.opencontainers.image.revision with its full SHA, or none.';

function commitOf({ only: { revision } }: Single): string {
  return revision === undefined ? 'an unknown commit' : `the commit ${JSON.stringify(revision)}`;
}

/** An entry of the index (image-index.md). `undefined` is left out. */
type Entry = Descriptor & {
  readonly platform: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
};

function descriptorOf({ mediaType, digest, bytes }: ImageManifest): Descriptor {
  return { mediaType, digest, size: bytes.byteLength };
}

function imageEntry({ only, config }: Single): Entry {
  const [os, architecture, variant] = only.platform.split('/');
  const platform = {
    os,
    architecture,
    variant,
    'os.version': only.osVersion,
    'os.features': featuresIn(config),
  };
  return { ...descriptorOf(only.manifest), platform };
}

function featuresIn(config: Uint8Array): readonly string[] | undefined {
  const features = readDocument(config)['os.features'];
  if (!Array.isArray(features)) return undefined;
  const named = features.filter((each) => typeof each === 'string');
  return named.length === 0 ? undefined : named;
}

/** Engines look at the platform before the annotations: they never run an entry for an unknown platform. */
const NOWHERE = { os: 'unknown', architecture: 'unknown' };

function attestationEntries({ image }: Single): readonly Entry[] {
  const said = annotationsIn(image);
  return image.attestations.map((each) => ({
    ...descriptorOf(each),
    platform: NOWHERE,
    annotations: said.get(each.digest) ?? {},
  }));
}

/** The annotations that the indexes of an image have for its attestations, by digest. */
function annotationsIn({ manifests }: Image): ReadonlyMap<Digest, Readonly<Record<string, unknown>>> {
  const said = new Map<Digest, Readonly<Record<string, unknown>>>();
  for (const index of manifests) {
    if (index.kind !== 'index') continue;
    const entries = readDocument(index.bytes).manifests as readonly unknown[];
    for (const [at, { digest, isAttestation }] of index.children.entries()) {
      const { annotations } = asObject(entries[at]) ?? {};
      if (isAttestation && !said.has(digest)) said.set(digest, sortedByKey(asObject(annotations) ?? {}));
    }
  }
  return said;
}

function sortedByKey(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The documents of the parts; each part was read in its place, and has its layers there. */
function contentOf(parts: readonly Part[]): Content {
  const manifests = new Map(parts.flatMap(({ image }) => image.manifests).map((each) => [each.digest, each]));
  const configs = new Map(parts.flatMap(({ image }) => [...image.configs]));
  const sizes = new Map(parts.flatMap(({ image }) => image.blobs).map(({ digest, size }) => [digest, size]));
  return {
    manifest: async ({ digest }) => manifests.get(digest),
    config: async ({ digest }) => configs.get(digest),
    sizeOf: async ({ digest }) => sizes.get(digest),
  };
}

/**
 * What a reading must come to, told by how an image was made and not by its bytes: this file knows nothing of `src`.
 */
import type { Child, Index, Leaf, Made } from './random-images.ts';

/** Why it is no image: the digests that are missing, or the first thing that is wrong. */
export type Answer =
  | { readonly images: readonly string[]; readonly attestations: readonly string[] }
  | { readonly missing: readonly string[] }
  | { readonly wrong: Wrong };
export type Wrong =
  | 'deep'
  | 'foreign'
  | 'bytes'
  | 'type'
  | 'roleless'
  | 'no config'
  | 'disguised'
  | 'count'
  | 'platform'
  | 'nowhere'
  | 'twice';

type Judged = {
  readonly missing: readonly string[];
  readonly wrong?: Wrong | undefined;
  readonly images: readonly (readonly [Leaf, Child | undefined])[];
  readonly attestations: readonly Leaf[];
};

const nothing: Judged = { missing: [], images: [], attestations: [] };
const wrongly = (wrong: Wrong): Judged => ({ ...nothing, wrong });

export function answerFor({ root, gone }: Made): Answer {
  const judged = root.kind === 'leaf' ? ofLeaf(root, undefined, gone) : ofIndex(root, 0, gone);
  if (judged.missing.length > 0) return { missing: [...new Set(judged.missing)] };
  if (judged.wrong !== undefined) return { wrong: judged.wrong };
  const images = new Map(judged.images.map((image) => [image[0].part.digest, image]));
  // The first mention of an image tells what it is for.
  for (const image of judged.images.toReversed()) images.set(image[0].part.digest, image);
  const firsts = [...new Set(judged.images.map(([leaf]) => leaf.part.digest))].flatMap((digest) => {
    const image = images.get(digest);
    return image === undefined ? [] : [image];
  });
  if (firsts.length === 0) return { wrong: 'nowhere' };
  if (firsts.some((one, at) => firsts.slice(0, at).some((other) => clash(one, other)))) return { wrong: 'twice' };
  return {
    images: firsts.map(([leaf]) => leaf.part.digest),
    attestations: [...new Set(judged.attestations.map(({ part }) => part.digest))],
  };
}

function ofIndex({ children }: Index, depth: number, gone: ReadonlySet<string>): Judged {
  if (depth === 2) return wrongly('deep');
  const all = children.map(({ said, node }): Judged => {
    if (gone.has(node.part.digest)) return { ...nothing, missing: [node.part.digest] };
    if (said.lies === 'size') return wrongly('bytes');
    if (said.lies === 'type') return wrongly('type');
    return node.kind === 'index' ? ofIndex(node, depth + 1, gone) : ofLeaf(node, { said, node }, gone);
  });
  return {
    missing: all.flatMap(({ missing }) => missing),
    wrong: all.find(({ wrong }) => wrong !== undefined)?.wrong,
    images: all.flatMap(({ images }) => images),
    attestations: all.flatMap(({ attestations }) => attestations),
  };
}

function ofLeaf(leaf: Leaf, child: Child | undefined, gone: ReadonlySet<string>): Judged {
  const { config, layers, reads, diffIds } = leaf;
  if (layers.some(({ mediaType }) => mediaType.includes('foreign'))) return wrongly('foreign');
  const missing = [config, ...layers].filter(({ digest }) => gone.has(digest)).map(({ digest }) => digest);
  if (missing.length > 0) return { ...nothing, missing };
  if (layers.some(({ lies }) => lies)) return wrongly('bytes');
  const said = child?.said;
  const isForNothing = said?.platform === undefined || said.platform === 'unknown/unknown';
  if (said?.isCalledAttestation && isForNothing) {
    if (reads === 'image') return wrongly('disguised');
    return reads === 'nothing' ? { ...nothing, attestations: [leaf] } : wrongly('no config');
  }
  if (!/image\.config|container\.image/.test(config.mediaType)) return wrongly('roleless');
  if (reads !== 'image' || config.platform === undefined) return wrongly('no config');
  if (diffIds !== layers.length) return wrongly('count');
  if (!isForNothing && !`${said.platform}/`.startsWith(`${config.platform}/`)) return wrongly('platform');
  return { ...nothing, images: [[leaf, child]] };
}

/** Platforms that engines take for one. */
const CLASSES: Readonly<Record<string, string>> = {
  'linux/amd64': 'amd64',
  'linux/amd64/v1': 'amd64',
  'linux/amd64/v3': 'amd64 v3',
  'linux/arm64': 'arm64',
  'linux/arm64/v8': 'arm64',
  'linux/arm': 'arm v7',
  'linux/arm/v7': 'arm v7',
  'linux/arm/v6': 'arm v6',
  'windows/amd64': 'windows',
};

type Image = readonly [Leaf, Child | undefined];

function clash(one: Image, other: Image): boolean {
  const [first, second] = [classOf(one), classOf(other)];
  if (first !== second) return false;
  const versions = [one, other].map(([leaf, child]) => child?.said.osVersion ?? leaf.config.osVersion);
  const builds = versions.map((version) => version?.replace(/\.\d+$/, ''));
  return first !== 'windows' || builds.includes(undefined) || builds[0] === builds[1];
}

function classOf([leaf, child]: Image): string | undefined {
  const said = child?.said.platform;
  return CLASSES[said === undefined || said === 'unknown/unknown' ? (leaf.config.platform ?? '') : said];
}

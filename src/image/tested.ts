import { type Config, sameLayers } from './config.ts';
import type { Digest } from './digest.ts';
import type { Image } from './image.ts';
import type { Manifest } from './manifest.ts';
import type { Platform } from './platform.ts';

/** A digest that names an image: all of it, or its part for one platform. */
export type Name = { readonly digest: Digest; readonly of: 'whole' | Platform };

/** What a source knows about one platform; an engine may not report the digests. */
export type TestedPlatform = Config & {
  readonly configDigest: Digest | undefined;
  readonly manifestDigest: Digest | undefined;
  /** Size of its stored layers, in bytes; undefined if unknown. */
  readonly layerBytes?: number;
};

/** What a source knows about its image before we ask any registry: this was tested, and is to be published. */
export type Tested = {
  /** Its name in its own place: in an engine the image ID, in a file the digest of its index or its config. */
  readonly id: Digest;
  /** Digest of the manifest or index that is published unchanged; undefined if we have to create the manifest. */
  readonly root: Digest | undefined;
  readonly names: readonly Name[];
  readonly platforms: readonly [TestedPlatform, ...TestedPlatform[]];
  /** Whether this list is complete: an engine with the containerd store shows only one of its platforms. */
  readonly isComplete: boolean;
  /** Its digests on registries, from a pull or push. Scanners use them; they are not evidence. */
  readonly calledAs: readonly Digest[];
  /** The index that the source names, if the source has only one of its platforms: that one is the image. */
  readonly narrowedFrom: Digest | undefined;
  /** The parts of that index, or beside the image in its file, that are not published, in words. */
  readonly leftBehind?: readonly string[];
};

/** An image that may take a while to read completely. */
export interface Examined {
  readonly tested: Tested;
  /** inFull returns `tested` if it is complete, and otherwise the result of reading the whole image. */
  inFull(): Promise<Tested>;
}

/** testedIn describes an image that was read. */
export function testedIn(
  { root, platforms }: Image,
  { narrowedFrom, leftBehind }: Pick<Tested, 'narrowedFrom' | 'leftBehind'> = { narrowedFrom: undefined },
): Tested {
  const [first, ...others] = platforms.map((each) => {
    const { config, digest, layers } = each.manifest;
    const layerBytes = layers.reduce((sum, { size }) => sum + size, 0);
    return { ...each, configDigest: config.digest, manifestDigest: digest, layerBytes };
  });
  const id = root.kind === 'index' ? root.digest : first?.configDigest;
  if (first === undefined || id === undefined) throw new Error('an image has a platform');
  const wholes = narrowedFrom === undefined ? [root.digest] : [root.digest, narrowedFrom];
  return {
    id,
    root: root.digest,
    names: [...wholes.map((digest): Name => ({ digest, of: 'whole' })), ...[first, ...others].flatMap(namesOf)],
    platforms: [first, ...others],
    isComplete: true,
    calledAs: [],
    narrowedFrom,
    leftBehind: leftBehind ?? [],
  };
}

/** namesOf returns the digests of one platform's own documents. */
export function namesOf({ platform, manifestDigest, configDigest }: TestedPlatform): readonly Name[] {
  const digests = [manifestDigest, configDigest].filter((digest) => digest !== undefined);
  return digests.map((digest) => ({ digest, of: platform }));
}

/**
 * isCalled tells whether a digest names the image: all of it, or its only platform. One of several platforms is only a
 * part of what was tested.
 */
export function isCalled({ names, platforms, isComplete }: Tested, digest: Digest): boolean {
  const hasOne = isComplete && platforms.length === 1;
  return names.some((name) => name.digest === digest && (name.of === 'whole' || hasOne));
}

/** besides names the parts of an index other than its one published image. */
export function besides(index: Manifest, published: Digest): readonly string[] {
  if (index.kind === 'manifest') return [];
  const others = index.children.filter(({ digest }) => digest !== published);
  return others.map(({ digest, isAttestation, platform = 'an unknown platform' }) => {
    return `${isAttestation ? 'an attestation' : platform} (${digest})`;
  });
}

/** The most parts that one line names. */
const MOST_NAMED = 10;

/** lossLines report that less is published than the source's index, or its file, contains, and what is missing. */
export function lossLines({
  narrowedFrom: index,
  leftBehind = [],
}: Pick<Tested, 'narrowedFrom' | 'leftBehind'>): readonly string[] {
  const more = leftBehind.length > MOST_NAMED ? ` and ${leftBehind.length - MOST_NAMED} more` : '';
  const lost = `${leftBehind.slice(0, MOST_NAMED).join(', ')}${more}`;
  if (index !== undefined) {
    const without = lost === '' ? '' : `, without ${lost}`;
    return [`The engine has only one platform of the index ${index}: only that platform is published${without}.`];
  }
  return lost === '' ? [] : [`These are in the source, but are not published: ${lost}.`];
}

/** Why an image is the tested one: by its bytes, by its config, or by all settings in its config. */
export type Proof = {
  readonly by: 'same-bytes' | 'same-config' | 'same-settings';
  /** What agreed, as the end of the sentence "The image is the tested one: …". */
  readonly because: string;
};

/** Why it is another image, as the end of "That is another image: …". */
export type Difference = { readonly by: 'difference'; readonly because: string };

/**
 * compare tells whether the image on a registry is the tested one. `config` is the config of a single image, if it was
 * read; without it, row 6 is a difference.
 *
 * |   | tested                             | served                     | answer        |
 * |---|------------------------------------|----------------------------|---------------|
 * | 1 | a root, or an ID that is one       | the same root              | same bytes    |
 * | 2 | anything else                      | an index                   | difference    |
 * | 3 | all of an index                    | an image                   | difference    |
 * | 4 | an image whose config is known     | an image, the same config  | same config   |
 * | 5 | an image whose config is known     | an image, another config   | difference    |
 * | 6 | an image that its engine describes | an image, described so     | same settings |
 * | 7 | an image that its engine describes | an image, described else   | difference    |
 *
 * Rows 4 and 6 are for an image whose manifest digest is unknown, or that another tool stored with another digest: its
 * layers may be compressed differently there, so only reading them verifies their content.
 */
export function compare(tested: Tested, served: Manifest, config: Config | undefined): Proof | Difference {
  const [only, ...others] = tested.platforms;
  if (served.digest === tested.root) {
    return { by: 'same-bytes', because: `its digest is ${served.digest}, the same as at the source` };
  }
  if (served.kind === 'index') return differs(`${served.digest} is an index that was not tested`);
  if (others.length > 0 || (tested.isComplete && tested.root === tested.id)) {
    return differs('it has one platform, and the source is an index');
  }
  if (only.configDigest !== undefined) {
    if (served.config.digest !== only.configDigest) return differs(`its config is ${served.config.digest}`);
    return { by: 'same-config', because: `its config is ${only.configDigest}, the same as at the source` };
  }
  if (config === undefined || !isDescribedSo(config, only))
    return differs('its configuration or its layers are different');
  return {
    by: 'same-settings',
    because: `its configuration and layers (diff_ids) for ${only.platform} are the same as at the source`,
  };
}

function differs(because: string): Difference {
  return { by: 'difference', because };
}

function isDescribedSo(config: Config, { platform, created, runConfig, diffIds }: TestedPlatform): boolean {
  return (
    config.platform === platform &&
    config.created === created &&
    config.runConfig === runConfig &&
    sameLayers(config, { diffIds })
  );
}

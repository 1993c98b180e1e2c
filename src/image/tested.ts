import { type Config, sameLayers } from './config.ts';
import type { Digest } from './digest.ts';
import type { Image } from './image.ts';
import type { Manifest } from './manifest.ts';
import type { Platform } from './platform.ts';

/** A digest by which an image is known: all of it, or what it is for one platform. */
export type Name = { readonly digest: Digest; readonly of: 'whole' | Platform };

/** What a source knows of one platform; an engine may not tell the digests. */
export type TestedPlatform = Config & {
  readonly configDigest: Digest | undefined;
  readonly manifestDigest: Digest | undefined;
  /** Size of its layers as they are stored there, in bytes; undefined where that is not known. */
  readonly layerBytes?: number;
};

/** What a source knows of its image before any registry is asked: what was tested, and is to be published. */
export type Tested = {
  /** What its own place calls it: an engine its image ID, a file the digest of its index or its config. */
  readonly id: Digest;
  /** Of the manifest or index that is published as it is; undefined where a manifest is still to be made. */
  readonly root: Digest | undefined;
  readonly names: readonly Name[];
  readonly platforms: readonly [TestedPlatform, ...TestedPlatform[]];
  /** Whether these are all of them: an engine with the containerd store shows one platform, whatever it has. */
  readonly isComplete: boolean;
  /** What registries called it when it was pulled or pushed. Scanners go by that; it is no evidence of anything. */
  readonly calledAs: readonly Digest[];
  /** The index that the source names but has one platform of only, which then is the image. */
  readonly narrowedFrom: Digest | undefined;
  /** What of that index, or beside the image in its file, is not published, in words. */
  readonly leftBehind?: readonly string[];
};

/** An image whose reading in full may take a while. */
export interface Examined {
  readonly tested: Tested;
  /** inFull is `tested` where that is complete, and else what reading all of the image tells. */
  inFull(): Promise<Tested>;
}

/** testedIn is what an image that was read is known by. */
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

/** namesOf are the digests of one platform's own documents. */
export function namesOf({ platform, manifestDigest, configDigest }: TestedPlatform): readonly Name[] {
  const digests = [manifestDigest, configDigest].filter((digest) => digest !== undefined);
  return digests.map((digest) => ({ digest, of: platform }));
}

/**
 * isCalled tells whether a digest names the image: all of it, or its only platform. One of several platforms is a part
 * that was tested, beside others that were not.
 */
export function isCalled({ names, platforms, isComplete }: Tested, digest: Digest): boolean {
  const hasOne = isComplete && platforms.length === 1;
  return names.some((name) => name.digest === digest && (name.of === 'whole' || hasOne));
}

/** besides names the parts of an index beside the one image of it that is published. */
export function besides(index: Manifest, published: Digest): readonly string[] {
  if (index.kind === 'manifest') return [];
  const others = index.children.filter(({ digest }) => digest !== published);
  return others.map(({ digest, isAttestation, platform = 'an unknown platform' }) => {
    return `${isAttestation ? 'an attestation' : platform} (${digest})`;
  });
}

/** Parts that a line names at most. */
const MOST_NAMED = 10;

/** lossLines say that less is published than the index that a source names, or than its file has, and what is lost. */
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

/** Why an image is the tested one: by its bytes, by its config, or by all that its config says. */
export type Proof = {
  readonly by: 'same-bytes' | 'same-config' | 'same-settings';
  /** What agreed, as the end of the sentence "The image is the tested one: …". */
  readonly because: string;
};

/** Why it is another one, as the end of "That is another image: …". */
export type Difference = { readonly by: 'difference'; readonly because: string };

/**
 * compare tells whether what a registry serves is what was tested. `config` is what the config of a single image says,
 * where that was read; without it row 6 is a difference.
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
 * Rows 4 and 6 are of an image without its own manifest's digest, or that another tool has stored with another one: the
 * layers may be compressed in another way there, so that only reading them proves their content.
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

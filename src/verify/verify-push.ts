import { ActionError } from '../errors.ts';
import { sameLayers } from '../image/config.ts';
import { ImageProblem } from '../image/content.ts';
import type { Digest } from '../image/digest.ts';
import { type Image, readImage } from '../image/image.ts';
import type { Manifest } from '../image/manifest.ts';
import { platformNames, sameMachine } from '../image/platform.ts';
import { type Reference, referenceName } from '../image/reference.ts';
import { compare, type Tested } from '../image/tested.ts';
import { asVerified, type VerificationLevel, type Verified } from '../image/verified.ts';
import { platformsDiffer, type WantedPlatform } from '../image/wanted-platforms.ts';
import type { Registry } from '../registry/registry.ts';
import { type Pushed, readAs, readBack, readEarly } from './read-back.ts';
import { isExpected, type Wanted } from './recognise.ts';
import { askTogether, documentsOf, type RegistryContent, seeLayers, unpackedContent } from './registry-content.ts';

/** What to verify of an image that was pushed or found, and how deep. */
export type Expectation = Wanted &
  Pushed & {
    readonly level: VerificationLevel;
    /** The contents of the registry, as far as already read. */
    readonly content: RegistryContent;
    /** Whether it is not the image built now, but the one that an earlier run published for the commit. */
    readonly isKept?: boolean;
    /** The platforms that it must have; empty if any are accepted. */
    readonly platforms?: readonly WantedPlatform[];
    /** The commit that every platform of the image must name; undefined if none is required. */
    readonly revision: string | undefined;
  };

/**
 * verifyPush reads the image back by digest, and also by tag if it already has one. It hashes the exact bytes, compares
 * them with the claim and the source, and checks all that they lead to as deep as the level says. Missing parts are
 * reported before differences.
 */
export async function verifyPush(registry: Registry, expectation: Expectation): Promise<Verified> {
  const { level, target, tested, revision, claim, content } = expectation;
  const [manifest, image] = await readAndWalk(registry, expectation);
  const proof = compare(tested, manifest, image?.platforms[0]);
  const isOurs = proof.by !== 'difference' && (await isExpected(content, manifest, expectation));
  if (!isOurs || (image !== undefined && !hasTested(image, tested))) throw notTheSource(target, manifest, tested);
  if (revision !== undefined) checkRevision(target, image, revision);
  checkPlatforms(target, image?.platforms ?? tested.platforms, expectation.platforms ?? []);
  // An image that was found, and not pushed now, is ours only by its bytes: those of its root, or of its layers.
  const isUnpacked = level === 'content' || (claim.isFound && proof.by !== 'same-bytes');
  const evidence = [
    `${readAs(expectation)}; the SHA-256 of the bytes is ${manifest.digest}`,
    `The image is ${expectation.isKept === true ? 'the one that an earlier run has published of this commit' : 'the tested one'}: ${proof.because}`,
    ...(image === undefined ? [] : [walked(image, isDeep(expectation))]),
    ...(image === undefined || !isUnpacked ? [] : [unpacked(await ofTarget(target, () => seeLayers(content, image)))]),
  ];
  const platforms = image?.platforms ?? tested.platforms;
  const imageId = imageIdOf(manifest, image, tested);
  return asVerified({
    target,
    manifest,
    level,
    imageId,
    platforms: platformNames(platforms),
    evidence,
  });
}

/** If an index was not read further, the source knows the ID, since it has the same index. */
function imageIdOf(manifest: Manifest, image: Image | undefined, { platforms, id }: Tested): Digest {
  if (manifest.kind === 'manifest') return manifest.config.digest;
  return image?.platforms[0].manifest.config.digest ?? platforms[0].configDigest ?? id;
}

/**
 * The commit of every platform is in its config, deeper than the level `manifest` reads; and the registry shows what an
 * engine does not report about its image. An image that was found there, and whose bytes are unknown, is read
 * completely.
 */
function needsImage({ level, revision, tested, claim }: Expectation): boolean {
  return level !== 'manifest' || revision !== undefined || !tested.isComplete || claim.isFound;
}

function isDeep({ level, claim }: Expectation): boolean {
  return level !== 'manifest' || claim.isFound;
}

/**
 * We check what our own push leads to without waiting for its read-back: if other bytes are served, the check does not
 * count, and with the same digest they are the same.
 */
async function readAndWalk(
  registry: Registry,
  expectation: Expectation,
): Promise<readonly [Manifest, Image | undefined]> {
  const early = readEarly(registry, expectation);
  const served = readBack(registry, expectation, early);
  if (!needsImage(expectation)) return [await served, undefined];
  const { level, claim, target, content } = expectation;
  const place = level === 'content' ? unpackedContent(content) : isDeep(expectation) ? content : documentsOf(content);
  if (claim.parts !== undefined) askTogether(place, claim.parts);
  const walk = (root: Manifest) => ofTarget(target, () => readImage(place, root));
  const walkServed = async () => walk(claim.pushed ?? (await early.catch(() => undefined)) ?? (await served));
  return Promise.all([served, walkServed()]);
}

/** Each platform of the source must be there with the same layers, even if digests agree. */
function hasTested(image: Image, { platforms }: Tested): boolean {
  return platforms.every((each) =>
    image.platforms.some((other) => sameMachine(other.platform, each.platform) && sameLayers(other, each)),
  );
}

/** A problem of an image on a registry, as an error of the step. */
async function ofTarget<T>(target: Reference, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ImageProblem)) throw error;
    const isMissing = error.missing.length > 0;
    const message = `What the registry serves for ${referenceName(target)} is not the whole image: ${error.message}.`;
    throw new ActionError(isMissing ? 'CONTENT_MISSING' : 'DIGEST_MISMATCH', message, {
      hint: error.hint ?? (isMissing ? MISSING : DIFFERENT),
      cause: error,
    });
  }
}

const MISSING =
  'Do not deploy it. Run the job again; if it happens again, ask the operator of the registry: what it lists may have been removed ' +
  'from its storage.';
const DIFFERENT =
  'Do not deploy it. Ask the operator of the registry (or a proxy before it) why its content differs; then push again.';

function walked({ platforms, attestations, configs, blobs }: Image, isDeep: boolean): string {
  const parts = [
    [platforms.length, 'image'],
    [attestations.length, 'attestation'],
    [configs.size, 'config'],
    [isDeep ? blobs.length - configs.size : 0, 'layer'],
  ] as const;
  const counted = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`);
  return `Everything that the image consists of is on the registry, with the expected sizes: ${counted.join(', ')}`;
}

function unpacked(bytes: number): string {
  return `Every layer was downloaded, hashed and decompressed: ${bytes} bytes are what the configs say`;
}

/** checkRevision checks that every platform names the commit that it was built from. Throws IDENTITY_MISMATCH. */
function checkRevision(target: Reference, image: Image | undefined, revision: string): void {
  const other = image?.platforms.find((each) => each.revision !== revision);
  if (other === undefined) return;
  const { manifest, platform } = other;
  const said = other.revision === undefined ? 'no commit' : `"${other.revision}"`;
  const message = `${referenceName(target)}: ${manifest.digest} for ${platform} says it was built from ${said}, not ${revision}.`;
  throw new ActionError('IDENTITY_MISMATCH', message, {
    hint: 'Build every platform of the image from the same commit.',
  });
}

/**
 * checkPlatforms checks that the served image has the expected platforms. They may only be known here, if an engine
 * does not report them, or if an earlier run published the image. Throws IDENTITY_MISMATCH.
 */
function checkPlatforms(
  target: Reference,
  image: Tested['platforms'] | Image['platforms'],
  wanted: readonly WantedPlatform[],
): void {
  const differ = wanted.length === 0 ? undefined : platformsDiffer(wanted, image);
  if (differ === undefined) return;
  throw new ActionError('IDENTITY_MISMATCH', `${referenceName(target)} is not for the expected platforms: ${differ}`, {
    hint: 'Build every platform, and publish the image from a file; or change "expected-platforms".',
  });
}

function notTheSource(target: Reference, { digest }: Manifest, { id, root, platforms }: Tested): ActionError {
  const differs =
    digest === root
      ? `in which there is no image for ${platforms[0].platform} with the layers`
      : 'which is not the image';
  const message = `${referenceName(target)} shows ${digest}, ${differs} of the source (${id}).`;
  return new ActionError('IDENTITY_MISMATCH', message, {
    hint: 'Do not deploy it. Run the job again; if it happens again, ask the operator of the registry.',
  });
}

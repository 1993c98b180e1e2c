import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Identity } from '../image/identity.ts';
import type { Manifest } from '../image/manifest.ts';
import { type Reference, referenceName, type TaggedReference } from '../image/reference.ts';
import type { VerificationLevel } from '../inputs/inputs.ts';
import type { Claim } from '../push/push-image.ts';
import type { Registry } from '../registry/registry.ts';
import { checkContent } from './check-content.ts';
import { haveSameLayers, type Proof, proveIdentity } from './prove-identity.ts';
import { type Image, walkGraph } from './walk-graph.ts';

/** Not exported, so that no other room can make a `Verified`. */
const verified = Symbol('verified');

/** An image that a registry was seen to serve, byte for byte, and that is the source. Only `verifyPush` makes one. */
export type Verified = {
  readonly target: TaggedReference;
  readonly manifest: Manifest;
  readonly level: VerificationLevel;
  /** What was seen, a sentence each. */
  readonly evidence: readonly string[];
} & Proof & { readonly [verified]: true };

export type Expectation = {
  readonly level: VerificationLevel;
  readonly target: TaggedReference;
  readonly claim: Claim;
  readonly source: Identity;
  /** The commit that every platform of the image must say it was built from; undefined if that is not asked. */
  readonly revision: string | undefined;
  /** What the tag showed before we wrote it. */
  readonly before: Manifest | undefined;
};

/**
 * verifyPush reads the image back by tag and by digest, hashes the exact bytes, and compares them with the claim and
 * with the source. A tag that shows nothing yet, or still what it showed before, is waited for; a third image means
 * that someone else wrote the tag.
 */
export async function verifyPush(
  registry: Registry,
  { level, target, claim, source, before, revision }: Expectation,
): Promise<Verified> {
  const isOld = (seen: Manifest | undefined) =>
    seen === undefined || (seen.digest === before?.digest && seen.digest !== claim.digest);
  const byTag = await registry.awaitManifest(target.tag, (seen) => !isOld(seen));
  const isThere = (seen: Manifest | undefined) => seen !== undefined;
  const byDigest = byTag?.digest === claim.digest ? await registry.awaitManifest(claim.digest, isThere) : undefined;
  if (byTag === undefined) throw missing(target, claim.digest, 'nothing');
  if (isOld(byTag)) throw missing(target, claim.digest, `still ${byTag.digest}`);
  if (byTag.digest !== claim.digest) throw await anotherImage(registry, target, { claim, served: byTag.digest });
  if (byDigest === undefined) throw missing(target, claim.digest, 'the tag, but nothing by its digest');
  if (byDigest.mediaType !== byTag.mediaType || byTag.bytes.byteLength !== claim.size) {
    throw mismatch(`${referenceName(target)} has one media type or size by tag and another by digest.`);
  }
  const proof = await proveIdentity(registry, byTag, source);
  if (proof === undefined) throw notTheSource(target, byTag, source);
  const evidence = [
    `${referenceName(target)} was read by tag and by digest; the SHA-256 of the bytes is ${byTag.digest}`,
    `The image is the tested one: ${proof.because}`,
    // The commit of every platform stands in its config, deeper than the level `manifest` looks.
    ...(level === 'manifest' && revision === undefined
      ? []
      : await lookDeeper(registry, { level, root: byTag, source, target, revision })),
  ];
  return { target, manifest: byTag, level, evidence, ...proof, [verified]: true };
}

type Deeper = {
  readonly level: VerificationLevel;
  readonly root: Manifest;
  readonly source: Identity;
  readonly target: TaggedReference;
  readonly revision: string | undefined;
};

/** The levels above `manifest`: everything the root leads to, and with `content` every byte of it. */
async function lookDeeper(
  registry: Registry,
  { level, root, source, target, revision }: Deeper,
): Promise<readonly string[]> {
  const graph = await walkGraph(registry, root);
  const tested = graph.images.find(({ config }) => config.platform === source.platform);
  if (tested === undefined || !haveSameLayers(tested.config, source)) throw notTheSource(target, root, source);
  const other = graph.images.find(({ config }) => revision !== undefined && config.revision !== revision);
  if (other !== undefined) throw otherRevision(target, other, revision ?? '');
  const counted = `${graph.images.length} images, ${graph.attestations} attestations, ${graph.blobs.length} configs and layers`;
  const walked = `All that it leads to is on the registry, in the right size: ${counted}`;
  if (level !== 'content') return [walked];
  const bytes = await checkContent(registry, graph);
  return [walked, `Every layer was downloaded, hashed and decompressed: ${bytes} bytes are what the configs say`];
}

const AGAIN = 'Do not deploy it. Run the job again; if it happens again, ask whoever runs the registry.';

/** What the registry serves is not what was pushed: someone wrote the tag after us, or our bytes were changed. */
async function anotherImage(
  registry: Registry,
  target: Reference,
  { claim, served }: { readonly claim: Claim; readonly served: Digest },
): Promise<ActionError> {
  const name = referenceName(target);
  const ours = await registry.readManifest(claim.digest);
  if (ours === undefined)
    return mismatch(`${name}: ${claim.digest} was pushed, but the registry stored ${served} instead.`);
  return new ActionError(
    'TAG_RACED',
    `${name} shows ${served}, which someone else wrote while ${claim.digest} was pushed.`,
    {
      hint: 'Let one run at a time publish a tag: give the workflow a "concurrency" group, and run this job again.',
    },
  );
}

function otherRevision(target: Reference, { manifest, config }: Image, revision: string): ActionError {
  const said = config.revision === undefined ? 'no commit' : `"${config.revision}"`;
  const message = `${referenceName(target)}: ${manifest.digest} for ${config.platform} says it was built from ${said}, not ${revision}.`;
  return new ActionError('IDENTITY_MISMATCH', message, {
    hint: 'Build every platform of the image from the same commit.',
  });
}

function missing(target: Reference, digest: Digest, shown: string): ActionError {
  const message = `${referenceName(target)}: the push of ${digest} was accepted, but the registry serves ${shown}.`;
  return new ActionError('CONTENT_MISSING', message, { hint: AGAIN });
}

function mismatch(message: string): ActionError {
  return new ActionError('DIGEST_MISMATCH', message, { hint: AGAIN });
}

function notTheSource(target: Reference, { digest }: Manifest, source: Identity): ActionError {
  const message = `${referenceName(target)} shows ${digest}, which is not the image that the engine has (${source.id}).`;
  return new ActionError('IDENTITY_MISMATCH', message, { hint: AGAIN });
}

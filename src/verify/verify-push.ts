import { ActionError } from '../errors.ts';
import type { Digest } from '../image/digest.ts';
import type { Manifest } from '../image/manifest.ts';
import { type Reference, referenceName, type TaggedReference } from '../image/reference.ts';
import type { Identity } from '../image/tested.ts';
import { asVerified, type VerificationLevel, type Verified } from '../image/verified.ts';
import type { Claim } from '../push/engine-source.ts';
import type { Registry } from '../registry/registry.ts';
import { checkContent } from './check-content.ts';
import { haveSameLayers, proveIdentity } from './prove-identity.ts';
import { type Reader, readOnce } from './registry-content.ts';
import { type Graph, walkGraph } from './walk-graph.ts';

export type Expectation = {
  readonly level: VerificationLevel;
  readonly target: TaggedReference;
  readonly claim: Claim;
  readonly source: Identity;
  /** Whether that is not what was built now, but what an earlier run has published of the commit. */
  readonly isKept?: boolean;
  /** The commit that every platform of the image must say it was built from; undefined if that is not asked. */
  readonly revision: string | undefined;
  /** What the tag showed before we wrote it. */
  readonly before: Manifest | undefined;
};

/**
 * verifyPush reads the image back by digest, and by tag if it has that already, hashes the exact bytes, and compares
 * them with the claim and with the source; what it leads to is looked at as deep as the level asks. What is missing is
 * told before what differs.
 */
export async function verifyPush(registry: Registry, expectation: Expectation): Promise<Verified> {
  const { level, target, source, revision } = expectation;
  const reader = readOnce(registry);
  // The commit of every platform stands in its config, deeper than the level `manifest` looks.
  const isDeep = level !== 'manifest' || revision !== undefined;
  const [manifest, graph] = await readAndWalk(registry, { reader, expectation, isDeep });
  const proof = await proveIdentity(reader, manifest, source);
  if (proof === undefined || (graph !== undefined && !hasTested(graph, source))) {
    throw notTheSource(target, manifest, source);
  }
  if (revision !== undefined) checkRevision(target, graph, revision);
  const evidence = [
    `${readAs(expectation)}; the SHA-256 of the bytes is ${manifest.digest}`,
    `The image is ${expectation.isKept === true ? 'the one that an earlier run has published of this commit' : 'the tested one'}: ${proof.because}`,
    ...(graph === undefined ? [] : [walked(graph)]),
    ...(graph === undefined || level !== 'content' ? [] : [unpacked(await checkContent(registry, graph))]),
  ];
  const { imageId, platforms } = proof;
  return asVerified({ target, manifest, level, evidence, imageId, platforms });
}

type Walk = { readonly reader: Reader; readonly expectation: Expectation; readonly isDeep: boolean };

/**
 * What we have put there ourselves need not be read back before what it leads to is looked at: if other bytes are
 * served, nothing of this counts, and with the same digest they are the same.
 */
async function readAndWalk(
  registry: Registry,
  { reader, expectation, isDeep }: Walk,
): Promise<readonly [Manifest, Graph | undefined]> {
  const served = readBack(registry, expectation);
  if (!isDeep) return [await served, undefined];
  const root = expectation.claim.pushed;
  return Promise.all([
    served,
    root === undefined ? served.then((seen) => walkGraph(reader, seen)) : walkGraph(reader, root),
  ]);
}

/**
 * A tag that shows nothing yet, or still what it showed before, is waited for; a third image means that someone else
 * wrote the tag.
 */
async function readBack(registry: Registry, { target, claim, before }: Expectation): Promise<Manifest> {
  if (!claim.isTagged) return readByDigest(registry, target, claim);
  const isOld = (seen: Manifest | undefined) =>
    seen === undefined || (seen.digest === before?.digest && seen.digest !== claim.digest);
  const byTag = await registry.awaitManifest(target.tag, (seen) => !isOld(seen));
  if (byTag === undefined) throw missing(target, claim.digest, 'nothing');
  if (isOld(byTag)) throw missing(target, claim.digest, `still ${byTag.digest}`);
  if (byTag.digest !== claim.digest) throw await anotherImage(registry, target, { claim, served: byTag.digest });
  const byDigest = await registry.awaitManifest(claim.digest, (seen) => seen !== undefined);
  if (byDigest === undefined) throw missing(target, claim.digest, 'the tag, but nothing by its digest');
  if (byDigest.mediaType !== byTag.mediaType || byTag.bytes.byteLength !== claim.size) {
    throw mismatch(`${referenceName(target)} has one media type or size by tag and another by digest.`);
  }
  return byTag;
}

/** An image that has no tag yet is what its digest says; nobody else can have written there. */
async function readByDigest(registry: Registry, target: Reference, { digest, size }: Claim): Promise<Manifest> {
  const seen = await registry.awaitManifest(digest, (manifest) => manifest !== undefined);
  if (seen === undefined) throw missing({ registry: target.registry, path: target.path }, digest, 'nothing');
  if (seen.bytes.byteLength !== size) throw mismatch(`${digest} has another size than was pushed.`);
  return seen;
}

function readAs({ target, claim }: Expectation): string {
  const { registry, path } = target;
  return claim.isTagged
    ? `${referenceName(target)} was read by tag and by digest`
    : `${referenceName({ registry, path, digest: claim.digest })} was read by its digest, before it had a tag`;
}

function walked({ images, attestations, configs, layers }: Graph): string {
  const parts = [
    [images.length, 'image'],
    [attestations, 'attestation'],
    [configs.length, 'config'],
    [layers.length, 'layer'],
  ] as const;
  const counted = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}${count === 1 ? '' : 's'}`);
  return `All that it leads to is on the registry, in the right size: ${counted.join(', ')}`;
}

function unpacked(bytes: number): string {
  return `Every layer was downloaded, hashed and decompressed: ${bytes} bytes are what the configs say`;
}

/** An index may have several images for one platform (versions of Windows): one of them is what the source shows. */
function hasTested({ images }: Graph, source: Identity): boolean {
  return images.some(({ config }) => config.platform === source.platform && haveSameLayers(config, source));
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

/** checkRevision sees that every platform says it was built from the commit. Throws IDENTITY_MISMATCH. */
function checkRevision(target: Reference, graph: Graph | undefined, revision: string): void {
  const other = graph?.images.find(({ config }) => config.revision !== revision);
  if (other === undefined) return;
  const { manifest, config } = other;
  const said = config.revision === undefined ? 'no commit' : `"${config.revision}"`;
  const message = `${referenceName(target)}: ${manifest.digest} for ${config.platform} says it was built from ${said}, not ${revision}.`;
  throw new ActionError('IDENTITY_MISMATCH', message, {
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

function notTheSource(target: Reference, { digest }: Manifest, { id, platform }: Identity): ActionError {
  const differs =
    digest === id ? `in which there is no image for ${platform} with the layers` : 'which is not the image';
  const message = `${referenceName(target)} shows ${digest}, ${differs} of the source (${id}).`;
  return new ActionError('IDENTITY_MISMATCH', message, { hint: AGAIN });
}

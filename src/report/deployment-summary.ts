import { type Reference, referenceName, repositoryName } from '../image/reference.ts';
import { registryPage } from '../image/registry-page.ts';
import type { Proof, Search } from '../proof/find-proof.ts';
import type { DeploymentOutcome } from './deployment-outcome.ts';
import { code, commands, details, link, list, prose, titled } from './markdown.ts';
import { boundedSummary } from './report-limits.ts';
import { helpLine, type Run, runItem } from './run-links.ts';
import { tellDemands } from './tell-demands.ts';
import { NARROW } from './tell-tags.ts';

type Around = { readonly now: number; readonly run: Run };

/**
 * deploymentSummary writes the job summary: what was found, what was required, and who vouches for each requirement.
 */
export function deploymentSummary(outcome: DeploymentOutcome, { now, run }: Around): string {
  return boundedSummary([...head(outcome, run), ...found(outcome.search, now), ...demanded(outcome)]);
}

function head(outcome: DeploymentOutcome, run: Run): readonly string[] {
  if (outcome.kind === 'verified') {
    const { image, digest, root, tags } = outcome;
    const page = titled('at the registry', registryPage(image, digest));
    return [
      `### ✅ Verified: ${code(repositoryName(image))}`,
      commands([`docker pull ${referenceName(image)}`]),
      ...(digest === root ? [] : [`The proof is of the index ${code(root)}, which lists this image.`]),
      ...shownAt(tags, page),
    ];
  }
  const { error, image } = outcome;
  return [
    `### ❌ Not verified: ${code(error.code)}${image === undefined ? '' : ` for ${nameOf(image)}`}`,
    error.message.split('\n').map(prose).join('<br>'),
    `**What to do:** ${prose(error.hint)}`,
    ...helpLine(error.code, run.pages),
    ...(image?.digest === undefined ? [] : [`**Image** ${code(referenceName(image))}`]),
    ...runItem(run),
  ];
}

/** The tags that showed the image, and where people can look at it. */
function shownAt(tags: readonly string[], page: string | undefined): readonly string[] {
  if (tags.length === 0) return page === undefined ? [] : [`**Image** ${page}`];
  return [`**Tags** that show it: ${tags.map(code).join(', ')}${page === undefined ? '' : ` (${page})`}`];
}

/** By its tag, if it has one: a digest is too long for a headline. */
function nameOf({ registry, path, tag }: Reference): string {
  const name = repositoryName({ registry, path });
  return code(tag === undefined ? name : `${name}:${tag}`);
}

function found(search: Search | undefined, now: number): readonly string[] {
  if (search === undefined) return [];
  const proofs = search.sought.flatMap(({ proof }) => (proof === undefined ? [] : [proofPart(proof, now)]));
  const nearest = search.sought.flatMap(({ proof, nearest: near }) =>
    proof === undefined && near !== undefined
      ? [`The closest bundle is at ${NARROW.name(near.at)}. It ${NARROW.words(near.lacks)}.${by(near.certificate)}`]
      : [],
  );
  const unread = search.unread.map(({ store, problem }) => `⚠️ ${code(store)} could not be read: ${prose(problem)}`);
  const looked = `${search.looked} bundles were read.`;
  return [...proofs, ...nearest, ...unread, ...(search.looked > 1 ? [looked] : [])];
}

function proofPart({ at, authority, certificate, signedAt, predicate }: Proof, now: number): string {
  const hours = Math.max(0, (now - signedAt) / 3_600_000);
  const { name, signerDigest, runUri, repositoryUri, commit } = certificate;
  const run = titled('the run that signed it', runUri);
  return list([
    `**Signed by** ${code(name)}`,
    ...(commit === undefined ? [] : [`**Commit** ${link(commit, `${repositoryUri}/commit/${commit}`)}`]),
    ...(signerDigest === undefined || signerDigest === commit
      ? []
      : [`**Its workflow** is of the commit ${code(signerDigest)}`]),
    ...(run === undefined ? [] : [`**Run** ${run}`]),
    `**Signed** ${hours.toFixed(1)} hours ago (${new Date(signedAt).toISOString()}), by the authority ${code(authority)}`,
    `**Found at** ${code(at)}`,
    ...(predicate === undefined ? [] : [`**Rules** ${code(`sha256:${predicate.policy.digest.sha256 ?? ''}`)}`]),
  ]);
}

function by(certificate: { readonly name: string } | undefined): string {
  return certificate === undefined ? '' : ` It was signed by ${code(certificate.name)}.`;
}

function demanded({ demands }: DeploymentOutcome): readonly string[] {
  if (demands === undefined) return [];
  const items = tellDemands(demands).map(([demand, value, word]) => `**${demand}** ${value}<br>Source: ${word}`);
  const limits = list([
    'A certificate says which workflow signed. It does not say that the reported facts are true.',
    'A signature cannot be revoked: a proof is valid until it is older than <code>max-age</code>.',
  ]);
  return [details('What was required, and where it comes from', `${list(items)}\n\n**Limits**\n\n${limits}`)];
}

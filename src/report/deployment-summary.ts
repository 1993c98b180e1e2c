import { referenceName } from '../image/reference.ts';
import type { Proof, Search } from '../proof/find-proof.ts';
import type { DeploymentOutcome } from './deployment-outcome.ts';
import { code, details, list, prose, table } from './markdown.ts';
import { tellDemands } from './tell-demands.ts';

/** deploymentSummary writes the job summary: what was found, what was demanded, and on whose word each demand rests. */
export function deploymentSummary(outcome: DeploymentOutcome, now: number): string {
  const parts = [...head(outcome), ...found(outcome.search, now), ...demanded(outcome)];
  return `${parts.join('\n\n')}\n\n`;
}

function head(outcome: DeploymentOutcome): readonly string[] {
  if (outcome.kind === 'verified') {
    const { image, digest, root, tags } = outcome;
    return [
      `### ✅ Verified: ${code(referenceName(image))}`,
      ...(digest === root ? [] : [`The proof is of the index ${code(root)}, which lists this image.`]),
      ...(tags.length === 0 ? [] : [`These tags show it: ${tags.map(code).join(', ')}.`]),
    ];
  }
  const { error } = outcome;
  return [
    `### ❌ Not verified: ${code(error.code)}`,
    error.message.split('\n').map(prose).join('<br>'),
    `**What to do:** ${prose(error.hint)}`,
  ];
}

function found(search: Search | undefined, now: number): readonly string[] {
  if (search === undefined) return [];
  const proofs = search.sought.flatMap(({ proof }) => (proof === undefined ? [] : [proofPart(proof, now)]));
  const nearest = search.sought.flatMap(({ proof, nearest: near }) =>
    proof === undefined && near !== undefined
      ? [`The closest bundle is at ${code(near.at)}. It ${prose(near.lacks)}.${by(near.certificate)}`]
      : [],
  );
  const unread = search.unread.map(({ store, problem }) => `⚠️ ${code(store)} could not be read: ${prose(problem)}`);
  const looked = `${search.looked} bundles were read.`;
  return [...proofs, ...nearest, ...unread, ...(search.looked > 1 ? [looked] : [])];
}

function proofPart({ at, authority, certificate, signedAt, predicate }: Proof, now: number): string {
  const hours = Math.max(0, (now - signedAt) / 3_600_000);
  const rows = [
    ['Signed by', code(certificate.name)],
    ['at the commit', code(certificate.signerDigest ?? '')],
    ['Run', code(certificate.runUri ?? '')],
    ['Commit', code(certificate.commit ?? '')],
    [
      'Signed',
      `${new Date(signedAt).toISOString()} (${hours.toFixed(1)} hours ago), by the authority ${code(authority)}`,
    ],
    ['Found at', code(at)],
    ...(predicate === undefined ? [] : [['Rules', code(`sha256:${predicate.policy.digest.sha256 ?? ''}`)]]),
  ];
  return table(['', ''], rows);
}

function by(certificate: { readonly name: string } | undefined): string {
  return certificate === undefined ? '' : ` It was signed by ${code(certificate.name)}.`;
}

function demanded({ demands }: DeploymentOutcome): readonly string[] {
  if (demands === undefined) return [];
  const rows = tellDemands(demands).map((row) => [...row]);
  const limits = list([
    'A certificate says which workflow signed. It does not say that the reported facts are true.',
    'A signature cannot be revoked: a proof is valid until it is older than <code>max-age</code>.',
  ]);
  return [
    details('What was required, and where it comes from', `${table(['Requirement', '', 'Source'], rows)}\n\n${limits}`),
  ];
}

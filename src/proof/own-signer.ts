import { ActionError } from '../errors.ts';
import type { Origin } from '../run/origin.ts';
import { readCertificate } from './certificate.ts';

/** The run that must have made a signature. `sha`: the run's commit as the server reports it, `GITHUB_SHA`. */
export type ThisRun = Pick<Origin, 'server' | 'repository' | 'runId' | 'attempt'> & { readonly sha: string };

const AGAIN = 'Nothing was signed with it. Run the job again; if it fails again, look at the status of this Sigstore.';

/**
 * seeOwnToken checks that a token is for this run: with an identity from an earlier step, the signature would be in
 * another name. Throws PROOF_SIGNING.
 */
export function seeOwnToken(claims: Readonly<Record<string, unknown>>, { repository, runId, sha }: ThisRun): void {
  const wanted = { repository, run_id: runId, sha };
  for (const [name, own] of Object.entries(wanted)) {
    if (own === '' || String(claims[name] ?? '') !== own)
      throw another('identity token', { name, own, other: claims[name] });
  }
}

/** seeOwnCertificate checks that the certificate from Fulcio (DER) is for this run. Throws PROOF_SIGNING. */
export function seeOwnCertificate(der: Uint8Array, { server, repository, runId, attempt, sha }: ThisRun): void {
  const read = readCertificate(der);
  if (!read.ok) throw new ActionError('PROOF_SIGNING', `The certificate ${read.problem}.`, { hint: AGAIN });
  const address = `${server}/${repository}`;
  const { repositoryUri, commit, runUri } = read.value;
  const compared = [
    { name: 'repository', own: address, other: repositoryUri },
    { name: 'sha', own: sha, other: commit },
    { name: 'run', own: `${address}/actions/runs/${runId}/attempts/${attempt}`, other: runUri },
  ];
  for (const each of compared) if (each.other !== each.own) throw another('certificate', each);
}

function another(
  what: string,
  { name, own, other }: { readonly name: string; readonly own: string; readonly other: unknown },
): ActionError {
  return new ActionError(
    'PROOF_SIGNING',
    `The ${what} is not of this run: its ${name} is "${String(other ?? '')}", and this run's is "${own}".`,
    {
      hint: 'Nothing was signed with it. Look for an earlier step that changes the environment of this one (GITHUB_ENV).',
    },
  );
}

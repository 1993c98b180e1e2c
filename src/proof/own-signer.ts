import { ActionError } from '../errors.ts';
import type { Origin } from '../run/origin.ts';

/** The run that a signature has to be of. `sha`: what the server says the run is for, `GITHUB_SHA`. */
export type ThisRun = Pick<Origin, 'server' | 'repository' | 'runId' | 'attempt'> & { readonly sha: string };

/** What a certificate of Fulcio says of who has asked for it (fulcio, docs/oid-info.md); empty where it says nothing. */
export type CertificateFacts = {
  /** 1.3.6.1.4.1.57264.1.12, an address. */
  readonly repository: string;
  /** .13, the commit. */
  readonly sha: string;
  /** .21, the address of the run and its attempt. */
  readonly run: string;
};

/**
 * seeOwnToken sees that a token is of this very run: an identity that an earlier step has slipped in would sign in another
 * one's name. Throws PROOF_SIGNING.
 */
export function seeOwnToken(claims: Readonly<Record<string, unknown>>, { repository, runId, sha }: ThisRun): void {
  const wanted = { repository, run_id: runId, sha };
  for (const [name, own] of Object.entries(wanted)) {
    if (own === '' || String(claims[name] ?? '') !== own)
      throw another('identity token', { name, own, other: claims[name] });
  }
}

/** seeOwnCertificate sees that what Fulcio has issued is for this very run. Throws PROOF_SIGNING. */
export function seeOwnCertificate(facts: CertificateFacts, { server, repository, runId, attempt, sha }: ThisRun): void {
  const address = `${server}/${repository}`;
  const wanted: CertificateFacts = {
    repository: address,
    sha,
    run: `${address}/actions/runs/${runId}/attempts/${attempt}`,
  };
  for (const [name, own] of Object.entries(wanted)) {
    const other = facts[name as keyof CertificateFacts];
    if (other !== own) throw another('certificate', { name, own, other });
  }
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

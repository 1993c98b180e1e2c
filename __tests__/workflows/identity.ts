import type { Event } from '../doubles/runner.ts';
import { REPOSITORY_ID } from '../doubles/runner.ts';
import type { Sigstore } from '../doubles/services.ts';
import { REQUEST_TOKEN } from '../doubles/sigstore/oidc-issuer.ts';
import { PUBLISHED_COMMIT } from './act.ts';

/** The publisher, as certificates name it. */
export const PUBLISHER = 'OWNER/verified-image-push/.github/workflows/publish.yml@refs/tags/v1';
const OWNER_ID = '583231';

export type Job = { readonly event: Event; readonly workflow: string; readonly visibility?: string };

/**
 * The environment by which a job that runs the publisher asks for its identity, as GitHub's runner sets it. act has one
 * environment for all jobs: of the others, none may ask.
 */
export function identityOf({ issuer }: Sigstore, job: Job): Readonly<Record<string, string>> {
  const { event, workflow, visibility = 'private' } = job;
  const caller = `octocat/app/${workflow}@${event.ref}`;
  const claims = {
    repository: 'octocat/app',
    repository_id: String(REPOSITORY_ID),
    repository_owner: 'octocat',
    repository_owner_id: OWNER_ID,
    repository_visibility: visibility,
    event_name: event.name,
    ref: event.ref,
    sha: event.sha,
    workflow_ref: caller,
    workflow_sha: event.sha,
    job_workflow_ref: PUBLISHER,
    job_workflow_sha: PUBLISHED_COMMIT,
    run_id: '1',
    run_attempt: '1',
  };
  const token = new URL('/token', issuer);
  token.searchParams.set('claims', Buffer.from(JSON.stringify(claims)).toString('base64url'));
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: token.href,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
    GITHUB_WORKFLOW_REF: caller,
    GITHUB_REPOSITORY_OWNER_ID: OWNER_ID,
    GITHUB_RUN_ATTEMPT: '1',
  };
}

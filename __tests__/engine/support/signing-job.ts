import { randomBytes } from 'node:crypto';
import { layout, writeLayout } from '../../doubles/archives/layouts.ts';
import { buildImage } from '../../doubles/registry/images.ts';
import { pushToMain, type Runner, type StepOptions } from '../../doubles/runner.ts';
import type { Registry, Sigstore } from '../../doubles/services.ts';
import { REQUEST_TOKEN } from '../../doubles/sigstore/oidc-issuer.ts';
import { unique } from './job.ts';

export type SigningStep = {
  readonly sigstore: Sigstore;
  readonly registries: readonly Registry[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the job's token says besides the truth. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly visibility?: string;
};

/** Another image of a commit, in the file that a job publishes. */
export function buildAgain(job: Runner, sha: string): void {
  const labels = { 'org.opencontainers.image.revision': sha };
  writeLayout(
    job.path('workspace', 'image'),
    layout(buildImage({ contents: [randomBytes(8).toString('hex')], labels })),
  );
}

/** An image in a file, so that no engine is needed, of a commit of its own. */
export function signingStep(
  job: Runner,
  { sigstore, registries, inputs, claims, env, visibility = 'private' }: SigningStep,
): StepOptions {
  const sha = randomBytes(20).toString('hex');
  buildAgain(job, sha);
  const path = unique('team/app');
  const said = {
    repository: 'octocat/app',
    repository_owner: 'octocat',
    run_id: '30433642',
    run_attempt: '1',
    sha,
    ref: pushToMain.ref,
    job_workflow_ref: 'octocat/app/.github/workflows/publish.yml@refs/heads/main',
    job_workflow_sha: sha,
    workflow_ref: 'octocat/app/.github/workflows/publish.yml@refs/heads/main',
    workflow_sha: sha,
    repository_visibility: visibility,
    ...claims,
  };
  const token = new URL('/token', sigstore.issuer);
  token.searchParams.set('claims', Buffer.from(JSON.stringify(said)).toString('base64url'));
  const ca = registries.find((each) => each.ca !== null)?.ca;
  return {
    inputs: {
      image: registries.map(({ host }) => `${host}/${path}`).join('\n'),
      source: 'oci:image',
      'registry-auth': JSON.stringify(
        registries.map(({ host, username, password }) => ({ registry: host, username, password })),
      ),
      ...(ca ? { 'ca-file': ca } : {}),
      tags: '1.0.0',
      proof: 'sigstore',
      'sigstore-urls': [
        `fulcio: ${sigstore.fulcio}`,
        `rekor: ${sigstore.rekor}`,
        'rekor-version: 2',
        `timestamp: ${sigstore.timestamp}`,
      ].join('\n'),
      ...inputs,
    },
    event: {
      ...pushToMain,
      sha,
      payload: {
        ...pushToMain.payload,
        repository: { id: 1296269, full_name: 'octocat/app', default_branch: 'main', visibility },
      },
    },
    env: {
      DOCKER_HOST: 'unix:///nonexistent/docker.sock',
      ACTIONS_ID_TOKEN_REQUEST_URL: token.href,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
      GITHUB_WORKFLOW_REF: 'octocat/app/.github/workflows/publish.yml@refs/heads/main',
      GITHUB_REPOSITORY_OWNER_ID: '583231',
      ...env,
    },
  };
}

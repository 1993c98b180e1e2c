import { serverOf } from '../run/server.ts';
import type { Exchange } from './exchange.ts';
import { fetchJobToken, type JobToken } from './job-token.ts';
import type { Identity } from './keyless.ts';

/** What exchanges identities. */
export type Desk = { readonly exchange: Exchange; readonly environment: NodeJS.ProcessEnv };

/** tokenOfJob asks the runner for the job's token for an audience. Throws EXCHANGE_FAILED. */
export function tokenOfJob({ exchange, environment }: Desk, audience: string): Promise<JobToken> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = environment;
  return fetchJobToken(exchange, { url, token, server: serverOf(environment) }, audience);
}

/** tokenFor is `tokenOfJob` for the provider of an identity. */
export function tokenFor(identity: Identity, desk: Desk): Promise<JobToken> {
  return tokenOfJob(desk, identity.audience ?? audienceOf(identity));
}

/** sessionNameOf identifies the run: AWS writes the name of a session into its logs. */
export function sessionNameOf({ GITHUB_RUN_ID }: NodeJS.ProcessEnv): string {
  return `verified-image-push-${(GITHUB_RUN_ID ?? '').replace(/\D/g, '')}`.slice(0, 64);
}

/** The audience that a provider expects in the job's token, unless its trust setting has another one. */
function audienceOf(identity: Identity): string {
  switch (identity.type) {
    case 'aws-ecr':
      return identity.ecr.partition.id === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
    case 'azure-acr':
      return identity.cloud.audience;
    case 'google-ar':
      return `https://iam.googleapis.com/${identity.provider}`;
    case 'dockerhub':
      return 'https://identity.docker.com';
  }
}

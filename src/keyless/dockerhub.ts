import { type Exchange, jsonOf, saidBy } from './exchange.ts';
import type { JobToken } from './job-token.ts';
import type { DockerHubIdentity, ShortLivedCredential } from './keyless.ts';
import { type KnownRefusal, refusedExchange } from './refused-exchange.ts';

const WHO = 'Docker Hub';
/** The longest life that every connection can give, in seconds; the default of 300 is too short for a large push. */
const LIFE = 3600;

/** Docker Hub's answers in these cases are not documented; the statuses are those of similar services and of HTTP. */
const KNOWN: readonly KnownRefusal[] = [
  {
    says: /audience/i,
    means: 'the token is for another audience',
    hint: 'Leave "audience" out of this entry: Docker Hub expects "https://identity.docker.com".',
  },
  {
    says: /expired/i,
    means: 'the token has expired',
    hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or Docker Hub could not be reached for some minutes.',
  },
  {
    says: /^404 |connection/i,
    means: 'the connection is unknown',
    hint: 'Check "connection-id" (Docker Home, organisation, "OIDC connections"), and that the connection is active.',
  },
  {
    says: /^40[0-3] /,
    means: 'no ruleset of the connection matches this job',
    hint: "Compare the rules of the connection's rulesets with sub, and that a ruleset names this repository with the scope to write.",
    isAboutSubject: true,
  },
];

/**
 * signInToDockerHub exchanges the job's token at a connection of a Docker organisation (docs.docker.com, "OIDC
 * connections"; the fields as docker/login-action sends them). The rulesets of the connection say what it may do.
 */
export async function signInToDockerHub(
  exchange: Exchange,
  { username, connectionId }: DockerHubIdentity,
  { secret, claims }: JobToken,
): Promise<ShortLivedCredential> {
  const fields = {
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    subject_token: secret.reveal(),
    connection_id: connectionId,
    expires_in: String(LIFE),
  };
  const asked = exchange.now;
  const answer = await exchange.form({ who: WHO, url: new URL('https://identity.docker.com/oauth/token'), fields });
  if (answer.status !== 200) throw refusedExchange(WHO, saidBy(answer), { known: KNOWN, claims });
  const { access_token, expires_in } = jsonOf(answer);
  return {
    username,
    password: exchange.keep(WHO, access_token, username),
    expiresAt: asked + (typeof expires_in === 'number' ? Math.min(expires_in, LIFE) : LIFE) * 1000,
    kind: `a token of Docker Hub for the organisation ${username}`,
    width: 'what the matching rulesets of the connection allow',
  };
}

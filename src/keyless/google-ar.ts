import type { HttpAnswer } from '../http/http.ts';
import type { Exchange } from './exchange.ts';
import { jsonOf, saidBy } from './exchange.ts';
import type { JobToken } from './job-token.ts';
import type { GoogleIdentity, ShortLivedCredential } from './keyless.ts';
import { type KnownRefusal, malformedAnswer, refusedExchange, type Said } from './refused-exchange.ts';

const STS = 'Google STS';
const IAM = 'Google IAM Credentials';
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
/** How long to act as a service account: as long as every service account allows. In seconds. */
const IMPERSONATION = 3600;

const KNOWN_OF_STS: readonly KnownRefusal[] = [
  {
    says: /audience/i,
    means: 'the token is for another audience, or the provider does not exist',
    hint: 'Check "workload-identity-provider" (with the project\'s number, not its name), that pool and provider are enabled, and compare the allowed audiences of the provider with aud.',
  },
  {
    says: /stale|expired|\bexp\b/i,
    means: 'the token has expired',
    hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or Google could not be reached for some minutes.',
  },
  {
    says: /attribute condition|attribute mapping/i,
    means: "the provider's attribute condition rejects this job",
    hint: "Compare the provider's attribute condition and mapping with these claims; a condition on repository_id and repository_owner_id does not depend on the form of sub.",
    isAboutSubject: true,
  },
  {
    says: /issuer/i,
    means: 'the provider accepts tokens of another issuer',
    hint: "Compare the provider's issuer URI with iss.",
  },
];

const KNOWN_OF_IAM: readonly KnownRefusal[] = [
  {
    says: /has not been used|SERVICE_DISABLED/,
    means: 'its API is disabled',
    hint: 'Enable iamcredentials.googleapis.com in the project of the service account.',
  },
  {
    says: /^40[34] /,
    means: 'this job may not act as the service account, or that account does not exist',
    hint: 'Check "service-account", and give roles/iam.workloadIdentityUser on it to the principal of this job (principalSet://iam.googleapis.com/…/attribute.repository/OWNER/REPO, or principal://…/subject/ with sub).',
    isAboutSubject: true,
  },
];

/**
 * signInToArtifactRegistry gets an access token of Google. It exchanges the job's token for one of the workload
 * identity pool (IAM "Security Token Service API", method token). If there is a service account, it exchanges that one
 * for the account's ("IAM Service Account Credentials API", generateAccessToken). Google limits no token to a
 * repository.
 */
export async function signInToArtifactRegistry(
  exchange: Exchange,
  identity: GoogleIdentity,
  token: JobToken,
): Promise<ShortLivedCredential> {
  const federated = await federate(exchange, identity, token);
  const { serviceAccount } = identity;
  const given =
    serviceAccount === undefined ? federated : await impersonate(exchange, serviceAccount, { token, federated });
  const who = serviceAccount ?? 'the principal of this job';
  return {
    username: 'oauth2accesstoken',
    password: exchange.keep(STS, given.value, 'oauth2accesstoken'),
    expiresAt: given.expiresAt,
    kind: `an access token of Google for ${who}`,
    width: `everything that ${who} may do: Google cannot limit a token to a repository`,
  };
}

type Token = { readonly value: string /** In milliseconds since 1970. */; readonly expiresAt: number };

async function federate(exchange: Exchange, { provider }: GoogleIdentity, token: JobToken): Promise<Token> {
  const document = {
    audience: `//iam.googleapis.com/${provider}`,
    grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
    requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
    scope: SCOPE,
    subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
    subjectToken: token.secret.reveal(),
  };
  const answer = await post(exchange, { who: STS, url: new URL('https://sts.googleapis.com/v1/token'), document });
  if (answer.status !== 200) throw refusedExchange(STS, saidBy(answer), { known: KNOWN_OF_STS, claims: token.claims });
  const { access_token, expires_in } = jsonOf(answer);
  const value = exchange.keep(STS, access_token).reveal();
  if (typeof expires_in !== 'number') throw malformedAnswer(STS, 'it does not say when the token expires');
  return { value, expiresAt: exchange.now + expires_in * 1000 };
}

async function impersonate(
  exchange: Exchange,
  serviceAccount: string,
  { token, federated }: { readonly token: JobToken; readonly federated: Token },
): Promise<Token> {
  const path = `/v1/projects/-/serviceAccounts/${encodeURIComponent(serviceAccount)}:generateAccessToken`;
  const answer = await post(exchange, {
    who: IAM,
    url: new URL(path, 'https://iamcredentials.googleapis.com'),
    headers: { authorization: `Bearer ${federated.value}` },
    document: { scope: [SCOPE], lifetime: `${IMPERSONATION}s` },
  });
  if (answer.status !== 200)
    throw refusedExchange(IAM, saidByApi(answer), { known: KNOWN_OF_IAM, claims: token.claims });
  const { accessToken, expireTime } = jsonOf(answer);
  const value = exchange.keep(IAM, accessToken).reveal();
  const expiresAt = typeof expireTime === 'string' ? Date.parse(expireTime) : Number.NaN;
  if (Number.isNaN(expiresAt)) throw malformedAnswer(IAM, 'it does not say when the token expires');
  return { value, expiresAt };
}

type Post = {
  readonly who: string;
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly document: unknown;
};

function post(exchange: Exchange, { document, headers, ...asked }: Post): Promise<HttpAnswer> {
  const common = { 'content-type': 'application/json', accept: 'application/json' };
  return exchange.ask({ ...asked, headers: { ...common, ...headers }, body: JSON.stringify(document) });
}

/** Google's APIs wrap their errors (Cloud APIs, "Errors"); STS uses the form of OAuth. */
function saidByApi(answer: HttpAnswer): Said {
  const { error } = jsonOf(answer) as { readonly error?: { readonly status?: unknown; readonly message?: unknown } };
  return { status: answer.status, code: String(error?.status ?? ''), message: String(error?.message ?? '') };
}

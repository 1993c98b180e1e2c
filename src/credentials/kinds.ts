import { isArtifactRegistry, parseAcrRegistry, parseEcrRegistry } from '../image/cloud-registry.ts';
import { DOCKER_HUB, sameRegistry } from '../image/reference.ts';
import type { Credential } from '../secret/credential.ts';
import { type Claims, claimsOf, recordOf, timeOf } from '../secret/jwt.ts';

/**
 * Whose a credential is. `personal`, `password`, `admin` and `cloud-key` are what a pipeline should not use; `service`
 * is of a robot or service account, `job` expires with the job, `short-lived` within a day.
 */
export type Kind = 'personal' | 'password' | 'admin' | 'cloud-key' | 'service' | 'job' | 'short-lived' | 'unknown';

/** What the form of a credential shows. */
export type Form = {
  readonly kind: Kind;
  /** For people, as a part of a sentence. */
  readonly what: string;
  /** In milliseconds since 1970, if the credential itself says so. */
  readonly issuedAt?: number | undefined;
  readonly expiresAt?: number | undefined;
};

type Seen = { readonly registry: string; readonly username: string; readonly secret: string };
type Rule = Form & { readonly isIt: (seen: Seen) => boolean };

const begins =
  (...prefixes: readonly string[]) =>
  ({ secret }: Seen) =>
    prefixes.some((prefix) => secret.startsWith(prefix));
const named =
  (form: RegExp) =>
  ({ username }: Seen) =>
    form.test(username);
const isHub = ({ registry }: Seen) => sameRegistry(registry, DOCKER_HUB);
const isAcr = ({ registry }: Seen) => parseAcrRegistry(registry.toLowerCase()) !== undefined;
const isEcr = ({ registry }: Seen) => parseEcrRegistry(registry.toLowerCase()) !== undefined;
const isGoogle = ({ registry }: Seen) => isArtifactRegistry(registry.toLowerCase());
const all =
  (...tests: readonly Rule['isIt'][]) =>
  (seen: Seen) =>
    tests.every((test) => test(seen));

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NULL_UUID = /^0{8}(?:-0{4}){3}-0{12}$/;

/** The forms that makers of registries document, in the order of the search; the first match counts. */
const RULES: readonly Rule[] = [
  // GitHub
  { isIt: begins('ghs_'), kind: 'job', what: 'a token of the job, or of a GitHub App' },
  { isIt: begins('ghp_'), kind: 'personal', what: 'a classic personal access token of GitHub' },
  { isIt: begins('github_pat_'), kind: 'personal', what: 'a fine-grained personal access token of GitHub' },
  { isIt: begins('gho_', 'ghu_', 'ghr_'), kind: 'personal', what: 'a token of a GitHub user, created by an app' },
  // Docker Hub
  { isIt: begins('dckr_oat_'), kind: 'service', what: 'an organisation access token of Docker' },
  { isIt: begins('dckr_pat_'), kind: 'personal', what: 'a personal access token of Docker' },
  {
    isIt: all(isHub, ({ secret }) => UUID.test(secret)),
    kind: 'personal',
    what: 'an old personal access token of Docker',
  },
  // GitLab
  { isIt: begins('gldt-'), kind: 'service', what: 'a deploy token of GitLab' },
  { isIt: begins('glcbt-'), kind: 'job', what: 'a job token of GitLab' },
  {
    isIt: all(begins('glpat-'), named(/^(?:project|group)_\d+_bot/)),
    kind: 'service',
    what: 'an access token of a project or group of GitLab',
  },
  {
    isIt: begins('glpat-'),
    kind: 'personal',
    what: 'a personal access token of GitLab, if it is not one of a project or group',
  },
  { isIt: named(/^gitlab\+deploy-token-\d+$/), kind: 'service', what: 'a deploy token of GitLab' },
  { isIt: named(/^gitlab-ci-token$/), kind: 'job', what: 'a job token of GitLab' },
  // DigitalOcean
  { isIt: begins('dop_v1_', 'doo_v1_', 'dor_v1_'), kind: 'personal', what: 'a personal token of DigitalOcean' },
  // Google
  {
    isIt: (seen) => /^_json_key(?:_base64)?$/.test(seen.username) || isGoogleKey(seen.secret),
    kind: 'cloud-key',
    what: 'the key of a Google service account',
  },
  { isIt: begins('ya29.'), kind: 'short-lived', what: 'an access token of Google' },
  {
    isIt: all(isGoogle, named(/^oauth2accesstoken$/)),
    kind: 'short-lived',
    what: 'an access token of Google',
  },
  // Amazon
  {
    isIt: (seen) => /^AKIA[A-Z0-9]{12,}/.test(seen.username) || /^AKIA[A-Z0-9]{12,}/.test(seen.secret),
    kind: 'cloud-key',
    what: 'the key of an IAM user of Amazon',
  },
  // IBM
  { isIt: named(/^iamapikey$/), kind: 'cloud-key', what: 'an API key of IBM Cloud' },
  // Azure
  {
    isIt: all(isAcr, ({ registry, username }) => registry.toLowerCase().split('.')[0] === username.toLowerCase()),
    kind: 'admin',
    what: 'the admin account of an Azure registry',
  },
  {
    isIt: all(isAcr, ({ username }) => UUID.test(username) && !NULL_UUID.test(username)),
    kind: 'cloud-key',
    what: 'the secret of a service principal of Azure',
  },
  {
    isIt: all(isAcr, ({ secret }) => secret.includes('+ACR')),
    kind: 'service',
    what: 'a token of an Azure registry, of a scope map',
  },
  // JFrog
  { isIt: begins('AKCp'), kind: 'personal', what: 'an API key of a user of Artifactory' },
  { isIt: begins('cmVmd'), kind: 'unknown', what: 'a reference token of Artifactory, whose permissions are unknown' },
  // Quay
  { isIt: named(/^\$oauthtoken$/), kind: 'personal', what: "a user's OAuth token of Quay" },
  { isIt: named(/^\$app$/), kind: 'personal', what: "a user's application token of Quay" },
  {
    isIt: all(({ registry }) => /(?:^|\.)quay\./i.test(registry), named(/^[^+]+\+[^+]+$/)),
    kind: 'service',
    what: 'a robot account of Quay',
  },
  // Harbor. Its administrators may choose another prefix: other names say nothing.
  { isIt: named(/^robot\$/), kind: 'service', what: 'a robot account of Harbor' },
  // Gitea, Forgejo. We cannot see whether the account is a person's.
  {
    isIt: all(
      (seen) => !isHub(seen),
      ({ secret }) => /^[0-9a-f]{40}$/.test(secret),
    ),
    kind: 'unknown',
    what: "of the form of an access token of Gitea or Forgejo, which does not tell whether its account is a person's",
  },
  // At Docker Hub, anything that is no token is the password for the website.
  {
    isIt: all(isHub, ({ secret }) => claimsOf(secret) === undefined),
    kind: 'password',
    what: 'the password of a Docker account',
  },
];

const UNKNOWN: Form = { kind: 'unknown', what: 'of an unknown kind' };
/** A credential that lives at most this long is called short-lived, in milliseconds: a day. */
const SHORT = 86_400_000;

/** formOf tells what kind of credential this is, only from its name and form; nobody is asked. */
export function formOf(registry: string, credential: Credential): Form {
  if ('identityToken' in credential) return formOfToken(credential.identityToken.reveal());
  if ('registryToken' in credential) return formOfToken(credential.registryToken.reveal());
  const seen = { registry, username: credential.username, secret: credential.password.reveal() };
  if (isEcr(seen) && seen.username === 'AWS') return formOfEcr(seen.secret);
  // Some contain an expiry date, such as the tokens of a job.
  const found = RULES.find(({ isIt }) => isIt(seen));
  return found === undefined ? formOfToken(seen.secret) : { kind: found.kind, what: found.what };
}

function formOfToken(text: string): Form {
  const claims = claimsOf(text);
  if (claims === undefined) return UNKNOWN;
  const [issuedAt, expiresAt] = [timeOf(claims.iat), timeOf(claims.exp)];
  if (isAdminOfArtifactory(claims))
    return { kind: 'admin', what: 'an admin token of Artifactory', issuedAt, expiresAt };
  if (expiresAt === undefined) return { kind: 'unknown', what: 'a token (JWT) without an expiry time' };
  const isShort = issuedAt !== undefined && expiresAt - issuedAt <= SHORT;
  return { kind: isShort ? 'short-lived' : 'unknown', what: 'a token (JWT) with an expiry time', issuedAt, expiresAt };
}

/** A password of ECR is JSON in base64, and contains its expiry date. */
function formOfEcr(secret: string): Form {
  const expiresAt = timeOf(recordOf(Buffer.from(secret, 'base64').toString())?.expiration);
  return { kind: 'short-lived', what: 'an authorization token of Amazon ECR', expiresAt };
}

function isGoogleKey(secret: string): boolean {
  const text = secret.trimStart().startsWith('{') ? secret : Buffer.from(secret.slice(0, 16_384), 'base64').toString();
  return recordOf(text)?.type === 'service_account';
}

function isAdminOfArtifactory({ scp }: Claims): boolean {
  return typeof scp === 'string' && scp.split(' ').includes('applied-permissions/admin');
}

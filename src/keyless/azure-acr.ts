import type { HttpAnswer } from '../http/http.ts';
import { type Repository, repositoryName } from '../image/reference.ts';
import { Secret } from '../secret/secret.ts';
import { type Claims, claim, numericClaim } from './claims.ts';
import { type Exchange, jsonOf, saidBy } from './exchange.ts';
import type { JobToken } from './job-token.ts';
import { type AzureIdentity, alsoMounting, type Purpose, type ShortLivedCredential } from './keyless.ts';
import { type KnownRefusal, refusedExchange, type Said } from './refused-exchange.ts';

const ENTRA = 'Microsoft Entra ID';
const ACR = 'Azure Container Registry';
/** With this user name, the registry knows that the password is one of its tokens (Azure/acr, `docs/AAD-OAuth.md`). */
const TOKEN_USER = '00000000-0000-0000-0000-000000000000';
/** The registries' own resource: a token for it works only there, and not for Azure's whole management. */
const SCOPE = 'https://containerregistry.azure.net/.default';
/** The lifetime of a token whose expiry cannot be read, in milliseconds. */
const SHORT = 5 * 60_000;

const ROLE_HINT =
  'Give the identity the role AcrPush on the registry. If the registry\'s role assignment mode is "RBAC Registry + ABAC ' +
  'Repository Permissions", AcrPush has no effect: give it "Container Registry Repository Writer", preferably with a ' +
  'condition on this repository.';

const KNOWN_OF_ENTRA: readonly KnownRefusal[] = [
  {
    says: /AADSTS700212/,
    means: 'no federated credential of the application has this audience',
    hint: 'Compare the audience of the federated credential with aud; "audience" in "identity" sets aud.',
  },
  {
    says: /AADSTS700211/,
    means: 'no federated credential of the application has this issuer',
    hint: 'Compare the issuer of the federated credential with iss.',
  },
  {
    says: /AADSTS70021/,
    means: 'no federated credential of the application matches this job',
    hint: 'Compare the subject identifier of the federated credential (or its claims matching expression) with sub, character by character.',
    isAboutSubject: true,
  },
  {
    says: /AADSTS700024|expired/i,
    means: 'the token has expired',
    hint: 'Run the job again. If it fails again, the clock of this runner is wrong, or Entra ID could not be reached for some minutes.',
  },
  {
    says: /AADSTS(?:700016|7000229|90002|900023)/,
    means: 'the tenant or the application is unknown',
    hint: 'Check "tenant-id" and "client-id": the client ID is that of the application or managed identity, not its object ID.',
  },
  {
    says: /AADSTS500011/,
    means: 'the tenant has not registered the registries as a resource',
    hint: 'Register the resource provider Microsoft.ContainerRegistry in a subscription of this tenant.',
  },
];

const KNOWN_OF_ACR: readonly KnownRefusal[] = [
  {
    says: /client with IP|firewall|not allowed access/i,
    means: 'its firewall blocks this runner',
    hint: "Allow the runner's address in the registry's networking, or use a runner inside its network.",
  },
  { says: /it grants no/, means: 'the identity may not push to this repository and read it back', hint: ROLE_HINT },
  { says: /^40[13] /, means: 'the identity may not sign in to it', hint: ROLE_HINT },
];

type Scope = Purpose & { readonly repository: Repository };
type AcrToken = Scope & { readonly token: JobToken };

/**
 * signInToAcr gets a token of an Azure Container Registry for this repository only. It exchanges the job's token for
 * one of Entra ID (client credentials with a federated assertion), and that one for a refresh token of the registry. It
 * exchanges the refresh token for an access token, which a login accepts as its password (Azure/acr,
 * `docs/AAD-OAuth.md`). This is documented only for pulling, so we try it; if a registry rejects it, we use the refresh
 * token.
 */
export async function signInToAcr(
  exchange: Exchange,
  identity: AzureIdentity,
  { token, ...asked }: AcrToken,
): Promise<ShortLivedCredential> {
  const { registry, tenantId: tenant, clientId } = identity;
  const { claims } = token;
  const entra = await askEntra(exchange, identity, token);
  const fields = { grant_type: 'access_token', service: registry, tenant, access_token: entra };
  const exchanged = await ask(exchange, registry, { path: '/oauth2/exchange', fields });
  const refresh = tokenIn(exchange, exchanged, { gives: 'refresh_token', claims });
  const narrow = await narrowed(exchange, { registry, refresh, claims }, asked);
  const password = narrow?.token ?? refresh;
  const end = numericClaim(password, 'exp');
  return {
    username: TOKEN_USER,
    password: new Secret(password),
    expiresAt: end === undefined ? exchange.now + SHORT : end * 1000,
    kind: `${narrow === undefined ? 'a refresh token' : 'an access token'} of ${registry} for the application ${clientId}`,
    width: narrow === undefined ? 'everything that the application may do there' : widthOf(narrow.scope),
  };
}

function widthOf({ repository, actions, mountFrom }: Scope): string {
  const own = actions === 'pull' ? 'pulling from' : 'pulling from and pushing to';
  return `only ${own} ${repositoryName(repository)}${alsoMounting(mountFrom)}`;
}

type Login = { readonly registry: string; readonly refresh: string; readonly claims: Claims };

type Narrowed = { readonly token: string; readonly scope: Scope };

/**
 * The access token for this scope, if the registry accepts it as a password; otherwise undefined. If the registry refuses
 * the repositories that layers are mounted from, it is asked without them, and those layers are uploaded.
 */
async function narrowed(exchange: Exchange, login: Login, scope: Scope): Promise<Narrowed | undefined> {
  const access = await askForAccess(exchange, login, scope);
  if (access !== undefined && (await isPassword(exchange, access, { ...login, scope }))) {
    const mountFrom = scope.mountFrom.filter((path) => missingActions(access, path, 'pull').length === 0);
    return { token: access, scope: { ...scope, mountFrom } };
  }
  return scope.mountFrom.length === 0 ? undefined : narrowed(exchange, login, { ...scope, mountFrom: [] });
}

/** Undefined if the registry refuses to let other repositories be read. */
async function askForAccess(exchange: Exchange, login: Login, scope: Scope): Promise<string | undefined> {
  const { registry, refresh, claims } = login;
  const fields = {
    grant_type: 'refresh_token',
    service: registry,
    scope: scopesOf(scope).join(' '),
    refresh_token: refresh,
  };
  const answer = await ask(exchange, registry, { path: '/oauth2/token', fields });
  if (scope.mountFrom.length > 0 && [400, 401, 403].includes(answer.status)) return undefined;
  const access = tokenIn(exchange, answer, { gives: 'access_token', claims });
  assertGranted(access, scope, claims);
  return access;
}

/** The repository's own scope, and those of the repositories that layers are mounted from. */
function scopesOf({ repository, actions, mountFrom }: Scope): readonly string[] {
  return [`repository:${repository.path}:${actions}`, ...mountFrom.map((path) => `repository:${path}:pull`)];
}

async function askEntra(
  exchange: Exchange,
  { cloud, tenantId, clientId }: AzureIdentity,
  { secret, claims }: JobToken,
): Promise<string> {
  const url = new URL(`https://${cloud.authority}/${tenantId}/oauth2/v2.0/token`);
  const fields = {
    client_id: clientId,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: secret.reveal(),
    scope: SCOPE,
  };
  const answer = await exchange.form({ who: ENTRA, url, fields });
  if (answer.status !== 200) throw refusedExchange(ENTRA, saidBy(answer), { known: KNOWN_OF_ENTRA, claims });
  return exchange.keep(ENTRA, jsonOf(answer).access_token).reveal();
}

type Question = { readonly path: string; readonly fields: Readonly<Record<string, string>> };

function ask(exchange: Exchange, registry: string, { path, fields }: Question): Promise<HttpAnswer> {
  return exchange.form({ who: ACR, url: new URL(path, `https://${registry}`), fields });
}

type Wanted = { readonly gives: 'refresh_token' | 'access_token'; readonly claims: Claims };

function tokenIn(exchange: Exchange, answer: HttpAnswer, { gives, claims }: Wanted): string {
  if (answer.status !== 200) throw refusedExchange(ACR, saidByRegistry(answer), { known: KNOWN_OF_ACR, claims });
  return exchange.keep(ACR, jsonOf(answer)[gives], TOKEN_USER).reveal();
}

type Shown = Pick<Login, 'registry' | 'claims'> & { readonly scope: Scope };

/** Whether the registry accepts an access token as the password of a login: we ask as docker asks. */
async function isPassword(exchange: Exchange, token: string, { registry, scope, claims }: Shown): Promise<boolean> {
  const url = new URL('/oauth2/token', `https://${registry}`);
  url.searchParams.set('service', registry);
  for (const each of scopesOf(scope)) url.searchParams.append('scope', each);
  const headers = { authorization: `Basic ${Buffer.from(`${TOKEN_USER}:${token}`).toString('base64')}` };
  const answer = await exchange.ask({ who: ACR, method: 'GET', url, headers });
  if (answer.status === 429 || answer.status >= 500) {
    throw refusedExchange(ACR, saidByRegistry(answer), { known: KNOWN_OF_ACR, claims });
  }
  const { access_token } = jsonOf(answer);
  if (answer.status !== 200 || typeof access_token !== 'string') return false;
  return missingActions(exchange.keep(ACR, access_token).reveal(), scope.repository.path, scope.actions).length === 0;
}

/** If a scope is not granted, a registry may silently issue a token that grants less. */
function assertGranted(token: string, scope: Scope, claims: Claims): void {
  const { path } = scope.repository;
  const missing = missingActions(token, path, scope.actions);
  if (missing.length === 0) return;
  const said = { status: 200, code: '', message: `it grants no ${missing.join(' and no ')} for ${path}` };
  throw refusedExchange(ACR, said, { known: KNOWN_OF_ACR, claims });
}

/** The requested actions that a token does not grant; if the token cannot be read, none is known to be missing. */
function missingActions(token: string, path: string, wanted: string): readonly string[] {
  const access = claim(token, 'access');
  if (!Array.isArray(access)) return [];
  const actions = access
    .filter((each) => each?.type === 'repository' && each?.name === path)
    .flatMap((each) => (Array.isArray(each?.actions) ? each.actions : []));
  return wanted.split(',').filter((action) => !actions.includes(action) && !actions.includes('*'));
}

/** The registry's own errors have the form of the distribution specification. */
function saidByRegistry(answer: HttpAnswer): Said {
  const { errors } = jsonOf(answer);
  const [first] = Array.isArray(errors) ? errors : [];
  if (first === undefined) return saidBy(answer);
  return { status: answer.status, code: String(first?.code ?? ''), message: String(first?.message ?? '') };
}

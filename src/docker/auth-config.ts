import { dockerServer, sameRegistry } from '../image/reference.ts';
import type { Credential } from '../secret/credential.ts';
import { Secret } from '../secret/secret.ts';

/** What docker's file has about logins (docker/cli, `configfile/file.go`), of whatever kind its values are. */
export type AuthConfig = Readonly<Record<string, unknown>>;

/** How a program for keeping credentials may be named: what follows `docker-credential-`, such as `desktop.exe` on WSL. */
const HELPER = /^[a-z0-9._-]+$/;
/** In the place of a user's name: what goes with it is an identity token. */
const TOKEN_USER = '<token>';

/** parseAuthConfig reads the text of such a file; what is damaged has nothing in it, as docker itself sees it. */
export function parseAuthConfig(text: string): AuthConfig {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** helperFor tells which credential helper or store docker asks for the login at a registry. */
export function helperFor(config: AuthConfig, registry: string): string | undefined {
  const helpers = recordOf(config.credHelpers);
  const chosen = entryFor(helpers, registry) ?? config.credsStore;
  return typeof chosen === 'string' && HELPER.test(chosen) ? chosen : undefined;
}

/** credentialIn finds the login at a registry among those that are kept in the file itself. */
export function credentialIn(config: AuthConfig, registry: string): Credential | undefined {
  const { auth, username, password, identitytoken, registrytoken } = recordOf(
    entryFor(recordOf(config.auths), registry),
  );
  if (isText(registrytoken)) return { registryToken: new Secret(registrytoken) };
  if (isText(identitytoken)) return { identityToken: new Secret(identitytoken) };
  // The name and password themselves are there only where somebody wrote the file by hand.
  const pair = isText(auth) ? Buffer.from(auth, 'base64').toString() : `${username ?? ''}:${password ?? ''}`;
  const colon = pair.indexOf(':');
  const secret = pair.slice(colon + 1).replace(/^\0+|\0+$/g, '');
  return colon > 0 && secret !== '' ? { username: pair.slice(0, colon), password: new Secret(secret) } : undefined;
}

/** parseHelperAnswer reads what a credential helper answers to `get`; undefined if it has no login. */
export function parseHelperAnswer(text: string): Credential | undefined {
  const { Username, Secret: secret } = parseAuthConfig(text);
  if (!isText(secret) || !isText(Username)) return undefined;
  return Username === TOKEN_USER
    ? { identityToken: new Secret(secret) }
    : { username: Username, password: new Secret(secret) };
}

/** Under the exact name that docker uses, or under an address of the same host, as older versions wrote it. */
function entryFor(entries: AuthConfig, registry: string): unknown {
  const exact = Object.entries(entries).find(([key]) => key === dockerServer(registry));
  const found = exact ?? Object.entries(entries).find(([key]) => sameRegistry(hostOf(key), registry));
  return found?.[1];
}

/** hostOf is the host of a name under which docker keeps a login. */
export function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
}

/** recordOf takes what should be a JSON object for one, and whatever else it is for an empty one. */
export function recordOf(value: unknown): AuthConfig {
  return typeof value === 'object' && value !== null ? (value as AuthConfig) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

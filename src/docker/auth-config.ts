import { dockerServer, sameRegistry } from '../image/reference.ts';
import type { Credential } from '../secret/credential.ts';
import { Secret } from '../secret/secret.ts';

/** The logins in docker's file (docker/cli, `configfile/file.go`); their values can have any type. */
export type AuthConfig = Readonly<Record<string, unknown>>;

/** How a credential helper may be named: the part after `docker-credential-`, such as `desktop.exe` on WSL. */
const HELPER = /^[a-z0-9._-]+$/;
/** In place of a user name: the secret is an identity token. */
const TOKEN_USER = '<token>';

/** parseAuthConfig reads the text of such a file. If it is damaged, it is empty, as for docker itself. */
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

/** credentialIn finds the login at a registry among the logins in the file itself. */
export function credentialIn(config: AuthConfig, registry: string): Credential | undefined {
  const { auth, username, password, identitytoken, registrytoken } = recordOf(
    entryFor(recordOf(config.auths), registry),
  );
  if (isText(registrytoken)) return { registryToken: new Secret(registrytoken) };
  if (isText(identitytoken)) return { identityToken: new Secret(identitytoken) };
  // Name and password in plain text are only in files that were written by hand.
  const pair = isText(auth) ? Buffer.from(auth, 'base64').toString() : `${username ?? ''}:${password ?? ''}`;
  const colon = pair.indexOf(':');
  const secret = pair.slice(colon + 1).replace(/^\0+|\0+$/g, '');
  return colon > 0 && secret !== '' ? { username: pair.slice(0, colon), password: new Secret(secret) } : undefined;
}

/** parseHelperAnswer reads a credential helper's answer to `get`; undefined if it has no login. */
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

/** hostOf is the host in a name under which docker stores a login. */
export function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
}

/** recordOf returns a JSON object as it is, and an empty one for anything else. */
export function recordOf(value: unknown): AuthConfig {
  return typeof value === 'object' && value !== null ? (value as AuthConfig) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

import { goJson, maskedForms, type Secret } from './secret.ts';

/** Our login at a registry: a name and a password, or one of the two tokens that docker stores instead. */
export type Credential =
  | { readonly username: string; readonly password: Secret }
  /** A refresh token (OAuth 2), which the token service exchanges for tokens. */
  | { readonly identityToken: Secret }
  /** A bearer token, which is sent to the registry unchanged. */
  | { readonly registryToken: Secret };

/**
 * formsOf lists every form in which a tool may print the secret parts of a credential, to be masked before its first
 * use. `servers`: the names of the registry in requests to an engine.
 */
export function formsOf(credential: Credential, servers: readonly string[]): readonly string[] {
  if ('password' in credential) return maskedForms({ ...credential, servers });
  const [field, token] =
    'identityToken' in credential
      ? (['identitytoken', credential.identityToken] as const)
      : (['registrytoken', credential.registryToken] as const);
  const headers = servers.map((serveraddress) => goJson({ serveraddress, [field]: token.reveal() }));
  const binary = headers.flatMap((form) => [
    Buffer.from(form).toString('base64'),
    Buffer.from(form).toString('base64url'),
  ]);
  return [...maskedForms({ username: '', password: token, servers: [] }), ...binary];
}

/** accountOf names the account of a credential for people, as the end of a sentence. */
export function accountOf(credential: Credential): string {
  return 'password' in credential ? `as ${credential.username}` : 'with a token';
}

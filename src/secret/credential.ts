import { goJson, maskedForms, type Secret } from './secret.ts';

/** Who we are at a registry: a name and a password, or one of the two tokens that docker keeps instead of them. */
export type Credential =
  | { readonly username: string; readonly password: Secret }
  /** A refresh token (OAuth 2), for which the token service gives tokens. */
  | { readonly identityToken: Secret }
  /** A bearer token, which is shown to the registry as it is. */
  | { readonly registryToken: Secret };

/**
 * formsOf lists every form in which a tool may print what is secret of a credential, to be masked before it is first
 * used. `servers`: how the registry is named in what an engine is sent.
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
